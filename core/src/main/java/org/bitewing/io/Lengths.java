package org.bitewing.io;

import java.util.Arrays;

/**
 * The lengths of sequences, items and groups, which stand before what they measure (PS3.5 7.5): a first pass records
 * them in the order in which they are opened, a second one plays them back. Each takes four bytes.
 */
final class Lengths {
    /** As in a header: all bits set. */
    static final int UNDEFINED = -1;
    /** The longest even length that a header can tell (PS3.5 7.1.1). */
    static final long LONGEST = 0xfffffffeL;

    private int[] lengths = new int[16];
    private int count;
    private int next;
    private final boolean known;
    private boolean recording = true;

    private Lengths(boolean known) {
        this.known = known;
    }

    static Lengths recording() {
        return new Lengths(true);
    }

    /** For output in a single pass. */
    static Lengths unknown() {
        return new Lengths(false);
    }

    /** From now on, what was recorded comes back. */
    Lengths replay() {
        recording = false;
        next = 0;
        return this;
    }

    boolean areKnown() {
        return known;
    }

    boolean isRecording() {
        return known && recording;
    }

    /** A place for a length that is known later. */
    int open() {
        if (count == lengths.length) {
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        return count++;
    }

    void close(int slot, long length) {
        lengths[slot] = length > LONGEST ? UNDEFINED : (int) length;
    }

    /** The next length, as it stands in a header. */
    int next() {
        if (next == count) {
            throw new IllegalStateException("the second pass is not like the first");
        }
        return lengths[next++];
    }
}
