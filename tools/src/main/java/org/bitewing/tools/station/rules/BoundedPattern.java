package org.bitewing.tools.station.rules;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot take for ever: the pattern, the text, and the steps of a search are bounded. Java's
 * expressions look at the text through {@link CharSequence}, which here counts and gives up. Immutable.
 */
final class BoundedPattern {
    static final int LONGEST_PATTERN = 1 << 10;
    static final int LONGEST_TEXT = 1 << 14;
    static final int MOST_STEPS = 1_000_000;
    /** The product of all counts in braces: a loop over nothing looks at no character. */
    private static final long MOST_REPEATS = 10_000_000;
    private static final int DEEPEST = 64;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Checks and compiles a pattern.
     *
     * @throws IllegalArgumentException where it is none, or more than is allowed; the message says what
     */
    static BoundedPattern of(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("a pattern has at most " + LONGEST_PATTERN + " characters");
        }
        checkCost(pattern);
        try {
            return new BoundedPattern(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a pattern with a mistake: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("a pattern that is nested too deeply", e);
        }
    }

    private static void checkCost(String pattern) {
        long repeats = 1;
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                repeats *= Math.max(1, count(pattern, i + 1));
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (repeats > MOST_REPEATS) {
                throw new IllegalArgumentException("a pattern whose counts in braces multiply to more than "
                        + MOST_REPEATS);
            }
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("a pattern that is nested deeper than " + DEEPEST);
            }
        }
    }

    /** The greatest number up to the closing brace. */
    private static long count(String pattern, int start) {
        long greatest = 0;
        long number = 0;
        for (int i = start; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            int digit = Character.digit(pattern.charAt(i), 10);
            number = digit < 0 ? 0 : Math.min(MOST_REPEATS + 1, number * 10 + digit);
            greatest = Math.max(greatest, number);
        }
        return greatest;
    }

    /** Whether the pattern is found; unknown where that would take too long, or the text is too long. */
    Outcome find(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Outcome.UNKNOWN;
        }
        try {
            return Outcome.of(pattern.matcher(new Counted(text, 0, text.length(), new int[1])).find());
        } catch (GivenUp | StackOverflowError e) {
            // Alternatives in a loop take a stack frame for each round, which is the other way not to end.
            return Outcome.UNKNOWN;
        }
    }

    /** Thrown out of the middle of a search. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super("a search of more than " + MOST_STEPS + " steps", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private record Counted(String text, int start, int end, int[] steps) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new GivenUp();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to, steps);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
