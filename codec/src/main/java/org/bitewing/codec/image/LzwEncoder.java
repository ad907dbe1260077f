package org.bitewing.codec.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The LZW of TIFF (6.0, section 13): codes of 9 to 12 bits, the highest first, that grow one code early. */
final class LzwEncoder {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    /** The last code before the table is cleared, so that no code of 13 bits is ever due. */
    private static final int LAST = 4093;
    private static final int SLOTS = 1 << 14;

    /** Strings of the table, open addressing: the code of all bytes but the last, and that byte; -1 for none. */
    private final int[] strings = new int[SLOTS];
    private final int[] codes = new int[SLOTS];
    private int next;
    private int width;
    private int bits;
    private int waiting;

    void encode(byte[] bytes, ByteArrayOutputStream target) {
        waiting = 0;
        bits = 0;
        width = 9;
        write(CLEAR, target);
        clear();
        int prefix = bytes[0] & 0xff;
        for (int i = 1; i < bytes.length; i++) {
            int string = prefix << 8 | bytes[i] & 0xff;
            int slot = slot(string);
            if (strings[slot] == string) {
                prefix = codes[slot];
                continue;
            }
            write(prefix, target);
            strings[slot] = string;
            codes[slot] = next++;
            if (next > LAST) {
                write(CLEAR, target);
                clear();
            } else if (next + 1 > 1 << width) {
                width++;
            }
            prefix = bytes[i] & 0xff;
        }
        write(prefix, target);
        // A decoder makes one more string of the last code, which may widen the one after it.
        if (next + 2 > 1 << width && width < 12) {
            width++;
        }
        write(END, target);
        if (waiting > 0) {
            target.write(bits << 8 - waiting);
        }
    }

    private void clear() {
        Arrays.fill(strings, -1);
        next = FIRST;
        width = 9;
    }

    private int slot(int string) {
        int slot = string * 0x9e37_79b1 >>> 18;
        while (strings[slot] >= 0 && strings[slot] != string) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private void write(int code, ByteArrayOutputStream target) {
        bits = bits << width | code;
        waiting += width;
        while (waiting >= 8) {
            waiting -= 8;
            target.write(bits >> waiting);
        }
    }
}
