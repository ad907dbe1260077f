package org.bitewing.io;

import java.util.Arrays;
import org.bitewing.dict.TagPath;

/**
 * The sequences, items and fragments that are open around the parser's position: a stack of (kind, end, tag, item),
 * in arrays that grow, so that nesting costs neither recursion nor objects.
 */
final class Nesting {
    /** What can be open. The data set itself is level 0 and a {@link #DATA_SET}; an item is one, too, deeper down. */
    static final int DATA_SET = 0;
    static final int SEQUENCE = 1;
    static final int FRAGMENTS = 2;

    /** The end of what has undefined length: a delimiter decides. */
    static final long UNDEFINED = Long.MAX_VALUE;

    private int level;
    /** Of what is innermost, as in the arrays: the parser asks for each element. */
    private int kind;
    private long end;
    private long bound;
    private long[] ends = new long[16];
    /**
     * Of a sequence or fragments, the tag in the upper half; in the lower the number of the item last begun, -1 before
     * the first. In one number, as each thing that is opened costs the hot loop a store for each array.
     */
    private long[] openings = new long[16];
    /** Whether what is inside is implicit VR little endian, whatever the data set is (PS3.5 6.2.2 note on UN). */
    private boolean[] implicit = new boolean[16];

    void start(long sourceEnd, boolean isImplicit) {
        level = 0;
        ends[0] = sourceEnd;
        implicit[0] = isImplicit;
        kind = DATA_SET;
        end = sourceEnd;
        bound = sourceEnd;
    }

    /** Nothing more is expected: what comes next is beyond the end. */
    void finish() {
        end = Long.MIN_VALUE;
    }

    void push(int newKind, int tag, long newEnd, boolean isImplicit) {
        int inner = level + 1;
        if (inner == ends.length) {
            grow();
        }
        ends[inner] = newEnd;
        openings[inner] = (long) tag << 32 | 0xffffffffL;
        implicit[inner] = isImplicit;
        level = inner;
        kind = newKind;
        end = newEnd;
        bound = newEnd == UNDEFINED ? ends[0] : newEnd;
    }

    private void grow() {
        int longer = ends.length * 2;
        ends = Arrays.copyOf(ends, longer);
        openings = Arrays.copyOf(openings, longer);
        implicit = Arrays.copyOf(implicit, longer);
    }

    void pop() {
        int outer = level - 1;
        long outerEnd = ends[outer];
        level = outer;
        // Fragments hold nothing that could be opened, and so are never what is outside.
        kind = (outer & 1) == 0 ? DATA_SET : SEQUENCE;
        end = outerEnd;
        bound = outerEnd == UNDEFINED ? ends[0] : outerEnd;
    }

    /** 0 for the data set itself; sequences and their items are a level each. */
    int level() {
        return level;
    }

    int kind() {
        return kind;
    }

    long end() {
        return end;
    }

    boolean isUndefined() {
        return end == UNDEFINED;
    }

    int tag() {
        return (int) (openings[level] >> 32);
    }

    boolean isImplicit() {
        return implicit[level];
    }

    void setImplicit(boolean isImplicit) {
        implicit[level] = isImplicit;
    }

    /** Counts an item of the innermost sequence or fragments. */
    void nextItem() {
        openings[level] = openings[level] & ~0xffffffffL | openings[level] + 1 & 0xffffffffL;
    }

    int item() {
        return (int) openings[level];
    }

    /** Whether what is around the innermost thing is implicit VR. */
    boolean isOuterImplicit() {
        return implicit[level - 1];
    }

    /** The end of the innermost thing whose length is defined. */
    long definedEnd() {
        for (int outer = level; outer > 0; outer--) {
            if (ends[outer] != UNDEFINED) {
                return ends[outer];
            }
        }
        return ends[0];
    }

    /** What no value at this level may go beyond: the end of the item, or of the source where that is undefined. */
    long bound() {
        return bound;
    }

    boolean isBoundBySource() {
        return bound() == ends[0];
    }

    /** The way to an element of the innermost item. */
    TagPath path(int tag) {
        return kind == DATA_SET ? path().element(tag) : path();
    }

    /** The way to what is open. */
    TagPath path() {
        TagPath path = TagPath.ROOT;
        for (int outer = 1; outer <= level; outer++) {
            if ((outer & 1) != 0) {
                int tag = (int) (openings[outer] >> 32);
                int item = (int) openings[outer];
                path = item < 0 ? path.element(tag) : path.item(tag, item);
            }
        }
        return path;
    }
}
