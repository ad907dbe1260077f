package org.bitewing.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomBytes;
import org.bitewing.io.ReadOptions;
import org.bitewing.text.SpecificCharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The immutable tree: looking things up, comparing, building, and values that stay in their file. */
class DataSetTest {
    @TempDir
    private Path folder;

    private static DataSet study() {
        return DataSet.builder().set(Tag.PatientName, "Doe^John").set(Tag.Rows, 512)
                .set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.3"),
                        DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.4"))
                .build();
    }

    private Path file(byte[] value) throws IOException {
        Path file = folder.resolve("large.dcm");
        Files.write(file, DicomBytes.file("1.2.840.10008.1.2.1").text(Tag.PatientName, "PN", "Doe^John")
                .element(Tag.PixelData, "OW", value).bytes());
        return file;
    }

    private static byte[] counting(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    // ---- looking things up -----------------------------------------------------------------------------------------

    @Test
    void elementsAreFoundByTagKeywordAndPath() {
        DataSet set = study();
        assertEquals(set.element(Tag.PatientName), set.element("PatientName"));
        assertEquals(set.element(Tag.PatientName), set.element("(0010,0010)"));
        assertEquals(Optional.of("1.2.4"),
                set.text(TagPath.parse("ReferencedImageSequence[1].ReferencedSOPInstanceUID")));
        assertEquals(Optional.of("1.2.3"), set.text(TagPath.parse("(0008,1140)[0].(0008,1155)")));
        assertEquals(Optional.empty(), set.text(TagPath.parse("(0008,1140)[2].(0008,1155)")), "no such item");
        assertEquals(Optional.empty(), set.text(TagPath.parse("(0008,1115)[0].(0008,1155)")), "no such sequence");
        assertEquals(Optional.empty(), set.element("PatientID"));
        Attributes owner = set.owner(TagPath.parse("(0008,1140)[1].(0008,1155)")).orElseThrow();
        assertEquals(Optional.of("1.2.4"), owner.uid(Tag.ReferencedSOPInstanceUID));
    }

    @Test
    void pathsThatNameNoOrManyElementsAreRefused() {
        DataSet set = study();
        assertThrows(IllegalArgumentException.class, () -> set.element(TagPath.ROOT));
        assertThrows(IllegalArgumentException.class, () -> set.element("(0008,1140)[0]"));
        assertThrows(IllegalArgumentException.class, () -> set.element("(0008,1140)[*].(0008,1155)"));
    }

    // ---- comparing and printing ------------------------------------------------------------------------------------

    @Test
    void dataSetsAreEqualByTheirElements() {
        assertEquals(study(), study());
        assertEquals(study().hashCode(), study().hashCode());
        assertNotEquals(study(), study().toBuilder().set(Tag.Rows, 511).build());
        assertNotEquals(study(), study().toBuilder().remove(Tag.Rows).build());
        assertEquals(study(), study().toBuilder().set(Tag.Columns, 1).remove(Tag.Columns).build());
    }

    @Test
    void aValueInAFileEqualsOneInMemory() throws IOException {
        Path file = file(counting(100_000));
        DataSet inFile = DataSetReader.read(file, ReadOptions.defaults());
        DataSet inMemory = DataSetReader.read(file, ReadOptions.defaults().withBulkThreshold(1 << 20));
        assertInstanceOf(BulkValue.class, inFile.element(Tag.PixelData).orElseThrow());
        assertInstanceOf(Value.class, inMemory.element(Tag.PixelData).orElseThrow());
        assertEquals(inFile, inMemory);
        assertEquals(inMemory, inFile);
        assertEquals(inFile.hashCode(), inMemory.hashCode());
        byte[] other = counting(100_000);
        other[99_999]++;
        assertNotEquals(inFile, inFile.toBuilder().set(Value.of(Tag.PixelData, VR.OW, other)).build());
    }

    @Test
    void aDebuggerShowsElementsInLines() throws IOException {
        String text = study().toBuilder().set(Tag.PatientID, "x".repeat(100)).build().toString();
        assertTrue(text.contains("(0010,0010) PN PatientName [Doe^John]\n"), text);
        assertTrue(text.contains("(0028,0010) US Rows 512\n"), text);
        assertTrue(text.contains("(0008,1140) SQ ReferencedImageSequence 2 items\n  item\n    (0008,1155) UI"), text);
        assertTrue(text.contains("x".repeat(64) + "...\n"), text);
        String large = DataSetReader.read(file(counting(100_000)), ReadOptions.defaults()).toString();
        assertTrue(large.contains("(7fe0,0010) OW PixelData 100000 bytes at "), large);
    }

    @Test
    void hugeDataSetsAreCutInTheDebugger() {
        DataSetBuilder builder = DataSet.builder();
        for (int i = 0; i < 10_000; i++) {
            builder.set(Value.of(0x00091000 + i, VR.LO, new byte[60]));
        }
        assertTrue(builder.build().toString().length() < 70_000);
    }

    // ---- immutability ------------------------------------------------------------------------------------------------

    @Test
    void whatIsHandedOutIsACopy() {
        DataSet set = study().toBuilder().set(Tag.PixelData, new byte[] {1, 2}).build();
        set.bytes(Tag.PixelData)[0] = 9;
        set.ints(Tag.Rows)[0] = 9;
        assertArrayEquals(new byte[] {1, 2}, set.bytes(Tag.PixelData));
        assertArrayEquals(new int[] {512}, set.ints(Tag.Rows));
        assertThrows(UnsupportedOperationException.class, () -> set.elements().remove(0));
        assertThrows(UnsupportedOperationException.class, () -> set.elements().set(0, set.elements().get(1)));
        assertThrows(UnsupportedOperationException.class, () -> set.items(Tag.ReferencedImageSequence).remove(0));
        assertThrows(UnsupportedOperationException.class, () -> set.texts(Tag.PatientName).add("x"));
        assertThrows(UnsupportedOperationException.class, () -> set.problems().clear());
    }

    @Test
    void whatIsHandedInIsCopied() {
        byte[] bytes = {1, 2};
        DataSet set = DataSet.builder().set(Tag.PixelData, bytes).build();
        bytes[0] = 9;
        assertArrayEquals(new byte[] {1, 2}, set.bytes(Tag.PixelData));
        List<Item> items = new ArrayList<>(study().items(Tag.ReferencedImageSequence));
        Sequence sequence = new Sequence(Tag.ReferencedImageSequence, VR.SQ.code(), Element.UNDEFINED_LENGTH, items);
        items.clear();
        assertEquals(2, sequence.items().size());
    }

    @Test
    void elementsOutOfOrderAreRefused() {
        List<Element> elements = List.of(Value.of(2, VR.LO, new byte[0]), Value.of(1, VR.LO, new byte[0]));
        assertThrows(IllegalArgumentException.class,
                () -> DataSet.of(elements, SpecificCharacterSet.ASCII, new byte[0], List.of()));
        assertThrows(IndexOutOfBoundsException.class, () -> Value.over(1, VR.LO.code(), new byte[4], 2, 3));
    }

    @Test
    void threadsShareADataSet() throws Exception {
        DataSet set = DataSetReader.read(file(counting(200_000)), ReadOptions.defaults());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            Callable<Boolean> question = () -> set.text(Tag.PatientName).orElseThrow().equals("Doe^John")
                    && Arrays.equals(counting(200_000), set.bytes(Tag.PixelData));
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(question));
            }
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    // ---- values in files ---------------------------------------------------------------------------------------------

