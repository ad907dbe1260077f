package org.bitewing.tools.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.tools.cli.HelpText;

/** Completion for bash: a function for each command, which looks at the word before and at how this one begins. */
public final class BashCompletion {
    private static final String HEAD = """
            # Completion of Bitewing's commands for bash.

            _bitewing_words() { # the words given that begin like the one that is completed
                mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
            }

            _bitewing_files() { # names of files and folders
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            }

            _bitewing_folders() {
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -d -- "$cur")
            }
            """;
    private static final String TAIL = """

            _bitewing() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[0]##*/}
                COMPREPLY=()
                if [ "$command" = bitewing ]; then
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        _bitewing_words "ALL_COMMANDS"
                        return
                    fi
                    command=${COMP_WORDS[1]}
                fi
                if declare -F "_bitewing_of_$command" >/dev/null; then
                    "_bitewing_of_$command"
                fi
            }

            complete -F _bitewing bitewing LAUNCHERS
            """;

    private BashCompletion() {
    }

    /**
     * The script.
     *
     * @param commands all of them
     * @return a text for bash 4 or later to source
     */
    public static String of(List<Documented> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        for (Documented command : commands) {
            function(command, commands, script);
        }
        List<String> names = commands.stream().map(Documented::name).toList();
        return script.append(TAIL.replace("ALL_COMMANDS", String.join(" ", names))
                .replace("LAUNCHERS", String.join(" ", Documented.launchers(commands)))).toString();
    }

    private static void function(Documented command, List<Documented> commands, StringBuilder script) {
        List<String> words = command.parameters(commands);
        List<String> names = new ArrayList<>();
        // What is done for a value, and the options that have such a value.
        Map<String, List<String>> values = new TreeMap<>();
        for (HelpText.Described option : command.table().text().options()) {
            List<String> called = option.names();
            names.addAll(called);
            if (option.kind() != HelpText.Value.NONE) {
                values.computeIfAbsent(value(option), key -> new ArrayList<>()).addAll(called);
            }
        }
        script.append("\n_bitewing_of_").append(command.name()).append("() {\n    case $prev in\n");
        values.forEach((value, options) -> script.append("        ").append(String.join(" | ", options)).append(") ")
                .append(value).append(" ;;\n"));
        script.append("        *)\n            case $cur in\n                [-+]*) _bitewing_words \"")
                .append(String.join(" ", names)).append("\" ;;\n                *) ")
                .append(words.isEmpty() ? "_bitewing_files" : words(words))
                .append(" ;;\n            esac ;;\n    esac\n}\n");
    }

    private static String value(HelpText.Described option) {
        return switch (option.kind()) {
            case CHOICE -> words(option.choices());
            case FILE -> "_bitewing_files";
            case FOLDER -> "_bitewing_folders";
            case TEXT, NONE -> "return";
        };
    }

    private static String words(List<String> words) {
        return "_bitewing_words \"" + String.join(" ", words) + "\"";
    }
}
