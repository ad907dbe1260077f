package org.bitewing.data;

import java.util.ArrayList;
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
 * writer does: it gives access by entry ({@link #at}), a number that counts up by {@link #STEP} for an element and by
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
    //   of a value its place in its array and its length (and with its kind, whether its header is in front of it),
    //   of a sequence the entry behind its items and the length as stored,
    //   of anything else its place in the list of objects.
    // An item: its tag and kind; the entry behind its elements and the length as
    //   stored; the place of its tag in the source; its character set and how many elements it has.
    static final int VALUE = 0;
    static final int SEQUENCE = 1;
    static final int OTHER = 2;
    static final int ITEM = 3;
    static final int UNORDERED_ITEM = 4;
    static final int KIND = 0xff;
    static final int WITH_HEADER = 0x100;
    static final long UNSIGNED = 0xffffffffL;

    private final LongList numbers;
    private final boolean ordered;
    /** The arrays that hold the values, and the entries from which on each of them does. */
    private final byte[][] arenas;
    private final int[] arenaStarts;
    private final Element[] others;
    private final SpecificCharacterSet[] characterSets;

    FlatTree(LongList numbers, boolean ordered, byte[][] arenas, int[] arenaStarts, Element[] others,
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
        return numbers.size();
    }

    /**
     * What stands at an entry, to begin with.
     *
     * @param entry any
     * @return a way to it, that can be moved to others
     */
    public FlatEntry at(int entry) {
        return new FlatEntry(this, numbers, entry);
    }

    int tag(int entry) {
        return (int) (numbers.get(entry) >>> 32);
    }

    boolean isSequence(int entry) {
        return ((int) numbers.get(entry) & KIND) == SEQUENCE;
    }

    Element other(int index) {
        return others[index];
    }

    /** The items of a sequence. */
    List<Item> items(int from, int behind) {
        List<Item> items = new ArrayList<>();
        int entry = from;
        while (entry < behind) {
            FlatEntry item = at(entry);
            items.add(Item.over(new FlatElements(this, entry), characterSet(entry), item.length(), item.sourceOffset()));
            entry = item.end();
        }
        return List.copyOf(items);
    }

    SpecificCharacterSet characterSet(int item) {
        return characterSets[(int) (numbers.get(item + 3) >>> 32)];
    }

    /** How many elements an item has. */
    int count(int item) {
        return (int) numbers.get(item + 3);
    }

    /** Whether one element of an item follows the other, in order, without anything in between. */
    boolean isContiguous(int item) {
        FlatEntry entry = at(item);
        return entry.end() - item - ITEM_STEP == STEP * count(item) && !entry.isUnordered();
    }

    /** The entries of an item's elements, in the order of their tags, of those with the same tag the first one. */
    int[] elements(int item) {
        return at(item).isUnordered() ? sorted(item) : asRead(item);
    }

    private int[] asRead(int item) {
        int[] entries = new int[count(item)];
        int entry = item + ITEM_STEP;
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry;
            entry = next(entry, numbers.get(entry), numbers.get(entry + 1));
        }
        return entries;
    }

    private int[] sorted(int item) {
        long[] keys = keys(numbers, item, count(item));
        int[] entries = new int[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (!isDuplicate(keys, i)) {
                entries[count++] = (int) keys[i];
            }
        }
        return count == keys.length ? entries : Arrays.copyOf(entries, count);
    }

    /** Numbers by which elements are sorted: by their tags, which have no sign, and then as they were read. */
    static long[] keys(LongList numbers, int item, int count) {
        long[] keys = new long[count];
        int entry = item + ITEM_STEP;
        for (int i = 0; i < count; i++) {
            long first = numbers.get(entry);
            keys[i] = (first ^ Long.MIN_VALUE) & ~UNSIGNED | entry;
            entry = next(entry, first, numbers.get(entry + 1));
        }
        Arrays.sort(keys);
        return keys;
    }

    /** The entry behind an element, from its two numbers. */
    static int next(int entry, long first, long second) {
        return (first & KIND) == SEQUENCE ? (int) (second >>> 32) : entry + STEP;
    }

    /** Of elements with the same tag, the first one counts (PS3.5 7.1: a tag occurs at most once). */
    static boolean isDuplicate(long[] sortedKeys, int index) {
        return index > 0 && sortedKeys[index] >> 32 == sortedKeys[index - 1] >> 32;
    }

    /** The tag of an element, from its key. */
    static int tagOf(long key) {
        return (int) ((key ^ Long.MIN_VALUE) >>> 32);
    }

    /** The array that holds a value: nearly always the only one. */
    byte[] arena(int entry) {
        return arenas.length == 1 ? arenas[0] : arenas[arenaIndex(entry)];
    }

    private int arenaIndex(int entry) {
        int found = Arrays.binarySearch(arenaStarts, entry);
        return found >= 0 ? found : -2 - found;
    }

    /** The first number of an element or item. */
    static long header(int tag, int vrCode, int kind) {
        return (long) tag << 32 | (vrCode << 16 | kind) & UNSIGNED;
    }

    static long itemHeader(boolean unordered) {
        return header(Tag.Item, 0, unordered ? UNORDERED_ITEM : ITEM);
    }
}
