package org.bitewing.tools.station.rules;

import java.util.Optional;

/**
 * One comparison of a value with what is expected. Immutable. Two conditions that ask the same are equal, so that it is
 * asked once.
 *
 * @param tag       the value
 * @param operator  how it is compared
 * @param literal   what is expected
 * @param reference where to find what is expected, if that is another value; where that is absent, the literal counts
 * @param level     how near is near, for {@link Operator#APPROX}
 * @param negated   whether the outcome is turned round
 */
public record Condition(ValueReference tag, Operator operator, RuleValue literal, Optional<ValueReference> reference,
                        double level, boolean negated) implements Term {

    /** Whether it asks for facts of the whole series. */
    boolean isOfSeries() {
        return tag.isOfSeries() || reference.isPresent() && reference.get().isOfSeries();
    }

    /**
     * What is expected of an object.
     *
     * @param source the object or series
     * @return the other value where there is one, else the literal
     */
    public RuleValue expected(ValueSource source) {
        RuleValue other = reference.isEmpty() ? RuleValue.ABSENT : source.value(reference.get());
        return other.isPresent() ? other : literal;
    }

    @Override
    public String words() {
        String expected = !operator.hasOperand() ? ""
                : " " + reference.map(Object::toString).orElse("\"" + literal.text() + "\"");
        String near = operator == Operator.APPROX ? " within " + level : "";
        return (negated ? "not " : "") + tag + " " + operator.verb() + expected + near;
    }
}
