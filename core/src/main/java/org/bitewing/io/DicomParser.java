package org.bitewing.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.Problem;
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

    private final EventReader events;

    private DicomParser(ByteSource source, ReadOptions options) {
        this.events = new EventReader(source, options, false);
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
        return new DicomParser(source, options);
    }

    /**
     * Goes to the next event. What is left of the value at hand is skipped.
     *
     * @return what comes next; {@link Event#END} at the end, and from then on
     * @throws IOException    where the source cannot be read
     * @throws DicomException where the bytes are no DICOM from here on
     */
    public Event next() throws IOException {
        return events.next();
    }

    // ---- where and what ----------------------------------------------------------------------------------------

    /**
     * The tag of the element, sequence or item at hand.
     *
     * @return the tag; at the end of a sequence that of the sequence
     */
    public int tag() {
        return events.tag;
    }

    /**
     * The VR: as stored in explicit syntaxes, in implicit ones as the dictionary has it.
     *
     * @return the VR; UN for one of the future
     */
    public VR vr() {
        return VR.of(events.vrCode);
    }

    /**
     * The two letters of the VR, which tell those of the future apart.
     *
     * @return the code, see {@link VR#of(int)}
     */
    public int vrCode() {
        return events.vrCode;
    }

    /**
     * The length as stored.
     *
     * @return bytes, or {@link #UNDEFINED_LENGTH}
     */
    public long length() {
        return events.length;
    }

    /**
     * Where the header of the element, item or delimiter begins.
     *
     * @return bytes from the start of the source; in a deflated data set, of the inflated one
     */
    public long headerOffset() {
        return events.headerOffset;
    }

    /**
     * Where the value begins.
     *
     * @return bytes, as {@link #headerOffset()}
     */
    public long valueOffset() {
        return events.value.offset;
    }

    /**
     * How deep the element at hand is.
     *
     * @return 0 in the data set itself, 1 in an item of one of its sequences, and so on
     */
    public int depth() {
        return (events.nesting.level() + 1) / 2;
    }

    /**
     * Whether the element at hand belongs to the file meta information (PS3.10 7.1).
     *
     * @return true in group 0002 at the start of a file
     */
    public boolean inFileMeta() {
        return events.inFileMeta;
    }

    /**
     * The transfer syntax of the data set; before its first element is reached, that of the file meta information.
     *
     * @return as named in the meta information, forced by the options, or detected
     */
    public TransferSyntax transferSyntax() {
        return events.syntax;
    }

    /**
     * Whether the element at hand is in explicit VR: inside a UN of undefined length it is not (PS3.5 6.2.2).
     *
     * @return true where its VR was read
     */
    public boolean isExplicit() {
        return events.explicit;
    }

    /**
     * Whether the bytes of the source are in big endian here; values are given in little endian all the same.
     *
     * @return true in the retired big endian syntax
     */
    public boolean isBigEndian() {
        return events.bigEndian;
    }

    /**
     * The first 128 bytes of a file (PS3.10 7.1), which belong to no standard.
     *
     * @return a copy; empty where the file has none
     */
    public byte[] preamble() {
        return events.fileHead().preamble();
    }

    /**
     * The way to the element at hand.
     *
     * @return its path
     */
    public TagPath path() {
        return events.path();
    }

    /**
     * The place of the element at hand.
     *
     * @return source, offset of the header, and path
     */
    public Location location() {
        return events.location();
    }

    /**
     * What was not as the standard wants it so far.
     *
     * @return at most {@link org.bitewing.Limits#problems()}, in the order found
     */
    public List<Problem> problems() {
        return events.problems.list();
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
        return events.value.readAll();
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
        return events.value.read(target, offset, count);
    }

    /**
     * Copies what is left of the value, in little endian, through a buffer of fixed size.
     *
     * @param target where it goes
     * @throws IOException where the source cannot be read or the target not written
     */
    public void transferTo(OutputStream target) throws IOException {
        byte[] buffer = new byte[(int) Math.max(8, Math.min(events.value.left + 7, 1 << 16))];
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
        return events.value.ascii();
    }

    /** Closes the source. */
    @Override
    public void close() throws IOException {
        events.close();
    }

    EventReader events() {
        return events;
    }
}
