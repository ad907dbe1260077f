package org.bitewing.tools.station.rules;

import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;

/** Where a condition finds a value. Immutable. */
public sealed interface ValueReference {

    /**
     * An entry of the summary.
     *
     * @param key one of {@link SummaryKeys}
     */
    record Key(String key) implements ValueReference {
        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * An element.
     *
     * @param tag its tag
     */
    record OfElement(int tag) implements ValueReference {
        @Override
        public String toString() {
            return named(tag);
        }
    }

    /**
     * One of the values of an element.
     *
     * @param tag   its tag
     * @param index counted from 0
     */
    record OfValue(int tag, int index) implements ValueReference {
        @Override
        public String toString() {
            return named(tag) + "[" + index + "]";
        }
    }

    private static String named(int tag) {
        String keyword = Dictionary.keywordOf(tag);
        return Tag.toString(tag) + (keyword.isEmpty() ? "" : " " + keyword);
    }

    /**
     * Whether the value is that of a whole series, so that it is known only when all of its objects are.
     *
     * @return true for {@code ClassifyType} and the counts
     */
    default boolean isOfSeries() {
        return this instanceof Key key && SummaryKeys.SERIES.contains(key.key());
    }
}
