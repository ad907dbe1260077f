package org.bitewing.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * Elements, sequences, items and fragments as bytes (PS3.5 7 and A.4), in one transfer syntax, into an
 * {@link Output}. What is inflated, and what stands before the data set, is no matter here. Nothing is allocated for
 * an element or an item.
 */
final class Encoder {
    private static final int UN = VR.UN.code();
    private static final int SQ = VR.SQ.code();
    private static final int OB = VR.OB.code();
    private static final int OW = VR.OW.code();
    private static final int UL = VR.UL.code();
    /** Of {@link VR#form}. */
    private static final int KNOWN = 0x80;
    private static final int LONG_FORM = 0x40;
    /** The longest even length of 16 bits (PS3.5 6.2.2). */
    private static final int LONGEST_SHORT_FORM = 0xfffe;
    private static final int PADDING_GROUP = 0xfffc;

    private final Output out;
    private final TransferSyntax syntax;
    private final WriteOptions options;
    private final Lengths lengths;
    /** Whether sizes are those of what is read, so that its lengths hold without having been measured. */
    private final boolean keepsSizes;
    /** Whether Pixel Data (7FE0,0010) without fragments is right, or was so in what was read. */
    private final boolean nativePixels;

    private OpenLevel[] levels = new OpenLevel[8];
    private int depth;
    private OpenLevel level = new OpenLevel();

    Encoder(Output out, TransferSyntax syntax, WriteOptions options, Lengths lengths, TransferSyntax origin) {
        this.out = out;
        this.syntax = syntax;
        this.options = options;
        this.lengths = lengths;
        this.keepsSizes = origin.explicit() == syntax.explicit()
                && options.groupLengths() == WriteOptions.GroupLengths.KEPT && options.padding().isKept();
        this.nativePixels = !syntax.encapsulated() || origin.uid().equals(syntax.uid());
        levels[0] = level;
        level.begin(OpenLevel.DATA_SET, 0, syntax.explicit(), syntax.bigEndian(), out.count());
    }

    /** Where numbers that come in pieces are taken from: whole multiples of 8 bytes, but for the last piece. */
    interface Pieces {
        /** At least one byte, at most {@code count}; -1 at the end. */
        int read(byte[] target, int offset, int count) throws IOException;
    }

    Output out() {
        return out;
    }

    int depth() {
        return depth;
    }

    TransferSyntax syntax() {
        return syntax;
    }

    // ---- elements with a value -----------------------------------------------------------------------------------

    void value(Value value) throws IOException {
        int tag = value.tag();
        if (!begin(tag)) {
            return;
        }
        int size = value.size();
        int vrCode = value.vrCode();
        int padded = size + (size & 1);
        if (out.isCounting() && tag != Tag.PixelData) {
            out.skip(headerSize(vrCode, padded) + (long) padded);
            return;
        }
        header(tag, vrCode, padded, size);
        if (out.isCounting()) {
            out.skip(padded);
        } else if (size < out.room()) {
            value.copyTo(0, out.bytes, out.position, size);
            finish(size, vrCode);
        } else {
            int[] from = {0};
            pieces(size, vrCode, (target, offset, count) -> {
                value.copyTo(from[0], target, offset, count);
                from[0] += count;
                return count;
            });
        }
    }

    void value(int tag, int vrCode, byte[] bytes, int offset, int size) throws IOException {
        if (!begin(tag)) {
            return;
        }
        header(tag, vrCode, size + (size & 1), size);
        if (out.isCounting()) {
            out.skip(size + (size & 1));
        } else if (size < out.room()) {
            System.arraycopy(bytes, offset, out.bytes, out.position, size);
            finish(size, vrCode);
        } else {
            int[] from = {offset};
            pieces(size, vrCode, (target, at, count) -> {
                System.arraycopy(bytes, from[0], target, at, count);
                from[0] += count;
                return count;
            });
        }
    }

    /** A value that is read while it is written; where it is only counted or left out, it is not read. */
    void value(int tag, int vrCode, long size, Pieces value) throws IOException {
        if (begin(tag)) {
            header(tag, vrCode, size + (size & 1), size);
            if (out.isCounting()) {
                out.skip(size + (size & 1));
            } else {
                pieces(size, vrCode, value);
            }
        }
    }

    /** Swaps, pads and counts a value that lies at the output's position. */
    private void finish(int size, int vrCode) {
        byte[] bytes = out.bytes;
        int at = out.position;
        if (level.bigEndian) {
            ByteOrders.swap(bytes, at, size, VR.of(vrCode).unit());
        }
        if ((size & 1) != 0) {
            bytes[at + size] = VR.of(vrCode).padding();
            size++;
        }
        out.position = at + size;
    }

