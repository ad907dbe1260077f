package org.bitewing.tools.markup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.json.JsonReadOptions;
import org.bitewing.json.JsonReader;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;

/** {@code json2dcm}: converts the DICOM JSON Model (PS3.18 Annex F) to a DICOM file. */
public final class Json2dcm implements Command {
    private static final int UNREADABLE = 20;
    private static final int UNWRITABLE = 40;
    private static final int NO_JSON = 64;
    private static final int NO_DATA_SET = 65;
    private static final int BULK_REFUSED = 66;

    private static final String DETAILS = """
            parameters:
              jsonfile-in                  JSON input filename to be converted (stdin: "-")
              dcmfile-out                  DICOM output filename (stdout: "-")

            input options:
              input file format:
                +f   --read-meta-info      read meta information if present (default)
                -f   --ignore-meta-info    ignore file meta information
              numbers:
                -es  --decode-strict       report error for 'inf' and 'nan' (default)
                -ee  --decode-extended     permit 'inf' and 'nan' as JSON numbers
            """ + BulkFolder.READING + """
            processing options:
            """ + DicomOutput.UIDS + """
            output options:
            """ + DicomOutput.OPTIONS + """

            exit codes:
              0    the file was written
              1    a command line that makes no sense
              20   the input cannot be read
              40   the output cannot be written
              64   the input is no document of the DICOM JSON Model

            examples:
              dcm2json +m in.dcm | json2dcm - out.dcm   there and back
            """;

    /** Made by the table of commands. */
    public Json2dcm() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("json2dcm", "Convert JSON document to DICOM file or data set",
                "[options] jsonfile-in dcmfile-out", 2, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) {
        BulkFolder bulk = BulkFolder.forReading(line);
        String name = line.parameters().get(0);
        DataSet dataSet;
        try {
            dataSet = read(line, console, bulk);
        } catch (IOException e) {
            console.log(Level.ERROR, "json2dcm: error (" + Failures.reason(e) + ") reading file: " + name);
            return UNREADABLE;
        } catch (DicomException e) {
            console.log(Level.ERROR, "json2dcm: error (" + e.reason() + ", " + e.location() + ") reading file: "
                    + name);
            return bulk.hasRefused() ? BULK_REFUSED : e.kind() == DicomException.Kind.SYNTAX ? NO_JSON : NO_DATA_SET;
        }
        return new DicomOutput(line, console, "json2dcm").write(dataSet, Optional.empty()) ? 0 : UNWRITABLE;
    }

    private static DataSet read(CommandLine line, Console console, BulkFolder bulk) throws IOException {
        JsonReadOptions options = JsonReadOptions.defaults().withBulk(bulk)
                .withTemporaryFolder(DicomOutput.folder(line));
        if (line.isOn("--decode-extended", "--decode-strict")) {
            options = options.withBareNonFinite();
        }
        String name = line.parameters().get(0);
        if (name.equals("-")) {
            return JsonReader.read(console.in(), name, options);
        }
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return JsonReader.read(in, name, options);
        }
    }
}
