package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows from the entries alone: which conditions there are, which entries ask for facts of the series, and in
 * which order those are decided. Immutable once made.
 */
final class RulePlan {
    private static final int MOST_OPEN = 256;

    private final List<Rule> rules;
    private final Map<Condition, Integer> indexes = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<BoundedPattern> patterns = new ArrayList<>();
    private final boolean[] open;
    private final List<List<Term>> inputs = new ArrayList<>();
    private final List<List<Integer>> strata = new ArrayList<>();

    RulePlan(List<Rule> rules) {
        this.rules = rules;
        this.open = new boolean[rules.size() + 1];
        boolean[] known = new boolean[open.length];
        Set<Integer> opened = new TreeSet<>();
        for (Rule rule : rules) {
            if (isOpen(rule, known)) {
                opened.add(rule.number());
            }
        }
        if (opened.size() > MOST_OPEN) {
            throw new IllegalArgumentException("a rule file has at most " + MOST_OPEN
                    + " entries with conditions on ClassifyType, NumFiles or NumFrames");
        }
        for (Rule rule : rules) {
            for (Term term : rule.terms()) {
                if (term instanceof Condition condition) {
                    index(condition);
                }
            }
            Set<Term> found = new LinkedHashSet<>();
            if (open[rule.number()]) {
                addInputs(rule, true, found, new boolean[open.length]);
            }
            inputs.add(List.copyOf(found));
        }
        addStrata(opened);
    }

    private void index(Condition condition) {
        if (indexes.putIfAbsent(condition, conditions.size()) == null) {
            conditions.add(condition);
            boolean hasPattern = condition.operator() == Operator.REGEXP && condition.reference().isEmpty();
            patterns.add(hasPattern ? BoundedPattern.of(condition.literal().text()) : null);
        }
    }

    /** Whether an entry asks for facts of the series, itself or through others. References are of bounded depth. */
    private boolean isOpen(Rule rule, boolean[] known) {
        int number = rule.number();
        if (!known[number]) {
            known[number] = true;
            for (Term term : rule.terms()) {
                open[number] |= term instanceof Condition condition ? condition.isOfSeries()
                        : isOpen(rules.get(((RuleReference) term).number() - 1), known);
            }
        }
        return open[number];
    }

    /** The terms about objects that the open terms of an entry lead to; at the top they are decided at once instead. */
    private void addInputs(Rule rule, boolean top, Set<Term> found, boolean[] seen) {
        if (seen[rule.number()]) {
            return;
        }
        seen[rule.number()] = true;
        for (Term term : rule.terms()) {
            if (!isOpen(term)) {
                if (!top) {
                    found.add(term);
                }
            } else if (term instanceof RuleReference reference) {
                addInputs(rules.get(reference.number() - 1), false, found, seen);
            }
        }
    }

    // ---- the order -----------------------------------------------------------------------------------------------

    /** Each stratum is a smallest set of entries that ask for no other entry's type that is not decided. */
    private void addStrata(Set<Integer> opened) {
        Map<Integer, Set<Integer>> asks = new HashMap<>();
        for (int number : opened) {
            Set<Integer> asked = new TreeSet<>();
            addAsked(rules.get(number - 1), opened, asked, new boolean[open.length]);
            asks.put(number, asked);
        }
        Set<Integer> left = new TreeSet<>(opened);
        while (!left.isEmpty()) {
            Set<Integer> smallest = left;
            for (int number : left) {
                Set<Integer> closure = closure(number, asks, left);
                smallest = closure.size() < smallest.size() ? closure : smallest;
            }
            strata.add(List.copyOf(smallest));
            left = new TreeSet<>(left);
            left.removeAll(smallest);
        }
    }

    private void addAsked(Rule rule, Set<Integer> opened, Set<Integer> asked, boolean[] seen) {
        if (seen[rule.number()]) {
            return;
        }
        seen[rule.number()] = true;
        for (Term term : rule.terms()) {
            if (term instanceof RuleReference reference) {
                if (isOpen(term)) {
                    addAsked(rules.get(reference.number() - 1), opened, asked, seen);
                }
            } else {
                for (int number : opened) {
                    if (asksFor((Condition) term, rules.get(number - 1).type())) {
                        asked.add(number);
                    }
                }
            }
        }
    }

    private static boolean asksFor(Condition condition, String type) {
        boolean ofTag = isTypes(condition.tag());
        boolean ofReference = condition.reference().isPresent() && isTypes(condition.reference().get());
        boolean one = ofTag && condition.operator() == Operator.CONTAINS && condition.reference().isEmpty();
        return one ? condition.literal().text().equals(type) : ofTag || ofReference;
    }

    private static boolean isTypes(ValueReference reference) {
        return reference instanceof ValueReference.Key key && key.key().equals(SummaryKeys.TYPES);
    }

    private static Set<Integer> closure(int start, Map<Integer, Set<Integer>> asks, Set<Integer> left) {
        Set<Integer> closure = new TreeSet<>(Set.of(start));
        List<Integer> work = new ArrayList<>(closure);
        while (!work.isEmpty()) {
            for (int asked : asks.get(work.remove(work.size() - 1))) {
                if (left.contains(asked) && closure.add(asked)) {
                    work.add(asked);
                }
            }
        }
        return closure;
    }

    // ---- what it knows -------------------------------------------------------------------------------------------

    int conditionCount() {
        return conditions.size();
    }

    int indexOf(Condition condition) {
        return indexes.get(condition);
    }

    /** The outcome of a condition about a value, before it is turned round. */
    Outcome compare(Condition condition, RuleValue value, RuleValue expected) {
        if (condition.operator() != Operator.REGEXP) {
            return condition.operator().compare(value, expected, condition.level());
        }
        BoundedPattern pattern = patterns.get(indexOf(condition));
        if (pattern == null) {
            try {
                pattern = BoundedPattern.of(expected.text());
            } catch (IllegalArgumentException e) {
                // A value of the object that is no pattern.
                return Outcome.UNKNOWN;
            }
        }
        return pattern.find(value.text());
    }

    boolean isOpen(int number) {
        return open[number];
    }

    boolean isOpen(Term term) {
        return term instanceof Condition condition ? condition.isOfSeries()
                : open[((RuleReference) term).number()];
    }

    /** The terms about an object whose outcomes an open entry needs later, in the order of their letters. */
    List<Term> inputs(int number) {
        return inputs.get(number - 1);
    }

    /** The open entries in the order in which they are decided. */
    List<List<Integer>> strata() {
        return strata;
    }
}
