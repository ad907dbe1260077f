package org.bitewing.tools.station.rules;

/** One of the things that must all hold for an entry of a rule file. */
public sealed interface Term permits Condition, RuleReference {

    /**
     * As it is shown to a person.
     *
     * @return one line
     */
    String words();
}
