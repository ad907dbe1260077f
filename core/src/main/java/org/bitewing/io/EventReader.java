package org.bitewing.io;

import java.io.IOException;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * The machine behind {@link DicomParser}: headers of elements, items and delimiters to events (PS3.5 7.1 and 7.5). What
 * the file begins with is for {@link FileHead}, values are for {@link ElementValue}.
 */
final class EventReader {
    private static final int UN = VR.UN.code();
    private static final int SQ = VR.SQ.code();
    private static final int OB = VR.OB.code();
    private static final int OW = VR.OW.code();
    private static final int DELIMITERS = 0xfffe;
    private static final int FIRST_DELIMITER = (DELIMITERS << 16) + Integer.MIN_VALUE;
    /** Of {@link VR#form}. */
    private static final int KNOWN = 0x80;
    private static final int LONG_FORM = 0x40;
    private static final int LENGTH_BITS = 0x07;
    private static final long ALL_BITS = 0xffffffffL;

    final ByteSource source;
    final ReadOptions options;
    final ProblemList problems;
    final Nesting nesting = new Nesting();
    final ElementValue value = new ElementValue(this);
    private final FileHead fileHead = new FileHead(this);
    private final boolean retain;
    Window window;
    TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE;
    private ImplicitVR implicitVR;
    boolean inFileMeta;
    boolean inflated;
    private boolean started;
    private boolean ended;
    private boolean truncated;
    /** Of the options: the tag to stop before, shifted so that signed numbers compare as tags do, and the depth. */
    private final int stop;
    /**
     * Tags from here on, shifted likewise, are not plain: those of delimiters, those where reading may stop, and where
     * what is open cannot hold plain elements, all.
     */
    private int firstRare = Integer.MIN_VALUE;
    private final int deepest;

    // How the element at hand is encoded; the hot loop reads these instead of the objects they come from.
    boolean explicit = true;
    boolean bigEndian;

    int tag;
    int vrCode;
    long length;
    long headerOffset;

    EventReader(ByteSource source, ReadOptions options, boolean retain) {
        this.source = source;
        this.options = options;
        this.retain = retain;
        this.problems = new ProblemList(options);
        this.window = new Window(source, retain);
        this.stop = options.stopTag() + Integer.MIN_VALUE;
        this.deepest = options.limits().depth();
    }

    Event next() throws IOException {
        return isPlain() ? Event.ELEMENT : settled(step());
    }

    /**
     * Steps to the next element, if it is like nine of ten: of a known VR in explicit little endian, with a short
     * length that is right, the header in the window. This little code is what the JIT compiler puts into the caller's
     * loop; whatever is not so changes nothing here and is left to {@link #step}, which begins anew.
     */
    private boolean isPlain() {
        Window window = this.window;
        long left = value.left;
        int at = window.position + (int) left;
        if (left > window.limit - window.position - 8) {
            return false;
        }
        byte[] bytes = window.bytes;
        int found = (bytes[at] & 0xff) << 16 | bytes[at + 1] << 24 | bytes[at + 2] & 0xff | (bytes[at + 3] & 0xff) << 8;
        if (found + Integer.MIN_VALUE >= firstRare) {
            return false;
        }
        int code = (bytes[at + 4] & 0xff) << 8 | bytes[at + 5] & 0xff;
        int size = bytes[at + 6] & 0xff | (bytes[at + 7] & 0xff) << 8;
        int form = VR.form(code);
        long start = window.base + at + 8;
        if ((form & (KNOWN | LONG_FORM)) != KNOWN || (size & form & LENGTH_BITS) != 0
                || start + size > nesting.bound()) {
            return false;
        }
        headerOffset = start - 8;
        tag = found;
        vrCode = code;
        length = size;
        window.position = at + 8;
        value.offset = start;
        value.left = size;
        return true;
    }

    /** After each step that is not plain: whether the next one can be. */
    private Event settled(Event event) {
        boolean canBePlain = explicit && !bigEndian && !inFileMeta && nesting.kind() == Nesting.DATA_SET;
        firstRare = canBePlain && !ended ? Math.min(stop, FIRST_DELIMITER) : Integer.MIN_VALUE;
        return event;
    }

