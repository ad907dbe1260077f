package org.bitewing.tools.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.net.AssociationEnd;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.ConnectionInfo;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** Tells what an SCP does. Used by the threads of all associations. */
final class AcceptorMessages implements AssociationListener {
    private final Console console;
    private final int ownLength;
    /** What peers take at most, by the numbers of their connections. */
    private final Map<Long, Long> lengths = new ConcurrentHashMap<>();

    AcceptorMessages(Console console, int ownLength) {
        this.console = console;
        this.ownLength = ownLength;
    }

    @Override
    public void requested(ConnectionInfo connection, AAssociateRQ request) {
        console.log(Level.INFO, "Association Received");
        lengths.put(connection.number(), request.userInformation().maximumLength());
        if (console.shows(Level.DEBUG)) {
            console.log(Level.DEBUG, AssociationText.of(request));
        }
    }

    @Override
    public void accepted(ConnectionInfo connection, AAssociateAC answer) {
        if (console.shows(Level.DEBUG)) {
            console.log(Level.DEBUG, AssociationText.of(answer));
        }
        console.log(Level.INFO, "Association Acknowledged "
                + AssociationText.mostSent(lengths.getOrDefault(connection.number(), 0L), ownLength));
        if (!AssociationText.hasAccepted(answer)) {
            console.log(Level.INFO, "    (but no valid presentation contexts)");
        }
    }

    @Override
    public void rejected(ConnectionInfo connection, AAssociateRJ rejection) {
        console.log(Level.INFO, AssociationText.of(rejection));
    }

    @Override
    public void received(ConnectionInfo connection, CommandSet command) {
        if (command.field() == CommandField.C_STORE_RQ) {
            console.log(Level.INFO, "Received Store Request (MsgID " + command.messageId() + ", "
                    + ModalityPrefixTable.of(command.sopClassUid().orElse("")) + ")");
        } else if (command.field() == CommandField.C_ECHO_RQ) {
            console.log(Level.INFO, "Received Echo Request (MsgID " + command.messageId() + ")");
        }
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        // Nothing is said of a connection that never became an association.
        if (lengths.remove(connection.number()) != null) {
            switch (end) {
                case RELEASED -> console.log(Level.INFO, "Association Release");
                case ABORTED_BY_PEER, ABORTED -> console.log(Level.INFO, "Association Aborted");
                case CLOSED -> console.log(Level.INFO, "Connection Closed");
                case REJECTED -> {
                    // Said with the reason.
                }
            }
        }
    }
}
