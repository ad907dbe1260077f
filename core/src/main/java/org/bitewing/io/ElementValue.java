package org.bitewing.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** The value at hand, and how much of it nobody has read yet. */
final class ElementValue {
    private static final int PIECE = 1 << 16;

    private final EventReader reader;
    /** Where it begins in the source. */
    long offset;
    /** Bytes not yet read. */
    long left;

    ElementValue(EventReader reader) {
        this.reader = reader;
    }

    /** The value that begins at the window's position. */
    void begin(Window window, long length) {
        offset = window.offset();
        left = length;
    }

    void skip() throws IOException {
        long count = left;
        left = 0;
        if (!reader.window.skip(count)) {
            throw ended();
        }
    }

    /** All that is left, in little endian; of a source of unknown length never twice the memory of what is there. */
    byte[] readAll() throws IOException {
        if (left > Math.min(reader.options.limits().memory(), Integer.MAX_VALUE - 8)) {
            throw reader.error(DicomException.Kind.LIMIT,
                    "a value of " + left + " bytes exceeds Limits.memory " + reader.options.limits().memory());
        }
        int size = (int) left;
        boolean known = reader.source.length() >= 0 && !reader.inflated;
        byte[] bytes = new byte[known ? size : Math.min(size, PIECE)];
        readFully(bytes, 0, bytes.length);
        while (bytes.length < size) {
            int have = bytes.length;
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, have * 2L));
            readFully(bytes, have, bytes.length - have);
        }
        swap(bytes, 0, size);
        return bytes;
    }

    int read(byte[] target, int at, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int wanted = (int) Math.min(left, count & ~7);
        readFully(target, at, wanted);
        swap(target, at, wanted);
        return wanted;
    }

    String ascii() throws IOException {
        Window window = reader.window;
        int size = (int) Math.min(left, Window.MOST_REQUIRED);
        if (size == left && window.require(size)) {
            String text = trimmed(window.bytes, window.position, size);
            window.position += size;
            left = 0;
            return text;
        }
        byte[] bytes = readAll();
        return trimmed(bytes, 0, bytes.length);
    }

    /** Takes the whole value if it lies in the window: its bytes end at the window's position then. */
    boolean takeFromWindow() throws IOException {
        Window window = reader.window;
        if (left > window.limit - window.position && (left > Window.MOST_REQUIRED || !window.require((int) left))) {
            return false;
        }
        window.position += (int) left;
        left = 0;
        return true;
    }

    private void readFully(byte[] target, int at, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int read = reader.window.read(target, at + done, count - done);
            if (read < 0) {
                left = 0;
                throw ended();
            }
            done += read;
        }
        left -= count;
    }

    private void swap(byte[] bytes, int at, int count) {
        if (reader.bigEndian && reader.tag != Tag.Item) {
            ByteOrders.swap(bytes, at, count, VR.of(reader.vrCode).unit());
        }
    }

    private DicomException ended() {
        return reader.error(DicomException.Kind.END, "the source ends within a value of " + reader.length + " bytes");
    }

    static String trimmed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }
}
