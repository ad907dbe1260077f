package org.bitewing.tools.files;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.bitewing.DicomException;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.Tolerance;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.dcmtk.DcmtkNames;

/** The input options that DCMTK's tools share, as {@link ReadOptions}. */
public final class ReadingOptions {
    private static final Switch[] SWITCHES = {
        new Switch("--ignore-meta-length", "--use-meta-length", Tolerance.META_LENGTH),
        new Switch("--assume-even-length", "--accept-odd-length", Tolerance.EVEN_LENGTHS),
        new Switch("--ignore-explicit-vr", "--use-explicit-vr", Tolerance.DICTIONARY_VR),
        new Switch("--assume-implicit", "--treat-as-unknown", Tolerance.IMPLICIT_ELEMENTS),
        new Switch("--disable-cp246", "--enable-cp246", Tolerance.EXPLICIT_UNKNOWN),
        new Switch("--convert-un", "--retain-un", Tolerance.KNOWN_UNKNOWN),
        new Switch("--replace-wrong-delim", "--use-delim-items", Tolerance.WRONG_DELIMITERS),
        new Switch("--maxlength-seq", "--maxlength-dict", Tolerance.UNDEFINED_VALUES),
        new Switch("--illegal-obow-conv", "--illegal-obow-rej", Tolerance.UNDEFINED_BYTES),
        new Switch("--illegal-voi-conv", "--illegal-voi-rej", Tolerance.LOOKUP_TABLE_WORDS),
    };

    /** Two options that exclude each other, the second of them the default, and what the first one asks for. */
    private record Switch(String on, String off, Tolerance tolerance) {
    }

    private ReadingOptions() {
    }

    /**
     * The file format, the transfer syntax, what is tolerated, and where to stop.
     *
     * @param line the command line
     * @return the options
     * @throws UsageException where a transfer syntax is given for a file that names its own, or a tag is none
     */
    public static ReadOptions of(CommandLine line) {
        ReadOptions options = ReadOptions.defaults().withTolerances(tolerances(line));
        boolean bare = line.choice("--read-file", "--read-file-only", "--create-file", "--read-dataset")
                .equals("--read-dataset");
        String syntax = line.choice("--read-xfer-auto", "--read-xfer-detect", "--read-xfer-little", "--read-xfer-big",
                "--read-xfer-implicit");
        boolean forced = !syntax.equals("--read-xfer-auto") && !syntax.equals("--read-xfer-detect");
        if (forced && !bare) {
            throw new UsageException(syntax + " only allowed with --read-dataset");
        }
        options = bare ? options.bareDataSet() : options;
        if (line.has("--ignore-parse-errors")) {
            options = options.keepDamaged();
        }
        options = switch (syntax) {
            case "--read-xfer-detect" -> options.detectTransferSyntax();
            case "--read-xfer-little" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);
            case "--read-xfer-big" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_BIG);
            case "--read-xfer-implicit" -> options.withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);
            default -> options;
        };
        if (line.has("--stop-before-elem")) {
            options = options.stopBefore(tag(line, "--stop-before-elem"));
        }
        return line.has("--stop-after-elem") ? options.stopAfter(tag(line, "--stop-after-elem")) : options;
    }

    private static Set<Tolerance> tolerances(CommandLine line) {
        // An EnumSet asks for the constants by reflection, which every start would wait for.
        Set<Tolerance> tolerances = new HashSet<>();
        for (Switch each : SWITCHES) {
            if (line.isOn(each.on, each.off)) {
                tolerances.add(each.tolerance);
            }
        }
        return tolerances;
    }

    private static int tag(CommandLine line, String option) {
        OptionalInt tag = DcmtkNames.tagOf(line.value(option).orElseThrow());
        if (tag.isEmpty()) {
            throw new UsageException("no valid key given for option " + option);
        }
        return tag.getAsInt();
    }

    /**
     * Why a file cannot be read, in DCMTK's words where it has some.
     *
     * @param e the error
     * @return such as {@code I/O suspension or premature end of stream}
     */
    public static String reason(DicomException e) {
        return switch (e.kind()) {
            case EMPTY -> "End of stream";
            case LENGTH, END -> "I/O suspension or premature end of stream (" + e.location() + ")";
            default -> e.reason() + " (" + e.location() + ")";
        };
    }
}
