package org.bitewing.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.junit.jupiter.api.Test;

/** Streams that are cut, changed, or made to hurt. */
class JpegLsHostileTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    @Test
    void cutStreamsAreErrorsAtEveryByteAndPartialFramesAreRight() {
        for (JpegLsHeader header : headers()) {
            short[] samples = Pictures.of(header, 1);
            byte[] stream = Pictures.encode(header, samples);
            short[] expected = decode(stream, samples.length);
            JpegLsDecoder strict = JpegLsDecoder.within(Limits.defaults());
            JpegLsDecoder partial = JpegLsDecoder.within(Limits.defaults()).partial(true);
            int line = samples.length / HEIGHT;
            int atMost = 0;
            // The last byte of the scan may be padding; EOI is not needed.
            for (int cut = 0; cut < stream.length - 3; cut++) {
                int end = cut;
                short[] target = new short[samples.length];
                DicomException error = assertThrows(DicomException.class,
                        () -> strict.decode(stream, 0, end, target, 0), header + " cut at " + cut);
                assertTrue(error.location().offset() <= cut, error.getMessage());
                try {
                    Arrays.fill(target, (short) -1);
                    int lines = partial.decode(stream, 0, cut, target, 0);
                    assertTrue(lines >= atMost && lines < HEIGHT && partial.failure().isPresent());
                    assertArrayEquals(Arrays.copyOf(expected, lines * line), Arrays.copyOf(target, lines * line));
                    atMost = lines;
                } catch (DicomException e) {
                    assertEquals(0, atMost, "only what comes before the first sample is thrown");
                }
            }
            assertEquals(HEIGHT - 1, atMost);
        }
    }

    @Test
    void partialFrameIsZeroAfterWhatWasDecoded() {
        JpegLsHeader header = JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 8);
        byte[] stream = Pictures.encode(header, Pictures.of(header, 1));
        byte[] target = new byte[WIDTH * HEIGHT + 2];
        Arrays.fill(target, (byte) 77);
        JpegLsDecoder partial = JpegLsDecoder.within(Limits.defaults()).partial(true);
        int lines = partial.decode(stream, 0, stream.length / 2, target, 1);
        assertTrue(lines > 0);
        for (int i = 1 + lines * WIDTH; i <= WIDTH * HEIGHT; i++) {
            assertEquals(0, target[i]);
        }
        assertEquals(77, target[0]);
        assertEquals(77, target[target.length - 1]);
    }

    @Test
    void changedStreamsEndInSamplesOrDicomException() {
        Random random = new Random(2);
        JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults());
        JpegLsDecoder partial = JpegLsDecoder.within(Limits.defaults()).partial(true);
        int errors = 0;
        for (JpegLsHeader header : headers()) {
            short[] samples = Pictures.of(header, 3);
            byte[] stream = Pictures.encode(header, samples);
            for (int round = 0; round < 3000; round++) {
                byte[] changed = stream.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    changed[random.nextInt(random.nextInt(3) == 0 ? 50 : changed.length)] = (byte) random.nextInt();
                }
                short[] target = new short[samples.length];
                try {
                    decoder.readHeader(changed, 0, changed.length);
                    partial.decode(changed, 0, changed.length, target, 0);
                    decoder.decode(changed, 0, changed.length, target, 0);
                } catch (DicomException e) {
                    errors++;
                }
            }
        }
        assertTrue(errors > 5000, "many changes are noticed: " + errors);
    }

    @Test
    void scansOfOneBitForeverEndWithTheirBytes() {
        JpegLsHeader header = JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 16);
        byte[] stream = Pictures.encode(header, Pictures.of(header, 1));
        int start = 40;
        for (int value : new int[] {0x00, 0x7F, 0x55, 0x80, 0xFE}) {
            byte[] flat = stream.clone();
            Arrays.fill(flat, start, flat.length, (byte) value);
            JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults()).partial(true);
            int lines = decoder.decode(flat, 0, flat.length, new short[WIDTH * HEIGHT], 0);
            assertEquals(lines < HEIGHT, decoder.failure().isPresent());
        }
        Arrays.fill(stream, start, stream.length, (byte) 0);
        DicomException error = assertThrows(DicomException.class, () -> decode(stream, WIDTH * HEIGHT));
        assertTrue(error.reason().contains("Golomb code of more than"), error.reason());
    }

    @Test
    void countsOfContextsMayOverflowWithoutHarm() {
        // RESET as late as can be, and errors as large as can be: the sums of a context exceed 31 bits.
        JpegLsHeader header = JpegLsHeader.lossless(1000, 300, 1, 16)
                .withPreset(new PresetParameters(65535, 65535, 65535, 65535, 65535));
        byte[] stream = Pictures.encode(header, new short[300_000]);
        Random random = new Random(4);
        int start = 40;
        byte[] noise = Arrays.copyOf(stream, start + 2_000_000);
        for (int i = start; i < noise.length; i++) {
            noise[i] = (byte) (random.nextInt(50) == 0 ? random.nextInt(128) : 0x01);
        }
        JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults()).partial(true);
        int lines = decoder.decode(noise, 0, noise.length, new short[300_000], 0);
        assertEquals(lines < 300, decoder.failure().isPresent());
    }

    private static JpegLsHeader[] headers() {
        JpegLsHeader color = JpegLsHeader.lossless(WIDTH, HEIGHT, 3, 8);
        return new JpegLsHeader[] {
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 8),
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 16),
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 12).withNear(3),
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 2),
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 8).withPreset(new PresetParameters(255, 9, 9, 9, 31)),
            JpegLsHeader.lossless(WIDTH, HEIGHT, 1, 8).withRestartInterval(3),
            color, color.withInterleave(InterleaveMode.LINE).withNear(2),
            color.withInterleave(InterleaveMode.LINE).withTransform(ColorTransform.HP2)};
    }

    private static short[] decode(byte[] stream, int samples) {
        short[] target = new short[samples];
        JpegLsDecoder.within(Limits.defaults()).decode(stream, 0, stream.length, target, 0);
        return target;
    }
}
