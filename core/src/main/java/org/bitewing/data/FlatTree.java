package org.bitewing.data;

import java.util.Arrays;
import java.util.List;
import org.bitewing.dict.Tag;
import org.bitewing.text.SpecificCharacterSet;

/**
 * A whole tree as a reader keeps it: the headers of all its elements and items (PS3.5 7.1, 7.5) in one list of
 * numbers, in the order in which they were read, each sequence and item with the place where it ends. An element takes
 * 16 bytes here; {@link Value}, {@link Sequence} and {@link Item} objects are made when someone asks for them.
 *
 * <p>A {@link DataSet} over such a tree looks like any other. This class is for who goes through all of a tree, as a
 * writer does: it gives access by entry, a number that counts up by {@link #STEP} for an element and by
 * {@link #ITEM_STEP} for an item. The tree itself is the item at {@link #ROOT}. Immutable.
 */
public final class FlatTree {
    /** The entry of the data set itself, which is an item like any. */
    public static final int ROOT = 0;
    /** What an element takes. */
    public static final int STEP = 2;
    /** What an item takes, before its elements. */
    public static final int ITEM_STEP = 4;

    // An element: tag, VR and kind in the first number; in the second
    //   of a value its place in its array and its length,
    //   of a sequence the entry behind its items and the length as stored,
    //   of anything else its place in the list of objects.
    // An item: its tag and kind; the entry behind its elements and the length as
    //   stored; the place of its tag in the source; its character set and how many elements it has.
    static final int VALUE = 0;
    static final int SEQUENCE = 1;
    static final int OTHER = 2;
    static final int ITEM = 3;
    static final int UNORDERED_ITEM = 4;
    private static final int KIND = 0xff;
    private static final long UNSIGNED = 0xffffffffL;

    private final long[] numbers;
    private final boolean ordered;
    /** The arrays that hold the values, and the entries from which on each of them does. */
    private final byte[][] arenas;
    private final int[] arenaStarts;
    private final Element[] others;
    private final SpecificCharacterSet[] characterSets;

    FlatTree(long[] numbers, boolean ordered, byte[][] arenas, int[] arenaStarts, Element[] others,
             SpecificCharacterSet[] characterSets) {
        this.numbers = numbers;
        this.ordered = ordered;
        this.arenas = arenas;
        this.arenaStarts = arenaStarts;
        this.others = others;
        this.characterSets = characterSets;
    }

    /**
     * Begins a tree.
     *
     * @return a builder
     */
    public static FlatTreeBuilder builder() {
        return new FlatTreeBuilder();
    }

    /**
     * Whether the elements of all items stand in the order of their tags, each tag once (PS3.5 7.1), so that the order
     * of entries is that of the data set.
     *
     * @return false where an item's elements have to be sorted
     */
    public boolean isOrdered() {
        return ordered;
    }

    /**
     * The entry behind the last one.
     *
     * @return a number that no entry has
     */
    public int end() {
        return numbers.length;
    }

    /**
     * The tag of an element, or that of an item.
     *
     * @param entry of either
     * @return the tag
     */
    public int tag(int entry) {
        return (int) (numbers[entry] >>> 32);
    }

    /**
     * The two letters of an element's VR.
     *
     * @param entry of an element
     * @return the code, see {@link org.bitewing.dict.VR#of(int)}
     */
    public int vrCode(int entry) {
        return (int) numbers[entry] >>> 16;
    }

    /**
     * Whether an element has its value in memory.
     *
     * @param entry of an element
     * @return true for what {@link #size} and {@link #copyTo} are for
     */
    public boolean isValue(int entry) {
        return kind(entry) == VALUE;
    }

    /**
     * Whether an element is a sequence.
     *
     * @param entry of an element
     * @return true for a sequence, whose first item is the next entry unless that is where the sequence ends
     */
    public boolean isSequence(int entry) {
        return kind(entry) == SEQUENCE;
    }

    /**
     * Whether this is an item.
     *
     * @param entry any
     * @return true for an item, whose first element is {@link #ITEM_STEP} behind it unless it has none
     */
    public boolean isItem(int entry) {
        return kind(entry) >= ITEM;
    }

    /**
     * The number of bytes of a value.
     *
     * @param entry of a value
     * @return 0 or more
     */
    public int size(int entry) {
        return (int) numbers[entry + 1];
    }

    /**
     * Copies a value, in little endian.
     *
     * @param entry  of a value
     * @param from   the first byte, from 0
     * @param target where the bytes go
     * @param at     the first index in the target
     * @param count  how many bytes
     * @throws IndexOutOfBoundsException where the value or the target has fewer
     */
    public void copyTo(int entry, int from, byte[] target, int at, int count) {
        if (from < 0 || count < 0 || from > size(entry) - count) {
            throw new IndexOutOfBoundsException("from " + from + ", count " + count + " of " + size(entry));
        }
        System.arraycopy(arena(entry), offset(entry) + from, target, at, count);
    }

