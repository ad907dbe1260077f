package org.bitewing.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The temporary files of this process, which are removed when it ends before they are complete, as by an interrupt
 * from the keyboard; from then on, but for the last works, no other is made. Not
 * {@link java.io.File#deleteOnExit}, which forgets nothing until then.
 */
final class UnfinishedFiles {
    /** Also the lock of everything here. */
    private static final Set<Path> FILES = new HashSet<>();
    private static final List<Runnable> LAST_WORKS = new ArrayList<>();
    private static boolean isHooked;
    private static boolean isEnding;

    private UnfinishedFiles() {
    }

    static FileChannel create(Path file, FileOwnership ownership) throws IOException {
        synchronized (FILES) {
            if (!isHooked) {
                hook();
            }
            if (isEnding) {
                throw new IOException("the process is ending; no file is begun");
            }
            FileChannel channel = ownership.create(file);
            FILES.add(file);
            return channel;
        }
    }

    /** See {@link AtomicFile#atEnd}. */
    static void atEnd(Runnable work) {
        synchronized (FILES) {
            if (!isHooked) {
                hook();
            }
            LAST_WORKS.add(work);
        }
    }

    private static void hook() {
        isHooked = true;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::end, "bitewing-unfinished-files"));
        } catch (IllegalStateException e) {
            isEnding = true;
        }
    }

    /** A file that was moved or removed. */
    static void remove(Path file) {
        synchronized (FILES) {
            FILES.remove(file);
        }
    }

    private static void end() {
        List<Runnable> works;
        synchronized (FILES) {
            works = List.copyOf(LAST_WORKS);
        }
        try {
            works.forEach(Runnable::run);
        } finally {
            removeAll();
        }
    }

    private static void removeAll() {
        synchronized (FILES) {
            isEnding = true;
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
}
