package org.bitewing.tools.station.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitewing.io.AtomicFile;

/**
 * A text file to which JSON objects are appended, a line each that proves it is whole. What was not written to its end is
 * cut off when the file is opened; an appending that fails leaves nothing. For one thread.
 */
public final class CheckedFile implements Closeable {
    private static final int LONGEST_LINE = 1 << 24;

    private final Path path;
    private final Found found;
    /** Not a channel, which an interrupt of one of the threads that write would close for all. */
    private RandomAccessFile file;
    private long size;

    /** How a file was found. */
    public enum Found {
        /** There was none, or nothing in it. */
        MISSING,
        /** All of it is as it was written, but for a last line that may have been cut off. */
        WHOLE,
        /** A line is not as it was written, so that what it told is not known. */
        DAMAGED
    }

    private CheckedFile(Path path, Reading reading) throws IOException {
        this.path = path;
        this.found = reading.found();
        this.size = reading.end();
        this.file = open(path);
        try {
            file.setLength(size);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static RandomAccessFile open(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }

    /** What reading a file came to; what is behind the end is of no use. */
    private record Reading(Found found, long end) {
    }

    /**
     * Opens a file, or begins one.
     *
     * @param path    the file
     * @param objects takes each object that is there, as JSON; one that it does not take, as an
     *                {@link IllegalArgumentException} says, counts as damage
     * @return the file, ready to be appended to
     * @throws IOException where it cannot be read or written
     */
    public static CheckedFile open(Path path, Consumer<String> objects) throws IOException {
        return new CheckedFile(path, reading(path, objects));
    }

    /**
     * Reads a file without changing it.
     *
     * @param path    the file
     * @param objects as above
     * @return how it is found
     * @throws IOException where it cannot be read
     */
    public static Found read(Path path, Consumer<String> objects) throws IOException {
        return reading(path, objects).found();
    }

    private static Reading reading(Path path, Consumer<String> objects) throws IOException {
        boolean isDamaged = false;
        long end = 0;
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device may have no end.
            throw new FileSystemException(path.toString(), null, "is no regular file");
        }
        try (Lines lines = new Lines(Files.newInputStream(path), LONGEST_LINE)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (take(line.get(), objects)) {
                    end = lines.position();
                } else {
                    isDamaged = true;
                }
            }
        } catch (NoSuchFileException e) {
            return new Reading(Found.MISSING, 0);
        }
        return new Reading(isDamaged ? Found.DAMAGED : end == 0 ? Found.MISSING : Found.WHOLE, end);
    }

    private static boolean take(String line, Consumer<String> objects) {
        Optional<String> object = CheckedLine.object(line);
        if (object.isEmpty()) {
            return false;
        }
        try {
            objects.accept(object.get());
            return true;
        } catch (IllegalArgumentException e) {
            // Whole, but written by another version.
            return false;
        }
    }

    /**
     * How it was found when it was opened.
     *
     * @return the state
     */
    public Found found() {
        return found;
    }

    /**
     * How long it is.
     *
     * @return bytes
     */
    public long size() {
        return size;
    }

    /**
     * Appends objects, all of them or none.
     *
     * @param objects each as JSON on one line, with one member at least
     * @param force   whether they are on the disk when this returns
     * @throws IOException where there is no place for them
     */
    public void append(List<String> objects, boolean force) throws IOException {
        byte[] lines = lines(objects);
        try {
            // The place is said each time: after a failure that could not be undone, the next lines go over it.
            file.seek(size);
            file.write(lines);
            if (force) {
                file.getFD().sync();
            }
            size += lines.length;
        } catch (IOException e) {
            try {
                file.setLength(size);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /**
     * Puts other objects in the place of all that is there, at once.
     *
     * @param objects each as JSON on one line, with one member at least
     * @param force   whether they are on the disk when this returns
     * @throws IOException where that fails; then nothing has changed
     */
    public void replace(List<String> objects, boolean force) throws IOException {
        byte[] lines = lines(objects);
        try (AtomicFile other = AtomicFile.create(path, force);
                OutputStream out = other.stream()) {
            out.write(lines);
            other.commit();
        }
        file.close();
        file = open(path);
        size = lines.length;
    }

    private static byte[] lines(List<String> objects) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String object : objects) {
            lines.writeBytes(CheckedLine.of(object));
        }
        return lines.toByteArray();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
