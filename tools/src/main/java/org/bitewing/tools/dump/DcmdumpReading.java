package org.bitewing.tools.dump;

import org.bitewing.io.ReadOptions;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.files.ReadingOptions;

/** The input options of {@code dcmdump} as {@link ReadOptions}: those of all tools, and what a dump needs of a file. */
final class DcmdumpReading {
    private DcmdumpReading() {
    }

    static ReadOptions options(CommandLine line) {
        ReadOptions options = ReadingOptions.of(line).discardBulk();
        if (!line.isOn("--private-names", "--no-private-names")) {
            options = options.withoutPrivateDictionary();
        }
        if (line.has("--ignore-errors")) {
            options = options.keepDamaged();
        }
        if (line.has("--write-pixel") || line.has("--csa") || line.isOn("--print-all", "--print-short")) {
            options = options.keepBulk();
        }
        return options;
    }
}
