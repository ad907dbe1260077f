package org.bitewing.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * Makes a {@link DataSet}: elements in any order, the VR from the dictionary where none is given. Text is encoded when
 * the data set is built, with the Specific Character Set (0008,0005) that it then has; text of a data set that the
 * builder began with is encoded anew where that has changed. Not for use by several threads.
 */
public final class DataSetBuilder {
    /** Elements to be, by tag without sign. */
    private final TreeMap<Integer, Pending> pending = new TreeMap<>(Integer::compareUnsigned);
    private byte[] preamble = new byte[0];

    /** An element that waits for the character set. */
    private interface Pending {
        Element build(SpecificCharacterSet characterSet);
    }

    DataSetBuilder() {
    }

    DataSetBuilder(DataSet origin) {
        preamble = origin.preamble();
        setAll(origin);
    }

    /**
     * Sets an element as it is; its text is taken to be in the character set of the data set to be.
     *
     * @param element any element
     * @return this
     */
    public DataSetBuilder set(Element element) {
        pending.put(element.tag(), characterSet -> element);
        return this;
    }

    /**
     * Sets all elements of other attributes, their text encoded anew where the character set differs.
     *
     * @param attributes a data set or an item
     * @return this
     */
    public DataSetBuilder setAll(Attributes attributes) {
        SpecificCharacterSet from = attributes.characterSet();
        for (Element element : attributes.elements()) {
            pending.put(element.tag(), to -> Recoding.of(element, from, to));
        }
        return this;
    }

    /**
     * Sets an element without a value.
     *
     * @param tag its tag; the VR is that of the dictionary
     * @return this
     */
    public DataSetBuilder setEmpty(int tag) {
        return set(tag, new byte[0]);
    }

    /**
     * Sets text. For numbers in a binary VR, give numbers.
     *
     * @param tag    its tag; the VR is that of the dictionary
     * @param values one or more, without padding
     * @return this
     */
    public DataSetBuilder set(int tag, String... values) {
        return set(tag, vrOf(tag), values);
    }

    /**
     * Sets text.
     *
     * @param tag    its tag
     * @param vr     of kind {@link VR.Kind#TEXT}
     * @param values one or more, without padding
     * @return this
     */
    public DataSetBuilder set(int tag, VR vr, String... values) {
        if (vr.kind() != VR.Kind.TEXT) {
            throw new IllegalArgumentException(Tag.toString(tag) + " has VR " + vr + " and is not text");
        }
        String text = String.join("\\", values);
        pending.put(tag, characterSet -> ValueEncoding.text(tag, vr, text, characterSet));
        return this;
    }

    /**
     * Sets integers, in binary or, for IS and DS, in digits.
     *
     * @param tag    its tag; the VR is that of the dictionary
     * @param values one or more; those of AT are tags
     * @return this
     */
    public DataSetBuilder set(int tag, int... values) {
        return set(tag, vrOf(tag), values);
    }

    /**
     * Sets integers.
     *
     * @param tag    its tag
     * @param vr     a VR of numbers, IS, DS or AT
     * @param values one or more, in the range of the VR
     * @return this
     */
    public DataSetBuilder set(int tag, VR vr, int... values) {
        return set(tag, vr, Arrays.stream(values).asLongStream().toArray());
    }

    /**
     * Sets integers that may be beyond an {@code int}: those of UL, SV and UV.
     *
     * @param tag    its tag; the VR is that of the dictionary
     * @param values one or more, in the range of the VR
     * @return this
     */
    public DataSetBuilder set(int tag, long... values) {
        return set(tag, vrOf(tag), values);
    }

    /**
     * Sets integers that may be beyond an {@code int}.
     *
     * @param tag    its tag
     * @param vr     a VR of numbers, IS, DS or AT
     * @param values one or more, in the range of the VR
     * @return this
     */
    public DataSetBuilder set(int tag, VR vr, long... values) {
        return set(ValueEncoding.integers(tag, vr, values));
    }

    /**
     * Sets numbers, in binary or, for DS, in at most 16 digits.
     *
     * @param tag    its tag; the VR is that of the dictionary
     * @param values one or more
     * @return this
     */
    public DataSetBuilder set(int tag, double... values) {
        return set(tag, vrOf(tag), values);
    }

    /**
     * Sets numbers.
     *
     * @param tag    its tag
     * @param vr     FL, FD, OF, OD or DS
     * @param values one or more
     * @return this
     */
    public DataSetBuilder set(int tag, VR vr, double... values) {
        return set(ValueEncoding.floats(tag, vr, values));
    }

    /**
     * Sets bytes.
     *
     * @param tag   its tag; the VR is that of the dictionary
     * @param bytes the value in little endian; copied
     * @return this
     */
    public DataSetBuilder set(int tag, byte[] bytes) {
        return set(Value.of(tag, vrOf(tag), bytes));
    }

    /**
     * Sets a sequence.
     *
     * @param tag   its tag
     * @param items what its items hold; their text takes the character set of this data set unless they have their own
     * @return this
     */
    public DataSetBuilder set(int tag, DataSetBuilder... items) {
        List<DataSetBuilder> all = List.of(items);
        pending.put(tag, characterSet -> {
            List<Item> built = new ArrayList<>();
            for (DataSetBuilder item : all) {
                SpecificCharacterSet own = item.characterSet(characterSet);
                built.add(Item.of(item.elements(own), own, Element.UNDEFINED_LENGTH, -1));
            }
            return new Sequence(tag, VR.SQ.code(), Element.UNDEFINED_LENGTH, built);
        });
        return this;
    }

    /**
     * Removes an element, if it is there.
     *
     * @param tag its tag
     * @return this
     */
    public DataSetBuilder remove(int tag) {
        pending.remove(tag);
        return this;
    }

    /**
     * The data set as it is now; the builder can be used on.
     *
     * @return a data set
     * @throws IllegalArgumentException where the character set does not have the characters of a text
     */
    public DataSet build() {
        SpecificCharacterSet characterSet = characterSet(SpecificCharacterSet.ASCII);
        return DataSet.of(elements(characterSet), characterSet, preamble, List.of());
    }

    private List<Element> elements(SpecificCharacterSet characterSet) {
        List<Element> elements = new ArrayList<>(pending.size());
        for (Pending element : pending.values()) {
            elements.add(element.build(characterSet));
        }
        return elements;
    }

    private SpecificCharacterSet characterSet(SpecificCharacterSet inherited) {
        Pending own = pending.get(Tag.SpecificCharacterSet);
        if (own == null) {
            return inherited;
        }
        DataSet alone = DataSet.of(List.of(own.build(SpecificCharacterSet.ASCII)), SpecificCharacterSet.ASCII,
                new byte[0], List.of());
        return SpecificCharacterSet.of(alone.texts(Tag.SpecificCharacterSet).toArray(String[]::new));
    }

    private static VR vrOf(int tag) {
        return Dictionary.vrOf(tag);
    }
}
