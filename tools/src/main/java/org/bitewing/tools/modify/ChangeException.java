package org.bitewing.tools.modify;

/** A change that cannot be made. */
final class ChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangeException(String reason) {
        super(reason, null, false, false);
    }
}
