package org.bitewing.data;

import java.util.Objects;

/**
 * The elements of one item of a {@link FlatTree}. Values are made anew each time someone asks, as that costs next to
 * nothing. Sequences, of which each has all its items, are kept once they have been made, so that asking for item
 * after item does not make all of them each time. That is safe without a lock: a sequence is immutable, a slot of the
 * array holds none or one of several equal ones, and who sees none makes it.
 */
final class FlatElements implements Elements {
    private static final int[] CONTIGUOUS = {};
    private static final Sequence[] NONE = {};

    private final FlatTree tree;
    private final int first;
    private final int size;
    /** Where they are, unless they lie one behind the other. */
    private final int[] entries;
    private final Sequence[] sequences;

    FlatElements(FlatTree tree, int item) {
        this.tree = tree;
        first = item + FlatTree.ITEM_STEP;
        boolean contiguous = tree.isContiguous(item);
        entries = contiguous ? CONTIGUOUS : tree.elements(item);
        size = contiguous ? tree.count(item) : entries.length;
        sequences = contiguous ? NONE : new Sequence[size];
    }

    FlatTree tree() {
        return tree;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int tag(int index) {
        return tree.tag(entry(index));
    }

    @Override
    public Element get(int index) {
        Objects.checkIndex(index, size);
        int entry = entry(index);
        if (sequences.length == 0 || !tree.isSequence(entry)) {
            return tree.at(entry).element();
        }
        Sequence sequence = sequences[index];
        if (sequence == null) {
            sequence = (Sequence) tree.at(entry).element();
            sequences[index] = sequence;
        }
        return sequence;
    }

    @Override
    public void copyTo(Object[] target) {
        for (int i = 0; i < size; i++) {
            target[i] = get(i);
        }
    }

    private int entry(int index) {
        return entries.length == 0 ? first + FlatTree.STEP * index : entries[index];
    }
}
