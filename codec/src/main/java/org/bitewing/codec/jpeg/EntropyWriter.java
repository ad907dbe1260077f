package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * Writes marker segments and entropy-coded bits with their stuffing (10918-1 B.1.1.5, F.1.2.3). The same encoding can
 * run twice: once {@link #counting} only, to make Huffman tables of the symbols, then for good.
 */
final class EntropyWriter {
    private byte[] bytes = new byte[1 << 12];
    private int length;
    private long bits;
    private int count;
    private boolean counting;

    void reset() {
        length = 0;
        bits = 0;
        count = 0;
        counting = false;
    }

    void counting(boolean on) {
        counting = on;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Makes room for the bits of a data unit and whatever goes with it; to be called before each. */
    void reserve(int more) {
        if (bytes.length - length < more) {
            long wanted = Math.max((long) length + more, bytes.length * 2L);
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
        }
    }

    void write8(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void write16(int value) {
        write8(value >> 8);
        write8(value);
    }

    void write(byte[] from, int howMany) {
        reserve(howMany);
        System.arraycopy(from, 0, bytes, length, howMany);
        length += howMany;
    }

    void marker(int code) {
        write8(0xFF);
        write8(code);
    }

    /** A symbol and the additional bits behind it, at most 16. */
    void code(HuffmanCode table, int symbol, int additional, int howMany) {
        if (counting) {
            table.frequency[symbol]++;
        } else {
            int codeLength = table.length[symbol];
            put((long) table.code[symbol] << howMany | additional & (1 << howMany) - 1, codeLength + howMany);
        }
    }

    /** Bits without a code, at most 16. */
    void raw(int value, int howMany) {
        if (!counting) {
            put(value & (1 << howMany) - 1, howMany);
        }
    }

    private void put(long value, int howMany) {
        bits = bits << howMany | value;
        count += howMany;
        if (count >= 32) {
            count -= 32;
            flushWord((int) (bits >>> count));
        }
    }

    private void flushWord(int word) {
        reserve(8);
        if ((~word - 0x01010101 & word & 0x80808080) == 0) {
            bytes[length] = (byte) (word >> 24);
            bytes[length + 1] = (byte) (word >> 16);
            bytes[length + 2] = (byte) (word >> 8);
            bytes[length + 3] = (byte) word;
            length += 4;
        } else {
            for (int shift = 24; shift >= 0; shift -= 8) {
                stuffed(word >> shift);
            }
        }
    }

    private void stuffed(int value) {
        bytes[length++] = (byte) value;
        if ((value & 0xFF) == 0xFF) {
            bytes[length++] = 0;
        }
    }

    /** Ends a segment: fills its last byte with 1-bits (F.1.2.3). */
    void align() {
        if (counting) {
            return;
        }
        reserve(16);
        while (count >= 8) {
            count -= 8;
            stuffed((int) (bits >>> count));
        }
        if (count > 0) {
            stuffed((int) (bits << 8 - count) | (1 << 8 - count) - 1);
        }
        bits = 0;
        count = 0;
    }

    /** Ends a restart interval (F.1.1.5.2). */
    void restart(int interval) {
        if (!counting) {
            align();
            marker(Marker.RST0 + (interval & 7));
        }
    }
}
