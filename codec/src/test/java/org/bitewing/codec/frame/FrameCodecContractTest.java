package org.bitewing.codec.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every codec owes to its users, whatever it compresses with. */
class FrameCodecContractTest {
    private static final PhotometricInterpretation GRAY = PhotometricInterpretation.MONOCHROME2;
    private static final PhotometricInterpretation RGB = PhotometricInterpretation.RGB;

    private static FrameCodec codec(String syntax) {
        return FrameCodecs.installed().find(syntax).orElseThrow();
    }

    private static byte[] smooth(ImageLayout layout, long seed) {
        Random random = new Random(seed);
        byte[] frame = new byte[layout.frameLength()];
        int bytes = layout.bytesPerSample();
        int value = 0;
        int range = 1 << layout.bitsStored();
        for (int i = 0; i < frame.length; i += bytes) {
            value = value + random.nextInt(9) - 4;
            int sample = layout.signed() ? (value << 32 - layout.bitsStored()) >> 32 - layout.bitsStored()
                    : value & range - 1;
            sample <<= layout.highBit() + 1 - layout.bitsStored();
            for (int b = 0; b < bytes; b++) {
                frame[i + b] = (byte) (sample >> 8 * b);
            }
        }
        return frame;
    }

    private static void roundTrip(String syntax, ImageLayout layout) {
        FrameEncoder encoder = codec(syntax).encoder(syntax).orElseThrow();
        FrameDecoder decoder = codec(syntax).decoder(syntax, Limits.defaults());
        for (int seed = 0; seed < 2; seed++) {
            byte[] frame = smooth(layout, seed);
            ImageLayout encoded = encoder.encodedLayout(layout);
            byte[] stream = encoder.encode(frame, 0, layout);
            byte[] shifted = new byte[stream.length + 5];
            System.arraycopy(stream, 0, shifted, 3, stream.length);
            byte[] target = new byte[layout.frameLength() + 7];

            decoder.decode(shifted, 3, stream.length + 1, encoded, target, 4);

            byte[] expected = encoded.byPlane() == layout.byPlane() ? frame : interleaved(frame, layout);
            assertArrayEquals(expected, Arrays.copyOfRange(target, 4, target.length - 3), syntax + " " + layout);
            assertEquals(0, target[3]);
            assertEquals(0, target[target.length - 3]);
        }
    }

