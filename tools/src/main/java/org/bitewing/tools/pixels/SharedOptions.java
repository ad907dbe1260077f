package org.bitewing.tools.pixels;

import org.bitewing.codec.transcode.Planes;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.UidRule;
import org.bitewing.pixel.OffsetTables;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The options that the commands of this package have in common: their help, and what they mean. */
final class SharedOptions {
    static final String INPUT = """
            parameters:
              dcmfile-in                     DICOM input filename to be converted, - for standard input
              dcmfile-out                    DICOM output filename, - for standard output

            input options:
              input file format:
                +f    --read-file            read file format or data set (default)
                +fo   --read-file-only       read file format only
                -f    --read-dataset         read data set without file meta information
            """;
    static final String INPUT_SYNTAX = """
              input transfer syntax:
                -t=   --read-xfer-auto       use TS recognition (default)
                -td   --read-xfer-detect     ignore TS specified in the file meta header
                -te   --read-xfer-little     read with explicit VR little endian TS
                -tb   --read-xfer-big        read with explicit VR big endian TS
                -ti   --read-xfer-implicit   read with implicit VR little endian TS
            """;
    static final String DECODED_UID = """
              SOP Instance UID:
                +ud   --uid-default          keep same SOP Instance UID (default)
                +ua   --uid-always           always assign new UID
            """;
    static final String DECODED_OUTPUT = """
            output options:
              output file format:
                +F    --write-file           write file format (default)
                -F    --write-dataset        write data set without file meta information
              output transfer syntax:
                +te   --write-xfer-little    write with explicit VR little endian (default)
                +tb   --write-xfer-big       write with explicit VR big endian TS
                +ti   --write-xfer-implicit  write with implicit VR little endian TS
            """;
    static final String FRAGMENTS = """
            encapsulated pixel data encoding options:
              pixel data fragmentation:
                +ff   --fragment-per-frame   encode each frame as one fragment (default)
                +fs   --fragment-size        [s]ize: integer (1..2097151)
                                             limit fragment size to s kbytes
              offset table encoding:
                +ot   --offset-table-create  create offset table (default)
                +ox   --offset-table-extended
                                             create extended offset table, of 64 bits
                -ot   --offset-table-empty   leave offset table empty
              SOP Class UID:
                +cd   --class-default        keep SOP Class UID (default)
                +cs   --class-sc             convert to Secondary Capture Image
                                             (implies --uid-always)
            """;
    static final String LOSSY_UID = """
              SOP Instance UID:
                +ud   --uid-default          assign new UID if lossy compression (default)
                +ua   --uid-always           always assign new UID
                +un   --uid-never            never assign new UID
            """;
    static final String LOSSLESS_UID = """
              SOP Instance UID:
                +un   --uid-never            never assign new UID (default)
                +ua   --uid-always           always assign new UID
            """;
    static final String ENCODED_OUTPUT = """
            output options:
            """;
    static final String LENGTHS = """
              post-1993 value representations:
                +u    --enable-new-vr        enable support for new VRs (UN/UT) (default)
                -u    --disable-new-vr       disable support for new VRs, convert to OB
              group length encoding:
                +g=   --group-length-recalc  recalculate group lengths if present (default)
                +g    --group-length-create  always write with group length elements
                -g    --group-length-remove  always write without group length elements
              length encoding in sequences and items:
                +e    --length-explicit      write with explicit lengths (default)
                -e    --length-undefined     write with undefined lengths
              data set trailing padding:
                -p=   --padding-retain       do not change padding (default)
                -p    --padding-off          no padding
                +p    --padding-create       [f]ile-pad [i]tem-pad: integer
                                             align file on multiple of f bytes
                                             and items on multiple of i bytes
            """;

    private SharedOptions() {
    }

    static TranscodeOptions decoding(CommandLine line, TranscodeOptions options, Planes usual) {
        Planes planes = switch (line.choice("", "--planar-restore", "--planar-auto", "--color-by-pixel",
                "--color-by-plane")) {
            case "--color-by-pixel" -> Planes.BY_PIXEL;
            case "--color-by-plane" -> Planes.BY_PLANE;
            case "--planar-restore" -> Planes.KEPT;
            case "--planar-auto" -> Planes.BY_CLASS;
            default -> usual;
        };
        return options.with(planes)
                .with(line.isOn("--uid-always", "--uid-default") ? UidRule.ALWAYS : UidRule.NEVER);
    }

    static TranscodeOptions encoding(CommandLine line, TranscodeOptions options) {
        UidRule uids = switch (line.choice("--uid-default", "--uid-always", "--uid-never")) {
            case "--uid-always" -> UidRule.ALWAYS;
            case "--uid-never" -> UidRule.NEVER;
            default -> UidRule.IF_LOSSY;
        };
        OffsetTables tables = switch (line.choice("--offset-table-create", "--offset-table-extended",
                "--offset-table-empty")) {
            case "--offset-table-extended" -> OffsetTables.EXTENDED;
            case "--offset-table-empty" -> OffsetTables.NONE;
            default -> OffsetTables.BASIC;
        };
        TranscodeOptions all = options.with(isSecondaryCapture(line) ? UidRule.ALWAYS : uids).with(tables);
        if (line.choice("--fragment-per-frame", "--fragment-size").equals("--fragment-size")) {
            if (tables == OffsetTables.EXTENDED) {
                throw new UsageException("--fragment-size not allowed with --offset-table-extended");
            }
            all = all.withFragment(1024 * Long.parseLong(line.value("--fragment-size").orElseThrow()));
        }
        return all;
    }

    static boolean isSecondaryCapture(CommandLine line) {
        return line.isOn("--class-sc", "--class-default");
    }
}
