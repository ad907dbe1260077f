package org.bitewing.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A temporary folder, in memory where the system has a file system for that: disks are too uneven to be measured. */
final class ScratchFolder implements Closeable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** In shared memory if there is as much room, else in the usual place. */
    static ScratchFolder withRoomFor(long bytes) throws IOException {
        boolean hasMemory = Files.isWritable(SHARED_MEMORY) && room(SHARED_MEMORY) >= bytes && freeMemory() >= bytes;
        return new ScratchFolder(hasMemory ? Files.createTempDirectory(SHARED_MEMORY, "bitewing-guard")
                : Files.createTempDirectory("bitewing-guard"));
    }

    private static long room(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** What fills shared memory is taken from the machine's. */
    private static long freeMemory() {
        return ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
    }

    long room() throws IOException {
        return room(path);
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }

    @Override
    public String toString() {
        return path.getParent().toString();
    }
}
