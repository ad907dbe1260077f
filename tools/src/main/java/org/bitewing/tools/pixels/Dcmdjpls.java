package org.bitewing.tools.pixels;

import org.bitewing.codec.jpegls.JpegLsCodec;
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

/** {@code dcmdjpls}: decodes JPEG-LS. */
public final class Dcmdjpls implements Command {
    private static final String PROCESSING = """
            processing options:
              planar configuration:
                +pr   --planar-restore       restore original planar configuration (default)
                +pa   --planar-auto          automatically determine planar configuration
                +px   --color-by-pixel       always store color-by-pixel
                +pl   --color-by-plane       always store color-by-plane
            """;

    private static final String EXAMPLES = """

            examples:
              dcmdjpls in.dcm out.dcm                   to explicit VR little endian
            """;

    /** Made by the table of commands. */
    public Dcmdjpls() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmdjpls", "Decode JPEG-LS compressed DICOM file", "[options] dcmfile-in dcmfile-out", 2,
                SharedOptions.INPUT + PROCESSING + SharedOptions.DECODED_UID + SharedOptions.DECODED_OUTPUT
                        + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        TranscodeOptions options = SharedOptions.decoding(line,
                TranscodeOptions.defaults().with(FrameCodecs.of(new JpegLsCodec())), Planes.KEPT);
        return Conversion.run(line, console, new Plan(Conversion.decoded(line), options));
    }

    private record Plan(TransferSyntax target, TranscodeOptions options) implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return options.codecs().find(transferSyntax).isPresent();
        }

        @Override
        public Transcoder transcoder(DataSet set, String transferSyntax) {
            return Transcoder.to(target.uid(), options);
        }
    }
}
