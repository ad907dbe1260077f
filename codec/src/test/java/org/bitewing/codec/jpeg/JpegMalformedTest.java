package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad streams end in an error that names the place, in bounded time and memory, whatever is wrong with them. */
class JpegMalformedTest {
    private static final int WIDTH = 33;
    private static final int HEIGHT = 27;
    private static final DecodeOptions AS_CODED = DecodeOptions.defaults();

    static Map<String, byte[]> kinds() {
        JpegEncoder encoder = new JpegEncoder();
        short[] gray = Fixtures.picture(WIDTH, HEIGHT, 1, 8);
        short[] colour = Fixtures.picture(WIDTH, HEIGHT, 3, 8);
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("baseline", encoder.encode(EncodeParameters.lossy(JpegProcess.BASELINE, 8, WIDTH, HEIGHT, 3)
                .withColour(ComponentColour.RGB_TO_YCBCR, Subsampling.HALF_BOTH).withRestartInterval(1), colour, 0));
        kinds.put("progressive", encoder.encode(EncodeParameters.lossy(JpegProcess.PROGRESSIVE, 8, WIDTH, HEIGHT, 3)
                .withColour(ComponentColour.RGB_TO_YCBCR, Subsampling.HALF_WIDTH), colour, 0));
        kinds.put("lossless", encoder.encode(EncodeParameters.lossless(8, WIDTH, HEIGHT, 1, 6), gray, 0));
        kinds.put("lossless colour", encoder.encode(EncodeParameters.lossless(8, WIDTH, HEIGHT, 3, 1)
                .withRestartInterval(5), colour, 0));
        kinds.put("arithmetic lossless", ArithmeticStreams.lossless(gray, WIDTH, HEIGHT, 8, 4));
        kinds.put("arithmetic sequential", ArithmeticStreams.sequential(Fixtures.picture(WIDTH, HEIGHT, 1, 8), WIDTH,
                HEIGHT, 8));
        return kinds;
    }

