package org.bitewing.io;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * The machine behind {@link DicomParser}: it steps through the structure of a data set (PS3.5 7.5). Headers of elements
 * are for {@link ElementHeader}, what the file begins with is for {@link FileHead}, values are for {@link ElementValue}.
 */
final class EventReader {
    static final int DELIMITERS = 0xfffe;
    /** An undefined length as it is stored. */
    static final long ALL_BITS = 0xffffffffL;
    /** Tags as they are stored in little endian. */
    static final int ITEM = Integer.rotateLeft(Tag.Item, 16);
    static final int ITEM_END = Integer.rotateLeft(Tag.ItemDelimitationItem, 16);
    static final int SEQUENCE_END = Integer.rotateLeft(Tag.SequenceDelimitationItem, 16);
    private static final int FIRST_DELIMITER = (DELIMITERS << 16) + Integer.MIN_VALUE;

    final ByteSource source;
    final ReadOptions options;
    final ProblemList problems;
    final Nesting nesting = new Nesting();
    final ElementValue value = new ElementValue(this);
    final Tolerances tolerances;
    private final FileHead fileHead = new FileHead(this);
    private final ElementHeader header;
    private final boolean retain;
    private final int deepest;
    Window window;
    TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE;
    private Optional<InflaterSource> inflater = Optional.empty();
    boolean inFileMeta;
    boolean inflated;
    private boolean started;
    private boolean ended;
    private boolean truncated;
    /**
     * Tags from here on, shifted so that signed numbers compare as tags do, are not plain: those of delimiters, those
     * where reading may stop, and where what is open cannot hold plain elements, all.
     */
    private int firstRare = Integer.MIN_VALUE;

    // How the element at hand is encoded; the hot loop reads these instead of the objects they come from.
    boolean explicit = true;
    boolean bigEndian;

    /** That of an item where there is no element: before the first, and between the meta information and it. */
    int tag = Tag.Item;
    int vrCode;
    long length;
    long headerOffset;

