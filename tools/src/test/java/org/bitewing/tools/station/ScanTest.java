package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.Dicom;
import org.bitewing.Limits;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.tools.Judge;
import org.bitewing.tools.Main;
import org.bitewing.tools.SharedFiles;
import org.bitewing.tools.ToolRun;
import org.bitewing.tools.cli.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bitewing station --scan} and {@code rebuild}. */
class ScanTest {
    private static final String PYDICOM = "/usr/bin/python3";

    @TempDir
    Path folder;
    private Path in;
    private Path root;

    @BeforeEach
    void makeFiles() throws IOException {
        in = folder.resolve("in");
        root = folder.resolve("root");
        for (int number = 1; number <= 6; number++) {
            Path place = Files.createDirectories(in.resolve("deep/" + number % 2));
            Dicom.write(Samples.object(number).set(Tag.PatientID, "P1").build(), place.resolve("image" + number));
        }
        Files.writeString(in.resolve("notes.txt"), "nothing of interest");
    }

    private ToolRun scan(Object... words) {
        List<Object> all = new ArrayList<>(List.of("--scan", "--root", root));
        all.addAll(List.of(words));
        return ToolRun.of("station", all.toArray());
    }

    private static void assertCounts(ToolRun run, int isNew, int known, int beside, int refused, int unreadable) {
        String expected = "{\n  \"new\": " + isNew + ",\n  \"known\": " + known + ",\n  \"beside\": " + beside
                + ",\n  \"refused\": " + refused + ",\n  \"unreadable\": " + unreadable + ",\n";
        assertEquals(expected, run.text().substring(0, Math.min(expected.length(), run.text().length())), run.errors());
    }

