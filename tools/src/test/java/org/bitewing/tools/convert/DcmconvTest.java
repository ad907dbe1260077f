package org.bitewing.tools.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitewing.Dicom;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.io.FileMeta;
import org.bitewing.pixel.OffsetTables;
import org.bitewing.pixel.PixelFragments;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcmconvTest {
    @TempDir
    Path folder;

    private Path write(DataSet set) throws IOException {
        Path path = folder.resolve("in.dcm");
        Dicom.write(set, path);
        return path;
    }

    private Path out() {
        return folder.resolve("out.dcm");
    }

    private DataSet converted(DataSet set, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of(options));
        words.addAll(List.of(write(set), out()));
        ToolRun run = ToolRun.of("dcmconv", words.toArray());
        assertEquals(0, run.code(), run.errors());
        return Dicom.read(out());
    }

    private static DataSet sample() {
        return DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 100").set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, "1.2.3").set(Tag.SourceApplicationEntityTitle, VR.AE, "ME")
                .set(Tag.PatientName, "J\u00e9r\u00f4me").set(Tag.Rows, 512)
                .set(Tag.ReferencedSeriesSequence, DataSet.builder().set(Tag.PatientName, "\u00e9")).build();
    }

    @Test
    void transferSyntaxesChangeTheEncodingAlone() throws IOException {
        for (List<String> kind : List.of(List.of("+te", UID.ExplicitVRLittleEndian),
                List.of("+ti", UID.ImplicitVRLittleEndian), List.of("+tb", UID.ExplicitVRBigEndian),
                List.of("+td", UID.DeflatedExplicitVRLittleEndian))) {
            DataSet set = converted(sample(), kind.get(0));

            assertEquals(kind.get(1), set.uid(Tag.TransferSyntaxUID).orElseThrow());
            assertEquals(512, set.integer(Tag.Rows).orElseThrow());
            assertEquals("J\u00e9r\u00f4me", set.text(Tag.PatientName).orElseThrow());
            assertTrue(Judge.run("dcmdump", "-q", out()).endsWith("0"));
        }
    }

    @Test
    void theHeaderIsNewUnlessItIsToStay() throws IOException {
        assertFalse(converted(sample()).contains(Tag.SourceApplicationEntityTitle));
        DataSet kept = converted(sample(), "+F");
        assertEquals("ME", kept.text(Tag.SourceApplicationEntityTitle).orElseThrow());
        assertEquals(FileMeta.IMPLEMENTATION_CLASS_UID, kept.uid(Tag.ImplementationClassUID).orElseThrow());
    }

    @Test
    void lengthsGroupLengthsAndPaddingAreAsAsked() throws IOException {
        converted(sample(), "-e", "+g");
        assertTrue(ToolRun.dump(out()).contains("(Sequence with undefined length #=1)"));
        assertTrue(ToolRun.dump(out()).contains("(0010,0000) UL"));
        converted(Dicom.read(out()), "-g");
        assertFalse(ToolRun.dump(out()).contains("(0010,0000) UL"));
        assertTrue(ToolRun.dump(out()).contains("(Sequence with explicit length #=1)"));
        converted(sample(), "+p", "1024", "16");
        assertEquals(0, Files.size(out()) % 1024);
    }

    @Test
    void textIsConvertedInItemsToo() throws IOException {
        DataSet set = converted(sample(), "+U8");

        assertEquals("ISO_IR 192", set.text(Tag.SpecificCharacterSet).orElseThrow());
        assertEquals("J\u00e9r\u00f4me", set.text(Tag.PatientName).orElseThrow());
        assertEquals("\u00e9", set.items(Tag.ReferencedSeriesSequence).get(0).text(Tag.PatientName).orElseThrow());
        assertEquals(set.text(Tag.PatientName), converted(set, "+L1").text(Tag.PatientName));
    }

    @Test
    void charactersThatAreMissingAreAnErrorUnlessTheyMayChange() throws IOException {
        ToolRun run = ToolRun.of("dcmconv", "+A7", write(sample()), out());
        assertEquals(1, run.code());
        assertTrue(run.errors().startsWith("F: Cannot convert character encoding: (0008,1115)[0].(0010,0010) has characters"),
                run.errors());
        assertFalse(Files.exists(out()));

        assertEquals("Jerome", converted(sample(), "+A7", "-Ct").text(Tag.PatientName).orElseThrow());
        assertEquals("Jrme", converted(sample(), "+A7", "-Cd").text(Tag.PatientName).orElseThrow());
        assertFalse(Dicom.read(out()).contains(Tag.SpecificCharacterSet));
    }

    @Test
    void everyFileOfTheCorpusHasTheSameTextInUtf8() throws IOException {
        int compared = 0;
        for (Path file : Corpus.files()) {
            ToolRun run = ToolRun.of("dcmconv", "+U8", file, out());
            if (run.code() == 0) {
                DataSet before = Dicom.read(file);
                DataSet after = Dicom.read(out());
                for (int tag : new int[] {Tag.PatientName, Tag.PatientComments, Tag.InstitutionName}) {
                    assertEquals(before.texts(tag), after.texts(tag), file.toString());
                }
                compared++;
            }
        }
        assertTrue(compared > 60, "only " + compared);
    }

    @Test
    void recordsOfADirectoryAreFoundWhereTheirReferencesSay() throws IOException {
        for (String name : List.of("DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-reordered")) {
            for (String options : List.of("+te -e", "+ti +g", "+tb +p 512 16", "+te +F")) {
                List<Object> words = new ArrayList<>(List.of(options.split(" ")));
                words.addAll(List.of(Corpus.file(name), out()));
                assertEquals(0, ToolRun.of("dcmconv", words.toArray()).code());

                String dump = Judge.run("dcmdump", "-q", out());

                Set<String> records = matches("offset=\\$(\\d+)", dump);
                Set<String> references = matches("\\) up (\\d+)", dump);
                references.remove("0");
                assertTrue(references.size() > 10, name);
                assertTrue(records.containsAll(references), name + " " + options);
            }
        }
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    @Test
    void compressedPixelsStayCompressed() throws IOException {
        var builder = sample().toBuilder().set(Tag.TransferSyntaxUID, UID.JPEGBaseline8Bit);
        PixelFragments.set(builder, List.of(BulkData.of(new byte[] {1, 2})), OffsetTables.NONE);

        ToolRun run = ToolRun.of("dcmconv", "+te", write(builder.build()), out());

        assertEquals(1, run.code());
        assertEquals("E: Pixel representation cannot be changed\n"
                + "F: no conversion to transfer syntax Little Endian Explicit possible!\n", run.errors());
        assertFalse(Files.exists(out()));
        assertEquals(UID.JPEGBaseline8Bit, converted(builder.build()).uid(Tag.TransferSyntaxUID).orElseThrow());
    }

    @Test
    void filesThatCannotBeReadOrWrittenAreNamed() throws IOException {
        Path none = folder.resolve("none");
        assertEquals("F: No such file or directory: reading file: " + none + "\n",
                ToolRun.of("dcmconv", none, out()).errors());
        assertEquals("F: No such file or directory: writing file: " + folder.resolve("no/x") + "\n",
                ToolRun.of("dcmconv", write(sample()), folder.resolve("no/x")).errors());
        assertEquals(1, ToolRun.of("dcmconv", "+C", "Foo", write(sample()), out()).code());
    }

    @Test
    void aFileMayReplaceItself() throws IOException {
        Path file = write(sample().toBuilder().set(Tag.PixelData, new byte[200_000]).build());

        assertEquals(0, ToolRun.of("dcmconv", "+ti", file, file).code());

        assertEquals(200_000, Dicom.read(file).bytes(Tag.PixelData).length);
    }
}
