package org.bitewing.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.io.FileMeta;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AnsweredContext;
import org.bitewing.net.pdu.AsynchronousOperationsWindow;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.RoleSelection;
import org.bitewing.net.pdu.UserInformation;
import org.bitewing.net.upper.Command;
import org.bitewing.net.upper.Event;
import org.bitewing.net.upper.UpperLayer.Step;

/** The side of the acceptor on one connection: takes or rejects the association, then serves it to its end. */
final class Acceptor {
    private final AssociationServer server;
    private final ApplicationEntity entity;
    private final List<Service> services;
    private final Runnable onAssociation;
    private final UpperLayerConnection connection;
    /** The service of each accepted context. */
    private final Map<Integer, Service> served = new HashMap<>();
    private volatile Association association;
    private boolean counted;

    /**
     * For a connection that is open.
     *
     * @param onAssociation is called when it becomes an association
     */
    Acceptor(AssociationServer server, List<Service> services, Runnable onAssociation,
             UpperLayerConnection connection) {
        this.server = server;
        this.entity = server.entity();
        this.services = services;
        this.onAssociation = onAssociation;
        this.connection = connection;
    }

    /** From the open connection (Evt5) to its end. Does not throw what the peer can cause. */
    void serve() {
        try {
            connection.refuse(this::refuse);
            connection.on(Event.EVT5);
            Step step = connection.await(entity.timeouts().artim());
            if (step.commands().contains(Command.INDICATE_ASSOCIATE)) {
                answer((AAssociateRQ) connection.received().orElseThrow());
            } else {
                ended(step.commands().contains(Command.SEND_ASSOCIATE_RJ) ? AssociationEnd.REJECTED
                        : AssociationEnd.CLOSED);
            }
            connection.drain();
        } catch (SocketTimeoutException e) {
            ended(AssociationEnd.CLOSED);
        } finally {
            connection.close();
            uncount();
        }
    }

    /** A peer that was rejected, or is gone, takes nobody's place. */
    private void uncount() {
        if (counted) {
            counted = false;
            server.associationEnded();
        }
    }

    private void ended(AssociationEnd end) {
        entity.listener().ended(connection.info(), end);
    }

    /** What the provider itself does not take (AE-6): the version of the protocol, and more than it can carry. */
    private Optional<AAssociateRJ> refuse(AAssociateRQ request) {
        Optional<AAssociateRJ.Reason> reason = Optional.empty();
        if ((request.protocolVersion() & AAssociateRQ.PROTOCOL_VERSION) == 0) {
            reason = Optional.of(AAssociateRJ.Reason.PROTOCOL_VERSION_NOT_SUPPORTED);
        } else if (!server.associationStarts()) {
            reason = Optional.of(AAssociateRJ.Reason.LOCAL_LIMIT_EXCEEDED);
        } else {
            counted = true;
        }
        return reason.map(this::rejection);
    }

    private AAssociateRJ rejection(AAssociateRJ.Reason reason) {
        server.counters().rejection();
        entity.listener().rejected(connection.info(), reason.pdu());
        return reason.pdu();
    }

    private void answer(AAssociateRQ request) {
        Optional<AAssociateRJ.Reason> reason = check(request);
        if (reason.isPresent()) {
            connection.on(Event.EVT8, Optional.of(rejection(reason.get())));
            uncount();
            ended(AssociationEnd.REJECTED);
            return;
        }
        onAssociation.run();
        AAssociateAC answer = accept(request);
        entity.listener().accepted(connection.info(), answer);
        Association established = new Association(connection, entity, request, answer);
        // Known before the peer is: who stops from here on sends an abort, and does not just close.
        association = established;
        connection.on(Event.EVT7, Optional.of(answer));
        server.counters().association();
        boolean isReleased = false;
        try {
            isReleased = serve(established);
        } finally {
            if (!isReleased) {
                server.counters().abort();
                established.abort();
            }
            established.close();
        }
    }

    private Optional<AAssociateRJ.Reason> check(AAssociateRQ request) {
        if (!request.applicationContext().equals(AAssociateRQ.DICOM_APPLICATION_CONTEXT)) {
            return Optional.of(AAssociateRJ.Reason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
        }
        if (!AETitles.isHarmless(request.calledAETitle())) {
            return Optional.of(AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        if (!AETitles.isHarmless(request.callingAETitle())) {
            return Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        if (!Association.isUsable(request.userInformation().maximumLength())) {
            return Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN);
        }
        return server.policy().refuse(connection.info(), request);
    }

    private AAssociateAC accept(AAssociateRQ request) {
        List<AnsweredContext> answers = new ArrayList<>();
        for (ProposedContext context : request.presentationContexts()) {
            answers.add(answer(context, request));
        }
        UserInformation asked = request.userInformation();
        UserInformation user = UserInformation.of(entity.pduLength(), FileMeta.IMPLEMENTATION_CLASS_UID,
                FileMeta.IMPLEMENTATION_VERSION_NAME);
        if (asked.asynchronousOperations().isPresent()) {
            user = user.with(new AsynchronousOperationsWindow(1, 1));
        }
        // The services are all SCPs: the requestor may be SCU, and nothing else (PS3.7 D.3.3.4).
        user = user.withRoles(asked.roleSelections().stream()
                .map(role -> new RoleSelection(role.sopClassUid(), role.scu(), false)).toList());
        if (asked.userIdentity().isPresent() && asked.userIdentity().get().responseRequested()) {
            user = server.policy().identityResponse(request).map(user::with).orElse(user);
        }
        return AAssociateAC.answering(request, answers, user);
    }

    private AnsweredContext answer(ProposedContext context, AAssociateRQ request) {
        String anySyntax = context.transferSyntaxes().get(0);
        for (Service service : services) {
            if (service.supports(context.abstractSyntax(), request)) {
                Optional<String> syntax = service.transferSyntax(context);
                if (syntax.isEmpty()) {
                    return new AnsweredContext(context.id(), AnsweredContext.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                            anySyntax);
                }
                served.put(context.id(), service);
                return new AnsweredContext(context.id(), AnsweredContext.ACCEPTANCE, syntax.get());
            }
        }
        return new AnsweredContext(context.id(), AnsweredContext.ABSTRACT_SYNTAX_NOT_SUPPORTED, anySyntax);
    }

    /** To the end; false where that was no release. */
    private boolean serve(Association established) {
        try {
            serveAll(established);
            return true;
        } catch (IOException e) {
            // The association is over, and its listener knows; the peer will ask again if it wants more.
            return false;
        }
    }

    private void serveAll(Association established) throws IOException {
        Optional<Message> message = established.receive();
        while (message.isPresent()) {
            Message request = message.get();
            CommandField field = request.command().field();
            if (field.isResponse()) {
                throw new AssociationException(AssociationException.Kind.PROTOCOL, "a response to no request",
                        new DicomException("a response to no request", Location.of("message")));
            }
            // A C-CANCEL for what is no longer going on is without meaning, and has no response (PS3.7 9.3.2.3).
            if (field != CommandField.C_CANCEL_RQ) {
                PresentationContext context = established.context(request.contextId()).orElseThrow();
                served.get(context.id()).serve(established, context, request);
            }
            message = established.receive();
        }
    }

    /** Ends it: an association between two messages at once, else after the one that is under way. */
    void stop() {
        Association current = association;
        if (current != null) {
            current.stop();
        } else {
            connection.close();
        }
    }
}
