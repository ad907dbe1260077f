package org.bitewing.benchmarks;

import java.util.Arrays;

/**
 * The floor of writing: the headers and values of the data set of a file (not its file meta information), taken apart
 * beforehand, are put into a new array by hand. Lengths need not be measured, as they are known; nothing is padded or
 * checked.
 */
final class CopyFloor {
    private static final int ITEMS = 0xfffe;

    private final byte[] source;
    private int[] tags = new int[64];
    private int[] vrs = new int[64];
    /** As stored: of sequences and items what they hold, or -1. */
    private int[] lengths = new int[64];
    /** Where the value is in the source. */
    private int[] values = new int[64];
    /** Bytes of it to copy: none of sequences, items and delimiters. */
    private int[] sizes = new int[64];
    private int count;
    private final int size;

    /** Takes a file in explicit VR little endian apart. */
    CopyFloor(byte[] source) {
        this.source = source;
        int at = HeaderFloor.START;
        while (source[at] == 2 && source[at + 1] == 0) {
            at = note(at);
        }
        count = 0;
        size = source.length - at;
        while (at < source.length) {
            at = note(at);
        }
    }

    private int note(int at) {
        if (count == tags.length) {
            tags = Arrays.copyOf(tags, count * 2);
            vrs = Arrays.copyOf(vrs, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
            values = Arrays.copyOf(values, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        int words = HeaderFloor.int32(source, at);
        int tag = words << 16 | words >>> 16;
        int vr = (source[at + 4] & 0xff) << 8 | source[at + 5] & 0xff;
        boolean isItem = tag >>> 16 == ITEMS;
        boolean isLong = !isItem && HeaderFloor.isLongForm(vr);
        int value = at + (isLong ? 12 : 8);
        int length = isItem ? HeaderFloor.int32(source, at + 4)
                : isLong ? HeaderFloor.int32(source, at + 8) : HeaderFloor.int32(source, at + 4) >>> 16;
        boolean isOpen = isItem || vr == ('S' << 8 | 'Q');
        tags[count] = tag;
        vrs[count] = vr;
        lengths[count] = length;
        values[count] = value;
        sizes[count] = isOpen ? 0 : length;
        return value + sizes[count++];
    }

    byte[] write() {
        byte[] bytes = new byte[size];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int tag = tags[i];
            int length = lengths[i];
            bytes[at] = (byte) (tag >>> 16);
            bytes[at + 1] = (byte) (tag >>> 24);
            bytes[at + 2] = (byte) tag;
            bytes[at + 3] = (byte) (tag >>> 8);
            if (tag >>> 16 == ITEMS) {
                putInt(bytes, at + 4, length);
                at += 8;
                continue;
            }
            int vr = vrs[i];
            bytes[at + 4] = (byte) (vr >>> 8);
            bytes[at + 5] = (byte) vr;
            if (HeaderFloor.isLongForm(vr)) {
                bytes[at + 6] = 0;
                bytes[at + 7] = 0;
                putInt(bytes, at + 8, length);
                at += 12;
            } else {
                bytes[at + 6] = (byte) length;
                bytes[at + 7] = (byte) (length >>> 8);
                at += 8;
            }
            System.arraycopy(source, values[i], bytes, at, sizes[i]);
            at += sizes[i];
        }
        return bytes;
    }

    private static void putInt(byte[] bytes, int at, int number) {
        bytes[at] = (byte) number;
        bytes[at + 1] = (byte) (number >>> 8);
        bytes[at + 2] = (byte) (number >>> 16);
        bytes[at + 3] = (byte) (number >>> 24);
    }
}
