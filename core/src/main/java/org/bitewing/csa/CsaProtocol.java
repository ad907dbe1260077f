package org.bitewing.csa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The measurement protocol of Siemens: names and values in lines, between {@code ### ASCCONV BEGIN ... ###} and
 * {@code ### ASCCONV END ###}. What stands around them in the text is left alone. Immutable.
 *
 * @param values the values by name, such as {@code sSliceArray.lSize}, in their order; without the quotation marks and
 *               comments around them. The first of a name counts.
 */
public record CsaProtocol(Map<String, String> values) {
    /** How many lines are read; protocols of scanners have some thousand. */
    public static final int MOST_VALUES = 65_536;

    /** What stands before the lines; the rest of that line is left alone. */
    public static final String BEGIN = "### ASCCONV BEGIN";

    private static final String END = "### ASCCONV END";

    /**
     * Keeps a copy.
     *
     * @param values the values by name
     */
    public CsaProtocol {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Takes a text apart. It is gone through once, and lines that are no name and value do not count.
     *
     * @param text the value of {@code MrPhoenixProtocol} or {@code MrProtocol}
     * @return the protocol; empty where the text has none, or it has no end
     */
    public static Optional<CsaProtocol> parse(String text) {
        int begin = text.indexOf(BEGIN);
        int start = begin < 0 ? -1 : text.indexOf('\n', begin);
        int end = start < 0 ? -1 : text.indexOf(END, start);
        if (end < 0) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        while (start < end && values.size() < MOST_VALUES) {
            int next = text.indexOf('\n', start + 1);
            next = next < 0 || next > end ? end : next;
            add(values, text, start + 1, next);
            start = next;
        }
        return Optional.of(new CsaProtocol(values));
    }

    private static void add(Map<String, String> values, String text, int start, int end) {
        String line = text.substring(start, Math.max(start, end));
        int sign = line.indexOf('=');
        String name = sign < 0 ? "" : line.substring(0, sign).strip();
        if (!name.isEmpty()) {
            values.putIfAbsent(name, unquoted(line.substring(sign + 1).strip()));
        }
    }

    /** Texts are in one or two pairs of quotation marks; behind a number there may be a comment. */
    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            int comment = value.indexOf('#');
            return comment < 0 ? value : value.substring(0, comment).strip();
        }
        int start = value.startsWith("\"\"") ? 2 : 1;
        int end = value.indexOf('"', start);
        return end < 0 ? value.substring(start) : value.substring(start, end);
    }

    /**
     * A value.
     *
     * @param name such as {@code sGroupArray.asGroup[0].nSize}
     * @return its text, if it is there and not empty
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
