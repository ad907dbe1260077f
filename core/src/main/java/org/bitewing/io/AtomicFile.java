package org.bitewing.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears under its name only when it is complete: written under another name in the same folder, forced
 * to the disk, and moved over by {@link #commit()}. Until then the file that is replaced stays as it is; closed
 * without {@link #commit()}, nothing is left. Whatever happens to the process or the machine, the name stands for the
 * old content or the new one. Only a process that is killed leaves the temporary file, whose name is
 * {@code .bitewing-*.part}; one that is interrupted or exits removes it.
 *
 * <p>The new file has the permissions of the one it replaces, and its owner and group as far as the process may give
 * them away (POSIX); access control lists and other attributes are not kept. Another hard link to the old file keeps
 * the old content. A file that may not be written is not replaced. Where the name is a symbolic link, the file that it
 * leads to is replaced, or made, and the link stays. A name that stands for a device or a pipe has no content to
 * protect, and is written directly.
 *
 * <p>For one thread.
 */
public final class AtomicFile implements Closeable {
    private static final String START = ".bitewing-";
    private static final String END = ".part";
    private static final int MOST_LINKS = 40;

    private final Path target;
    /** The same as the target where that is written directly. */
    private final Path temporary;
    private final FileChannel channel;
    private final FileOwnership ownership;
    private final boolean sync;
    private boolean committed;
    private boolean closed;

    private AtomicFile(Path target, Path temporary, FileChannel channel, FileOwnership ownership, boolean sync) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.ownership = ownership;
        this.sync = sync;
    }

    /**
     * Begins a file.
     *
     * @param path its name to be, in a folder that is there
     * @return the file, empty so far
     * @throws IOException where the folder is not there, or it or the file cannot be written
     */
    public static AtomicFile create(Path path) throws IOException {
        return create(path, true);
    }

    /**
     * Begins a file. One that is not forced to the disk is for what can be made again: a crash of the process leaves the
     * old file or the new one, a crash of the machine may leave neither.
     *
     * @param path   its name to be, in a folder that is there
     * @param forced whether it is on the disk when it has its name
     * @return the file, empty so far
     * @throws IOException where the folder is not there, or it or the file cannot be written
     */
    public static AtomicFile create(Path path, boolean forced) throws IOException {
        Path target = followed(path.toAbsolutePath());
        FileOwnership ownership = FileOwnership.of(target);
        if (Files.exists(target)) {
            if (Files.isDirectory(target)) {
                throw new FileSystemException(path.toString(), null, "is a folder");
            }
            if (!Files.isWritable(target)) {
                throw new AccessDeniedException(path.toString());
            }
            if (!Files.isRegularFile(target)) {
                FileChannel direct = FileChannel.open(target, StandardOpenOption.WRITE);
                return new AtomicFile(target, target, direct, ownership, false);
            }
        }
        // Not a UUID, whose secure random numbers take longer to start than a tool: a name that is taken is an error.
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path temporary = target.resolveSibling(START + unique + END);
        return new AtomicFile(target, temporary, UnfinishedFiles.create(temporary, ownership), ownership, forced);
    }

    /**
     * Has something done when the process ends by a signal or an exit, while files can still be made: afterwards none is
     * begun, and what is unfinished is removed. A shutdown hook of one's own may come too late for that.
     *
     * @param work what is to be done, and says itself what goes wrong; one after the other where there are several
     */
    public static void atEnd(Runnable work) {
        UnfinishedFiles.atEnd(work);
    }

    /** The file that symbolic links lead to, also where it is not there yet. */
    private static Path followed(Path path) throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /**
     * Where the bytes go. Nothing is buffered on the way. Closing it only ends the writing; {@link #commit()} may
     * follow.
     *
     * @return a channel
     */
    public WritableByteChannel channel() {
        return channel;
    }

    /**
     * Where the bytes go; see {@link #channel()}.
     *
     * @return a stream
     */
    public OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /**
     * Makes what was written the file, and closes this.
     *
     * @throws IOException where that fails; then nothing has changed
     */
    public void commit() throws IOException {
        if (closed) {
            throw new IllegalStateException(target + " is closed");
        }
        if (temporary.equals(target)) {
            committed = true;
            close();
            return;
        }
        ownership.restore(temporary);
        if (sync) {
            force();
        }
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
        close();
        if (sync) {
            forceFolder();
        }
    }

    private void force() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
        } else {
            try (FileChannel again = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                again.force(true);
            }
        }
    }

    /** The new name is on the disk only when its folder is; not every platform can force one. */
    private void forceFolder() {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its moves are in the journal.
            return;
        }
    }

    /**
     * Ends the writing: without {@link #commit()} before, nothing is left. May be called again.
     *
     * @throws IOException where the temporary file cannot be removed
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } finally {
            if (!temporary.equals(target)) {
                if (!committed) {
                    Files.deleteIfExists(temporary);
                }
                UnfinishedFiles.remove(temporary);
            }
        }
    }
}
