package org.bitewing.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system that is soon full; whoever asks for one where it cannot be mounted is skipped. */
public final class SmallDisk implements Closeable {
    private static final String FILLER = "filler";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one of so many KiB at a folder that is there. */
    public static SmallDisk mount(Path folder, int kibibytes) throws IOException {
        assumeTrue(Judge.run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "bitewing-test", folder)
                .endsWith("0"), "no file system can be mounted here");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Takes all room that is left. */
    public void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(folder.resolve(FILLER))) {
            byte[] block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException e) {
            // It is full, as it should be.
            assumeTrue(Files.getFileStore(folder).getUsableSpace() == 0, "the file system is not full");
        }
    }

    /** Gives the room back. */
    public void free() throws IOException {
        Files.delete(folder.resolve(FILLER));
    }

    @Override
    public void close() throws IOException {
        Judge.run("umount", "-l", folder);
    }
}
