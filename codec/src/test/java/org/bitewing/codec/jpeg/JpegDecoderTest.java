package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of libjpeg-turbo, and what encoders leave out or add that the decoder takes as it is meant. */
class JpegDecoderTest {
    private static final DecodeOptions AS_CODED = DecodeOptions.defaults();
    private static final DecodeOptions TO_RGB = AS_CODED.withColour(ColourConversion.AUTO,
            ColourConversion.Photometric.UNKNOWN);

    private final short[] gray = Fixtures.picture(50, 40, 1, 8);
    private final byte[] lossless = new JpegEncoder().encode(EncodeParameters.lossless(8, 50, 40, 1, 1), gray, 0);
    private final byte[] progressive = new JpegEncoder().encode(
            EncodeParameters.lossy(JpegProcess.PROGRESSIVE, 8, 50, 40, 1), gray, 0);

    @ParameterizedTest
    @ValueSource(strings = {"-arithmetic", "-arithmetic -progressive", "-arithmetic -restart 2B",
        "-arithmetic -progressive -restart 1", "-progressive", "-progressive -restart 3B", "-restart 1B",
        "-sample 1x1", "-sample 2x1 -progressive", "-sample 4x2 -arithmetic", "-sample 1x4", "-sample 4x1",
        "-sample 2x2,1x2,1x1 -arithmetic -progressive", "-quality 3", "-quality 100 -sample 1x1", "-rgb",
        "-grayscale -arithmetic -progressive"})
    void streamsOfCjpegDecodeAsDjpegDecodesThem(String options) {
        byte[] samples = Fixtures.narrow(Fixtures.picture(119, 85, 3, 8));
        byte[] stream = Fixtures.cjpeg(samples, 119, 85, options.split(" "));

        byte[] expected = Fixtures.djpeg(stream);

        assertArrayEquals(expected, Fixtures.decodeBytes(stream, TO_RGB));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,5", "5,3", "7,9", "8,8", "16,16", "17,1", "1,17", "9,33"})
    void smallFramesDecodeAsDjpegDecodesThem(int width, int height) {
        byte[] samples = Fixtures.narrow(Fixtures.picture(width, height, 3, 8));
        byte[] half = Fixtures.cjpeg(samples, width, height, "-sample", "2x2");
        byte[] wide = Fixtures.cjpeg(samples, width, height, "-sample", "2x1", "-progressive");

        assertArrayEquals(Fixtures.djpeg(half), Fixtures.decodeBytes(half, TO_RGB));
        assertArrayEquals(Fixtures.djpeg(wide), Fixtures.decodeBytes(wide, TO_RGB));
    }

    @Test
    void chrominanceOfHalfTheHeightIsRepeatedAsDcmtkDoes() {
        byte[] samples = Fixtures.narrow(Fixtures.picture(60, 44, 3, 8));
        byte[] stream = Fixtures.cjpeg(samples, 60, 44, "-sample", "1x2");
        EncodeParameters parameters = EncodeParameters.lossy(JpegProcess.BASELINE, 8, 60, 44, 3);

        byte[] expected = Fixtures.dcmdjpeg(Fixtures.dicom(stream, Fixtures.BASELINE, parameters, "YBR_FULL"));

        assertArrayEquals(expected, Fixtures.decodeBytes(stream, TO_RGB));
    }

    @Test
    void nothingBesideTheFrameIsTouchedInTheTarget() {
        byte[] target = new byte[50 * 40 + 20];
        Arrays.fill(target, (byte) 77);

        new JpegDecoder(AS_CODED).decode(lossless, 0, lossless.length, target, 10);

        for (int i = 0; i < 10; i++) {
            assertEquals(77, target[i]);
            assertEquals(77, target[target.length - 1 - i]);
        }
        assertArrayEquals(Fixtures.narrow(gray), Arrays.copyOfRange(target, 10, 10 + 2000));
    }

    @Test
    void theStreamMayLieAnywhereInTheSource() {
        byte[] source = new byte[lossless.length + 50];
        Arrays.fill(source, (byte) 0xFF);
        System.arraycopy(lossless, 0, source, 25, lossless.length);
        byte[] target = new byte[2000];

        new JpegDecoder(AS_CODED).decode(source, 25, lossless.length, target, 0);

        assertArrayEquals(Fixtures.narrow(gray), target);
    }

    @Test
    void missingEndOfImageIsTakenWhereTheDataIsComplete() {
        byte[] cut = Arrays.copyOf(lossless, lossless.length - 2);
        byte[] cutProgressive = Arrays.copyOf(progressive, progressive.length - 2);

        assertArrayEquals(Fixtures.narrow(gray), Fixtures.decodeBytes(cut, AS_CODED));
        assertArrayEquals(Fixtures.decodeBytes(progressive, AS_CODED), Fixtures.decodeBytes(cutProgressive, AS_CODED));
    }

    @Test
    void bytesBehindTheFrameAreNotLookedAt() {
        byte[] more = Arrays.copyOf(lossless, lossless.length + 40);
        byte[] marked = Arrays.copyOf(lossless, lossless.length - 2 + 40); // what looks like frame headers for EOI
        Arrays.fill(more, lossless.length, more.length, (byte) 0xC3);
        for (int i = lossless.length - 2; i < marked.length; i += 2) {
            marked[i] = (byte) 0xFF;
            marked[i + 1] = (byte) 0xC3;
        }

        assertArrayEquals(Fixtures.narrow(gray), Fixtures.decodeBytes(more, AS_CODED));
        assertArrayEquals(Fixtures.narrow(gray), Fixtures.decodeBytes(marked, AS_CODED));
    }

    @Test
    void fillBytesBeforeMarkersAreSkipped() {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        for (int i = 0; i < lossless.length; i++) {
            boolean marker = lossless[i] == (byte) 0xFF && i > 0 && lossless[i + 1] != 0;
            for (int j = 0; marker && j < 3; j++) {
                filled.write(0xFF);
            }
            filled.write(lossless[i]);
        }

        assertTrue(filled.size() >= lossless.length + 12);
        assertArrayEquals(Fixtures.narrow(gray), Fixtures.decodeBytes(filled.toByteArray(), AS_CODED));
    }

    /** The index of a marker of the stream. */
    private static int find(byte[] stream, int code) {
        for (int i = 0; i < stream.length - 1; i++) {
            if (stream[i] == (byte) 0xFF && (stream[i + 1] & 0xFF) == code) {
                return i;
            }
        }
        throw new AssertionError("no marker " + code);
    }

    private static byte[] insert(byte[] stream, int at, int... values) {
        byte[] longer = new byte[stream.length + values.length];
        System.arraycopy(stream, 0, longer, 0, at);
        for (int i = 0; i < values.length; i++) {
            longer[at + i] = (byte) values[i];
        }
        System.arraycopy(stream, at, longer, at + values.length, stream.length - at);
        return longer;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void heightMayComeWithTheDefineNumberOfLinesSegment(int restart) {
        byte[] stream = new JpegEncoder().encode(EncodeParameters.lossless(8, 50, 40, 1, 5)
                .withRestartInterval(restart), gray, 0);
        stream[find(stream, 0xC3) + 6] = 0;

        byte[] withLines = insert(stream, stream.length - 2, 0xFF, 0xDC, 0, 4, 0, 40);

        assertEquals(40, JpegDecoder.readHeader(withLines, 0, withLines.length).height());
        assertArrayEquals(Fixtures.narrow(gray), Fixtures.decodeBytes(withLines, AS_CODED));
    }

    @Test
    void spectralEndOfZeroIsTakenInSequentialScans() {
        byte[] stream = new JpegEncoder().encode(EncodeParameters.lossy(JpegProcess.EXTENDED_SEQUENTIAL, 12, 50, 40, 1),
                Fixtures.picture(50, 40, 1, 12), 0);
        byte[] odd = stream.clone();
        odd[find(odd, 0xDA) + 8] = 0;

        assertEquals(63, stream[find(stream, 0xDA) + 8]);
        assertArrayEquals(Fixtures.decodeShorts(stream, AS_CODED), Fixtures.decodeShorts(odd, AS_CODED));
    }

    @Test
    void differencesThatAreRightModulo256GiveSamplesOf8BitsInBothTargets() {
        // One line of two samples: 128 - 76 = 52, then 52 - 180, which is 128 modulo 256. The code of category 7 is 0,
        // that of category 8 is 10.
        int[] stream = {0xFF, 0xD8, 0xFF, 0xC3, 0, 11, 8, 0, 1, 0, 2, 1, 1, 0x11, 0,
            0xFF, 0xC4, 0, 21, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 8,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 0, 0, 0b00110011, 0b10010010, 0b11111111, 0, 0xFF, 0xD9};
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }

        assertArrayEquals(new byte[] {52, (byte) 128}, Fixtures.decodeBytes(bytes, AS_CODED));
        assertArrayEquals(new short[] {52, 128}, Fixtures.decodeShorts(bytes, AS_CODED));
    }

    @Test
    void theOverflowedCodeOfTheCornellEncoderIsReadOnDemand() {
        // Two samples of 16 bits, all codes but one 1-bit long: category 0, and sixteen ones that are no code.
        // The first is 32768; then come seventeen ones and the 17 bits 4 of the difference 4 - 131071, which is 5
        // modulo 2^16.
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC3, 0, 11, 16, 0, 1, 0, 2, 1, 1, 0x11, 0,
            (byte) 0xFF, (byte) 0xC4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            (byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 0, 0};
        EntropyWriter writer = new EntropyWriter();
        writer.write(head, head.length);
        writer.raw(0, 1);
        writer.raw(0x1FF, 9);
        writer.raw(0xFF, 8);
        writer.raw(0, 1);
        writer.raw(4, 16);
        writer.align();
        writer.marker(Marker.EOI);
        byte[] stream = writer.toByteArray();

        short[] decoded = Fixtures.decodeShorts(stream, AS_CODED.withCategory17(true));

        assertArrayEquals(new short[] {(short) 32768, (short) 32773}, decoded);
    }

    @Test
    void truncatedFramesGiveTheLinesBeforeOnDemand() {
        JpegDecoder decoder = new JpegDecoder(AS_CODED.withKeepPartial(true));
        byte[] target = new byte[2000];

        int lines = decoder.decode(lossless, 0, lossless.length / 2, target, 0);

        assertTrue(lines > 5 && lines < 40, "lines " + lines);
        assertTrue(decoder.problem().isPresent());
        assertArrayEquals(Arrays.copyOf(Fixtures.narrow(gray), lines * 50), Arrays.copyOf(target, lines * 50));
        assertEquals(0, target[lines * 50 + 50]);
        assertEquals(40, decoder.decode(lossless, 0, lossless.length, target, 0));
        assertFalse(decoder.problem().isPresent());
    }

    @Test
    void aProgressiveFrameThatEndsEarlyIsRoughOnDemand() {
        JpegDecoder decoder = new JpegDecoder(AS_CODED.withKeepPartial(true));
        byte[] target = new byte[2000];

        int lines = decoder.decode(progressive, 0, progressive.length * 2 / 3, target, 0);

        assertEquals(40, lines);
        assertTrue(decoder.problem().isPresent());
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += Math.abs((target[i] & 0xFF) - gray[i]);
        }
        assertTrue(sum / 2000 < 20, "mean error " + sum / 2000);
    }