    /**
     * The entry behind an element: behind its items, where it is a sequence.
     *
     * @param entry of an element
     * @return the entry of the next element, or the end of what holds this one
     */
    public int next(int entry) {
        return next(entry, numbers[entry], numbers[entry + 1]);
    }

    /**
     * Where a sequence or an item ends.
     *
     * @param entry of either
     * @return the entry behind everything in it
     */
    public int end(int entry) {
        return (int) (numbers[entry + 1] >>> 32);
    }

    /**
     * The length of a sequence or an item.
     *
     * @param entry of either
     * @return as stored, or {@link Element#UNDEFINED_LENGTH}
     */
    public long length(int entry) {
        int length = (int) numbers[entry + 1];
        return length == -1 ? Element.UNDEFINED_LENGTH : length & UNSIGNED;
    }

    /**
     * Where an item begins in what it was read from.
     *
     * @param entry of an item
     * @return offset of its tag in bytes
     */
    public long sourceOffset(int entry) {
        return numbers[entry + 2];
    }

    /**
     * An element as an object of its own.
     *
     * @param entry of an element
     * @return the element, equal each time but not the same
     */
    public Element element(int entry) {
        return switch (kind(entry)) {
            case VALUE -> Value.over(tag(entry), vrCode(entry), arena(entry), offset(entry), size(entry));
            case SEQUENCE -> new Sequence(tag(entry), vrCode(entry), length(entry), items(entry));
            default -> others[(int) numbers[entry + 1]];
        };
    }

    /** The item at an entry, the data set itself not among them. */
    private Item item(int entry) {
        return Item.over(new FlatElements(this, entry), characterSet(entry), length(entry), sourceOffset(entry));
    }

    private List<Item> items(int sequence) {
        int behind = end(sequence);
        int count = 0;
        for (int item = sequence + STEP; item < behind; item = end(item)) {
            count++;
        }
        Item[] items = new Item[count];
        count = 0;
        for (int item = sequence + STEP; item < behind; item = end(item)) {
            items[count++] = item(item);
        }
        return List.of(items);
    }

    SpecificCharacterSet characterSet(int item) {
        return characterSets[(int) (numbers[item + 3] >>> 32)];
    }

    /** How many elements an item has. */
    int count(int item) {
        return (int) numbers[item + 3];
    }

    /** Whether one element of an item follows the other, in order, without anything in between. */
    boolean isContiguous(int item) {
        return end(item) - item - ITEM_STEP == STEP * count(item) && !isUnordered(item);
    }

    /** The entries of an item's elements, in the order of their tags, of those with the same tag the first one. */
    int[] elements(int item) {
        long[] keys = new long[count(item)];
        int entry = item + ITEM_STEP;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(numbers[entry], entry);
            entry = next(entry, numbers[entry], numbers[entry + 1]);
        }
        if (isUnordered(item)) {
            Arrays.sort(keys);
        }
        int[] entries = new int[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (!isDuplicate(keys, i)) {
                entries[count++] = (int) keys[i];
            }
        }
        return count == keys.length ? entries : Arrays.copyOf(entries, count);
    }

    private boolean isUnordered(int item) {
        return kind(item) == UNORDERED_ITEM;
    }

    /** The entry behind an element, from its two numbers. */
    static int next(int entry, long first, long second) {
        return (first & KIND) == SEQUENCE ? (int) (second >>> 32) : entry + STEP;
    }

    /** By this number elements are sorted: by their tags, which have no sign, and then as they were read. */
    static long key(long first, int entry) {
        return (first ^ Long.MIN_VALUE) & ~UNSIGNED | entry;
    }

    /** Of elements with the same tag, the first one counts (PS3.5 7.1: a tag occurs at most once). */
    static boolean isDuplicate(long[] sortedKeys, int index) {
        return index > 0 && sortedKeys[index] >> 32 == sortedKeys[index - 1] >> 32;
    }

    /** The tag of an element, from its key. */
    static int tagOf(long key) {
        return (int) ((key ^ Long.MIN_VALUE) >>> 32);
    }

    private int kind(int entry) {
        return (int) numbers[entry] & KIND;
    }

    /** Where a value begins in its array. */
    private int offset(int entry) {
        return (int) (numbers[entry + 1] >>> 32);
    }

    /** The array that holds a value: nearly always the only one. */
    private byte[] arena(int entry) {
        return arenas.length == 1 ? arenas[0] : arenas[arenaIndex(entry)];
    }

    private int arenaIndex(int entry) {
        int found = Arrays.binarySearch(arenaStarts, entry);
        return found >= 0 ? found : -2 - found;
    }

    static long itemHeader(boolean unordered) {
        return (long) Tag.Item << 32 | (unordered ? UNORDERED_ITEM : ITEM);
    }
}
