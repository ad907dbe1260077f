package org.bitewing.benchmarks;

import java.io.IOException;
import org.bitewing.io.ByteSource;

/** Another source, and what was read from it. */
final class CountingSource implements ByteSource {
    private final ByteSource source;
    private int reads;
    private long bytes;

    CountingSource(ByteSource source) {
        this.source = source;
    }

    int reads() {
        return reads;
    }

    long bytes() {
        return bytes;
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
        reads++;
        bytes += Math.max(0, count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return source.skip(count);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
