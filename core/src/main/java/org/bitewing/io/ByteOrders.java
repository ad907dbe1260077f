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

    /** Group, then element number (PS3.5 7.1.1). */
    static void putTag(byte[] bytes, int at, int tag, boolean bigEndian) {
        if (bigEndian) {
            putInt(bytes, at, tag, true);
        } else {
            bytes[at] = (byte) (tag >>> 16);
            bytes[at + 1] = (byte) (tag >>> 24);
            bytes[at + 2] = (byte) tag;
            bytes[at + 3] = (byte) (tag >>> 8);
        }
    }

    static void putInt(byte[] bytes, int at, int number, boolean bigEndian) {
        int ordered = bigEndian ? Integer.reverseBytes(number) : number;
        bytes[at] = (byte) ordered;
        bytes[at + 1] = (byte) (ordered >>> 8);
        bytes[at + 2] = (byte) (ordered >>> 16);
        bytes[at + 3] = (byte) (ordered >>> 24);
    }

    /** 32 bits in little endian, as values are in memory. */
    static long unsignedInt(byte[] bytes, int at) {
        return (bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24) & 0xffffffffL;
    }
}