    private void pieces(long size, int vrCode, Pieces value) throws IOException {
        int unit = level.bigEndian ? VR.of(vrCode).unit() : 1;
        long left = size;
        while (left > 0) {
            if (out.room() < left && out.position > 0) {
                out.flush();
            }
            int wanted = left <= out.room() ? (int) left : out.room() & ~7;
            int count = value.read(out.bytes, out.position, wanted);
            if (count <= 0) {
                throw new EOFException("the value of " + path(tagOfLast) + " ends " + left + " bytes early");
            }
            ByteOrders.swap(out.bytes, out.position, count, unit);
            out.position += count;
            left -= count;
        }
        if ((size & 1) != 0) {
            out.require(1);
            out.bytes[out.position++] = VR.of(vrCode).padding();
        }
    }

    // ---- groups ----------------------------------------------------------------------------------------------------

    /** The tag last begun, for messages. */
    private int tagOfLast;

    /** Before each element: false where it is left out, or already written. */
    private boolean begin(int tag) throws IOException {
        tagOfLast = tag;
        if (level.kind != OpenLevel.DATA_SET) {
            throw new IllegalStateException(Tag.toString(tag) + " where an item or a fragment is expected");
        }
        return tag >>> 16 == level.group && (tag & 0xffff) != 0 || beginGroup(tag);
    }

    private boolean beginGroup(int tag) throws IOException {
        endGroup();
        int group = tag >>> 16;
        if (group == PADDING_GROUP) {
            // Each of its elements comes here.
            return tag != Tag.DataSetTrailingPadding || options.padding().isKept();
        }
        level.group = group;
        boolean isLength = (tag & 0xffff) == 0;
        // Of a command set the length is no option (PS3.7 6.3.1).
        WriteOptions.GroupLengths treatment = group == 0 ? WriteOptions.GroupLengths.KEPT : options.groupLengths();
        if (treatment == WriteOptions.GroupLengths.MADE || isLength && treatment == WriteOptions.GroupLengths.KEPT) {
            if (lengths.areKnown()) {
                groupLength(group << 16);
                return !isLength;
            }
            return !isLength || keepsSizes;
        }
        return !isLength;
    }

    private void groupLength(int tag) throws IOException {
        header(tag, UL, 4, 4);
        if (lengths.isRecording()) {
            level.groupSlot = lengths.open();
            out.skip(4);
        } else {
            out.require(4);
            putInt(out.bytes, out.position, lengths.next());
            out.position += 4;
        }
        level.groupStart = out.count();
    }

    private void endGroup() {
        if (level.groupSlot >= 0) {
            lengths.close(level.groupSlot, out.count() - level.groupStart);
            level.groupSlot = OpenLevel.NONE;
        }
        level.group = OpenLevel.NONE;
    }

    // ---- sequences and fragments -----------------------------------------------------------------------------------

    /**
     * Begins a sequence.
     *
     * @param length as read or as known, or {@link DicomParser#UNDEFINED_LENGTH}
     */
    void startSequence(int tag, int vrCode, long length) throws IOException {
        begin(tag);
        boolean unknown = isUnknown(vrCode);
        int code = unknown ? vrCode : SQ;
        boolean explicitInside = level.explicit && !unknown;
        int slot = unknown && level.explicit ? OpenLevel.NONE : openLength(length);
        int stored = unknown && level.explicit ? Lengths.UNDEFINED : headerLength(slot, length);
        longHeader(tag, code, stored);
        push(OpenLevel.SEQUENCE, tag, explicitInside, level.bigEndian && explicitInside);
        level.length = stored;
        level.slot = slot;
    }

    /** Whether a sequence is told from other elements by its undefined length alone, and is implicit inside. */
    private static boolean isUnknown(int vrCode) {
        return vrCode == UN || (VR.form(vrCode) & (KNOWN | LONG_FORM)) == LONG_FORM;
    }

    void startItem(long length) throws IOException {
        require(OpenLevel.SEQUENCE, "an item");
        level.items++;
        int slot = openLength(length);
        int stored = headerLength(slot, length);
        itemHeader(Tag.Item, stored);
        push(OpenLevel.DATA_SET, 0, level.explicit, level.bigEndian);
        level.length = stored;
        level.slot = slot;
    }

