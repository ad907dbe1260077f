package org.bitewing.tools.station.rules;

import java.util.Optional;

/** How a value is compared with what a condition expects. */
public enum Operator {
    /** The pattern is found anywhere in the text of the value. */
    REGEXP("regexp", "matches"),
    /** Both are one number, and equal. */
    EQUAL("==", "=="),
    /** Both are one number, and not equal. */
    NOT_EQUAL("!=", "!="),
    /** Both are one number, and the value is smaller. */
    LESS("<", "<"),
    /** Both are one number, and the value is greater. */
    GREATER(">", ">"),
    /** The value is there, empty or not. */
    EXIST("exist", "exists"),
    /** The value is not there. */
    NOT_EXIST("notexist", "does not exist"),
    /** One of several values is the text; a single text has it as a part; a single number is it. */
    CONTAINS("contains", "contains"),
    /** As many numbers as expected, each as near as the level says. */
    APPROX("approx", "is about");

    private final String word;
    private final String verb;

    Operator(String word, String verb) {
        this.word = word;
        this.verb = verb;
    }

    /**
     * As it stands in a rule file.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /** As it is read out. */
    String verb() {
        return verb;
    }

    /**
     * An operator by its word.
     *
     * @param word as in a rule file
     * @return the operator, if there is one
     */
    static Optional<Operator> of(String word) {
        for (Operator operator : values()) {
            if (operator.word.equals(word)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    boolean isOfNumbers() {
        return this == EQUAL || this == NOT_EQUAL || this == LESS || this == GREATER || this == APPROX;
    }

    boolean hasOperand() {
        return this != EXIST && this != NOT_EXIST;
    }

    /**
     * The comparison, patterns aside.
     *
     * @param value    what is there
     * @param expected what the condition names
     * @param level    for {@link #APPROX}
     * @return unknown where numbers are asked for and there are none, or not as many as expected
     */
    Outcome compare(RuleValue value, RuleValue expected, double level) {
        return switch (this) {
            case EXIST -> Outcome.of(value.isPresent());
            case NOT_EXIST -> Outcome.of(!value.isPresent());
            case CONTAINS -> Outcome.of(contains(value, expected.text()));
            case EQUAL, NOT_EQUAL, LESS, GREATER, APPROX -> numbers(value, expected, level);
            case REGEXP -> throw new IllegalStateException("patterns are matched by their condition");
        };
    }

    private static boolean contains(RuleValue value, String text) {
        if (!value.isPresent() || value.values().isEmpty()) {
            return false;
        }
        return value.isList() || !value.isText() ? value.values().contains(text) : value.text().contains(text);
    }

    private Outcome numbers(RuleValue value, RuleValue expected, double level) {
        Optional<double[]> left = value.numbers();
        Optional<double[]> right = expected.numbers();
        boolean comparable = left.isPresent() && right.isPresent() && left.get().length == right.get().length
                && (this == APPROX || left.get().length == 1);
        return comparable ? Outcome.of(holds(left.get(), right.get(), level)) : Outcome.UNKNOWN;
    }

    private boolean holds(double[] left, double[] right, double level) {
        if (this == APPROX) {
            for (int i = 0; i < left.length; i++) {
                if (!(Math.abs(left[i] - right[i]) <= level)) {
                    return false;
                }
            }
            return true;
        }
        return switch (this) {
            case EQUAL -> left[0] == right[0];
            case NOT_EQUAL -> left[0] != right[0];
            case LESS -> left[0] < right[0];
            default -> left[0] > right[0];
        };
    }
}
