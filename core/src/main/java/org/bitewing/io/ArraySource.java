package org.bitewing.io;

import java.util.Optional;
import org.bitewing.data.BulkSource;

/** A byte array as a source; the parser's window looks straight into it. */
final class ArraySource implements ByteSource {
    private final byte[] bytes;
    private final String name;
    private int position;

    ArraySource(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    byte[] array() {
        return bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, bytes.length - position);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        int skipped = (int) Math.min(count, bytes.length - position);
        position += skipped;
        return skipped;
    }

    @Override
    public Optional<BulkSource> bulk() {
        return Optional.of(BulkSource.of(bytes, name));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