    @Test
    void aLargeValueIsReadWhenItIsAskedFor() throws IOException {
        DataSet set = DataSetReader.read(file(counting(100_000)), ReadOptions.defaults());
        assertArrayEquals(counting(100_000), set.bytes(Tag.PixelData));
        try (InputStream stream = set.bulk(Tag.PixelData).orElseThrow().open()) {
            assertEquals(50_000, stream.skip(50_000));
            assertEquals(counting(100_000)[50_000] & 0xff, stream.read());
            assertEquals(49_999, stream.readAllBytes().length);
            assertEquals(-1, stream.read());
        }
    }

    @Test
    void aFileThatChangedIsAnErrorAndNotOtherData() throws IOException {
        Path file = file(counting(100_000));
        DataSet set = DataSetReader.read(file, ReadOptions.defaults());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        UncheckedIOException error = assertThrows(UncheckedIOException.class, () -> set.bytes(Tag.PixelData));
        assertTrue(error.getCause().getMessage().contains("has changed"), error.getMessage());
        Files.delete(file);
        assertThrows(UncheckedIOException.class, () -> set.bytes(Tag.PixelData));
    }

    @Test
    void aLargeValueInBigEndianComesInLittleEndian() throws IOException {
        byte[] words = counting(100_001 & ~1);
        Path file = folder.resolve("big.dcm");
        Files.write(file, DicomBytes.file("1.2.840.10008.1.2.2").raw(DicomBytes.bigEndian()
                .element(Tag.PixelData, "OW", words).bytes()).bytes());
        DataSet set = DataSetReader.read(file, ReadOptions.defaults());
        assertInstanceOf(BulkValue.class, set.element(Tag.PixelData).orElseThrow());
        byte[] swapped = set.bytes(Tag.PixelData);
        for (int i = 0; i < words.length; i++) {
            assertEquals(words[i ^ 1], swapped[i]);
        }
        try (InputStream stream = set.bulk(Tag.PixelData).orElseThrow().open()) {
            assertEquals(words[1] & 0xff, stream.read());
            assertEquals(99_998, stream.skip(99_998));
            assertEquals(words[99_998] & 0xff, stream.read());
        }
    }

