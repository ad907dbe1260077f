package org.bitewing.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.Problem.Kind;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.FlatTree;
import org.bitewing.data.FlatTreeBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.text.SpecificCharacterSet;

/** The tree while it grows, and what must be known of each item that is open. */
final class TreeStack {
    private static final int NONE = -1;
    private static final long UNSIGNED = 0xffffffffL;

    private final EventReader reader;
    private final boolean forced;
    private final FlatTreeBuilder tree = FlatTree.builder();
    private OpenItem[] items = new OpenItem[8];
    private int depth;
    private OpenItem item = new OpenItem();
    private List<BulkData> fragments;
    private long fragmentBytes;
    private int fragmentsTag;
    private int fragmentsVr;

    /** The data set, or an item, whose elements are coming. One object for each depth, used again and again. */
    private static final class OpenItem {
        private int entry;
        /** What is within its sequences, in numbers of the tree. */
        private int inside;
        /** Of its elements so far, without sign; -1 before the first. */
        private long highestTag;
        private int characterSet;
        private boolean unordered;
        /** The entry of the sequence whose items are coming, and its tag. */
        private int sequence;
        private int sequenceTag;
        private int sequenceItems;

        void begin(int newEntry, int inherited) {
            entry = newEntry;
            inside = 0;
            highestTag = NONE;
            characterSet = inherited;
            unordered = false;
            sequence = NONE;
        }
    }

    TreeStack(EventReader reader, Optional<SpecificCharacterSet> forced) {
        this.reader = reader;
        this.forced = forced.isPresent();
        items[0] = item;
        item.begin(tree.startItem(Element.UNDEFINED_LENGTH, 0),
                tree.characterSet(forced.orElse(SpecificCharacterSet.ASCII)));
    }

    void add(int tag, int vrCode, byte[] bytes, int offset, int length) {
        checkOrder(tag);
        tree.arena(bytes);
        tree.room();
        tree.value(tag, vrCode, offset, length);
        if (tag == Tag.SpecificCharacterSet && !forced) {
            Value value = Value.over(tag, vrCode, bytes, offset, length);
            item.characterSet = tree.characterSet(SpecificCharacterSets.of(value, reader));
        }
    }

    /** The array that the values to come lie in which are added by their offsets. */
    void arena(byte[] bytes) {
        tree.arena(bytes);
    }

    /** Of what is innermost, without sign; -1 before its first element. */
    long highestTag() {
        return item.highestTag;
    }

    /** Makes room for plain values, one at least: for how many. */
    int room() {
        return tree.room();
    }

    /** Adds a value, where there is room; those that are in order and change nothing of what comes may come by this. */
    void addPlain(int tag, int vrCode, int offset, int length) {
        tree.value(tag, vrCode, offset, length);
    }

    /** As {@link #addPlain}, with a short header in front of the value and an even length. */
    void addWithHeader(int tag, int vrCode, int offset, int length) {
        tree.valueWithHeader(tag, vrCode, offset, length);
    }

    /** After values that were added as plain ones. */
    void setHighestTag(long tag) {
        item.highestTag = tag;
    }

    void add(Element element) {
        checkOrder(element.tag());
        tree.element(element);
    }

    private void checkOrder(int tag) {
        long unsigned = tag & UNSIGNED;
        if (unsigned <= item.highestTag) {
            disorder(tag);
        } else {
            item.highestTag = unsigned;
        }
    }

    private void disorder(int tag) {
        item.unordered = true;
        int highest = (int) item.highestTag;
        // The data set begins anew behind the file meta information, with groups that may be below 0002.
        boolean begins = depth == 0 && highest >>> 16 == 2 && tag >>> 16 < 2;
        if (!begins && highest != tag) {
            reader.warn(Kind.ORDER, "the elements are not in ascending order of their tags");
        }
    }

    void startSequence(int tag, int vrCode, long length) {
        item.sequence = tree.startSequence(tag, vrCode, length);
        item.sequenceTag = tag;
        item.sequenceItems = 0;
    }

    void startItem(long length, long offset) {
        int inherited = item.characterSet;
        item.sequenceItems++;
        depth++;
        if (depth == items.length) {
            items = Arrays.copyOf(items, depth * 2);
        }
        if (items[depth] == null) {
            items[depth] = new OpenItem();
        }
        item = items[depth];
        item.begin(tree.startItem(length, offset), inherited);
    }

    void endItem() {
        end(item);
        depth--;
        item = items[depth];
    }

    void endSequence() {
        item.inside += tree.endSequence(item.sequence);
        item.sequence = NONE;
        checkOrder(item.sequenceTag);
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
        add(new Fragments(fragmentsTag, fragmentsVr, fragments));
        fragments = null;
    }

    /** Ends whatever is open: at the end of the data set nothing, after damage what had been begun. */
    void closeAll() {
        if (fragments != null) {
            endFragments();
        }
        while (depth > 0 || item.sequence != NONE) {
            if (item.sequence != NONE) {
                endSequence();
            } else {
                endItem();
            }
        }
    }

    DataSet dataSet() {
        end(item);
        return DataSet.over(tree.build(), reader.fileHead().preamble(), reader.problems.list());
    }

    private void end(OpenItem ended) {
        tree.endItem(ended.entry, ended.inside, ended.characterSet);
        if (ended.unordered) {
            for (int tag : tree.sort(ended.entry)) {
                reader.warn(Kind.DUPLICATE, path().element(tag),
                        Tag.toString(tag) + " is there twice in one data set or item; the first one counts");
            }
        }
    }

    /** The way to the innermost item. */
    private TagPath path() {
        TagPath path = TagPath.ROOT;
        for (int outer = 0; outer < depth; outer++) {
            path = path.item(items[outer].sequenceTag, items[outer].sequenceItems - 1);
        }
        return path;
    }
}
