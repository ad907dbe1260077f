package org.bitewing.tools.files;

import java.util.Optional;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The output options of DCMTK's tools as {@link WriteOptions}. */
public final class WritingOptions {
    private WritingOptions() {
    }

    /**
     * Lengths, group lengths, padding and level of compression, and whether there is file meta information, which is
     * kept as the data set has it.
     *
     * @param line the command line
     * @return the options, without a transfer syntax
     * @throws UsageException where the padding, or a level of compression, makes no sense
     */
    public static WriteOptions of(CommandLine line) {
        boolean bare = isBare(line);
        WriteOptions options = WriteOptions.defaults()
                .with(bare ? WriteOptions.FileMetaForm.NONE : WriteOptions.FileMetaForm.KEPT)
                .with(line.isOn("--length-undefined", "--length-explicit") ? WriteOptions.LengthForm.UNDEFINED
                        : WriteOptions.LengthForm.DEFINED)
                .with(padding(line, bare));
        line.only("--compression-level", "--write-xfer-deflated");
        Optional<String> level = line.value("--compression-level");
        if (level.isPresent()) {
            options = options.withDeflateLevel(Integer.parseInt(level.get()));
        }
        return options.with(switch (line.choice("--group-length-recalc", "--group-length-create",
                "--group-length-remove")) {
            case "--group-length-create" -> WriteOptions.GroupLengths.MADE;
            case "--group-length-remove" -> WriteOptions.GroupLengths.DROPPED;
            default -> WriteOptions.GroupLengths.KEPT;
        });
    }

    /**
     * Whether a bare data set is asked for.
     *
     * @param line the command line
     * @return true where there is to be no file meta information
     */
    public static boolean isBare(CommandLine line) {
        return line.choice("--write-file", "--write-new-meta-info", "--write-dataset").equals("--write-dataset");
    }

    /**
     * The transfer syntax that is asked for.
     *
     * @param line the command line
     * @return the syntax; empty for that of the input
     */
    public static Optional<TransferSyntax> transferSyntax(CommandLine line) {
        return Optional.ofNullable(switch (line.choice("--write-xfer-same", "--write-xfer-little", "--write-xfer-big",
                "--write-xfer-implicit", "--write-xfer-deflated", "--write-xfer-ge")) {
            case "--write-xfer-little" -> TransferSyntax.EXPLICIT_LITTLE;
            case "--write-xfer-big" -> TransferSyntax.EXPLICIT_BIG;
            case "--write-xfer-implicit" -> TransferSyntax.IMPLICIT_LITTLE;
            case "--write-xfer-deflated" -> TransferSyntax.DEFLATED;
            case "--write-xfer-ge" -> TransferSyntax.of("1.2.840.113619.5.2");
            default -> null;
        });
    }

    private static WriteOptions.Padding padding(CommandLine line, boolean bare) {
        String choice = line.choice("--padding-retain", "--padding-off", "--padding-create");
        if (bare && choice.equals("--padding-create")) {
            throw new UsageException("--padding-create not allowed with --write-dataset");
        }
        if (bare || choice.equals("--padding-off")) {
            return WriteOptions.Padding.DROPPED;
        }
        return choice.equals("--padding-create") ? made(line.value("--padding-create").orElseThrow())
                : WriteOptions.Padding.KEPT;
    }

    private static WriteOptions.Padding made(String multiples) {
        int blank = multiples.indexOf(' ');
        try {
            return WriteOptions.Padding.made(Integer.parseInt(multiples.substring(0, blank)),
                    Integer.parseInt(multiples.substring(blank + 1)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("Invalid value for option --padding-create (" + multiples
                    + "): two even numbers, 0 or more");
        }
    }
}
