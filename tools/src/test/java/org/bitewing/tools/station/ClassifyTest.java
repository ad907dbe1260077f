package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code station classify}: types of series, the reasons for them, and how it ends. */
class ClassifyTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("study/a/1.dcm", Samples.object(1).set(Tag.ImageType, "ORIGINAL", "PRIMARY", "MOSAIC"));
        write("study/a/2.dcm", Samples.object(2).set(Tag.ImageType, "DERIVED", "PRIMARY"));
        write("study/b/1.dcm", Samples.object(9).set(Tag.SeriesInstanceUID, "1.2.3.5").remove(Tag.Modality));
    }

    private void write(String name, DataSetBuilder object) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        boolean isSiemens = name.contains("/a/");
        Dicom.write(object.set(Tag.Manufacturer, isSiemens ? "SIEMENS" : "OTHER").build(), file);
    }

    private static final String TYPES = """
            series 1.2.3.4 (2 objects): SIEMENS, mosaic, original, Coil Error
            series 1.2.3.5 (1 object): no type
            """;

    @Test
    void seriesOfAFolderHaveTheirTypes() {
        ToolRun run = ToolRun.of("station", "classify", folder.resolve("study"));
        assertEquals(0, run.code(), run.errors());
        assertEquals(TYPES, run.text());
    }

    @Test
    void aZipFileIsAsGoodAsAFolder() throws IOException {
        Path zip = folder.resolve("study.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"study/b/1.dcm", "study/a/2.dcm", "study/a/1.dcm"}) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), out);
            }
        }
        assertEquals(TYPES, ToolRun.of("station", "classify", zip).text());
    }

    @Test
    void anObjectCountsOnce() throws IOException {
        Files.copy(folder.resolve("study/a/1.dcm"), folder.resolve("study/a/3.dcm"));
        ToolRun run = ToolRun.of("station", "-v", "classify", folder.resolve("study"));
        assertEquals(TYPES, run.text());
        assertTrue(run.errors().contains("3.dcm: an object that was there before"), run.errors());
    }

    @Test
    void theReasonsAreSaid() throws IOException {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, """
                [{"type": "A", "id": "A", "description": "as acquired", "rules": [
                   {"tag": ["ImageType"], "operator": "contains", "value": "ORIGINAL"}]},
                 {"type": "B", "rules": [{"rule": "A"}, {"tag": ["NumFiles"], "operator": ">", "value": "1"}]},
                 {"type": "C", "check": "SeriesLevel", "rules": [{"rule": "A"}]},
                 {"type": "D", "rules": [{"tag": ["Rows"], "operator": "<", "value": "5", "negate": "yes"}]},
                 {"type": "E", "rules": [{"tag": ["ClassifyType"], "operator": "contains", "value": "D"}]},
                 {"type": "F", "id": "F", "rules": [{"tag": ["NumFiles"], "operator": "<", "value": "2"}]},
                 {"type": "G", "rules": [{"notrule": "F"}, {"rule": "A"}]},
                 {"type": "H", "rules": [{"rule": "F"}]}]
                """);
        ToolRun run = ToolRun.of("station", "classify", "--explain", "--rules", rules, folder.resolve("study/a"));
        String first = folder.resolve("study/a/1.dcm").toString();
        assertEquals("""
                series 1.2.3.4 (2 objects): A, B, G
                  A: entry 1, as acquired [FIRST]
                    yes        (0008,0008) ImageType contains "ORIGINAL"; it is "['ORIGINAL', 'PRIMARY', 'MOSAIC']"
                  B: entry 2 [FIRST]
                    yes        rule A
                      yes        (0008,0008) ImageType contains "ORIGINAL"; it is "['ORIGINAL', 'PRIMARY', 'MOSAIC']"
                    yes        NumFiles > "1"; it is "2"
                  G: entry 7 [FIRST]
                    yes        not rule F
                      no         NumFiles < "2"; it is "2"
                    yes        rule A
                      yes        (0008,0008) ImageType contains "ORIGINAL"; it is "['ORIGINAL', 'PRIMARY', 'MOSAIC']"
                  not C: entry 3
                    no         rule A
                  not D: entry 4
                    undecided  not (0028,0010) Rows < "5"; it is absent
                  not E: entry 5
                    no         ClassifyType contains "D"; it is "['A', 'B', 'G']"
                  not F: entry 6
                    no         NumFiles < "2"; it is "2"
                  not H: entry 8
                    no         rule F
                """.replace("FIRST", first), run.text());
    }

    @Test
    void aRuleFileThatIsWrongIsSaidWithItsPlace() throws IOException {
        Path rules = folder.resolve("rules.json");
        Files.writeString(rules, "[{\"type\": \"A\",\n\"rules\": [{\"rule\": \"X\"}]}]");
        ToolRun run = ToolRun.of("station", "classify", "--rules", rules, folder);
        assertEquals(1, run.code());
        assertTrue(run.errors().endsWith("error: Cannot use rule file: no entry has the id \"X\" (" + rules
                + ", line 2, column 20)\n"), run.errors());
        run = ToolRun.of("station", "classify", "--rules", folder.resolve("none.json"), folder);
        assertEquals(1, run.code());
        assertTrue(run.errors().endsWith("none.json: No such file or directory\n"), run.errors());
    }

    @Test
    void whatIsNoObjectIsLeftOutWithAWarning() throws IOException {
        Files.writeString(folder.resolve("study/readme.txt"), "hello");
        Dicom.write(Samples.object(1).set(Tag.SeriesInstanceUID, VR.LO, "../x").build(), folder.resolve("study/bad.dcm"));
        ToolRun run = ToolRun.of("station", "classify", folder.resolve("study"));
        assertEquals(0, run.code());
        assertEquals(TYPES, run.text());
        assertTrue(run.errors().contains("bad.dcm: the value of SeriesInstanceUID (0020,000e) is no UID; it is left out"),
                run.errors());
        assertTrue(run.errors().contains("readme.txt: "), run.errors());
    }

    @Test
    void filesThatCannotBeReadAreAnError() {
        ToolRun run = ToolRun.of("station", "classify", folder.resolve("none.dcm"), folder.resolve("study"));
        assertEquals(1, run.code());
        assertEquals(TYPES, run.text());
        assertTrue(run.errors().contains("E: No such file or directory: reading file: "), run.errors());
        run = ToolRun.of("station", "classify", folder.resolve("none.dcm"));
        assertEquals(1, run.code());
        assertTrue(run.errors().contains("F: no DICOM objects to be classified"), run.errors());
    }

    @Test
    void aMissingPathOrPartIsWrongUsage() {
        assertTrue(ToolRun.of("station", "classify").errors().contains("error: Missing parameter path"));
        assertEquals(1, ToolRun.of("station", "clasify", folder).code());
    }
}
