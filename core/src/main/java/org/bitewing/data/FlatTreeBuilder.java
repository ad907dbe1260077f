package org.bitewing.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bitewing.text.SpecificCharacterSet;

/**
 * Makes a {@link FlatTree} out of what a reader finds, in the order in which it finds it: {@link #startItem} for the
 * data set itself, then its elements, the items of its sequences among them, and {@link #endItem}. What is begun is
 * ended, in order; that is for the caller to see to. Not for use by several threads.
 */
public final class FlatTreeBuilder {
    private final LongList numbers = new LongList();
    private boolean ordered = true;
    private byte[][] arenas = new byte[1][];
    private int[] arenaStarts = new int[1];
    private int arenaCount;
    private final List<Element> others = new ArrayList<>();
    private final List<SpecificCharacterSet> characterSets = new ArrayList<>();

    FlatTreeBuilder() {
    }

    /**
     * The array that the values to come lie in.
     *
     * @param bytes not copied, and must not change any more; many values share it
     */
    public void arena(byte[] bytes) {
        if (arenaCount > 0 && arenas[arenaCount - 1] == bytes) {
            return;
        }
        if (arenaCount > 0 && arenaStarts[arenaCount - 1] == numbers.size()) {
            arenaCount--;
        }
        if (arenaCount == arenas.length) {
            arenas = Arrays.copyOf(arenas, arenaCount * 2);
            arenaStarts = Arrays.copyOf(arenaStarts, arenaCount * 2);
        }
        arenas[arenaCount] = bytes;
        arenaStarts[arenaCount++] = numbers.size();
    }

    /**
     * Makes room for one value, or some more.
     *
     * @return for how many
     */
    public int room() {
        return numbers.room() / FlatTree.STEP;
    }

    /**
     * A value, in little endian, where there is {@link #room} for it. That it lies within its array is checked when it
     * is asked for.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param offset of its first byte in the array, 0 or more
     * @param length in bytes, 0 or more
     */
    public void value(int tag, int vrCode, int offset, int length) {
        numbers.add(FlatTree.header(tag, vrCode, FlatTree.VALUE), (long) offset << 32 | length);
    }

    /**
     * A value as {@link #value} adds it, of even length, that in its array has its header in front of it: that of explicit
     * VR little endian with a length of 16 bits (PS3.5 7.1.2).
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param offset of its first byte in the array, 8 or more
     * @param length in bytes, 0 or more
     */
    public void valueWithHeader(int tag, int vrCode, int offset, int length) {
        numbers.add(FlatTree.header(tag, vrCode, FlatTree.VALUE | FlatTree.WITH_HEADER), (long) offset << 32 | length);
    }

    /**
     * An element that is an object already.
     *
     * @param element a {@link BulkValue} or {@link Fragments}
     */
    public void element(Element element) {
        numbers.room();
        numbers.add(FlatTree.header(element.tag(), element.vrCode(), FlatTree.OTHER), others.size());
        others.add(element);
    }

    /**
     * Begins a sequence.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param length as stored, or {@link Element#UNDEFINED_LENGTH}
     * @return its entry
     */
    public int startSequence(int tag, int vrCode, long length) {
        int entry = numbers.size();
        numbers.room();
        numbers.add(FlatTree.header(tag, vrCode, FlatTree.SEQUENCE), length & FlatTree.UNSIGNED);
        return entry;
    }

    /**
     * Ends a sequence.
     *
     * @param entry its entry
     * @return how much further than an element it reaches
     */
    public int endSequence(int entry) {
        int end = numbers.size();
        numbers.set(entry + 1, numbers.get(entry + 1) | (long) end << 32);
        return end - entry - FlatTree.STEP;
    }

    /**
     * Begins an item, or the data set itself.
     *
     * @param length as stored, or {@link Element#UNDEFINED_LENGTH}
     * @param offset of its tag in the source
     * @return its entry
     */
    public int startItem(long length, long offset) {
        int entry = numbers.size();
        numbers.room();
        numbers.add(FlatTree.itemHeader(false), length & FlatTree.UNSIGNED);
        numbers.room();
        numbers.add(offset, 0);
        return entry;
    }

    /**
     * Ends an item.
     *
     * @param entry        its entry
     * @param inside       what its sequences reach further than elements, altogether
     * @param characterSet a number of {@link #characterSet}
     */
    public void endItem(int entry, int inside, int characterSet) {
        int end = numbers.size();
        numbers.set(entry + 1, numbers.get(entry + 1) | (long) end << 32);
        int count = (end - entry - FlatTree.ITEM_STEP - inside) / FlatTree.STEP;
        numbers.set(entry + 3, (long) characterSet << 32 | count);
    }

    /**
     * Notes that the elements of an item have to be sorted. Of those with the same tag only the first one counts.
     *
     * @param entry of an item that has just been ended
     * @return the tags of the elements that do not count, in order
     */
    public int[] sort(int entry) {
        ordered = false;
        numbers.set(entry, FlatTree.itemHeader(true));
        long[] keys = FlatTree.keys(numbers, entry, (int) numbers.get(entry + 3));
        int[] tags = new int[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (FlatTree.isDuplicate(keys, i)) {
                tags[count++] = FlatTree.tagOf(keys[i]);
            }
        }
        return Arrays.copyOf(tags, count);
    }

    /**
     * Adds a character set.
     *
     * @param set of one item or more
     * @return its number
     */
    public int characterSet(SpecificCharacterSet set) {
        characterSets.add(set);
        return characterSets.size() - 1;
    }

    /**
     * The tree, once everything has been ended; the builder cannot be used on.
     *
     * @return the tree
     */
    public FlatTree build() {
        return new FlatTree(numbers, ordered, Arrays.copyOf(arenas, arenaCount),
                Arrays.copyOf(arenaStarts, arenaCount), others.toArray(new Element[0]),
                characterSets.toArray(new SpecificCharacterSet[0]));
    }
}
