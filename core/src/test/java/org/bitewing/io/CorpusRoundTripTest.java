package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

/** Real files: parse and write gives the same bytes, unless something in the file is not as the standard wants it. */
class CorpusRoundTripTest {
    private static final int PREAMBLE = 128;

    private int identical;

    @Test
    void conformingFilesAreWrittenBitForBit() throws IOException {
        List<Path> unexplained = new ArrayList<>();
        for (Path file : CorpusFiles.all()) {
            Optional<DataSet> read = read(file);
            if (read.isPresent() && !isSame(file, read.get()) && !isExcused(read.get())) {
                unexplained.add(file);
            }
        }
        assertEquals(List.of(), unexplained);
        assertTrue(identical > 150, () -> identical + " files were written as they are");
    }

    @Test
    void theNormalFormOfEveryFileHasTheSameDataAndNoProblem() throws IOException {
        for (Path file : CorpusFiles.all()) {
            Optional<DataSet> read = read(file);
            if (read.isPresent() && isWritable(read.get())) {
                byte[] normal = DicomWriter.toBytes(read.get(), WriteOptions.faithful());

                DataSet again = Dicom.read(normal);

                assertEquals(comparable(read.get()), comparable(again), () -> file.toString());
                assertEquals(List.of(), again.problems().stream().filter(found -> !isGroup1(found)).toList());
                assertArrayEquals(normal, DicomWriter.toBytes(again, WriteOptions.faithful()), () -> file.toString());
            }
        }
    }

    @Test
    void anyFileSurvivesEveryNativeSyntax() throws IOException {
        List<TransferSyntax> syntaxes = List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED, TransferSyntax.EXPLICIT_LITTLE);
        for (Path file : CorpusFiles.all()) {
            Optional<DataSet> read = read(file);
            if (read.isEmpty() || read.get().elements().stream().anyMatch(Fragments.class::isInstance)) {
                continue;
            }
            byte[] explicit = explicit(read.get());
            byte[] bytes = explicit;
            for (TransferSyntax syntax : syntaxes) {
                byte[] source = bytes;
                ByteArrayOutputStream next = new ByteArrayOutputStream();
                try (DicomWriter writer = DicomWriter.to(next, WriteOptions.faithful().with(syntax))) {
                    writer.copy(() -> Dicom.parse(source));
                }
                bytes = next.toByteArray();
            }
            // What implicit VR loses, such as a VR that is not the dictionary's, is lost once and for all.
            assertEquals(Dicom.read(explicit).size(), Dicom.read(bytes).size(), () -> file.toString());
            assertValues(Dicom.read(explicit), Dicom.read(bytes), file);
        }
    }

    private static byte[] explicit(DataSet dataSet) throws IOException {
        return DicomWriter.toBytes(dataSet, WriteOptions.faithful().with(TransferSyntax.EXPLICIT_LITTLE));
    }

    private static void assertValues(DataSet expected, DataSet actual, Path file) {
        for (Element element : expected.elements()) {
            boolean plain = element instanceof Value && element.tag() >>> 16 != 2;
            if (plain && (element.tag() & 0xffff) != 0 && actual.element(element.tag()).get() instanceof Value) {
                assertArrayEquals(expected.bytes(element.tag()), actual.bytes(element.tag()),
                        () -> file + " " + Tag.toString(element.tag()));
            }
        }
    }

    /** Elements of group 0001, which two files have, come behind the meta information and below it. */
    private static boolean isGroup1(Problem found) {
        return found.kind() == Problem.Kind.ORDER && found.location().path().tag(0) >>> 16 == 1;
    }

    private boolean isSame(Path file, DataSet read) throws IOException {
        if (!isWritable(read)) {
            return false;
        }
        boolean same = Arrays.equals(Files.readAllBytes(file), DicomWriter.toBytes(read, WriteOptions.faithful()));
        identical += same ? 1 : 0;
        return same;
    }

    private static Optional<DataSet> read(Path file) throws IOException {
        try {
            return Optional.of(Dicom.read(file));
        } catch (DicomException e) {
            return Optional.empty();
        }
    }

    private static boolean isWritable(DataSet read) {
        TransferSyntax syntax = read.uid(Tag.TransferSyntaxUID).map(TransferSyntax::of).orElse(TransferSyntax.EXPLICIT_LITTLE);
        return syntax.encapsulated() || read.elements().stream().noneMatch(Fragments.class::isInstance);
    }

    /** What makes a file not conform, or lets a writer choose. */
    private static boolean isExcused(DataSet read) throws IOException {
        boolean deflated = read.uid(Tag.TransferSyntaxUID).map(TransferSyntax::of).filter(TransferSyntax::deflated).isPresent();
        boolean oddFragment = read.elements().stream().anyMatch(element -> element instanceof Fragments fragments
                && fragments.all().stream().anyMatch(fragment -> fragment.length() % 2 != 0));
        return !read.problems().isEmpty() || read.preamble().length != PREAMBLE || deflated || oddFragment
                || !read.contains(Tag.FileMetaInformationGroupLength) || !hasRightGroupLengths(read);
    }

    /** Found without the writer: the sizes of the elements of each group, all of whose lengths are known. */
    private static boolean hasRightGroupLengths(DataSet read) {
        boolean explicit = read.uid(Tag.TransferSyntaxUID).map(uid -> TransferSyntax.of(uid).explicit()).orElse(true);
        for (Element length : read.elements()) {
            if ((length.tag() & 0xffff) == 0 && length.tag() >>> 16 != 2) {
                long size = 0;
                for (Element element : read.elements()) {
                    if (element.tag() >>> 16 == length.tag() >>> 16 && element.tag() != length.tag()) {
                        size += (explicit && VR.hasLongForm(element.vrCode()) ? 12 : 8) + size(element);
                    }
                }
                if (size != read.longs(length.tag())[0]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long size(Element element) {
        if (element instanceof Fragments fragments) {
            return fragments.all().stream().mapToLong(BulkData::length).map(length -> length + 8).sum() + 8;
        }
        return element.length();
    }

    /** Without the meta information, which a file may lack, and group lengths, which may lie. */
    private static DataSet comparable(DataSet dataSet) {
        var builder = DataSet.builder();
        for (Element element : dataSet.elements()) {
            if (element.tag() >>> 16 != 2 && (element.tag() & 0xffff) != 0) {
                builder.set(even(element));
            }
        }
        return builder.build();
    }

    /** Odd values and fragments get their padding. */
    private static Element even(Element element) {
        if (element instanceof Value value && value.size() % 2 != 0) {
            byte[] bytes = Arrays.copyOf(value.bytes(), value.size() + 1);
            bytes[value.size()] = value.vr().padding();
            return Value.over(value.tag(), value.vrCode(), bytes, 0, bytes.length);
        }
        if (element instanceof Fragments fragments) {
            return new Fragments(fragments.tag(), fragments.vrCode(), fragments.all().stream().map(CorpusRoundTripTest::even).toList());
        }
        if (element instanceof Sequence sequence) {
            return new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(),
                    sequence.items().stream().map(item -> Item.of(
                            item.elements().stream().filter(e -> (e.tag() & 0xffff) != 0).map(CorpusRoundTripTest::even).toList(),
                            item.characterSet(), item.length(), -1)).toList());
        }
        return element;
    }

    private static BulkData even(BulkData data) {
        try {
            return data.length() % 2 == 0 ? data : BulkData.of(Arrays.copyOf(data.bytes(), (int) data.length() + 1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
