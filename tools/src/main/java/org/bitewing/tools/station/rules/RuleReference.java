package org.bitewing.tools.station.rules;

/**
 * A term that stands for the conditions of another entry: all of them hold, or, negated, not all of them do.
 *
 * @param number  the other entry's place in the file, from 1
 * @param id      the other entry's id
 * @param negated {@code notrule}
 */
public record RuleReference(int number, String id, boolean negated) implements Term {
    @Override
    public String words() {
        return (negated ? "not rule " : "rule ") + id;
    }
}
