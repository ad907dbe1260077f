package org.bitewing.tools.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bitewing.data.BulkSource;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.files.SourceStream;

/** A part of an archive, read in place: a stored entry, or the deflated bytes of another. */
final class Section implements ByteSource, BulkSource {
    private final ZipArchive archive;
    private final String name;
    private final long start;
    private final long length;
    private long position;

    Section(ZipArchive archive, String name, long start, long length) {
        this.archive = archive;
        this.name = name;
        this.start = start;
        this.length = length;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (position >= length) {
            return -1;
        }
        int read = archive.read(start + position, target, offset, (int) Math.min(count, length - position));
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, length - position));
        position += skipped;
        return skipped;
    }

    @Override
    public Optional<BulkSource> bulk() {
        return Optional.of(this);
    }

    @Override
    public InputStream open(long offset, long partLength) {
        long from = Math.min(offset, length);
        return new Section(archive, name, start + from, Math.min(partLength, length - from)).stream();
    }

    /** The bytes from here on as a stream. */
    InputStream stream() {
        return new SourceStream(this);
    }

    @Override
    public void close() {
        // The archive stays open for the others.
    }
}
