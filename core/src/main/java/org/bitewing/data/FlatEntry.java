package org.bitewing.data;

/**
 * An element or item of a {@link FlatTree}, moved on from one to the next: what goes through a tree loads the numbers of
 * each entry once. Not for use by several threads.
 */
public final class FlatEntry {
    private final FlatTree tree;
    private final LongList numbers;
    private int entry;
    private long first;
    private long second;

    FlatEntry(FlatTree tree, LongList numbers, int entry) {
        this.tree = tree;
        this.numbers = numbers;
        moveTo(entry);
    }

    /**
     * Goes elsewhere.
     *
     * @param other any entry of the tree
     */
    public void moveTo(int other) {
        long[] piece = numbers.piece(other);
        int at = LongList.inPiece(other);
        entry = other;
        first = piece[at];
        second = piece[at + 1];
    }

    /**
     * The tag of an element, or that of an item.
     *
     * @return the tag
     */
    public int tag() {
        return (int) (first >>> 32);
    }

    /**
     * The two letters of an element's VR.
     *
     * @return the code, see {@link org.bitewing.dict.VR#of(int)}
     */
    public int vrCode() {
        return (int) first >>> 16;
    }

    /**
     * Whether this is an element with its value in memory.
     *
     * @return true for what {@link #size} and {@link #copyTo} are for
     */
    public boolean isValue() {
        return kind() == FlatTree.VALUE;
    }

    /**
     * Whether this is a sequence.
     *
     * @return true for a sequence, whose first item is the next entry unless that is where the sequence ends
     */
    public boolean isSequence() {
        return kind() == FlatTree.SEQUENCE;
    }

    /**
     * Whether this is an item.
     *
     * @return true for an item, whose first element is {@link FlatTree#ITEM_STEP} behind it unless it has none
     */
    public boolean isItem() {
        return kind() >= FlatTree.ITEM;
    }

    boolean isUnordered() {
        return kind() == FlatTree.UNORDERED_ITEM;
    }

    private int kind() {
        return (int) first & FlatTree.KIND;
    }

    /**
     * The number of bytes of a value.
     *
     * @return 0 or more
     */
    public int size() {
        return (int) second;
    }

    /**
     * Copies a value, in little endian.
     *
     * @param from   the first byte, from 0
     * @param target where the bytes go
     * @param at     the first index in the target
     * @param count  how many bytes
     * @throws IndexOutOfBoundsException where the value or the target has fewer
     */
    public void copyTo(int from, byte[] target, int at, int count) {
        if (from < 0 || count < 0 || from > size() - count) {
            throw new IndexOutOfBoundsException("from " + from + ", count " + count + " of " + size());
        }
        System.arraycopy(tree.arena(entry), place() + from, target, at, count);
    }

    /**
     * Where a value begins in the array that holds it.
     *
     * @return index of its first byte
     */
    public int place() {
        return (int) (second >>> 32);
    }

    /**
     * Whether a value has its header in front of it in its array: that of explicit VR little endian with a length of
     * 16 bits, which is even.
     *
     * @return true where header and value can be copied as they are
     */
    public boolean hasHeader() {
        return (first & FlatTree.WITH_HEADER) != 0;
    }

    /**
     * Whether this value and another one lie in the same array.
     *
     * @param other entry of a value
     * @return true where places of both can be compared
     */
    public boolean isBeside(int other) {
        return tree.arena(entry) == tree.arena(other);
    }

    /**
     * The first four bytes of a value that has so many, as a number in little endian.
     *
     * @return the number
     */
    public int firstInt() {
        byte[] array = tree.arena(entry);
        int at = place();
        return array[at] & 0xff | (array[at + 1] & 0xff) << 8 | (array[at + 2] & 0xff) << 16 | array[at + 3] << 24;
    }

    /**
     * Copies bytes of the array that holds the value, whatever they are.
     *
     * @param place  of the first one in the array
     * @param target where the bytes go
     * @param at     the first index in the target
     * @param count  how many bytes
     * @throws IndexOutOfBoundsException where the array or the target has fewer
     */
    public void copyArrayTo(int place, byte[] target, int at, int count) {
        System.arraycopy(tree.arena(entry), place, target, at, count);
    }

    /**
     * The entry behind an element: behind its items, where it is a sequence.
     *
     * @return the entry of the next element, or the end of what holds this one
     */
    public int next() {
        return FlatTree.next(entry, first, second);
    }

    /**
     * Where a sequence or an item ends.
     *
     * @return the entry behind everything in it
     */
    public int end() {
        return (int) (second >>> 32);
    }

    /**
     * The length of a sequence or an item.
     *
     * @return as stored, or {@link Element#UNDEFINED_LENGTH}
     */
    public long length() {
        return (int) second == -1 ? Element.UNDEFINED_LENGTH : second & FlatTree.UNSIGNED;
    }

    /**
     * Where an item begins in what it was read from.
     *
     * @return offset of its tag in bytes
     */
    public long sourceOffset() {
        return numbers.get(entry + 2);
    }

    /**
     * An element as an object of its own.
     *
     * @return the element, equal each time but not the same
     */
    public Element element() {
        return switch (kind()) {
            case FlatTree.VALUE -> Value.over(tag(), vrCode(), tree.arena(entry), place(), size());
            case FlatTree.SEQUENCE -> new Sequence(tag(), vrCode(), length(), tree.items(entry + FlatTree.STEP, end()));
            default -> tree.other(size());
        };
    }
}
