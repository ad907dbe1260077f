package org.bitewing.codec.rle;

import java.util.Arrays;

/**
 * Where the bytes of a segment go: to bytes a stride apart, or to one half of shorts a stride apart. Runs are short, so
 * the loops are plain ones; only adjacent bytes, of 8-bit samples, are worth the copying of whole blocks.
 */
final class BytePlane {
    private byte[] bytes;
    private short[] shorts;
    private int start;
    private int stride;
    private int shift;

    /** Directs what follows to every {@code newStride}-th byte. */
    void open(byte[] target, int newStart, int newStride) {
        bytes = target;
        shorts = null;
        start = newStart;
        stride = newStride;
    }

    /** Directs what follows to every {@code newStride}-th value, to be added at {@code newShift}. */
    void open(short[] target, int newStart, int newStride, int newShift) {
        bytes = null;
        shorts = target;
        start = newStart;
        stride = newStride;
        shift = newShift;
    }

    /** Lets go of the arrays. */
    void close() {
        bytes = null;
        shorts = null;
    }

    /** Writes bytes of the source to the places from {@code index} on. */
    void copy(byte[] source, int from, int index, int count) {
        int out = start + index * stride;
        if (bytes == null) {
            for (int i = 0; i < count; i++, out += stride) {
                shorts[out] |= (short) ((source[from + i] & 0xFF) << shift);
            }
        } else if (stride == 1) {
            System.arraycopy(source, from, bytes, out, count);
        } else {
            for (int i = 0; i < count; i++, out += stride) {
                bytes[out] = source[from + i];
            }
        }
    }

    /** Writes one byte to the places from {@code index} on. */
    void fill(byte value, int index, int count) {
        int out = start + index * stride;
        if (bytes == null) {
            short half = (short) ((value & 0xFF) << shift);
            for (int i = 0; i < count; i++, out += stride) {
                shorts[out] |= half;
            }
        } else if (stride == 1) {
            Arrays.fill(bytes, out, out + count, value);
        } else {
            for (int i = 0; i < count; i++, out += stride) {
                bytes[out] = value;
            }
        }
    }
}