    void endItem() throws IOException {
        if (depth == 0) {
            throw new IllegalStateException("no item is open");
        }
        require(OpenLevel.DATA_SET, "the end of an item");
        pad(options.padding().item(), 0);
        endGroup();
        pop(Tag.ItemDelimitationItem);
    }

    void endSequence() throws IOException {
        require(OpenLevel.SEQUENCE, "the end of a sequence");
        pop(Tag.SequenceDelimitationItem);
    }

    void startFragments(int tag, int vrCode) throws IOException {
        begin(tag);
        if (!syntax.encapsulated()) {
            throw new DicomException("pixel data is compressed, and transfer syntax " + syntax.uid()
                    + " has none of that (PS3.5 A.4): decompress it, or write it in its own transfer syntax",
                    location(tag));
        }
        longHeader(tag, vrCode == OW ? OW : OB, Lengths.UNDEFINED);
        push(OpenLevel.FRAGMENTS, tag, level.explicit, level.bigEndian);
    }

    void fragment(long size, Pieces value) throws IOException {
        require(OpenLevel.FRAGMENTS, "a fragment");
        level.items++;
        itemHeader(Tag.Item, checkedLength(size + (size & 1)));
        if (out.isCounting()) {
            out.skip(size + (size & 1));
        } else {
            pieces(size, OB, value);
        }
    }

    void endFragments() throws IOException {
        require(OpenLevel.FRAGMENTS, "the end of fragments");
        pop(Tag.SequenceDelimitationItem);
    }

    /** The data set is complete. */
    void end(long bytesBefore) throws IOException {
        if (depth != 0) {
            throw new IllegalStateException("the data set ends within " + path(0));
        }
        pad(options.padding().file(), bytesBefore);
        endGroup();
    }

    private boolean isDefined(long length) {
        return switch (options.lengths()) {
            case AS_READ -> length >= 0;
            case DEFINED -> true;
            case UNDEFINED -> false;
        };
    }

    private int openLength(long length) {
        return isDefined(length) && lengths.isRecording() ? lengths.open() : OpenLevel.NONE;
    }

    private int headerLength(int slot, long length) {
        if (!isDefined(length)) {
            return Lengths.UNDEFINED;
        }
        if (!lengths.areKnown()) {
            return keepsSizes && length >= 0 ? checkedLength(length) : Lengths.UNDEFINED;
        }
        return slot >= 0 ? 0 : lengths.next();
    }

    private void push(int kind, int tag, boolean explicit, boolean bigEndian) {
        depth++;
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        if (levels[depth] == null) {
            levels[depth] = new OpenLevel();
        }
        level = levels[depth];
        level.begin(kind, tag, explicit, bigEndian, out.count());
    }

    /** Ends what is open, with a delimiter where its length is undefined. */
    private void pop(int delimiter) throws IOException {
        long content = out.count() - level.start;
        if (level.slot >= 0) {
            lengths.close(level.slot, content);
            if (content > Lengths.LONGEST) {
                out.skip(8);
            }
        } else if (level.length == Lengths.UNDEFINED) {
            itemHeader(delimiter, 0);
        } else if (content != (level.length & 0xffffffffL)) {
            throw new DicomException(DicomException.Kind.LENGTH, "what was said to have " + (level.length & 0xffffffffL)
                    + " bytes has " + content + "; write it with measured or undefined lengths", location(0),
                    level.length & 0xffffffffL, -1);
        }
        depth--;
        level = levels[depth];
    }

