package org.bitewing.tools.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.tools.cli.HelpText;

/** Completion for zsh: as that for bash, and every option is explained. */
public final class ZshCompletion {
    private static final String TAIL = """

            _bitewing() {
                local command=$service
                if [[ $service == bitewing ]]; then
                    if (( CURRENT == 2 )); then
                        local -a commands=(
            ALL_COMMANDS            )
                        _describe -t commands command commands
                        return
                    fi
                    command=$words[2]
                fi
                local previous=$words[CURRENT-1]
                (( $+functions[_bitewing_of_$command] )) && _bitewing_of_$command
            }

            # A function of the completion path is called, a text that is sourced makes itself known.
            if [[ $funcstack[1] == _bitewing ]]; then
                _bitewing "$@"
            else
                compdef _bitewing bitewing LAUNCHERS
            fi
            """;

    private ZshCompletion() {
    }

    /**
     * The script.
     *
     * @param commands all of them
     * @return a text for zsh to source, or to lie in its path of functions as {@code _bitewing}
     */
    public static String of(List<Documented> commands) {
        String launchers = String.join(" ", Documented.launchers(commands));
        StringBuilder script = new StringBuilder("#compdef bitewing " + launchers
                + "\n# Completion of Bitewing's commands for zsh.\n");
        StringBuilder all = new StringBuilder();
        for (Documented command : commands) {
            function(command, commands, script);
            all.append("                ").append(described(command.name(), command.table().purpose())).append('\n');
        }
        return script.append(TAIL.replace("ALL_COMMANDS", all).replace("LAUNCHERS", launchers)).toString();
    }

    private static void function(Documented command, List<Documented> commands, StringBuilder script) {
        List<String> words = command.parameters(commands);
        StringBuilder options = new StringBuilder();
        Map<String, List<String>> values = new TreeMap<>();
        for (HelpText.Described option : command.table().text().options()) {
            List<String> called = option.names();
            for (String name : called) {
                options.append("                ").append(described(name, option.text())).append('\n');
            }
            if (option.kind() != HelpText.Value.NONE) {
                values.computeIfAbsent(value(option), key -> new ArrayList<>()).addAll(called);
            }
        }
        script.append("\n_bitewing_of_").append(command.name()).append("() {\n    case $previous in\n");
        values.forEach((value, called) -> script.append("        (").append(String.join("|", called)).append(") ")
                .append(value).append(" ;;\n"));
        script.append("        (*)\n            if [[ $PREFIX == [-+]* ]]; then\n                local -a options=(\n")
                .append(options).append("                )\n                _describe -o option options\n"
                        + "            else\n                ")
                .append(words.isEmpty() ? "_files" : "compadd -- " + String.join(" ", words))
                .append("\n            fi ;;\n    esac\n}\n");
    }

    private static String value(HelpText.Described option) {
        return switch (option.kind()) {
            case CHOICE -> "compadd -- " + String.join(" ", option.choices());
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case TEXT, NONE -> "_message value";
        };
    }

    private static String described(String name, String text) {
        return "'" + name + ":" + text.replace("'", "'\\''") + "'";
    }
}
