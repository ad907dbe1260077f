package org.bitewing.tools.station.rules;

import java.util.List;
import java.util.Optional;

/**
 * A value as conditions see it: absent, one text or number, or a list of them. Immutable.
 *
 * @param isPresent whether there is an element or entry, empty or not
 * @param isList    whether it is a list, such as an element of several values
 * @param isText    whether its values are texts; numbers otherwise
 * @param values    the values in order
 */
public record RuleValue(boolean isPresent, boolean isList, boolean isText, List<String> values) {
    /** What is not there. */
    public static final RuleValue ABSENT = new RuleValue(false, false, true, List.of());

    /**
     * Keeps a copy of the values.
     *
     * @param isPresent whether there is something
     * @param isList    whether it is a list
     * @param isText    whether it is of texts
     * @param values    the values
     */
    public RuleValue {
        values = List.copyOf(values);
    }

    /**
     * A text.
     *
     * @param text any
     * @return the value
     */
    public static RuleValue of(String text) {
        return new RuleValue(true, false, true, List.of(text));
    }

    /**
     * A number.
     *
     * @param number any
     * @return the value
     */
    public static RuleValue of(long number) {
        return new RuleValue(true, false, false, List.of(Long.toString(number)));
    }

    /**
     * A list of texts.
     *
     * @param texts any
     * @return the value, a list whatever their number
     */
    public static RuleValue ofTexts(List<String> texts) {
        return new RuleValue(true, true, true, texts);
    }

    /**
     * The values of an element: none is an empty text, one is that value, several are a list.
     *
     * @param values the values in order
     * @param isText whether they are texts
     * @return the value
     */
    public static RuleValue ofElement(List<String> values, boolean isText) {
        return new RuleValue(true, values.size() > 1, isText, values);
    }

    /**
     * One of the values, counted from 0.
     *
     * @param index 0 or more
     * @return that value alone; absent where there are fewer
     */
    public RuleValue at(int index) {
        return index >= values.size() ? ABSENT : new RuleValue(true, false, isText, List.of(values.get(index)));
    }

    /**
     * The value in one text, as a regular expression sees it.
     *
     * @return empty where it is absent; {@code ['A', 'B']} or {@code [0, 256]} for a list
     */
    public String text() {
        if (!isList) {
            return values.isEmpty() ? "" : values.get(0);
        }
        String quote = isText ? "'" : "";
        StringBuilder list = new StringBuilder("[");
        for (String value : values) {
            list.append(list.length() > 1 ? ", " : "").append(quote).append(value).append(quote);
        }
        return list.append(']').toString();
    }

    /**
     * The values as numbers.
     *
     * @return one for each; empty where there is none, or one of them is no finite number in decimal
     */
    public Optional<double[]> numbers() {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            String value = values.get(i).strip();
            if (!isDecimal(value)) {
                return Optional.empty();
            }
            numbers[i] = Double.parseDouble(value);
        }
        return numbers.length == 0 ? Optional.empty() : Optional.of(numbers);
    }

    /** Digits with sign, fraction and exponent; not the words and suffixes that Java knows besides. */
    static boolean isDecimal(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits > 0 && (at == text.length() || isExponent(text, at));
    }

    private static boolean isExponent(String text, int start) {
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int at = start + 1;
        at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
        // Four digits are beyond every double already.
        if (at == text.length() || text.length() - at > 4) {
            return false;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == text.length();
    }
}