    @Test
    void headersTellTheFactsOfApplicationSegmentsAndScans() {
        short[] colour = Fixtures.picture(16, 8, 3, 8);
        JpegEncoder encoder = new JpegEncoder();
        byte[] jfif = encoder.encode(EncodeParameters.lossy(JpegProcess.PROGRESSIVE, 8, 16, 8, 3)
                .withColour(ComponentColour.YCBCR, Subsampling.HALF_BOTH).withRestartInterval(1), colour, 0);
        byte[] adobe = encoder.encode(EncodeParameters.lossless(8, 16, 8, 3, 6).withPointTransform(2)
                .withColour(ComponentColour.RGB, Subsampling.NONE), colour, 0);

        assertEquals(new FrameHeader(JpegProcess.PROGRESSIVE, 8, 16, 8, List.of(new FrameComponent(1, 2, 2, 0),
                new FrameComponent(2, 1, 1, 1), new FrameComponent(3, 1, 1, 1)), 1, true, -1, 0, 0),
                JpegDecoder.readHeader(jfif, 0, jfif.length));
        assertEquals(new FrameHeader(JpegProcess.LOSSLESS, 8, 16, 8, List.of(new FrameComponent(1, 1, 1, 0),
                new FrameComponent(2, 1, 1, 0), new FrameComponent(3, 1, 1, 0)), 0, false, 0, 6, 2),
                JpegDecoder.readHeader(adobe, 0, adobe.length));
    }

