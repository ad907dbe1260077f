package org.bitewing.tools.cli;

/** A command line that makes no sense; the message says why. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A wrong command line.
     *
     * @param message such as {@code Unknown option --bogus}
     */
    public UsageException(String message) {
        super(message, null, false, false);
    }
}
