package org.bitewing.tools.station.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    Path folder;
    private Path calm;
    private Path root;
    private List<Path> files;

    @BeforeEach
    void makeACalmStation() throws IOException {
        files = Objects.files(folder.resolve("in"), 3, 2, 4);
        calm = folder.resolve("calm");
        root = folder.resolve("root");
        Objects.addAll(calm, files);
    }

    /** A copy of a folder as it is while a station has it: as if that had been killed at this moment. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), java.nio.file.LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void assertCalm(Path station) throws IOException {
        assertEquals(Objects.summaries(calm), Objects.summaries(station));
        assertEquals(Objects.tree(calm), Objects.tree(station));
    }

    @Test
    void killedAfterAnyObjectTheRestMakesTheSame() throws IOException {
        Path busy = folder.resolve("busy");
        try (StationFolder station = Objects.open(busy)) {
            for (int i = 0; i < files.size(); i++) {
                station.add(files.get(i), ObjectOrigin.unknown());
                if (i == 5) {
                    station.flush("1.2.826.1");
                }
                if (i % 5 == 0) {
                    Path killed = folder.resolve("killed" + i);
                    copy(busy, killed);
                    // Some that were there come again.
                    Objects.addAll(killed, files.subList(i / 2, files.size()));
                    assertCalm(killed);
                }
            }
        }
    }

    @Test
    void whatWasUnderWayIsBroughtUpToDateWithoutAnotherObject() throws IOException {
        Path busy = folder.resolve("busy");
        try (StationFolder station = Objects.open(busy)) {
            for (Path file : files) {
                station.add(file, ObjectOrigin.unknown());
            }
            copy(busy, root);
        }
        try (StationFolder station = Objects.open(root)) {
            assertEquals(Set.of("1.2.826.1", "1.2.826.2", "1.2.826.3"), station.recovered());
        }
        assertCalm(root);
        try (StationFolder station = Objects.open(root)) {
            assertEquals(Set.of(), station.recovered(), "once");
        }
    }

    @Test
    void nothingIsReadAgainAfterACalmEnd() throws IOException {
        // If an object were read, it would be missed.
        for (Path file : files) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".away"));
        }
        List<String> problems = new ArrayList<>();
        try (StationFolder station = StationFolder.open(calm, Objects.options().onProblem(problems::add), List.of())) {
            assertEquals(4, station.flush("1.2.826.1").get("1.2.826.1.1").objects());
            assertEquals(Set.of(), station.recovered());
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void aJournalThatIsGoneOrDamagedIsMadeAnewAndStudiesThatDifferAreReadAgain() throws IOException {
        for (String damage : List.of("gone", "empty", "changed")) {
            Path station = folder.resolve(damage);
            copy(calm, station);
            Path journal = station.resolve("station.journal");
            switch (damage) {
                case "gone" -> Files.delete(journal);
                case "empty" -> Files.write(journal, new byte[0]);
                default -> Files.writeString(journal, Files.readString(journal).replaceFirst("1.2.826.2", "1.2.826.3"));
            }
            Path late = Objects.write(folder.resolve("late"), "late", Objects.object(2, 1, 1));
            Files.copy(late, station.resolve("archive/scp_1.2.826.2/MR.late"), StandardCopyOption.REPLACE_EXISTING);
            Files.delete(station.resolve("raw/1.2.826.3/1.2.826.3.1/1.2.826.3.1.2"));
            Files.delete(station.resolve("raw/1.2.826.1.json"));
            try (StationFolder opened = Objects.open(station)) {
                assertEquals(Set.of("1.2.826.1", "1.2.826.2", "1.2.826.3"), opened.recovered(), damage);
            }
            Files.delete(station.resolve("archive/scp_1.2.826.2/MR.late"));
            assertCalm(station);
        }
    }

    @Test
    void memoryThatIsGoneOrDamagedIsMadeAnewWhenAnObjectComes() throws IOException {
        Path more = Objects.write(folder.resolve("in"), "more", Objects.object(1, 1, 9));
        Objects.addAll(calm, List.of(more));
        files.remove(0);
        files.add(more);
        Map<String, String> expected = Objects.summaries(calm);
        for (String damage : List.of("gone", "changed", "cut")) {
            Path station = folder.resolve(damage);
            Objects.addAll(station, Objects.files(folder.resolve("again"), 3, 2, 4));
            Path memory = station.resolve("raw/1.2.826.1/.station");
            switch (damage) {
                case "gone" -> Files.delete(memory);
                case "changed" -> Files.writeString(memory, Files.readString(memory).replaceFirst("totals", "tetals"));
                default -> Files.writeString(memory, Files.readString(memory).substring(9));
            }
            Objects.addAll(station, List.of(more));
            assertEquals(expected, Objects.summaries(station), damage);
            try (StationFolder opened = Objects.open(station)) {
                opened.flush("1.2.826.1");
                assertEquals(Set.of(), opened.recovered(), "it is whole again");
            }
        }
    }

    @Test
    void otherRulesGiveOtherTypesToAStudyThatIsTouched() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"),
                "[{\"type\": \"mine\", \"rules\": [{\"tag\": [\"Modality\"], \"value\": \"MR\"}]}]");
        StationOptions options = StationOptions.of(RuleFile.read(rules, org.bitewing.Limits.defaults()));
        Path more = Objects.write(folder.resolve("in"), "more", Objects.object(1, 1, 9));
        try (StationFolder station = StationFolder.open(calm, options, List.of())) {
            station.add(more, ObjectOrigin.unknown());
        }
        for (int series = 1; series <= 2; series++) {
            String summary = Files.readString(calm.resolve("raw/1.2.826.1/1.2.826.1." + series + ".json"));
            assertTrue(summary.contains("\"mine\""), summary);
        }
    }

    @Test
    void aScanThatWasKilledIsComparedOnceAndAStudyWithoutANoteIsFound() throws IOException {
        StationFolder scan = StationFolder.open(calm, Objects.options().withoutSync(), List.of());
        copy(calm, root);
        scan.close();
        // As if the machine had lost the note of a study with its last objects.
        Objects.write(root.resolve("archive/scp_1.2.826.2"), "MR.1.2.826.2.1.9", Objects.object(2, 1, 9));
        try (StationFolder station = Objects.open(root)) {
            assertEquals(Set.of("1.2.826.2"), station.recovered());
            assertEquals(5, station.flush("1.2.826.2").get("1.2.826.2.1").objects());
        }
        Objects.write(root.resolve("archive/scp_1.2.826.2"), "MR.1.2.826.2.1.8", Objects.object(2, 1, 8));
        try (StationFolder station = Objects.open(root)) {
            assertEquals(Set.of(), station.recovered(), "it is not compared again");
        }
    }

    @Test
    void aFolderWithoutSeriesIsNoReasonToReadAStudyAgain() throws IOException {
        Objects.open(root).close();
        Files.createDirectories(root.resolve("raw/1.2.826.1"));
        try (StationFolder station = Objects.open(root)) {
            Added added = station.add(files.get(0), ObjectOrigin.unknown());
            assertTrue(added instanceof Added.Filed filed && filed.isNew());
            assertEquals(Set.of(), station.recovered());
        }
    }

    @Test
    void linksThatAreGoneAreMadeAnew() throws IOException {
        copy(calm, root);
        try (Stream<Path> all = Files.walk(root.resolve("raw"))) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertNotEquals(Objects.tree(calm), Objects.tree(root));
        try (StationFolder station = Objects.open(root)) {
            for (int study = 1; study <= 3; study++) {
                station.rebuild("1.2.826." + study);
            }
        }
        assertCalm(root);
    }

    @Test
    void whatCannotBeReadIsTriedAgainAtTheNextStart() throws IOException {
        Path busy = folder.resolve("busy");
        try (StationFolder station = Objects.open(busy)) {
            for (Path file : files) {
                station.add(file, ObjectOrigin.unknown());
            }
            copy(busy, root);
        }
        Path away = files.get(0).resolveSibling("away");
        Files.move(files.get(0), away);
        List<String> problems = new ArrayList<>();
        StationFolder.open(root, Objects.options().onProblem(problems::add), List.of()).close();
        assertEquals(List.of("archive/scp_1.2.826.1/MR.1.2.826.1.1.1 is left out: No such file or directory"), problems);
        assertNotEquals(Objects.summaries(calm), Objects.summaries(root));
        Files.move(away, files.get(0));
        Objects.open(root).close();
        assertCalm(root);
    }

    @Test
    void whoSentAnObjectAndWhenIsInItsFile() throws IOException {
        Path archive = Files.createDirectories(root.resolve("archive/scp_1.2.826.1"));
        Path file = Objects.write(archive, "MR.1.2.826.1.1.1", Objects.object(1, 1, 1)
                .set(Tag.SendingApplicationEntityTitle, VR.AE, "SCANNER1")
                .set(Tag.ReceivingApplicationEntityTitle, VR.AE, "STATION")
                .set(Tag.SendingPresentationAddress, VR.UR, "dicom://[2001:db8::7]:104"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_123L));
        try (StationFolder station = Objects.open(root)) {
            station.add(file, new ObjectOrigin("other", "other", "other", Optional.empty()));
        }
        Map<String, String> before = Objects.summaries(root);
        String summary = before.get("raw/1.2.826.1/1.2.826.1.1.json");
        assertTrue(summary.contains("\"AETitleCaller\": \"SCANNER1\""), summary);
        assertTrue(summary.contains("\"AETitleCalled\": \"STATION\""), summary);
        assertTrue(summary.contains("\"CallerIP\": \"2001:db8::7\""), summary);
        assertTrue(summary.contains("2023-11-14T22:13:20.123Z"), summary);
        assertFalse(summary.contains("other"), summary);
        Files.delete(root.resolve("raw/1.2.826.1/.station"));
        try (StationFolder station = Objects.open(root)) {
            station.rebuild("1.2.826.1");
        }
        assertEquals(before, Objects.summaries(root));
    }
}
