package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ServerProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the workshop does with five programs and scripts: DCMTK sends, and one command does the rest. */
@Timeout(600)
class StationFlowTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(200);
    private static final String STUDY = "1.2.3";

    @TempDir
    Path folder;

    private Path in;
    private Path root;
    private Path events;

    @BeforeEach
    void foldersAreThere() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        in = Files.createDirectories(folder.resolve("in"));
        root = folder.resolve("root");
        events = Files.createDirectories(folder.resolve("events"));
    }

    private void image(int series, int number) throws IOException {
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.MRImageStorage).set(Tag.Modality, "MR")
                .set(Tag.SOPInstanceUID, STUDY + "." + series + "." + number).set(Tag.StudyInstanceUID, STUDY)
                .set(Tag.SeriesInstanceUID, STUDY + "." + series).set(Tag.SeriesNumber, Integer.toString(series))
                .set(Tag.InstanceNumber, Integer.toString(number)).set(Tag.PatientID, "DEMO01")
                .set(Tag.PatientName, "Test^Person").set(Tag.StudyDate, "20260102").set(Tag.StudyTime, "101500")
                .set(Tag.Manufacturer, series == 1 ? "SIEMENS" : "GE MEDICAL SYSTEMS")
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY", "M").set(0x00510010, VR.LO, "SIEMENS MR HEADER")
                .set(0x0051100f, VR.LO, "HEA;HEP").build(),
                Files.createDirectories(in.resolve("s" + series)).resolve(number + ".dcm"));
    }

    private ServerProcess station(String... further) throws IOException {
        // A name appears when the file is complete.
        String keep = "/bin/sh -c 'f=\"$1/$(echo \"$DICOM_EVENT_ID\" | tr / _)\"; cat > \"$f.part\"; "
                + "echo \"$2\" >> \"$f.part\"; mv \"$f.part\" \"$f\"' x '" + events + "' ";
        List<String> words = new ArrayList<>(List.of("station", "--root", root.toString(), "--quiet-time", "2",
                "--on-study", keep + "'@StudyInstanceUID@|@PATH@|#a'", "--on-series",
                keep + "'@SeriesInstanceUID@|@DESCRIPTION@|#c'"));
        words.addAll(List.of(further));
        return ServerProcess.start(List.of(), words.toArray(String[]::new));
    }

    private void send(ServerProcess station) throws IOException {
        String said = Judge.run("storescu", "-nh", "-aet", "SCANNER 1", "-aec", "STATION", "+sd", "+r", "localhost",
                station.port(), in);
        assertTrue(said.endsWith("0"), said);
    }

    private static void await(BooleanSupplier condition, Object what) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "it does not come about: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void awaitEvents(String... names) {
        for (String name : names) {
            await(() -> Files.exists(events.resolve(name)), name);
        }
    }

    private JsonObject event(String name) throws IOException {
        String text = Files.readString(events.resolve(name));
        int end = text.lastIndexOf('}') + 1;
        return (JsonObject) JsonDocument.of(text.substring(0, end), name, Limits.defaults()).root();
    }

    private String words(String name) throws IOException {
        String text = Files.readString(events.resolve(name));
        return text.substring(text.lastIndexOf('}') + 1).strip();
    }

    private JsonObject summary(String name) throws IOException {
        return (JsonObject) JsonDocument.of(Files.readString(root.resolve("raw").resolve(name)), name,
                Limits.defaults()).root();
    }

    private static JsonValue at(JsonObject object, String... path) {
        JsonValue value = object;
        for (String name : path) {
            value = ((JsonObject) value).members().get(name);
        }
        return value;
    }

    /** The event that the documentation shows. */
    private static Map<String, JsonValue> example() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        while (!Files.exists(project.resolve("CONTRIBUTING.md"))) {
            project = project.getParent();
        }
        String text = Files.readString(project.resolve("docs/station.md"));
        int start = text.indexOf("{", text.indexOf("On its standard input"));
        return ((JsonObject) JsonDocument.of(text.substring(start, text.indexOf("```", start)), "docs/station.md",
                Limits.defaults()).root()).members();
    }

    private List<String> names(String below) {
        try (Stream<Path> files = Files.list(root.resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void dcmtkSendsAndTheStationSortsSummarisesClassifiesAndTells() throws Exception {
        image(1, 1);
        image(1, 2);
        image(1, 3);
        image(2, 1);
        image(2, 2);
        ServerProcess station = station();
        try {
            send(station);
            awaitEvents("study_1.2.3_1", "series_1.2.3_1.2.3.1_1", "series_1.2.3_1.2.3.2_1");

            // Sorted.
            assertEquals(List.of("MR.1.2.3.1.1", "MR.1.2.3.1.2", "MR.1.2.3.1.3", "MR.1.2.3.2.1", "MR.1.2.3.2.2"),
                    names("archive/scp_1.2.3"));
            assertEquals(root.resolve("archive/scp_1.2.3/MR.1.2.3.2.2").toRealPath(),
                    root.resolve("raw/1.2.3/1.2.3.2/1.2.3.2.2").toRealPath());
            assertEquals(root.resolve("raw/1.2.3").toRealPath(),
                    root.resolve("participants/DEMO01/20260102_101500").toRealPath());
            // Summarised and classified.
            assertEquals(new JsonString("3"), at(summary("1.2.3/1.2.3.1.json"), "NumFiles"));
            assertEquals(JsonArray.ofTexts(List.of("SIEMENS", "original")),
                    at(summary("1.2.3/1.2.3.1.json"), "ClassifyType"));
            assertEquals(new JsonString("SCANNER 1"),
                    at(summary("1.2.3/1.2.3.1.json"), "IncomingConnection", "AETitleCaller"));
            assertEquals(new JsonString("5"), at(summary("1.2.3.json"), "NumFiles"));
            // Told.
            JsonObject event = event("study_1.2.3_1");
            assertEquals("false", event.members().get("late").text(false));
            assertEquals(summary("1.2.3.json"), at(event, "summary"));
            assertEquals("[{\"AETitleCalled\":\"STATION\",\"AETitleCaller\":\"SCANNER 1\",\"CallerIP\":\"127.0.0.1\"}]",
                    at(event, "peers").text(false));
            assertEquals(example().keySet(), event.members().keySet(), "as docs/station.md shows it");
            assertEquals("1.2.3|" + root.resolve("raw/1.2.3").toRealPath() + "|SCANNER 1", words("study_1.2.3_1"));
            assertEquals("1.2.3.2|" + root.resolve("raw/1.2.3/1.2.3.2.json").toRealPath() + "|STATION",
                    words("series_1.2.3_1.2.3.2_1"));
            await(() -> names(".arrived").isEmpty(), ".arrived");

            // Late: a new object; all the others come again, and do not count.
            image(2, 3);
            send(station);
            awaitEvents("study_1.2.3_2", "series_1.2.3_1.2.3.2_2");
            assertEquals("true", event("study_1.2.3_2").members().get("late").text(false));
            assertEquals(new JsonString("6"), at(event("study_1.2.3_2"), "summary", "NumFiles"));
            await(() -> names(".arrived").isEmpty(), ".arrived");
            station.stop();
            assertEquals(143, station.process().exitValue());
        } finally {
            station.kill();
        }
        assertEquals(List.of("series_1.2.3_1.2.3.1_1", "series_1.2.3_1.2.3.2_1", "series_1.2.3_1.2.3.2_2",
                "study_1.2.3_1", "study_1.2.3_2"), eventNames());
    }

    private List<String> eventNames() throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasOpenAtTheStopIsToldAfterTheStart() throws Exception {
        image(1, 1);
        ServerProcess first = station("--quiet-time", "100000", "-aet", "OTHER");
        try {
            send(first);
            assertEquals(List.of("SCANNER1 STATION 127.0.0.1 1.2.3 1.2.3.1", "SCANNER1 STATION 127.0.0.1 scp_1.2.3"),
                    names(".arrived"));
            first.stop();
        } finally {
            first.kill();
        }
        // As if it had been killed when another object had its name in the archive and no more.
        image(1, 2);
        Files.copy(in.resolve("s1/2.dcm"), root.resolve("archive/scp_1.2.3/MR.1.2.3.1.2"));
        ServerProcess second = station();
        try {
            awaitEvents("study_1.2.3_1", "series_1.2.3_1.2.3.1_1");
            assertEquals(new JsonString("2"), at(event("study_1.2.3_1"), "summary", "NumFiles"));
            assertEquals(List.of("1.2.3.1.1", "1.2.3.1.2"), names("raw/1.2.3/1.2.3.1"));
            await(() -> names(".arrived").isEmpty(), ".arrived");
        } finally {
            second.kill();
        }
    }
}
