package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpeg.JpegSettings;
import org.bitewing.codec.jpeg.Subsampling;
import org.bitewing.codec.jpegls.JpegLsCodec;
import org.bitewing.codec.rle.RleCodec;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmcjpeg}: compresses with JPEG. */
public final class Dcmcjpeg implements Command {
    private static final String ENCODING = """
            JPEG encoding options:
              JPEG process:
                +e1   --encode-lossless-sv1  encode lossless sv1 (default)
                +el   --encode-lossless      encode lossless
                +eb   --encode-baseline      encode baseline
                +ee   --encode-extended      encode extended sequential
                +ep   --encode-progressive   encode progressive
              lossless JPEG codec selection:
                +tl   --true-lossless        true lossless codec (default)
              lossless JPEG representation:
                +sv   --selection-value      [sv]: integer (1..7, default: 6)
                                             use selection value sv
                                             only with --encode-lossless
                +pt   --point-transform      [pt]: integer (0..15, default: 0)
                                             use point transform pt
              lossy JPEG representation:
                +q    --quality              [q]: integer (0..100, default: 90)
                                             use quality factor q
              other JPEG options:
                +ho   --huffman-optimize     optimize huffman tables (default)
                -ho   --huffman-standard     use standard huffman tables if 8 bits/sample
              compression color space conversion (overridden by +tl):
                +cy   --color-ybr            use YCbCr for color images if lossy (default)
                +cr   --color-rgb            use RGB for color images if lossy
              YCbCr component subsampling (lossy JPEG only):
                +s2   --sample-422           4:2:2 subsampling with YBR_FULL_422 (default)
                +s4   --nonstd-444           4:4:4 sampling with YBR_FULL
                +n2   --nonstd-422-full      4:2:2 subsampling with YBR_FULL
                +n1   --nonstd-411-full      4:1:1 subsampling with YBR_FULL
                +np   --nonstd-411           4:1:1 subsampling with YBR_FULL_422
              pixel scaling for monochrome images (lossy only):
                +sp   --scaling-pixel        scale using min/max pixel value (default)
              rescale slope/intercept encoding for monochrome (lossy only):
                +rm   --rescale-map          use modality rescale to scale pixel range (default)
            decompression options, if the input is compressed:
            """;

    private static final String EXAMPLES = """

            examples:
              dcmcjpeg in.dcm out.dcm                   without loss
              dcmcjpeg +eb +q 90 in.dcm out.dcm         baseline, much smaller, not the same any more
            """;

    /** Made by the table of commands. */
    public Dcmcjpeg() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmcjpeg", "Encode DICOM file to JPEG transfer syntax",
                "[options] dcmfile-in dcmfile-out", 2, SharedOptions.INPUT + SharedOptions.INPUT_SYNTAX + ENCODING
                        + JpegColours.HELP + SharedOptions.FRAGMENTS + SharedOptions.LOSSY_UID
                        + SharedOptions.ENCODED_OUTPUT + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        String process = line.choice("--encode-lossless-sv1", "--encode-lossless", "--encode-baseline",
                "--encode-extended", "--encode-progressive");
        String target = switch (process) {
            case "--encode-lossless" -> UID.JPEGLossless;
            case "--encode-baseline" -> UID.JPEGBaseline8Bit;
            case "--encode-extended" -> UID.JPEGExtended12Bit;
            case "--encode-progressive" -> UID.JPEGFullProgressionNonHierarchical1012;
            default -> UID.JPEGLosslessSV1;
        };
        JpegSettings settings = settings(line);
        String description = switch (process) {
            case "--encode-baseline" -> "JPEG baseline, quality factor " + settings.quality();
            case "--encode-extended" -> "JPEG extended sequential, quality factor " + settings.quality();
            case "--encode-progressive" -> "JPEG progressive, quality factor " + settings.quality();
            default -> "JPEG lossless, point transform " + settings.pointTransform();
        };
        TranscodeOptions options = SharedOptions.encoding(line, TranscodeOptions.defaults())
                .withDescription(description);
        return Conversion.run(line, console, new Plan(TransferSyntax.of(target), options, settings, line));
    }

    private static JpegSettings settings(CommandLine line) {
        Subsampling subsampling = switch (sampling(line)) {
            case "--nonstd-444" -> Subsampling.NONE;
            case "--nonstd-411-full", "--nonstd-411" -> Subsampling.QUARTER_WIDTH;
            default -> Subsampling.HALF_WIDTH;
        };
        // Quality 0 is taken as 1, as in libjpeg.
        return new JpegSettings(Math.max(1, number(line, "--quality", 90)), !line.isOn("--color-rgb", "--color-ybr"),
                subsampling, number(line, "--selection-value", 6), number(line, "--point-transform", 0),
                !line.isOn("--huffman-standard", "--huffman-optimize"));
    }

    private static String sampling(CommandLine line) {
        return line.choice("--sample-422", "--nonstd-444", "--nonstd-422-full", "--nonstd-411-full", "--nonstd-411");
    }

    private static int number(CommandLine line, String option, int otherwise) {
        return line.value(option).map(Integer::parseInt).orElse(otherwise);
    }

    private record Plan(TransferSyntax target, TranscodeOptions options, JpegSettings settings, CommandLine line)
            implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return options.codecs().find(transferSyntax).isPresent();
        }

        @Override
        public Transcoder transcoder(DataSet set, String transferSyntax) throws IOException {
            // A lossless frame that becomes a lossless frame again keeps its colours.
            boolean kept = JpegCodec.isLossless(target.uid()) && JpegCodec.isLossless(transferSyntax);
            JpegCodec codec = (kept ? new JpegCodec() : JpegColours.codec(line, set, transferSyntax))
                    .withSettings(settings);
            return Transcoder.to(target.uid(),
                    options.with(FrameCodecs.of(codec, new JpegLsCodec(), new RleCodec())));
        }

        @Override
        public DataSet finish(DataSet set) {
            boolean full = sampling(line).equals("--nonstd-422-full") || sampling(line).equals("--nonstd-411-full");
            boolean named = set.text(Tag.PhotometricInterpretation).orElse("").equals("YBR_FULL_422");
            return full && named ? set.toBuilder().set(Tag.PhotometricInterpretation, "YBR_FULL").build() : set;
        }
    }
}
