package org.bitewing.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of a command, read from the very text that {@code --help} prints, so that the two cannot differ. */
public final class OptionTable {
    /** What every command understands. */
    private static final String GENERAL = """
            general options:
              -h     --help                 print this help text and exit
                     --version              print version information and exit
                     --arguments            print expanded command line arguments
              -q     --quiet                quiet mode, print no warnings and errors
              -v     --verbose              verbose mode, print processing details
              -d     --debug                debug mode, print debug information
              -ll    --log-level            [l]evel: string constant
                                            (fatal, error, warn, info, debug, trace)
                                            use level l for the logger
              -lc    --log-config           [f]ilename: string
                                            accepted and ignored: there is nothing to configure
                     --no-progress          do not show how far it is, which is shown on a terminal
            """;

    private final String name;
    private final String purpose;
    private final String usage;
    private final String details;
    private final int fewest;

    private OptionTable(String name, String purpose, String usage, String details, int fewest) {
        this.name = name;
        this.purpose = purpose;
        this.usage = usage;
        this.details = details;
        this.fewest = fewest;
    }

    /**
     * The options of a command.
     *
     * @param name    of the command
     * @param purpose in one line
     * @param usage   what follows {@code usage: name}, such as {@code [options] dcmfile-in...}
     * @param fewest  how many parameters there must be
     * @param details the rest of the help: parameters, options and examples
     * @return the table
     */
    public static OptionTable of(String name, String purpose, String usage, int fewest, String details) {
        return new OptionTable(name, purpose, usage, details, fewest);
    }

    /**
     * Looks an option up. The text is searched for what was typed, nothing else of it is read: most calls have few
     * options, and every one of them would wait for a table of all.
     */
    Optional<Option> find(String typed) {
        Optional<Option> found = find(details, typed);
        return found.isPresent() ? found : find(GENERAL, typed);
    }

    private static Optional<Option> find(String text, String typed) {
        for (int at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
            int end = text.indexOf('\n', at);
            Optional<Option> option = Option.read(text, text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end);
            if (option.isPresent() && option.get().isCalled(typed)) {
                return option;
            }
        }
        return Optional.empty();
    }

    /** The option that is not there, and what may have been meant. */
    UsageException unknownOption(String typed) {
        List<String> names = new ArrayList<>();
        for (HelpText.Described option : text().options()) {
            names.add(option.longName());
            if (!option.shortName().isEmpty()) {
                names.add(option.shortName());
            }
        }
        Optional<String> meant = Nearest.of(typed, names);
        return new UsageException("Unknown option " + typed
                + (meant.isPresent() ? "; did you mean " + meant.get() + "?" : ""));
    }

    /**
     * The command.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * What the command is for.
     *
     * @return one line
     */
    public String purpose() {
        return purpose;
    }

    /**
     * Whether the command can do nothing without a parameter.
     *
     * @return true where it prints its help when it is called without any argument
     */
    public boolean needsParameters() {
        return fewest > 0;
    }

    int fewestParameters() {
        return fewest;
    }

    /** A parameter of the usage line, counted from 0, for the message that it is missing. */
    String parameter(int index) {
        int left = index;
        for (String word : usage.split(" ")) {
            if (!word.startsWith("[") && left-- == 0) {
                return word.replace("...", "");
            }
        }
        return "parameter";
    }

    /**
     * What {@code --help} prints.
     *
     * @param version the line that names program and version
     * @return several lines
     */
    public String help(String version) {
        int options = details.startsWith("parameters:\n") ? details.indexOf("\n\n") + 2 : 0;
        String parameters = details.substring(0, options);
        // Sections of options follow each other at once, as in DCMTK's help; others stand alone.
        String section = details.substring(options, details.indexOf('\n', options));
        String rest = (section.endsWith("options:") ? "" : "\n") + details.substring(options);
        return version + "\n\n" + name + ": " + purpose + "\nusage: " + name + " " + usage + "\n\n" + parameters
                + GENERAL + rest;
    }

    /**
     * What follows the command's name.
     *
     * @return such as {@code [options] dcmfile-in...}
     */
    public String usage() {
        return usage;
    }

    /**
     * The help taken apart, for manual pages and completion.
     *
     * @return parameters, options, examples and notes
     */
    public HelpText text() {
        return HelpText.of(GENERAL + details);
    }
}
