package org.bitewing.tools.station.arrival;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.tools.station.folder.Folders;

/**
 * Empty files for scripts that watch what arrives. Their names are words separated by blanks, caller, called AE title and
 * address, and then {@code scp_} with the study, or the study and the series; their time is that of the last object, to a
 * second. Thread-safe.
 */
final class TouchFiles {
    private static final long TOUCHED_EACH = 1_000;

    private final Path folder;
    /** When each was touched last. */
    private final Map<String, Long> touched = new ConcurrentHashMap<>();

    TouchFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    static String name(Peer peer, Subject subject) {
        return String.join(" ", peer.words()) + " "
                + (subject.isStudy() ? Folders.STUDY_PREFIX + subject.study() : subject.study() + " " + subject.series());
    }

    /** Says that something came; more than once a second is not told. Times in milliseconds of any clock. */
    void touch(Peer peer, Subject subject, long now) throws IOException {
        String name = name(peer, subject);
        Long before = touched.get(name);
        if (before != null && now - before < TOUCHED_EACH) {
            return;
        }
        touched.put(name, now);
        Path file = folder.resolve(name);
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        } catch (NoSuchFileException e) {
            create(file);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Another object of the same moment made it.
            return;
        }
    }

    /** Remembers these no longer; their files stay. */
    void forget(Completion completion) {
        completion.peers().forEach(peer -> touched.remove(name(peer, completion.subject())));
    }

    /** Removes the files of a completion whose actions are done. */
    void remove(Completion completion) throws IOException {
        for (Peer peer : completion.peers()) {
            String name = name(peer, completion.subject());
            touched.remove(name);
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
