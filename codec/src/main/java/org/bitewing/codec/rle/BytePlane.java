package org.bitewing.codec.rle;

/** Where the bytes of a segment go: to bytes a stride apart, or to one half of shorts a stride apart. */
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

    /** Writes the first bytes of the source to the first places. */
    void put(byte[] source, int count) {
        if (bytes == null) {
            add(source, count, shorts, start, stride, shift);
        } else if (stride == 1) {
            System.arraycopy(source, 0, bytes, start, count);
        } else if (stride == 2) {
            spreadByTwo(source, count, bytes, start);
        } else if (stride == 3) {
            spreadByThree(source, count, bytes, start);
        } else {
            spread(source, count, bytes, start, stride);
        }
    }

    private static void add(byte[] source, int count, short[] target, int start, int stride, int shift) {
        for (int i = 0, out = start; i < count; i++, out += stride) {
            target[out] |= (short) ((source[i] & 0xFF) << shift);
        }
    }

    private static void spread(byte[] source, int count, byte[] target, int start, int stride) {
        for (int i = 0, out = start; i < count; i++, out += stride) {
            target[out] = source[i];
        }
    }

    /** The usual distances are constants, so that bounds are checked once for all. */
    private static void spreadByTwo(byte[] source, int count, byte[] target, int start) {
        for (int i = 0; i < count; i++) {
            target[start + 2 * i] = source[i];
        }
    }

    private static void spreadByThree(byte[] source, int count, byte[] target, int start) {
        for (int i = 0; i < count; i++) {
            target[start + 3 * i] = source[i];
        }
    }
}
