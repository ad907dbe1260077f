package org.bitewing.io;

import java.io.IOException;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** Headers of elements (PS3.5 7.1): tag, VR and length in the three data structures, and what they open. */
final class ElementHeader {
    /** Of {@link VR#form}. */
    static final int KNOWN = 0x80;
    static final int LONG_FORM = 0x40;
    static final int LENGTH_BITS = 0x07;
    static final int SQ = VR.SQ.code();
    private static final int UN = VR.UN.code();
    private static final int OB = VR.OB.code();
    private static final int OW = VR.OW.code();

    private final EventReader reader;
    private final FileHead fileHead;
    private final Tolerances tolerances;
    /** What of a VR's form is seen first: without KNOWN where the tolerances want a say in every VR. */
    private final int formMask;
    private int stopTag;
    private boolean stopAfter;
    private OptionalInt stoppedAt = OptionalInt.empty();
    private ImplicitVR implicitVR;

    ElementHeader(EventReader reader) {
        this.reader = reader;
        this.fileHead = reader.fileHead();
        this.tolerances = reader.tolerances;
        this.formMask = tolerances.changeVRs() ? ~KNOWN : ~0;
        this.stopTag = reader.options.stopTag();
        this.stopAfter = reader.options.stopsAfter();
    }

    /** The tag of the data set itself from which on it may be over; without sign. */
    int stopTag() {
        return stopTag;
    }

    /** The element at which the data set was over before its end, if it was. */
    OptionalInt stoppedAt() {
        return stoppedAt;
    }

    /** Forgets what only counted in the item that ends. */
    void leaveItem() {
        if (implicitVR != null) {
            implicitVR.leave(reader.nesting.level());
        }
    }

    /** The element, or the delimiter, at the window's position. */
    Event read() throws IOException {
        if (reader.inFileMeta && fileHead.isMetaOver()) {
            fileHead.startDataSet();
        }
        Window window = reader.window;
        if (!window.require(8)) {
            return reader.sourceEnd();
        }
        int found = reader.tagAhead();
        if (Tag.isDelimiter(found)) {
            return reader.delimiter(found);
        }
        if (Integer.compareUnsigned(found, stopTag) >= 0 && reader.nesting.level() == 0 && stops(found)) {
            return reader.end();
        }
        reader.tag = found;
        return reader.explicit ? explicitElement(window) : implicitElement(window);
    }

    private Event implicitElement(Window window) throws IOException {
        reader.length = reader.unsignedInt(4);
        reader.vrCode = implicitVR().codeOf(reader.tag, reader.nesting.level());
        window.position += 8;
        return longElement();
    }

    private Event explicitElement(Window window) throws IOException {
        int code = window.unsignedByte(4) << 8 | window.unsignedByte(5);
        reader.vrCode = code;
        int form = VR.form(code) & formMask;
        if ((form & LONG_FORM) != 0) {
            return longForm(window, form);
        }
        reader.length = reader.bigEndian ? window.unsignedByte(6) << 8 | window.unsignedByte(7)
                : window.unsignedByte(6) | window.unsignedByte(7) << 8;
        window.position += 8;
        return (form & KNOWN) == 0 ? unusual(window) : withLength(form);
    }

    private Event longForm(Window window, int form) throws IOException {
        if (!window.require(12)) {
            reader.length = 0;
            throw reader.error(DicomException.Kind.END, "the source ends within the header of an element");
        }
        reader.length = reader.unsignedInt(8);
        window.position += 12;
        return (form & KNOWN) == 0 ? unusual(window) : longElement();
    }

    /** At a tag of the data set itself that is not below the one to stop at. */
    private boolean stops(int found) {
        if (reader.inFileMeta || stopTag == -1) {
            return false;
        }
        boolean isOver = !stopAfter;
        if (found == stopTag && stopAfter) {
            // This element is the last one: whatever comes next stops.
            stopAfter = false;
            stopTag = 0;
            stoppedAt = OptionalInt.of(found);
        }
        if (isOver && stoppedAt.isEmpty()) {
            stoppedAt = OptionalInt.of(found);
        }
        return isOver;
    }

    /** An element whose VR is not of PS3.5, or any element where a tolerance changes VRs. */
    private Event unusual(Window window) throws IOException {
        int form = VR.form(reader.vrCode);
        if ((form & KNOWN) == 0) {
            if (tolerances.has(Tolerance.IMPLICIT_ELEMENTS)) {
                window.position -= (form & LONG_FORM) == 0 ? 4 : 8;
                reader.length = reader.unsignedInt(0);
                window.position += 4;
                reader.vrCode = implicitVR().codeOf(reader.tag, reader.nesting.level());
            } else if ((form & LONG_FORM) == 0) {
                reader.warn(Kind.VR_INVALID, "the VR is not two upper-case letters; a 16-bit length is assumed");
            } else {
                reader.warn(Kind.VR_UNKNOWN, "the VR is one of the future; a 32-bit length is assumed");
            }
        }
        reader.vrCode = tolerances.vrCode(reader.tag, reader.vrCode, reader.length == EventReader.ALL_BITS);
        return longElement();
    }

