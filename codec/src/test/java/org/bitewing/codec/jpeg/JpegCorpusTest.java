package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every JPEG file of the corpus against DCMTK and GDCM: equal to the bit, lossy ones included. */
class JpegCorpusTest {
    private static final DecodeOptions AS_CODED = DecodeOptions.defaults();

    static Stream<Arguments> files() {
        Path compressed = Fixtures.shared("corpus/files/compressed");
        List<Arguments> files = new ArrayList<>();
        for (String folder : List.of("JPEGBaseline", "JPEGExtended", "JPEGLossless", "JPEGLosslessSV1")) {
            for (Path file : Fixtures.list(compressed.resolve(folder))) {
                files.add(Arguments.of(file.getFileName().toString(), file));
            }
        }
        return files.stream();
    }

    private static byte[] decodeAll(byte[] file, DecodeOptions options) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] stream : Fixtures.streams(file)) {
            frames.writeBytes(Fixtures.decodeNative(stream, options));
        }
        byte[] all = frames.toByteArray();
        return Arrays.copyOf(all, all.length + all.length % 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void samplesEqualThoseOfDcmtkWithoutColourConversion(String name, Path path) {
        byte[] file = Fixtures.read(path);

        byte[] expected = Fixtures.dcmdjpeg(file, "--conv-never", "--color-by-pixel");

        assertArrayEquals(expected, decodeAll(file, AS_CODED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void samplesEqualThoseOfDcmtkWithItsColourConversion(String name, Path path) {
        byte[] file = Fixtures.read(path);
        boolean ybr = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains("YBR_FULL");
        ColourConversion.Photometric said = ybr ? ColourConversion.Photometric.YCBCR : ColourConversion.Photometric.RGB;

        byte[] expected = Fixtures.dcmdjpeg(file, "--color-by-pixel");

        assertArrayEquals(expected, decodeAll(file, AS_CODED.withColour(ColourConversion.AUTO, said)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFileDecodesWithOneReusedDecoder(String name, Path path) {
        JpegDecoder decoder = new JpegDecoder(AS_CODED);
        for (byte[] stream : Fixtures.streams(Fixtures.read(path))) {
            FrameHeader header = JpegDecoder.readHeader(stream, 0, stream.length);
            short[] once = new short[(int) header.samples()];
            short[] again = new short[(int) header.samples()];

            assertEquals(header.height(), decoder.decode(stream, 0, stream.length, once, 0));
            decoder.decode(stream, 0, stream.length, again, 0);

            assertArrayEquals(once, again);
        }
    }

    @Test
    void signedPredictionIsWhatDcmtkDoesForTheFileOfAWrongEncoder() {
        byte[] file = Fixtures.read(Fixtures.shared(
                "corpus/files/compressed/JPEGLossless/JPEGLossless_1s_1f_i_16_16_bad.dcm"));

        byte[] expected = Fixtures.dcmdjpeg(file, "--workaround-pred6");

        assertArrayEquals(expected, decodeAll(file, AS_CODED.withSignedPrediction(true)));
    }
}
