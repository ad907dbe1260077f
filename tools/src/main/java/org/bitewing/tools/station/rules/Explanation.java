package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why an entry fits an object, or does not: its conditions with what was seen. Conditions on facts of the series are left
 * open, as those are known only later. Immutable.
 *
 * @param rule  the entry
 * @param steps its conditions in order, those of entries that it refers to one level deeper
 */
public record Explanation(Rule rule, List<Step> steps) {
    /** Enough for a person; entries may refer to each other in ways that would fill any screen. */
    private static final int MOST_STEPS = 200;
    private static final int LONGEST_VALUE = 80;

    /**
     * One condition, or a reference, whose own conditions follow it.
     *
     * @param depth   0 for those of the entry itself
     * @param words   what is asked
     * @param outcome what came of it; empty where it asks for facts of the series
     * @param seen    the value that was there; empty for a reference
     * @param term    the condition
     */
    public record Step(int depth, String words, Optional<Outcome> outcome, Optional<String> seen, Term term) {
    }

    /**
     * Keeps a copy of the steps.
     *
     * @param rule  the entry
     * @param steps its conditions
     */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * Explains an entry for an object.
     *
     * @param rule       the entry
     * @param evaluation the rules, asked about the object
     * @return the explanation
     */
    public static Explanation of(Rule rule, Evaluation evaluation) {
        List<Step> steps = new ArrayList<>();
        add(steps, rule, evaluation, 0);
        return new Explanation(rule, steps);
    }

    private static void add(List<Step> steps, Rule rule, Evaluation evaluation, int depth) {
        for (Term term : rule.terms()) {
            if (steps.size() == MOST_STEPS) {
                return;
            }
            Optional<Outcome> outcome = evaluation.known(term);
            if (term instanceof Condition condition) {
                Optional<String> seen = outcome.isEmpty() ? Optional.empty()
                        : Optional.of(seen(evaluation.value(condition.tag())));
                steps.add(new Step(depth, words(condition, evaluation), outcome, seen, term));
            } else {
                steps.add(new Step(depth, term.words(), outcome, Optional.empty(), term));
                add(steps, evaluation.rule((RuleReference) term), evaluation, depth + 1);
            }
        }
    }

    /** The condition, with the value that it refers to beside it. */
    private static String words(Condition condition, Evaluation evaluation) {
        return condition.reference().isEmpty() || condition.isOfSeries() ? condition.words()
                : condition.words() + " = " + seen(evaluation.expected(condition));
    }

    /**
     * A value as it is shown: in one line, shortened, without control characters.
     *
     * @param value any
     * @return {@code absent}, or its text in quotation marks
     */
    public static String seen(RuleValue value) {
        if (!value.isPresent()) {
            return "absent";
        }
        String text = value.text();
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), LONGEST_VALUE); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return shown.append(text.length() > LONGEST_VALUE ? "..." : "").append('"').toString();
    }
}
