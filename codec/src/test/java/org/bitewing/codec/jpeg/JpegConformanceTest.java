package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compliance test streams of ISO 10918-2: four components, all sampled differently. */
class JpegConformanceTest {
    private static final int WIDTH = 255;
    private static final int HEIGHT = 257;

    private static byte[] stream(String path) {
        return Fixtures.read(Fixtures.shared("corpus/conformance/10918/" + path));
    }

    /** The fourth component of the source picture: 85 by 257 samples of 16 bits, big endian. */
    private static short[] sourceD() {
        short[] samples = new short[85 * HEIGHT];
        ByteBuffer.wrap(stream("p14/D16.SRC")).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** The fourth component of a decoded picture at its own size: a third of the width. */
    private static int decodedD(short[] picture, int index) {
        return picture[(index / 85 * WIDTH + index % 85 * 3) * 4 + 3] & 0xFFFF;
    }

    /** Streams of the same letter in folders of several processes are the same; each letter has its verdict. */
    @TestFactory
    Stream<DynamicTest> everyStreamHasAVerdict() throws IOException {
        Path folder = Fixtures.shared("corpus/conformance/10918");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> streams = files.filter(file -> file.toString().endsWith(".JPG")).sorted().toList();
            assertEquals(17, streams.size());
            return streams.stream().map(file -> {
                String path = folder.relativize(file).toString();
                return DynamicTest.dynamicTest(path, () -> judge(path));
            });
        }
    }

    private void judge(String path) {
        String process = path.substring(0, path.indexOf('/') + 1);
        switch (path.substring(process.length())) {
            case "A1.JPG", "C1.JPG" -> lossyStreamsComeCloseToTheSource(path, 10.5);
            case "E1.JPG" -> lossyStreamsComeCloseToTheSource(path, 3);
            case "C2.JPG" -> interleavedAndSingleScansOfOnePictureAreEqual(process + "C1.JPG", path);
            case "E2.JPG" -> interleavedAndSingleScansOfOnePictureAreEqual(process + "E1.JPG", path);
            case "B1.JPG", "B2.JPG" -> decodedWithTables(process);
            case "O1.JPG", "O2.JPG" -> losslessStreamsGiveTheSourceExactly();
            default -> fail("no verdict for " + path);
        }
    }

    @Test
    void losslessStreamsGiveTheSourceExactly() {
        short[] source = sourceD();

        short[] interleaved8 = Fixtures.decodeShorts(stream("p14/O1.JPG"), DecodeOptions.defaults());
        short[] single16 = Fixtures.decodeShorts(stream("p14/O2.JPG"), DecodeOptions.defaults());

        for (int i = 0; i < source.length; i++) {
            assertEquals((source[i] & 0xFFFF) >> 8, decodedD(interleaved8, i));
            assertEquals(source[i] & 0xFFFF, decodedD(single16, i));
        }
    }

    @ParameterizedTest
    @CsvSource({"p2/A1.JPG,10.5", "p2/C1.JPG,10.5", "p4/E1.JPG,3"})
    void lossyStreamsComeCloseToTheSource(String path, double bound) {
        byte[] stream = stream(path);
        int shift = JpegDecoder.readHeader(stream, 0, stream.length).precision() - 8;
        short[] source = sourceD();

        short[] decoded = Fixtures.decodeShorts(stream, DecodeOptions.defaults());

        double sum = 0;
        for (int i = 0; i < source.length; i++) {
            double error = decodedD(decoded, i) / (double) (1 << shift) - ((source[i] & 0xFFFF) >> 8);
            sum += error * error;
        }
        double meanSquare = sum / source.length;
        assertTrue(meanSquare < bound * bound, "root of the mean square error: " + Math.sqrt(meanSquare));
    }

    @ParameterizedTest
    @CsvSource({"p2/C1.JPG,p2/C2.JPG", "p4/E1.JPG,p4/E2.JPG"})
    void interleavedAndSingleScansOfOnePictureAreEqual(String interleaved, String single) {
        short[] one = Fixtures.decodeShorts(stream(interleaved), DecodeOptions.defaults());
        short[] other = Fixtures.decodeShorts(stream(single), DecodeOptions.defaults());

        assertArrayEquals(one, other);
    }

    @Test
    void aFrameOf255ComponentsDecodesWithTablesLoadedBefore() {
        decodedWithTables("p1/");
    }

    private static void decodedWithTables(String process) {
        byte[] tables = stream(process + "B1.JPG");
        byte[] frame = stream(process + "B2.JPG");
        byte[] target = new byte[WIDTH * HEIGHT * 255];
        JpegDecoder decoder = new JpegDecoder(DecodeOptions.defaults());

        decoder.loadTables(tables, 0, tables.length);
        int lines = decoder.decode(frame, 0, frame.length, target, 0);

        assertEquals(HEIGHT, lines);
        assertEquals(255, JpegDecoder.readHeader(frame, 0, frame.length).components().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1/A1.JPG", "p2/C1.JPG", "p4/E1.JPG", "p14/O1.JPG"})
    void headersTellWhatTheParserOutputOfTheStandardTells(String path) {
        byte[] stream = stream(path);

        FrameHeader header = JpegDecoder.readHeader(stream, 0, stream.length);

        assertEquals(WIDTH, header.width());
        assertEquals(HEIGHT, header.height());
        assertEquals(List.of(200, 150, 100, 50), header.components().stream().map(FrameComponent::identifier).toList());
        assertEquals(List.of(1, 1, 3, 1),
                header.components().stream().map(FrameComponent::horizontalSampling).toList());
        assertEquals(List.of(1, 2, 1, 4), header.components().stream().map(FrameComponent::verticalSampling).toList());
    }
}
