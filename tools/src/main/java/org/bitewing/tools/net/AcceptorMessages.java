package org.bitewing.tools.net;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitewing.DicomException;
import org.bitewing.net.AssociationEnd;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.ConnectionInfo;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;

/** Tells what an SCP does. Used by the threads of all associations. */
final class AcceptorMessages implements AssociationListener {
    private final Console console;
    private final int ownLength;
    /** Of what is negotiated. */
    private final Level details;
    /** What peers take at most, by the numbers of their connections. */
    private final Map<Long, Long> lengths = new ConcurrentHashMap<>();

    AcceptorMessages(Console console, int ownLength, boolean showsContexts) {
        this.console = console;
        this.ownLength = ownLength;
        this.details = showsContexts ? Level.INFO : Level.DEBUG;
    }

    private void say(ConnectionInfo connection, String message, String... facts) {
        if (console.shows(Level.INFO)) {
            console.log(Level.INFO, message, Facts.of(connection, facts));
        }
    }

    @Override
    public void requested(ConnectionInfo connection, AAssociateRQ request) {
        say(connection, "Association Received", "calling", request.callingAETitle(), "called",
                request.calledAETitle());
        lengths.put(connection.number(), request.userInformation().maximumLength());
        if (console.shows(details)) {
            console.log(details, AssociationText.of(request), Facts.of(connection));
        }
    }

    @Override
    public void accepted(ConnectionInfo connection, AAssociateAC answer) {
        if (console.shows(details)) {
            console.log(details, AssociationText.of(answer), Facts.of(connection));
        }
        say(connection, "Association Acknowledged " + AssociationText.mostSent(
                lengths.getOrDefault(connection.number(), 0L), ownLength));
        if (!AssociationText.hasAccepted(answer)) {
            say(connection, "    (but no valid presentation contexts)");
        }
    }

    @Override
    public void rejected(ConnectionInfo connection, AAssociateRJ rejection) {
        say(connection, AssociationText.of(rejection));
    }

    @Override
    public void received(ConnectionInfo connection, CommandSet command) {
        if (command.field() == CommandField.C_STORE_RQ) {
            String sopClass = command.sopClassUid().orElse("");
            say(connection, "Received Store Request (MsgID " + command.messageId() + ", "
                    + ModalityPrefixTable.of(sopClass) + ")", "sopClassUid", sopClass, "sopInstanceUid",
                    command.sopInstanceUid().orElse(""));
        } else if (command.field() == CommandField.C_ECHO_RQ) {
            say(connection, "Received Echo Request (MsgID " + command.messageId() + ")");
        }
    }

    @Override
    public void sending(ConnectionInfo connection, CommandSet response) {
        if (response.field().isResponse() && response.status().category() == Status.Category.FAILURE) {
            console.log(Level.ERROR, "object was not stored: " + response.status(), Facts.of(connection));
        }
    }

    @Override
    public void ended(ConnectionInfo connection, AssociationEnd end) {
        // Nothing is said of a connection that never became an association.
        if (lengths.remove(connection.number()) != null) {
            switch (end) {
                case RELEASED -> say(connection, "Association Release");
                case ABORTED_BY_PEER, ABORTED -> say(connection, "Association Aborted");
                case CLOSED -> say(connection, "Connection Closed");
                case REJECTED -> {
                    // Said with the reason.
                }
            }
        }
    }

    /** A connection that was given up is of interest where the steps of associations are. */
    @Override
    public void noted(System.Logger.Level level, String message, Throwable cause) {
        console.log(switch (level) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARN;
            case ALL, TRACE, DEBUG, INFO, OFF -> Level.INFO;
        }, message + ": " + reason(cause).replace('\n', '?'));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof IOException io) {
            return Failures.reason(io);
        }
        return cause instanceof DicomException damaged ? damaged.getMessage() : cause.toString();
    }
}
