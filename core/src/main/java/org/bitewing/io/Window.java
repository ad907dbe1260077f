package org.bitewing.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a source around the parser's position. Of an array it is the array itself; of anything else a buffer
 * that starts with {@value #FIRST} bytes and grows while reading goes on, so that looking at the head of a file reads
 * only the head. Where values are retained, each filling uses a new buffer, and those that lie in the old ones stay
 * there: one copy, from the file.
 */
final class Window {
    static final int FIRST = 1 << 12;
    static final int LARGEST = 1 << 16;
    /** The most bytes that {@link #require} can be asked for. */
    static final int MOST_REQUIRED = 1 << 10;

    private final ByteSource source;
    private final boolean isArray;
    private final boolean retain;
    private int size = FIRST;
    /** Bytes between {@code base} and the source's end, where it is known; otherwise without meaning. */
    private boolean atEnd;

    /** The bytes; those from {@link #position} to {@link #limit} are ahead. Read directly by the parser's hot loop. */
    byte[] bytes;
    /** The same bytes: a whole header is one number of 64 bits, read several times faster than byte by byte. */
    ByteBuffer words;
    /** Where {@code bytes[0]} is in the source. */
    long base;
    int position;
    int limit;

    Window(ByteSource source, boolean retain) {
        this.source = source;
        this.retain = retain;
        this.isArray = source instanceof ArraySource;
        if (source instanceof ArraySource array) {
            use(array.array());
            limit = bytes.length;
            atEnd = true;
        } else {
            use(new byte[first(source.length())]);
        }
    }

    private void use(byte[] array) {
        bytes = array;
        words = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int first(long length) {
        return length < 0 || length > FIRST ? FIRST : (int) Math.max(MOST_REQUIRED, length);
    }

    /** The position in the source. */
    long offset() {
        return base + position;
    }

    /** Makes {@code count} bytes available in one piece; false where the source ends before. */
    boolean require(int count) throws IOException {
        return limit - position >= count || fill(count);
    }

    int unsignedByte(int index) {
        return bytes[position + index] & 0xff;
    }

    private boolean fill(int count) throws IOException {
        if (atEnd) {
            return false;
        }
        makeRoom();
        while (limit - position < count) {
            // Behind a skip the buffer may be larger than what is worth reading.
            int room = Math.min(bytes.length, Math.max(size, count)) - limit;
            int read = source.read(bytes, limit, room);
            if (read < 0) {
                atEnd = true;
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** Moves what is ahead to the start of a buffer; that of a new one where values are retained, or it may grow. */
    private void makeRoom() {
        int ahead = limit - position;
        boolean used = limit > 0;
        if (used) {
            size = Math.min(LARGEST, size * 4);
        }
        byte[] target = bytes;
        if (used && (retain || bytes.length < size)) {
            target = new byte[(int) Math.max(MOST_REQUIRED, Math.min(size, remaining()))];
        }
        System.arraycopy(bytes, position, target, 0, ahead);
        base += position;
        if (target != bytes) {
            use(target);
        }
        position = 0;
        limit = ahead;
    }

    private long remaining() {
        long length = source.length();
        return length < 0 ? Long.MAX_VALUE : length - base - position;
    }

    /** Moves forwards; false where the source ends before, with the position at the end. */
    boolean skip(long count) throws IOException {
        int ahead = limit - position;
        if (count <= ahead) {
            position += (int) count;
            return true;
        }
        if (isArray) {
            position = limit;
            return false;
        }
        long skipped = source.skip(count - ahead);
        base += limit + skipped;
        position = 0;
        limit = 0;
        size = FIRST;
        if (retain) {
            use(new byte[(int) Math.max(MOST_REQUIRED, Math.min(size, remaining()))]);
        }
        return skipped == count - ahead;
    }

    /** Reads into an array, large pieces past the window; -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException {
        int ahead = limit - position;
        if (ahead > 0) {
            int count = Math.min(length, ahead);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }
        if (atEnd) {
            return -1;
        }
        int read = source.read(target, offset, length);
        if (read < 0) {
            atEnd = true;
            return -1;
        }
        base += read;
        return read;
    }
}
