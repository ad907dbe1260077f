package org.bitewing.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.text.SpecificCharacterSet;

/** An item of a sequence (PS3.5 7.5): a data set within a data set. Immutable. */
public final class Item implements Attributes {
    private final Elements elements;
    private final SpecificCharacterSet characterSet;
    private final long length;
    private final long offset;

    private Item(Elements elements, SpecificCharacterSet characterSet, long length, long offset) {
        this.elements = elements;
        this.characterSet = characterSet;
        this.length = length;
        this.offset = offset;
    }

    /**
     * An item.
     *
     * @param elements     in ascending order of their tags
     * @param characterSet what its text is encoded in
     * @param length       as stored, or {@link Element#UNDEFINED_LENGTH}
     * @param offset       of its tag in the source, which a DICOMDIR refers to (PS3.3 F.3); -1 where it has none
     * @return the item
     */
    public static Item of(List<Element> elements, SpecificCharacterSet characterSet, long length, long offset) {
        return over(elements.toArray(Element[]::new), characterSet, length, offset);
    }

    /**
     * An item over an array that is not copied and must not change any more; for readers.
     *
     * @param elements     in ascending order of their tags
     * @param characterSet what its text is encoded in
     * @param length       as stored, or {@link Element#UNDEFINED_LENGTH}
     * @param offset       of its tag in the source, or -1
     * @return the item
     */
    public static Item over(Element[] elements, SpecificCharacterSet characterSet, long length, long offset) {
        return over(ElementArray.over(elements), Objects.requireNonNull(characterSet, "characterSet"), length, offset);
    }

    static Item over(Elements elements, SpecificCharacterSet characterSet, long length, long offset) {
        return new Item(elements, characterSet, length, offset);
    }

    @Override
    public List<Element> elements() {
        return elements.list();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Element get(int index) {
        return elements.get(index);
    }

    @Override
    public Optional<Element> element(int tag) {
        return elements.find(tag);
    }

    @Override
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /**
     * The length as stored.
     *
     * @return bytes, or {@link Element#UNDEFINED_LENGTH}
     */
    public long length() {
        return length;
    }

    /**
     * Where the item begins in what it was read from.
     *
     * @return offset of its tag in bytes; -1 where it was not read
     */
    public long offset() {
        return offset;
    }

    /** Two items are equal when their elements are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Item item && elements.isEqual(item.elements);
    }

    /** Of the elements. */
    @Override
    public int hashCode() {
        return elements.hash();
    }

    /** A line for each element. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