    @Test
    void fragmentsStayInTheirFileToo() throws IOException {
        Path file = folder.resolve("fragments.dcm");
        byte[] frame = counting(80_000);
        Files.write(file, DicomBytes.file("1.2.840.10008.1.2.4.50").undefined(Tag.PixelData, "OB", fragments -> fragments
                .item(0).item(frame.length).raw(frame).item(4).raw("tail")).bytes());
        Fragments fragments = assertInstanceOf(Fragments.class,
                DataSetReader.read(file, ReadOptions.defaults()).element(Tag.PixelData).orElseThrow());
        assertEquals(3, fragments.all().size());
        assertArrayEquals(frame, fragments.all().get(1).bytes());
        assertArrayEquals("tail".getBytes(), fragments.all().get(2).bytes());
        assertEquals(Element.UNDEFINED_LENGTH, fragments.length());
        DataSet again = DataSetReader.read(file, ReadOptions.defaults().withBulkThreshold(1 << 20));
        assertEquals(fragments, again.element(Tag.PixelData).orElseThrow());
        assertThrows(DicomException.class, () -> again.bytes(Tag.PixelData));
    }

    // ---- building ----------------------------------------------------------------------------------------------------

    @Test
    void theDictionaryGivesTheVR() {
        DataSet set = DataSet.builder().set(Tag.Rows, 1).set(Tag.PixelSpacing, 0.5, 1.0 / 3).set(Tag.InstanceNumber, 7)
                .set(Tag.FrameIncrementPointer, Tag.FrameTime).set(Tag.StudyDate, "20240101").build();
        assertEquals(VR.US, set.element(Tag.Rows).orElseThrow().vr());
        assertEquals(Optional.of("0.5\\0.33333333333333"), set.text(Tag.PixelSpacing));
        assertEquals(Optional.of("7"), set.text(Tag.InstanceNumber));
        assertArrayEquals(new int[] {Tag.FrameTime}, set.tags(Tag.FrameIncrementPointer));
        for (Element element : set.elements()) {
            assertEquals(0, element.length() % 2, "lengths are even: " + element);
        }
    }

