package org.bitewing.tools.station.series;

import java.util.List;
import org.bitewing.json.JsonArray;

/**
 * The first and the last of some points in time, written so that their order is that of their texts.
 *
 * @param first the first; empty where there was none
 * @param last  the last; empty where there was none
 */
record Span(String first, String last) {
    static final Span NONE = new Span("", "");

    static Span of(String time) {
        return new Span(time, time);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    Span merge(Span other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Span(first.compareTo(other.first) <= 0 ? first : other.first,
                last.compareTo(other.last) >= 0 ? last : other.last);
    }

    JsonArray json() {
        return JsonArray.ofTexts(List.of(first, last));
    }

    static Span of(List<String> texts) {
        if (texts.size() != 2) {
            throw new IllegalArgumentException("a span of time is two texts");
        }
        return new Span(texts.get(0), texts.get(1));
    }
}
