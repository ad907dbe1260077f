package org.bitewing.tools.markup;

import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** The options of {@code dcm2xml}: those of DCMTK's, and a few. */
final class Dcm2xmlOptions {
    private static final String DETAILS = """
            parameters:
              dcmfile-in                   DICOM input filename to be converted, or one of a zip
                                           file (archive.zip!/path), - for standard input
              xmlfile-out                  XML output filename (default: stdout, as -)

            input options:
            """ + DicomInput.OPTIONS + """
              long tag values (DCMTK-specific format):
                +M   --load-all            load very long tag values (e.g. pixel data)
                -M   --load-short          do not load very long values (default)
                +R   --max-read-length     [k]bytes: integer (4..4194302, default: 4)
                                           set threshold for long values to k kbytes
            processing options:
              specific character set:
                +Cr  --charset-require     require declaration of extended charset (default)
                +Ca  --charset-assume      [c]harset: string
                                           assume charset c if no extended charset declared
                +Cc  --charset-check-all   check all data elements with string values
                                           (default: only PN, LO, LT, SH, ST, UC and UT)
                +U8  --convert-to-utf8     convert all element values that are affected
                                           by Specific Character Set (0008,0005) to UTF-8
                                           (always in Native DICOM Model, and where the charset
                                           is none of ISO 8859)
            output options:
              general XML format:
                -dtk --dcmtk-format        output in DCMTK-specific format (default)
                -nat --native-format       output in Native DICOM Model format (part 19)
                     --native-xml          the same
                +Xn  --use-xml-namespace   add XML namespace declaration to root element
              DCMTK-specific format (not with --native-format):
                +Xd  --add-dtd-reference   add reference to document type definition (DTD)
                +Xe  --embed-dtd-content   embed document type definition into XML document
                +Xf  --use-dtd-file        [f]ilename: string
                                           use specified DTD file (only with +Xe)
                +Wn  --write-element-name  write name of the DICOM data elements (default)
                -Wn  --no-element-name     do not write name of the DICOM data elements
                +Wb  --write-binary-data   write binary data of OB and OW elements
                                           (default: off, be careful with --load-all)
              encoding of binary data:
                +Eh  --encode-hex          encode binary data as hex numbers
                                           (default for DCMTK-specific format)
                +Eu  --encode-uuid         encode binary data as a UUID reference
                                           (default for Native DICOM Model)
                +Eb  --encode-base64       encode binary data as Base64 (RFC 2045, MIME)
              Native DICOM Model:
                +m   --write-meta          write data set with meta information
                                           (warning: not conforming to the DICOM standard)
            """ + BulkFolder.WRITING + """

            exit codes:
              0    the document was written
              1    a command line that makes no sense, or the output cannot be written
              5    the input cannot be read

            examples:
              dcm2xml image.dcm                      values and names, without bytes
              dcm2xml -nat +Xn +Eb image.dcm image.xml  all of it, as the standard has it
            """;

    private Dcm2xmlOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dcm2xml", "Convert DICOM file and data set to XML", "[options] dcmfile-in [xmlfile-out]",
                1, DETAILS);
    }

    static boolean isNative(CommandLine line) {
        return !line.choice("--dcmtk-format", "--native-format", "--native-xml").equals("--dcmtk-format");
    }

    /** As DCMTK says it. */
    static void check(CommandLine line, boolean isNative) {
        for (String name : new String[] {"--add-dtd-reference", "--embed-dtd-content", "--use-dtd-file",
            "--write-element-name", "--no-element-name", "--write-binary-data", "--encode-hex"}) {
            if (isNative && line.has(name)) {
                throw new UsageException(name + " not allowed with --native-format");
            }
        }
        for (String name : new String[] {"--encode-uuid", "--write-meta", "--bulk-enabled", "--bulk-inline-frames"}) {
            if (!isNative && line.has(name)) {
                throw new UsageException(name + " only allowed with --native-format");
            }
        }
        line.only("--use-dtd-file", "--embed-dtd-content");
        if (!isNative) {
            line.only("--encode-hex", "--write-binary-data");
            line.only("--encode-base64", "--write-binary-data");
        }
    }
}
