package org.bitewing.tools.pixels;

import java.util.function.UnaryOperator;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpegls.InterleaveMode;
import org.bitewing.codec.jpegls.JpegLsCodec;
import org.bitewing.codec.jpegls.JpegLsHeader;
import org.bitewing.codec.jpegls.PresetParameters;
import org.bitewing.codec.rle.RleCodec;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmcjpls}: compresses with JPEG-LS. */
public final class Dcmcjpls implements Command {
    private static final String ENCODING = """
            JPEG-LS encoding options:
              JPEG-LS process:
                +el   --encode-lossless      encode JPEG-LS lossless (default)
                +en   --encode-nearlossless  encode JPEG-LS TS near-lossless (NEAR: 2)
              JPEG-LS bit rate (near-lossless only):
                +md   --max-deviation        [d]eviation: integer (0..255, default: 2)
                                             defines maximum deviation for an encoded pixel
              lossless compression:
                +pr   --prefer-raw           prefer raw encoder mode (default)
                +pc   --prefer-cooked        the same: what is encoded is exact in any case
              JPEG-LS compression:
                +t1   --threshold1           [t]hreshold: integer (0..65535, default for 8 bpp: 3)
                                             set JPEG-LS encoding parameter threshold 1
                +t2   --threshold2           [t]hreshold: integer (0..65535, default for 8 bpp: 7)
                                             set JPEG-LS encoding parameter threshold 2
                +t3   --threshold3           [t]hreshold: integer (0..65535, default for 8 bpp: 21)
                                             set JPEG-LS encoding parameter threshold 3
                +rs   --reset                [r]eset: integer (0..65535, default: 64)
                                             set JPEG-LS encoding parameter reset
              JPEG-LS interleave:
                +il   --interleave-line      force line-interleaved JPEG-LS images (default)
                +is   --interleave-sample    force sample-interleaved JPEG-LS images
                +in   --interleave-none      force uninterleaved JPEG-LS images
                +iv   --interleave-default   use the fastest possible interleave mode
              JPEG-LS padding of odd-length bitstreams:
                +ps   --padding-standard     pad with extended EOI marker (default)
                +pz   --padding-zero         pad with zero byte
            """;

    private static final String EXAMPLES = """

            examples:
              dcmcjpls in.dcm out.dcm                   without loss
              dcmcjpls +en +md 2 in.dcm out.dcm         no value changes by more than 2
            """;

    /** Made by the table of commands. */
    public Dcmcjpls() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmcjpls", "Encode DICOM file to JPEG-LS transfer syntax",
                "[options] dcmfile-in dcmfile-out", 2, SharedOptions.INPUT + SharedOptions.INPUT_SYNTAX + ENCODING
                        + SharedOptions.FRAGMENTS + SharedOptions.LOSSY_UID + SharedOptions.ENCODED_OUTPUT
                        + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        boolean near = line.isOn("--encode-nearlossless", "--encode-lossless");
        int error = number(line, "--max-deviation", 2);
        JpegLsCodec codec = new JpegLsCodec().withNear(error).withSettings(new Settings(line))
                .withEvenEnd(!line.isOn("--padding-zero", "--padding-standard"));
        TranscodeOptions options = SharedOptions.encoding(line, TranscodeOptions.defaults())
                .with(FrameCodecs.of(codec, new JpegCodec(), new RleCodec()))
                .withDescription("JPEG-LS near-lossless, maximum deviation " + error);
        String target = near ? UID.JPEGLSNearLossless : UID.JPEGLSLossless;
        return Conversion.run(line, console, new Encoding(TransferSyntax.of(target), options));
    }

    private static int number(CommandLine line, String option, int otherwise) {
        return line.value(option).map(Integer::parseInt).orElse(otherwise);
    }

    /** What the options make of a frame's default header. */
    private record Settings(CommandLine line) implements UnaryOperator<JpegLsHeader> {
        @Override
        public JpegLsHeader apply(JpegLsHeader usual) {
            JpegLsHeader header = usual;
            if (header.components() > 1) {
                header = header.withInterleave(switch (line.choice("--interleave-line", "--interleave-sample",
                        "--interleave-none", "--interleave-default")) {
                    case "--interleave-sample", "--interleave-default" -> InterleaveMode.SAMPLE;
                    case "--interleave-none" -> InterleaveMode.NONE;
                    default -> InterleaveMode.LINE;
                });
            }
            PresetParameters preset = header.preset();
            return header.withPreset(new PresetParameters(preset.maximumSample(),
                    chosen("--threshold1", preset.threshold1()), chosen("--threshold2", preset.threshold2()),
                    chosen("--threshold3", preset.threshold3()), chosen("--reset", preset.reset())));
        }

        /** Zero stands for the default, as in the stream (14495-1 C.2.4.1.1). */
        private int chosen(String option, int usual) {
            int number = number(line, option, 0);
            return number == 0 ? usual : number;
        }
    }
}
