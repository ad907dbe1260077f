package org.bitewing.tools.dump2dcm;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/** What is open while lines come: elements of a data set or item, items of a sequence, or fragments. */
sealed interface OpenLevel {

    /** Elements by tag without sign. */
    record Elements(TreeMap<Integer, Element> byTag) implements OpenLevel {
        Elements() {
            this(new TreeMap<>(Integer::compareUnsigned));
        }

        /** The character set does not matter: values are bytes here, and stay what they are. */
        Item item() {
            return Item.of(List.copyOf(byTag.values()), SpecificCharacterSet.ASCII, Element.UNDEFINED_LENGTH, -1);
        }

        DataSet dataSet() {
            return DataSet.of(List.copyOf(byTag.values()), SpecificCharacterSet.ASCII, new byte[0], List.of());
        }
    }

    /**
     * Items.
     *
     * @param tag   of the sequence
     * @param place where it begins, for messages
     * @param items so far
     */
    record Items(int tag, String place, List<Item> items) implements OpenLevel {
        Items(int tag, String place) {
            this(tag, place, new ArrayList<>());
        }

        Element sequence() {
            return new Sequence(tag, VR.SQ.code(), Element.UNDEFINED_LENGTH, items);
        }
    }

    /**
     * Fragments.
     *
     * @param tag   of the pixel data
     * @param vr    OB or OW
     * @param place where it begins, for messages
     * @param all   so far
     */
    record Pixels(int tag, VR vr, String place, List<BulkData> all) implements OpenLevel {
        Pixels(int tag, VR vr, String place) {
            this(tag, vr, place, new ArrayList<>());
        }

        Element fragments() {
            return new Fragments(tag, vr.code(), all);
        }
    }
}
