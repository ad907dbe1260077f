package org.bitewing.net;

import java.io.IOException;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.Pdu;

/**
 * Two listeners, one after the other.
 *
 * @param first  hears first
 * @param second hears second
 */
record BothListeners(AssociationListener first, AssociationListener second) implements AssociationListener {
    @Override
    public void opened(ConnectionInfo connection) {
        first.opened(connection);
        second.opened(connection);
    }

    @Override
    public void requested(ConnectionInfo connection, AAssociateRQ request) {
        first.requested(connection, request);
        second.requested(connection, request);
    }

    @Override
    public void accepted(ConnectionInfo connection, AAssociateAC answer) {
        first.accepted(connection, answer);
        second.accepted(connection, answer);
    }

    @Override
    public void rejected(ConnectionInfo connection, AAssociateRJ rejection) {
        first.rejected(connection, rejection);
        second.rejected(connection, rejection);
    }

    @Override
    public void received(ConnectionInfo connection, Pdu pdu) {
        first.received(connection, pdu);
        second.received(connection, pdu);
    }

    @Override
    public void sent(ConnectionInfo connection, Pdu pdu) {
        first.sent(connection, pdu);
        second.sent(connection, pdu);
    }

    @Override
    public void sentData(ConnectionInfo connection, int bytes) {
        first.sentData(connection, bytes);
        second.sentData(connection, bytes);
    }

    @Override
    public void received(ConnectionInfo connection, CommandSet command) {
        first.received(connection, command);
        second.received(connection, command);
    }

    @Override
    public void sending(ConnectionInfo connection, PresentationContext context, CommandSet command) {
        first.sending(connection, context, command);
        second.sending(connection, context, command);
    }

    @Override
    public void wire(ConnectionInfo connection, boolean isSent, byte[] bytes, int offset, int length)
            throws IOException {
        first.wire(connection, isSent, bytes, offset, length);
        second.wire(connection, isSent, bytes, offset, length);
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        first.ended(connection, end);
        second.ended(connection, end);
    }

    @Override
    public void noted(System.Logger.Level level, String message, Throwable cause) {
        first.noted(level, message, cause);
        second.noted(level, message, cause);
    }
}
