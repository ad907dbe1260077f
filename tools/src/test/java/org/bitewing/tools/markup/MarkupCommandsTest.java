package org.bitewing.tools.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Called;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four commands: there and back, exit codes, and no file where something is wrong. */
class MarkupCommandsTest {
    @TempDir
    Path folder;

    private Path plain;
    private Path compressed;

    private static DataSetBuilder patient() {
        return DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 100")
                .set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage).set(Tag.SOPInstanceUID, "1.2.3")
                .set(Tag.PatientName, "Äneas^Rüdiger").set(Tag.ReferencedSeriesSequence, DataSet.builder()
                        .set(Tag.SeriesInstanceUID, "1.2.4"))
                .set(0x00090010, VR.LO, "ACME").set(Value.of(0x00091001, VR.UN, new byte[] {1, 2, 3, 4}));
    }

    @BeforeEach
    void makeFiles() throws IOException {
        byte[] pixels = new byte[3000];
        pixels[5] = 7;
        plain = folder.resolve("plain.dcm");
        Dicom.write(patient().set(Value.of(Tag.PixelData, VR.OW, pixels)).build(), plain);
        compressed = folder.resolve("compressed.dcm");
        Dicom.write(patient().set(Tag.TransferSyntaxUID, UID.RLELossless).set(new Fragments(Tag.PixelData,
                VR.OB.code(), List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2})))).build(), compressed);
    }

    private void run(int code, String command, Object... words) {
        ToolRun run = ToolRun.of(command, words);
        assertEquals(code, run.code(), run.errors());
    }

    private DataSet read(String name) throws IOException {
        return Dicom.read(folder.resolve(name));
    }

    private static DataSet inUtf8(DataSet dataSet) {
        return dataSet.toBuilder().set(Tag.SpecificCharacterSet, "ISO_IR 192").build();
    }

    // ---- there and back ------------------------------------------------------------------------------------------

    @Test
    void aFileComesBackFromJson() throws IOException {
        run(0, "dcm2json", "+m", plain, folder.resolve("a.json"));
        run(0, "json2dcm", folder.resolve("a.json"), folder.resolve("back.dcm"));

        assertEquals(inUtf8(Dicom.read(plain)), read("back.dcm"));
    }

    @Test
    void aFileComesBackFromTheNativeModel() throws IOException {
        run(0, "dcm2xml", "--native-xml", "+Xn", "+Eb", "+m", plain, folder.resolve("a.xml"));
        run(0, "xml2dcm", "+Vn", folder.resolve("a.xml"), folder.resolve("back.dcm"));

        assertEquals(inUtf8(Dicom.read(plain)), read("back.dcm"));
    }

    @Test
    void aFileComesBackFromTheFormatOfDcmtkInItsCharacterSet() throws IOException {
        for (String encoding : List.of("+Eh", "+Eb")) {
            for (Path file : List.of(plain, compressed)) {
                run(0, "dcm2xml", "+Wb", "+M", "+Xe", encoding, file, folder.resolve("a.xml"));
                run(0, "xml2dcm", folder.resolve("a.xml"), folder.resolve("back.dcm"));

                assertEquals(Dicom.read(file), read("back.dcm"));
            }
        }
    }

    @Test
    void compressedPixelDataComesBackThroughFilesOfItsOwn() throws IOException {
        Path bulk = Files.createDirectory(folder.resolve("bulk"));

        run(0, "dcm2json", "+m", "+b", "+bd", bulk, "+bp", "pixels/", compressed, folder.resolve("a.json"));
        run(0, "json2dcm", "+bd", bulk, "+bp", "pixels/", folder.resolve("a.json"), folder.resolve("back.dcm"));
        run(0, "dcm2xml", "-nat", "+m", "+b", "+bd", bulk, compressed, folder.resolve("a.xml"));
        run(0, "xml2dcm", "+bd", bulk, folder.resolve("a.xml"), folder.resolve("again.dcm"));

        assertEquals(inUtf8(Dicom.read(compressed)), read("back.dcm"));
        assertEquals(inUtf8(Dicom.read(compressed)), read("again.dcm"));
    }

    @Test
    void standardStreamsAreNamedByAHyphen() throws IOException {
        byte[] json = Called.with(Files.readAllBytes(plain), "dcm2json", "+m", "-").bytes();
        byte[] xml = Called.with(Files.readAllBytes(plain), "dcm2xml", "+M", "+Wb", "-", "-").bytes();
        byte[] fromJson = Called.with(json, "json2dcm", "-", "-").bytes();
        byte[] fromXml = Called.with(xml, "xml2dcm", "-", "-").bytes();

        assertEquals(inUtf8(Dicom.read(plain)), Dicom.read(fromJson));
        assertEquals(Dicom.read(plain), Dicom.read(fromXml));
    }

    // ---- what is wrong -------------------------------------------------------------------------------------------

    private void assertNoFile(int code, String content, String name, String error, Object... words)
            throws IOException {
        Path input = Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        Object[] all = Stream.concat(Stream.of(words), Stream.of(input, folder.resolve("none.dcm"))).toArray();
        ToolRun run = ToolRun.of(name.endsWith("json") ? "json2dcm" : "xml2dcm", all);

        assertEquals(code, run.code(), run.errors());
        assertTrue(run.errors().contains(error), run.errors());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.map(file -> file.getFileName().toString())
                    .filter(file -> file.equals("none.dcm") || file.startsWith(".")).toList());
        }
    }

    @Test
    void aSyntaxErrorNamesItsPlaceAndLeavesNoFile() throws IOException {
        assertNoFile(64, "{\"00280010\":\n {\"vr\" \"US\"}}", "a.json", "a.json, line 2, column 8");
        assertNoFile(65, "{\"00280010\":\n {\"vr\":\"US\",\"Value\":[-1]}}", "b.json", "b.json, line 1, column 2");
        assertNoFile(1, "<data-set>\n<element></data-set>", "a.xml", "a.xml, line 2, column 1");
        assertNoFile(1, "<!DOCTYPE x [<!ENTITY y SYSTEM '/etc/hostname'>]>\n<data-set/>", "b.xml", "entities are refused");
    }

    @Test
    void aReferenceOutsideTheNamedFolderIsRefused() throws IOException {
        Path bulk = Files.createDirectory(folder.resolve("bulk"));
        Files.createSymbolicLink(bulk.resolve("link"), plain);
        Path secret = Files.writeString(folder.resolve("secret"), "secret");

        for (String uri : List.of(secret.toUri().toString(), "../secret", "link", "http://127.0.0.1/", "file://x/y",
                "jar:file:/a!/b", "\\u0000", ".", "")) {
            assertNoFile(66, "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"" + uri + "\"}}", "a.json", "bulk data",
                    "+bd", bulk);
        }
        assertNoFile(66, "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"x\"}}", "a.json", "--bulk-dir");
    }

    @Test
    void aFileThatCannotBeReadOrWrittenHasTheExitCodeOfDcmtk() {
        Path missing = folder.resolve("missing");
        Path nowhere = missing.resolve("out");

        run(20, "dcm2json", missing);
        run(5, "dcm2xml", missing);
        run(20, "json2dcm", missing, nowhere);
        run(1, "xml2dcm", missing, nowhere);
        run(40, "dcm2json", plain, nowhere);
        run(1, "dcm2xml", plain, nowhere);
    }

    @Test
    void compressedPixelDataInlineIsRefusedAndLeavesNoFile() {
        run(81, "dcm2json", compressed, folder.resolve("a.json"));

        assertFalse(Files.exists(folder.resolve("a.json")));
    }

    @Test
    void textBeyondAsciiWithoutACharacterSetIsAnErrorOrAssumed() throws IOException {
        Path file = folder.resolve("undeclared.dcm");
        Dicom.write(DataSet.builder().set(Value.of(Tag.PatientID, VR.LO, new byte[] {'a', (byte) 0xe9})).build(), file);

        run(3, "dcm2xml", file);
        ToolRun assumed = ToolRun.of("dcm2xml", "+Ca", "latin-1", file);

        assertEquals(0, assumed.code(), assumed.errors());
        assertTrue(new String(assumed.out(), StandardCharsets.ISO_8859_1).contains(">a\u00e9<"));
    }

    @Test
    void newUidsAreMadeWhenAskedFor() throws IOException {
        run(0, "dcm2json", plain, folder.resolve("a.json"));
        run(0, "json2dcm", "+Ug", "+Uo", "+te", folder.resolve("a.json"), folder.resolve("back.dcm"));

        assertFalse(read("back.dcm").uid(Tag.SOPInstanceUID).orElseThrow().equals("1.2.3"));
        assertTrue(read("back.dcm").contains(Tag.StudyInstanceUID));
    }
}
