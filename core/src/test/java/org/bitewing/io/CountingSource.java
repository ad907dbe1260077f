package org.bitewing.io;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.data.BulkSource;

/** A source that counts what is read of it, and remembers whether it was closed; for tests. */
final class CountingSource implements ByteSource {
    private final ByteSource source;
    long read;
    long skipped;
    boolean closed;

    CountingSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        read += Math.max(0, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long done = source.skip(count);
        skipped += done;
        return done;
    }

    @Override
    public Optional<BulkSource> bulk() throws IOException {
        return source.bulk();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        source.close();
    }
}
