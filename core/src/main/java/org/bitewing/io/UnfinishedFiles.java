package org.bitewing.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The temporary files of this process, which are removed when it ends before they are complete, as by an interrupt
 * from the keyboard. Not {@link java.io.File#deleteOnExit}, which forgets nothing until then.
 */
final class UnfinishedFiles {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::removeAll, "bitewing-unfinished-files"));
        } catch (IllegalStateException e) {
            // The process is ending already: what is begun now is removed by its close() alone.
            FILES.clear();
        }
    }

    private UnfinishedFiles() {
    }

    static void add(Path file) {
        FILES.add(file);
    }

    static void remove(Path file) {
        FILES.remove(file);
    }

    private static void removeAll() {
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // There is nobody left to tell; the name says what the file is.
                continue;
            }
        }
    }
}
