package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a rule file for one object. Conditions that occur in several entries are asked once. For one thread.
 */
public final class Evaluation {
    private final RuleFile file;
    private final RulePlan plan;
    private final ValueSource object;
    private final Outcome[] conditions;
    private final Outcome[] entries;
    private final List<String> problems = new ArrayList<>();

    private Evaluation(RuleFile file, ValueSource object) {
        this.file = file;
        this.plan = file.plan();
        this.object = object;
        this.conditions = new Outcome[plan.conditionCount()];
        this.entries = new Outcome[file.rules().size() + 1];
    }

    /**
     * An evaluation that has asked nothing yet.
     *
     * @param file   the rules
     * @param object what they are asked about
     * @return the evaluation
     */
    public static Evaluation of(RuleFile file, ValueSource object) {
        return new Evaluation(file, object);
    }

    /** The outcome of a term about the object, in its own sense. */
    Outcome of(Term term) {
        if (term instanceof RuleReference reference) {
            Outcome outcome = closed(file.rule(reference.number()));
            return reference.negated() ? outcome.not() : outcome;
        }
        Condition condition = (Condition) term;
        int index = plan.indexOf(condition);
        if (conditions[index] == null) {
            Outcome outcome = plan.compare(condition, object.value(condition.tag()), condition.expected(object));
            if (outcome == Outcome.UNKNOWN && condition.operator() == Operator.REGEXP) {
                problems.add("a pattern was given up, as its search took too long or its text is too long: "
                        + condition.words());
            }
            conditions[index] = condition.negated() ? outcome.not() : outcome;
        }
        return conditions[index];
    }

    /** The outcome of an entry that asks about the object alone. */
    private Outcome closed(Rule rule) {
        if (entries[rule.number()] == null) {
            entries[rule.number()] = and(rule.terms());
        }
        return entries[rule.number()];
    }

    private Outcome and(List<Term> terms) {
        Outcome all = Outcome.TRUE;
        for (Term term : terms) {
            if (!plan.isOpen(term)) {
                all = all.and(of(term));
                if (all == Outcome.FALSE) {
                    return all;
                }
            }
        }
        return all;
    }

    /**
     * Whether the object has all that an entry asks of objects; what it asks of the series is left open.
     *
     * @param rule one of the file
     * @return true where nothing that is known speaks against it
     */
    public boolean fits(Rule rule) {
        return (plan.isOpen(rule.number()) ? and(rule.terms()) : closed(rule)) == Outcome.TRUE;
    }

    /**
     * What could not be asked for lack of time.
     *
     * @return lines for a person, about the conditions that were asked so far
     */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The outcome of a term, unless it asks about the series. */
    Optional<Outcome> known(Term term) {
        return plan.isOpen(term) ? Optional.empty() : Optional.of(of(term));
    }

    RuleValue value(ValueReference reference) {
        return object.value(reference);
    }

    RuleValue expected(Condition condition) {
        return condition.expected(object);
    }

    Rule rule(RuleReference reference) {
        return file.rule(reference.number());
    }

    /** The outcomes that the open terms of an entry need, a letter each. */
    String signature(int number) {
        List<Term> inputs = plan.inputs(number);
        char[] letters = new char[inputs.size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = of(inputs.get(i)).sign();
        }
        return new String(letters);
    }
}
