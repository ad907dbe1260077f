package org.bitewing.tools.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that was taken apart: options and parameters in any order, {@code @file} for more of both. Here, and
 * wherever every start of a command passes, there are loops instead of lambdas: the first lambda costs a fresh JVM as
 * much as everything else that a small dump does.
 */
public final class CommandLine {
    private static final int DEEPEST_FILE = 8;

    private final OptionTable table;
    private final List<String> arguments = new ArrayList<>();
    private final List<Occurrence> options = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();

    /**
     * An option as it was typed.
     *
     * @param longName the option
     * @param value    its value, empty where it takes none; two values are joined by a blank
     */
    public record Occurrence(String longName, String value) {
    }

    private CommandLine(OptionTable table) {
        this.table = table;
    }

    /**
     * Takes a command line apart.
     *
     * @param table what there is
     * @param typed what was typed, the command's own name left off
     * @return the command line
     * @throws UsageException where it makes no sense
     */
    public static CommandLine parse(OptionTable table, List<String> typed) {
        CommandLine line = new CommandLine(table);
        line.expand(typed, 0);
        line.read();
        return line;
    }

    private void expand(List<String> typed, int depth) {
        for (String word : typed) {
            if (word.startsWith("@") && word.length() > 1) {
                if (depth == DEEPEST_FILE) {
                    throw new UsageException("Command files are nested too deeply in '" + word.substring(1) + "'");
                }
                expand(words(word.substring(1)), depth + 1);
            } else {
                arguments.add(word);
            }
        }
    }

    private static List<String> words(String file) {
        String text;
        try {
            text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UsageException("Cannot open command file '" + file + "'");
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("Cannot read command file '" + file + "'");
        }
        return Words.of(text, false).list();
    }

    private void read() {
        if (arguments.contains("--help") || arguments.contains("-h") || arguments.contains("--version")) {
            // They win over everything else on the line, mistakes included.
            for (String word : arguments) {
                if (word.equals("--help") || word.equals("-h") || word.equals("--version")) {
                    options.add(new Occurrence(word.equals("-h") ? "--help" : word, ""));
                }
            }
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean isOption = word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
            if (!isOption) {
                parameters.add(word);
                continue;
            }
            Optional<Option> found = table.find(word);
            if (found.isEmpty()) {
                throw table.unknownOption(word);
            }
            Option option = found.get();
            String value = "";
            for (int values = option.values(); values > 0; values--) {
                i++;
                if (i == arguments.size()) {
                    throw new UsageException("Missing value for option " + option.longName());
                }
                option.check(arguments.get(i));
                value = value.isEmpty() ? arguments.get(i) : value + " " + arguments.get(i);
            }
            options.add(new Occurrence(option.longName(), value));
        }
        // A list that is printed instead of everything else needs nothing.
        if (parameters.size() < table.fewestParameters() && !arguments.isEmpty() && !has("--list-ciphers")) {
            throw new UsageException("Missing parameter " + table.parameter(parameters.size()));
        }
    }

    /**
     * What was typed, with the contents of command files in place.
     *
     * @return the words
     */
    public List<String> arguments() {
        return List.copyOf(arguments);
    }

    /**
     * What is no option.
     *
     * @return the parameters in order
     */
    public List<String> parameters() {
        return List.copyOf(parameters);
    }

    /**
     * All options in order.
     *
     * @return the options
     */
    public List<Occurrence> options() {
        return List.copyOf(options);
    }

    /**
     * Whether an option was given.
     *
     * @param longName such as {@code --search}
     * @return true where it was, once or more
     */
    public boolean has(String longName) {
        return value(longName).isPresent();
    }

    /**
     * The value of an option; the last one counts.
     *
     * @param longName the option
     * @return the value, empty text for an option without one, if it was given
     */
    public Optional<String> value(String longName) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).longName().equals(longName)) {
                return Optional.of(options.get(i).value());
            }
        }
        return Optional.empty();
    }

    /**
     * The values of an option that may be repeated.
     *
     * @param longName the option
     * @return the values in order
     */
    public List<String> values(String longName) {
        List<String> values = new ArrayList<>();
        for (Occurrence option : options) {
            if (option.longName().equals(longName)) {
                values.add(option.value());
            }
        }
        return values;
    }

    /**
     * Which one of options that exclude each other counts: the last.
     *
     * @param longNames the options, the default first
     * @return the one that was given last, or else the default
     */
    public String choice(String... longNames) {
        for (int i = options.size() - 1; i >= 0; i--) {
            for (String name : longNames) {
                if (options.get(i).longName().equals(name)) {
                    return name;
                }
            }
        }
        return longNames[0];
    }

    /**
     * Whether, of two options that exclude each other, the one that is not the default counts.
     *
     * @param longName     the option
     * @param otherwise    the default
     * @return true where {@code longName} was given after every {@code otherwise}
     */
    public boolean isOn(String longName, String otherwise) {
        return choice(otherwise, longName).equals(longName);
    }

    /**
     * Refuses an option without another one.
     *
     * @param longName the option
     * @param needed   what it goes with
     * @throws UsageException where it is alone
     */
    public void only(String longName, String needed) {
        if (has(longName) && !has(needed)) {
            throw new UsageException(longName + " only allowed with " + needed);
        }
    }

    /**
     * Refuses options that are known and do nothing here, so that nobody believes they had an effect.
     *
     * @param reasons why, by option
     * @throws UsageException where one of them was given
     */
    public void refuse(Map<String, String> reasons) {
        for (Occurrence option : options) {
            String reason = reasons.get(option.longName());
            if (reason != null) {
                throw new UsageException(option.longName() + " is not supported: " + reason);
            }
        }
    }
}
