package org.bitewing.tools.markup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.xml.XmlReadOptions;
import org.bitewing.xml.XmlReader;

/** {@code xml2dcm}: converts XML, of DCMTK or in the Native DICOM Model (PS3.19 A.1), to a DICOM file. */
public final class Xml2dcm implements Command {
    private static final int FAILED = 1;

    private static final String DETAILS = """
            parameters:
              xmlfile-in                   XML input filename to be converted (stdin: "-"), in
                                           DCMTK's format or the Native DICOM Model
              dcmfile-out                  DICOM output filename (stdout: "-")

            input options:
              input file format:
                +f   --read-meta-info      read meta information if present (default)
                -f   --ignore-meta-info    ignore file meta information
            """ + BulkFolder.READING + """
            processing options:
              validation:
                +Vd  --validate-document   accepted: the structure is always checked
                +Vn  --check-namespace     check XML namespace in document root
            """ + DicomOutput.UIDS + """
            output options:
              error handling:
                -E   --stop-on-error       do not write if document is invalid (default)
                +E   --ignore-errors       accepted: an invalid document is never written
            """ + DicomOutput.OPTIONS + """

            examples:
              dcm2xml +M +Wb in.dcm | xml2dcm - out.dcm   there and back
            """;

    /** Made by the table of commands. */
    public Xml2dcm() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("xml2dcm", "Convert XML document to DICOM file or data set",
                "[options] xmlfile-in dcmfile-out", 2, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) {
        String name = line.parameters().get(0);
        console.log(Level.INFO, "reading XML input file: " + name);
        try (XmlReader reader = XmlReader.of(open(name, console), name, options(line))) {
            DataSet dataSet = reader.read();
            for (TagPath path : reader.hidden()) {
                console.log(Level.WARN, "content of node " + path + " is 'hidden', empty element inserted");
            }
            return new DicomOutput(line, console, "xml2dcm").write(inItsCharacterSet(dataSet, reader),
                    reader.transferSyntax()) ? 0 : FAILED;
        } catch (IOException e) {
            console.log(Level.ERROR, "could not parse document: " + name + ": " + Failures.reason(e));
        } catch (DicomException e) {
            console.log(Level.ERROR, "could not parse document: " + name + "\n" + e.reason() + " (" + e.location()
                    + ")");
        }
        return FAILED;
    }

    private static XmlReadOptions options(CommandLine line) {
        XmlReadOptions options = XmlReadOptions.defaults().withHiddenAsEmpty().withBulk(BulkFolder.forReading(line))
                .withTemporaryFolder(DicomOutput.folder(line));
        return line.has("--check-namespace") ? options.withNamespaceRequired() : options;
    }

    private static InputStream open(String name, Console console) throws IOException {
        if (!name.equals("-")) {
            return Files.newInputStream(Path.of(name));
        }
        return new FilterInputStream(console.in()) {
            @Override
            public void close() {
                // Standard input stays open for others.
            }
        };
    }

    /** A document says what character set the file had, and it gets it back if that has all the characters. */
    private static DataSet inItsCharacterSet(DataSet dataSet, XmlReader reader) {
        String told = reader.characterSetTold();
        if (told.isEmpty() || told.equals("ISO_IR 192")) {
            return dataSet;
        }
        try {
            return dataSet.toBuilder().set(Tag.SpecificCharacterSet, told.split("\\\\")).build();
        } catch (DicomException | IllegalArgumentException e) {
            return dataSet;
        }
    }
}
