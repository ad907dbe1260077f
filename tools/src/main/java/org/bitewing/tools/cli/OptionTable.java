package org.bitewing.tools.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a command, read from the very text that {@code --help} prints, so that the two cannot differ. A line
 * that starts with an option is {@code -x  --long  [v]alue: type} or has words in place of the value.
 */
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
            """;

    private final String name;
    private final String purpose;
    private final String usage;
    private final String details;
    private final int fewest;
    private final Map<String, Option> byName = new HashMap<>();

    private OptionTable(String name, String purpose, String usage, String details, int fewest) {
        this.name = name;
        this.purpose = purpose;
        this.usage = usage;
        this.details = details;
        this.fewest = fewest;
        read(GENERAL);
        read(details);
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

    private void read(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            readLine(text, start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
        }
    }

    private void readLine(String text, int start, int end) {
        int first = afterSpaces(text, start, end);
        int firstEnd = wordEnd(text, first, end);
        if (first == end || text.charAt(first) != '-' && text.charAt(first) != '+' || first == start) {
            return;
        }
        int second = first;
        int secondEnd = firstEnd;
        if (!text.startsWith("--", first)) {
            second = afterSpaces(text, firstEnd, end);
            secondEnd = wordEnd(text, second, end);
        }
        if (!text.startsWith("--", second)) {
            return;
        }
        int rest = afterSpaces(text, secondEnd, end);
        boolean hasValue = rest < end && (text.charAt(rest) == '[' || text.startsWith("\"[", rest));
        String value = hasValue ? text.substring(rest, end) : "";
        String longName = text.substring(second, secondEnd);
        Option option = new Option(second == first ? "" : text.substring(first, firstEnd), longName, value);
        byName.put(longName, option);
        if (second != first) {
            byName.put(option.shortName(), option);
        }
    }

    private static int afterSpaces(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) != ' ') {
            at++;
        }
        return at;
    }

    Optional<Option> find(String typed) {
        return Optional.ofNullable(byName.get(typed));
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
        int options = details.indexOf("\n\n");
        String parameters = options < 0 ? "" : details.substring(0, options + 2);
        String rest = options < 0 ? details : details.substring(options + 2);
        return version + "\n\n" + name + ": " + purpose + "\nusage: " + name + " " + usage + "\n\n" + parameters
                + GENERAL + rest;
    }
}
