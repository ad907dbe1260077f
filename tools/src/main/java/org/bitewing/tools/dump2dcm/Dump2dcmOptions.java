package org.bitewing.tools.dump2dcm;

import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.files.OptionTexts;

/** The options of {@code dump2dcm}: those of DCMTK's, and a few. */
final class Dump2dcmOptions {
    private static final String DETAILS = """
            parameters:
              dumpfile-in                   dump input filename
              dcmfile-out                   DICOM output filename, - for standard output

            input options:
              input file format:
                +f   --read-meta-info       read meta information if present (default)
                -f   --ignore-meta-info     ignore file meta information
              file contents byte ordering:
                +rl  --read-file-little     read OW data with little endian (default)
                +rb  --read-file-big        read OW data from file with big endian
              other input options:
                +l   --line                 [m]ax-length: integer (80..2147483647)
                                            maximum line length m (default: no limit)
              repeated tags:
                     --first-wins           keep the first of them (default)
                     --last-wins            keep the last of them
              values that the dump shows shortened, as dcmdump does without +L:
                     --refuse-truncated     an error (default)
                     --allow-truncated      take what is shown for the value
            processing options:
              unique identifiers:
                +Ug  --generate-new-uids    generate new Study/Series/SOP Instance UID
                -Uo  --dont-overwrite-uids  do not overwrite existing UIDs (default)
                +Uo  --overwrite-uids       overwrite existing UIDs
            output options:
              output file format:
                +F   --write-file           write file format (default)
                -F   --write-dataset        write data set without file meta information
                +Fu  --update-meta-info     update particular file meta information
              output transfer syntax:
                +t=  --write-xfer-same      write with same TS as input (default)
                +te  --write-xfer-little    write with explicit VR little endian
                +tb  --write-xfer-big       write with explicit VR big endian TS
                +ti  --write-xfer-implicit  write with implicit VR little endian TS
                +td  --write-xfer-deflated  write with deflated expl. VR little endian TS
              error handling:
                -E   --stop-on-error        do not write if dump is damaged (default)
                +E   --ignore-errors        attempt to write even if dump is damaged
            """ + OptionTexts.NEW_REPRESENTATIONS + OptionTexts.LENGTHS + OptionTexts.PADDING + """

            examples:
              dcmdump +L image.dcm > image.dump         edit it, then
              dump2dcm image.dump changed.dcm           make a file of it
              dump2dcm /dev/null empty.dcm              the smallest file
            """;

    private Dump2dcmOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dump2dcm", "Convert ASCII dump to DICOM file", "[options] dumpfile-in dcmfile-out", 2,
                DETAILS);
    }
}
