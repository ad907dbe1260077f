package org.bitewing.data;

import java.io.IOException;
import java.io.InputStream;

/** Big endian numbers as little endian ones (PS3.5 7.3); an incomplete number at the end stays as it is. */
final class SwappedStream extends InputStream {
    private static final int BUFFER = 1 << 13;

    private final InputStream stream;
    private final int unit;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    SwappedStream(InputStream stream, int unit) {
        this.stream = stream;
        this.unit = unit;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int given = Math.min(count, limit - position);
        System.arraycopy(buffer, position, target, offset, given);
        position += given;
        return given;
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        // BUFFER is a multiple of every unit, so only the last piece can end within a number.
        limit = stream.readNBytes(buffer, 0, BUFFER);
        swap(buffer, limit, unit);
        return limit > 0;
    }

    /** Reverses each whole unit. */
    static void swap(byte[] bytes, int count, int unit) {
        for (int at = 0; at + unit <= count; at += unit) {
            for (int low = at, high = at + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
