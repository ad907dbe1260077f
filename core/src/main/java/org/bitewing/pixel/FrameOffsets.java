package org.bitewing.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bitewing.data.BulkData;

/**
 * The offsets of frames, in bytes from the first byte behind the basic offset table: those that fragments have, those
 * that a table says, and whether they agree.
 */
final class FrameOffsets {
    /** The tag and the length of an item (PS3.5 A.4). */
    private static final int ITEM_HEADER = 8;

    private FrameOffsets() {
    }

    /** Of each fragment's item, and behind the last one. */
    static long[] ofFragments(List<BulkData> fragments) {
        long[] offsets = new long[fragments.size() + 1];
        for (int i = 0; i < fragments.size(); i++) {
            long length = fragments.get(i).length();
            offsets[i + 1] = offsets[i] + ITEM_HEADER + length + (length & 1);
        }
        return offsets;
    }

    /** Numbers without sign, of 4 or 8 bytes in little endian; those beyond 63 bits come out negative. */
    static long[] read(BulkData table, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(table.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long[] numbers = new long[bytes.remaining() / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = size == 4 ? bytes.getInt() & 0xffffffffL : bytes.getLong();
        }
        return numbers;
    }

    /** Numbers as {@link #read} takes them. */
    static byte[] write(long[] numbers, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, size)).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            if (size == 4) {
                bytes.putInt((int) number);
            } else {
                bytes.putLong(number);
            }
        }
        return bytes.array();
    }

    /**
     * The index of the fragment at each offset.
     *
     * @param table     where frames begin
     * @param fragments where fragments begin, and end
     * @return empty where the table does not begin with the first fragment, does not ascend, or names what is none
     */
    static int[] firstFragments(long[] table, long[] fragments) {
        int[] first = new int[table.length];
        int fragment = 0;
        for (int frame = 0; frame < table.length; frame++) {
            while (fragment < fragments.length - 1 && fragments[fragment] < table[frame]) {
                fragment++;
            }
            boolean found = fragment < fragments.length - 1 && fragments[fragment] == table[frame]
                    && (frame == 0 ? fragment == 0 : fragment > first[frame - 1]);
            if (!found) {
                return new int[0];
            }
            first[frame] = fragment;
        }
        return first;
    }
}
