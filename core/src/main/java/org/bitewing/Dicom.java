package org.bitewing;

import java.io.IOException;
import java.nio.file.Path;
import org.bitewing.data.DataSet;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.ReadOptions;

/**
 * The first five minutes: read a file as a data set, or parse it event by event. Whoever needs more says so with
 * {@link ReadOptions}. All methods may be called by any thread.
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
}