    static Stream<String> names() {
        return kinds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void truncationAtEveryByteIsAnErrorOrTheWholeFrame(String kind) {
        byte[] stream = kinds().get(kind);
        byte[] whole = Fixtures.decodeBytes(stream, AS_CODED);
        JpegDecoder decoder = new JpegDecoder(AS_CODED);
        int errors = 0;
        for (int length = 0; length < stream.length; length++) {
            byte[] target = new byte[whole.length];
            try {
                decoder.decode(stream, 0, length, target, 0);
                assertArrayEquals(whole, target, "length " + length);
            } catch (DicomException e) {
                errors++;
                assertTrue(e.location().offset() >= 0 && e.location().offset() <= length, e.getMessage());
            }
        }
        assertTrue(errors >= stream.length - 8, errors + " errors of " + stream.length);
    }

    @ParameterizedTest
    @MethodSource("names")
    void mutationsEndInSamplesOrAnErrorAndNothingElse(String kind) {
        byte[] stream = kinds().get(kind);
        Random random = new Random(42);
        JpegDecoder strict = new JpegDecoder(AS_CODED.withLimits(Limits.defaults().withPixels(100_000)));
        JpegDecoder lenient = new JpegDecoder(AS_CODED.withKeepPartial(true).withCategory17(true)
                .withColour(ColourConversion.YCBCR_TO_RGB, ColourConversion.Photometric.UNKNOWN));
        byte[] bytes = new byte[WIDTH * HEIGHT * 3];
        short[] shorts = new short[WIDTH * HEIGHT * 3];
        int errors = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] mutant = mutate(stream, random);
            errors += fails(() -> strict.decode(mutant, 0, mutant.length, bytes, 0)) ? 1 : 0;
            fails(() -> lenient.decode(mutant, 0, mutant.length, shorts, 0));
        }
        assertTrue(errors > 100, "errors " + errors);
        // The decoder is none the worse for it.
        strict.decode(stream, 0, stream.length, bytes, 0);
        byte[] whole = Fixtures.decodeBytes(stream, AS_CODED);
        assertArrayEquals(whole, Arrays.copyOf(bytes, whole.length));
    }

    private static byte[] mutate(byte[] stream, Random random) {
        byte[] mutant = stream.clone();
        int changes = 1 + random.nextInt(4);
        for (int j = 0; j < changes; j++) {
            // Half of the changes in the headers, where they do more.
            int at = random.nextInt(random.nextBoolean() ? Math.min(200, mutant.length) : mutant.length);
            mutant[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : mutant[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
    }

    private static boolean fails(Runnable decoding) {
        try {
            decoding.run();
            return false;
        } catch (DicomException e) {
            assertTrue(e.location().offset() >= 0, e.getMessage());
            return true;
        }
    }

    private static DicomException error(byte[] stream, int samples) {
        JpegDecoder decoder = new JpegDecoder(AS_CODED);
        return assertThrows(DicomException.class,
                () -> decoder.decode(stream, 0, stream.length, new byte[samples], 0));
    }

    private static byte[] hex(String... parts) {
        return java.util.HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    private static final String SOI = "FFD8";
    /** One DC table with the codes 0 for category 0, 10 for 1; one AC table with the code 0 for end of block. */
    private static final String TABLES = "FFC4 0027 00 0101 0000000000000000000000000000 0001"
            + "10 01000000000000000000000000000000 00";
    private static final String QUANTISATION = "FFDB 0043 00" + "01".repeat(64);
    private static final String SCAN = "FFDA 0008 01 01 00 00 3F 00";

    @Test
    void theTablesOfTheseTestsAreGood() {
        byte[] stream = hex(SOI, QUANTISATION, TABLES, "FFC0 000B 08 0008 0008 01 01 11 00", SCAN, "3F FFD9");

        byte[] flat = new byte[64];
        Arrays.fill(flat, (byte) 128);
        assertArrayEquals(flat, Fixtures.decodeBytes(stream, AS_CODED));
    }

    @Test
    void giantDimensionsInASmallStreamAreRefusedBeforeAnythingIsAllocated() {
        byte[] stream = hex(SOI, QUANTISATION, TABLES, "FFC0 000B 08 FFFF FFFF 01 01 11 00", SCAN, "3F FFD9");
        JpegDecoder decoder = new JpegDecoder(AS_CODED.withLimits(Limits.defaults().withPixels(Integer.MAX_VALUE)));

        DicomException byLimit = error(stream, 100);
        DicomException byTarget = assertThrows(DicomException.class,
                () -> decoder.decode(hex(SOI, QUANTISATION, TABLES, "FFC0 000B 08 4000 4000 01 01 11 00", SCAN), 0,
                        stream.length - 3, new byte[100], 0));

        assertTrue(byLimit.getMessage().contains("Limits.pixels()"), byLimit.getMessage());
        assertTrue(byTarget.getMessage().contains("target of 100 samples"), byTarget.getMessage());
        assertEquals(2 + 69 + 41, byLimit.location().offset());
    }

    @Test
    void samplingThatBlowsUpTheWorkspaceIsRefused() {
        // 255 components of one sample a line, the first sampled 4 by 4 against them.
        StringBuilder header = new StringBuilder("FFC1 0305 08 FFFF 0001 FF");
        for (int i = 0; i < 255; i++) {
            header.append(String.format("%02X", i)).append(i == 0 ? "1100" : "4400");
        }
        byte[] stream = hex(SOI, QUANTISATION, TABLES, header.toString(), "FFDA 0008 01 00 00 00 3F 00", "3F FFD9");

        assertTrue(error(stream, 255 * 65535).getMessage().contains("sampling factors"));
    }

    @Test
    void overfullHuffmanTableIsAnError() {
        byte[] stream = hex(SOI, "FFC4 0016 00 03000000000000000000000000000000 000102");

        DicomException error = error(stream, 64);

        assertTrue(error.getMessage().contains("over-full Huffman table"), error.getMessage());
        assertEquals(stream.length, error.location().offset());
    }

    @Test
    void moreThan256CodesAreAnError() {
        String counts = "00000000000000FF02" + "00".repeat(7);

        assertTrue(error(hex(SOI, "FFC4 0114 00", counts, "00".repeat(257)), 64).getMessage().contains("257 codes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "FFC4 0013 04 0000000000000000 0000000000000000", "FFC4 0013 20 0000000000000000 0000000000000000",
        "FFDB 0043 0401", "FFDB 0043 2001", "FFCC 0004 0400", "FFCC 0004 0001", "FFCC 0004 1000",
        "FFC0 000B 08 0008 0008 01 01 51 00", "FFC0 000B 08 0008 0008 01 01 10 00",
        "FFC0 000B 08 0008 0008 01 01 11 04", "FFC0 000B 09 0008 0008 01 01 11 00",
        "FFC0 000B 08 0008 0000 01 01 11 00", "FFC0 0008 08 0008 0008 00", "FFC3 000B 01 0008 0008 01 01 11 00",
        "FFC3 000B 11 0008 0008 01 01 11 00", "FFC1 000B 0A 0008 0008 01 01 11 00",
        "FFC0 000A 08 0008 0008 01 01 11", "FFC0 000C 08 0008 0008 01 01 11 00 00", "FFDD 0003 00",
        "FFDD 0006 00010000",
        "FFC0 0001", "FFDB 1000 00"})
    void parametersOutOfRangeAreErrorsWithTheirPlace(String segment) {
        DicomException error = error(hex(SOI, segment, "00".repeat(64)), 64);

        assertTrue(error.location().offset() >= 2 && error.location().offset() < 80, error.getMessage());
        assertTrue(error.getMessage().contains("JPEG stream"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFDA 0008 01 02 00 00 3F 00", "FFDA 0008 01 01 40 00 3F 00", "FFDA 0008 01 01 04 00 3F 00",
        "FFDA 0008 01 01 10 00 3F 00", "FFDA 0008 01 01 01 00 3F 00", "FFDA 0008 01 01 00 01 3F 00",
        "FFDA 0008 01 01 00 00 3F 10", "FFDA 0008 01 01 00 00 3F 01", "FFDA 0006 00 00 3F 00",
        "FFDA 000A 02 01 00 01 00 00 3F 00"})
    void scanHeadersOutOfRangeAreErrorsAtTheScan(String scan) {
        byte[] stream = hex(SOI, QUANTISATION, TABLES, "FFC0 000B 08 0008 0008 01 01 11 00", scan, "3F FFD9");

        DicomException error = error(stream, 64);

        assertEquals(2 + 69 + 41 + 13, error.location().offset(), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFC5", "FFC6", "FFC7", "FFCD", "FFCE", "FFCF"})
    void hierarchicalFramesAreRefusedByName(String marker) {
        String message = error(hex(SOI, marker, "000B 08 0008 0008 01 01 11 00"), 64).getMessage();

        assertTrue(message.contains("hierarchical") && message.contains("Differential"), message);
    }

    @Test
    void otherKindsOfStreamsAreRefusedByName() {
        assertTrue(error(hex(SOI, "FFDE 000B 08 0008 0008 01 01 11 00"), 64).getMessage().contains("DHP"));
        assertTrue(error(hex(SOI, "FFF7 000B 08 0008 0008 01 01 11 00"), 64).getMessage().contains("JPEG-LS"));
        assertTrue(error(hex("FF4F FF51 0029"), 64).getMessage().contains("does not begin with SOI"));
        assertTrue(error(new byte[0], 64).getMessage().contains("does not begin with SOI"));
        assertTrue(error(hex(SOI, "FFD9"), 64).getMessage().contains("no frame"));
        assertTrue(error(hex(SOI, SCAN), 64).getMessage().contains("before the frame header"));
    }

    @Test
    void framesTwiceOrScansTwiceAreErrors() {
        String frame = "FFC0 000B 08 0008 0008 01 01 11 00";
        String colour = "FFC0 0011 08 0008 0008 03 01 11 00 02 11 00 03 11 00";

        assertTrue(error(hex(SOI, frame, frame), 64).getMessage().contains("second frame header"));
        assertTrue(error(hex(SOI, QUANTISATION, TABLES, colour, SCAN, "3F", SCAN, "3F"), 192).getMessage()
                .contains("second scan of component 1"));
        assertTrue(error(hex(SOI, QUANTISATION, TABLES, colour, SCAN, "3F FFD9"), 192).getMessage()
                .contains("without a scan of component 2"));
    }

    @Test
    void missingTablesAreErrors() {
        String frame = "FFC0 000B 08 0008 0008 01 01 11 00";

        assertTrue(error(hex(SOI, QUANTISATION, frame, SCAN, "3F"), 64).getMessage().contains("Huffman table 0"));
        assertTrue(error(hex(SOI, TABLES, frame, SCAN, "3F"), 64).getMessage().contains("quantisation table 0"));
    }

    @Test
    void wrongRestartMarkersAreErrors() {
        byte[] stream = kinds().get("baseline");
        int at = 0;
        while (stream[at] != (byte) 0xFF || stream[at + 1] != (byte) 0xD0) {
            at++;
        }
        stream[at + 1] = (byte) 0xD1;

        DicomException error = error(stream, WIDTH * HEIGHT * 3);

        assertTrue(error.getMessage().contains("RST0 expected"), error.getMessage());
        assertEquals(at, error.location().offset());
    }

    @Test
    void thousandsOfProgressiveScansAreRefused() {
        // Refinements that never get finer break the rules of G.1.1.1.1; endless components break the limit.
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.writeBytes(hex(SOI, QUANTISATION, TABLES, "FFC2 000B 08 0008 0008 01 01 11 00",
                "FFDA 0008 01 01 00 00 00 0D", "7F"));
        for (int i = 0; i < 5000; i++) {
            repeated.writeBytes(hex("FFDA 0008 01 01 00 00 00 DC", "7F"));
        }
        StringBuilder frame = new StringBuilder("FFC2 0305 08 0008 0008 FF");
        StringBuilder scans = new StringBuilder();
        for (int i = 0; i < 255; i++) {
            frame.append(String.format("%02X1100", i));
            scans.append(String.format("FFDA 0008 01 %02X 00 00 00 01 7F FFDA 0008 01 %02X 00 00 00 10 7F", i, i));
        }

        assertTrue(error(repeated.toByteArray(), 64).getMessage().contains("not what follows from the scans before"));
        assertTrue(error(hex(SOI, QUANTISATION, TABLES, frame.toString(), scans.toString()), 64 * 255).getMessage()
                .contains("more than 256 scans"));
    }

    @Test
    void losslessScansCheckTheirParameters() {
        String frame = "FFC3 000B 08 0008 0008 01 01 11 00";

        for (String scan : new String[] {"00 00 00", "08 00 00", "01 00 08", "01 00 10"}) {
            String message = error(hex(SOI, TABLES, frame, "FFDA 0008 01 01 00", scan, "00"), 64).getMessage();
            assertTrue(message.contains("lossless scan with predictor"), message);
        }
        String interval = error(hex(SOI, TABLES, "FFDD 0004 0003", frame, "FFDA 0008 01 01 00 01 00 00"), 64)
                .getMessage();
        assertTrue(interval.contains("restart interval of 3"), interval);
    }

    @Test
    void heightThatNobodyTellsIsAnError() {
        String frame = "FFC0 000B 08 0000 0008 01 01 11 00";

        assertTrue(error(hex(SOI, QUANTISATION, TABLES, frame, SCAN, "3F FFD9"), 64).getMessage().contains("DNL"));
        assertTrue(error(hex(SOI, QUANTISATION, TABLES, frame, SCAN, "3F FFDC 0004 0000 FFD9"), 64).getMessage()
                .contains("DNL segment of 0 lines"));
    }

    @Test
    void samplesOfMoreThan8BitsDoNotGoIntoBytes() {
        byte[] stream = new JpegEncoder().encode(EncodeParameters.lossless(9, 4, 4, 1, 1), new short[16], 0);

        assertTrue(error(stream, 16).getMessage().contains("9 bits"));
    }

    @Test
    void argumentsOutsideOfTheArraysAreTheCallersErrors() {
        JpegDecoder decoder = new JpegDecoder(AS_CODED);
        byte[] stream = kinds().get("lossless");

        assertThrows(IllegalArgumentException.class, () -> decoder.decode(stream, 1, stream.length, new byte[9], 0));
        assertThrows(IllegalArgumentException.class, () -> decoder.decode(stream, -1, 5, new byte[9], 0));
        assertThrows(IllegalArgumentException.class, () -> decoder.decode(stream, 0, stream.length, new byte[9], 10));
        assertThrows(IllegalArgumentException.class, () -> decoder.decode(stream, 0, stream.length, new short[9], -1));
        assertFalse(decoder.problem().isPresent());
    }

    @Test
    void aSecondFrameHeaderLeavesThePartOfTheFirstFrameThatWasDecoded() {
        byte[] stream = new JpegEncoder().encode(EncodeParameters.lossy(JpegProcess.PROGRESSIVE, 8, WIDTH, HEIGHT, 1),
                Fixtures.picture(WIDTH, HEIGHT, 1, 8), 0);
        int scan = 2;
        for (int scans = 0; scans < 2; scans += (stream[scan + 1] & 0xFF) == Marker.SOS ? 1 : 0) {
            scan++;
            while (stream[scan] != (byte) 0xFF) {
                scan++;
            }
        }
        byte[] lossless = {(byte) 0xFF, (byte) 0xC3, 0, 11, 16, 0, 9, 0, 9, 1, 1, 0x11, 0};
        byte[] bad = new byte[stream.length + lossless.length];
        System.arraycopy(stream, 0, bad, 0, scan);
        System.arraycopy(lossless, 0, bad, scan, lossless.length);
        System.arraycopy(stream, scan, bad, scan + lossless.length, stream.length - scan);
        JpegDecoder decoder = new JpegDecoder(AS_CODED.withKeepPartial(true));

        decoder.decode(bad, 0, bad.length, new short[WIDTH * HEIGHT], 0);

        String problem = decoder.problem().orElseThrow().getMessage();
        assertTrue(problem.contains("a second frame header (SOF3)"), problem);
    }
}
