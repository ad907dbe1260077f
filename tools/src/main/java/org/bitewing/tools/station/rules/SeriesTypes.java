package org.bitewing.tools.station.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides which entries fit a series, once all of its objects are in its {@link TypeTally}. For one thread. */
final class SeriesTypes implements ValueSource {
    private final RuleFile file;
    private final RulePlan plan;
    private final TypeTally tally;
    private final ValueSource counts;
    private final Set<Integer> fitting = new TreeSet<>();

    SeriesTypes(TypeTally tally, ValueSource counts) {
        this.file = tally.file();
        this.plan = file.plan();
        this.tally = tally;
        this.counts = counts;
    }

    /** The numbers of the entries that fit, ascending. */
    Set<Integer> fitting() {
        for (Rule rule : file.rules()) {
            if (!plan.isOpen(rule.number()) && fits(rule)) {
                fitting.add(rule.number());
            }
        }
        for (List<Integer> stratum : plan.strata()) {
            boolean more = true;
            while (more) {
                Set<Integer> found = new TreeSet<>();
                for (int number : stratum) {
                    if (!fitting.contains(number) && fits(file.rule(number))) {
                        found.add(number);
                    }
                }
                more = fitting.addAll(found);
            }
        }
        return fitting;
    }

    private boolean fits(Rule rule) {
        boolean some = false;
        boolean all = !tally.failed(rule.number());
        for (String signature : tally.signatures(rule.number())) {
            boolean holds = open(rule, true, signature, rule.number(), new Outcome[file.rules().size() + 1])
                    == Outcome.TRUE;
            some |= holds;
            all &= holds;
        }
        return some && (all || !rule.isOfSeries());
    }

    /** All of an entry for objects of one signature; at the top the terms about objects are known to hold. */
    private Outcome open(Rule rule, boolean top, String signature, int number, Outcome[] known) {
        if (known[rule.number()] == null) {
            Outcome all = Outcome.TRUE;
            for (Term term : rule.terms()) {
                if (!top || plan.isOpen(term)) {
                    all = all.and(of(term, signature, number, known));
                }
            }
            known[rule.number()] = all;
        }
        return known[rule.number()];
    }

    private Outcome of(Term term, String signature, int number, Outcome[] known) {
        if (!plan.isOpen(term)) {
            int index = plan.inputs(number).indexOf(term);
            return Outcome.of(signature.charAt(index));
        }
        if (term instanceof RuleReference reference) {
            Outcome outcome = open(file.rule(reference.number()), false, signature, number, known);
            return reference.negated() ? outcome.not() : outcome;
        }
        return of((Condition) term);
    }

    /** A condition on facts of the series, with what is known of them so far. */
    Outcome of(Condition condition) {
        Outcome outcome = plan.compare(condition, value(condition.tag()), condition.expected(this));
        return condition.negated() ? outcome.not() : outcome;
    }

    /** The types so far, or another fact of the series. */
    @Override
    public RuleValue value(ValueReference reference) {
        if (reference instanceof ValueReference.Key key && key.key().equals(SummaryKeys.TYPES)) {
            return RuleValue.ofTexts(List.copyOf(types()));
        }
        return counts.value(reference);
    }

    /** The types of the entries that fit so far, in the order of the file. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        for (int number : fitting) {
            types.add(file.rule(number).type());
        }
        return types;
    }
}
