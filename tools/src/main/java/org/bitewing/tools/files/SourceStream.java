package org.bitewing.tools.files;

import java.io.IOException;
import java.io.InputStream;
import org.bitewing.io.ByteSource;

/** A source of bytes as a stream, which closes it. For one thread. */
public final class SourceStream extends InputStream {
    private final ByteSource source;

    /**
     * A stream of what a source has yet to give.
     *
     * @param source the bytes
     */
    public SourceStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        return count == 0 ? 0 : source.read(target, offset, count);
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : source.skip(count);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
