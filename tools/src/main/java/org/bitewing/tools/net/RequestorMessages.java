package org.bitewing.tools.net;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.net.AssociationEnd;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.ConnectionInfo;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** Tells what an SCU does, and remembers how associations failed. Used by the threads of all of them. */
final class RequestorMessages implements AssociationListener {
    private final Console console;
    /** The names of files by SOP Instance UID. */
    private final Map<String, String> names;
    private final int ownLength;
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private volatile Optional<AAssociateRJ> rejection = Optional.empty();
    private volatile boolean hadContexts;
    private volatile boolean hadNoContexts;
    private volatile boolean peerAborted;

    RequestorMessages(Console console, Map<String, String> names, int ownLength) {
        this.console = console;
        this.names = names;
        this.ownLength = ownLength;
    }

    /** How an association was rejected the last time. */
    Optional<AAssociateRJ> rejection() {
        return rejection;
    }

    /** Whether there were associations, all of them without a presentation context. */
    boolean acceptedNothing() {
        return hadNoContexts && !hadContexts;
    }

    boolean peerAborted() {
        return peerAborted;
    }

    /** Whether an object was sent at all: there was a presentation context for it. */
    boolean wasRequested(String sopInstanceUid) {
        return requested.contains(sopInstanceUid);
    }

    @Override
    public void requested(ConnectionInfo connection, AAssociateRQ request) {
        console.log(Level.INFO, "Requesting Association");
        if (console.shows(Level.DEBUG)) {
            console.log(Level.DEBUG, AssociationText.of(request));
        }
    }

    @Override
    public void accepted(ConnectionInfo connection, AAssociateAC answer) {
        boolean has = AssociationText.hasAccepted(answer);
        hadContexts |= has;
        hadNoContexts |= !has;
        if (console.shows(Level.DEBUG)) {
            console.log(Level.DEBUG, AssociationText.of(answer));
        }
        console.log(Level.INFO, "Association Accepted "
                + AssociationText.mostSent(answer.userInformation().maximumLength(), ownLength));
    }

    @Override
    public void rejected(ConnectionInfo connection, AAssociateRJ reason) {
        rejection = Optional.of(reason);
    }

    @Override
    public void sending(ConnectionInfo connection, CommandSet command) {
        String instance = command.sopInstanceUid().orElse("");
        String sopClass = command.sopClassUid().orElse("");
        if (command.field() == CommandField.C_STORE_RQ) {
            requested.add(instance);
            console.log(Level.INFO, "Sending file: " + names.getOrDefault(instance, instance));
            console.log(Level.INFO, "Sending Store Request (MsgID " + command.messageId() + ", "
                    + ModalityPrefixTable.of(sopClass) + ")");
        } else {
            console.log(Level.INFO, "Sending Echo Request (MsgID " + command.messageId() + ")");
        }
    }

    @Override
    public void received(ConnectionInfo connection, CommandSet command) {
        console.log(Level.INFO, "Received " + (command.field() == CommandField.C_ECHO_RSP ? "Echo" : "Store")
                + " Response (" + AssociationText.of(command.status()) + ")");
    }

    @Override
    public void sent(ConnectionInfo connection, Pdu pdu) {
        if (pdu instanceof AReleaseRQ) {
            console.log(Level.INFO, "Releasing Association");
        } else if (pdu instanceof AAbort) {
            console.log(Level.INFO, "Aborting Association");
        }
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        peerAborted |= end == AssociationEnd.ABORTED_BY_PEER;
    }
}
