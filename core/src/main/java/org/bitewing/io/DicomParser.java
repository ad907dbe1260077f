package org.bitewing.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * A pull parser of DICOM (PS3.5 7, PS3.10 7): {@link #next()} steps from event to event, the getters tell of the last
 * one and are valid until the next step. Values are not read unless asked for, and are skipped without reading where
 * the source can do that. The file meta information, where there is one, comes first as ordinary elements of group
 * 0002; from then on {@link #transferSyntax()} is that of the data set.
 *
 * <p>Nothing is allocated for an element, nesting is not recursion, and the dictionary is not asked in explicit VR.
 * A parser is used by one thread. It closes its source.
 */
public final class DicomParser implements Closeable {
    /** The length of what ends with a delimiter (PS3.5 7.1.1), as {@link #length()} gives it. */
    public static final long UNDEFINED_LENGTH = -1;

    private static final int UN = VR.UN.code();
    private static final int SQ = VR.SQ.code();
    private static final int OB = VR.OB.code();
    private static final int OW = VR.OW.code();
    private static final int FILE_META = 0x0002;
    private static final int DELIMITERS = 0xfffe;
    /** Of {@link VR#form}. */
    private static final int KNOWN = 0x80;
    private static final int LONG_FORM = 0x40;
    private static final int LENGTH_BITS = 0x07;

    private final ByteSource source;
    private final ReadOptions options;
    private final boolean retain;
    private final ProblemList problems;
    private final Nesting nesting = new Nesting();
    private final Value value = new Value();
    private final MetaStart meta = new MetaStart();
    private Window window;
    private ImplicitVR implicitVR;
    private TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE;
    private byte[] preamble = new byte[0];
    private boolean inFileMeta;
    private boolean started;
    private boolean ended;
    private boolean inflated;
    private boolean truncated;

    // How the element at hand is encoded; the hot loop reads these instead of the objects they come from.
    private boolean explicit = true;
    private boolean bigEndian;

    private int tag;
    private int vrCode;
    private long length;
    private long headerOffset;

    private DicomParser(ByteSource source, ReadOptions options, boolean retain) {
        this.source = source;
        this.options = options;
        this.retain = retain;
        this.problems = new ProblemList(options);
        this.window = new Window(source, retain);
    }

    /**
     * A parser with default options.
     *
     * @param source the bytes; closed with the parser
     * @return a parser before its first event
     */
    public static DicomParser of(ByteSource source) {
        return of(source, ReadOptions.defaults());
    }

    /**
     * A parser.
     *
     * @param source  the bytes; closed with the parser
     * @param options how to read; those about trees do not matter here
     * @return a parser before its first event
     */
    public static DicomParser of(ByteSource source, ReadOptions options) {
        return new DicomParser(source, options, false);
    }

    /** A parser whose windows are never used again, so that a data set may keep values in them. */
    static DicomParser retaining(ByteSource source, ReadOptions options) {
        return new DicomParser(source, options, true);
    }

    /**
     * Goes to the next event. What is left of the value at hand is skipped.
     *
     * @return what comes next; {@link Event#END} at the end, and from then on
     * @throws IOException    where the source cannot be read
     * @throws DicomException where the bytes are no DICOM from here on
     */
    public Event next() throws IOException {
        if (value.left != 0) {
            skipValue();
        }
        if (!started) {
            start();
        }
        if (ended) {
            return Event.END;
        }
        headerOffset = window.offset();
        if (headerOffset >= nesting.end()) {
            return closed();
        }
        return switch (nesting.kind()) {
            case Nesting.DATA_SET -> element();
            case Nesting.SEQUENCE -> item();
            default -> fragment();
        };
    }

    // ---- where and what ----------------------------------------------------------------------------------------

    /**
     * The tag of the element, sequence or item at hand.
     *
     * @return the tag; at the end of a sequence that of the sequence
     */
    public int tag() {
        return tag;
    }

    /**
     * The VR: as stored in explicit syntaxes, in implicit ones as the dictionary has it.
     *
     * @return the VR; UN for one of the future
     */
    public VR vr() {
        return VR.of(vrCode);
    }

    /**
     * The two letters of the VR, which tell those of the future apart.
     *
     * @return the code, see {@link VR#of(int)}
     */
    public int vrCode() {
        return vrCode;
    }

    /**
     * The length as stored.
     *
     * @return bytes, or {@link #UNDEFINED_LENGTH}
     */
    public long length() {
        return length;
    }

    /**
     * Where the header of the element, item or delimiter begins.
     *
     * @return bytes from the start of the source; in a deflated data set, of the inflated one
     */
    public long headerOffset() {
        return headerOffset;
    }

    /**
     * Where the value begins.
     *
     * @return bytes, as {@link #headerOffset()}
     */
    public long valueOffset() {
        return value.offset;
    }

    /**
     * How deep the element at hand is.
     *
     * @return 0 in the data set itself, 1 in an item of one of its sequences, and so on
     */
    public int depth() {
        return (nesting.level() + 1) / 2;
    }

    /**
     * Whether the element at hand belongs to the file meta information (PS3.10 7.1).
     *
     * @return true in group 0002 at the start of a file
     */
    public boolean inFileMeta() {
        return inFileMeta;
    }

    /**
     * The transfer syntax of the data set; before its first element is reached, that of the file meta information.
     *
     * @return as named in the meta information, forced by the options, or detected
     */
    public TransferSyntax transferSyntax() {
        return syntax;
    }

    /**
     * Whether the element at hand is in explicit VR: inside a UN of undefined length it is not (PS3.5 6.2.2).
     *
     * @return true where its VR was read
     */
    public boolean isExplicit() {
        return explicit;
    }

    /**
     * Whether the bytes of the source are in big endian here; values are given in little endian all the same.
     *
     * @return true in the retired big endian syntax
     */
    public boolean isBigEndian() {
        return bigEndian;
    }

    /**
     * The first 128 bytes of a file (PS3.10 7.1), which belong to no standard.
     *
     * @return a copy; empty where the file has none
     */
    public byte[] preamble() {
        return preamble.clone();
    }

    /**
     * The way to the element at hand.
     *
     * @return its path
     */
    public TagPath path() {
        return nesting.path(tag >>> 16 == DELIMITERS ? 0 : tag);
    }

    /**
     * The place of the element at hand.
     *
     * @return source, offset of the header, and path
     */
    public Location location() {
        return new Location(source.name(), headerOffset, path());
    }

    /**
     * What was not as the standard wants it so far.
     *
     * @return at most {@link org.bitewing.Limits#problems()}, in the order found
     */
    public List<Problem> problems() {
        return problems.list();
    }

    // ---- the value at hand -------------------------------------------------------------------------------------

    /**
     * The whole value, in little endian.
     *
     * @return a new array; empty for sequences and items, and where {@link #read} already took it
     * @throws IOException    where the source cannot be read
     * @throws DicomException where the source ends before the value, or it is larger than
     *                        {@link org.bitewing.Limits#memory()}
     */
    public byte[] value() throws IOException {
        if (value.left > Math.min(options.limits().memory(), Integer.MAX_VALUE - 8)) {
            throw error(DicomException.Kind.LIMIT, "a value of " + value.left + " bytes exceeds Limits.memory " + options.limits().memory());
        }
        byte[] bytes = value.read(window, this);
        swap(bytes, 0, bytes.length);
        return bytes;
    }

    /**
     * The next bytes of the value, in little endian.
     *
     * @param target where they go
     * @param offset the first index
     * @param count  the most bytes, 8 or more
     * @return how many: a multiple of 8 except at the end of the value; -1 at its end
     * @throws IOException    where the source cannot be read
     * @throws DicomException where the source ends before the value
     */
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count < 8) {
            throw new IllegalArgumentException("at least 8 bytes, not " + count);
        }
        if (value.left == 0) {
            return -1;
        }
        int wanted = (int) Math.min(value.left, count & ~7);
        value.readFully(window, target, offset, wanted, this);
        swap(target, offset, wanted);
        return wanted;
    }

    /**
     * Copies what is left of the value, in little endian, through a buffer of fixed size.
     *
     * @param target where it goes
     * @throws IOException where the source cannot be read or the target not written
     */
    public void transferTo(OutputStream target) throws IOException {
        byte[] buffer = new byte[(int) Math.max(8, Math.min(value.left + 7, 1 << 16))];
        for (int count = read(buffer, 0, buffer.length); count >= 0; count = read(buffer, 0, buffer.length)) {
            target.write(buffer, 0, count);
        }
    }

    /**
     * The value as text of the default repertoire, for UI, CS and the like: decoding with a character set is for
     * {@link org.bitewing.data.DataSet}.
     *
     * @return each byte a character, without trailing spaces and NULs
     * @throws IOException    where the source cannot be read
     * @throws DicomException where the source ends before the value
     */
    public String ascii() throws IOException {
        int size = (int) Math.min(value.left, Window.MOST_REQUIRED);
        if (size == value.left && window.require(size)) {
            String text = trimmed(window.bytes, window.position, size);
            value.take(window, size);
            return text;
        }
        byte[] bytes = value();
        return trimmed(bytes, 0, bytes.length);
    }

    static String trimmed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        while (end > offset && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    /** Closes the source. */
    @Override
    public void close() throws IOException {
        source.close();
    }

    // ---- package: for the reader of trees ------------------------------------------------------------------------

    Window window() {
        return window;
    }

    long valueLeft() {
        return value.left;
    }

    /** The whole value lies in the window, from {@link Window#position} on; it is taken. */
    boolean takeFromWindow() throws IOException {
        long size = value.left;
        if (size > window.limit - window.position && (size > Window.MOST_REQUIRED || !window.require((int) size))) {
            return false;
        }
        value.take(window, (int) size);
        return true;
    }

    ProblemList problemList() {
        return problems;
    }

    ByteSource source() {
        return source;
    }

    int nestingLevel() {
        return nesting.level();
    }

    boolean isInflated() {
        return inflated;
    }

    DicomException error(String reason) {
        return error(DicomException.Kind.SYNTAX, reason);
    }

    DicomException error(DicomException.Kind kind, String reason) {
        return new DicomException(kind, reason, location(), length);
    }

    void warn(Kind kind, String message) {
        if (problems.isFull()) {
            problems.countUnlisted();
        } else {
            problems.add(new Problem(kind, location(), message));
        }
    }

    // ---- the start of a file -----------------------------------------------------------------------------------

    private void start() throws IOException {
        started = true;
        long end = source.length() < 0 ? Nesting.UNDEFINED : source.length();
        nesting.start(end, false);
        if (!options.isBare()) {
            if (FileStart.hasPreamble(window)) {
                preamble = Arrays.copyOfRange(window.bytes, window.position,
                        window.position + FileStart.PREAMBLE);
                window.skip(FileStart.PREAMBLE + 4L);
                inFileMeta = true;
            } else if (FileStart.isPrefix(window, 0)) {
                warn(Kind.FILE_META_MISSING, "the prefix DICM has no preamble before it");
                window.skip(4);
                inFileMeta = true;
            } else {
                inFileMeta = FileStart.isFileMeta(window);
            }
        }
        headerOffset = window.offset();
        if (!window.require(1)) {
            throw new DicomException(DicomException.Kind.EMPTY, headerOffset == 0 ? "the source is empty" : "nothing follows the preamble",
                    Location.of(source.name()), 0);
        }
        if (inFileMeta) {
            use(FileStart.detect(window));
            if (syntax != TransferSyntax.EXPLICIT_LITTLE) {
                warn(Kind.FILE_META_ENCODING, "the file meta information is not in explicit VR little endian");
            }
        } else {
            startDataSet();
        }
    }

    private void use(TransferSyntax chosen) {
        syntax = chosen;
        explicit = chosen.explicit();
        bigEndian = chosen.bigEndian();
        nesting.setImplicit(!explicit);
    }

    private void startDataSet() throws IOException {
        inFileMeta = false;
        TransferSyntax named = options.transferSyntax().orElse(meta.transferSyntax);
        boolean forced = options.transferSyntax().isPresent();
        if (named == null) {
            if (!options.isBare()) {
                warn(Kind.FILE_META_MISSING, "the transfer syntax is not named; it was detected");
            }
            named = FileStart.detect(window);
        } else if (!forced && FileStart.contradicts(window, named, nesting.end() - window.offset())) {
            TransferSyntax found = FileStart.detect(window);
            warn(Kind.TRANSFER_SYNTAX, "the data set is not in the transfer syntax " + named.uid() + " that is named");
            named = new TransferSyntax(named.uid(), found.explicit(), found.bigEndian(), false, named.encapsulated());
        }
        use(named);
        if (named.deflated()) {
            window = new Window(new InflaterSource(window, source, options.limits()), retain);
            nesting.start(Nesting.UNDEFINED, false);
            inflated = true;
        }
    }

    /** Before each element of the meta information: whether it ended, by its group length or by the next group. */
    private boolean isMetaOver() throws IOException {
        long offset = window.offset();
        boolean lengthReached = meta.end > 0 && offset >= meta.end;
        boolean deflates = meta.transferSyntax != null && meta.transferSyntax.deflated();
        boolean sameGroup = window.require(4) && (bigEndian
                ? window.unsignedByte(0) == 0 && window.unsignedByte(1) == FILE_META
                : window.unsignedByte(0) == FILE_META && window.unsignedByte(1) == 0);
        boolean over = lengthReached && (deflates || !sameGroup) || !sameGroup;
        if (over && meta.end > 0 && offset != meta.end || !over && lengthReached && !meta.wrongLength) {
            meta.wrongLength = true;
            warn(Kind.FILE_META_LENGTH, "the group length of the file meta information is wrong");
        }
        return over;
    }

    // ---- elements ------------------------------------------------------------------------------------------------

    private Event element() throws IOException {
        if (inFileMeta && isMetaOver()) {
            startDataSet();
            headerOffset = window.offset();
        }
        if (!window.require(8)) {
            return sourceEnd();
        }
        byte[] bytes = window.bytes;
        int at = window.position;
        int read = bigEndian
                ? bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff
                : (bytes[at] & 0xff) << 16 | bytes[at + 1] << 24 | bytes[at + 2] & 0xff | (bytes[at + 3] & 0xff) << 8;
        if (read >>> 16 == DELIMITERS) {
            return delimiter(read);
        }
        if (nesting.level() == 0 && Integer.compareUnsigned(read, options.stopTag()) >= 0 && !inFileMeta
                && options.stopTag() != -1) {
            return end();
        }
        tag = read;
        if (explicit) {
            int code = (bytes[at + 4] & 0xff) << 8 | bytes[at + 5] & 0xff;
            vrCode = code;
            int form = VR.form(code);
            if ((form & LONG_FORM) == 0) {
                length = bigEndian ? (bytes[at + 6] & 0xff) << 8 | bytes[at + 7] & 0xff
                        : bytes[at + 6] & 0xff | (bytes[at + 7] & 0xff) << 8;
                window.position = at + 8;
                if ((form & KNOWN) == 0) {
                    warn(Kind.VR_INVALID, "the VR is not two upper-case letters; a 16-bit length is assumed");
                }
                return withLength(form);
            }
            if (!window.require(12)) {
                throw error(DicomException.Kind.END, "the source ends within the header of an element");
            }
            length = unsignedInt(8);
            window.position += 12;
            if ((form & KNOWN) == 0) {
                warn(Kind.VR_UNKNOWN, "the VR is one of the future; a 32-bit length is assumed");
            }
        } else {
            length = unsignedInt(4);
            vrCode = implicitVR().codeOf(tag, nesting.level());
            window.position = at + 8;
        }
        return longElement();
    }

    /** The end of the header of an element whose length is defined: most of them come here. */
    private Event withLength(int form) throws IOException {
        value.begin(window, length);
        if (value.offset + length > nesting.bound()) {
            throw tooLong();
        }
        if ((length & form & LENGTH_BITS) != 0) {
            warnOfLength();
        }
        if (inFileMeta) {
            meta.element(this);
        }
        return Event.ELEMENT;
    }

    private Event longElement() throws IOException {
        if (length == 0xffffffffL) {
            length = UNDEFINED_LENGTH;
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
            warn(Kind.LENGTH_MULTIPLE, "the length " + length + " is not a multiple of what VR " + vr() + " holds");
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
        if (nesting.level() > 0) {
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
            warn(Kind.LENGTH_UNDEFINED, "an element of VR " + vr() + " has undefined length and is read as a sequence");
            vrCode = SQ;
            return begin(Nesting.SEQUENCE, Nesting.UNDEFINED, true, Event.SEQUENCE_START);
        }
        throw error("an element of VR " + vr() + " cannot have undefined length (PS3.5 7.1.1)");
    }

    private Event begin(int kind, long end, boolean implicitInside, Event event) {
        if (nesting.level() / 2 >= options.limits().depth()) {
            throw error(DicomException.Kind.LIMIT, "sequences are nested deeper than Limits.depth " + options.limits().depth());
        }
        nesting.push(kind, tag, end, implicitInside);
        // Little endian inside a UN, whatever the data set is in (PS3.5 6.2.2).
        explicit = !implicitInside;
        bigEndian = bigEndian && (explicit || !syntax.explicit());
        return event;
    }

    private Event delimiter(int found) throws IOException {
        length = unsignedInt(4);
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

    // ---- items and fragments -----------------------------------------------------------------------------------

    private Event item() throws IOException {
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = itemTag();
        if (found == Tag.SequenceDelimitationItem) {
            if (!nesting.isUndefined()) {
                warn(Kind.DELIMITER_STRAY, "a sequence of defined length ends with a delimiter");
            }
            return endSequence(Event.SEQUENCE_END);
        }
        if (found != Tag.Item) {
            if (found == Tag.ItemDelimitationItem) {
                warn(Kind.DELIMITER_STRAY, "an item delimiter between items");
                return next();
            }
            throw error(Tag.toString(found) + " where an item is expected (PS3.5 7.5.1)");
        }
        nesting.nextItem();
        tag = found;
        value.begin(window, 0);
        long end = Nesting.UNDEFINED;
        if (length == 0xffffffffL) {
            length = UNDEFINED_LENGTH;
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

    private Event fragment() throws IOException {
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = itemTag();
        if (found == Tag.SequenceDelimitationItem) {
            return endSequence(Event.FRAGMENTS_END);
        }
        if (found != Tag.Item || length == 0xffffffffL) {
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
        int found = (int) (bigEndian ? unsignedInt(0) : unsignedInt(0) << 16 & 0xffff0000L | unsignedInt(0) >>> 16);
        length = unsignedInt(4);
        if (found >>> 16 == DELIMITERS) {
            window.position += 8;
        }
        return found;
    }

    // ---- ends --------------------------------------------------------------------------------------------------

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
                + (nesting.bound() == source.length() && !inflated ? "the source" : "what holds the element"));
    }

    private void skipValue() throws IOException {
        long left = value.left;
        value.left = 0;
        if (!window.skip(left)) {
            throw endedInValue();
        }
    }

    DicomException endedInValue() {
        return error(DicomException.Kind.END, "the source ends within a value of " + length + " bytes");
    }

    // ---- bytes ---------------------------------------------------------------------------------------------------

    private ImplicitVR implicitVR() {
        if (implicitVR == null) {
            implicitVR = new ImplicitVR(options.usesPrivateDictionary());
        }
        return implicitVR;
    }

    /** 32 bits at an index from the position. */
    private long unsignedInt(int index) {
        byte[] bytes = window.bytes;
        int at = window.position + index;
        int number = bigEndian
                ? bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff
                : bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
        return number & 0xffffffffL;
    }

    private void swap(byte[] bytes, int offset, int count) {
        if (bigEndian && tag != Tag.Item) {
            ByteOrders.swap(bytes, offset, count, VR.of(vrCode).unit());
        }
    }

    /** What the meta information has told so far about itself and about the data set. */
    private static final class MetaStart {
        private long end;
        private boolean wrongLength;
        private TransferSyntax transferSyntax;

        void element(DicomParser parser) throws IOException {
            if (parser.tag == Tag.FileMetaInformationGroupLength && parser.length == 4
                    && parser.window.require(4)) {
                end = parser.value.offset + 4 + parser.unsignedInt(0);
            } else if (parser.tag == Tag.TransferSyntaxUID && parser.length <= Window.MOST_REQUIRED
                    && parser.window.require((int) parser.length)) {
                String uid = trimmed(parser.window.bytes, parser.window.position, (int) parser.length);
                transferSyntax = uid.isEmpty() ? null : TransferSyntax.of(uid);
            }
        }
    }

    /** What is left of the value at hand. */
    private static final class Value {
        private long offset;
        private long left;

        void begin(Window window, long length) {
            offset = window.offset();
            left = length;
        }

        void take(Window window, int count) {
            window.position += count;
            left -= count;
        }

        void readFully(Window window, byte[] target, int at, int count, DicomParser parser) throws IOException {
            int done = 0;
            while (done < count) {
                int read = window.read(target, at + done, count - done);
                if (read < 0) {
                    left = 0;
                    throw parser.endedInValue();
                }
                done += read;
            }
            left -= count;
        }

        /** All that is left; of a source of unknown length never more memory than twice what is there. */
        byte[] read(Window window, DicomParser parser) throws IOException {
            int size = (int) left;
            byte[] bytes = new byte[parser.source.length() >= 0 && !parser.inflated ? size : Math.min(size, 1 << 16)];
            readFully(window, bytes, 0, bytes.length, parser);
            while (bytes.length < size) {
                int have = bytes.length;
                bytes = Arrays.copyOf(bytes, (int) Math.min(size, have * 2L));
                readFully(window, bytes, have, bytes.length - have, parser);
            }
            return bytes;
        }
    }
}
