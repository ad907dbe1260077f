package org.bitewing;

import java.util.Objects;

/**
 * One departure from the standard that was found while reading and did not stop it: the meaning was still clear.
 *
 * @param severity how much it matters
 * @param clause   the clause that was not obeyed, such as {@code PS3.5 7.1.1}
 * @param location where it is
 * @param message  what is wrong; holds no patient data
 */
public record Problem(Severity severity, String clause, Location location, String message) {

    /** How much a {@link Problem} matters. */
    public enum Severity {
        /** The data is not as the standard wants it, and nothing was lost. */
        WARNING,
        /** Something could not be read, or was left out. */
        ERROR
    }

    /**
     * Checks that nothing is missing.
     *
     * @param severity how much it matters
     * @param clause   the clause that was not obeyed
     * @param location where it is
     * @param message  what is wrong
     */
    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(message, "message");
    }

    /** Message, clause and place in one line. */
    @Override
    public String toString() {
        return severity + ": " + message + " [" + clause + "] (" + location + ")";
    }
}
