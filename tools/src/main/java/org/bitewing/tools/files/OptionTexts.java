package org.bitewing.tools.files;

/**
 * Parts of the help that several commands share, in the columns of {@code dcmdump}. Constants, so that they cost nothing
 * where a command starts.
 */
public final class OptionTexts {
    /** How the input is encoded. */
    public static final String INPUT_SYNTAX = """
              input transfer syntax:
                -t=  --read-xfer-auto       use TS recognition (default)
                -td  --read-xfer-detect     ignore TS specified in the file meta header
                -te  --read-xfer-little     read with explicit VR little endian TS
                -tb  --read-xfer-big        read with explicit VR big endian TS
                -ti  --read-xfer-implicit   read with implicit VR little endian TS
            """;
    /** What is tolerated in the input, and where to stop; see {@link ReadingOptions}. */
    public static final String PARSING = """
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
                +sb  --stop-before-elem     [t]ag: "gggg,eeee" or dictionary name
                                            stop parsing before element specified by t
              automatic data correction:
                +dc  --enable-correction    enable automatic data correction (default)
                -dc  --disable-correction   disable automatic data correction
              bitstream format of deflated input:
                +bd  --bitstream-deflated   expect deflated bitstream (default)
                +bz  --bitstream-zlib       expect deflated zlib bitstream
            """;
    /** Which VRs are written; see {@link OlderRepresentations}. */
    public static final String NEW_REPRESENTATIONS = """
              post-1993 value representations:
                +u   --enable-new-vr        enable support for new VRs (UN/UT) (default)
                -u   --disable-new-vr       disable support for new VRs, convert to OB
            """;
    /** Group lengths and the lengths of sequences; see {@link WritingOptions}. */
    public static final String LENGTHS = """
              group length encoding:
                +g=  --group-length-recalc  recalculate group lengths if present (default)
                +g   --group-length-create  always write with group length elements
                -g   --group-length-remove  always write without group length elements
              length encoding in sequences and items:
                +e   --length-explicit      write with explicit lengths (default)
                -e   --length-undefined     write with undefined lengths
            """;
    /** Padding and the level of compression; see {@link WritingOptions}. */
    public static final String PADDING = """
              data set trailing padding (not with --write-dataset):
                -p=  --padding-retain       do not change padding
                                            (default if not --write-dataset)
                -p   --padding-off          no padding (implicit if --write-dataset)
                +p   --padding-create       [f]ile-pad [i]tem-pad: integer
                                            align file on multiple of f bytes
                                            and items on multiple of i bytes
              deflate compression level (only with --write-xfer-deflated):
                +cl  --compression-level    [l]evel: integer (0..9, default: 6)
                                            0=uncompressed, 1=fastest, 9=best compression
            """;

    private OptionTexts() {
    }
}
