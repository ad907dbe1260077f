package org.bitewing.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bitewing.data.BulkData;

/**
 * A buffer in front of a sink, open to the encoder's hot loop: it writes into {@link #bytes} at {@link #position} what
 * {@link #require} made room for. An output may also only count, for the pass that measures lengths.
 */
final class Output {
    /** A multiple of 8, so that values can go through it in whole numbers of any size. */
    static final int BUFFER = 1 << 16;
    private static final int TRANSFERRED = 1 << 18;

    /** Where full buffers go. */
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Writes a value that did not go through the buffer. */
        default void transfer(BulkData data) throws IOException {
            byte[] piece = new byte[BUFFER];
            try (InputStream stream = data.open()) {
                long left = data.length();
                while (left > 0) {
                    int count = stream.readNBytes(piece, 0, (int) Math.min(left, piece.length));
                    if (count == 0) {
                        throw new EOFException(data.source().name() + " ends within a value");
                    }
                    write(piece, 0, count);
                    left -= count;
                }
            }
        }
    }

    final byte[] bytes;
    /** The same bytes, into which a header is written as one number. */
    final ByteBuffer words;
    int position;
    private long flushed;
    private final Sink sink;
    private final Kind kind;

    /** Where bytes go. */
    private enum Kind { SINK, ARRAY, NOWHERE }

    private Output(byte[] bytes, Sink sink, Kind kind) {
        this.bytes = bytes;
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.sink = sink;
        this.kind = kind;
    }

    static Output to(Sink sink) {
        return new Output(new byte[BUFFER], sink, Kind.SINK);
    }

    /** An array that has exactly the size of what will be written. */
    static Output over(byte[] array) {
        return new Output(array, (bytes, offset, length) -> {
            throw new AssertionError("more is written than was measured");
        }, Kind.ARRAY);
    }

    static Output counting() {
        return new Output(new byte[0], (bytes, offset, length) -> { }, Kind.NOWHERE);
    }

    boolean isCounting() {
        return kind == Kind.NOWHERE;
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
        if (kind == Kind.NOWHERE) {
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

    /** Whether a value is better given to the sink than copied into the buffer. */
    boolean isTransferred(long length) {
        return kind == Kind.SINK && length >= TRANSFERRED;
    }

    void transfer(BulkData data) throws IOException {
        flush();
        sink.transfer(data);
        flushed += data.length();
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
