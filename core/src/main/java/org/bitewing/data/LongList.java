package org.bitewing.data;

import java.util.Arrays;

/**
 * Numbers of 64 bits that grow in number, two at a time, in pieces of {@value #PIECE}: an array that is replaced by one
 * twice as long would be cleared and copied several times over, which is a third of what reading a tree takes; and they
 * stay in the pieces, as to clear and fill one array of the right size is still a sixth of it.
 */
final class LongList {
    private static final int BITS = 8;
    private static final int PIECE = 1 << BITS;
    private static final int MASK = PIECE - 1;

    private long[][] pieces = new long[4][];
    /** The piece that is being filled, and how far. */
    private long[] last = {};
    private int filled;
    /** In the pieces before. */
    private int before;

    int size() {
        return before + filled;
    }

    long get(int index) {
        return piece(index)[index & MASK];
    }

    /** The piece in which a number is, with the one behind it, and where in the piece. */
    long[] piece(int index) {
        return pieces[index >> BITS];
    }

    static int inPiece(int index) {
        return index & MASK;
    }

    void set(int index, long number) {
        pieces[index >> BITS][index & MASK] = number;
    }

    /** Makes room for two numbers, or some more: for how many. */
    int room() {
        if (filled == last.length) {
            begin();
        }
        return last.length - filled;
    }

    /** Where there is room. Nothing else is asked here, as a call would cost the loop that reads values its registers. */
    void add(long first, long second) {
        long[] piece = last;
        int at = filled;
        piece[at] = first;
        piece[at + 1] = second;
        filled = at + 2;
    }

    private void begin() {
        before += filled;
        int count = before >> BITS;
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2);
        }
        last = new long[PIECE];
        pieces[count] = last;
        filled = 0;
    }
}
