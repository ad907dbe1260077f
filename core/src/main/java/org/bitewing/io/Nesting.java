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
    private int[] kinds = new int[16];
    private long[] ends = new long[16];
    private int[] tags = new int[16];
    /** Of a sequence or fragments: the number of the item last begun, -1 before the first. */
    private int[] items = new int[16];
    /** Whether what is inside is implicit VR little endian, whatever the data set is (PS3.5 6.2.2 note on UN). */
    private boolean[] implicit = new boolean[16];

    void start(long end, boolean isImplicit) {
        level = 0;
        kinds[0] = DATA_SET;
        ends[0] = end;
        implicit[0] = isImplicit;
        look();
    }

    /** Nothing more is expected: what comes next is beyond the end. */
    void finish() {
        end = Long.MIN_VALUE;
    }

    private void look() {
        kind = kinds[level];
        end = ends[level];
        bound = end == UNDEFINED ? ends[0] : end;
    }

    void push(int kind, int tag, long end, boolean isImplicit) {
        level++;
        if (level == kinds.length) {
            int longer = level * 2;
            kinds = Arrays.copyOf(kinds, longer);
            ends = Arrays.copyOf(ends, longer);
            tags = Arrays.copyOf(tags, longer);
            items = Arrays.copyOf(items, longer);
            implicit = Arrays.copyOf(implicit, longer);
        }
        kinds[level] = kind;
        tags[level] = tag;
        ends[level] = end;
        items[level] = -1;
        implicit[level] = isImplicit;
        look();
    }

    void pop() {
        level--;
        look();
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
        return tags[level];
    }

    boolean isImplicit() {
        return implicit[level];
    }

    void setImplicit(boolean isImplicit) {
        implicit[level] = isImplicit;
    }

    /** Counts an item of the innermost sequence or fragments. */
    void nextItem() {
        items[level]++;
    }

    int item() {
        return items[level];
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
        return level == 0 || kinds[level] == DATA_SET ? path().element(tag) : path();
    }

    /** The way to what is open. */
    TagPath path() {
        TagPath path = TagPath.ROOT;
        for (int outer = 1; outer <= level; outer++) {
            if (kinds[outer] != DATA_SET) {
                path = items[outer] < 0 ? path.element(tags[outer]) : path.item(tags[outer], items[outer]);
            }
        }
        return path;
    }
}
