package org.bitewing.io;

import java.nio.ByteBuffer;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * Reads into a tree what a file in explicit little endian mostly consists of: values, sequences and items, with their
 * headers and values in the window, all as they should be. {@link EventReader} does the same and much more, a step at a
 * time; here no event is told, and the values of an item are read in one loop with its state in local variables, which
 * is about three times as fast. Whatever is not regular is left where it is, for the events.
 */
final class RegularHeaders {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 12;
    /** The most that the tree takes for a byte of the source: an empty item has eight. */
    private static final int MEMORY_OF_A_BYTE = DataSetReader.CONTAINER_MEMORY / HEADER;
    private static final int LONG_FORM = ElementHeader.KNOWN | ElementHeader.LONG_FORM;

    private final EventReader reader;
    private final TreeStack tree;
    private final int bulkThreshold;
    // The window while it is being read; nothing here fills it.
    private ByteBuffer words;
    private long base;
    /** What is behind counts as not there: the end of the window, or of what there is memory for. */
    private int limit;
    private int at;
    private long memory;
    /** Of what was read last: where a problem is that is found before the next tag counts. */
    private int tag;

    RegularHeaders(EventReader reader, TreeStack tree, int bulkThreshold) {
        this.reader = reader;
        this.tree = tree;
        this.bulkThreshold = bulkThreshold;
    }

    /**
     * Reads on until something is not regular.
     *
     * @param used what the tree takes so far
     * @param most from where on values may have to stay in their file, or reading to end
     * @return what the tree takes now
     */
    long read(long used, long most) {
        long affordable = (most - used) / MEMORY_OF_A_BYTE;
        if (affordable < LONG_HEADER || !reader.isRegular()) {
            return used;
        }
        Window window = reader.window;
        words = window.words;
        base = window.base;
        at = window.position;
        limit = (int) Math.min(window.limit, at + affordable);
        memory = used;
        tag = reader.tag;
        tree.arena(window.bytes);
        boolean goesOn = reader.nesting.kind() != Nesting.SEQUENCE || betweenItems();
        while (goesOn) {
            goesOn = inItem();
        }
        window.position = at;
        reader.tag = tag;
        reader.settle();
        return memory;
    }

    /** An item begins, or the sequence ends. */
    private boolean betweenItems() {
        Nesting nesting = reader.nesting;
        long start = base + at;
        if (start >= nesting.end()) {
            return leaveSequence(0);
        }
        if (at > limit - HEADER) {
            return false;
        }
        long header = words.getLong(at);
        if ((int) header != EventReader.ITEM) {
            return (int) header == EventReader.SEQUENCE_END && nesting.isUndefined() && leaveSequence(HEADER);
        }
        long length = header >>> 32;
        long end = Nesting.UNDEFINED;
        if (length == EventReader.ALL_BITS) {
            length = DicomParser.UNDEFINED_LENGTH;
        } else {
            end = start + HEADER + length;
            if (end > nesting.definedEnd()) {
                return false;
            }
        }
        nesting.nextItem();
        nesting.push(Nesting.DATA_SET, Tag.Item, end, false);
        tag = Tag.Item;
        tree.startItem(length, start);
        memory += DataSetReader.CONTAINER_MEMORY;
        at += HEADER;
        return true;
    }

    /** Values, a sequence, or the end of the item. */
    private boolean inItem() {
        Nesting nesting = reader.nesting;
        if (base + at >= nesting.end()) {
            return nesting.level() > 0 && leaveItem(0);
        }
        if (at > limit - LONG_HEADER) {
            return values();
        }
        long header = words.getLong(at);
        if ((int) header == EventReader.ITEM_END) {
            return nesting.level() > 0 && nesting.isUndefined() && leaveItem(HEADER);
        }
        int code = vrCode(header);
        int form = VR.form(code);
        if ((form & ElementHeader.LONG_FORM) == 0) {
            return values();
        }
        int found = Integer.rotateLeft((int) header, 16);
        if ((form & LONG_FORM) != LONG_FORM || found + Integer.MIN_VALUE >= reader.firstRare()
                || found == Tag.PixelData) {
            return false;
        }
        long length = words.getInt(at + HEADER) & EventReader.ALL_BITS;
        long end = base + at + LONG_HEADER + length;
        if (code == ElementHeader.SQ) {
            return startSequence(found, length, end);
        }
        if (length > bulkThreshold || length > limit - at - LONG_HEADER || end > nesting.bound()
                || (length & form & ElementHeader.LENGTH_BITS) != 0
                || (found & EventReader.ALL_BITS) <= tree.highestTag()) {
            return false;
        }
        tree.room();
        tree.addPlain(found, code, at + LONG_HEADER, (int) length);
        tree.setHighestTag(found & EventReader.ALL_BITS);
        tag = found;
        memory += DataSetReader.ELEMENT_MEMORY + length;
        at += LONG_HEADER + (int) length;
        return true;
    }

