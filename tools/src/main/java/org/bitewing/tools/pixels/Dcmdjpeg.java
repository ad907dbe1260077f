package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.jpeg.ColourConversion;
import org.bitewing.codec.jpeg.DecodeOptions;
import org.bitewing.codec.jpeg.FrameHeader;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpeg.JpegDecoder;
import org.bitewing.codec.transcode.Planes;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.PixelFragments;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmdjpeg}: decodes JPEG. */
public final class Dcmdjpeg implements Command {
    static final String COLOURS = """
              color space conversion:
                +cp   --conv-photometric     convert if YCbCr photometric interpr. (default)
                +cl   --conv-lossy           convert YCbCr to RGB if lossy JPEG
                +cg   --conv-guess           convert to RGB if YCbCr is guessed by library
                +cgl  --conv-guess-lossy     convert to RGB if lossy JPEG and YCbCr is
                                             guessed by the underlying JPEG library
                +ca   --conv-always          always convert YCbCr to RGB
                +cn   --conv-never           never convert YCbCr to RGB
              workaround options for incorrect JPEG encodings:
                +w6   --workaround-pred6     enable workaround for JPEG lossless images
                                             with overflow in predictor 6
                +wi   --workaround-incpl     enable workaround for incomplete JPEG data
                +wc   --workaround-cornell   enable workaround for 16-bit JPEG lossless
                                             Cornell images with Huffman table overflow
            """;
    private static final String PLANES = """
              planar configuration:
                +pa   --planar-auto          automatically determine planar configuration
                                             from SOP class and color space (default)
                +px   --color-by-pixel       always store color-by-pixel
                +pl   --color-by-plane       always store color-by-plane
            """;

    /** Made by the table of commands. */
    public Dcmdjpeg() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmdjpeg", "Decode JPEG-compressed DICOM file", "[options] dcmfile-in dcmfile-out", 2,
                SharedOptions.INPUT + "processing options:\n" + COLOURS + PLANES + SharedOptions.DECODED_UID
                        + SharedOptions.DECODED_OUTPUT + SharedOptions.LENGTHS);
    }

    @Override
    public int run(CommandLine line, Console console) {
        TranscodeOptions options = SharedOptions.decoding(line, TranscodeOptions.defaults(), Planes.BY_PIXEL);
        return Conversion.run(line, console, new Plan(Conversion.decoded(line), options, line));
    }

    /** The codec that decodes frames as the options say. */
    static JpegCodec codec(CommandLine line, DataSet set, String transferSyntax) throws IOException {
        DecodeOptions options = DecodeOptions.defaults()
                .withKeepPartial(line.has("--workaround-incpl"))
                .withSignedPrediction(line.has("--workaround-pred6"))
                .withCategory17(line.has("--workaround-cornell"))
                .withColour(conversion(line, set, transferSyntax), ColourConversion.Photometric.UNKNOWN);
        return new JpegCodec().withOptions(options);
    }

    private static ColourConversion conversion(CommandLine line, DataSet set, String transferSyntax)
            throws IOException {
        boolean lossy = !JpegCodec.isLossless(transferSyntax);
        boolean ybr = set.text(Tag.PhotometricInterpretation).orElse("").startsWith("YBR");
        boolean convert = switch (line.choice("--conv-photometric", "--conv-lossy", "--conv-guess",
                "--conv-guess-lossy", "--conv-always", "--conv-never")) {
            case "--conv-lossy" -> lossy;
            case "--conv-guess" -> isGuessed(set, transferSyntax);
            case "--conv-guess-lossy" -> lossy && isGuessed(set, transferSyntax);
            case "--conv-always" -> true;
            case "--conv-never" -> false;
            default -> ybr;
        };
        return convert ? ColourConversion.YCBCR_TO_RGB : ColourConversion.NONE;
    }

    /** What a library takes from the stream alone. */
    private static boolean isGuessed(DataSet set, String transferSyntax) throws IOException {
        if (!(set.element(Tag.PixelData).orElse(null) instanceof Fragments)
                || !new JpegCodec().transferSyntaxes().contains(transferSyntax)) {
            return false;
        }
        byte[] frame = PixelFragments.of(set).frame(0).bytes();
        FrameHeader header = JpegDecoder.readHeader(frame, 0, frame.length);
        return ColourConversion.forFrame(header, ColourConversion.Photometric.UNKNOWN)
                == ColourConversion.YCBCR_TO_RGB;
    }

    private record Plan(TransferSyntax target, TranscodeOptions options, CommandLine line)
            implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return new JpegCodec().transferSyntaxes().contains(transferSyntax);
        }

        @Override
        public Transcoder transcoder(DataSet set, String transferSyntax) throws IOException {
            return Transcoder.to(target.uid(), options.with(FrameCodecs.of(codec(line, set, transferSyntax))));
        }
    }
}
