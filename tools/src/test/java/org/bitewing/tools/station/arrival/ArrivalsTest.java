package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.station.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of series and studies, by a clock that the test turns, with kills wherever they may come. */
class ArrivalsTest {
    private static final Peer PEER = new Peer("MR 1", "STATION", "");

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
            new PrintStream(said, true, StandardCharsets.UTF_8), false, false);
    /** What is in the folder, whatever happens to the process. */
    private final Map<String, Map<String, Long>> objects = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private boolean hasActions = true;
    private boolean isFolderBroken;
    private long now;

    /** A process of the station. It ends without a word. */
    private final class Station implements AutoCloseable {
        private final ArrivalImage image = new ArrivalImage();
        private final ArrivalJournal journal =
                new ArrivalJournal(Journal.open(root.resolve("station.journal"), List.of(image)), image);
        private final TouchFiles touchFiles = new TouchFiles(root.resolve(".arrived"));
        private final Arrivals arrivals = new Arrivals(new Rounds(10, 16), new Folder(), journal, touchFiles,
                new Hearing(), false, () -> now, console);

        private Station() throws IOException {
            arrivals.takeOver();
        }

        void receive(String study, String series) throws IOException {
            arrivals.announce(study, series, PEER);
            store(study, series);
            arrivals.arrived(study, series, PEER, true);
        }

        void receiveAgain(String study, String series) throws IOException {
            arrivals.arrived(study, series, PEER, false);
        }

        void waitFor(long time) {
            for (long end = now + time; now <= end; now++) {
                arrivals.look();
            }
        }

        @Override
        public void close() throws IOException {
            journal.journal().close();
        }
    }

    private final class Folder implements Arrivals.Holdings {
        @Override
        public Map<String, Long> flush(String study) throws IOException {
            if (isFolderBroken) {
                throw new IOException("no space left");
            }
            return objects.getOrDefault(study, Map.of());
        }

        @Override
        public Path folder(String study) {
            return root.resolve("raw").resolve(study);
        }
    }

    private final class Hearing implements Arrivals.Listener {
        @Override
        public boolean wants(Completion completion) {
            return hasActions;
        }

        @Override
        public void complete(Completion completion) {
            told.add(completion.id());
        }
    }

    /** An object has its place. */
    private void store(String study, String series) throws IOException {
        objects.computeIfAbsent(study, key -> new TreeMap<>()).merge(series, 1L, Long::sum);
        Files.createDirectories(root.resolve("raw").resolve(study));
    }

    private List<String> touched() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(".arrived"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void eachSeriesAndThenTheStudyIsToldOnce() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            now += 5;
            station.receive("1", "1.2");
            station.receive("1", "1.2");
            station.waitFor(9);
            assertEquals(List.of("series/1/1.1/1"), told);
            station.waitFor(100);
            assertEquals(List.of("series/1/1.1/1", "series/1/1.2/1", "study/1/1"), told);
        }
    }

    @Test
    void whatComesLateIsToldAsALateRoundOfItsSeriesAndTheStudy() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            station.receive("1", "1.2");
            station.waitFor(100);
            told.clear();
            station.receive("1", "1.2");
            station.waitFor(100);
            assertEquals(List.of("series/1/1.2/2", "study/1/2"), told);
        }
        told.clear();
        try (Station station = new Station()) {
            station.receive("1", "1.3");
            station.waitFor(100);
            assertEquals(List.of("series/1/1.3/1", "study/1/3"), told, "the next process knows the rounds");
        }
    }

    @Test
    void anObjectThatWasThereMakesItWaitButIsNotTold() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            now += 8;
            station.receiveAgain("1", "1.1");
            station.waitFor(8);
            assertEquals(List.of(), told);
            station.waitFor(100);
            assertEquals(List.of("series/1/1.1/1", "study/1/1"), told);
            station.receiveAgain("1", "1.1");
            station.waitFor(100);
            assertEquals(2, told.size());
        }
    }

    @Test
    void anAnnouncementOfWhatNeverCameIsNotTold() throws IOException {
        try (Station station = new Station()) {
            station.arrivals.announce("1", "1.1", PEER);
            station.waitFor(100);
        }
        try (Station station = new Station()) {
            station.waitFor(100);
            assertEquals(List.of(), told);
            assertEquals(List.of(), station.journal.open());
        }
    }

    @Test
    void aKillAfterAnyStepOfAnObjectLosesNothing() throws IOException {
        for (int steps = 1; steps <= 3; steps++) {
            String study = Integer.toString(steps);
            try (Station killed = new Station()) {
                killed.arrivals.announce(study, "1.1", PEER);
                if (steps > 1) {
                    store(study, "1.1");
                }
                if (steps > 2) {
                    killed.arrivals.arrived(study, "1.1", PEER, true);
                }
            }
            now += 1_000;
            try (Station station = new Station()) {
                station.waitFor(9);
                assertEquals(List.of(), told, "after a start, senders have their time to go on");
                station.waitFor(100);
                assertEquals(steps == 1 ? List.of() : List.of("series/" + study + "/1.1/1", "study/" + study + "/1"),
                        told);
            }
            told.clear();
        }
    }

    /** The file about what was told is written, and the journal is not. */
    @Test
    void aKillInTheMiddleOfTellingIsToldAfterTheStart() throws IOException {
        try (Station killed = new Station()) {
            killed.receive("1", "1.1");
        }
        new Told(Map.of("", new Told.Round(1, 1), "1.1", new Told.Round(1, 1)))
                .write(root.resolve("raw/1/.told"), false);
        try (Station station = new Station()) {
            station.waitFor(100);
            assertEquals(List.of("series/1/1.1/1", "study/1/1"), told);
        }
        try (Station station = new Station()) {
            station.waitFor(100);
            assertEquals(2, told.size());
            assertEquals(2, station.journal.pending().size(), "for whoever runs actions");
        }
    }

    @Test
    void whatCannotBeToldNowIsToldLater() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            station.receive("2", "2.1");
            isFolderBroken = true;
            station.waitFor(30);
            assertEquals(List.of(), told);
            assertTrue(said.toString(StandardCharsets.UTF_8).contains("no space left"));
            isFolderBroken = false;
            station.waitFor(30);
            assertEquals(List.of("series/1/1.1/1", "study/1/1", "series/2/2.1/1", "study/2/1").stream().sorted()
                    .toList(), told.stream().sorted().toList());
        }
    }

    @Test
    void whereTheJournalCannotBeWrittenNothingIsAnnounced() throws IOException {
        Station station = new Station();
        station.close();
        assertThrows(IOException.class, () -> station.arrivals.announce("1", "1.1", PEER));
        try (Station next = new Station()) {
            next.waitFor(100);
            assertEquals(List.of(), next.journal.open());
        }
    }

    @Test
    void touchFilesHaveTheWordsThatScriptsSplitAndGoWhenActionsAreDone() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            station.waitFor(100);
            assertEquals(List.of("MR1 STATION 0.0.0.0 1 1.1", "MR1 STATION 0.0.0.0 scp_1"), touched());

            Completion study = new Completion(Subject.ofStudy("1"), 1, List.of(PEER));
            station.receive("1", "1.1");
            station.arrivals.settled(study);
            assertEquals(2, touched().size(), "something came since");
            station.waitFor(100);
            station.arrivals.settled(study);
            assertEquals(List.of("MR1 STATION 0.0.0.0 1 1.1"), touched());
        }
    }

    @Test
    void aRoundWithNothingNewLeavesNoTouchFiles() throws IOException {
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            station.waitFor(100);
            station.arrivals.announce("1", "1.1", PEER);
            station.arrivals.settled(new Completion(Subject.ofStudy("1"), 1, List.of(PEER)));
            station.arrivals.settled(new Completion(new Subject("1", "1.1"), 1, List.of(PEER)));
            assertEquals(2, touched().size(), "something may have come");
            station.waitFor(100);
            assertEquals(List.of(), touched());
            assertEquals(2, told.size());
        }
    }

    @Test
    void withoutActionsNothingIsPendingAndTouchFilesAreLeftToScripts() throws IOException {
        hasActions = false;
        try (Station station = new Station()) {
            station.receive("1", "1.1");
            station.waitFor(100);
            assertEquals(List.of(), told);
            assertEquals(List.of(), station.journal.pending());
            assertEquals(2, touched().size());
        }
    }
}