    @Test
    void theStatementOfTheStreamWinsOverThatOfTheCaller() {
        List<FrameComponent> plain = List.of(new FrameComponent(1, 1, 1, 0), new FrameComponent(2, 1, 1, 1),
                new FrameComponent(3, 1, 1, 1));
        List<FrameComponent> letters = List.of(new FrameComponent('R', 1, 1, 0), new FrameComponent('G', 1, 1, 0),
                new FrameComponent('B', 1, 1, 0));

        assertEquals("NONE NONE NONE", resolve(plain, false, 0, JpegProcess.BASELINE));
        assertEquals("YCBCR_TO_RGB YCBCR_TO_RGB YCBCR_TO_RGB", resolve(letters, false, 1, JpegProcess.BASELINE));
        assertEquals("NONE NONE NONE", resolve(letters, true, -1, JpegProcess.BASELINE));
        assertEquals("YCBCR_TO_RGB NONE YCBCR_TO_RGB", resolve(plain, true, -1, JpegProcess.BASELINE));
        assertEquals("NONE NONE NONE", resolve(plain, true, 1, JpegProcess.LOSSLESS));
        assertEquals("NONE NONE NONE", resolve(plain.subList(0, 1), true, -1, JpegProcess.BASELINE));
    }

    /** The conversion for a caller who knows nothing, RGB, Y'CbCr. */
    private static String resolve(List<FrameComponent> components, boolean jfif, int adobe, JpegProcess process) {
        FrameHeader header = new FrameHeader(process, 8, 8, 8, components, 0, jfif, adobe, 0, 0);
        StringBuilder text = new StringBuilder();
        for (ColourConversion.Photometric said : ColourConversion.Photometric.values()) {
            text.append(ColourConversion.forFrame(header, said)).append(' ');
        }
        return text.toString().trim();
    }
}