    /** Data Set Trailing Padding (PS3.10 7.2), up to a multiple. */
    private void pad(int multiple, long bytesBefore) throws IOException {
        if (multiple == 0) {
            return;
        }
        int header = level.explicit ? 12 : 8;
        long content = out.count() - level.start + bytesBefore;
        int rest = (int) (content % multiple);
        if (rest == 0) {
            return;
        }
        long size = Math.floorMod(-(content + header), multiple);
        endGroup();
        longHeader(Tag.DataSetTrailingPadding, OB, (int) size);
        byte[] zeros = new byte[(int) Math.min(size, Output.BUFFER)];
        for (long left = size; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    /** What {@link #header} takes, for the pass that measures: it meets every element before a byte is written. */
    private int headerSize(int vrCode, int length) {
        boolean isShort = length <= LONGEST_SHORT_FORM && (VR.form(vrCode) & (KNOWN | LONG_FORM)) == KNOWN;
        return level.explicit && !isShort ? 12 : 8;
    }

    // ---- headers -----------------------------------------------------------------------------------------------------

    private void header(int tag, int vrCode, long length, long size) throws IOException {
        if (tag == Tag.PixelData && !nativePixels && depth == 0 && size > 0) {
            throw new DicomException("pixel data is not compressed, as transfer syntax " + syntax.uid()
                    + " wants it (PS3.5 A.4): compress it, or write it in another transfer syntax", location(tag));
        }
        if (!level.explicit) {
            longHeader(tag, vrCode, checkedLength(length));
            return;
        }
        int form = VR.form(vrCode);
        if ((form & LONG_FORM) != 0) {
            longHeader(tag, vrCode, checkedLength(length));
        } else if (length > LONGEST_SHORT_FORM || (form & KNOWN) == 0) {
            // Too long for its VR, or no VR at all (PS3.5 6.2.2).
            longHeader(tag, UN, checkedLength(length));
        } else if (out.isCounting()) {
            out.skip(8);
        } else {
            out.require(8);
            byte[] bytes = out.bytes;
            int at = out.position;
            putTag(bytes, at, tag);
            bytes[at + 4] = (byte) (vrCode >>> 8);
            bytes[at + 5] = (byte) vrCode;
            bytes[at + (level.bigEndian ? 7 : 6)] = (byte) length;
            bytes[at + (level.bigEndian ? 6 : 7)] = (byte) (length >>> 8);
            out.position = at + 8;
        }
    }

    /** A header with a length of 32 bits, the VR before it where the syntax is explicit (PS3.5 7.1.2). */
    private void longHeader(int tag, int vrCode, int length) throws IOException {
        int size = level.explicit ? 12 : 8;
        if (out.isCounting()) {
            out.skip(size);
            return;
        }
        out.require(size);
        byte[] bytes = out.bytes;
        int at = out.position;
        putTag(bytes, at, tag);
        if (level.explicit) {
            bytes[at + 4] = (byte) (vrCode >>> 8);
            bytes[at + 5] = (byte) vrCode;
            bytes[at + 6] = 0;
            bytes[at + 7] = 0;
        }
        putInt(bytes, at + size - 4, length);
        out.position = at + size;
    }

    /** The header of an item, a fragment or a delimiter, which has no VR (PS3.5 7.5). */
    private void itemHeader(int tag, int length) throws IOException {
        if (out.isCounting()) {
            out.skip(8);
            return;
        }
        out.require(8);
        putTag(out.bytes, out.position, tag);
        putInt(out.bytes, out.position + 4, length);
        out.position += 8;
    }

    private void putTag(byte[] bytes, int at, int tag) {
        if (level.bigEndian) {
            putInt(bytes, at, tag);
        } else {
            bytes[at] = (byte) (tag >>> 16);
            bytes[at + 1] = (byte) (tag >>> 24);
            bytes[at + 2] = (byte) tag;
            bytes[at + 3] = (byte) (tag >>> 8);
        }
    }

    private void putInt(byte[] bytes, int at, int number) {
        int ordered = level.bigEndian ? Integer.reverseBytes(number) : number;
        bytes[at] = (byte) ordered;
        bytes[at + 1] = (byte) (ordered >>> 8);
        bytes[at + 2] = (byte) (ordered >>> 16);
        bytes[at + 3] = (byte) (ordered >>> 24);
    }

    // ---- errors ------------------------------------------------------------------------------------------------------

    private int checkedLength(long length) {
        if (length > Lengths.LONGEST) {
            throw new DicomException(DicomException.Kind.LENGTH, "a value of " + length
                    + " bytes does not fit the 32 bits of its length (PS3.5 7.1.1)", location(tagOfLast), length, -1);
        }
        return (int) length;
    }

    private void require(int kind, String what) {
        if (level.kind != kind) {
            throw new IllegalStateException(what + " where none can be");
        }
    }

    DicomException tooLarge(String what, long size) {
        return new DicomException(DicomException.Kind.LENGTH, what + " of " + size + " bytes does not fit an array",
                location(0), size, -1);
    }

    Location location(int tag) {
        return new Location("data set", -1, path(tag));
    }

    private TagPath path(int tag) {
        TagPath path = TagPath.ROOT;
        for (int outer = 1; outer <= depth; outer++) {
            OpenLevel open = levels[outer];
            if (open.kind != OpenLevel.DATA_SET) {
                path = open.items == 0 ? path.element(open.tag) : path.item(open.tag, open.items - 1);
            }
        }
        return tag == 0 || level.kind != OpenLevel.DATA_SET ? path : path.element(tag);
    }
}
