package org.bitewing.net;

import java.io.IOException;
import java.util.Objects;
import org.bitewing.net.dimse.Status;

/** A store does not take an object, and says with which status to answer; any other exception means A700H. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    /**
     * A refusal.
     *
     * @param status  the answer
     * @param message why, without patient data
     */
    public StoreException(Status status, String message) {
        super(message);
        this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * The answer.
     *
     * @return a failure
     */
    public Status status() {
        return status == null ? Status.PROCESSING_FAILURE : status;
    }
}
