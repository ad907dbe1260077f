package org.bitewing.tools;

import java.io.IOException;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code bitewing tour}. */
final class Tour implements Command {
    @Override
    public OptionTable options() {
        return OptionTable.of("tour", "Show what DICOM is, step by step, with what the toolkit makes", "[options]", 0,
                "");
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        return 0;
    }
}
