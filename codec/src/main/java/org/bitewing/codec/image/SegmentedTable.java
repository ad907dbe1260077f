package org.bitewing.codec.image;

import java.util.Arrays;

/** Expands segmented palette colour tables (PS3.3 C.7.9.2). */
final class SegmentedTable {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] data;
    private final int tag;
    private final int[] entries;
    private int filled;

    private SegmentedTable(int[] data, int tag, int count) {
        this.data = data;
        this.tag = tag;
        this.entries = new int[count];
    }

    static int[] expand(byte[] bytes, LookupTable.Descriptor descriptor, int tag) {
        int unit = descriptor.bits() <= 8 ? 1 : 2;
        int[] data = new int[bytes.length / unit];
        for (int i = 0; i < data.length; i++) {
            data[i] = unit == 1 ? bytes[i] & 0xff : bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8;
        }
        SegmentedTable table = new SegmentedTable(data, tag, descriptor.count());
        table.expand(unit);
        return table.entries;
    }

    private void expand(int unit) {
        int at = 0;
        while (filled < entries.length && at + 1 < data.length) {
            if (data[at] != INDIRECT) {
                at = segment(at);
                continue;
            }
            int words = unit == 1 ? 4 : 2;
            if (at + 1 + words >= data.length) {
                throw LookupTable.wrong(tag, "an indirect segment ends early");
            }
            // The offset has 32 bits, its lower part first, and counts bytes (PS3.3 C.7.9.2.1.3).
            long offset = 0;
            for (int i = words - 1; i >= 0; i--) {
                offset = offset << 8 * unit | data[at + 2 + i];
            }
            copy(offset / unit, data[at + 1]);
            at += 2 + words;
        }
        if (filled == 0) {
            throw LookupTable.wrong(tag, "the segmented table is empty");
        }
        Arrays.fill(entries, filled, entries.length, entries[filled - 1]);
    }

    private void copy(long from, int segments) {
        long at = from;
        for (int i = 0; i < segments && filled < entries.length; i++) {
            if (at < 0 || at + 1 >= data.length || data[(int) at] == INDIRECT) {
                throw LookupTable.wrong(tag, "an indirect segment leads nowhere");
            }
            at = segment((int) at);
        }
    }

    /** A discrete or linear segment; returns where the next one begins. */
    private int segment(int at) {
        int length = data[at + 1];
        if (data[at] == DISCRETE && at + 2 + length <= data.length) {
            for (int i = 0; i < length && filled < entries.length; i++) {
                entries[filled++] = data[at + 2 + i];
            }
            return at + 2 + length;
        }
        if (data[at] == LINEAR && at + 2 < data.length && filled > 0) {
            int start = entries[filled - 1];
            int end = data[at + 2];
            for (int i = 1; i <= length && filled < entries.length; i++) {
                entries[filled++] = start + (int) Math.round((end - start) * (double) i / length);
            }
            return at + 3;
        }
        throw LookupTable.wrong(tag, "a segment is none of PS3.3 C.7.9.2.1, or ends early");
    }
}
