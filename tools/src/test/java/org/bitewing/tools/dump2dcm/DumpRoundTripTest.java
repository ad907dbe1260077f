package org.bitewing.tools.dump2dcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From file to dump and back, over real files. */
class DumpRoundTripTest {
    @TempDir
    Path folder;

    @Test
    void ourDumpOfAFileMakesTheSameDataSet() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Path file : Corpus.files()) {
            ToolRun dump = ToolRun.of("dcmdump", "-q", "+L", file);
            if (dump.code() == 0) {
                compared++;
                compare(file, dump.out(), wrong);
            }
        }
        assertTrue(compared > 60, "only " + compared + " files");
        assertEquals(List.of(), wrong);
    }

    @Test
    void theDumpOfDcmtkMakesTheSameDataSet() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Path file : Corpus.files()) {
            String dump = Judge.run("dcmdump", "-q", "+L", file);
            if (dump.endsWith("\n0") && isReadable(file)) {
                compared++;
                byte[] bytes = dump.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                compare(file, Arrays.copyOf(bytes, bytes.length - 1), wrong);
            }
        }
        assertTrue(compared > 60, "only " + compared + " files");
        assertEquals(List.of(), wrong);
    }

    private static boolean isReadable(Path file) throws IOException {
        try {
            Dicom.read(file);
            return true;
        } catch (DicomException e) {
            return false;
        }
    }

    private void compare(Path file, byte[] dump, List<String> wrong) throws IOException {
        Path text = Files.write(folder.resolve("dump"), dump);
        Path made = folder.resolve("made.dcm");
        Files.deleteIfExists(made);

        ToolRun run = ToolRun.of("dump2dcm", text, made);

        if (run.code() != 0) {
            wrong.add(file.getFileName() + " ends with " + run.code() + ": " + run.errors());
            return;
        }
        compare(Dicom.read(file), Dicom.read(made), file.getFileName().toString(), TagPath.ROOT, wrong);
    }

    private static void compare(Attributes expected, Attributes made, String file, TagPath path, List<String> wrong)
            throws IOException {
        for (Element element : expected.elements()) {
            int tag = element.tag();
            // The header is ours, and the values of group lengths are those of other lengths. That something unknown is
            // a sequence, implicit VR shows by an undefined length alone, and as DCMTK we write defined ones.
            boolean hidden = element.vr() == VR.UN && element instanceof Sequence;
            if (tag >>> 16 == 2 || (tag & 0xffff) == 0 || hidden) {
                continue;
            }
            Optional<Element> found = made.element(tag);
            if (found.isEmpty() || !isSame(element, found.get(), file, path, wrong)) {
                wrong.add(file + " " + path.element(tag) + ": " + element.vr() + " of " + element.length()
                        + " bytes has become " + found.map(e -> e.vr() + " of " + e.length()).orElse("nothing"));
            }
        }
    }

    private static boolean isSame(Element expected, Element made, String file, TagPath path, List<String> wrong)
            throws IOException {
        if (expected instanceof Sequence sequence) {
            if (!(made instanceof Sequence other) || other.items().size() != sequence.items().size()) {
                return false;
            }
            for (int i = 0; i < other.items().size(); i++) {
                Item item = sequence.items().get(i);
                compare(item, other.items().get(i), file, path.item(sequence.tag(), i), wrong);
            }
            return true;
        }
        if (expected instanceof Fragments fragments) {
            return made instanceof Fragments other && even(fragments.all()).equals(even(other.all()));
        }
        if (made instanceof Sequence || made instanceof Fragments) {
            return false;
        }
        byte[] bytes = bytes(expected);
        byte[] others = bytes(made);
        if (expected.vr().kind() == VR.Kind.FLOAT || expected.vr() == VR.OF || expected.vr() == VR.OD) {
            return areClose(bytes, others, expected.vr().unit());
        }
        return Arrays.equals(bytes, others);
    }

    /** The digits of DCMTK are not always those of the number (dcmdump prints 0.1 as it is, but not every double). */
    private static boolean areClose(byte[] bytes, byte[] others, int size) {
        ByteBuffer expected = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer made = ByteBuffer.wrap(others).order(ByteOrder.LITTLE_ENDIAN);
        boolean close = bytes.length == others.length;
        for (int at = 0; close && at + size <= bytes.length; at += size) {
            double number = size == 4 ? expected.getFloat(at) : expected.getDouble(at);
            double other = size == 4 ? made.getFloat(at) : made.getDouble(at);
            close = number == other || Math.abs(number - other) <= Math.abs(number) * (size == 4 ? 1e-7 : 1e-15)
                    || Double.isNaN(number) && Double.isNaN(other);
        }
        return close;
    }

    private static List<String> even(List<BulkData> fragments) throws IOException {
        List<String> texts = new ArrayList<>();
        for (BulkData fragment : fragments) {
            byte[] bytes = fragment.bytes();
            texts.add(Arrays.toString(Arrays.copyOf(bytes, bytes.length + (bytes.length & 1))));
        }
        return texts;
    }

    /** The value without the padding that a dump does not show. */
    private static byte[] bytes(Element element) throws IOException {
        byte[] bytes = element instanceof org.bitewing.data.Value value ? value.bytes()
                : ((org.bitewing.data.BulkValue) element).data().bytes();
        int end = bytes.length;
        if (element.vr().kind() == VR.Kind.TEXT) {
            while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
                end--;
            }
        } else if ((end & 1) == 1) {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }
}
