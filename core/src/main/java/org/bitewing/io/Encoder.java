package org.bitewing.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.BulkData;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
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
    private static final int PADDING_GROUP = 0xfffc;

    private final Output out;
    private final TransferSyntax syntax;
    private final WriteOptions options;
    private final Lengths lengths;
    /** Whether sizes are those of what is read, so that its lengths hold without having been measured. */
    private final boolean keepsSizes;
    /** Whether Pixel Data (7FE0,0010) without fragments is right, or was so in what was read. */
    private final boolean nativePixels;
    /** Whether Pixel Data would have to be in another byte order: of a private syntax, or for it. */
    private final boolean turnsPixels;
    private final boolean turnsImplicit;
    private final boolean keepsLengths;
    private final boolean definesLengths;
    private final boolean makesGroupLengths;
    private final boolean keepsPadding;

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
        this.turnsPixels = !origin.uid().equals(syntax.uid()) && (isTurned(origin) || isTurned(syntax));
        this.turnsImplicit = origin.explicit() && !syntax.explicit();
        this.keepsLengths = options.lengths() == WriteOptions.LengthForm.AS_READ;
        this.definesLengths = options.lengths() == WriteOptions.LengthForm.DEFINED;
        this.makesGroupLengths = options.groupLengths() == WriteOptions.GroupLengths.MADE;
        this.keepsPadding = options.padding().isKept();
        this.nativePixels = !syntax.encapsulated() || origin.uid().equals(syntax.uid());
        levels[0] = level;
        level.begin(OpenLevel.DATA_SET, 0, syntax.explicit(), syntax.bigEndian(), out.count());
    }

    private static boolean isTurned(TransferSyntax syntax) {
        return syntax.uid().equals(TransferSyntax.GE_BIG_ENDIAN_PIXELS);
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

    // ---- elements with a value -------------------------------------------------------------------------------------

    /**
     * Writes, or counts, elements one after the other as long as they have their values in memory.
     *
     * @return the index of the first that has not, or the end
     */
    int values(Element[] elements, int from, int end) throws IOException {
        return out.isCounting() ? measured(elements, from, end) : written(elements, from, end);
    }

    private int written(Element[] elements, int from, int end) throws IOException {
        for (int i = from; i < end; i++) {
            if (!(elements[i] instanceof Value value)) {
                return i;
            }
            int tag = value.tag();
            if (isSameGroup(tag) || beginGroup(tag)) {
                int size = value.size();
                int vrCode = value.vrCode();
                header(tag, vrCode, size);
                if (size < out.room()) {
                    value.copyTo(0, out.bytes, out.position, size);
                    Values.finish(out, level, size, vrCode);
                } else {
                    Values.write(out, level, tag, vrCode, size, value::copyTo);
                }
            }
        }
        return end;
    }

    private int measured(Element[] elements, int from, int end) throws IOException {
        boolean explicit = level.explicit;
        long sum = 0;
        int i = from;
        for (; i < end && elements[i] instanceof Value value; i++) {
            int tag = value.tag();
            if (!isSameGroup(tag)) {
                out.skip(sum);
                sum = 0;
                if (!beginGroup(tag)) {
                    continue;
                }
            }
            int size = value.size();
            long even = (long) size + (size & 1);
            sum += even + Headers.size(explicit, value.vrCode(), even);
            checkPixels(tag, size);
        }
        out.skip(sum);
        return i;
    }

    void value(int tag, int vrCode, byte[] bytes, int offset, int size) throws IOException {
        if (isSameGroup(tag) || beginGroup(tag)) {
            if (out.isCounting()) {
                skip(tag, vrCode, size);
                return;
            }
            header(tag, vrCode, size);
            if (size < out.room()) {
                System.arraycopy(bytes, offset, out.bytes, out.position, size);
                Values.finish(out, level, size, vrCode);
            } else {
                Values.write(out, level, tag, vrCode, size,
                        (from, target, at, count) -> System.arraycopy(bytes, offset + from, target, at, count));
            }
        }
    }

    /** A value that is read while it is written; where it is only counted or left out, it is not read. */
    void value(int tag, int vrCode, long size, Values.Pieces value) throws IOException {
        if (isSameGroup(tag) || beginGroup(tag)) {
            if (out.isCounting()) {
                skip(tag, vrCode, size);
                return;
            }
            header(tag, vrCode, size);
            Values.write(out, level, tag, vrCode, size, value);
        }
    }

    /** A value that is read while it is written; a large one may go from file to file without passing here. */
    void value(int tag, int vrCode, BulkData data) throws IOException {
        long size = data.length();
        boolean swaps = level.bigEndian && VR.of(vrCode).unit() > 1;
        if (swaps || !out.isTransferred(size)) {
            try (InputStream stream = out.isCounting() ? InputStream.nullInputStream() : data.open()) {
                value(tag, vrCode, size, stream::readNBytes);
            }
        } else if (isSameGroup(tag) || beginGroup(tag)) {
            header(tag, vrCode, size);
            out.transfer(data);
            Values.pad(out, size, vrCode);
        }
    }

    private void header(int tag, int vrCode, long size) throws IOException {
        checkPixels(tag, size);
        Headers.element(out, level, tag, vrCode, checkedLength(size + (size & 1), tag));
    }

    private void skip(int tag, int vrCode, long size) {
        checkPixels(tag, size);
        long even = checkedLength(size + (size & 1), tag);
        out.skip(Headers.size(level.explicit, vrCode, even) + even);
    }

    private void checkPixels(int tag, long size) {
        if (tag == Tag.PixelData && !nativePixels && depth == 0 && size > 0) {
            throw new DicomException("pixel data is not compressed, as transfer syntax " + syntax.uid()
                    + " wants it (PS3.5 A.4): compress it, or write it in another transfer syntax", location(tag));
        }
        if (tag == Tag.PixelData && turnsPixels && depth == 0 && size > 0) {
            throw new DicomException("pixel data of the private transfer syntax " + TransferSyntax.GE_BIG_ENDIAN_PIXELS
                    + " is in another byte order than the rest and is written in that syntax alone", location(tag));
        }
    }

    // ---- groups ----------------------------------------------------------------------------------------------------

    /** Nothing has to be done before most elements; where no element can be, there is no group. */
    private boolean isSameGroup(int tag) {
        return tag >>> 16 == level.group && (tag & 0xffff) != 0;
    }

    /** Before the first element of a group: false where it is left out, or already written. */
    private boolean beginGroup(int tag) throws IOException {
        OpenLevel open = level;
        if (open.kind != OpenLevel.DATA_SET) {
            throw new IllegalStateException(Tag.toString(tag) + " where an item or a fragment is expected");
        }
        if (open.groupSlot >= 0) {
            endGroup();
        }
        int group = tag >>> 16;
        open.group = group;
        boolean isLength = (tag & 0xffff) == 0;
        if (isLength || makesGroupLengths || group == PADDING_GROUP || group == EventReader.DELIMITERS) {
            return beginSpecialGroup(tag, isLength);
        }
        return true;
    }

    private boolean beginSpecialGroup(int tag, boolean isLength) throws IOException {
        int group = tag >>> 16;
        if (group == PADDING_GROUP) {
            // So that each of its elements comes here.
            level.group = OpenLevel.NONE;
            return tag != Tag.DataSetTrailingPadding || keepsPadding;
        }
        if (group == EventReader.DELIMITERS) {
            level.group = OpenLevel.NONE;
            if (Tag.isDelimiter(tag)) {
                throw new DicomException(Tag.toString(tag) + " is an item or a delimiter and no element (PS3.5 7.5)",
                        location(tag));
            }
            return true;
        }
        // Of a command set the length is no option (PS3.7 6.3.1).
        boolean kept = group == 0 || options.groupLengths() == WriteOptions.GroupLengths.KEPT;
        if (!kept && !makesGroupLengths) {
            return !isLength;
        }
        if (!lengths.areKnown()) {
            return !isLength || keepsSizes;
        }
        groupLength(group << 16);
        return !isLength;
    }

    /** A group length or padding that is no value cannot be what its tag says, and is written as any other element. */
    private void beginContainer(int tag) throws IOException {
        if ((tag & 0xffff) == 0 && level.kind == OpenLevel.DATA_SET) {
            endGroup();
            level.group = OpenLevel.NONE;
        } else if (!isSameGroup(tag)) {
            beginGroup(tag);
        }
    }

    private void groupLength(int tag) throws IOException {
        if (lengths.isRecording()) {
            level.groupSlot = lengths.open();
            skip(tag, UL, 4);
        } else {
            Headers.element(out, level, tag, UL, 4);
            out.require(4);
            ByteOrders.putInt(out.bytes, out.position, lengths.next(), level.bigEndian);
            out.position += 4;
        }
        level.groupStart = out.count();
    }

    private void endGroup() {
        if (level.groupSlot >= 0) {
            lengths.close(level.groupSlot, out.count() - level.groupStart);
            level.groupSlot = OpenLevel.NONE;
        }
    }

    // ---- sequences and fragments -----------------------------------------------------------------------------------

    /**
     * Begins a sequence.
     *
     * @param length as read or as known, or {@link DicomParser#UNDEFINED_LENGTH}
     */
    void startSequence(int tag, int vrCode, long length) throws IOException {
        beginContainer(tag);
        boolean unknown = isUnknown(vrCode);
        int code = unknown ? vrCode : SQ;
        boolean explicitInside = level.explicit && !unknown;
        boolean shown = unknown || isShownByDelimiter(tag);
        int slot = shown ? OpenLevel.NONE : openLength(length);
        int stored = shown ? Lengths.UNDEFINED : headerLength(slot, length);
        Headers.longForm(out, level, tag, code, stored);
        push(OpenLevel.SEQUENCE, tag, explicitInside, level.bigEndian && explicitInside);
        level.length = stored;
        level.slot = slot;
    }

    /** Whether a sequence is told from other elements by its undefined length alone, and is implicit inside. */
    private static boolean isUnknown(int vrCode) {
        return vrCode == UN || Headers.isOfTheFuture(vrCode);
    }

    /** Whether implicit VR would hide that an element is a sequence, were its length not undefined. */
    private boolean isShownByDelimiter(int tag) {
        return !level.explicit && (definesLengths || turnsImplicit) && Dictionary.vrOf(tag) != VR.SQ;
    }

    void startItem(long length) throws IOException {
        require(OpenLevel.SEQUENCE, "an item");
        level.items++;
        int slot = openLength(length);
        int stored = headerLength(slot, length);
        Headers.item(out, level, Tag.Item, stored);
        push(OpenLevel.DATA_SET, 0, level.explicit, level.bigEndian);
        level.length = stored;
        level.slot = slot;
    }

    void endItem() throws IOException {
        if (depth == 0) {
            throw new IllegalStateException("no item is open");
        }
        require(OpenLevel.DATA_SET, "the end of an item");
        trailingPadding(options.padding().item(), 0);
        endGroup();
        pop(Tag.ItemDelimitationItem);
    }

    void endSequence() throws IOException {
        require(OpenLevel.SEQUENCE, "the end of a sequence");
        pop(Tag.SequenceDelimitationItem);
    }

    void startFragments(int tag, int vrCode) throws IOException {
        beginContainer(tag);
        if (!syntax.encapsulated()) {
            throw new DicomException("pixel data is compressed, and transfer syntax " + syntax.uid()
                    + " has none of that (PS3.5 A.4): decompress it, or write it in its own transfer syntax",
                    location(tag));
        }
        Headers.longForm(out, level, tag, vrCode == OW ? OW : OB, Lengths.UNDEFINED);
        push(OpenLevel.FRAGMENTS, tag, level.explicit, level.bigEndian);
    }

    void fragment(long size, Values.Pieces value) throws IOException {
        beginFragment(size);
        if (out.isCounting()) {
            out.skip(size + (size & 1));
        } else {
            Values.write(out, level, level.tag, OB, size, value);
        }
    }

    void fragment(BulkData data) throws IOException {
        long size = data.length();
        if (out.isTransferred(size)) {
            beginFragment(size);
            out.transfer(data);
            Values.pad(out, size, OB);
            return;
        }
        try (InputStream stream = out.isCounting() ? InputStream.nullInputStream() : data.open()) {
            fragment(size, stream::readNBytes);
        }
    }

    private void beginFragment(long size) throws IOException {
        require(OpenLevel.FRAGMENTS, "a fragment");
        level.items++;
        Headers.item(out, level, Tag.Item, (int) checkedLength(size + (size & 1), level.tag));
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
        trailingPadding(options.padding().file(), bytesBefore);
        endGroup();
    }

    private boolean isDefined(long length) {
        return definesLengths || keepsLengths && length >= 0;
    }

    private int openLength(long length) {
        return isDefined(length) && lengths.isRecording() ? lengths.open() : OpenLevel.NONE;
    }

    private int headerLength(int slot, long length) {
        if (!isDefined(length)) {
            return Lengths.UNDEFINED;
        }
        if (!lengths.areKnown()) {
            return keepsSizes && length >= 0 ? (int) checkedLength(length, 0) : Lengths.UNDEFINED;
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
            Headers.item(out, level, delimiter, 0);
        } else if (content != (level.length & 0xffffffffL)) {
            throw new DicomException(DicomException.Kind.LENGTH, "what was said to have " + (level.length & 0xffffffffL)
                    + " bytes has " + content + "; write it with measured or undefined lengths", location(0),
                    level.length & 0xffffffffL, -1);
        }
        depth--;
        level = levels[depth];
    }

    /** Data Set Trailing Padding (PS3.10 7.2), up to a multiple. */
    private void trailingPadding(int multiple, long bytesBefore) throws IOException {
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
        level.group = OpenLevel.NONE;
        Headers.longForm(out, level, Tag.DataSetTrailingPadding, OB, (int) size);
        byte[] zeros = new byte[(int) Math.min(size, Output.BUFFER)];
        for (long left = size; left > 0; left -= zeros.length) {
            out.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    // ---- errors ----------------------------------------------------------------------------------------------------

    private long checkedLength(long length, int tag) {
        if (length > Lengths.LONGEST) {
            throw new DicomException(DicomException.Kind.LENGTH, "a value of " + length
                    + " bytes does not fit the 32 bits of its length (PS3.5 7.1.1)", location(tag), length, -1);
        }
        return length;
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
