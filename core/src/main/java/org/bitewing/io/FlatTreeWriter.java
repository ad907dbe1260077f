package org.bitewing.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
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
        int entry = FlatTree.ROOT + FlatTree.ITEM_STEP;
        while (entry < tree.end() && tree.tag(entry) >>> 16 == FILE_META) {
            entry = tree.next(entry);
        }
        return entry;
    }

    // ---- sizes ---------------------------------------------------------------------------------------------------

    long size() {
        return sums[behind >> 1];
    }

    /** Adds up what everything takes; false where something is not for this class, or it is too much for an array. */
    private boolean measure() {
        long sum = 0;
        int entry = first;
        while (entry < behind) {
            sums[entry >> 1] = (int) sum;
            long size = tree.isValue(entry) ? valueSize(entry) : otherSize(entry);
            if (size < 0 || sum + size > Integer.MAX_VALUE) {
                return false;
            }
            sum += size;
            entry += tree.isItem(entry) ? FlatTree.ITEM_STEP : FlatTree.STEP;
        }
        sums[behind >> 1] = (int) sum;
        return true;
    }

    /** -1 where the value is not for this class. */
    private long valueSize(int entry) {
        int tag = tree.tag(entry);
        int size = tree.size(entry);
        int form = VR.form(tree.vrCode(entry));
        boolean isLong = (form & ElementHeader.LONG_FORM) != 0;
        if ((form & ElementHeader.KNOWN) == 0 || !isLong && size > LONGEST_SHORT
                || (tag & 0xffff) == 0 && !isGroupLength(entry)) {
            return -1;
        }
        return (explicit && isLong ? LONG_HEADER : HEADER) + size + (size & 1);
    }

    /** Whether a group length stays, and can be written as any other number. */
    private boolean isGroupLength(int entry) {
        int group = tree.tag(entry) >>> 16;
        return keepsGroupLengths && tree.vrCode(entry) == UL && tree.size(entry) == 4 && group != PADDING_GROUP;
    }

    private long otherSize(int entry) {
        if (tree.isItem(entry)) {
            return HEADER + delimiterSize(entry);
        }
        int tag = tree.tag(entry);
        int header = explicit ? LONG_HEADER : HEADER;
        if ((tag & 0xffff) == 0) {
            return -1;
        }
        if (tree.isSequence(entry)) {
            // In implicit VR what the dictionary does not know may have to show by a delimiter that it is a sequence.
            boolean isKnown = tree.vrCode(entry) == SQ && (explicit || Dictionary.vrOf(tag) == VR.SQ);
            return isKnown ? header + delimiterSize(entry) : -1;
        }
        if ((VR.form(tree.vrCode(entry)) & LONG_FORM) != LONG_FORM) {
            return -1;
        }
        Element element = tree.element(entry);
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

    private int delimiterSize(int entry) {
        return isDefined(tree.length(entry)) ? 0 : HEADER;
    }

    private boolean isDefined(long length) {
        return definesLengths || keepsLengths && length >= 0;
    }

    /** Tells where the records of a DICOMDIR will be. */
    private void noteRecords() {
        if (records.isEmpty()) {
            return;
        }
        int entry = first;
        while (entry < behind && tree.tag(entry) != Tag.DirectoryRecordSequence) {
            entry = tree.next(entry);
        }
        if (entry < behind && tree.isSequence(entry)) {
            firstRecord = entry + FlatTree.STEP;
            behindRecords = tree.end(entry);
            int delimiter = delimiterSize(entry);
            for (int record = firstRecord; record < behindRecords; record = tree.end(record)) {
                records.get().record(tree.sourceOffset(record), sums[record >> 1] - delimiter);
            }
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
            } else if (tree.isItem(entry)) {
                int inside = entry + FlatTree.ITEM_STEP;
                Headers.item(out, level, Tag.Item, open(entry, inside));
                entry = inside;
            } else if (tree.isSequence(entry)) {
                int inside = entry + FlatTree.STEP;
                Headers.longForm(out, level, tree.tag(entry), SQ, open(entry, inside));
                entry = inside;
            } else {
                TreeEncoder.writeBulk(tree.element(entry), encoder);
                entry += FlatTree.STEP;
            }
        }
    }

    /** Goes into a sequence or an item; gives its length as it stands in the header. */
    private int open(int entry, int inside) {
        int end = tree.end(entry);
        boolean isDefined = isDefined(tree.length(entry));
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

    /** Elements that have their values in memory, one after the other; most need no more than is in this loop. */
    private int writeValues(Output out, int from, int end) throws IOException {
        byte[] bytes = out.bytes;
        ByteBuffer words = out.words;
        int most = explicit ? bytes.length - HEADER : -1;
        int at = out.position;
        int entry = from;
        for (; entry < end && tree.isValue(entry); entry += FlatTree.STEP) {
            int tag = tree.tag(entry);
            int vrCode = tree.vrCode(entry);
            int size = tree.size(entry);
            boolean isPlain = (VR.form(vrCode) & ElementHeader.LONG_FORM) == 0 && (size & 1) == 0;
            if (isPlain && size <= most - at && (tag & 0xffff) != 0 && tag >>> 16 != DIRECTORY_GROUP) {
                words.putLong(at, Headers.shortForm(tag, vrCode, size));
                at += HEADER;
                tree.copyTo(entry, 0, bytes, at, size);
                at += size;
            } else {
                out.position = at;
                writeValue(out, entry, end);
                at = out.position;
            }
        }
        out.position = at;
        return entry;
    }

    private void writeValue(Output out, int entry, int end) throws IOException {
        int tag = tree.tag(entry);
        int vrCode = tree.vrCode(entry);
        int size = tree.size(entry);
        Headers.element(out, level, tag, vrCode, even(size));
        if ((tag & 0xffff) == 0) {
            out.require(size);
            out.words.putInt(out.position, groupLength(entry, end));
            out.position += size;
        } else if (size == DirectoryOffsets.SIZE && isReference(entry, tag)) {
            out.require(size);
            tree.copyTo(entry, 0, out.bytes, out.position, size);
            out.words.putInt(out.position, records.get().moved(out.words.getInt(out.position)));
            out.position += size;
        } else if (size < out.room()) {
            tree.copyTo(entry, 0, out.bytes, out.position, size);
            Values.finish(out, level, size, vrCode);
        } else {
            Values.write(out, level, tag, vrCode, size,
                    (from, target, at, count) -> tree.copyTo(entry, from, target, at, count));
        }
    }

    /** Whether an element of the data set itself or of a record of a DICOMDIR refers to a record. */
    private boolean isReference(int entry, int tag) {
        boolean inRecord = depth == RECORD_DEPTH && entry >= firstRecord && entry < behindRecords;
        return records.isPresent() && (depth == 0 || inRecord) && DirectoryOffsets.isReference(tag);
    }

    /** What follows a group length (PS3.5 7.2) in its group. */
    private int groupLength(int entry, int end) {
        int inside = entry + FlatTree.STEP;
        int next = inside;
        while (next < end && tree.tag(next) >>> 16 == tree.tag(entry) >>> 16) {
            next = tree.next(next);
        }
        return sums[next >> 1] - sums[inside >> 1];
    }
}
