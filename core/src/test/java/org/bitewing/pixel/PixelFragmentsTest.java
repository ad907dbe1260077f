package org.bitewing.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.pixel.PixelFragments.Evidence;
import org.junit.jupiter.api.Test;

class PixelFragmentsTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.50";

    /** A frame as JPEG begins and ends one, with nothing inside that looks like either. */
    private static byte[] frame(int start, int size, int number) {
        byte[] frame = new byte[size];
        Arrays.fill(frame, (byte) number);
        frame[0] = (byte) 0xff;
        frame[1] = (byte) start;
        frame[size - 2] = (byte) 0xff;
        frame[size - 1] = (byte) 0xd9;
        return frame;
    }

    private static List<byte[]> frames(int start, int... sizes) {
        List<byte[]> frames = new ArrayList<>();
        for (int size : sizes) {
            frames.add(frame(start, size, frames.size() + 1));
        }
        return frames;
    }

    private static List<BulkData> data(List<byte[]> frames) {
        return frames.stream().map(BulkData::of).toList();
    }

    private static DataSet encapsulated(int frames, byte[] table, List<byte[]> fragments) {
        List<BulkData> all = new ArrayList<>(List.of(BulkData.of(table)));
        all.addAll(data(fragments));
        return DataSet.builder().set(Tag.NumberOfFrames, frames).set(new Fragments(Tag.PixelData, VR.OB.code(), all)).build();
    }

    /** Each frame in pieces of a size. */
    private static List<byte[]> pieces(List<byte[]> frames, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte[] frame : frames) {
            for (int from = 0; from < frame.length; from += size) {
                pieces.add(Arrays.copyOfRange(frame, from, Math.min(frame.length, from + size)));
            }
        }
        return pieces;
    }

    private static byte[] numbers(int size, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(size * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            if (size == 4) {
                bytes.putInt((int) number);
            } else {
                bytes.putLong(number);
            }
        }
        return bytes.array();
    }

    private static void assertFrames(List<byte[]> expected, PixelFragments actual) throws IOException {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.frame(i).bytes(), "frame " + i);
        }
    }

    // ---- in and out --------------------------------------------------------------------------------------------------

    @Test
    void framesThatArePutInComeOutThroughAFile() throws IOException {
        List<byte[]> frames = frames(0xd8, 100, 32, 64, 250);
        for (OffsetTables tables : OffsetTables.values()) {
            DataSetBuilder builder = DataSet.builder().set(Tag.TransferSyntaxUID, JPEG);
            PixelFragments.set(builder, data(frames), tables);

            DataSet read = Dicom.read(Dicom.toBytes(builder.build()));

            PixelFragments found = PixelFragments.of(read);
            assertFrames(frames, found);
            assertEquals(switch (tables) {
                case BASIC -> Evidence.BASIC_TABLE;
                case EXTENDED -> Evidence.EXTENDED_TABLE;
                case NONE -> Evidence.ONE_FRAGMENT_EACH;
            }, found.evidence());
            assertTrue(found.tableProblem().isEmpty());
            assertEquals(4, read.integer(Tag.NumberOfFrames).orElseThrow());
        }
    }

    @Test
    void framesInSeveralFragmentsComeOutWhole() throws IOException {
        List<byte[]> frames = frames(0xd8, 100, 31, 64, 250);
        for (OffsetTables tables : List.of(OffsetTables.BASIC, OffsetTables.NONE)) {
            DataSetBuilder builder = DataSet.builder().set(Tag.TransferSyntaxUID, JPEG);
            PixelFragments.set(builder, data(frames), tables, 16);

            PixelFragments found = PixelFragments.of(builder.build());

            assertFrames(frames, found);
            assertEquals(7, found.fragments(0).size());
            assertEquals(tables == OffsetTables.BASIC ? Evidence.BASIC_TABLE : Evidence.MARKERS, found.evidence());
        }
    }

    @Test
    void theExtendedTableTellsTheLengthBeforePadding() throws IOException {
        List<byte[]> frames = frames(0xd8, 33, 35);
        DataSetBuilder builder = DataSet.builder().set(Tag.TransferSyntaxUID, JPEG);
        PixelFragments.set(builder, data(frames), OffsetTables.EXTENDED);

        DataSet read = Dicom.read(Dicom.toBytes(builder.build()));

        assertArrayEquals(numbers(8, 0, 42), read.bytes(Tag.ExtendedOffsetTable));
        assertArrayEquals(numbers(8, 33, 35), read.bytes(Tag.ExtendedOffsetTableLengths));
        assertFrames(frames, PixelFragments.of(read));
    }

    @Test
    void theBasicTableHoldsTheOffsetsOfItems() throws IOException {
        DataSetBuilder builder = DataSet.builder();
        PixelFragments.set(builder, data(frames(0xd8, 33, 40, 10)), OffsetTables.BASIC);
        Fragments fragments = (Fragments) builder.build().element(Tag.PixelData).orElseThrow();

        assertArrayEquals(numbers(4, 0, 8 + 34, 8 + 34 + 8 + 40), fragments.all().get(0).bytes());
    }

    @Test
    void joinedFragmentsCanBeReadInAnyPieces() throws IOException {
        byte[] frame = new byte[1000];
        new Random(5).nextBytes(frame);
        DataSetBuilder builder = DataSet.builder();
        PixelFragments.set(builder, List.of(BulkData.of(frame)), OffsetTables.NONE, 64);
        BulkData joined = PixelFragments.of(builder.build()).frame(0);

        ByteArrayOutputStream single = new ByteArrayOutputStream();
        try (InputStream stream = joined.open()) {
            for (int b = stream.read(); b >= 0; b = stream.read()) {
                single.write(b);
            }
        }
        byte[] middle = BulkData.of(joined.source(), 100, 333).bytes();

        assertArrayEquals(frame, single.toByteArray());
        assertArrayEquals(Arrays.copyOfRange(frame, 100, 433), middle);
    }

    @Test
    void anotherTableReplacesTheOneBefore() throws IOException {
        DataSetBuilder builder = DataSet.builder();
        PixelFragments.set(builder, data(frames(0xd8, 32, 32)), OffsetTables.EXTENDED);
        PixelFragments.set(builder, data(frames(0xd8, 32, 32)), OffsetTables.NONE);
        assertFalse(builder.build().contains(Tag.ExtendedOffsetTable) || builder.build().contains(Tag.ExtendedOffsetTableLengths));
    }

    @Test
    void whatCannotBeEncapsulatedIsRefused() {
        DataSetBuilder builder = DataSet.builder();
        List<BulkData> two = data(frames(0xd8, 32, 32));
        BulkData huge = BulkData.of(two.get(0).source(), 0, 0xfffffffeL);
        assertThrows(IllegalArgumentException.class, () -> PixelFragments.set(builder, List.of(), OffsetTables.NONE));
        assertThrows(IllegalArgumentException.class, () -> PixelFragments.set(builder, List.of(BulkData.of(new byte[0])), OffsetTables.NONE));
        assertThrows(IllegalArgumentException.class, () -> PixelFragments.set(builder, two, OffsetTables.NONE, 15));
        assertThrows(IllegalArgumentException.class, () -> PixelFragments.set(builder, two, OffsetTables.EXTENDED, 16));
        assertThrows(IllegalArgumentException.class, () -> PixelFragments.set(builder, List.of(huge, huge), OffsetTables.BASIC));
    }

    // ---- tables that are missing or wrong ------------------------------------------------------------------------------

    @Test
    void oneFrameIsAllFragments() throws IOException {
        List<byte[]> frame = frames(0xd8, 100);
        PixelFragments found = PixelFragments.of(encapsulated(1, new byte[0], pieces(frame, 30)));
        assertFrames(frame, found);
        assertEquals(Evidence.ONE_FRAME, found.evidence());
    }

    @Test
    void markersTellFramesApartInEveryCompressionThatHasThem() throws IOException {
        for (int start : new int[] {0xd8, 0x4f}) {
            List<byte[]> frames = frames(start, 100, 64, 30, 90);
            PixelFragments found = PixelFragments.of(encapsulated(4, new byte[0], pieces(frames, 30)));
            assertFrames(frames, found);
            assertEquals(Evidence.MARKERS, found.evidence());
        }
    }

    @Test
    void paddingBehindTheEndMarkerIsNoObstacle() throws IOException {
        List<byte[]> frames = frames(0xd8, 61, 33);
        frames.replaceAll(frame -> Arrays.copyOf(frame, frame.length + 3));
        assertFrames(frames, PixelFragments.of(encapsulated(2, new byte[0], pieces(frames, 16))));
    }

    @Test
    void framesWithoutEndMarkersAreToldByTheirStarts() throws IOException {
        List<byte[]> frames = frames(0xd8, 60, 40);
        frames.forEach(frame -> frame[frame.length - 1] = 5);
        assertFrames(frames, PixelFragments.of(encapsulated(2, new byte[0], pieces(frames, 16))));
    }

    @Test
    void fragmentsThatNothingTellsApartAreAnError() {
        List<byte[]> anything = List.of(new byte[10], new byte[10], new byte[10]);
        assertThrows(DicomException.class, () -> PixelFragments.of(encapsulated(2, new byte[0], anything)));
        assertThrows(DicomException.class, () -> PixelFragments.of(encapsulated(4, new byte[0], anything)));
        assertThrows(DicomException.class, () -> PixelFragments.of(encapsulated(Integer.MAX_VALUE, new byte[0], anything)));
        assertThrows(DicomException.class, () -> PixelFragments.of(encapsulated(-1, new byte[0], anything)));
        assertThrows(DicomException.class, () -> PixelFragments.of(encapsulated(1, new byte[0], List.of())));
    }

    @Test
    void aTableThatDoesNotAgreeIsNotUsed() throws IOException {
        List<byte[]> frames = frames(0xd8, 32, 32, 32);
        List<byte[]> wrong = List.of(numbers(4, 0, 40), numbers(4, 0, 40, 79), numbers(4, 40, 80, 120), numbers(4, 0, 0, 40),
                numbers(4, 0, 40, 120), numbers(4, 0, 80, 40), numbers(4, -1, -1, -1), new byte[5], new byte[4000]);
        for (byte[] table : wrong) {
            PixelFragments found = PixelFragments.of(encapsulated(3, table, frames));
            assertFrames(frames, found);
            assertEquals(Evidence.ONE_FRAGMENT_EACH, found.evidence());
            assertTrue(found.tableProblem().isPresent());
        }
    }

    @Test
    void anExtendedTableWithWrongLengthsIsNotUsed() throws IOException {
        List<byte[]> frames = frames(0xd8, 32, 32);
        for (byte[] lengths : List.of(new byte[0], numbers(8, 32), numbers(8, 32, 33), numbers(8, 32, 0), numbers(8, -1, 32))) {
            DataSet dataSet = encapsulated(2, new byte[0], frames).toBuilder().set(Value.of(Tag.ExtendedOffsetTable, VR.OV, numbers(8, 0, 40)))
                    .set(Value.of(Tag.ExtendedOffsetTableLengths, VR.OV, lengths)).build();
            PixelFragments found = PixelFragments.of(dataSet);
            assertFrames(frames, found);
            assertEquals(Evidence.ONE_FRAGMENT_EACH, found.evidence());
        }
    }

    @Test
    void aTableTellsTheNumberOfFramesWhereNothingElseDoes() throws IOException {
        List<byte[]> frames = frames(0xd8, 32, 32);
        DataSet dataSet = encapsulated(2, numbers(4, 0, 40), frames).toBuilder().remove(Tag.NumberOfFrames).build();
        assertFrames(frames, PixelFragments.of(dataSet));
    }

    @Test
    void pixelDataThatIsNotEncapsulatedIsAnError() {
        assertThrows(DicomException.class, () -> PixelFragments.of(DataSet.builder().build()));
        assertThrows(DicomException.class, () -> PixelFragments.of(DataSet.builder().set(Tag.PixelData, new byte[2]).build()));
    }
}
