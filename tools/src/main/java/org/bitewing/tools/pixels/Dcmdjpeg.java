package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.transcode.Planes;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmdjpeg}: decodes JPEG. */
public final class Dcmdjpeg implements Command {
    private static final String PLANES = """
              planar configuration:
                +pa   --planar-auto          automatically determine planar configuration
                                             from SOP class and color space (default)
                +px   --color-by-pixel       always store color-by-pixel
                +pl   --color-by-plane       always store color-by-plane
            """;

    private static final String EXAMPLES = """

            examples:
              dcmdjpeg in.dcm out.dcm                   to explicit VR little endian
            """;

    /** Made by the table of commands. */
    public Dcmdjpeg() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmdjpeg", "Decode JPEG-compressed DICOM file", "[options] dcmfile-in dcmfile-out", 2,
                SharedOptions.INPUT + "processing options:\n" + JpegColours.HELP + PLANES + SharedOptions.DECODED_UID
                        + SharedOptions.DECODED_OUTPUT + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        TranscodeOptions options = SharedOptions.decoding(line, TranscodeOptions.defaults(), Planes.BY_CLASS);
        return Conversion.run(line, console, new Plan(Conversion.decoded(line), options, line));
    }

    private record Plan(TransferSyntax target, TranscodeOptions options, CommandLine line)
            implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return new JpegCodec().transferSyntaxes().contains(transferSyntax);
        }

        @Override
        public DataSet apply(DataSet set, String transferSyntax) throws IOException {
            return Transcoder.to(target.uid(), options.with(FrameCodecs.of(JpegColours.codec(line, set, transferSyntax)))).apply(set, transferSyntax);
        }
    }
}
