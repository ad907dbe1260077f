package org.bitewing.io;

import java.io.IOException;
import java.util.zip.Deflater;

/** Deflates a data set (PS3.5 A.5): a stream of RFC 1951 alone, padded to even length. */
final class DeflaterSink implements Output.Sink {
    private final Output.Sink target;
    private final Deflater deflater;
    private final byte[] buffer = new byte[1 << 14];

    DeflaterSink(Output.Sink target, int level) {
        this.target = target;
        this.deflater = new Deflater(level, true);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        deflater.setInput(bytes, offset, length);
        while (!deflater.needsInput()) {
            drain();
        }
    }

    /** Ends the stream. */
    void finish() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            drain();
        }
        if ((deflater.getBytesWritten() & 1) != 0) {
            target.write(new byte[1], 0, 1);
        }
    }

    private void drain() throws IOException {
        int count = deflater.deflate(buffer, 0, buffer.length);
        if (count > 0) {
            target.write(buffer, 0, count);
        }
    }

    /** Frees memory that is not Java's. */
    void close() {
        deflater.end();
    }
}
