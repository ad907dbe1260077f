package org.bitewing.tools.cli;

import java.util.Optional;

/**
 * An option. A line of help that starts with one is {@code -x  --long  [v]alue: type}, or has words in place of the
 * value.
 *
 * @param shortName such as {@code +P}, or empty
 * @param longName  such as {@code --search}
 * @param value     what its value is, such as {@code [t]ag: "gggg,eeee"} or {@code "[t]ag-path=[v]alue"}, or what its
 *                  values are, such as {@code [f]ile-pad [i]tem-pad: integer}; empty where it takes none
 */
record Option(String shortName, String longName, String value) {
    private static final String INTEGER = "integer";

    /** The option that a line of a text begins with, if it does. */
    static Optional<Option> read(String text, int start, int end) {
        int first = afterSpaces(text, start, end);
        if (first == start || first == end || text.charAt(first) != '-' && text.charAt(first) != '+') {
            return Optional.empty();
        }
        int firstEnd = wordEnd(text, first, end);
        int second = first;
        int secondEnd = firstEnd;
        if (!text.startsWith("--", first)) {
            second = afterSpaces(text, firstEnd, end);
            secondEnd = wordEnd(text, second, end);
        }
        if (!text.startsWith("--", second)) {
            return Optional.empty();
        }
        int rest = afterSpaces(text, secondEnd, end);
        boolean hasValue = rest < end && (text.charAt(rest) == '[' || text.startsWith("\"[", rest));
        return Optional.of(new Option(second == first ? "" : text.substring(first, firstEnd),
                text.substring(second, secondEnd), hasValue ? text.substring(rest, end) : ""));
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

    boolean isCalled(String typed) {
        return typed.equals(longName) || typed.equals(shortName);
    }

    /** How many words follow the option. */
    int values() {
        if (value.isEmpty() || value.startsWith("\"")) {
            return value.isEmpty() ? 0 : 1;
        }
        int colon = value.indexOf(':');
        int count = 1;
        for (int next = value.indexOf(" ["); next > 0 && next < colon; next = value.indexOf(" [", next + 1)) {
            count++;
        }
        return count;
    }

    /** Refuses a value that is no integer, or not in the range {@code (4..4194302} of the table. */
    void check(String given) {
        int kind = value.indexOf(INTEGER);
        if (kind < 0) {
            return;
        }
        long number;
        try {
            number = Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw new UsageException("Invalid value for option " + longName + " (" + given + ")");
        }
        int dots = value.indexOf("..", kind);
        int open = value.indexOf('(', kind);
        if (open < 0 || dots < open) {
            return;
        }
        if (number < Long.parseLong(value.substring(open + 1, dots))) {
            throw new UsageException("Invalid value for option " + longName + " (underflow: " + number + ")");
        }
        int end = dots + 2;
        while (end < value.length() && Character.isDigit(value.charAt(end))) {
            end++;
        }
        if (end > dots + 2 && number > Long.parseLong(value.substring(dots + 2, end))) {
            throw new UsageException("Invalid value for option " + longName + " (overflow: " + number + ")");
        }
    }
}
