package org.bitewing.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;

/** Walks a tree and gives its elements to an {@link Encoder}, with a stack of its own, so that no depth is too deep. */
final class TreeEncoder {
    private static final int FILE_META = 0x0002;

    private final Optional<DirectoryOffsets> records;
    private Frame[] frames = new Frame[4];
    private int depth;

    /** A data set or item that is being written: its next element, and the next item of its open sequence. */
    private static final class Frame {
        private Attributes attributes;
        private int next;
        private int end;
        private Sequence sequence;
        private int nextItem;
    }

    TreeEncoder() {
        this(Optional.empty());
    }

    /** One that tells where the records of a DICOMDIR begin in the data set. */
    TreeEncoder(Optional<DirectoryOffsets> records) {
        this.records = records;
    }

    /** Writes all elements but those of group 0002. */
    void writeDataSet(DataSet dataSet, Encoder encoder) throws IOException {
        int first = firstOf(FILE_META, dataSet);
        int behind = firstOf(FILE_META + 1, dataSet);
        if (first > 0) {
            // Group 0000 is no part of a file, but of a command set.
            write(dataSet, 0, first, encoder);
        }
        write(dataSet, behind, dataSet.size(), encoder);
    }

    /** Writes the elements of group 0002. */
    void writeFileMeta(Attributes attributes, Encoder encoder) throws IOException {
        write(attributes, firstOf(FILE_META, attributes), firstOf(FILE_META + 1, attributes), encoder);
    }

    /** The index of the first element of a group, or of a higher one. */
    private static int firstOf(int group, Attributes attributes) {
        int index = 0;
        while (index < attributes.size() && attributes.get(index).tag() >>> 16 < group) {
            index++;
        }
        return index;
    }

    private void write(Attributes attributes, int from, int end, Encoder encoder) throws IOException {
        depth = -1;
        push(attributes, from, end);
        while (true) {
            Frame frame = frames[depth];
            if (frame.next < frame.end) {
                writeElements(frame, encoder);
            } else if (depth == 0) {
                return;
            } else {
                encoder.endItem();
                frame.attributes = null;
                depth--;
                nextItem(frames[depth], encoder);
            }
        }
    }

    /** Up to the end, or into the first item of a sequence. */
    private void writeElements(Frame frame, Encoder encoder) throws IOException {
        Attributes attributes = frame.attributes;
        int end = frame.end;
        for (int i = encoder.values(attributes, frame.next, end); i < end; i = encoder.values(attributes, i + 1, end)) {
            Element element = attributes.get(i);
            if (element instanceof Sequence sequence) {
                frame.next = i + 1;
                frame.sequence = sequence;
                frame.nextItem = 0;
                encoder.startSequence(sequence.tag(), sequence.vrCode(), sequence.length());
                nextItem(frame, encoder);
                return;
            }
            writeBulk(element, encoder);
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
        if (frame.nextItem == frame.sequence.items().size()) {
            encoder.endSequence();
            frame.sequence = null;
            return;
        }
        Item item = frame.sequence.items().get(frame.nextItem++);
        if (records.isPresent() && depth == 0 && frame.sequence.tag() == Tag.DirectoryRecordSequence) {
            records.get().record(item.offset(), encoder.out().count());
        }
        encoder.startItem(item.length());
        push(item, 0, item.size());
    }

    private void push(Attributes attributes, int from, int end) {
        depth++;
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, depth * 2);
        }
        if (frames[depth] == null) {
            frames[depth] = new Frame();
        }
        frames[depth].attributes = attributes;
        frames[depth].next = from;
        frames[depth].end = end;
    }
}
