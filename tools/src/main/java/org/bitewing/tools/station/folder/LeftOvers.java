package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a process which was killed has begun and not named. Whoever has the lock of the root may remove them. */
final class LeftOvers {
    /** How the name of every file begins and ends that is not finished ({@link org.bitewing.io.AtomicFile}). */
    static final String START = ".bitewing-";
    static final String END = ".part";

    private LeftOvers() {
    }

    /** Removes those in a folder, not in the folders below, whose names begin in a way. */
    static void remove(Path folder, String start) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, start + "*" + END)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
