package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.Limits;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpeg.JpegSettings;
import org.bitewing.codec.jpeg.Subsampling;
import org.bitewing.codec.jpegls.JpegLsCodec;
import org.bitewing.codec.rle.RleCodec;
import org.bitewing.codec.transcode.GrayMapping;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmcjpeg}: compresses with JPEG. */
public final class Dcmcjpeg implements Command {
    /** Made by the table of commands. */
    public Dcmcjpeg() {
    }

    @Override
    public OptionTable options() {
        return DcmcjpegOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) {
        DcmcjpegOptions.check(line);
        String process = DcmcjpegOptions.process(line);
        String target = switch (process) {
            case "--encode-lossless" -> UID.JPEGLossless;
            case "--encode-baseline" -> UID.JPEGBaseline8Bit;
            case "--encode-extended" -> UID.JPEGExtended12Bit;
            case "--encode-spectral" -> UID.JPEGSpectralSelectionNonHierarchical68;
            case "--encode-progressive" -> UID.JPEGFullProgressionNonHierarchical1012;
            default -> UID.JPEGLosslessSV1;
        };
        JpegSettings settings = settings(line);
        String description = switch (process) {
            case "--encode-baseline" -> "JPEG baseline, quality factor " + settings.quality();
            case "--encode-extended" -> "JPEG extended sequential, quality factor " + settings.quality();
            case "--encode-spectral" -> "JPEG spectral selection, quality factor " + settings.quality();
            case "--encode-progressive" -> "JPEG progressive, quality factor " + settings.quality();
            default -> "JPEG " + (DcmcjpegOptions.isPseudoLossless(line) ? "pseudo-lossless" : "lossless")
                    + ", point transform " + settings.pointTransform();
        };
        GrayMapping grays = new GrayMapping(DcmcjpegOptions.bits(line),
                line.isOn("--scaling-range", "--scaling-pixel"), line.isOn("--rescale-identity", "--rescale-map"));
        TranscodeOptions options = SharedOptions.encoding(line, TranscodeOptions.defaults())
                .withDescription(description).with(grays);
        return Conversion.run(line, console, new Plan(TransferSyntax.of(target), options, settings, line));
    }

    private static JpegSettings settings(CommandLine line) {
        Subsampling subsampling = switch (sampling(line)) {
            case "--nonstd-444" -> Subsampling.NONE;
            case "--nonstd-411-full", "--nonstd-411" -> Subsampling.QUARTER_WIDTH;
            default -> Subsampling.HALF_WIDTH;
        };
        // Quality 0 is taken as 1, as in libjpeg.
        return new JpegSettings(Math.max(1, number(line, "--quality", 90)), !colour(line).equals("--color-rgb"),
                subsampling, number(line, "--selection-value", 6), number(line, "--point-transform", 0),
                !line.isOn("--huffman-standard", "--huffman-optimize"), number(line, "--smooth", 0));
    }

    private static String colour(CommandLine line) {
        return line.choice("--color-ybr", "--color-rgb", "--monochrome");
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
        public DataSet apply(DataSet set, String transferSyntax) throws IOException {
            // A lossless frame that becomes a lossless frame again keeps its colours.
            boolean kept = DcmcjpegOptions.isTrueLossless(line) && JpegCodec.isLossless(transferSyntax);
            JpegCodec codec = (kept ? new JpegCodec() : JpegColours.codec(line, set, transferSyntax))
                    .withSettings(settings);
            FrameCodec used = DcmcjpegOptions.isPseudoLossless(line) ? new PseudoLossless(codec) : codec;
            FrameCodecs codecs = FrameCodecs.of(used, new JpegLsCodec(), new RleCodec());
            TranscodeOptions all = options.with(codecs);
            if (DcmcjpegOptions.isTrueLossless(line) || !set.contains(Tag.PixelData)) {
                return Transcoder.to(target.uid(), all).apply(set, transferSyntax);
            }
            Frames frames = Frames.of(set, transferSyntax, codecs, Limits.defaults());
            DataSet image = set;
            if (isRendered(frames.decodedLayout())) {
                RenderOptions shown = RenderOptions.defaults().with(WindowOptions.of(line))
                        .with(RenderOptions.OverlayOptions.NONE).withPadding(false)
                        .withBits(bits(frames.decodedLayout()));
                image = RenderedPixels.of(set, frames, shown, colour(line).equals("--monochrome"));
                // Colours that become gray were not compressed, and bits that a window leaves off were.
                all = all.withOriginal((long) frames.decodedLayout().pixels() * frames.size()
                        * image.integer(Tag.SamplesPerPixel).orElse(1) * frames.decodedLayout().bytesPerSample());
            } else if (transferSyntax.equals(target.uid())) {
                // The same compression once more, as its settings may be others.
                image = Transcoder.to(UID.ExplicitVRLittleEndian, all).apply(set, transferSyntax);
            }
            boolean decoded = image != set;
            return named(Transcoder.to(target.uid(), all).apply(image, decoded ? UID.ExplicitVRLittleEndian
                    : transferSyntax));
        }

        /** Whether what is compressed is not what is stored, beyond what the transcoder does. */
        private boolean isRendered(ImageLayout layout) {
            if (layout.photometric().isMonochrome()) {
                return !WindowOptions.chosen(line).equals("--no-windowing");
            }
            return layout.photometric() == PhotometricInterpretation.PALETTE_COLOR
                    || colour(line).equals("--monochrome") || DcmcjpegOptions.isPseudoLossless(line)
                    || DcmcjpegOptions.bits(line) > 0;
        }

        private int bits(ImageLayout layout) {
            boolean gray = layout.photometric().isMonochrome();
            int wanted = DcmcjpegOptions.bits(line) > 0 ? DcmcjpegOptions.bits(line) : gray ? layout.bitsStored() : 8;
            boolean baseline = DcmcjpegOptions.process(line).equals("--encode-baseline");
            int most = DcmcjpegOptions.isLossless(line) ? 16 : baseline ? 8 : 12;
            return Math.min(wanted <= 8 ? 8 : wanted <= 12 ? 12 : 16, most);
        }

        private DataSet named(DataSet set) {
            boolean full = sampling(line).equals("--nonstd-422-full") || sampling(line).equals("--nonstd-411-full");
            boolean named = set.text(Tag.PhotometricInterpretation).orElse("").equals("YBR_FULL_422");
            return full && named ? set.toBuilder().set(Tag.PhotometricInterpretation, "YBR_FULL").build() : set;
        }
    }
}
