package org.bitewing.tools.guide;

import java.util.List;
import org.bitewing.tools.cli.HelpText;

/**
 * Completion for fish. Options of several letters, and those with a plus sign, are not what fish takes for options, so
 * that all of them are words that are offered where one of their kind was begun.
 */
public final class FishCompletion {
    private static final String HEAD = """
            # Completion of Bitewing's commands for fish.

            function __bitewing_option # an option was begun, and nothing else is due
                string match -qr -- '^[-+]' (commandline -ct)
            end

            function __bitewing_behind # the word before is one of those given
                contains -- (commandline -opc)[-1] $argv
            end

            function __bitewing_inner # what a command of bitewing's completes
                set -l words (commandline -opc)
                set -l rest
                test (count $words) -gt 2; and set rest (string escape -- $words[3..-1])
                set -l name $words[2]
                contains -- $name PARTS; and set name bitewing-$name
                complete -C (string join ' ' -- $name $rest (commandline -ct))
            end

            complete -c bitewing -n __fish_is_first_token -f
            complete -c bitewing -n 'not __fish_is_first_token' -f -a '(__bitewing_inner)'
            """;

    private FishCompletion() {
    }

    /**
     * The script.
     *
     * @param commands all of them
     * @return a text for fish to source
     */
    public static String of(List<Documented> commands) {
        List<String> parts = commands.stream().filter(command -> !command.hasLauncher()).map(Documented::name).toList();
        StringBuilder script = new StringBuilder(HEAD.replace("PARTS", String.join(" ", parts)));
        for (Documented command : commands) {
            script.append("complete -c bitewing -n __fish_is_first_token -a ").append(command.name()).append(" -d ")
                    .append(quoted(command.table().purpose())).append('\n');
        }
        for (Documented command : commands) {
            script.append('\n');
            command(command, commands, script);
        }
        return script.toString();
    }

    private static void command(Documented command, List<Documented> commands, StringBuilder script) {
        String start = "complete -c " + command.page();
        List<String> words = command.parameters(commands);
        if (!words.isEmpty()) {
            script.append(start).append(" -f -a ").append(quoted(String.join(" ", words))).append('\n');
        }
        for (HelpText.Described option : command.table().text().options()) {
            List<String> names = option.names();
            for (String name : names) {
                script.append(start).append(" -n __bitewing_option -f -a ").append(quoted(name)).append(" -d ")
                        .append(quoted(option.text())).append('\n');
            }
            String values = switch (option.kind()) {
                case CHOICE -> " -f -a " + quoted(String.join(" ", option.choices()));
                case FOLDER -> " -f -a '(__fish_complete_directories (commandline -ct))'";
                case TEXT -> " -f";
                case FILE, NONE -> "";
            };
            if (!values.isEmpty()) {
                script.append(start).append(" -n ").append(quoted("__bitewing_behind " + String.join(" ", names)))
                        .append(values).append('\n');
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
