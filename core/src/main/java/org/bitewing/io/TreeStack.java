package org.bitewing.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.Problem.Kind;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.text.SpecificCharacterSet;

/**
 * The tree while it grows: the elements of all open items lie in one array, each item's behind those of the item
 * around it, so that an item costs one array of its exact size when it ends.
 */
final class TreeStack {
    private final EventReader reader;
    private final Optional<SpecificCharacterSet> forced;
    private Element[] elements = new Element[64];
    private int count;
    private OpenItem item;
    private OpenSequence sequence;
    private List<BulkData> fragments;
    private long fragmentBytes;
    private int fragmentsTag;
    private int fragmentsVr;

    /** The data set, or an item, whose elements are coming. */
    private static final class OpenItem {
        private final OpenSequence in;
        private final int first;
        private final long length;
        private final long offset;
        /** Of the element last added. */
        private int lastTag;
        private SpecificCharacterSet characterSet;
        private boolean unordered;

        OpenItem(OpenSequence in, int first, long length, long offset, SpecificCharacterSet characterSet) {
            this.in = in;
            this.first = first;
            this.length = length;
            this.offset = offset;
            this.characterSet = characterSet;
        }
    }

    /** A sequence whose items are coming. */
    private static final class OpenSequence {
        private final OpenItem in;
        private final int tag;
        private final int vrCode;
        private final long length;
        private final List<Item> items = new ArrayList<>();

        OpenSequence(OpenItem in, int tag, int vrCode, long length) {
            this.in = in;
            this.tag = tag;
            this.vrCode = vrCode;
            this.length = length;
        }
    }

    TreeStack(EventReader reader, Optional<SpecificCharacterSet> forced) {
        this.reader = reader;
        this.forced = forced;
        this.item = new OpenItem(null, 0, -1, 0, forced.orElse(SpecificCharacterSet.ASCII));
    }

    void add(Element element, int tag) {
        if (count > item.first && Integer.compareUnsigned(item.lastTag, tag) >= 0) {
            item.unordered = true;
            // The data set begins anew behind the file meta information, with groups that may be below 0002.
            boolean begins = item.in == null && item.lastTag >>> 16 == 2 && tag >>> 16 < 2;
            if (!begins && item.lastTag != tag) {
                reader.warn(Kind.ORDER, "the elements are not in ascending order of their tags");
            }
        }
        item.lastTag = tag;
        if (count == elements.length) {
            elements = Arrays.copyOf(elements, count * 2);
        }
        elements[count++] = element;
        if (tag == Tag.SpecificCharacterSet && forced.isEmpty() && element instanceof Value value) {
            item.characterSet = SpecificCharacterSets.of(value, reader);
        }
    }

    void startSequence() {
        sequence = new OpenSequence(item, reader.tag, reader.vrCode, reader.length);
    }

    void startItem() {
        item = new OpenItem(sequence, count, reader.length, reader.headerOffset, sequence.in.characterSet);
    }

    void endItem() {
        OpenItem ended = item;
        Element[] own = take(ended);
        ended.in.items.add(Item.over(own, ended.characterSet, ended.length, ended.offset));
        sequence = ended.in;
        item = sequence.in;
    }

    void endSequence() {
        OpenSequence ended = sequence;
        item = ended.in;
        sequence = item.in;
        add(new Sequence(ended.tag, ended.vrCode, ended.length, ended.items), ended.tag);
    }

    void startFragments() {
        fragments = new ArrayList<>();
        fragmentBytes = 0;
        fragmentsTag = reader.tag;
        fragmentsVr = reader.vrCode;
    }

    void addFragment(BulkData fragment) {
        fragments.add(fragment);
        fragmentBytes += fragment.length();
    }

    long fragmentBytes() {
        return fragmentBytes;
    }

    void endFragments() {
        add(new Fragments(fragmentsTag, fragmentsVr, fragments), fragmentsTag);
        fragments = null;
    }

    /** Ends whatever is open: at the end of the data set nothing, after damage what had been begun. */
    void closeAll() {
        if (fragments != null) {
            endFragments();
        }
        while (sequence != null) {
            if (item.in == sequence) {
                endItem();
            }
            endSequence();
        }
    }

    DataSet dataSet() {
        return DataSet.over(take(item), item.characterSet, reader.fileHead().preamble(), reader.problems.list());
    }

    private Element[] take(OpenItem ended) {
        int from = ended.first;
        if (ended.unordered) {
            sort(from);
        }
        Element[] own = Arrays.copyOfRange(elements, from, count);
        // What is left behind would keep the values of this item in memory.
        Arrays.fill(elements, from, count, null);
        count = from;
        return own;
    }

    /** Stable, so that of elements with the same tag the first one stays (PS3.5 7.1: a tag occurs at most once). */
    private void sort(int from) {
        Arrays.sort(elements, from, count, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
        int kept = from;
        for (int i = from; i < count; i++) {
            if (i > from && elements[i].tag() == elements[kept - 1].tag()) {
                reader.warn(Kind.DUPLICATE, Tag.toString(elements[i].tag())
                        + " is there twice in one data set or item; the first one counts");
            } else {
                elements[kept++] = elements[i];
            }
        }
        Arrays.fill(elements, kept, count, null);
        count = kept;
    }
}
