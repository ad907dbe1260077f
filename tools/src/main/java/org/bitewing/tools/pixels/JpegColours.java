package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.jpeg.ColourConversion;
import org.bitewing.codec.jpeg.DecodeOptions;
import org.bitewing.codec.jpeg.FrameHeader;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpeg.JpegDecoder;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.pixel.PixelFragments;
import org.bitewing.tools.cli.CommandLine;

/** The options of all commands that decode JPEG. */
public final class JpegColours {
    /** Their lines of the help. */
    public static final String HELP = """
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
    private JpegColours() {
    }

    /**
     * The codec that decodes the frames of a data set as the options say.
     *
     * @param line           the command line
     * @param set            the data set
     * @param transferSyntax that it has
     * @return the codec
     * @throws IOException where a frame that stayed in its file cannot be read
     */
    public static JpegCodec codec(CommandLine line, DataSet set, String transferSyntax) throws IOException {
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
}
