package org.bitewing.net;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.net.pdu.Pdu;

/** An association that was not established, or that ended before its time. */
public final class AssociationException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How it ended. */
    public enum Kind {
        /** The peer rejected it; {@link AssociationException#pdu()} says why. */
        REJECTED,
        /** The peer aborted it; {@link AssociationException#pdu()} says why. */
        ABORTED,
        /** The connection was closed or broke. */
        CLOSED,
        /** Nothing came in time. */
        TIMEOUT,
        /** The peer did what PS3.7 or PS3.8 does not allow; we aborted. */
        PROTOCOL,
        /** What was to be sent could not be read; we aborted. */
        SOURCE,
        /** It is over already, or was ended by another thread. */
        OVER
    }

    /** How it ended. */
    private final Kind kind;
    private final transient Pdu pdu;

    AssociationException(Kind kind, String message, Pdu pdu) {
        super(message);
        this.kind = kind;
        this.pdu = pdu;
    }

    AssociationException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.pdu = null;
    }

    AssociationException(Kind kind, String message) {
        this(kind, message, (Pdu) null);
    }

    /**
     * What a {@link Store} throws to have the association aborted instead of a status sent.
     *
     * @param why for messages
     * @return an exception of kind {@link Kind#OVER}
     */
    public static AssociationException abort(String why) {
        return new AssociationException(Kind.OVER, why);
    }

    /**
     * How it ended.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What the peer sent.
     *
     * @return an A-ASSOCIATE-RJ or A-ABORT; empty where there was none
     */
    public Optional<Pdu> pdu() {
        return Optional.ofNullable(pdu);
    }
}
