package org.bitewing.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * Writes one DICOM file, or a bare data set (PS3.5 7, PS3.10 7), in one of three ways: {@link #write} takes a tree,
 * {@link #copy(DicomParser)} what a parser reads, in constant memory whatever its size; and the methods named as the
 * parser's {@link Event}s take a data set piece by piece, ended by {@link #end()}.
 *
 * <p>What is written conforms where the tree does not: values of odd length are padded as their VR wants it
 * (PS3.5 6.2), what is too long for its VR becomes UN (PS3.5 6.2.2), as does a VR that is not two upper-case letters,
 * everything of undefined length gets its delimiters, and file meta information and the group lengths that are kept
 * tell the truth. A VR of the future keeps its letters and a length of 32 bits. A sequence with VR UN keeps that and,
 * inside, implicit VR little endian (PS3.5 6.2.2).
 *
 * <p>The lengths of a tree are measured first. Those of a parser's sequences and items can only be known beforehand
 * by reading twice, which {@link #copy(ParserOpener)} does. In a single pass, and piece by piece, a length that is
 * told is kept where the options keep what would change it, and the VR stays explicit or implicit; otherwise it
 * becomes undefined; group lengths, likewise, are kept as told or dropped, and are not made.
 *
 * <p>The file meta information of a data set that comes piece by piece is made when its first 64 KiB have come, or at
 * its end: by then SOP Class UID and SOP Instance UID are known.
 *
 * <p>A writer is used by one thread, for one data set. It closes its target, which holds an incomplete file if that
 * happens before the end; {@link AtomicFile} is a target that does not show such a file to anyone.
 */
public final class DicomWriter implements Closeable {
    private static final int FILE_META = 0x0002;
    private static final byte[] NO_PREAMBLE = {};

    private final Output.Sink target;
    private final Closeable closing;
    private final WriteOptions options;
    private final SopUids uids = new SopUids();
    private final List<Element> meta = new ArrayList<>();
    private final FileMetaSize metaSize = new FileMetaSize();
    private FileSink file;
    private DeflaterSink deflater;
    private Encoder encoder;
    private boolean ended;

    private DicomWriter(Output.Sink target, Closeable closing, WriteOptions options) {
        this.target = target;
        this.closing = closing;
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * A writer to a stream, which needs no buffer of its own.
     *
     * @param target  where the bytes go; closed with the writer
     * @param options how to write
     * @return a writer that has written nothing yet
     */
    public static DicomWriter to(OutputStream target, WriteOptions options) {
        return new DicomWriter(target::write, target, options);
    }

    /**
     * A writer to a channel in blocking mode.
     *
     * @param target  where the bytes go; closed with the writer
     * @param options how to write
     * @return a writer that has written nothing yet
     */
    public static DicomWriter to(WritableByteChannel target, WriteOptions options) {
        return new DicomWriter(new ChannelSink(target), target, options);
    }

    /**
     * A data set as the bytes of a file.
     *
     * @param dataSet with or without file meta information
     * @param options how to write
     * @return a new array
     * @throws IOException    where a value that stayed in its file cannot be read, or there is 2 GiB or more
     * @throws DicomException where the transfer syntax cannot hold the data set's pixel data
     */
    public static byte[] toBytes(DataSet dataSet, WriteOptions options) throws IOException {
        MeasuredTree tree = new MeasuredTree(dataSet, options);
        if (!tree.syntax().deflated()) {
            return tree.bytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DicomWriter writer = to(bytes, options)) {
            writer.write(tree);
        }
        return bytes.toByteArray();
    }

    // ---- whole data sets -----------------------------------------------------------------------------------------

    /**
     * Writes a whole data set, and ends it.
     *
     * @param dataSet with or without file meta information (group 0002); values that stayed in files are streamed
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where the transfer syntax cannot hold the data set's pixel data
     */
    public void write(DataSet dataSet) throws IOException {
        write(new MeasuredTree(dataSet, options));
    }

    private void write(MeasuredTree tree) throws IOException {
        Output out = open(tree.syntax(), tree::start);
        tree.write(out);
        finish(out);
    }

    /**
     * Writes what a parser reads, to the end, in a single pass: see the class for what becomes of lengths. Elements
     * come in the order of the source, even where that is wrong.
     *
     * @param parser before its first event; stays open
     * @throws IOException    where the source cannot be read, or the target not written
     * @throws DicomException where the source is damaged, the transfer syntax cannot hold its pixel data, or a length
     *                        that was kept turns out to be wrong
     */
    public void copy(DicomParser parser) throws IOException {
        copy(parser, Lengths.unknown());
    }

    /**
     * Writes what a source holds, reading it twice: first to measure, without the values where they can be skipped.
     *
     * @param opener opens the source; called twice
     * @throws IOException    where the source cannot be read, or the target not written
     * @throws DicomException where the source is damaged, or the transfer syntax cannot hold its pixel data
     */
    public void copy(ParserOpener opener) throws IOException {
        Lengths lengths = Lengths.recording();
        try (DicomParser parser = opener.open()) {
            ParserCopy copy = new ParserCopy(parser, new SopUids());
            copy.readMeta();
            Encoder measuring = new Encoder(Output.counting(), copy.target(options), options, lengths, copy.origin());
            copy.copy(measuring);
            measuring.end(0);
        }
        try (DicomParser parser = opener.open()) {
            copy(parser, lengths.replay());
        }
    }

    private void copy(DicomParser parser, Lengths lengths) throws IOException {
        ParserCopy copy = new ParserCopy(parser, uids);
        copy.readMeta();
        TransferSyntax syntax = copy.target(options);
        begin(syntax, copy.origin(), lengths, () -> fileStart(copy.meta(), copy.preamble(), syntax));
        copy.copy(encoder);
        end();
    }

    // ---- piece by piece ------------------------------------------------------------------------------------------

    /**
     * An element with a value. Those of group 0002 come first, and become part of the file meta information as the
     * options say.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR, see {@link VR#of(int)}
     * @param value  in little endian
     * @throws IOException where the target cannot be written
     */
    public void element(int tag, int vrCode, byte[] value) throws IOException {
        element(tag, vrCode, value, 0, value.length);
    }

    /**
     * An element with a value that is part of an array.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR, see {@link VR#of(int)}
     * @param bytes  holds the value in little endian
     * @param offset of its first byte
     * @param length in bytes
     * @throws IOException where the target cannot be written
     */
    public void element(int tag, int vrCode, byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (encoder == null && tag >>> 16 == FILE_META) {
            metaSize.add(length, new Location("data set", -1, TagPath.of(tag)));
            meta.add(Value.of(tag, VR.of(vrCode), Arrays.copyOfRange(bytes, offset, offset + length)));
            return;
        }
        started();
        if (SopUids.isOne(tag) && encoder.depth() == 0) {
            uids.note(tag, bytes, offset, length);
        }
        encoder.value(tag, vrCode, bytes, offset, length);
    }

    /**
     * An element with a value that is read while it is written.
     *
     * @param tag    its tag, not of group 0002
     * @param vrCode the letters of its VR, see {@link VR#of(int)}
     * @param length of the value in bytes, at most 4 GiB less two
     * @param value  gives so many bytes, in little endian; stays open
     * @throws IOException where the value cannot be read, or the target not written
     */
    public void element(int tag, int vrCode, long length, InputStream value) throws IOException {
        started().value(tag, vrCode, length, value::readNBytes);
    }

    /**
     * Begins a sequence.
     *
     * @param tag    its tag
     * @param vrCode SQ; UN for one that shall stay unknown (PS3.5 6.2.2)
     * @param length what its items will take, with their headers and delimiters, in the transfer syntax that is
     *               written; or {@link DicomParser#UNDEFINED_LENGTH}
     * @throws IOException where the target cannot be written
     */
    public void startSequence(int tag, int vrCode, long length) throws IOException {
        started().startSequence(tag, vrCode, length);
    }

    /**
     * Begins an item of the sequence that is open.
     *
     * @param length what its elements will take, or {@link DicomParser#UNDEFINED_LENGTH}
     * @throws IOException where the target cannot be written
     */
    public void startItem(long length) throws IOException {
        started().startItem(length);
    }

    /**
     * Ends an item.
     *
     * @throws IOException    where the target cannot be written
     * @throws DicomException where its length was told, and is not right
     */
    public void endItem() throws IOException {
        started().endItem();
    }

    /**
     * Ends a sequence.
     *
     * @throws IOException    where the target cannot be written
     * @throws DicomException where its length was told, and is not right
     */
    public void endSequence() throws IOException {
        started().endSequence();
    }

    /**
     * Begins encapsulated pixel data (PS3.5 A.4).
     *
     * @param tag    its tag
     * @param vrCode OB
     * @throws IOException    where the target cannot be written
     * @throws DicomException where the transfer syntax is not encapsulated
     */
    public void startFragments(int tag, int vrCode) throws IOException {
        started().startFragments(tag, vrCode);
    }

    /**
     * A fragment; the first is the basic offset table.
     *
     * @param bytes its bytes
     * @throws IOException where the target cannot be written
     */
    public void fragment(byte[] bytes) throws IOException {
        fragment(bytes.length, new ByteArrayInputStream(bytes));
    }

    /**
     * A fragment that is read while it is written.
     *
     * @param length in bytes
     * @param bytes  gives so many; stays open
     * @throws IOException where it cannot be read, or the target not written
     */
    public void fragment(long length, InputStream bytes) throws IOException {
        started().fragment(length, bytes::readNBytes);
    }

    /**
     * Ends encapsulated pixel data.
     *
     * @throws IOException where the target cannot be written
     */
    public void endFragments() throws IOException {
        started().endFragments();
    }

    /**
     * Ends the data set and writes what is left of it; nothing can follow.
     *
     * @throws IOException where the target cannot be written
     */
    public void end() throws IOException {
        started();
        Output out = encoder.out();
        long before = 0;
        if (options.padding().file() > 0 && deflater == null) {
            file.start();
            before = file.dataSetStart();
        }
        encoder.end(before);
        finish(out);
    }

    /** Closes the target. Without {@link #end()} before, the data set in it is incomplete. */
    @Override
    public void close() throws IOException {
        ended = true;
        if (deflater != null) {
            deflater.close();
        }
        closing.close();
    }

    // ---- start and end -------------------------------------------------------------------------------------------

    private Encoder started() {
        if (encoder == null) {
            DataSet found = FileMeta.dataSet(meta);
            TransferSyntax syntax = options.transferSyntax().orElseGet(() ->
                    FileMeta.transferSyntax(found).orElse(TransferSyntax.EXPLICIT_LITTLE));
            begin(syntax, syntax, Lengths.unknown(), () -> fileStart(found, NO_PREAMBLE, syntax));
        }
        if (ended) {
            throw new IllegalStateException("the data set has ended");
        }
        return encoder;
    }

    private void begin(TransferSyntax syntax, TransferSyntax origin, Lengths lengths, FileSink.Start start) {
        encoder = new Encoder(open(syntax, start), syntax, options, lengths, origin);
    }

    private Output open(TransferSyntax syntax, FileSink.Start start) {
        if (file != null || ended) {
            throw new IllegalStateException("a writer writes one data set");
        }
        file = new FileSink(target, start);
        if (syntax.deflated()) {
            deflater = new DeflaterSink(file, options.deflateLevel());
        }
        return Output.to(deflater == null ? file : deflater);
    }

    private byte[] fileStart(DataSet found, byte[] preamble, TransferSyntax syntax) throws IOException {
        return switch (options.fileMeta()) {
            case MADE -> FileMeta.madeFor(found, uids.sopClass(), uids.sopInstance(), syntax).fileStart(preamble);
            case KEPT -> (found.contains(Tag.TransferSyntaxUID) ? FileMeta.keptFrom(found, syntax)
                    : FileMeta.madeFor(found, uids.sopClass(), uids.sopInstance(), syntax)).fileStart(preamble);
            case NONE -> new byte[0];
        };
    }

    private void finish(Output out) throws IOException {
        out.flush();
        file.start();
        if (deflater != null) {
            deflater.finish();
            deflater.close();
        }
        ended = true;
    }
}
