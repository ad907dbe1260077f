package org.bitewing.tools;

import java.io.IOException;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code bitewing help}: the commands, a line each. */
final class Help implements Command {
    private static final int NAME_WIDTH = 12;

    @Override
    public OptionTable options() {
        return OptionTable.of("help", "List the commands", "[command]", 0, """
                parameters:
                  command                       the command to explain

                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        if (!line.parameters().isEmpty()) {
            return Main.run(java.util.List.of(line.parameters().get(0), "--help"), console);
        }
        console.print("Bitewing " + Main.VERSION + ": DICOM in nothing but Java\n\n"
                + "usage: bitewing command [options] [parameters]\n\n");
        for (String name : Commands.NAMES) {
            OptionTable options = Commands.find(name).orElseThrow().options();
            console.print("  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + options.purpose() + "\n");
        }
        console.print("\n'bitewing command --help' explains a command.\n");
        return 0;
    }
}