    /**
     * Steps to whatever comes next. This is one long method on purpose: over 325 bytes of code HotSpot does not put a
     * method into its callers, so that {@link #next} stays small enough to be put into theirs.
     */
    private Event step() throws IOException {
        if (value.left != 0) {
            value.skip();
        }
        headerOffset = window.offset();
        if (headerOffset >= nesting.end()) {
            return ended ? Event.END : atEnd();
        }
        if (nesting.kind() != Nesting.DATA_SET) {
            return nesting.kind() == Nesting.SEQUENCE ? item() : fragment();
        }
        if (inFileMeta) {
            fileHead.beforeElement();
        }
        Window window = this.window;
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = tagAhead();
        if (found >>> 16 == DELIMITERS) {
            return delimiter(found);
        }
        if (found + Integer.MIN_VALUE >= stop && nesting.level() == 0 && !inFileMeta && options.stopTag() != -1) {
            return end();
        }
        tag = found;
        if (!explicit) {
            length = window.unsignedInt(4, bigEndian);
            vrCode = implicitVR().codeOf(tag, nesting.level());
            window.position += 8;
            return longElement();
        }
        vrCode = window.unsignedShort(4, true);
        int form = VR.form(vrCode);
        if ((form & LONG_FORM) != 0) {
            return longForm(form);
        }
        length = window.unsignedShort(6, bigEndian);
        window.position += 8;
        if ((form & KNOWN) == 0) {
            warn(Kind.VR_INVALID, "the VR is not two upper-case letters; a 16-bit length is assumed");
        }
        return withLength(form);
    }

    /** The end of what is innermost, which before the start is nothing. */
    private Event atEnd() throws IOException {
        if (started) {
            return closed();
        }
        started = true;
        nesting.start(source.length() < 0 ? Nesting.UNDEFINED : source.length(), false);
        fileHead.read();
        return step();
    }

    byte[] preamble() {
        return fileHead.preamble();
    }

    /** The encoding of what follows at the level of the data set itself. */
    void use(TransferSyntax chosen) {
        syntax = chosen;
        explicit = chosen.explicit();
        bigEndian = chosen.bigEndian();
        nesting.setImplicit(!explicit);
    }

    /** What follows is deflated (PS3.5 A.5). */
    void inflate() throws IOException {
        window = new Window(new InflaterSource(window, source, options.limits()), retain);
        nesting.start(Nesting.UNDEFINED, false);
        inflated = true;
    }

    TagPath path() {
        return nesting.path(tag >>> 16 == DELIMITERS ? 0 : tag);
    }

    Location location() {
        return new Location(source.name(), headerOffset, path());
    }

    DicomException error(String reason) {
        return error(DicomException.Kind.SYNTAX, reason);
    }

    DicomException error(DicomException.Kind kind, String reason) {
        return new DicomException(kind, reason, location(), length, inflated ? -1 : source.length() - value.offset);
    }

    void warn(Kind kind, String message) {
        if (problems.isFull()) {
            problems.countUnlisted();
        } else {
            problems.add(new Problem(kind, location(), message));
        }
    }

    private Event longForm(int form) throws IOException {
        if (!window.require(12)) {
            throw error(DicomException.Kind.END, "the source ends within the header of an element");
        }
        length = window.unsignedInt(8, bigEndian);
        window.position += 12;
        if ((form & KNOWN) == 0) {
            warn(Kind.VR_UNKNOWN, "the VR is one of the future; a 32-bit length is assumed");
        }
        return longElement();
    }

    /** The end of the header of an element whose length is defined: most of them come here. */
    private Event withLength(int form) throws IOException {
        value.begin(window, length);
        if ((length & form & LENGTH_BITS) != 0) {
            warnOfLength();
        }
        if (value.offset + length > nesting.bound()) {
            throw tooLong();
        }
        if (inFileMeta) {
            fileHead.element();
        }
        return Event.ELEMENT;
    }

    private Event longElement() throws IOException {
        if (length == ALL_BITS) {
            length = DicomParser.UNDEFINED_LENGTH;
            return undefined();
        }
        if (vrCode == SQ) {
            value.begin(window, 0);
            return begin(Nesting.SEQUENCE, sequenceEnd(), !explicit, Event.SEQUENCE_START);
        }
        if (!explicit) {
            implicitVR().note(this);
        }
        return withLength(VR.form(vrCode));
    }

