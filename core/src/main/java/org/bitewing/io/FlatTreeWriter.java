package org.bitewing.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.FlatEntry;
import org.bitewing.data.FlatTree;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * Writes a tree that was read, in little endian, if it is as most are: see {@link #measure}. What {@link Encoder} does
 * step by step and with all its choices, this does in two loops over the headers of the {@link FlatTree}, which never
 * go into anything and out again. The first adds up sizes; what lies between two headers then takes the difference of
 * their sums, and so each length is known before it is written. None of the elements becomes an object.
 */
final class FlatTreeWriter {
    private static final int FILE_META = 0x0002;
    private static final int PADDING_GROUP = 0xfffc;
    private static final int DIRECTORY_GROUP = 0x0004;
    /** A sequence and an item deep. */
    private static final int RECORD_DEPTH = 2;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 12;
    private static final int LONGEST_SHORT = 0xfffe;
    private static final int SQ = VR.SQ.code();
    private static final int UL = VR.UL.code();
    private static final int LONG_FORM = ElementHeader.KNOWN | ElementHeader.LONG_FORM;

    private final FlatTree tree;
    /** What is being measured or written, except in the loops that are made for most values. */
    private final FlatEntry at;
    private final boolean explicit;
    private final boolean encapsulated;
    private final boolean keepsLengths;
    private final boolean definesLengths;
    private final boolean keepsGroupLengths;
    private final Optional<DirectoryOffsets> records;
    /** The entries between which the records of a DICOMDIR are. */
    private int firstRecord;
    private int behindRecords;
    private final int first;
    private final int behind;
    /** Of each entry, what all before it take: the delimiter of a sequence or item counts where that begins. */
    private final int[] sums;
    /** Where the sequences and items end that are open. */
    private int[] ends = new int[16];
    private boolean[] delimited = new boolean[16];
    private int depth;
    /** The encoding, which is the same everywhere. */
    private final OpenLevel level = new OpenLevel();

    private FlatTreeWriter(FlatTree tree, WriteOptions options, TransferSyntax syntax,
                           Optional<DirectoryOffsets> records) {
        this.tree = tree;
        this.at = tree.at(FlatTree.ROOT);
        this.explicit = syntax.explicit();
        this.encapsulated = syntax.encapsulated();
        this.keepsLengths = options.lengths() == WriteOptions.LengthForm.AS_READ;
        this.definesLengths = options.lengths() == WriteOptions.LengthForm.DEFINED;
        this.keepsGroupLengths = options.groupLengths() == WriteOptions.GroupLengths.KEPT;
        this.first = behindFileMeta(tree);
        this.behind = tree.end();
        this.sums = new int[(behind >> 1) + 1];
        this.records = records;
        level.begin(OpenLevel.DATA_SET, 0, explicit, false, 0);
    }

    /** A writer, if there is nothing to be done that only {@link Encoder} does. */
    static Optional<FlatTreeWriter> of(DataSet dataSet, WriteOptions options, TransferSyntax syntax,
                                       TransferSyntax origin, Optional<DirectoryOffsets> records) {
        Optional<FlatTree> tree = dataSet.flatTree();
        if (tree.isEmpty() || !tree.get().isOrdered() || hasCommandSet(dataSet) || syntax.bigEndian()
                || changesPixels(syntax, origin)
                || !options.padding().equals(WriteOptions.Padding.KEPT)
                || options.groupLengths() == WriteOptions.GroupLengths.MADE) {
            return Optional.empty();
        }
        FlatTreeWriter writer = new FlatTreeWriter(tree.get(), options, syntax, records);
        if (!writer.measure()) {
            return Optional.empty();
        }
        writer.noteRecords();
        return Optional.of(writer);
    }

    /** Whether something stands before where file meta information may be. */
    private static boolean hasCommandSet(DataSet dataSet) {
        return dataSet.size() > 0 && dataSet.get(0).tag() >>> 16 < FILE_META;
    }

    /** Whether pixel data would be wrong in the other syntax, or might be. */
    private static boolean changesPixels(TransferSyntax syntax, TransferSyntax origin) {
        return !syntax.uid().equals(origin.uid()) && (syntax.encapsulated()
                || syntax.uid().equals(TransferSyntax.GE_BIG_ENDIAN_PIXELS)
                || origin.uid().equals(TransferSyntax.GE_BIG_ENDIAN_PIXELS));
    }

    /** The first element that is not file meta information, which where it is comes first. */
    private static int behindFileMeta(FlatTree tree) {
        return behindGroup(tree, FILE_META, FlatTree.ROOT + FlatTree.ITEM_STEP, tree.end());
    }

    /** The first element that is not of a group, or the end. */
    private static int behindGroup(FlatTree tree, int group, int from, int end) {
        int next = from;
        while (next < end) {
            FlatEntry entry = tree.at(next);
            if (entry.tag() >>> 16 != group) {
                return next;
            }
            next = entry.next();
        }
        return end;
    }

    // ---- sizes ---------------------------------------------------------------------------------------------------

    long size() {
        return sums[behind >> 1];
    }

    /** Adds up what everything takes; false where something is not for this class, or it is too much for an array. */
    private boolean measure() {
        FlatEntry here = tree.at(FlatTree.ROOT);
        long sum = 0;
        int entry = first;
        while (entry < behind) {
            here.moveTo(entry);
            sums[entry >> 1] = (int) sum;
            long size = here.hasHeader() && (here.tag() & 0xffff) != 0 ? HEADER + here.size()
                    : here.isValue() ? valueSize(here.tag(), here.vrCode(), here.size()) : otherSize(entry);
            if (size < 0 || sum + size > Integer.MAX_VALUE) {
                return false;
            }
            sum += size;
            entry += here.isItem() ? FlatTree.ITEM_STEP : FlatTree.STEP;
        }
        sums[behind >> 1] = (int) sum;
        return true;
    }

    /** -1 where the value is not for this class. */
    private long valueSize(int tag, int vrCode, int size) {
        int form = VR.form(vrCode);
        boolean isLong = (form & ElementHeader.LONG_FORM) != 0;
        if ((form & ElementHeader.KNOWN) == 0 || !isLong && size > LONGEST_SHORT
                || (tag & 0xffff) == 0 && !isGroupLength(tag >>> 16, vrCode, size)) {
            return -1;
        }
        return (explicit && isLong ? LONG_HEADER : HEADER) + size + (size & 1);
    }

    /** Whether a group length stays, and can be written as any other number. */
    private boolean isGroupLength(int group, int vrCode, int size) {
        return keepsGroupLengths && vrCode == UL && size == 4 && group != PADDING_GROUP;
    }

    private long otherSize(int entry) {
        at.moveTo(entry);
        if (at.isItem()) {
            return HEADER + delimiterSize(at);
        }
        int tag = at.tag();
        int header = explicit ? LONG_HEADER : HEADER;
        if ((tag & 0xffff) == 0) {
            return -1;
        }
        if (at.isSequence()) {
            // In implicit VR what the dictionary does not know may have to show by a delimiter that it is a sequence.
            boolean isKnown = at.vrCode() == SQ && (explicit || Dictionary.vrOf(tag) == VR.SQ);
            return isKnown ? header + delimiterSize(at) : -1;
        }
        if ((VR.form(at.vrCode()) & LONG_FORM) != LONG_FORM) {
            return -1;
        }
        Element element = at.element();
        if (element instanceof BulkValue) {
            return header + even(element.length());
        }
        return element instanceof Fragments fragments && encapsulated ? header + size(fragments) + HEADER : -1;
    }

    private static long size(Fragments fragments) {
        long size = 0;
        for (BulkData fragment : fragments.all()) {
            size += HEADER + even(fragment.length());
        }
        return size;
    }

    private static long even(long size) {
        return size + (size & 1);
    }

    private int delimiterSize(FlatEntry entry) {
        return isDefined(entry.length()) ? 0 : HEADER;
    }

    private boolean isDefined(long length) {
        return definesLengths || keepsLengths && length >= 0;
    }

    /** Tells where the records of a DICOMDIR will be. */
    private void noteRecords() {
        if (records.isEmpty()) {
            return;
        }
        int next = first;
        while (next < behind) {
            FlatEntry entry = tree.at(next);
            if (entry.tag() == Tag.DirectoryRecordSequence && entry.isSequence()) {
                noteRecords(next + FlatTree.STEP, entry.end(), delimiterSize(entry));
            }
            next = entry.next();
        }
    }

    private void noteRecords(int from, int end, int delimiter) {
        firstRecord = from;
        behindRecords = end;
        int next = from;
        while (next < end) {
            FlatEntry record = tree.at(next);
            records.get().record(record.sourceOffset(), sums[next >> 1] - delimiter);
            next = record.end();
        }
    }

    // ---- bytes ---------------------------------------------------------------------------------------------------

    /**
     * Writes everything.
     *
     * @param encoder of the same output, for what is streamed
     */
    void write(Output out, Encoder encoder) throws IOException {
        int entry = first;
        depth = 0;
        ends[0] = behind;
        while (true) {
            int end = ends[depth];
            if ((depth & 1) == 0) {
                entry = writeValues(out, entry, end);
                if (entry == end && depth == 0) {
                    return;
                }
            }
            if (entry == end) {
                close(out);
                continue;
            }
            at.moveTo(entry);
            if (at.isItem()) {
                int inside = entry + FlatTree.ITEM_STEP;
                Headers.item(out, level, Tag.Item, open(inside));
                entry = inside;
            } else if (at.isSequence()) {
                int inside = entry + FlatTree.STEP;
                Headers.longForm(out, level, at.tag(), SQ, open(inside));
                entry = inside;
            } else {
                TreeEncoder.writeBulk(at.element(), encoder);
                entry += FlatTree.STEP;
            }
        }
    }

    /** Goes into a sequence or an item; gives its length as it stands in the header. */
    private int open(int inside) {
        int end = at.end();
        boolean isDefined = isDefined(at.length());
        depth++;
        if (depth == ends.length) {
            ends = Arrays.copyOf(ends, depth * 2);
            delimited = Arrays.copyOf(delimited, depth * 2);
        }
        ends[depth] = end;
        delimited[depth] = !isDefined;
        return isDefined ? sums[end >> 1] - sums[inside >> 1] : Lengths.UNDEFINED;
    }

    private void close(Output out) throws IOException {
        if (delimited[depth]) {
            boolean isSequence = (depth & 1) != 0;
            Headers.item(out, level, isSequence ? Tag.SequenceDelimitationItem : Tag.ItemDelimitationItem, 0);
        }
        depth--;
    }

    /**
     * Elements that have their values in memory, one after the other. Where their headers stand in front of them in the
     * array that they were read into, just as they are to be written, what lies side by side there is copied at once.
     */
    private int writeValues(Output out, int from, int end) throws IOException {
        byte[] bytes = out.bytes;
        int most = explicit ? bytes.length - HEADER : -1;
        FlatEntry here = tree.at(FlatTree.ROOT);
        int position = out.position;
        int entry = from;
        int runEntry = from;
        int runStart = 0;
        int runEnd = 0;
        for (; entry < end; entry += FlatTree.STEP) {
            here.moveTo(entry);
            if (!here.isValue()) {
                break;
            }
            int tag = here.tag();
            int size = here.size();
            boolean hasRoom = size <= most - position - (runEnd - runStart);
            if (here.hasHeader() && hasRoom && (tag & 0xffff) != 0
                    && (size != DirectoryOffsets.SIZE || tag >>> 16 != DIRECTORY_GROUP || !isMoved(here, entry))) {
                int place = here.place();
                if (runEnd != place - HEADER || !here.isBeside(runEntry)) {
                    position = copy(runEntry, runStart, runEnd, bytes, position);
                    runEntry = entry;
                    runStart = place - HEADER;
                }
                runEnd = place + size;
            } else {
                out.position = copy(runEntry, runStart, runEnd, bytes, position);
                runStart = runEnd;
                writeValue(out, entry, end);
                position = out.position;
            }
        }
        out.position = copy(runEntry, runStart, runEnd, bytes, position);
        return entry;
    }

    /** Copies what lies side by side in the array of an entry; gives the position behind it. */
    private int copy(int runEntry, int from, int end, byte[] target, int position) {
        if (from == end) {
            return position;
        }
        at.moveTo(runEntry);
        at.copyArrayTo(from, target, position, end - from);
        return position + end - from;
    }

    /** Whether this refers to a record that is somewhere else now. */
    private boolean isMoved(FlatEntry here, int entry) {
        return isReference(entry, here.tag()) && records.get().moved(here.firstInt()) != here.firstInt();
    }

    private void writeValue(Output out, int entry, int end) throws IOException {
        at.moveTo(entry);
        int tag = at.tag();
        int vrCode = at.vrCode();
        int size = at.size();
        Headers.element(out, level, tag, vrCode, even(size));
        if ((tag & 0xffff) == 0) {
            out.require(size);
            out.words.putInt(out.position, groupLength(tag >>> 16, entry + FlatTree.STEP, end));
            out.position += size;
        } else if (size == DirectoryOffsets.SIZE && isReference(entry, tag)) {
            out.require(size);
            out.words.putInt(out.position, records.get().moved(at.firstInt()));
            out.position += size;
        } else if (size < out.room()) {
            at.copyTo(0, out.bytes, out.position, size);
            Values.finish(out, level, size, vrCode);
        } else {
            Values.write(out, level, tag, vrCode, size, at::copyTo);
        }
    }

    /** Whether an element of the data set itself or of a record of a DICOMDIR refers to a record. */
    private boolean isReference(int entry, int tag) {
        boolean inRecord = depth == RECORD_DEPTH && entry >= firstRecord && entry < behindRecords;
        return records.isPresent() && (depth == 0 || inRecord) && DirectoryOffsets.isReference(tag);
    }

    /** What follows a group length (PS3.5 7.2) in its group. */
    private int groupLength(int group, int from, int end) {
        return sums[behindGroup(tree, group, from, end) >> 1] - sums[from >> 1];
    }
}