    /** The end of the header of an element whose length is defined. */
    private Event withLength(int form) throws IOException {
        reader.value.begin(reader.window, reader.length);
        if ((reader.length & form & LENGTH_BITS) != 0) {
            warnOfLength();
            if ((reader.length & 1) != 0 && tolerances.has(Tolerance.EVEN_LENGTHS)) {
                reader.length++;
                reader.value.begin(reader.window, reader.length);
            }
        }
        if (reader.value.offset + reader.length > reader.nesting.bound()) {
            throw reader.tooLong();
        }
        if (reader.inFileMeta) {
            fileHead.element();
        }
        return Event.ELEMENT;
    }

    private Event longElement() throws IOException {
        if (reader.length == EventReader.ALL_BITS) {
            reader.length = DicomParser.UNDEFINED_LENGTH;
            return undefined();
        }
        boolean implicitInside = !reader.explicit || reader.vrCode == UN;
        reader.vrCode = tolerances.longVRCode(reader.tag, reader.vrCode);
        if (reader.vrCode == SQ) {
            reader.value.begin(reader.window, 0);
            return reader.begin(Nesting.SEQUENCE, sequenceEnd(), implicitInside, Event.SEQUENCE_START);
        }
        if (!reader.explicit) {
            implicitVR().note(reader);
        } else if (reader.tag == Tag.PixelData && reader.nesting.level() == 0
                && reader.syntax.isKnownToEncapsulate()) {
            reader.warn(Kind.PIXEL_DATA, "Pixel Data is not encapsulated although the transfer syntax says so");
        }
        return withLength(VR.form(reader.vrCode));
    }

    private void warnOfLength() {
        long length = reader.length;
        VR vr = VR.of(reader.vrCode);
        if (length % vr.unit() != 0) {
            reader.warn(Kind.LENGTH_MULTIPLE, "the length " + length + " is not a multiple of what VR " + vr + " holds");
        }
        if ((length & 1) != 0) {
            reader.warn(Kind.LENGTH_ODD, "the length " + length + " is odd");
        }
    }

    private long sequenceEnd() {
        long end = reader.value.offset + reader.length;
        long bound = reader.nesting.bound();
        if (end <= bound) {
            return end;
        }
        if (!reader.nesting.isBoundBySource()) {
            throw reader.tooLong();
        }
        // What is there of the last sequence of a truncated file can be read.
        reader.warn(Kind.TRUNCATED, "the sequence's length " + reader.length + " goes beyond the end of the source");
        return bound;
    }

    /** A length of ffffffff: a sequence, a UN that is one, or encapsulated pixel data (PS3.5 7.1.2, 7.5, A.4). */
    private Event undefined() throws IOException {
        reader.value.begin(reader.window, 0);
        int code = reader.vrCode;
        boolean explicit = reader.explicit;
        if (code == SQ || code == UN || !VR.isKnown(code)) {
            boolean asImplicit = code != SQ && !tolerances.has(Tolerance.EXPLICIT_UNKNOWN);
            if (!explicit) {
                // There is no UN in implicit VR, and nothing else than a sequence can be so long.
                reader.vrCode = SQ;
            }
            return reader.begin(Nesting.SEQUENCE, Nesting.UNDEFINED, asImplicit || !explicit, Event.SEQUENCE_START);
        }
        boolean bytesOrWords = code == OB || code == OW;
        if (bytesOrWords && reader.tag == Tag.PixelData) {
            return reader.begin(Nesting.FRAGMENTS, Nesting.UNDEFINED, !explicit, Event.FRAGMENTS_START);
        }
        boolean asSequence = tolerances.has(Tolerance.UNDEFINED_VALUES)
                || bytesOrWords && tolerances.has(Tolerance.UNDEFINED_BYTES);
        if (!explicit || asSequence) {
            // An item or a fragment tells which; the VR cannot be right.
            reader.warn(Kind.LENGTH_UNDEFINED,
                    "an element of VR " + VR.of(code) + " has undefined length and is read as a sequence");
            reader.vrCode = SQ;
            return reader.begin(Nesting.SEQUENCE, Nesting.UNDEFINED, !explicit, Event.SEQUENCE_START);
        }
        throw reader.error("an element of VR " + VR.of(code) + " cannot have undefined length (PS3.5 7.1.1)");
    }

    private ImplicitVR implicitVR() {
        if (implicitVR == null) {
            implicitVR = new ImplicitVR(reader.options.usesPrivateDictionary());
        }
        return implicitVR;
    }
}
