package org.bitewing.tools.pixels;

import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.UidRule;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmcrle}: compresses with RLE. */
public final class Dcmcrle implements Command {
    private static final String EXAMPLES = """

            examples:
              dcmcrle in.dcm out.dcm                    without loss
            """;

    /** Made by the table of commands. */
    public Dcmcrle() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmcrle", "Encode DICOM file to RLE transfer syntax", "[options] dcmfile-in dcmfile-out",
                2, SharedOptions.INPUT + SharedOptions.INPUT_SYNTAX + SharedOptions.FRAGMENTS
                        + SharedOptions.LOSSLESS_UID + SharedOptions.ENCODED_OUTPUT + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        TranscodeOptions options = SharedOptions.encoding(line, TranscodeOptions.defaults());
        if (options.uids() == UidRule.IF_LOSSY) {
            options = options.with(UidRule.NEVER);
        }
        return Conversion.run(line, console, new Encoding(TransferSyntax.of(UID.RLELossless), options));
    }
}
