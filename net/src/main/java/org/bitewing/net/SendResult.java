package org.bitewing.net;

import java.util.Objects;
import java.util.Optional;
import org.bitewing.net.dimse.Status;

/**
 * What became of one object that was to be sent.
 *
 * @param object   which one
 * @param outcome  what became of it
 * @param status   the peer's last answer; empty where there was none
 * @param message  why it failed, in words; empty after success
 * @param attempts how often it was sent, in whole or in part
 */
public record SendResult(OutgoingObject object, Outcome outcome, Optional<Status> status, String message,
                         int attempts) {

    /** What can become of an object. */
    public enum Outcome {
        /** The peer has stored it, perhaps with a warning. */
        STORED,
        /** The peer refused it, or it could not be sent. */
        FAILED,
        /** It was not tried: an earlier failure ended the sending, or there was no association. */
        NOT_SENT
    }

    /**
     * Checks that nothing is missing.
     *
     * @param object   which one
     * @param outcome  what became of it
     * @param status   the peer's last answer
     * @param message  why it failed
     * @param attempts 0 or more
     */
    public SendResult {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }
}
