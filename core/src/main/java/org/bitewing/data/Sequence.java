package org.bitewing.data;

import java.util.List;

/**
 * A sequence of items (PS3.5 7.5).
 *
 * @param tag    its tag
 * @param vrCode SQ; UN where an explicit syntax stored it so with undefined length (PS3.5 6.2.2)
 * @param length as stored, or {@link Element#UNDEFINED_LENGTH}
 * @param items  in order
 */
public record Sequence(int tag, int vrCode, long length, List<Item> items) implements Element {
    /**
     * Copies the list.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param length as stored
     * @param items  in order
     */
    public Sequence {
        items = List.copyOf(items);
    }

    /** Two sequences are equal when tag, VR and items are; the form of the length does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence sequence && tag == sequence.tag && vrCode == sequence.vrCode
                && items.equals(sequence.items);
    }

    /** Of tag and items. */
    @Override
    public int hashCode() {
        return 31 * tag + items.hashCode();
    }

    /** Tag, VR and the number of items. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
