package org.bitewing.tools.station;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitewing.tools.station.rules.Condition;
import org.bitewing.tools.station.rules.Evaluation;
import org.bitewing.tools.station.rules.Explanation;
import org.bitewing.tools.station.rules.Outcome;
import org.bitewing.tools.station.rules.Rule;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.rules.RuleReference;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.SeriesState;

/** A series while it is classified: its state, and the objects that decided. For one thread. */
final class ClassifiedSeries {
    private final RuleFile rules;
    private final Set<String> objects = new HashSet<>();
    private final Map<Integer, Decision> decisions = new HashMap<>();
    private SeriesState state;

    /** What an object means for an entry. */
    private record Decision(Explanation explanation, boolean fits, String name) {
    }

    ClassifiedSeries(RuleFile rules) {
        this.rules = rules;
    }

    /** Adds an object, unless it is there already. */
    boolean add(ObjectFacts facts, Evaluation evaluation, String name, boolean explain) {
        if (!objects.add(facts.sopInstanceUid())) {
            return false;
        }
        SeriesState one = SeriesState.of(facts, evaluation, rules);
        state = state == null ? one : state.merge(one);
        if (explain) {
            for (Rule rule : rules.rules()) {
                explain(rule, evaluation, name);
            }
        }
        return true;
    }

    /** Keeps the first object that fits an entry, or, of a SeriesLevel entry, the first that does not. */
    private void explain(Rule rule, Evaluation evaluation, String name) {
        Decision known = decisions.get(rule.number());
        boolean fits = evaluation.fits(rule);
        if (known == null || known.fits == rule.isOfSeries() && fits != known.fits) {
            decisions.put(rule.number(), new Decision(Explanation.of(rule, evaluation), fits, name));
        }
    }

    /** The lines about the series. */
    String report(boolean explain) {
        List<String> types = state.types();
        StringBuilder text = new StringBuilder();
        text.append("series ").append(state.seriesInstanceUid()).append(" (").append(state.objects())
                .append(state.objects() == 1 ? " object): " : " objects): ")
                .append(types.isEmpty() ? "no type" : String.join(", ", types)).append('\n');
        if (explain) {
            Set<Integer> fitting = new HashSet<>();
            for (Rule rule : state.fitting()) {
                fitting.add(rule.number());
                decided(text, rule, decisions.get(rule.number()));
            }
            for (Rule rule : rules.rules()) {
                if (!fitting.contains(rule.number())) {
                    failed(text, rule, decisions.get(rule.number()));
                }
            }
        }
        return text.toString();
    }

    private void decided(StringBuilder text, Rule rule, Decision decision) {
        text.append("  ").append(rule.type()).append(": entry ").append(rule.number());
        if (!rule.description().isEmpty()) {
            text.append(", ").append(rule.description());
        }
        text.append(" [").append(rule.isOfSeries() ? "all objects, the first " : "").append(decision.name)
                .append("]\n");
        List<Explanation.Step> steps = decision.explanation.steps();
        for (int i = 0; i < steps.size(); i++) {
            text.append("  ".repeat(steps.get(i).depth() + 2)).append(line(steps, i)).append('\n');
        }
    }

    private void failed(StringBuilder text, Rule rule, Decision decision) {
        text.append("  not ").append(rule.type()).append(": entry ").append(rule.number()).append("\n    ");
        List<Explanation.Step> steps = decision.explanation.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).depth() == 0 && outcome(steps, i) != Outcome.TRUE) {
                text.append(line(steps, i)).append('\n');
                return;
            }
        }
        text.append("another object of the series does not fit it\n");
    }

    /** What came of a step: known from the object, or now that the series is known. */
    private Outcome outcome(List<Explanation.Step> steps, int index) {
        Explanation.Step step = steps.get(index);
        if (step.outcome().isPresent()) {
            return step.outcome().get();
        }
        if (step.term() instanceof Condition condition) {
            return state.explain(condition).getKey();
        }
        Outcome all = Outcome.TRUE;
        for (int i = index + 1; i < steps.size() && steps.get(i).depth() > step.depth(); i++) {
            all = steps.get(i).depth() == step.depth() + 1 ? all.and(outcome(steps, i)) : all;
        }
        return step.term() instanceof RuleReference reference && reference.negated() ? all.not() : all;
    }

    private String line(List<Explanation.Step> steps, int index) {
        Explanation.Step step = steps.get(index);
        Optional<String> seen = step.seen();
        if (seen.isEmpty() && step.term() instanceof Condition condition) {
            seen = Optional.of(state.explain(condition).getValue());
        }
        String word = switch (outcome(steps, index)) {
            case TRUE -> "yes      ";
            case FALSE -> "no       ";
            case UNKNOWN -> "undecided";
        };
        return word + "  " + step.words() + seen.map(value -> "; it is " + value).orElse("");
    }
}