    EventReader(ByteSource source, ReadOptions options, boolean retain) {
        this.source = source;
        this.options = options;
        this.retain = retain;
        this.problems = new ProblemList(options);
        this.tolerances = new Tolerances(options.tolerances());
        this.header = new ElementHeader(this);
        this.window = new Window(source, retain);
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
        if ((form & (ElementHeader.KNOWN | ElementHeader.LONG_FORM)) != ElementHeader.KNOWN
                || (size & form & ElementHeader.LENGTH_BITS) != 0
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

    private Event settled(Event event) {
        settle();
        return event;
    }

    /** After each step that is not plain: whether the next one can be. */
    void settle() {
        boolean canBePlain = isExplicitLittle() && nesting.kind() == Nesting.DATA_SET && !tolerances.changeVRs();
        firstRare = canBePlain ? firstRare() : Integer.MIN_VALUE;
    }

    private boolean isExplicitLittle() {
        return explicit && !bigEndian && !inFileMeta && !ended;
    }

    /** As the field, for a data set or item in explicit little endian. */
    int firstRare() {
        return nesting.level() == 0 ? Math.min(header.stopTag() + Integer.MIN_VALUE, FIRST_DELIMITER) : FIRST_DELIMITER;
    }

    /** Whether what comes next may be read by {@link RegularHeaders}. */
    boolean isRegular() {
        return isExplicitLittle() && value.left == 0 && nesting.kind() != Nesting.FRAGMENTS
                && !tolerances.changeSomeVRs();
    }

    boolean isDeeperAllowed() {
        return nesting.level() / 2 < deepest;
    }

    /**
     * Steps to whatever comes next; items are begun here. This is one long method on purpose: over 325 bytes of code
     * HotSpot does not put a method into its callers, so that {@link #next} stays small enough to be put into theirs.
     */
    private Event step() throws IOException {
        if (value.left != 0) {
            value.skip();
        }
        Window window = this.window;
        headerOffset = window.offset();
        if (headerOffset >= nesting.end()) {
            return atEnd();
        }
        int kind = nesting.kind();
        if (kind == Nesting.DATA_SET) {
            return header.read();
        }
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = tagAhead();
        length = unsignedInt(4);
        if (found >>> 16 == DELIMITERS) {
            window.position += 8;
        }
        if (kind == Nesting.FRAGMENTS) {
            return fragment(found);
        }
        if (found != Tag.Item) {
            return noItem(found);
        }
        nesting.nextItem();
        tag = found;
        value.offset = window.offset();
        long end = Nesting.UNDEFINED;
        if (length == ALL_BITS) {
            length = DicomParser.UNDEFINED_LENGTH;
        } else {
            end = value.offset + length;
            if (end > nesting.definedEnd()) {
                warn(Kind.ITEM_TOO_LONG, "the item's length " + length + " goes beyond the end of its sequence");
                end = nesting.definedEnd();
            }
        }
        boolean implicit = nesting.isImplicit();
        if (implicit && syntax.explicit() && nesting.item() == 0 && FileStart.hasVR(window)) {
            implicit = stayImplicit();
        }
        nesting.push(Nesting.DATA_SET, tag, end, implicit);
        return Event.ITEM_START;
    }

    /** The end of what is innermost, which before the start is nothing, and after the end stays where it is. */
    private Event atEnd() throws IOException {
        if (ended) {
            return Event.END;
        }
        if (started) {
            return closed();
        }
        started = true;
        nesting.start(source.length() < 0 ? Nesting.UNDEFINED : source.length(), false);
        fileHead.read();
        return step();
    }

    OptionalInt stoppedAt() {
        return header.stoppedAt();
    }

    FileHead fileHead() {
        return fileHead;
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
        InflaterSource opened = new InflaterSource(window, source, options.limits());
        inflater = Optional.of(opened);
        window = new Window(opened, retain);
        nesting.start(Nesting.UNDEFINED, false);
        inflated = true;
    }

    void close() throws IOException {
        if (inflater.isPresent()) {
            inflater.get().end();
        }
        source.close();
    }

    TagPath path() {
        return tag >>> 16 == DELIMITERS ? nesting.path() : nesting.path(tag);
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

    /** Of an element that was read before. */
    void warn(Kind kind, TagPath path, String message) {
        if (problems.isFull()) {
            problems.countUnlisted();
        } else {
            problems.add(new Problem(kind, new Location(source.name(), -1, path), message));
        }
    }

    /** Opens a sequence or fragments. */
    Event begin(int kind, long end, boolean implicitInside, Event event) {
        if (!isDeeperAllowed()) {
            throw error(DicomException.Kind.LIMIT, "sequences are nested deeper than Limits.depth " + deepest);
        }
        nesting.push(kind, tag, end, implicitInside);
        // Little endian inside a UN, whatever the data set is in (PS3.5 6.2.2).
        explicit = !implicitInside;
        bigEndian = bigEndian && (explicit || !syntax.explicit());
        return event;
    }

    /** A delimiter where an element may be. */
    Event delimiter(int found) throws IOException {
        length = unsignedInt(4);
        boolean replaced = found == Tag.SequenceDelimitationItem && tolerances.has(Tolerance.WRONG_DELIMITERS);
        if (found == Tag.ItemDelimitationItem || replaced) {
            if (nesting.level() == 0) {
                warn(Kind.DELIMITER_STRAY, "a delimiter outside of an item; the data set ends there");
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

    private Event noItem(int found) throws IOException {
        boolean itemDelimiter = found == Tag.ItemDelimitationItem;
        if (itemDelimiter && !tolerances.has(Tolerance.WRONG_DELIMITERS)) {
            warn(Kind.DELIMITER_STRAY, "an item delimiter between items");
            // As many as there may be: a loop, as hostile data has many.
            headerOffset = window.offset();
            while (headerOffset < nesting.end() && window.require(8) && tagAhead() == Tag.ItemDelimitationItem) {
                itemTag();
                problems.countUnlisted();
                headerOffset = window.offset();
            }
            return step();
        }
        if (itemDelimiter || found == Tag.SequenceDelimitationItem) {
            if (!nesting.isUndefined()) {
                warn(Kind.DELIMITER_STRAY, "a sequence of defined length ends with a delimiter");
            }
            return endSequence(Event.SEQUENCE_END);
        }
        throw error(Tag.toString(found) + " where an item is expected (PS3.5 7.5.1)");
    }

    /** A UN of undefined length should hold implicit VR (PS3.5 6.2.2); some writers keep the explicit VR in it. */
    private boolean stayImplicit() throws IOException {
        long asImplicit = window.require(8) ? unsignedInt(4) : 0;
        if (asImplicit < nesting.definedEnd() - window.offset() - 8 && asImplicit < 1 << 20) {
            return true;
        }
        warn(Kind.UNKNOWN_EXPLICIT, "a UN of undefined length holds explicit VR");
        explicit = true;
        bigEndian = syntax.bigEndian();
        nesting.setImplicit(false);
        return false;
    }

    private Event fragment(int found) throws IOException {
        boolean replaced = found == Tag.ItemDelimitationItem && tolerances.has(Tolerance.WRONG_DELIMITERS);
        if (found == Tag.SequenceDelimitationItem || replaced) {
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
        length = unsignedInt(4);
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

    /** Nothing more comes. */
    Event end() {
        ended = true;
        inFileMeta = false;
        nesting.finish();
        return Event.END;
    }

    private Event endItem() {
        header.leaveItem();
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
    Event sourceEnd() throws IOException {
        if (window.require(1)) {
            tag = Tag.Item;
            length = 0;
            throw error(DicomException.Kind.END, "the source ends within the header of an element");
        }
        if (nesting.level() > 0 && !truncated) {
            truncated = true;
            tag = Tag.Item;
            warn(Kind.TRUNCATED, "the source ends before what is open does");
        } else if (inflater.isPresent() && !inflater.get().isFinished()) {
            warn(Kind.TRUNCATED, "the deflated data set ends before its last block (PS3.5 A.5)");
        }
        return closed();
    }

    DicomException tooLong() {
        return error(DicomException.Kind.LENGTH, "the length " + length + " goes beyond the end of "
                + (nesting.isBoundBySource() ? "the source" : "what holds the element"));
    }

    /** The tag at the position: two numbers of 16 bits (PS3.5 7.1.1). */
    int tagAhead() {
        int words = (int) unsignedInt(0);
        return bigEndian ? words : words << 16 | words >>> 16;
    }

    /** 32 bits at an index from the position. */
    long unsignedInt(int index) {
        byte[] bytes = window.bytes;
        int at = window.position + index;
        int number = bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
        return (bigEndian ? Integer.reverseBytes(number) : number) & ALL_BITS;
    }
}
