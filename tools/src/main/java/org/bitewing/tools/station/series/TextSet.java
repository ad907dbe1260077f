package org.bitewing.tools.station.series;

import java.util.List;
import java.util.TreeSet;
import org.bitewing.json.JsonArray;

/**
 * Texts that occurred, the least of them where there are too many, so that the order of merging does not matter.
 *
 * @param values ascending, each once
 */
record TextSet(List<String> values) {
    static final int MOST = 64;
    static final TextSet NONE = new TextSet(List.of());

    TextSet {
        values = List.copyOf(values);
    }

    static TextSet of(Iterable<String> texts) {
        TreeSet<String> sorted = new TreeSet<>();
        texts.forEach(sorted::add);
        return of(sorted);
    }

    private static TextSet of(TreeSet<String> sorted) {
        while (sorted.size() > MOST) {
            sorted.pollLast();
        }
        return new TextSet(List.copyOf(sorted));
    }

    TextSet merge(TextSet other) {
        if (values.equals(other.values) || other.values.isEmpty()) {
            return this;
        }
        TreeSet<String> sorted = new TreeSet<>(values);
        sorted.addAll(other.values);
        return of(sorted);
    }

    JsonArray json() {
        return JsonArray.ofTexts(values);
    }
}