    private void warnOfLength() {
        if (length % VR.of(vrCode).unit() != 0) {
            warn(Kind.LENGTH_MULTIPLE, "the length " + length + " is not a multiple of what VR " + VR.of(vrCode) + " holds");
        }
        if ((length & 1) != 0) {
            warn(Kind.LENGTH_ODD, "the length " + length + " is odd");
        }
    }

    private long sequenceEnd() {
        long end = value.offset + length;
        if (end <= nesting.bound()) {
            return end;
        }
        if (!nesting.isBoundBySource()) {
            throw tooLong();
        }
        // What is there of the last sequence of a truncated file can be read.
        warn(Kind.TRUNCATED, "the sequence's length " + length + " goes beyond the end of the source");
        return nesting.bound();
    }

    /** A length of ffffffff: a sequence, a UN that is one, or encapsulated pixel data (PS3.5 7.1.2, 7.5, A.4). */
    private Event undefined() throws IOException {
        value.begin(window, 0);
        if (vrCode == SQ || vrCode == UN || !VR.isKnown(vrCode)) {
            boolean implicitInside = vrCode != SQ || !explicit;
            return begin(Nesting.SEQUENCE, Nesting.UNDEFINED, implicitInside, Event.SEQUENCE_START);
        }
        if ((vrCode == OB || vrCode == OW) && tag == Tag.PixelData) {
            return begin(Nesting.FRAGMENTS, Nesting.UNDEFINED, !explicit, Event.FRAGMENTS_START);
        }
        if (!explicit) {
            // An item or a fragment tells which; the dictionary's VR cannot be right.
            warn(Kind.LENGTH_UNDEFINED, "an element of VR " + VR.of(vrCode) + " has undefined length and is read as a sequence");
            vrCode = SQ;
            return begin(Nesting.SEQUENCE, Nesting.UNDEFINED, true, Event.SEQUENCE_START);
        }
        throw error("an element of VR " + VR.of(vrCode) + " cannot have undefined length (PS3.5 7.1.1)");
    }

    private Event begin(int kind, long end, boolean implicitInside, Event event) {
        if (nesting.level() / 2 >= deepest) {
            throw error(DicomException.Kind.LIMIT, "sequences are nested deeper than Limits.depth " + deepest);
        }
        nesting.push(kind, tag, end, implicitInside);
        // Little endian inside a UN, whatever the data set is in (PS3.5 6.2.2).
        explicit = !implicitInside;
        bigEndian = bigEndian && (explicit || !syntax.explicit());
        return event;
    }

    private Event delimiter(int found) throws IOException {
        length = window.unsignedInt(4, bigEndian);
        if (found == Tag.ItemDelimitationItem) {
            if (nesting.level() == 0) {
                warn(Kind.DELIMITER_STRAY, "an item delimiter outside of an item; the data set ends there");
                return end();
            }
            if (!nesting.isUndefined()) {
                warn(Kind.DELIMITER_STRAY, "an item of defined length ends with a delimiter");
            }
            window.position += 8;
            return endItem();
        }
        if (found == Tag.SequenceDelimitationItem && nesting.level() > 0 && nesting.isUndefined()) {
            // The item has no delimiter of its own: the sequence's ends it, and is read again.
            warn(Kind.DELIMITER_MISSING, "an item of undefined length has no delimiter");
            return endItem();
        }
        throw error(Tag.toString(found) + " where an element of a data set is expected (PS3.5 7.5)");
    }

    private Event item() throws IOException {
        Window window = this.window;
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = itemTag();
        if (found != Tag.Item) {
            return noItem(found);
        }
        nesting.nextItem();
        tag = found;
        value.begin(window, 0);
        long end = Nesting.UNDEFINED;
        if (length == ALL_BITS) {
            length = DicomParser.UNDEFINED_LENGTH;
        } else {
            end = value.offset + length;
            if (end > (nesting.isUndefined() ? nesting.definedEnd() : nesting.end())) {
                end = nesting.definedEnd();
                warn(Kind.ITEM_TOO_LONG, "the item's length " + length + " goes beyond the end of its sequence");
            }
        }
        boolean implicit = nesting.isImplicit();
        if (implicit && syntax.explicit() && nesting.item() == 0 && FileStart.hasVR(window)) {
            implicit = stayImplicit();
        }
        nesting.push(Nesting.DATA_SET, tag, end, implicit);
        return Event.ITEM_START;
    }

