package org.bitewing.io;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.data.BulkSource;

/**
 * A regular file. {@link RandomAccessFile} opens and reads small pieces into an array several times faster than a
 * channel does, which decides the speed of scanning a folder.
 */
final class FileSource implements ByteSource {
    private final Path path;
    private final RandomAccessFile file;
    private final long length;
    private long position;

    private FileSource(Path path, RandomAccessFile file, long length) {
        this.path = path;
        this.file = file;
        this.length = length;
    }

    static ByteSource open(Path path) throws IOException {
        if (path.getFileSystem() != FileSystems.getDefault()) {
            SeekableByteChannel channel = Files.newByteChannel(path);
            return new StreamSource(Channels.newInputStream(channel), path.toString(), channel.size());
        }
        RandomAccessFile file = openFile(path);
        try {
            long length = file.length();
            if (length == 0 && !Files.isRegularFile(path)) {
                // A pipe or a device has no length and no places.
                file.close();
                return new StreamSource(new FileInputStream(path.toFile()), path.toString(), -1);
            }
            return new FileSource(path, file, length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static RandomAccessFile openFile(Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toString(), "r");
        } catch (FileNotFoundException e) {
            // It says so for folders and files without permission as well.
            if (Files.notExists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            throw e;
        }
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int read = file.read(target, offset, count);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.min(count, length - position);
        position += skipped;
        file.seek(position);
        return skipped;
    }

    @Override
    public Optional<BulkSource> bulk() throws IOException {
        return Optional.of(BulkSource.of(path, length));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