    private Map<String, String> summaries() throws IOException {
        Map<String, String> summaries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve("raw"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".json")).toList()) {
                summaries.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return summaries;
    }

    @Test
    void aFolderIsSortedAndSummarised() throws IOException {
        ToolRun run = scan(in);
        assertEquals(0, run.code(), run.errors());
        assertCounts(run, 6, 0, 0, 1, 0);
        assertEquals("", run.errors(), "a file that is something else is no reason for a message");
        assertTrue(Files.readString(root.resolve("raw/1.2.3/1.2.3.4.json")).contains("\"NumFiles\": \"6\""));
        assertTrue(Files.readString(root.resolve("raw/1.2.3.json")).contains("\"NumFiles\": \"6\""));
        assertTrue(Files.isDirectory(root.resolve("participants/P1/unknown_unknown/1.2.3.4")));
        assertTrue(Files.isRegularFile(in.resolve("deep/1/image1")), "nothing is moved");
        Map<String, String> before = summaries();
        ToolRun again = scan(in);
        assertCounts(again, 0, 6, 0, 1, 0);
        assertEquals(before, summaries());
    }

    /** What is drawn on a terminal; the JSON is what goes to standard output. */
    private String drawn(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        assertEquals(0, Main.run(List.of(words), new Console(InputStream.nullInputStream(), out,
                new PrintStream(terminal, true, StandardCharsets.UTF_8), false, true)));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("{\n"), out.toString(StandardCharsets.UTF_8));
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalShowsHowFarItIs() throws IOException {
        Dicom.write(Samples.object(7).set(Tag.StudyInstanceUID, "1.2.4").build(), in.resolve("of another study"));
        String scan = drawn("station", "--scan", "--root", root.toString(), in.toString());
        assertTrue(scan.startsWith("\r\u001b[K0 files") && scan.endsWith("\r\u001b[K"), scan);
        String rebuild = drawn("station", "rebuild", "--root", root.toString());
        assertTrue(rebuild.startsWith("\r\u001b[K0 of 2 studies") && rebuild.contains("2 of 2 studies"), rebuild);
    }

    @Test
    void zipFilesAreReadWhereverTheyAre() throws IOException {
        Path zip = folder.resolve("more/study.zip");
        Files.createDirectories(zip.getParent());
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int number = 1; number <= 6; number++) {
                entries.putNextEntry(new ZipEntry("images/" + number));
                entries.write(Files.readAllBytes(in.resolve("deep/" + number % 2 + "/image" + number)));
                entries.closeEntry();
            }
            entries.putNextEntry(new ZipEntry("../../outside.txt"));
            entries.write(7);
            entries.closeEntry();
        }
        assertCounts(scan(folder.resolve("more")), 6, 0, 0, 1, 0);
        Map<String, String> ofZip = summaries();
        Files.delete(zip);
        assertTrue(Files.size(root.resolve("raw/1.2.3/1.2.3.4/1.2.3.4.6")) > 0, "entries are copied");
        assertEquals(List.of("scp_1.2.3"), List.of(root.resolve("archive").toFile().list()));
        root = folder.resolve("other");
        scan(in);
        assertEquals(ofZip, summaries());
    }

    @Test
    void aDamagedZipFileIsUnreadable() throws IOException {
        Path zip = folder.resolve("broken.zip");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 5, 6});
        ToolRun run = scan(zip, in);
        assertEquals(1, run.code());
        assertCounts(run, 6, 0, 0, 1, 1);
        assertTrue(run.errors().contains("reading file: " + zip), run.errors());
    }

    @Test
    void theReportTellsOfEachFile() throws IOException {
        Dicom.write(Samples.object(7).remove(Tag.SeriesInstanceUID).build(), in.resolve("without"));
        Files.createSymbolicLink(in.resolve("dead"), folder.resolve("nowhere"));
        Path report = folder.resolve("report");
        ToolRun run = scan("--report", report, in);
        assertEquals(1, run.code(), "a file could not be read");
        Map<String, JsonObject> lines = new TreeMap<>();
        for (String line : Files.readAllLines(report)) {
            JsonObject object = (JsonObject) JsonDocument.of(line, "line", Limits.defaults()).root();
            lines.put(((JsonString) object.members().get("file")).value(), object);
        }
        assertEquals(9, lines.size());
        String in = this.in.toRealPath().toString();
        assertEquals(new JsonString("new"), lines.get(in + "/deep/1/image3").members().get("outcome"));
        assertEquals(new JsonString("1.2.3.4.3"), lines.get(in + "/deep/1/image3").members().get("object"));
        assertEquals(new JsonString("UID_MISSING"), lines.get(in + "/without").members().get("reason"));
        assertEquals(new JsonString("NOT_DICOM"), lines.get(in + "/notes.txt").members().get("reason"));
        assertEquals(new JsonString("unreadable"), lines.get(in + "/dead").members().get("outcome"));
    }

    @Test
    void whatTheStationMadeItselfIsLeftOut() throws IOException {
        root = in.resolve("site");
        assertCounts(scan(in), 6, 0, 0, 1, 0);
        // The archive counts; its files are known.
        assertCounts(scan(in), 0, 12, 0, 1, 0);
        assertTrue(summaries().get("raw/1.2.3/1.2.3.4.json").contains("\"NumFiles\": \"6\""));
    }

    @Test
    void linksToFoldersAreNotFollowed() throws IOException {
        Files.createSymbolicLink(in.resolve("deep/loop"), in);
        Files.createSymbolicLink(in.resolve("link"), in.resolve("deep/1/image1"));
        assertCounts(scan(in), 6, 1, 0, 1, 0);
    }

    @Test
    void rulesAndLayoutAreThoseThatAreGiven() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"),
                "[{\"type\": \"mine\", \"rules\": [{\"tag\": [\"Modality\"], \"value\": \"MR\"}]}]");
        ToolRun run = scan("--rules", rules, "--layout", "{PatientID}/{InstanceNumber:03}.dcm", in);
        assertEquals(0, run.code(), run.errors());
        assertTrue(Files.readString(root.resolve("raw/1.2.3/1.2.3.4.json")).contains("\"mine\""));
        assertTrue(Files.isSameFile(root.resolve("sorted/P1/003.dcm"), in.resolve("deep/1/image3")));
        ToolRun wrong = scan("--layout", "{Patient}", in);
        assertEquals(1, wrong.code());
        assertTrue(wrong.errors().contains("layout template, column 2"), wrong.errors());
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidOnce() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        root = folder.resolve("file");
        ToolRun isFile = scan(in);
        assertEquals(1, isFile.code());
        assertTrue(isFile.errors().startsWith("F: the station's folder cannot be used: "), isFile.errors());
        root = Files.createDirectories(folder.resolve("blocked"));
        Files.writeString(root.resolve("raw"), "in the way");
        ToolRun blocked = scan(in);
        assertEquals(1, blocked.code());
        assertEquals(1, blocked.errors().lines().count(), blocked.errors());
        assertFalse(blocked.errors().contains("\tat "), blocked.errors());
    }

    @Test
    void whenTheReasonIsGoneTheRestIsDone() throws IOException {
        Files.createDirectories(root.resolve("raw/1.2.3"));
        Files.writeString(root.resolve("raw/1.2.3/1.2.3.4"), "in the way");
        ToolRun run = scan(in);
        assertEquals(1, run.code());
        assertEquals(1, run.errors().lines().count(), run.errors());
        Files.delete(root.resolve("raw/1.2.3/1.2.3.4"));
        scan(in);
        assertTrue(Files.readString(root.resolve("raw/1.2.3/1.2.3.4.json")).contains("\"NumFiles\": \"6\""));
    }

    @Test
    void aDeadLinkInTheWayIsAnErrorAndNoEndlessLoop() throws IOException {
        Files.createDirectories(root.resolve("raw"));
        Files.createSymbolicLink(root.resolve("raw/1.2.3"), root.resolve("nowhere"));
        ToolRun run = scan(in);
        assertEquals(1, run.code());
        assertEquals(1, run.errors().lines().count(), run.errors());
    }

    @Test
    void aJournalThatIsADeviceIsNotRead() throws IOException {
        Files.createDirectories(root);
        Path endless = Path.of("/dev/zero");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(endless), "there is no /dev/zero");
        Files.createSymbolicLink(root.resolve("station.journal"), endless);
        ToolRun run = scan(in);
        assertEquals("F: the station's folder cannot be used: is no regular file\n", run.errors());
        Files.delete(root.resolve("station.journal"));
    }

    @Test
    void rebuildMakesTheSameAnew() throws IOException {
        scan(in);
        Map<String, String> before = summaries();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!path.startsWith(root.resolve("archive")) && !path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
        ToolRun run = ToolRun.of("station", "rebuild", "--root", root);
        assertEquals(0, run.code(), run.errors());
        assertTrue(run.text().contains("\"studies\": 1"), run.text());
        assertEquals(before, summaries());
        Files.delete(root.resolve("archive/scp_1.2.3/MR.1.2.3.4.1"));
        ToolRun.of("station", "rebuild", "--root", root);
        assertNotEquals(before, summaries());
        assertTrue(summaries().get("raw/1.2.3.json").contains("\"NumFiles\": \"5\""));
        assertEquals(5, root.resolve("raw/1.2.3/1.2.3.4").toFile().list().length, "links that lead nowhere go");
    }

    @Test
    void numbersAndNamesAreThoseThatAnotherProgramReads() throws IOException {
        Path files = SharedFiles.shared("corpus/files");
        scan("--copy", files);
        Path script = Files.writeString(folder.resolve("judge.py"), """
                import os, sys, warnings, pydicom
                warnings.simplefilter("ignore")
                for parent, folders, names in os.walk(sys.argv[1]):
                    for name in names:
                        try:
                            data = pydicom.dcmread(os.path.join(parent, name), stop_before_pixels=True)
                            uids = [str(data[tag].value) for tag in
                                    ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")]
                            print("OBJECT", *uids, str(data.get("PatientID") or "").encode("utf-8").hex() or "-")
                        except Exception as e:
                            pass
                """);
        Pattern object = Pattern.compile("OBJECT (\\S+) (\\S+) (\\S+) (\\S+)");
        Map<String, java.util.Set<String>> objects = new TreeMap<>();
        for (String line : Judge.run(PYDICOM, script, files).split("\n")) {
            Matcher found = object.matcher(line);
            if (found.matches()) {
                objects.computeIfAbsent(found.group(1) + "/" + found.group(2), key -> new java.util.TreeSet<>())
                        .add(found.group(3));
            }
        }
        assertTrue(objects.size() > 20, "series that pydicom sees: " + objects.size());
        for (Map.Entry<String, java.util.Set<String>> series : objects.entrySet()) {
            java.util.Set<String> ours = new java.util.TreeSet<>();
            for (String name : root.resolve("raw/" + series.getKey()).toFile().list()) {
                ours.add(name.replaceFirst("_\\d+$", ""));
            }
            assertEquals(series.getValue(), ours, series.getKey());
        }
    }
}
