package org.bitewing.tools.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.text.SpecificCharacterSet;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.xml.DcmtkXmlOptions;
import org.bitewing.xml.DcmtkXmlWriter;
import org.bitewing.xml.XmlWriteOptions;
import org.bitewing.xml.XmlWriter;

/** {@code dcm2xml}: converts a data set to XML, in DCMTK's format or the Native DICOM Model (PS3.19 A.1). */
public final class Dcm2xml implements Command {
    private static final int UNWRITABLE = 1;
    private static final int NO_CHARACTER_SET = 3;
    private static final int UNREADABLE = 5;
    private static final int IMPOSSIBLE = 81;
    private static final long DEFAULT_KILOBYTES = 4;

    /** Made by the table of commands. */
    public Dcm2xml() {
    }

    @Override
    public OptionTable options() {
        return Dcm2xmlOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        boolean isNative = Dcm2xmlOptions.isNative(line);
        Dcm2xmlOptions.check(line, isNative);
        Optional<SpecificCharacterSet> assumed = AssumedCharacterSet.of(line);
        Optional<DicomInput> found = DicomInput.read(line, console, "dcm2xml", assumed);
        if (found.isEmpty()) {
            return UNREADABLE;
        }
        DicomInput input = found.get();
        if (assumed.isEmpty() && ExtendedCharacters.areUndeclared(input.dataSet(), line.has("--charset-check-all"))) {
            console.log(Level.ERROR, "dcm2xml: SpecificCharacterSet (0008,0005) element absent (on the main data set"
                    + " level) but extended characters used in file: " + input.name());
            return NO_CHARACTER_SET;
        }
        BulkFolder bulk = BulkFolder.of(line, input.dataSet());
        try {
            TextOutput.Content document = isNative ? new Native(input.dataSet(), nativeOptions(line, bulk))
                    : new Dcmtk(input, !DicomInput.isBare(line), dcmtkOptions(line));
            TextOutput.write(line.parameters(), console, document);
            return 0;
        } catch (DicomException e) {
            bulk.discard();
            console.log(Level.FATAL, e.reason() + ", " + e.location().path() + ": " + input.name());
            return IMPOSSIBLE;
        } catch (IOException e) {
            bulk.discard();
            console.log(Level.ERROR, "dcm2xml: error (" + Failures.reason(e) + ") writing XML");
            return UNWRITABLE;
        }
    }

    private static XmlWriteOptions nativeOptions(CommandLine line, BulkFolder bulk) {
        XmlWriteOptions options = XmlWriteOptions.defaults();
        if (!line.has("--use-xml-namespace")) {
            options = options.withoutNamespace();
        }
        if (line.has("--write-meta")) {
            options = options.withFileMeta();
        }
        if (line.has("--bulk-inline-frames")) {
            options = options.withInlineFragments();
        }
        if (BulkFolder.isWritten(line)) {
            return options.withBulkOver(BulkFolder.threshold(line), bulk);
        }
        return line.has("--encode-base64") ? options : options.withBulkOver(0, new AnonymousBulk());
    }

    private static DcmtkXmlOptions dcmtkOptions(CommandLine line) throws IOException {
        long kilobytes = line.has("--max-read-length") ? Long.parseLong(line.value("--max-read-length").orElseThrow())
                : DEFAULT_KILOBYTES;
        DcmtkXmlOptions.Binary binary = !line.has("--write-binary-data") ? DcmtkXmlOptions.Binary.HIDDEN
                : line.isOn("--encode-base64", "--encode-hex") ? DcmtkXmlOptions.Binary.BASE64
                : DcmtkXmlOptions.Binary.HEXADECIMAL;
        return new DcmtkXmlOptions(binary, new DcmtkNaming(), !line.isOn("--no-element-name", "--write-element-name"),
                line.has("--use-xml-namespace"), line.has("--convert-to-utf8"),
                line.isOn("--load-all", "--load-short") ? Long.MAX_VALUE : 1024 * kilobytes, documentType(line));
    }

    private static String documentType(CommandLine line) throws IOException {
        String choice = line.choice("", "--add-dtd-reference", "--embed-dtd-content");
        if (choice.isEmpty()) {
            return "";
        }
        if (choice.equals("--add-dtd-reference")) {
            return DocumentType.REFERENCE;
        }
        Optional<String> file = line.value("--use-dtd-file");
        if (file.isEmpty()) {
            return DocumentType.embedded();
        }
        try {
            return DocumentType.embedded(Files.readString(Path.of(file.get()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("Cannot read DTD file '" + file.get() + "'");
        }
    }

    /** A document in the Native DICOM Model. */
    private record Native(DataSet dataSet, XmlWriteOptions options) implements TextOutput.Content {
        @Override
        public void write(OutputStream target) throws IOException {
            XmlWriter.write(dataSet, target, options);
        }
    }

    /** A document in DCMTK's format. */
    private record Dcmtk(DicomInput input, boolean withFileMeta, DcmtkXmlOptions options)
            implements TextOutput.Content {
        @Override
        public void write(OutputStream target) throws IOException {
            DcmtkXmlWriter.write(input.dataSet(), input.transferSyntax().uid(), withFileMeta, target, options);
        }
    }
}
