package org.bitewing.tools.station.rules;

import java.util.List;

/**
 * An entry of a rule file: a type, and what must hold for it. Immutable.
 *
 * @param number      its place in the file, from 1
 * @param type        the type that it gives
 * @param id          by which other entries refer to it; empty for none
 * @param description in words; may be empty
 * @param isOfSeries  {@code "check": "SeriesLevel"}: all objects of a series must fit, not just one
 * @param terms       all of which must hold; none fits everything
 */
public record Rule(int number, String type, String id, String description, boolean isOfSeries, List<Term> terms) {

    /**
     * Keeps a copy of the terms.
     *
     * @param number      its place
     * @param type        its type
     * @param id          its id
     * @param description in words
     * @param isOfSeries  whether all objects must fit
     * @param terms       what must hold
     */
    public Rule {
        terms = List.copyOf(terms);
    }
}
