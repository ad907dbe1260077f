package org.bitewing.tools.station.series;

import java.util.BitSet;

/** Numbers that occurred, of those from 0 to 65,535: a bit each. Immutable. */
final class NumberSet {
    static final int HIGHEST = 0xffff;
    static final NumberSet NONE = new NumberSet(new BitSet());
    /** How many ranges are listed in words. */
    private static final int MOST_LISTED = 64;

    private final BitSet numbers;

    private NumberSet(BitSet numbers) {
        this.numbers = numbers;
    }

    static boolean holds(long number) {
        return number >= 0 && number <= HIGHEST;
    }

    static NumberSet of(int number) {
        BitSet one = new BitSet(number + 1);
        one.set(number);
        return new NumberSet(one);
    }

    int size() {
        return numbers.cardinality();
    }

    NumberSet merge(NumberSet other) {
        if (other.numbers.isEmpty()) {
            return this;
        }
        BitSet all = (BitSet) numbers.clone();
        all.or(other.numbers);
        return new NumberSet(all);
    }

    /** What is not there between the least and the greatest number. */
    NumberSet holes() {
        if (numbers.isEmpty()) {
            return NONE;
        }
        BitSet holes = new BitSet();
        holes.set(numbers.nextSetBit(0), numbers.length());
        holes.andNot(numbers);
        return new NumberSet(holes);
    }

    /** All ranges, {@code 1-176,178}. */
    @Override
    public String toString() {
        return ranges(Integer.MAX_VALUE, ",");
    }

    /** The first ranges for a person: {@code 1-176, 178, ...}. */
    String words() {
        return ranges(MOST_LISTED, ", ");
    }

    private String ranges(int most, String separator) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (int start = numbers.nextSetBit(0); start >= 0; ) {
            int end = numbers.nextClearBit(start);
            text.append(text.length() > 0 ? separator : "");
            if (count++ == most) {
                return text.append("...").toString();
            }
            text.append(start).append(end - start > 1 ? "-" + (end - 1) : "");
            start = numbers.nextSetBit(end);
        }
        return text.toString();
    }

    /** Reads what {@link #toString} wrote. */
    static NumberSet parse(String text) {
        BitSet numbers = new BitSet();
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            int dash = range.indexOf('-');
            int start = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int end = dash < 0 ? start : Integer.parseInt(range.substring(dash + 1));
            if (start < 0 || end < start || end > HIGHEST) {
                throw new IllegalArgumentException("a range of numbers is within 0 to " + HIGHEST);
            }
            numbers.set(start, end + 1);
        }
        return new NumberSet(numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberSet set && numbers.equals(set.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }
}
