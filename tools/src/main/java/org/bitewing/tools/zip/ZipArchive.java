package org.bitewing.tools.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/** A zip file that stays open, read at any place and by any thread. */
public final class ZipArchive implements Closeable {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_HEADER_LENGTH = 30;

    private final FileChannel channel;
    private final long length;

    private ZipArchive(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    /**
     * Opens one; what is in it is not looked at.
     *
     * @param path of the file
     * @return the archive
     * @throws IOException where the file cannot be opened
     */
    public static ZipArchive open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new ZipArchive(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    long length() {
        return length;
    }

    /** Reads all of a part into a new buffer. */
    ByteBuffer read(long position, int count) throws IOException {
        if (position < 0 || count > length - position) {
            throw new EOFException("the zip file ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        read(position, bytes);
        return bytes.flip();
    }

    /** Fills a buffer. */
    void read(long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the zip file ends too early");
            }
            at += count;
        }
    }

    /** Reads what is there, up to {@code count} bytes; -1 at the end. */
    int read(long position, byte[] target, int offset, int count) throws IOException {
        return channel.read(ByteBuffer.wrap(target, offset, count), position);
    }

    /** Where the data of an entry begins, which only its local header tells (APPNOTE 4.3.7). */
    long start(ZipDirectory.Entry entry) throws IOException {
        ByteBuffer header = read(entry.header(), LOCAL_HEADER_LENGTH);
        if (header.getInt(0) != LOCAL_HEADER) {
            throw new ZipException("the entry is not where the zip file's directory says");
        }
        long start = entry.header() + LOCAL_HEADER_LENGTH + (header.getShort(26) & 0xffff)
                + (header.getShort(28) & 0xffff);
        if (entry.compressed() < 0 || entry.size() < 0 || entry.compressed() > length - start) {
            throw new ZipException("the entry goes beyond the end of the zip file");
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
