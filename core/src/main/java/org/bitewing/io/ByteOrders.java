package org.bitewing.io;

/** Turns numbers of one byte order into the other (PS3.5 7.3). */
final class ByteOrders {
    private ByteOrders() {
    }

    /** Reverses each whole unit of 2, 4 or 8 bytes; a rest stays as it is. */
    static void swap(byte[] bytes, int offset, int count, int unit) {
        if (unit == 1) {
            return;
        }
        for (int at = offset; at + unit <= offset + count; at += unit) {
            for (int low = at, high = at + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }
}
