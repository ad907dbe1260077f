package org.bitewing.io;

import java.io.IOException;

/**
 * A buffer in front of a sink, open to the encoder's hot loop: it writes into {@link #bytes} at {@link #position} what
 * {@link #require} made room for. An output may also only count, for the pass that measures lengths.
 */
final class Output {
    /** A multiple of 8, so that values can go through it in whole numbers of any size. */
    static final int BUFFER = 1 << 16;

    /** Where full buffers go. */
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    byte[] bytes;
    int position;
    private long flushed;
    private final Sink sink;
    private final boolean counting;

    private Output(byte[] bytes, Sink sink, boolean counting) {
        this.bytes = bytes;
        this.sink = sink;
        this.counting = counting;
    }

    static Output to(Sink sink) {
        return new Output(new byte[BUFFER], sink, false);
    }

    /** An array that has exactly the size of what will be written. */
    static Output over(byte[] array) {
        return new Output(array, (bytes, offset, length) -> {
            throw new AssertionError("more is written than was measured");
        }, false);
    }

    static Output counting() {
        return new Output(new byte[0], (bytes, offset, length) -> { }, true);
    }

    boolean isCounting() {
        return counting;
    }

    /** How much was written so far. */
    long count() {
        return flushed + position;
    }

    int room() {
        return bytes.length - position;
    }

    /** Makes room for a number of bytes that is at most {@link #BUFFER}. */
    void require(int count) throws IOException {
        if (bytes.length - position < count) {
            flush();
        }
    }

    /** Counts bytes that are not there. */
    void skip(long count) {
        flushed += count;
    }

    void write(byte[] source, int offset, int length) throws IOException {
        if (counting) {
            flushed += length;
        } else if (length <= room()) {
            System.arraycopy(source, offset, bytes, position, length);
            position += length;
        } else {
            flush();
            sink.write(source, offset, length);
            flushed += length;
        }
    }

    void flush() throws IOException {
        if (position > 0) {
            int count = position;
            position = 0;
            flushed += count;
            sink.write(bytes, 0, count);
        }
    }
}
