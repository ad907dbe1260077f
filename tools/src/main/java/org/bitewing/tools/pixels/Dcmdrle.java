package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.rle.RleCodec;
import org.bitewing.codec.transcode.Planes;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmdrle}: decodes RLE. */
public final class Dcmdrle implements Command {
    private static final String PROCESSING = """
            processing options:
              RLE byte segment order:
                +bd   --byte-order-default   most significant byte first (default)
                +br   --byte-order-reverse   least significant byte first
            """;

    private static final String EXAMPLES = """

            examples:
              dcmdrle in.dcm out.dcm                    to explicit VR little endian
            """;

    /** Made by the table of commands. */
    public Dcmdrle() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmdrle", "Decode RLE-compressed DICOM file", "[options] dcmfile-in dcmfile-out", 2,
                SharedOptions.INPUT + PROCESSING + SharedOptions.DECODED_UID + SharedOptions.DECODED_OUTPUT
                        + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        RleCodec codec = line.isOn("--byte-order-reverse", "--byte-order-default") ? RleCodec.leastSignificantFirst()
                : new RleCodec();
        TranscodeOptions options = SharedOptions.decoding(line,
                TranscodeOptions.defaults().with(FrameCodecs.of(codec)), Planes.KEPT);
        return Conversion.run(line, console, new Plan(Conversion.decoded(line), options));
    }

    private record Plan(TransferSyntax target, TranscodeOptions options) implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return transferSyntax.equals(UID.RLELossless);
        }

        @Override
        public DataSet apply(DataSet set, String transferSyntax) throws IOException {
            return Transcoder.to(target.uid(), options).apply(set, transferSyntax);
        }
    }
}
