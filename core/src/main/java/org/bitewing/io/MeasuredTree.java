package org.bitewing.io;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.data.DataSet;

/**
 * A data set whose lengths have been measured, in one pass over the tree that reads no value: what stands before it
 * in the file, how many bytes it takes, and the second pass that writes it.
 */
final class MeasuredTree {
    private final WriteOptions options;
    private final TransferSyntax origin;
    private final TransferSyntax syntax;
    private final byte[] start;
    private final Lengths lengths = Lengths.recording();
    private final Optional<FlatTreeWriter> flat;
    /** What writes where {@link #flat} does not. */
    private final TreeEncoder tree;
    private final long size;

    MeasuredTree(DataSet dataSet, WriteOptions options) throws IOException {
        this.options = options;
        origin = FileMeta.transferSyntax(dataSet).orElse(TransferSyntax.EXPLICIT_LITTLE);
        syntax = options.transferSyntax().orElse(origin);
        start = switch (options.fileMeta()) {
            case MADE -> FileMeta.madeFor(dataSet, syntax).fileStart(dataSet.preamble());
            case KEPT -> FileMeta.keptFrom(dataSet, syntax).fileStart(dataSet.preamble());
            case NONE -> new byte[0];
        };
        // A place in what inflates is no place in the file.
        Optional<DirectoryOffsets> records = syntax.deflated() ? Optional.empty() : DirectoryOffsets.of(dataSet, start.length);
        flat = FlatTreeWriter.of(dataSet, options, syntax, origin, records);
        tree = new TreeEncoder(dataSet, records);
        size = flat.isPresent() ? flat.get().size() : measured();
    }

    private long measured() throws IOException {
        Output counting = Output.counting();
        writeTree(counting);
        lengths.replay();
        return counting.count();
    }

    TransferSyntax syntax() {
        return syntax;
    }

    /** Preamble, prefix and meta information, or nothing. */
    byte[] start() {
        return start;
    }

    /** The bytes of the data set, inflated. */
    long size() {
        return size;
    }

    void write(Output out) throws IOException {
        if (flat.isPresent()) {
            flat.get().write(out, new Encoder(out, syntax, options, lengths, origin));
        } else {
            writeTree(out);
        }
    }

    private void writeTree(Output out) throws IOException {
        Encoder encoder = new Encoder(out, syntax, options, lengths, origin);
        tree.writeDataSet(encoder);
        encoder.end(syntax.deflated() ? 0 : start.length);
    }

    /** The whole file, in one array of its size. */
    byte[] bytes() throws IOException {
        long total = start.length + size;
        if (total > Integer.MAX_VALUE - 8) {
            throw new IOException("a file of " + total + " bytes does not fit an array; write it to a stream");
        }
        byte[] bytes = new byte[(int) total];
        System.arraycopy(start, 0, bytes, 0, start.length);
        Output out = Output.over(bytes);
        out.position = start.length;
        write(out);
        return bytes;
    }
}
