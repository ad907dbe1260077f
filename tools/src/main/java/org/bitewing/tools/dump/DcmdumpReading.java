package org.bitewing.tools.dump;

import java.util.EnumSet;
import java.util.Set;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.Tolerance;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The input options of {@code dcmdump} as {@link ReadOptions}. */
final class DcmdumpReading {
    private static final Switch[] SWITCHES = {
        new Switch("--ignore-meta-length", "--use-meta-length", Tolerance.META_LENGTH),
        new Switch("--assume-even-length", "--accept-odd-length", Tolerance.EVEN_LENGTHS),
        new Switch("--ignore-explicit-vr", "--use-explicit-vr", Tolerance.DICTIONARY_VR),
        new Switch("--assume-implicit", "--treat-as-unknown", Tolerance.IMPLICIT_ELEMENTS),
        new Switch("--disable-cp246", "--enable-cp246", Tolerance.EXPLICIT_UNKNOWN),
        new Switch("--convert-un", "--retain-un", Tolerance.KNOWN_UNKNOWN),
        new Switch("--replace-wrong-delim", "--use-delim-items", Tolerance.WRONG_DELIMITERS),
        new Switch("--illegal-obow-conv", "--illegal-obow-rej", Tolerance.UNDEFINED_BYTES),
        new Switch("--illegal-voi-conv", "--illegal-voi-rej", Tolerance.LOOKUP_TABLE_WORDS),
    };

    /** Two options that exclude each other, the second of them the default, and what the first one asks for. */
    private record Switch(String on, String off, Tolerance tolerance) {
    }

    private DcmdumpReading() {
    }

    static ReadOptions options(CommandLine line, boolean bare) {
        ReadOptions options = ReadOptions.defaults().discardBulk();
        if (!line.isOn("--private-names", "--no-private-names")) {
            options = options.withoutPrivateDictionary();
        }
        if (bare) {
            options = options.bareDataSet();
        }
        if (line.has("--ignore-errors") || line.has("--ignore-parse-errors")) {
            options = options.keepDamaged();
        }
        if (line.has("--write-pixel") || line.isOn("--print-all", "--print-short")) {
            options = options.keepBulk();
        }
        options = switch (line.choice("--read-xfer-auto", "--read-xfer-detect", "--read-xfer-little",
                "--read-xfer-big", "--read-xfer-implicit")) {
            case "--read-xfer-detect" -> options.detectTransferSyntax();
            case "--read-xfer-little" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);
            case "--read-xfer-big" -> options.withTransferSyntax(TransferSyntax.EXPLICIT_BIG);
            case "--read-xfer-implicit" -> options.withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);
            default -> options;
        };
        options = options.withTolerances(tolerances(line));
        if (line.has("--stop-before-elem")) {
            options = options.stopBefore(tag(line, "--stop-before-elem"));
        }
        if (line.has("--stop-after-elem")) {
            options = options.stopAfter(tag(line, "--stop-after-elem"));
        }
        return options;
    }

    private static int tag(CommandLine line, String option) {
        String name = line.value(option).orElseThrow();
        return Dcmdump.tag(name).orElseThrow(() -> new UsageException("unrecognized tag name: '" + name + "'"));
    }

    private static Set<Tolerance> tolerances(CommandLine line) {
        Set<Tolerance> tolerances = EnumSet.noneOf(Tolerance.class);
        for (Switch each : SWITCHES) {
            if (line.isOn(each.on, each.off)) {
                tolerances.add(each.tolerance);
            }
        }
        return tolerances;
    }
}
