package org.bitewing.tools;

import java.io.IOException;
import java.util.List;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.guide.BashCompletion;
import org.bitewing.tools.guide.Documented;
import org.bitewing.tools.guide.FishCompletion;
import org.bitewing.tools.guide.ZshCompletion;

/** {@code bitewing completion}: what a shell needs to complete commands, options and values. */
final class Completion implements Command {
    @Override
    public OptionTable options() {
        return OptionTable.of("completion", "Print completion for a shell", "[options] shell", 1, """
                parameters:
                  shell                         (bash, zsh, fish) the shell to print it for

                examples:
                  source <(bitewing completion bash)        in ~/.bashrc; zsh likewise, behind compinit
                  bitewing completion fish | source         in ~/.config/fish/config.fish

                The folder share has the same in files, where shells look for them on their own.
                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        if (line.parameters().size() > 1) {
            throw new UsageException("Too many parameters");
        }
        List<Documented> commands = Commands.documented();
        String shell = line.parameters().get(0);
        console.print(switch (shell) {
            case "bash" -> BashCompletion.of(commands);
            case "zsh" -> ZshCompletion.of(commands);
            case "fish" -> FishCompletion.of(commands);
            default -> throw new UsageException("Invalid value for shell (" + shell + "): bash, zsh or fish");
        });
        return 0;
    }
}
