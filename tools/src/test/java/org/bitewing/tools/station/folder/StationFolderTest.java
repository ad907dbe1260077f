package org.bitewing.tools.station.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationFolderTest {
    @TempDir
    Path folder;

    private static Added.Filed filed(Added added) {
        return assertInstanceOf(Added.Filed.class, added);
    }

    @Test
    void anObjectGetsItsPlaces() throws IOException {
        Path file = Objects.write(folder.resolve("in"), "a", Objects.object(1, 2, 3));
        Path root = folder.resolve("root");
        try (StationFolder station = Objects.open(root)) {
            Added.Filed filed = filed(station.add(file, ObjectOrigin.unknown()));
            assertTrue(filed.isNew());
            assertEquals("1.2.826.1", filed.study());
        }
        Path archived = root.resolve("archive/scp_1.2.826.1/MR.1.2.826.1.2.3");
        assertEquals(file, Files.readSymbolicLink(archived));
        Path raw = root.resolve("raw/1.2.826.1/1.2.826.1.2/1.2.826.1.2.3");
        assertTrue(Files.isSameFile(raw, file));
        assertFalse(Files.readSymbolicLink(raw).isAbsolute(), "the tree may be moved");
        assertTrue(Files.readString(root.resolve("raw/1.2.826.1/1.2.826.1.2.json")).contains("\"NumFiles\": \"1\""));
        assertTrue(Files.readString(root.resolve("raw/1.2.826.1.json")).contains("\"NumSeries\": \"1\""));
        Path participant = root.resolve("participants/PAT1/20240203_101511");
        assertEquals(root.resolve("raw/1.2.826.1").toRealPath(), participant.toRealPath());
        assertTrue(Files.exists(file), "it is never moved");
    }

    @Test
    void theSameObjectCountsOnceHoweverOftenItComes() throws IOException {
        Path file = Objects.write(folder.resolve("in"), "a", Objects.object(1, 1, 1));
        Path copy = Files.copy(file, folder.resolve("in/b"));
        Path root = folder.resolve("root");
        for (int run = 0; run < 2; run++) {
            try (StationFolder station = Objects.open(root)) {
                assertEquals(run == 0, filed(station.add(file, ObjectOrigin.unknown())).isNew());
                assertFalse(filed(station.add(file, ObjectOrigin.unknown())).isNew());
                assertFalse(filed(station.add(copy, ObjectOrigin.unknown())).isNew());
                assertFalse(filed(station.add(() -> ByteSource.of(copy), ObjectOrigin.unknown())).isNew());
                assertEquals(1, station.flush("1.2.826.1").get("1.2.826.1.1").objects());
            }
        }
        assertEquals(List.of("MR.1.2.826.1.1.1"), List.of(root.resolve("archive/scp_1.2.826.1").toFile().list()));
    }

    @Test
    void anotherDataSetOfTheSameInstanceIsKeptBeside() throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Objects.write(folder.resolve("in"), "a", Objects.object(1, 1, 1)));
        files.add(Objects.write(folder.resolve("in"), "b",
                Objects.object(1, 1, 1).set(Tag.SeriesDescription, "another")));
        Objects.addAll(folder.resolve("one"), files);
        Collections.reverse(files);
        Objects.addAll(folder.resolve("two"), files);
        assertEquals(2, folder.resolve("one/archive/scp_1.2.826.1").toFile().list().length);
        assertEquals(Objects.summaries(folder.resolve("one")), Objects.summaries(folder.resolve("two")));
        String summary = Files.readString(folder.resolve("one/raw/1.2.826.1/1.2.826.1.1.json"));
        assertTrue(summary.contains("\"NumFiles\": \"2\""), summary);
    }

    @Test
    void theOrderOfObjectsDoesNotShow() throws IOException {
        List<Path> files = Objects.files(folder.resolve("in"), 4, 2, 6);
        Objects.addAll(folder.resolve("calm"), files);
        for (int seed = 0; seed < 3; seed++) {
            List<Path> shuffled = new ArrayList<>(files);
            shuffled.addAll(files.subList(0, 10));
            Collections.shuffle(shuffled, new Random(seed));
            Path root = folder.resolve("shuffled" + seed);
            int cut = shuffled.size() / 3;
            // In three runs, so that states are read from memory, too.
            for (int run = 0; run < 3; run++) {
                Objects.addAll(root, shuffled.subList(run * cut, run == 2 ? shuffled.size() : (run + 1) * cut));
            }
            assertEquals(Objects.summaries(folder.resolve("calm")), Objects.summaries(root));
            assertEquals(Objects.tree(folder.resolve("calm")), Objects.tree(root));
        }
    }

    @Test
    void manyThreadsDoNotShow() throws Exception {
        List<Path> files = Objects.files(folder.resolve("in"), 3, 2, 8);
        Objects.addAll(folder.resolve("calm"), files);
        List<Path> twice = new ArrayList<>(files);
        twice.addAll(files);
        Collections.shuffle(twice, new Random(7));
        int isNew = 0;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (StationFolder station = Objects.open(folder.resolve("busy"))) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (Path file : twice) {
                tasks.add(() -> filed(station.add(file, ObjectOrigin.unknown())).isNew());
            }
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                isNew += result.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(files.size(), isNew);
        assertEquals(Objects.summaries(folder.resolve("calm")), Objects.summaries(folder.resolve("busy")));
        assertEquals(Objects.tree(folder.resolve("calm")), Objects.tree(folder.resolve("busy")));
    }

    @Test
    void whatIsNoObjectIsRefusedAndLeavesNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "nothing");
        Path unnamed = Objects.write(folder, "unnamed", Objects.object(1, 1, 1).remove(Tag.SeriesInstanceUID));
        Path hostile = Objects.write(folder, "hostile", Objects.object(1, 1, 1).set(Tag.StudyInstanceUID, "../../up"));
        Path root = folder.resolve("root");
        try (StationFolder station = Objects.open(root)) {
            Map<Path, ObjectRefusal.Reason> reasons = Map.of(text, ObjectRefusal.Reason.NOT_DICOM,
                    unnamed, ObjectRefusal.Reason.UID_MISSING, hostile, ObjectRefusal.Reason.UID_INVALID);
            for (Map.Entry<Path, ObjectRefusal.Reason> expected : reasons.entrySet()) {
                Added.Refused refused = assertInstanceOf(Added.Refused.class,
                        station.add(expected.getKey(), ObjectOrigin.unknown()));
                assertEquals(expected.getValue(), refused.refusal().reason());
            }
        }
        assertEquals(List.of(""), Objects.tree(root));
    }

    @Test
    void oneStationAtATimeHasAFolder() throws IOException {
        Path root = folder.resolve("root");
        try (StationFolder station = Objects.open(root)) {
            FileSystemException taken = assertThrows(FileSystemException.class, () -> Objects.open(root));
            assertEquals("another station has this folder", taken.getReason());
            assertEquals(station.folders().root(), root.toRealPath());
        }
        Objects.open(root).close();
    }

    @Test
    void twoStudiesOfOneTimeAreBothFoundWhicheverCameFirst() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int study = 1; study <= 5; study += 2) {
            files.add(Objects.write(folder.resolve("in"), "s" + study,
                    Objects.object(study, 1, 1).set(Tag.StudyTime, "101010")));
        }
        Objects.addAll(folder.resolve("one"), files);
        Collections.reverse(files);
        Objects.addAll(folder.resolve("two"), files);
        List<String> visits = new ArrayList<>(List.of(folder.resolve("one/participants/PAT1").toFile().list()));
        assertEquals(3, visits.size());
        assertTrue(visits.contains("20240203_101010"), visits.toString());
        assertEquals(Objects.tree(folder.resolve("one")), Objects.tree(folder.resolve("two")));
    }

    @Test
    void theNameOfAStudyFollowsItsFirstSeries() throws IOException {
        Path late = Objects.write(folder.resolve("in"), "late",
                Objects.object(1, 2, 1).set(Tag.PatientID, "WRONG").set(Tag.StudyTime, "235959"));
        Path first = Objects.write(folder.resolve("in"), "first", Objects.object(1, 1, 1));
        Path root = folder.resolve("root");
        Objects.addAll(root, List.of(late));
        assertTrue(Files.exists(root.resolve("participants/WRONG/20240203_235959")));
        Objects.addAll(root, List.of(first));
        assertFalse(Files.exists(root.resolve("participants/WRONG/20240203_235959")));
        assertTrue(Files.exists(root.resolve("participants/PAT1/20240203_101511")));
    }

    @Test
    void noPatientIdNoParticipantAndNoTimeNoEnd() throws IOException {
        Path root = folder.resolve("root");
        Objects.addAll(root, List.of(
                Objects.write(folder.resolve("in"), "a", Objects.object(1, 1, 1).remove(Tag.PatientID)),
                Objects.write(folder.resolve("in"), "b",
                        Objects.object(2, 1, 1).remove(Tag.StudyDate).remove(Tag.StudyTime))));
        assertEquals(List.of("PAT0"), List.of(root.resolve("participants").toFile().list()));
        assertTrue(Files.exists(root.resolve("participants/PAT0/unknown_unknown")));
    }
}
