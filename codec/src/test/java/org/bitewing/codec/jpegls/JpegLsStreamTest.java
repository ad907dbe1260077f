package org.bitewing.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marker segments as they occur, and as they should not. */
class JpegLsStreamTest {
    private static final int SOF = 2;
    private static final int SOF_LENGTH = 13;
    private static final int SOS = SOF + SOF_LENGTH;
    private static final int SOS_LENGTH = 10;

    private final JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults());
    private final JpegLsHeader header = JpegLsHeader.lossless(20, 10, 1, 8);
    private short[] samples;
    private byte[] stream;

    @BeforeEach
    void encode() {
        samples = Pictures.of(header, 1);
        stream = Pictures.encode(header, samples);
        assertEquals(Marker.SOF55, stream[SOF + 1] & 0xFF);
        assertEquals(Marker.SOS, stream[SOS + 1] & 0xFF);
    }

    @Test
    void exampleOfTheStandardDecodes() {
        // 14495-1 H.3: a picture of four by four samples of eight bits, and its stream.
        byte[] example = hex("FFD8 FFF7 000B 08 0004 0004 01 011100 FFDA 0008 01 0100 00 00 00"
                + "C0 00 00 6C 80 20 8E 01 C0 00 00 57 40 00 00 6E E6 00 00 01 BC 18 00 00 05 D8 00 00 91 60 FFD9");
        byte[] target = new byte[16];
        assertEquals(4, decoder.decode(example, 0, example.length, target, 0));
        assertArrayEquals(new byte[] {0, 0, 90, 74, 68, 50, 43, (byte) 205, 64, (byte) 145, (byte) 145, (byte) 145,
            100, (byte) 145, (byte) 145, (byte) 145}, target);
    }

    @Test
    void applicationDataAndCommentsArePassedOver() {
        byte[] spiff = hex("FFE8 0020 535049464600 0200 00 01 0000000A 00000014 08 08 06 01 00000048 00000048"
                + "FFE8 0008 00000001 FFD8");
        byte[] more = hex("FFE0 0010 4A46494600 0101 00 0001 0001 00 00 FFFE 0005 41FFD8 FFE8 0004 0102 FFEF 0002");
        assertArrayEquals(samples, decode(insert(insert(stream, SOF, spiff), SOS + spiff.length, more)));
    }

    @Test
    void fillAndStrayBytesBeforeMarkersArePassedOver() {
        byte[] filled = insert(insert(stream, SOS, hex("FFFFFF 00 41")), SOF, hex("FFFF"));
        assertArrayEquals(samples, decode(filled));
    }

    @Test
    void missingEndOfImageIsForgiven() {
        assertArrayEquals(samples, decode(Arrays.copyOf(stream, stream.length - 2)));
    }

    @Test
    void noiseAfterTheFrameIsIgnored() {
        assertArrayEquals(samples, decode(insert(stream, stream.length, hex("1234 FFD8 FFDA"))));
    }

    @Test
    void numberOfLinesMayComeAfterTheScan() {
        byte[] late = insert(stream, stream.length - 2, hex("FFDC 0004 000A"));
        late[SOF + 5] = 0;
        late[SOF + 6] = 0;
        assertEquals(header, decoder.readHeader(late, 0, late.length));
        assertArrayEquals(samples, decode(late));
        byte[] never = stream.clone();
        never[SOF + 6] = 0;
        assertErrorAt(SOS + SOS_LENGTH, "DNL", never);
    }

    @Test
    void oversizeDimensionsMayHaveTwoToFourBytes() {
        byte[] large = stream.clone();
        Arrays.fill(large, SOF + 5, SOF + 9, (byte) 0);
        assertArrayEquals(samples, decode(insert(large, SOS, hex("FFF8 0008 04 02 000A 0014"))));
        assertArrayEquals(samples, decode(insert(large, SOF, hex("FFF8 000A 04 03 00000A 000014"))));
        assertErrorAt(SOS + 6, "number of 5 bytes", insert(large, SOS, hex("FFF8 000E 04 05 000000000A 0000000014")));
        assertErrorAt(SOS + 6, "beyond", insert(large, SOS, hex("FFF8 000C 04 04 8000000A 00000014")));
    }

    @Test
    void mappingTableIsRefusedWhereItIsUsed() {
        byte[] unused = insert(stream, SOS, hex("FFF8 0007 02 01 01 0000"));
        assertArrayEquals(samples, decode(unused));
        unused[SOS + 9 + 6] = 1;
        assertErrorAt(SOS + 9 + 6, "table", unused);
    }

    @Test
    void badPresetParametersAreErrors() {
        for (String preset : new String[] {"00FF 0007 0003 0015 0040", "00FF 0003 0015 0007 0040",
            "00FF 0003 0007 0100 0040", "00FF 0003 0007 0015 0002", "00FF 0003 0007 0015 0100",
            "0100 0003 0007 0015 0040", "0001 0003 0007 0015 0040"}) {
            byte[] bad = insert(stream, SOS, hex("FFF8 000D 01" + preset));
            assertErrorAt(SOS + 15 + SOS_LENGTH, "", bad);
        }
        byte[] zeros = insert(stream, SOS, hex("FFF8 000D 01 0000 0000 0000 0000 0000"));
        assertArrayEquals(samples, decode(zeros), "zero asks for the default");
    }

    @Test
    void badNearIsAnError() {
        stream[SOS + 7] = (byte) 128;
        assertErrorAt(SOS + SOS_LENGTH, "NEAR 128", stream);
    }

    @Test
    void wrongFrameHeadersAreErrors() {
        assertErrorAt(SOF + 4, "17 bits", with(SOF + 4, 17));
        assertErrorAt(SOF + 4, "1 bits", with(SOF + 4, 1));
        assertErrorAt(SOS + SOS_LENGTH, "0 samples by", with(SOF + 8, 0));
        assertErrorAt(SOF + 9, "0 components", with(SOF + 9, 0));
        assertErrorAt(SOF + 9, "5 components", with(SOF + 9, 5));
        assertErrorAt(SOF + 11, "Sampling factors", with(SOF + 11, 0x01));
        assertErrorAt(SOF + SOF_LENGTH + 4, "Second frame", insert(stream, SOS, Arrays.copyOfRange(stream, SOF, SOS)));
    }

    @Test
    void wrongScanHeadersAreErrors() {
        assertErrorAt(SOS + 4, "2 components", with(SOS + 4, 2));
        assertErrorAt(SOS + 5, "component 9", with(SOS + 5, 9));
        assertErrorAt(SOS + 8, "Interleave mode 3", with(SOS + 8, 3));
        assertErrorAt(SOS + 9, "point transform", with(SOS + 9, 1));
        byte[] frameless = insert(Arrays.copyOf(stream, 2), 2, Arrays.copyOfRange(stream, SOS, stream.length));
        assertErrorAt(6, "without a frame header", frameless);
    }

    @Test
    void framesOfOtherProcessesAreNamed() {
        assertErrorAt(SOF, "FFC3", with(SOF + 1, 0xC3));
        assertErrorAt(SOF, "FFF9", with(SOF + 1, 0xF9));
        assertErrorAt(0, "SOI", with(1, 0x4F));
        assertErrorAt(0, "SOI", new byte[1]);
    }

    @Test
    void marksOfComponentsThatNeverComeAreErrors() {
        JpegLsHeader planes = JpegLsHeader.lossless(8, 8, 3, 8).withInterleave(InterleaveMode.NONE);
        byte[] full = Pictures.encode(planes, Pictures.of(planes, 2));
        int second = full.length - 1;
        while (!(full[second] == -1 && (full[second + 1] & 0xFF) == Marker.SOS)) {
            second--;
        }
        byte[] cut = insert(Arrays.copyOf(full, second), second, hex("FFD9"));
        assertErrorAt(second, "before all components", cut, 3 * 64);
        full[second + 5] = 1;
        DicomException twice = assertThrows(DicomException.class,
                () -> decoder.decode(full, 0, full.length, new byte[192], 0));
        assertTrue(twice.reason().contains("two scans"), twice.reason());
    }

    @Test
    void colourTransformThatNobodyKnowsIsAnError() {
        assertErrorAt(SOF + 8, "Colour transform 7", insert(stream, SOF, hex("FFE8 0007 6D726678 07")));
        assertErrorAt(SOS + 9 + SOS_LENGTH, "three components", insert(stream, SOF, hex("FFE8 0007 6D726678 01")));
    }

    @Test
    void missingRestartMarkerIsAnError() {
        JpegLsHeader restarts = header.withRestartInterval(3);
        byte[] marked = Pictures.encode(restarts, samples);
        int first = SOS + 6 + SOS_LENGTH;
        while (!(marked[first] == -1 && (marked[first + 1] & 0xFF) == Marker.RST0)) {
            first++;
        }
        marked[first + 1]++;
        assertErrorAt(first, "RST0 is missing", marked);
        assertEquals(3, decoder.partial(true).decode(marked, 0, marked.length, new byte[200], 0));
    }

    @Test
    void frameLargerThanTargetOrLimitsIsRefusedBeforeAnythingIsAllocated() {
        byte[] giant = with(SOF + 5, 0x3F);
        giant[SOF + 7] = (byte) 0x3F;
        assertErrorAt(0, "does not fit", giant);
        byte[] huge = insert(stream, SOS, hex("FFF8 000C 04 04 7FFFFFFF 7FFFFFFF"));
        Arrays.fill(huge, SOF + 5, SOF + 9, (byte) 0);
        assertErrorAt(SOS + 14 + SOS_LENGTH, "Limits.pixels", huge);
        JpegLsDecoder strict = JpegLsDecoder.within(Limits.defaults().withPixels(199));
        assertThrows(DicomException.class, () -> strict.readHeader(stream, 0, stream.length));
    }

    private byte[] with(int at, int value) {
        byte[] changed = stream.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private short[] decode(byte[] changed) {
        short[] target = new short[samples.length];
        assertEquals(header.height(), decoder.decode(changed, 0, changed.length, target, 0));
        return target;
    }

    private void assertErrorAt(int offset, String reason, byte[] bad) {
        assertErrorAt(offset, reason, bad, samples.length);
    }

    private void assertErrorAt(int offset, String reason, byte[] bad, int length) {
        byte[] shifted = new byte[bad.length + 3];
        System.arraycopy(bad, 0, shifted, 3, bad.length);
        DicomException error = assertThrows(DicomException.class,
                () -> decoder.decode(shifted, 3, bad.length, new byte[length], 0));
        assertTrue(error.reason().contains(reason), error.reason());
        assertEquals("JPEG-LS stream", error.location().source());
        assertEquals(offset, error.location().offset(), error.reason());
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static byte[] hex(String digits) {
        String joined = digits.replace(" ", "");
        byte[] bytes = new byte[joined.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(joined.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }
}
