package org.bitewing.io;

import java.io.IOException;
import java.io.InputStream;

/** A stream as a source: it can only go forwards, and skipping reads. */
final class StreamSource implements ByteSource {
    private static final int SKIP_BUFFER = 1 << 14;

    private final InputStream stream;
    private final String name;
    private final long length;
    private byte[] skipped = new byte[0];

    StreamSource(InputStream stream, String name, long length) {
        this.stream = stream;
        this.name = name;
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
        int read = stream.read(target, offset, count);
        while (read == 0) {
            // A stream that gives nothing although it may: one blocking byte makes progress or ends.
            int one = stream.read();
            if (one < 0) {
                return -1;
            }
            target[offset] = (byte) one;
            read = 1;
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        // Not InputStream.skip: many lie at the end of the data, and most read anyway.
        if (skipped.length == 0) {
            skipped = new byte[SKIP_BUFFER];
        }
        long done = 0;
        while (done < count) {
            int read = stream.read(skipped, 0, (int) Math.min(SKIP_BUFFER, count - done));
            if (read < 0) {
                break;
            }
            done += read;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