    @Test
    void valuesThatDoNotFitTheirVRAreRefused() {
        DataSetBuilder builder = DataSet.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.Rows, 65_536));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.Rows, -1));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.SimpleFrameList, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.Rows, "512"));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.Rows, 0.5));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.PatientName, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.PixelSpacing, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> builder.set(Tag.ReferencedImageSequence, "x"));
    }

    @Test
    void integersThatAreBeyondAnIntAreGivenAsLongs() {
        DataSet set = DataSet.builder().set(Tag.SimpleFrameList, 4_294_967_295L).set(Tag.SelectorUVValue, 1L, 1L << 62)
                .set(Tag.PixelSpacing, 7L).set(Tag.InstanceNumber, 5L).build();
        assertArrayEquals(new long[] {4_294_967_295L}, set.longs(Tag.SimpleFrameList));
        assertArrayEquals(new long[] {1, 1L << 62}, set.longs(Tag.SelectorUVValue));
        assertArrayEquals(new double[] {7}, set.doubles(Tag.PixelSpacing));
        assertEquals("5", set.text(Tag.InstanceNumber).orElseThrow());
    }

    @Test
    void textIsEncodedInTheCharacterSetThatTheDataSetHasWhenItIsBuilt() {
        DataSetBuilder builder = DataSet.builder().set(Tag.PatientName, "M\u00fcller^J\u00f6rg");
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(error.getMessage().startsWith("(0010,0010): "), error.getMessage());
        DataSet latin = builder.set(Tag.SpecificCharacterSet, "ISO_IR 100").build();
        assertEquals(12, latin.element(Tag.PatientName).orElseThrow().length());
        DataSet utf8 = latin.toBuilder().set(Tag.SpecificCharacterSet, "ISO_IR 192").build();
        assertEquals(14, utf8.element(Tag.PatientName).orElseThrow().length());
        assertEquals(latin.text(Tag.PatientName), utf8.text(Tag.PatientName));
    }

    @Test
    void itemsInheritTheCharacterSetAndAreEncodedAnewWithIt() {
        DataSet latin = DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 100")
                .set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.PatientName, "J\u00f6rg"),
                        DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 192").set(Tag.PatientName, "J\u00f6rg"))
                .build();
        DataSet greek = latin.toBuilder().set(Tag.SpecificCharacterSet, "ISO_IR 192").build();
        for (DataSet set : List.of(latin, greek)) {
            for (Item item : set.items(Tag.ReferencedImageSequence)) {
                assertEquals(Optional.of("J\u00f6rg"), item.text(Tag.PatientName));
            }
        }
        assertEquals(4, latin.items(Tag.ReferencedImageSequence).get(0).element(Tag.PatientName).orElseThrow().length());
        assertEquals(6, greek.items(Tag.ReferencedImageSequence).get(0).element(Tag.PatientName).orElseThrow().length());
    }

    @Test
    void aBuilderCanBeUsedOn() {
        DataSetBuilder builder = DataSet.builder().set(Tag.PatientID, "1");
        DataSet first = builder.build();
        DataSet second = builder.set(Tag.PatientID, "2").setEmpty(Tag.PatientName).build();
        assertEquals(Optional.of("1"), first.text(Tag.PatientID));
        assertEquals(Optional.of("2"), second.text(Tag.PatientID));
        assertTrue(second.contains(Tag.PatientName));
        assertEquals(Optional.empty(), second.text(Tag.PatientName));
    }

    @Test
    void emptySequencesItemsAndListsOfElements() {
        DataSet set = DataSet.builder().set(Tag.ReferencedImageSequence, new DataSetBuilder[0])
                .set(Tag.ReferencedStudySequence, DataSet.builder()).build();
        assertEquals(List.of(), set.items(Tag.ReferencedImageSequence));
        assertEquals(List.of(), set.items(Tag.ReferencedStudySequence).get(0).elements());
        assertEquals("", DataSet.builder().build().toString());
    }
}
