package org.bitewing.tools.net;

import java.io.IOException;
import java.io.InputStream;
import org.bitewing.io.ByteSource;

/** An input as a stream. */
final class SourceStream extends InputStream {
    private final ByteSource source;

    SourceStream(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return source.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
