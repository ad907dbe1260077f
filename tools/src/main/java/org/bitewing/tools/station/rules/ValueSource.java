package org.bitewing.tools.station.rules;

/** What conditions ask: an object, or the facts of a series. */
public interface ValueSource {

    /**
     * A value.
     *
     * @param reference where it is
     * @return the value; {@link RuleValue#ABSENT} where there is none
     */
    RuleValue value(ValueReference reference);
}
