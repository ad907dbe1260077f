package org.bitewing.io;

import java.io.IOException;
import java.util.Optional;
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
    private final Tolerances tolerances;
    /** What of a VR's form the hot loop sees: without KNOWN where the tolerances want a say in every VR. */
    private final int formMask;
    private int stopTag;
    private boolean stopAfter;
    private Optional<InflaterSource> inflater = Optional.empty();
    private boolean started;
    private boolean ended;
    private boolean truncated;

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
        this.stopTag = options.stopTag();
        this.stopAfter = options.stopsAfter();
        this.window = new Window(source, retain);
        this.tolerances = new Tolerances(options.tolerances());
        this.formMask = tolerances.changeVRs() ? ~KNOWN : ~0;
    }

    Event next() throws IOException {
        if (value.left != 0) {
            value.skip();
        }
        if (!started) {
            started = true;
            nesting.start(source.length() < 0 ? Nesting.UNDEFINED : source.length(), false);
            fileHead.read();
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
        inflater.ifPresent(InflaterSource::end);
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

    private Event element() throws IOException {
        if (inFileMeta && fileHead.isMetaOver()) {
            fileHead.startDataSet();
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
        if (Integer.compareUnsigned(read, stopTag) >= 0 && nesting.level() == 0 && stops(read)) {
            return end();
        }
        tag = read;
        if (explicit) {
            int code = (bytes[at + 4] & 0xff) << 8 | bytes[at + 5] & 0xff;
            vrCode = code;
            int form = VR.form(code) & formMask;
            if ((form & LONG_FORM) == 0) {
                length = bigEndian ? (bytes[at + 6] & 0xff) << 8 | bytes[at + 7] & 0xff
                        : bytes[at + 6] & 0xff | (bytes[at + 7] & 0xff) << 8;
                window.position = at + 8;
                if ((form & KNOWN) == 0) {
                    return unusual(VR.form(code));
                }
                return withLength(form);
            }
            if (!window.require(12)) {
                length = 0;
                throw error(DicomException.Kind.END, "the source ends within the header of an element");
            }
            length = unsignedInt(8);
            window.position += 12;
            if ((form & KNOWN) == 0) {
                return unusual(VR.form(code));
            }
        } else {
            length = unsignedInt(4);
            vrCode = implicitVR().codeOf(tag, nesting.level());
            window.position = at + 8;
        }
        return longElement();
    }

    /** At a tag of the data set itself that is not below the one to stop at. */
    private boolean stops(int read) {
        if (inFileMeta || stopTag == -1) {
            return false;
        }
        if (!stopAfter) {
            return true;
        }
        if (read == stopTag) {
            // This element is the last one: whatever comes next stops.
            stopAfter = false;
            stopTag = 0;
        }
        return false;
    }

    /** An element whose VR is not of PS3.5, or any element where a tolerance changes VRs. */
    private Event unusual(int form) throws IOException {
        if ((form & KNOWN) == 0) {
            if (tolerances.has(Tolerance.IMPLICIT_ELEMENTS)) {
                window.position -= (form & LONG_FORM) == 0 ? 4 : 8;
                length = unsignedInt(0);
                window.position += 4;
                vrCode = implicitVR().codeOf(tag, nesting.level());
            } else if ((form & LONG_FORM) == 0) {
                warn(Kind.VR_INVALID, "the VR is not two upper-case letters; a 16-bit length is assumed");
            } else {
                warn(Kind.VR_UNKNOWN, "the VR is one of the future; a 32-bit length is assumed");
            }
        }
        vrCode = tolerances.vrCode(tag, vrCode, length == ALL_BITS);
        return longElement();
    }

    /** The end of the header of an element whose length is defined: most of them come here. */
    private Event withLength(int form) throws IOException {
        value.begin(length);
        if ((length & form & LENGTH_BITS) != 0) {
            warnOfLength();
            if ((length & 1) != 0 && tolerances.has(Tolerance.EVEN_LENGTHS)) {
                length++;
                value.begin(length);
            }
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
        boolean implicitInside = !explicit || vrCode == UN;
        vrCode = tolerances.longVRCode(tag, vrCode);
        if (vrCode == SQ) {
            value.begin(0);
            return begin(Nesting.SEQUENCE, sequenceEnd(), implicitInside, Event.SEQUENCE_START);
        }
        if (!explicit) {
            implicitVR().note(this);
        } else if (tag == Tag.PixelData && nesting.level() == 0 && syntax.isKnownToEncapsulate()) {
            warn(Kind.PIXEL_DATA, "Pixel Data is not encapsulated although the transfer syntax says so");
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
        value.begin(0);
        if (vrCode == SQ || vrCode == UN || !VR.isKnown(vrCode)) {
            boolean asImplicit = vrCode != SQ && !tolerances.has(Tolerance.EXPLICIT_UNKNOWN);
            boolean implicitInside = asImplicit || !explicit;
            return begin(Nesting.SEQUENCE, Nesting.UNDEFINED, implicitInside, Event.SEQUENCE_START);
        }
        if ((vrCode == OB || vrCode == OW) && tag == Tag.PixelData) {
            return begin(Nesting.FRAGMENTS, Nesting.UNDEFINED, !explicit, Event.FRAGMENTS_START);
        }
        boolean asSequence = (vrCode == OB || vrCode == OW) && tolerances.has(Tolerance.UNDEFINED_BYTES);
        if (!explicit || asSequence) {
            // An item or a fragment tells which; the VR cannot be right.
            warn(Kind.LENGTH_UNDEFINED, "an element of VR " + VR.of(vrCode) + " has undefined length and is read as a sequence");
            vrCode = SQ;
            return begin(Nesting.SEQUENCE, Nesting.UNDEFINED, !explicit, Event.SEQUENCE_START);
        }
        throw error("an element of VR " + VR.of(vrCode) + " cannot have undefined length (PS3.5 7.1.1)");
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

    private Event item() throws IOException {
        if (!window.require(8)) {
            return sourceEnd();
        }
        int found = itemTag();
        while (found == Tag.ItemDelimitationItem && !tolerances.has(Tolerance.WRONG_DELIMITERS)) {
            warn(Kind.DELIMITER_STRAY, "an item delimiter between items");
            headerOffset = window.offset();
            if (headerOffset >= nesting.end()) {
                return closed();
            }
            if (!window.require(8)) {
                return sourceEnd();
            }
            found = itemTag();
        }
        if (found == Tag.SequenceDelimitationItem || found == Tag.ItemDelimitationItem) {
            if (!nesting.isUndefined()) {
                warn(Kind.DELIMITER_STRAY, "a sequence of defined length ends with a delimiter");
            }
            return endSequence(Event.SEQUENCE_END);
        }
        if (found != Tag.Item) {
            throw error(Tag.toString(found) + " where an item is expected (PS3.5 7.5.1)");
        }
        nesting.nextItem();
        tag = found;
        value.begin(0);
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
        if (found != Tag.Item || length == ALL_BITS) {
            throw error(Tag.toString(found) + " where a fragment is expected (PS3.5 A.4)");
        }
        nesting.nextItem();
        tag = found;
        value.begin(length);
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
        value.begin(0);
        nesting.pop();
        return Event.ITEM_END;
    }

    private Event endSequence(Event event) {
        tag = nesting.tag();
        value.begin(0);
        nesting.pop();
        explicit = !nesting.isImplicit();
        bigEndian = syntax.bigEndian() && (explicit || !syntax.explicit());
        return event;
    }

    /** Too few bytes for a header: none at all is an end, even if what is open should go on. */
    private Event sourceEnd() throws IOException {
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

    /** 32 bits at an index from the position. */
    long unsignedInt(int index) {
        byte[] bytes = window.bytes;
        int at = window.position + index;
        int number = bigEndian
                ? bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff
                : bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
        return number & ALL_BITS;
    }
}