    private Event noItem(int found) throws IOException {
        if (found == Tag.SequenceDelimitationItem) {
            if (!nesting.isUndefined()) {
                warn(Kind.DELIMITER_STRAY, "a sequence of defined length ends with a delimiter");
            }
            return endSequence(Event.SEQUENCE_END);
        }
        if (found == Tag.ItemDelimitationItem) {
            warn(Kind.DELIMITER_STRAY, "an item delimiter between items");
            return step();
        }
        throw error(Tag.toString(found) + " where an item is expected (PS3.5 7.5.1)");
    }

    /** A UN of undefined length should hold implicit VR (PS3.5 6.2.2); some writers keep the explicit VR in it. */
    private boolean stayImplicit() throws IOException {
        long asImplicit = window.require(8) ? window.unsignedInt(4, bigEndian) : 0;
        if (asImplicit < nesting.definedEnd() - window.offset() - 8 && asImplicit < 1 << 20) {
            return true;
        }
        warn(Kind.UNKNOWN_EXPLICIT, "a UN of undefined length holds explicit VR");
        explicit = true;
        bigEndian = syntax.bigEndian();
        nesting.setImplicit(false);
        return false;
    }

    private Event fragment() throws IOException {
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = itemTag();
        if (found == Tag.SequenceDelimitationItem) {
            return endSequence(Event.FRAGMENTS_END);
        }
        if (found != Tag.Item || length == ALL_BITS) {
            throw error(Tag.toString(found) + " where a fragment is expected (PS3.5 A.4)");
        }
        nesting.nextItem();
        tag = found;
        value.begin(window, length);
        if (value.offset + length > nesting.bound()) {
            throw tooLong();
        }
        return Event.FRAGMENT;
    }

    /** The header of an item or a delimiter: no VR, 32 bits of length (PS3.5 7.5). */
    private int itemTag() throws IOException {
        int found = tagAhead();
        length = window.unsignedInt(4, bigEndian);
        if (found >>> 16 == DELIMITERS) {
            window.position += 8;
        }
        return found;
    }

    /** The length of what is open is used up. */
    private Event closed() {
        length = 0;
        if (nesting.level() == 0) {
            return end();
        }
        return switch (nesting.kind()) {
            case Nesting.DATA_SET -> endItem();
            case Nesting.SEQUENCE -> endSequence(Event.SEQUENCE_END);
            default -> endSequence(Event.FRAGMENTS_END);
        };
    }

    private Event end() {
        ended = true;
        inFileMeta = false;
        nesting.finish();
        return Event.END;
    }

    private Event endItem() {
        if (implicitVR != null) {
            implicitVR.leave(nesting.level());
        }
        tag = Tag.Item;
        value.begin(window, 0);
        nesting.pop();
        return Event.ITEM_END;
    }

    private Event endSequence(Event event) {
        tag = nesting.tag();
        value.begin(window, 0);
        nesting.pop();
        explicit = !nesting.isImplicit();
        bigEndian = syntax.bigEndian() && (explicit || !syntax.explicit());
        return event;
    }

    /** Too few bytes for a header: none at all is an end, even if what is open should go on. */
    private Event sourceEnd() throws IOException {
        if (window.require(1)) {
            throw error(DicomException.Kind.END, "the source ends within the header of an element");
        }
        if (nesting.level() > 0 && !truncated) {
            truncated = true;
            warn(Kind.TRUNCATED, "the source ends before what is open does");
        }
        return closed();
    }

    private DicomException tooLong() {
        return error(DicomException.Kind.LENGTH, "the length " + length + " goes beyond the end of "
                + (nesting.isBoundBySource() ? "the source" : "what holds the element"));
    }

    private ImplicitVR implicitVR() {
        if (implicitVR == null) {
            implicitVR = new ImplicitVR(options.usesPrivateDictionary());
        }
        return implicitVR;
    }

    /** The tag at the position: two numbers of 16 bits (PS3.5 7.1.1). */
    private int tagAhead() {
        int words = (int) window.unsignedInt(0, bigEndian);
        return bigEndian ? words : words << 16 | words >>> 16;
    }
}
