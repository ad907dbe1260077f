package org.bitewing.tools.cli;

import java.io.Closeable;
import java.io.IOException;
import org.bitewing.io.ByteSource;

/** A source that closes what it lies in, too. */
record ClosingSource(ByteSource source, Closeable holder) implements ByteSource {
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
        return source.read(target, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        return source.skip(count);
    }

    @Override
    public void close() throws IOException {
        try (holder) {
            source.close();
        }
    }
}
