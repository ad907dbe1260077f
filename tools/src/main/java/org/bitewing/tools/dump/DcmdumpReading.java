package org.bitewing.tools.dump;

import org.bitewing.Problem;
import org.bitewing.data.DataSet;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The input options of {@code dcmdump} as {@link ReadOptions}. */
final class DcmdumpReading {
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
        if (line.has("--stop-before-elem")) {
            options = options.stopBefore(tag(line, "--stop-before-elem"));
        }
        if (line.has("--stop-after-elem")) {
            options = options.stopBefore(tag(line, "--stop-after-elem") + 1);
        }
        return options;
    }

    private static int tag(CommandLine line, String option) {
        String name = line.value(option).orElseThrow();
        return Dcmdump.tag(name).orElseThrow(() -> new UsageException("unrecognized tag name: '" + name + "'"));
    }

    static boolean isDamaged(DataSet set) {
        for (Problem problem : set.problems()) {
            if (problem.kind() == Problem.Kind.DAMAGED) {
                return true;
            }
        }
        return false;
    }
}
