package org.bitewing.tools;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.guide.ManualPage;

/** {@code bitewing help}: the commands on one screen, or all about one of them. */
final class Help implements Command {
    private static final int TITLE_WIDTH = 11;
    private static final int NAME_WIDTH = 10;

    @Override
    public OptionTable options() {
        return OptionTable.of("help", "List the commands, or explain one", "[options] [command]", 0, """
                parameters:
                  command                       the command to explain

                options:
                         --man                  print the manual page instead, for man or groff;
                                                without a command that of all

                examples:
                  bitewing help                             the commands, a line each
                  bitewing help dcmdump                     all options of one
                  bitewing help --man dcmdump | man -l -    its manual page
                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        List<String> parameters = line.parameters();
        if (parameters.size() > 1) {
            throw new UsageException("Too many parameters");
        }
        Optional<Command> command = parameters.isEmpty() ? Optional.empty() : Commands.find(parameters.get(0));
        if (!parameters.isEmpty() && (command.isEmpty() || !line.has("--man"))) {
            return Main.run(List.of(parameters.get(0), "--help"), console);
        }
        console.print(!line.has("--man") ? overview()
                : command.isEmpty() ? ManualPage.overview(Commands.documented(), Main.VERSION)
                : ManualPage.of(Commands.documented(parameters.get(0), command.get()), Main.VERSION));
        return 0;
    }

    private static String overview() {
        StringBuilder text = new StringBuilder("Bitewing " + Main.VERSION + ": DICOM in nothing but Java\n"
                + "usage: bitewing command [options] [parameters]\n\n");
        for (Commands.Group group : Commands.GROUPS) {
            String title = group.title();
            for (String commands : group.commands()) {
                String[] names = commands.split(" ");
                pad(text, title, TITLE_WIDTH);
                pad(text, names[0], NAME_WIDTH);
                text.append(Commands.find(names[0]).orElseThrow().options().purpose()).append('\n');
                title = "";
                if (names.length > 1) {
                    text.append(" ".repeat(TITLE_WIDTH + NAME_WIDTH)).append("(also as ")
                            .append(String.join(", ", List.of(names).subList(1, names.length))).append(")\n");
                }
            }
        }
        return text.append("\n'bitewing help command' explains one, 'bitewing command --version' says of which edition\n")
                .append("of the standard the names are.\n").toString();
    }

    private static void pad(StringBuilder text, String word, int width) {
        text.append(word).append(" ".repeat(Math.max(1, width - word.length())));
    }
}
