package org.bitewing.tools.station.series;

import java.util.List;
import org.bitewing.json.JsonArray;
import org.bitewing.tools.station.rules.RuleValue;

/**
 * The least and the greatest of some numbers, each as it was written.
 *
 * @param leastText    empty where there was none
 * @param greatestText empty where there was none
 */
record NumberSpan(String leastText, String greatestText) {
    static final NumberSpan NONE = new NumberSpan("", "");

    static NumberSpan of(RuleValue value) {
        return value.numbers().isEmpty() ? NONE : new NumberSpan(value.text(), value.text());
    }

    boolean isEmpty() {
        return leastText.isEmpty();
    }

    NumberSpan merge(NumberSpan other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new NumberSpan(compare(leastText, other.leastText) <= 0 ? leastText : other.leastText,
                compare(greatestText, other.greatestText) >= 0 ? greatestText : other.greatestText);
    }

    /** By value, then by the way it is written, so that of equals always the same one counts. */
    private static int compare(String first, String second) {
        int order = Double.compare(number(first), number(second));
        return order != 0 ? order : first.compareTo(second);
    }

    private static double number(String text) {
        double number = RuleValue.of(text).numbers().orElseThrow(
                () -> new IllegalArgumentException("a span of numbers with a text that is none"))[0];
        return number + 0.0;
    }

    JsonArray json() {
        return JsonArray.ofTexts(List.of(leastText, greatestText));
    }

    static NumberSpan of(List<String> texts) {
        if (texts.size() != 2) {
            throw new IllegalArgumentException("a span of numbers is two texts");
        }
        NumberSpan span = new NumberSpan(texts.get(0), texts.get(1));
        if (!span.equals(NONE)) {
            number(span.leastText);
            number(span.greatestText);
        }
        return span;
    }
}
