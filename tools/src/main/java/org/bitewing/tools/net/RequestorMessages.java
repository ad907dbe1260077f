package org.bitewing.tools.net;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.io.TransferSyntax;
import org.bitewing.net.AssociationEnd;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.ConnectionInfo;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.PresentationContext;
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
import org.bitewing.tools.dcmtk.ModalityPrefixTable;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;

/** Tells what an SCU does, and remembers how associations failed. Used by the threads of all of them. */
final class RequestorMessages implements AssociationListener {
    private final Console console;
    /** By SOP Instance UID. */
    private final Map<String, OutgoingObject> objects;
    private final int ownLength;
    /** Of what is negotiated. */
    private final Level details;
    private final Set<String> requested = ConcurrentHashMap.newKeySet();
    private volatile Optional<AAssociateRJ> rejection = Optional.empty();
    private volatile boolean hadContexts;
    private volatile boolean hadNoContexts;
    private volatile boolean peerAborted;

    RequestorMessages(Console console, Map<String, OutgoingObject> objects, int ownLength, boolean showsContexts) {
        this.console = console;
        this.objects = objects;
        this.ownLength = ownLength;
        this.details = showsContexts ? Level.INFO : Level.DEBUG;
    }

    private void say(ConnectionInfo connection, String message, String... facts) {
        console.log(Level.INFO, message, Facts.of(connection, facts));
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
        say(connection, "Requesting Association", "calling", request.callingAETitle(), "called",
                request.calledAETitle());
        if (console.shows(details)) {
            console.log(details, AssociationText.of(request), Facts.of(connection));
        }
    }

    @Override
    public void accepted(ConnectionInfo connection, AAssociateAC answer) {
        boolean has = AssociationText.hasAccepted(answer);
        hadContexts |= has;
        hadNoContexts |= !has;
        if (console.shows(details)) {
            console.log(details, AssociationText.of(answer), Facts.of(connection));
        }
        say(connection, "Association Accepted " + AssociationText.mostSent(
                answer.userInformation().maximumLength(), ownLength));
    }

    @Override
    public void rejected(ConnectionInfo connection, AAssociateRJ reason) {
        rejection = Optional.of(reason);
    }

    @Override
    public void sending(ConnectionInfo connection, PresentationContext context, CommandSet command) {
        String instance = command.sopInstanceUid().orElse("");
        String sopClass = command.sopClassUid().orElse("");
        if (command.field() == CommandField.C_STORE_RQ) {
            requested.add(instance);
            OutgoingObject object = objects.get(instance);
            if (object != null && console.shows(Level.INFO)) {
                say(connection, "Sending file: " + object.name());
                say(connection, "Converting transfer syntax: " + name(object.transferSyntaxUid()) + " -> "
                        + name(context.transferSyntax()));
            }
            say(connection, "Sending Store Request (MsgID " + command.messageId() + ", "
                    + ModalityPrefixTable.of(sopClass) + ")", "sopClassUid", sopClass, "sopInstanceUid", instance);
        } else {
            say(connection, "Sending Echo Request (MsgID " + command.messageId() + ")");
        }
    }

    private static String name(String transferSyntaxUid) {
        return TransferSyntaxNames.of(TransferSyntax.of(transferSyntaxUid));
    }

    @Override
    public void received(ConnectionInfo connection, CommandSet command) {
        say(connection, "Received " + (command.field() == CommandField.C_ECHO_RSP ? "Echo" : "Store")
                + " Response (" + AssociationText.of(command.status()) + ")", "status",
                String.format("%04XH", command.status().code()));
    }

    @Override
    public void sent(ConnectionInfo connection, Pdu pdu) {
        if (pdu instanceof AReleaseRQ) {
            say(connection, "Releasing Association");
        } else if (pdu instanceof AAbort) {
            say(connection, "Aborting Association");
        }
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        peerAborted |= end == AssociationEnd.ABORTED_BY_PEER;
    }
}
