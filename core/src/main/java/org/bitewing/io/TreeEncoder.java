package org.bitewing.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;

/**
 * Gives the elements of a tree to an {@link Encoder}: first to one that measures, then to one that writes. A tree that was
 * read makes its elements when it is asked for them, and so they are kept from one pass to the next. With a stack of its
 * own, so that no depth is too deep.
 */
final class TreeEncoder {
    private static final int FILE_META = 0x0002;

    private final Attributes root;
    private final Optional<DirectoryOffsets> records;
    /** The elements of the root and of all items, in the order in which they are begun. */
    private final List<Element[]> begun = new ArrayList<>();
    private int next;
    private Frame[] frames = new Frame[4];
    private int depth;

    /** A data set or item that is being written: its next element, and the next item of its open sequence. */
    private static final class Frame {
        private Element[] elements;
        private int next;
        private int end;
        private Sequence sequence;
        private int nextItem;
    }

    /**
     * For two passes, or one.
     *
     * @param records are told where the records of a DICOMDIR begin, if it is one, and then tell what refers to them
     */
    TreeEncoder(Attributes root, Optional<DirectoryOffsets> records) {
        this.root = root;
        this.records = records;
    }

    /** Writes all elements but those of group 0002. */
    void writeDataSet(Encoder encoder) throws IOException {
        Element[] elements = start(encoder);
        int first = firstOf(FILE_META, elements);
        int behind = firstOf(FILE_META + 1, elements);
        if (first > 0) {
            // Group 0000 is no part of a file, but of a command set.
            write(elements, 0, first, encoder);
        }
        write(elements, behind, elements.length, encoder);
    }

    /** Writes the elements of group 0002. */
    void writeFileMeta(Encoder encoder) throws IOException {
        Element[] elements = start(encoder);
        write(elements, firstOf(FILE_META, elements), firstOf(FILE_META + 1, elements), encoder);
    }

    private Element[] start(Encoder encoder) {
        next = 0;
        depth = -1;
        return elements(root, true, encoder);
    }

    /** The elements of what is begun, those that this pass writes. */
    private Element[] elements(Attributes attributes, boolean hasReferences, Encoder encoder) {
        if (next == begun.size()) {
            begun.add(attributes.elements().toArray(new Element[attributes.size()]));
        }
        Element[] elements = begun.get(next++);
        if (hasReferences && records.isPresent() && !encoder.out().isCounting()) {
            records.get().move(elements);
        }
        return elements;
    }

    /** The index of the first element of a group, or of a higher one. */
    private static int firstOf(int group, Element[] elements) {
        int index = 0;
        while (index < elements.length && elements[index].tag() >>> 16 < group) {
            index++;
        }
        return index;
    }

    private void write(Element[] elements, int from, int end, Encoder encoder) throws IOException {
        push(elements, from, end);
        while (true) {
            Frame frame = frames[depth];
            if (frame.next < frame.end) {
                writeElements(frame, encoder);
                continue;
            }
            depth--;
            if (depth < 0) {
                return;
            }
            encoder.endItem();
            nextItem(frames[depth], encoder);
        }
    }

    /** Up to the end, or into the first item of a sequence. */
    private void writeElements(Frame frame, Encoder encoder) throws IOException {
        Element[] elements = frame.elements;
        int end = frame.end;
        for (int i = encoder.values(elements, frame.next, end); i < end; i = encoder.values(elements, i + 1, end)) {
            if (elements[i] instanceof Sequence sequence) {
                frame.next = i + 1;
                frame.sequence = sequence;
                frame.nextItem = 0;
                encoder.startSequence(sequence.tag(), sequence.vrCode(), sequence.length());
                nextItem(frame, encoder);
                return;
            }
            writeBulk(elements[i], encoder);
        }
        frame.next = end;
    }

    /** Writes an element that is neither a value in memory nor a sequence. */
    static void writeBulk(Element element, Encoder encoder) throws IOException {
        if (element instanceof BulkValue bulk) {
            encoder.value(bulk.tag(), bulk.vrCode(), bulk.data());
        } else if (element instanceof Fragments fragments) {
            encoder.startFragments(fragments.tag(), fragments.vrCode());
            for (BulkData fragment : fragments.all()) {
                encoder.fragment(fragment);
            }
            encoder.endFragments();
        }
    }

    private void nextItem(Frame frame, Encoder encoder) throws IOException {
        List<Item> items = frame.sequence.items();
        if (frame.nextItem == items.size()) {
            encoder.endSequence();
            return;
        }
        Item item = items.get(frame.nextItem++);
        boolean isRecord = depth == 0 && frame.sequence.tag() == Tag.DirectoryRecordSequence;
        if (isRecord && records.isPresent() && encoder.out().isCounting()) {
            records.get().record(item.offset(), encoder.out().count());
        }
        encoder.startItem(item.length());
        Element[] elements = elements(item, isRecord, encoder);
        push(elements, 0, elements.length);
    }

    private void push(Element[] elements, int from, int end) {
        depth++;
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, depth * 2);
        }
        if (frames[depth] == null) {
            frames[depth] = new Frame();
        }
        frames[depth].elements = elements;
        frames[depth].next = from;
        frames[depth].end = end;
    }
}
