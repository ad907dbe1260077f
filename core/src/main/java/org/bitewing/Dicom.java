package org.bitewing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.bitewing.data.DataSet;
import org.bitewing.io.AtomicFile;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.WriteOptions;

/**
 * The first five minutes: read a file as a data set, or parse it event by event; write a data set. Whoever needs
 * more says so with {@link ReadOptions} and {@link WriteOptions}. All methods may be called by any thread.
 */
public final class Dicom {
    private Dicom() {
    }

    /**
     * Reads a file of any transfer syntax, with or without file meta information. Values over 64 KiB stay in the file
     * until they are asked for.
     *
     * @param path the file
     * @return its data set, the file meta information (group 0002) included
     * @throws IOException    where the file cannot be read
     * @throws DicomException where it is not DICOM, is damaged, or exceeds {@link Limits#defaults()}
     */
    public static DataSet read(Path path) throws IOException {
        return DataSetReader.read(path, ReadOptions.defaults());
    }

    /**
     * Reads bytes as a file. The array is not copied and must not change while the data set is in use.
     *
     * @param bytes a whole file
     * @return its data set, the file meta information (group 0002) included
     * @throws DicomException where it is not DICOM, is damaged, or exceeds {@link Limits#defaults()}
     */
    public static DataSet read(byte[] bytes) {
        try {
            return DataSetReader.read(ByteSource.of(bytes), ReadOptions.defaults());
        } catch (IOException e) {
            throw new AssertionError("an array is read without I/O", e);
        }
    }

    /**
     * Parses a file event by event, without a tree.
     *
     * @param path the file
     * @return a parser before its first event, to be closed
     * @throws IOException where the file cannot be opened
     */
    public static DicomParser parse(Path path) throws IOException {
        return DicomParser.of(ByteSource.of(path));
    }

    /**
     * Parses bytes event by event, without a tree.
     *
     * @param bytes a whole file; not copied
     * @return a parser before its first event
     */
    public static DicomParser parse(byte[] bytes) {
        return DicomParser.of(ByteSource.of(bytes));
    }

    /**
     * Writes a file as {@link AtomicFile} does: it appears when it is complete, and a file that is there stays until
     * then. The transfer syntax is that which the data set names (0002,0010), or explicit VR little endian; the file
     * meta information is made. The data set may have been read from the file that is replaced; its values that
     * stayed there are gone afterwards, and asking for them is an error.
     *
     * @param dataSet with or without file meta information
     * @param path    the file
     * @throws IOException    where it cannot be written; then nothing has changed
     * @throws DicomException where the transfer syntax cannot hold the data set's pixel data
     */
    public static void write(DataSet dataSet, Path path) throws IOException {
        try (AtomicFile file = AtomicFile.create(path);
             DicomWriter writer = DicomWriter.to(file.channel(), WriteOptions.defaults())) {
            writer.write(dataSet);
            file.commit();
        }
    }

    /**
     * Writes a file to a stream; see {@link #write(DataSet, Path)}.
     *
     * @param dataSet with or without file meta information
     * @param stream  where it goes; stays open, and is not flushed
     * @throws IOException    where it cannot be written
     * @throws DicomException where the transfer syntax cannot hold the data set's pixel data
     */
    public static void write(DataSet dataSet, OutputStream stream) throws IOException {
        // Not closed, as that would close the stream.
        DicomWriter.to(stream, WriteOptions.defaults()).write(dataSet);
    }

    /**
     * A file as bytes; see {@link #write(DataSet, Path)}.
     *
     * @param dataSet with or without file meta information
     * @return a new array
     * @throws IOException    where a value that stayed in its file cannot be read, or there is 2 GiB or more
     * @throws DicomException where the transfer syntax cannot hold the data set's pixel data
     */
    public static byte[] toBytes(DataSet dataSet) throws IOException {
        return DicomWriter.toBytes(dataSet, WriteOptions.defaults());
    }
}
