package org.bitewing.tools.station.arrival;

/**
 * An action that is to be run for a completion.
 *
 * @param completion what is complete
 * @param action     the action
 * @param number     counts the attempts from 1
 * @param isRepeated whether a process that is gone has begun this attempt already, and perhaps done its work
 */
record Attempt(Completion completion, Action action, int number, boolean isRepeated) {

    /** The first attempt. */
    static Attempt first(Completion completion, Action action) {
        return new Attempt(completion, action, 1, false);
    }

    Attempt next() {
        return new Attempt(completion, action, number + 1, false);
    }

    /** For people and logs. */
    @Override
    public String toString() {
        return "attempt " + number + " for " + completion.id() + ": " + action.program();
    }
}
