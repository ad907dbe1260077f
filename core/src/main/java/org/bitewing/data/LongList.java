package org.bitewing.data;

import java.util.Arrays;

/**
 * Numbers of 64 bits that grow in number, two at a time, in pieces of {@value #PIECE}: an array that is replaced by one
 * twice as long would be cleared and copied several times over, which is a third of what reading a tree takes.
 */
final class LongList {
    private static final int BITS = 8;
    private static final int PIECE = 1 << BITS;
    private static final int MASK = PIECE - 1;

    private long[][] pieces = new long[4][];
    /** The piece that is being filled. */
    private long[] last = {};
    private int size;

    int size() {
        return size;
    }

    long get(int index) {
        return pieces[index >> BITS][index & MASK];
    }

    void set(int index, long number) {
        pieces[index >> BITS][index & MASK] = number;
    }

    void add(long first, long second) {
        int at = size & MASK;
        if (at == 0) {
            begin();
        }
        long[] piece = last;
        piece[at] = first;
        piece[at + 1] = second;
        size += 2;
    }

    private void begin() {
        int count = size >> BITS;
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
        }
        last = new long[PIECE];
        pieces[count] = last;
    }

    /** All of them in one array. */
    long[] toArray() {
        long[] all = new long[size];
        for (int at = 0; at < size; at += PIECE) {
            System.arraycopy(pieces[at >> BITS], 0, all, at, Math.min(PIECE, size - at));
        }
        return all;
    }
}
