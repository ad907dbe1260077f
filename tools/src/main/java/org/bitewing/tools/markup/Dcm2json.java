package org.bitewing.tools.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.json.JsonWriteOptions;
import org.bitewing.json.JsonWriter;
import org.bitewing.text.SpecificCharacterSet;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcm2json}: converts a data set to the DICOM JSON Model (PS3.18 Annex F). */
public final class Dcm2json implements Command {
    private static final int UNREADABLE = 20;
    private static final int UNWRITABLE = 40;
    private static final int IMPOSSIBLE = 81;

    private static final String DETAILS = """
            parameters:
              dcmfile-in                   DICOM input filename to be converted, or one of a zip
                                           file (archive.zip!/path), - for standard input
              jsonfile-out                 JSON output filename (default: stdout, as -)

            input options:
            """ + DicomInput.OPTIONS + """
            processing options:
              encoding of infinity and not-a-number:
                -es  --encode-strict       report error for 'inf' and 'nan' (default)
                -ee  --encode-extended     permit 'inf' and 'nan' in JSON numbers
                +et  --encode-text         write 'inf' and 'nan' as strings
              specific character set:
                +Ca  --charset-assume      [c]harset: string
                                           assume charset c if none is declared
            output options:
              output format:
                +fc  --formatted-code      enable whitespace formatting (default)
                -fc  --compact-code        print only required characters
                +m   --write-meta          write data set with meta information
                                           (warning: not conforming to the DICOM standard)
            """ + BulkFolder.WRITING + """

            exit codes:
              0    the document was written
              1    a command line that makes no sense
              20   the input cannot be read
              40   the output cannot be written

            examples:
              dcm2json image.dcm | jq '."00100010"'     the patient's name
              dcm2json +b +bd bulk image.dcm image.json  values over 1 KiB in files of their own
            """;

    /** Made by the table of commands. */
    public Dcm2json() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcm2json", "Convert DICOM file and data set to JSON",
                "[options] dcmfile-in [jsonfile-out]", 1, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        Optional<SpecificCharacterSet> assumed = AssumedCharacterSet.of(line);
        Optional<DicomInput> input = DicomInput.read(line, console, "dcm2json", assumed);
        if (input.isEmpty()) {
            return UNREADABLE;
        }
        DataSet dataSet = input.get().dataSet();
        BulkFolder bulk = BulkFolder.of(line, dataSet);
        try {
            TextOutput.write(line.parameters(), console, new Json(dataSet, options(line, bulk)));
            return 0;
        } catch (DicomException e) {
            bulk.discard();
            console.log(Level.FATAL, e.reason() + ", " + e.location().path() + ": " + input.get().name());
            return IMPOSSIBLE;
        } catch (IOException e) {
            bulk.discard();
            console.log(Level.FATAL, "cannot write JSON: " + Failures.reason(e));
            return UNWRITABLE;
        }
    }

    private static JsonWriteOptions options(CommandLine line, BulkFolder bulk) {
        JsonWriteOptions options = JsonWriteOptions.defaults()
                .with(switch (line.choice("--encode-strict", "--encode-extended", "--encode-text")) {
                    case "--encode-extended" -> JsonWriteOptions.NonFinite.BARE;
                    case "--encode-text" -> JsonWriteOptions.NonFinite.TEXT;
                    default -> JsonWriteOptions.NonFinite.REFUSED;
                });
        if (!line.isOn("--compact-code", "--formatted-code")) {
            options = options.indented();
        }
        if (line.has("--write-meta")) {
            options = options.withFileMeta();
        }
        if (line.has("--bulk-inline-frames")) {
            options = options.withInlineFragments();
        }
        return BulkFolder.isWritten(line) ? options.withBulkOver(BulkFolder.threshold(line), bulk) : options;
    }

    /** The document. A class and no lambda, which costs a fresh Java machine as much as all of this. */
    private record Json(DataSet dataSet, JsonWriteOptions options) implements TextOutput.Content {
        @Override
        public void write(OutputStream target) throws IOException {
            JsonWriter.write(dataSet, target, options);
        }
    }
}
