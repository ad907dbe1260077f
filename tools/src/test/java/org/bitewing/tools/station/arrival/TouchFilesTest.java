package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that scripts watch, and what was told of a study. */
class TouchFilesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void namesHaveFourAndFiveWordsWhateverTheTitlesHold() {
        Subject study = Subject.ofStudy("1.2");
        assertEquals("MR1 STATION 10.0.0.7 scp_1.2",
                TouchFiles.name(new Peer("MR1", "STATION", "10.0.0.7"), study));
        assertEquals("ab unknown 0.0.0.0 1.2 1.2.1",
                TouchFiles.name(new Peer(" a\"'\\/ b ", "  ", ""), new Subject("1.2", "1.2.1")));
        assertEquals("x unknown fe80--1%eth0 scp_1.2",
                TouchFiles.name(new Peer("..x", "..", "fe80::1%eth0"), study));
    }

    @Test
    void afterASecondTheTimeIsThatOfTheLastObject() throws IOException {
        TouchFiles files = new TouchFiles(folder.resolve(".arrived"));
        Peer peer = new Peer("MR1", "STATION", "10.0.0.7");
        Subject study = Subject.ofStudy("1.2");
        Path file = folder.resolve(".arrived/MR1 STATION 10.0.0.7 scp_1.2");
        files.touch(peer, study, 0);
        Files.setLastModifiedTime(file, LONG_AGO);
        files.touch(peer, study, 999);
        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
        files.touch(peer, study, 1_000);
        assertTrue(Files.getLastModifiedTime(file).compareTo(LONG_AGO) > 0);
        files.remove(new Completion(study, 1, List.of(peer)));
        assertTrue(Files.notExists(file));
        files.touch(peer, study, 1_001);
        assertTrue(Files.exists(file), "what comes after the end is touched at once");
    }

    @Test
    void whatWasToldIsReadAgainAndDamageCountsAsNothing() throws IOException {
        Path file = folder.resolve(".told");
        assertEquals(0, Told.read(file).of(Subject.ofStudy("1.2")).round());
        Told told = new Told(Map.of("", new Told.Round(2, 7), "1.2.1", new Told.Round(1, 5)));
        told.write(file, true);
        assertEquals("- 2 7\n1.2.1 1 5\n", Files.readString(file));
        assertEquals(told, Told.read(file));
        Files.writeString(file, "- 2 7\n1.2.1 x 5\n1.2.2 1\n\u00ff");
        assertEquals(new Told(Map.of("", new Told.Round(2, 7))), Told.read(file));
    }
}