    private static byte[] interleaved(byte[] planes, ImageLayout layout) {
        byte[] mixed = new byte[planes.length];
        int bytes = layout.bytesPerSample();
        for (int i = 0; i < planes.length; i++) {
            int sample = i / bytes / layout.pixels();
            int pixel = i / bytes % layout.pixels();
            mixed[(pixel * layout.samplesPerPixel() + sample) * bytes + i % bytes] = planes[i];
        }
        return mixed;
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLSLossless, UID.JPEGLossless, UID.JPEGLosslessSV1})
    void losslessFramesComeBackBitByBit(String syntax) {
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 8, 8, 7, false, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 8, 6, 5, true, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 16, 12, 11, false, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 16, 12, 11, true, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 16, 16, 15, true, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 16, 10, 13, true, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 1, GRAY, 16, 8, 7, false, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 3, RGB, 8, 8, 7, false, false, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 3, RGB, 8, 8, 7, false, true, 1));
        roundTrip(syntax, new ImageLayout(9, 13, 3, RGB, 16, 16, 15, false, true, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLSLossless, UID.JPEGLossless})
    void bitsAboveTheStoredOnesSurvive(String syntax) {
        ImageLayout layout = new ImageLayout(4, 4, 1, GRAY, 16, 12, 11, false, false, 1);
        byte[] frame = smooth(layout, 3);
        frame[5] |= (byte) 0x80;
        byte[] target = new byte[frame.length];

        byte[] stream = codec(syntax).encoder(syntax).orElseThrow().encode(frame, 0, layout);
        codec(syntax).decoder(syntax, Limits.defaults()).decode(stream, 0, stream.length, layout, target, 0);

        assertArrayEquals(frame, target);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLSLossless, UID.JPEGLosslessSV1})
    void shortsAreTheSameSamplesAsBytes(String syntax) {
        ImageLayout layout = new ImageLayout(7, 5, 1, GRAY, 16, 12, 11, true, false, 1);
        byte[] frame = smooth(layout, 4);
        short[] samples = new short[35];

        byte[] stream = codec(syntax).encoder(syntax).orElseThrow().encode(frame, 0, layout);
        codec(syntax).decoder(syntax, Limits.defaults()).decode(stream, 0, stream.length, layout, samples, 0);

        byte[] bytes = new byte[frame.length];
        StoredBits.toBytes(samples, 0, 35, bytes, 0);
        assertArrayEquals(frame, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLSLossless, UID.JPEGLossless, UID.JPEGBaseline8Bit})
    void truncatedAndMutatedFramesEndInDataOrADicomException(String syntax) {
        ImageLayout layout = new ImageLayout(8, 8, 3, RGB, 8, 8, 7, false, false, 1);
        FrameEncoder encoder = codec(syntax).encoder(syntax).orElseThrow();
        FrameDecoder decoder = codec(syntax).decoder(syntax, Limits.defaults());
        ImageLayout encoded = encoder.encodedLayout(layout);
        byte[] stream = encoder.encode(smooth(layout, 5), 0, layout);
        byte[] target = new byte[layout.frameLength()];
        Random random = new Random(6);
        int errors = 0;
        for (int i = 0; i < 3 * stream.length; i++) {
            byte[] bad = Arrays.copyOf(stream, i < stream.length ? i : stream.length);
            if (i >= stream.length) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                decoder.decode(bad, 0, bad.length, encoded, target, 0);
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > stream.length / 2, errors + " errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGLSLossless, UID.JPEGLossless, UID.JPEGBaseline8Bit})
    void aStreamOfAnotherSizeThanTheDataSetSaysIsAnError(String syntax) {
        ImageLayout layout = new ImageLayout(8, 8, 1, GRAY, 8, 8, 7, false, false, 1);
        ImageLayout wider = new ImageLayout(8, 9, 1, GRAY, 8, 8, 7, false, false, 1);
        byte[] stream = codec(syntax).encoder(syntax).orElseThrow().encode(smooth(layout, 7), 0, layout);
        FrameDecoder decoder = codec(syntax).decoder(syntax, Limits.defaults());

        assertThrows(DicomException.class,
                () -> decoder.decode(stream, 0, stream.length, wider, new byte[wider.frameLength()], 0));
    }

    @Test
    void lossyColoursComeBackAsRgb() {
        ImageLayout layout = new ImageLayout(16, 16, 3, RGB, 8, 8, 7, false, false, 1);
        FrameEncoder encoder = codec(UID.JPEGBaseline8Bit).encoder(UID.JPEGBaseline8Bit).orElseThrow();
        ImageLayout encoded = encoder.encodedLayout(layout);
        FrameDecoder decoder = codec(UID.JPEGBaseline8Bit).decoder(UID.JPEGBaseline8Bit, Limits.defaults());
        byte[] frame = new byte[layout.frameLength()];
        for (int i = 0; i < frame.length; i += 3) {
            frame[i] = (byte) 200;
            frame[i + 1] = 50;
            frame[i + 2] = 25;
        }
        byte[] target = new byte[frame.length];

        byte[] stream = encoder.encode(frame, 0, layout);
        decoder.decode(stream, 0, stream.length, encoded, target, 0);

        assertEquals(PhotometricInterpretation.YBR_FULL_422, encoded.photometric());
        assertEquals(RGB, decoder.decodedLayout(encoded).photometric());
        for (int i = 0; i < frame.length; i++) {
            assertEquals(frame[i] & 0xff, target[i] & 0xff, 3);
        }
    }

    @Test
    void lossyCompressionOfSignedSamplesIsRefused() {
        ImageLayout layout = new ImageLayout(8, 8, 1, GRAY, 16, 12, 11, true, false, 1);

        for (String syntax : new String[] {UID.JPEGExtended12Bit, UID.JPEGLSNearLossless}) {
            FrameEncoder encoder = codec(syntax).encoder(syntax).orElseThrow();
            assertThrows(IllegalArgumentException.class, () -> encoder.encodedLayout(layout));
        }
    }
}
