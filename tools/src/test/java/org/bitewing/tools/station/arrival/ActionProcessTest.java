package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bitewing.Limits;
import org.bitewing.json.JsonBoolean;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.tools.net.ArgumentVector;
import org.bitewing.tools.station.arrival.ActionProcess.Result;
import org.bitewing.tools.station.folder.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Actions as processes, without a shell. */
@Timeout(60)
class ActionProcessTest {
    private static final Peer PEER = new Peer("MR 1;$(x)", "STATION", "10.0.0.7");

    @TempDir
    Path root;

    @BeforeEach
    void aStudyWithASummaryIsThere() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Files.createDirectories(root.resolve("raw/1.2"));
        Files.writeString(root.resolve("raw/1.2.json"), "{\n  \"NumFiles\": \"3\"\n}\n");
    }

    private static Attempt attempt(int round, int number, String... words) {
        return new Attempt(new Completion(Subject.ofStudy("1.2"), round, List.of(PEER)),
                new Action(true, new ArgumentVector(List.of(words)), Set.of(), Set.of()), number, false);
    }

    private ActionProcess process(Duration timeout) throws IOException {
        return ActionProcess.of(new Folders(root), timeout);
    }

    private List<String> left(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void itIsToldByStandardInputEnvironmentAndWords() throws IOException {
        Path out = root.resolve("out");
        Attempt attempt = attempt(2, 1, "/bin/sh", "-c", "cat > \"$2\"; { echo \"$1|$3|$#\"; env; } > \"$2.env\"", "x",
                "#a", out.toString(), "@StudyInstanceUID@ @SeriesInstanceUID@|#p|@PATH@|@DESCRIPTION@|@other@");
        assertEquals(new Result.Exited(0), process(Duration.ofSeconds(50)).run(attempt));

        JsonObject event = (JsonObject) JsonDocument.of(Files.readString(out), "event", Limits.defaults()).root();
        assertEquals(new JsonString("study/1.2/2"), event.members().get("event"));
        assertEquals(new JsonBoolean(true), event.members().get("late"));
        assertEquals(JsonNumber.of(1), event.members().get("attempt"));
        assertEquals(new JsonString("3"), ((JsonObject) event.members().get("summary")).members().get("NumFiles"));
        List<String> lines = Files.readAllLines(root.resolve("out.env"));
        String raw = root.resolve("raw/1.2").toString();
        assertEquals("MR 1;$(x)|1.2 |" + raw + "|" + raw + "|" + root.resolve("raw/1.2.json") + "|@other@|3",
                lines.get(0));
        for (String expected : List.of("DICOM_EVENT=study", "DICOM_EVENT_ID=study/1.2/2", "DICOM_LATE=true",
                "DICOM_STUDY_INSTANCE_UID=1.2", "DICOM_CALLING_AE_TITLE=MR 1;$(x)", "DICOM_PEER=10.0.0.7",
                "DICOM_DIRECTORY=" + raw)) {
            assertTrue(lines.contains(expected), expected);
        }
        assertEquals(List.of(), left("temp"));
        assertEquals(List.of(), left("logs/1.2"), "it said nothing");
    }

    @Test
    void whatItSaysIsKeptWithHowItEnded() throws IOException {
        ActionProcess process = process(Duration.ofSeconds(50));
        Attempt first = attempt(1, 1, "/bin/sh", "-c", "echo out; echo err >&2; exit $DICOM_ATTEMPT");
        assertEquals(new Result.Exited(1), process.run(first));
        assertEquals(new Result.Exited(2), process.run(first.next()));

        List<String> lines = Files.readAllLines(process.log(first));
        assertEquals(8, lines.size(), lines.toString());
        assertTrue(lines.get(0).endsWith(" attempt 1 for study/1.2/1: /bin/sh"), lines.get(0));
        assertEquals(List.of("out", "err"), lines.subList(1, 3));
        assertTrue(lines.get(3).endsWith(" exit code 1"), lines.get(3));
        assertTrue(lines.get(7).endsWith(" exit code 2"), lines.get(7));
    }

    @Test
    void oneThatTakesTooLongIsEndedWithAllThatItStarted() throws IOException {
        Path pid = root.resolve("pid");
        Attempt endless = attempt(1, 1, "/bin/sh", "-c", "sleep 1000 & echo $! > " + pid + "; wait");
        assertEquals(new Result.TimedOut(), process(Duration.ofSeconds(1)).run(endless));
        long child = Long.parseLong(Files.readString(pid).strip());
        // A process that is dead may stand in the table until its new parent looks.
        assertFalse(ProcessHandle.of(child).map(handle -> handle.isAlive()
                && handle.info().command().isPresent()).orElse(false));
    }

    @Test
    void oneThatDoesNotReadOrIsNotThereIsNoTrouble() throws IOException {
        Files.writeString(root.resolve("raw/1.2.json"), "{\"x\":\"" + "y".repeat(200_000) + "\"}");
        ActionProcess process = process(Duration.ofSeconds(50));
        assertEquals(new Result.Exited(0), process.run(attempt(1, 1, "/bin/sh", "-c", "exit 0")));
        Result result = process.run(attempt(1, 1, "/nosuch/program"));
        assertTrue(result instanceof Result.NotStarted, result.words());
        Files.delete(root.resolve("raw/1.2.json"));
        assertEquals(new Result.NotStarted("No such file or directory"),
                process.run(attempt(1, 1, "/bin/sh", "-c", "exit 0")));
    }

    @Test
    void whatAKilledStationHasLeftIsRemoved() throws IOException {
        Files.createDirectories(root.resolve("temp"));
        Files.writeString(root.resolve("temp/.action-1.json"), "{}");
        Files.writeString(root.resolve("temp/other"), "stays");
        process(Duration.ofSeconds(1));
        assertEquals(List.of("other"), left("temp"));
    }
}
