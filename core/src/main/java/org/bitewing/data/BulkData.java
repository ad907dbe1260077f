package org.bitewing.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * Bytes that are read when they are asked for: a large value, or a fragment of encapsulated pixel data. Immutable and
 * safe for threads; each call opens the source anew.
 */
public final class BulkData {
    private final BulkSource source;
    private final long offset;
    private final long length;
    private final int swapped;

    private BulkData(BulkSource source, long offset, long length, int swapped) {
        this.source = Objects.requireNonNull(source, "source");
        this.offset = offset;
        this.length = length;
        this.swapped = swapped;
    }

    /**
     * A part of a source.
     *
     * @param source where it is
     * @param offset of the first byte, 0 or more
     * @param length in bytes, 0 or more
     * @return the data
     */
    public static BulkData of(BulkSource source, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset and length are 0 or more");
        }
        return new BulkData(source, offset, length, 1);
    }

    /**
     * The bytes of an array, which is not copied and must not change.
     *
     * @param bytes all of them
     * @return the data
     */
    public static BulkData of(byte[] bytes) {
        return of(BulkSource.of(bytes, "bytes"), 0, bytes.length);
    }

    /**
     * This data, which lies in its source in big endian; it is given in little endian.
     *
     * @param unit the size of a number in bytes: 1, 2, 4 or 8
     * @return the same data
     */
    public BulkData bigEndian(int unit) {
        if (unit != 1 && unit != 2 && unit != 4 && unit != 8) {
            throw new IllegalArgumentException("a number has 1, 2, 4 or 8 bytes, not " + unit);
        }
        return new BulkData(source, offset, length, unit);
    }

    /**
     * A part of this data.
     *
     * @param from  the first byte; of data in big endian the first of a number
     * @param count how many bytes
     * @return the part, in the same byte order
     * @throws IndexOutOfBoundsException where there are fewer bytes
     */
    public BulkData part(long from, long count) {
        Objects.checkFromIndexSize(from, count, length);
        if (from % swapped != 0) {
            throw new IllegalArgumentException("byte " + from + " is within a number of " + swapped + " bytes");
        }
        return new BulkData(source, offset + from, count, swapped);
    }

    /**
     * How many bytes there are.
     *
     * @return 0 or more
     */
    public long length() {
        return length;
    }

    /**
     * Where the first byte is in the source.
     *
     * @return an offset in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * Where the bytes come from.
     *
     * @return the source
     */
    public BulkSource source() {
        return source;
    }

    /**
     * Opens the data from its start.
     *
     * @return a stream of all its bytes, numbers in little endian; to be closed
     * @throws IOException where the source is gone or changed
     */
    public InputStream open() throws IOException {
        InputStream stream = source.open(offset, length);
        return swapped == 1 ? stream : new SwappedStream(stream, swapped);
    }

    /**
     * All bytes at once.
     *
     * @return a new array
     * @throws IOException where the source is gone or changed, or the data has 2 GiB or more
     */
    public byte[] bytes() throws IOException {
        if (length > Integer.MAX_VALUE - 8) {
            throw new IOException("a value of " + length + " bytes does not fit an array; use open()");
        }
        try (InputStream stream = open()) {
            byte[] bytes = stream.readNBytes((int) length);
            if (bytes.length < length) {
                throw new EOFException(source.name() + " ends within a value");
            }
            return bytes;
        }
    }

    /**
     * Copies all bytes through a small buffer.
     *
     * @param target where they go
     * @throws IOException where the source is gone or changed, or the target cannot be written
     */
    public void transferTo(OutputStream target) throws IOException {
        try (InputStream stream = open()) {
            if (stream.transferTo(target) < length) {
                throw new EOFException(source.name() + " ends within a value");
            }
        }
    }

    /**
     * Copies all bytes to a channel, by the system alone where that is possible.
     *
     * @param target a channel in blocking mode
     * @throws IOException where the source is gone or changed, or the target cannot be written
     */
    public void transferTo(WritableByteChannel target) throws IOException {
        if (swapped == 1) {
            source.transferTo(offset, length, target);
        } else {
            transferTo(Channels.newOutputStream(target));
        }
    }

    /** Two are equal when they are the same part of the same source, or have the same bytes. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof BulkData data) || data.length != length) {
            return false;
        }
        boolean same = source.equals(data.source) && offset == data.offset && swapped == data.swapped;
        return same || BulkComparison.haveSameBytes(this, data);
    }

    /** Of the length. */
    @Override
    public int hashCode() {
        return Long.hashCode(length);
    }

    /** The length and where it is. */
    @Override
    public String toString() {
        return length + " bytes at " + offset + " of " + source.name();
    }
}
