package org.bitewing.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bitewing.Limits;
import org.bitewing.data.BulkSource;

/**
 * Where a {@link DicomParser} takes its bytes from: read once, forwards, skipping what nobody asked for. A source is
 * used by one thread and closed by whoever made it or by the parser that was given it.
 */
public interface ByteSource extends Closeable {

    /**
     * What the bytes come from, for messages.
     *
     * @return a name such as a file name, never empty
     */
    String name();

    /**
     * How many bytes there are from the start to the end.
     *
     * @return bytes, or -1 where only reading tells
     */
    long length();

    /**
     * Reads the next bytes.
     *
     * @param target where they go
     * @param offset the first index
     * @param length the most bytes, 1 or more
     * @return how many were read, 1 or more; -1 at the end
     * @throws IOException where the bytes cannot be read
     */
    int read(byte[] target, int offset, int length) throws IOException;

    /**
     * Skips bytes, without reading them where that is possible.
     *
     * @param count 0 or more
     * @return how many were skipped: fewer only at the end
     * @throws IOException where the bytes cannot be read
     */
    long skip(long count) throws IOException;

    /**
     * The same bytes at any place, later and by any thread, for values that are left where they are.
     *
     * @return empty where the source can be read only once
     * @throws IOException where the state of the source cannot be told
     */
    default Optional<BulkSource> bulk() throws IOException {
        return Optional.empty();
    }

    /**
     * The bytes of an array. The array is not copied: leave it alone for as long as the source, and every data set
     * read from it, is in use.
     *
     * @param bytes the whole source
     * @return a source named "bytes"
     */
    static ByteSource of(byte[] bytes) {
        return of(bytes, "bytes");
    }

    /**
     * The bytes of an array, with a name; see {@link #of(byte[])}.
     *
     * @param bytes the whole source
     * @param name  for messages
     * @return a source
     */
    static ByteSource of(byte[] bytes, String name) {
        return new ArraySource(bytes, name);
    }

    /**
     * A file: random access, so that what is skipped is not read. A path of another file system than the default is
     * read through its channel, a pipe or device as a stream.
     *
     * @param path the file
     * @return an open source, named as the path
     * @throws IOException where it cannot be opened
     */
    static ByteSource of(Path path) throws IOException {
        return FileSource.open(path);
    }

    /**
     * A stream, from where it is to its end.
     *
     * @param stream the bytes; closed with the source
     * @param name   for messages
     * @return a source of unknown length
     */
    static ByteSource of(InputStream stream, String name) {
        return new StreamSource(stream, name, -1);
    }

    /**
     * A channel in blocking mode, from where it is to its end.
     *
     * @param channel the bytes; closed with the source
     * @param name    for messages
     * @return a source of unknown length
     */
    static ByteSource of(ReadableByteChannel channel, String name) {
        return of(Channels.newInputStream(channel), name);
    }

    /**
     * An entry of a zip file, inflated as it is read. What the zip says of its size is not trusted; one that grows
     * beyond {@link Limits#inflateRatio()} of {@link Limits#defaults()} ends in a {@link org.bitewing.DicomException}.
     *
     * @param zip   the open file; stays open when the source is closed
     * @param entry an entry of it
     * @return a source named {@code archive.zip!/path}
     * @throws IOException where the entry cannot be read
     */
    static ByteSource of(ZipFile zip, ZipEntry entry) throws IOException {
        return of(zip, entry, Limits.defaults());
    }

    /**
     * An entry of a zip file, with limits; see {@link #of(ZipFile, ZipEntry)}.
     *
     * @param zip    the open file; stays open when the source is closed
     * @param entry  an entry of it
     * @param limits how far it may grow
     * @return a source named {@code archive.zip!/path}
     * @throws IOException where the entry cannot be read
     */
    static ByteSource of(ZipFile zip, ZipEntry entry, Limits limits) throws IOException {
        InputStream stream = Objects.requireNonNull(zip.getInputStream(entry), "the entry is not of this zip file");
        return new ZipEntrySource(zip, entry, stream, limits);
    }
}
