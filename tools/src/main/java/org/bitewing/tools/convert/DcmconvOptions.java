package org.bitewing.tools.convert;

import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.files.OptionTexts;

/** The options of {@code dcmconv}: those of DCMTK's. */
final class DcmconvOptions {
    private static final String DETAILS = """
            parameters:
              dcmfile-in                    DICOM input filename to be converted
              dcmfile-out                   DICOM output filename

            input options:
              input file format:
                +f   --read-file            read file format or data set (default)
                +fo  --read-file-only       read file format only
                -f   --read-dataset         read data set without file meta information
            """ + OptionTexts.INPUT_SYNTAX + OptionTexts.PARSING + """
            processing options:
              specific character set:
                +U8  --convert-to-utf8      convert all element values that are affected
                                            by Specific Character Set (0008,0005) to UTF-8
                +L1  --convert-to-latin1    convert affected element values to ISO 8859-1
                +A7  --convert-to-ascii     convert affected element values to 7-bit ASCII
                +C   --convert-to-charset   [c]harset: string
                                            convert affected element values to the character
                                            set specified by the DICOM defined term c
                -Ct  --transliterate        try to approximate characters that cannot be
                                            represented through similar looking characters
                -Cd  --discard-illegal      discard characters that cannot be represented
                                            in destination character set
              other processing options:
                -ig  --no-invalid-groups    remove elements with invalid group number
            output options:
              output file format:
                +Fm  --write-new-meta-info  write file format
                                            with new meta information (default)
                +F   --write-file           write file format
                -F   --write-dataset        write data set without file meta information
              output transfer syntax:
                +t=  --write-xfer-same      write with same TS as input (default)
                +te  --write-xfer-little    write with explicit VR little endian TS
                +tb  --write-xfer-big       write with explicit VR big endian TS
                +ti  --write-xfer-implicit  write with implicit VR little endian TS
                +td  --write-xfer-deflated  write with deflated explicit VR little endian TS
                +tg  --write-xfer-ge        write private GE LEI with big endian pixel TS
                                            (non-standard)
            """ + OptionTexts.NEW_REPRESENTATIONS + OptionTexts.LENGTHS + """
                +eo  --write-oversized      write oversized explicit length sequences
                                            and items with undefined length (default)
                -eo  --abort-oversized      accepted, and the same: they are never cut short
            """ + OptionTexts.PADDING + """

            examples:
              dcmconv +te old.dcm new.dcm               to explicit VR little endian
              dcmconv +U8 in.dcm out.dcm                all texts to UTF-8
              dcmconv -F +ti in.dcm bare.dcm            the data set alone, in implicit VR
            """;

    private DcmconvOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dcmconv", "Convert DICOM file encoding", "[options] dcmfile-in dcmfile-out", 2, DETAILS);
    }
}
