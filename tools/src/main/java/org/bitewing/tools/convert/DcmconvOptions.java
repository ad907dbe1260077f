package org.bitewing.tools.convert;

import org.bitewing.tools.cli.OptionTable;

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
              input transfer syntax:
                -t=  --read-xfer-auto       use TS recognition (default)
                -td  --read-xfer-detect     ignore TS specified in the file meta header
                -te  --read-xfer-little     read with explicit VR little endian TS
                -tb  --read-xfer-big        read with explicit VR big endian TS
                -ti  --read-xfer-implicit   read with implicit VR little endian TS
              parsing of file meta information:
                +ml  --use-meta-length      use file meta information group length (default)
                -ml  --ignore-meta-length   ignore file meta information group length
              parsing of odd-length attributes:
                +ao  --accept-odd-length    accept odd length attributes (default)
                +ae  --assume-even-length   assume real length is one byte larger
              handling of explicit VR:
                +ev  --use-explicit-vr      use explicit VR from dataset (default)
                -ev  --ignore-explicit-vr   ignore explicit VR (prefer data dictionary)
              handling of non-standard VR:
                +vr  --treat-as-unknown     treat non-standard VR as unknown (default)
                -vr  --assume-implicit      try to read with implicit VR little endian TS
              handling of undefined length UN elements:
                +ui  --enable-cp246         read undefined len UN as implicit VR (default)
                -ui  --disable-cp246        read undefined len UN as explicit VR
              handling of defined length UN elements:
                -uc  --retain-un            retain elements as UN (default)
                +uc  --convert-un           convert to real VR if known
              handling of private max-length elements (implicit VR):
                -sq  --maxlength-dict       read as defined in dictionary (default)
                +sq  --maxlength-seq        read as sequence with undefined length
              handling of wrong delimitation items:
                -rd  --use-delim-items      use delimitation items from dataset (default)
                +rd  --replace-wrong-delim  replace wrong sequence/item delimitation items
              handling of illegal undefined length OB/OW elements:
                -oi  --illegal-obow-rej     reject dataset with illegal element (default)
                +oi  --illegal-obow-conv    convert undefined length OB/OW element to SQ
              handling of VOI LUT Sequence with OW VR and explicit length:
                -vi  --illegal-voi-rej      reject dataset with illegal VOI LUT (default)
                +vi  --illegal-voi-conv     convert illegal VOI LUT to SQ
              handling of explicit length pixel data for encaps. transfer syntaxes:
                -pe  --abort-expl-pixdata   abort on explicit length pixel data (default)
                +pe  --use-expl-pixdata     use explicit length pixel data
              general handling of parser errors:
                +Ep  --ignore-parse-errors  try to recover from parse errors
                -Ep  --handle-parse-errors  handle parse errors and stop parsing (default)
              other parsing options:
                +st  --stop-after-elem      [t]ag: "gggg,eeee" or dictionary name
                                            stop parsing after element specified by t
              automatic data correction:
                +dc  --enable-correction    enable automatic data correction (default)
                -dc  --disable-correction   disable automatic data correction
              bitstream format of deflated input:
                +bd  --bitstream-deflated   expect deflated bitstream (default)
                +bz  --bitstream-zlib       expect deflated zlib bitstream
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
              post-1993 value representations:
                +u   --enable-new-vr        enable support for new VRs (UN/UT) (default)
                -u   --disable-new-vr       disable support for new VRs, convert to OB
              group length encoding:
                +g=  --group-length-recalc  recalculate group lengths if present (default)
                +g   --group-length-create  always write with group length elements
                -g   --group-length-remove  always write without group length elements
              length encoding in sequences and items:
                +e   --length-explicit      write with explicit lengths (default)
                -e   --length-undefined     write with undefined lengths
                +eo  --write-oversized      write oversized explicit length sequences
                                            and items with undefined length (default)
                -eo  --abort-oversized      abort on oversized explicit sequences/items
              data set trailing padding (not with --write-dataset):
                -p=  --padding-retain       do not change padding
                                            (default if not --write-dataset)
                -p   --padding-off          no padding (implicit if --write-dataset)
                +p   --padding-create       [f]ile-pad [i]tem-pad: integer
                                            align file on multiple of f bytes
                                            and items on multiple of i bytes
              deflate compression level (only with --write-xfer-deflated):
                +cl  --compression-level    [l]evel: integer (default: 6)
                                            0=uncompressed, 1=fastest, 9=best compression
            """;

    private DcmconvOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dcmconv", "Convert DICOM file encoding", "[options] dcmfile-in dcmfile-out", 2, DETAILS);
    }
}
