package org.bitewing.tools.files;

import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The input options of the tools that write files, as {@link ReadOptions}. */
public final class ReadingOptions {
    private ReadingOptions() {
    }

    /**
     * The file format and the transfer syntax.
     *
     * @param line the command line
     * @return the options
     * @throws UsageException where a transfer syntax is given for a file that names its own
     */
    public static ReadOptions of(CommandLine line) {
        ReadOptions options = ReadOptions.defaults();
        boolean bare = line.choice("--read-file", "--read-file-only", "--create-file", "--read-dataset")
                .equals("--read-dataset");
        String syntax = line.choice("--read-xfer-auto", "--read-xfer-detect", "--read-xfer-little", "--read-xfer-big",
                "--read-xfer-implicit");
        boolean forced = !syntax.equals("--read-xfer-auto") && !syntax.equals("--read-xfer-detect");
        if (forced && !bare) {
            throw new UsageException(syntax + " only allowed with --read-dataset");
        }
        options = bare ? options.bareDataSet() : options;
        return switch (syntax) {
            case "--read-xfer-detect" -> options.detectTransferSyntax();
            case "--read-xfer-little" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);
            case "--read-xfer-big" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_BIG);
            case "--read-xfer-implicit" -> options.withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);
            default -> options;
        };
    }

    /**
     * Why a file cannot be read, in DCMTK's words where it has some.
     *
     * @param e the error
     * @return such as {@code I/O suspension or premature end of stream}
     */
    public static String reason(org.bitewing.DicomException e) {
        return switch (e.kind()) {
            case EMPTY -> "End of stream";
            case LENGTH, END -> "I/O suspension or premature end of stream (" + e.location() + ")";
            default -> e.reason() + " (" + e.location() + ")";
        };
    }
}
