package org.bitewing.net;

import java.io.IOException;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.Pdu;

/**
 * Hears of what happens to associations. Called by the threads that use them, of several associations at once, and
 * must return soon. What it throws ends the association.
 */
public interface AssociationListener {
    /** Gives what is {@link #noted} to the system's logger {@code org.bitewing.net}, and does nothing else. */
    AssociationListener NONE = new AssociationListener() {
        @Override
        public void noted(System.Logger.Level level, String message, Throwable cause) {
            System.Logger logger = System.getLogger("org.bitewing.net");
            if (level == System.Logger.Level.ERROR) {
                logger.log(level, message, cause);
            } else {
                // The message of a cause may hold a path, and a path what nobody else should read.
                logger.log(level, message + ": " + cause.getClass().getSimpleName());
            }
        }
    };

    /**
     * A connection is open, before anything was said.
     *
     * @param connection which one
     */
    default void opened(ConnectionInfo connection) {
    }

    /**
     * An association is asked for, by us or by the peer.
     *
     * @param connection which one
     * @param request    what is asked for
     */
    default void requested(ConnectionInfo connection, AAssociateRQ request) {
    }

    /**
     * An association was accepted, by the peer or by us.
     *
     * @param connection which one
     * @param answer     what was agreed on
     */
    default void accepted(ConnectionInfo connection, AAssociateAC answer) {
    }

    /**
     * An association was rejected, by the peer or by us.
     *
     * @param connection which one
     * @param rejection  why
     */
    default void rejected(ConnectionInfo connection, AAssociateRJ rejection) {
    }

    /**
     * A PDU came.
     *
     * @param connection which one
     * @param pdu        what came; the bytes of a P-DATA-TF are valid during the call only
     */
    default void received(ConnectionInfo connection, Pdu pdu) {
    }

    /**
     * A PDU other than P-DATA-TF was sent.
     *
     * @param connection which one
     * @param pdu        what was sent
     */
    default void sent(ConnectionInfo connection, Pdu pdu) {
    }

    /**
     * P-DATA-TF PDUs were sent.
     *
     * @param connection which one
     * @param bytes      how long they are together
     */
    default void sentData(ConnectionInfo connection, int bytes) {
    }

    /**
     * A command set came.
     *
     * @param connection which one
     * @param command    what it says
     */
    default void received(ConnectionInfo connection, CommandSet command) {
    }

    /**
     * A command set is being sent.
     *
     * @param connection which one
     * @param command    what it says
     */
    default void sending(ConnectionInfo connection, CommandSet command) {
    }

    /**
     * A command set is being sent; by default as {@link #sending(ConnectionInfo, CommandSet)}.
     *
     * @param connection which one
     * @param context    in which it is sent
     * @param command    what it says
     */
    default void sending(ConnectionInfo connection, PresentationContext context, CommandSet command) {
        sending(connection, command);
    }

    /**
     * The bytes of PDUs as they came or go, for a trace; see {@link WireTrace}. What is sent are whole PDUs; of a long
     * P-DATA-TF that comes, each piece is told by itself.
     *
     * @param connection which one
     * @param isSent     true for ours
     * @param bytes      where they are; must not be kept or changed
     * @param offset     the first index
     * @param length     how many
     * @throws IOException where they cannot be taken; ends the association
     */
    default void wire(ConnectionInfo connection, boolean isSent, byte[] bytes, int offset, int length)
            throws IOException {
    }

    /**
     * An association or a mere connection is over.
     *
     * @param connection which one
     * @param end        how
     */
    default void ended(ConnectionInfo connection, AssociationEnd end) {
    }

    /**
     * Something happened at a server that is no step of an association and of which its peer learns no more than a
     * status: a store failed, a connection was given up.
     *
     * @param level   how bad it is: an error is a mistake of this program
     * @param message what happened; nothing of a patient
     * @param cause   why; its message may hold the name of a file
     */
    default void noted(System.Logger.Level level, String message, Throwable cause) {
    }

    /**
     * This listener and another one.
     *
     * @param other hears after this one
     * @return both
     */
    default AssociationListener and(AssociationListener other) {
        return new BothListeners(this, other);
    }
}
