package org.bitewing.tools.files;

import java.io.IOException;
import java.nio.file.Path;
import org.bitewing.data.DataSet;
import org.bitewing.io.AtomicFile;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.Console;

/**
 * Where a command writes a DICOM file: a file that appears when it is complete, or standard output for {@code -}.
 */
public final class OutputFile {
    private OutputFile() {
    }

    /** What writes. */
    public interface Content {
        /**
         * Writes everything.
         *
         * @param writer the writer; stays open
         * @throws IOException where something cannot be read or written
         */
        void write(DicomWriter writer) throws IOException;
    }

    /**
     * Writes a data set.
     *
     * @param dataSet with its file meta information
     * @param options how
     * @param name    of the file, or {@code -}
     * @param console has standard output
     * @throws IOException                 where the file cannot be written; then nothing has changed
     * @throws org.bitewing.DicomException where the transfer syntax cannot hold the data set
     */
    public static void write(DataSet dataSet, WriteOptions options, String name, Console console) throws IOException {
        write(writer -> writer.write(dataSet), options, name, console);
    }

    /**
     * Writes what another writes.
     *
     * @param content what to write
     * @param options how
     * @param name    of the file, or {@code -}
     * @param console has standard output
     * @throws IOException                 where the file cannot be written; then nothing has changed
     * @throws org.bitewing.DicomException where the transfer syntax cannot hold the data set
     */
    public static void write(Content content, WriteOptions options, String name, Console console) throws IOException {
        if (name.equals("-")) {
            // Not closed, as that would close standard output.
            content.write(DicomWriter.to(console.out(), options));
            return;
        }
        try (AtomicFile file = AtomicFile.create(Path.of(name));
             DicomWriter writer = DicomWriter.to(file.channel(), options)) {
            content.write(writer);
            file.commit();
        }
    }
}