    /** Elements with short headers, as far as nothing else comes; false where there is none. */
    private boolean values() {
        int from = at;
        int room;
        do {
            room = tree.room();
        } while (values(room) == room);
        return at > from;
    }

    /** At most as many as there is room for: nine of ten elements are read in this loop, which calls nothing. */
    private int values(int most) {
        ByteBuffer words = this.words;
        TreeStack tree = this.tree;
        int firstRare = reader.firstRare();
        int longest = bulkThreshold;
        int first = at;
        int next = first;
        int end = (int) Math.min(limit, reader.nesting.bound() - base);
        int count = 0;
        int read = tag;
        long highest = tree.highestTag();
        while (next <= end - HEADER && count < most) {
            long header = words.getLong(next);
            int found = Integer.rotateLeft((int) header, 16);
            int code = vrCode(header);
            int size = (int) (header >>> 48);
            int form = VR.form(code);
            int value = next + HEADER;
            long unsigned = found & EventReader.ALL_BITS;
            if (found + Integer.MIN_VALUE >= firstRare || (form & LONG_FORM) != ElementHeader.KNOWN
                    || (size & form & ElementHeader.LENGTH_BITS) != 0 || size > end - value || size > longest
                    || unsigned <= highest || found == Tag.SpecificCharacterSet) {
                break;
            }
            tree.addWithHeader(found, code, value, size);
            next = value + size;
            highest = unsigned;
            read = found;
            count++;
        }
        tree.setHighestTag(highest);
        tag = read;
        at = next;
        memory += next - first + (long) count * (DataSetReader.ELEMENT_MEMORY - HEADER);
        return count;
    }

    private boolean startSequence(int found, long length, long end) {
        Nesting nesting = reader.nesting;
        boolean isUndefined = length == EventReader.ALL_BITS;
        if (!isUndefined && end > nesting.bound() || !reader.isDeeperAllowed()) {
            return false;
        }
        tag = found;
        nesting.push(Nesting.SEQUENCE, tag, isUndefined ? Nesting.UNDEFINED : end, false);
        tree.startSequence(tag, ElementHeader.SQ, isUndefined ? DicomParser.UNDEFINED_LENGTH : length);
        memory += DataSetReader.CONTAINER_MEMORY;
        at += LONG_HEADER;
        return betweenItems();
    }

    /** The item ends, with a delimiter or without; what comes is between items. */
    private boolean leaveItem(int delimiterSize) {
        if (!leave(delimiterSize, Tag.Item)) {
            return false;
        }
        tree.endItem();
        return betweenItems();
    }

    private boolean leaveSequence(int delimiterSize) {
        if (!leave(delimiterSize, reader.nesting.tag())) {
            return false;
        }
        tree.endSequence();
        return true;
    }

    private boolean leave(int delimiterSize, int tagOfEnd) {
        Nesting nesting = reader.nesting;
        if (nesting.isOuterImplicit()) {
            return false;
        }
        // Where a problem is, if the tree finds one.
        reader.headerOffset = base + at;
        reader.tag = tagOfEnd;
        tag = tagOfEnd;
        at += delimiterSize;
        nesting.pop();
        return true;
    }

    private static int vrCode(long header) {
        return Integer.reverseBytes((int) (header >>> 32)) >>> 16;
    }
}
