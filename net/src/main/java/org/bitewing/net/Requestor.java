package org.bitewing.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.io.FileMeta;
import org.bitewing.net.AssociationException.Kind;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduMemory;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.RoleSelection;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.net.pdu.UserInformation;
import org.bitewing.net.upper.Command;
import org.bitewing.net.upper.Event;
import org.bitewing.net.upper.State;
import org.bitewing.net.upper.UpperLayer.Step;

/** Asks for associations (PS3.8 7.1, Sta1 to Sta6 on the side of the requestor). */
final class Requestor {
    private Requestor() {
    }

    static Association connect(ApplicationEntity entity, InetSocketAddress address, String calledTitle,
                               List<Offer> offers) throws IOException {
        AAssociateRQ request = request(entity, calledTitle, offers);
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        UpperLayerConnection connection = new UpperLayerConnection(Transport.connect(entity, address), entity,
                PduMemory.usual());
        try {
            connection.on(Event.EVT1);
            entity.listener().requested(connection.info(), request);
            connection.on(Event.EVT2, Optional.of(request));
            return established(connection, entity, request);
        } catch (AssociationException | RuntimeException e) {
            connection.abort();
            connection.drain();
            connection.close();
            entity.listener().ended(connection.info(), end(e));
            throw e;
        }
    }

    private static AssociationEnd end(Exception cause) {
        Kind kind = cause instanceof AssociationException e ? e.kind() : Kind.PROTOCOL;
        return switch (kind) {
            case REJECTED -> AssociationEnd.REJECTED;
            case ABORTED -> AssociationEnd.ABORTED_BY_PEER;
            case CLOSED -> AssociationEnd.CLOSED;
            case TIMEOUT, PROTOCOL, SOURCE, OVER -> AssociationEnd.ABORTED;
        };
    }

    private static AAssociateRQ request(ApplicationEntity entity, String calledTitle, List<Offer> offers) {
        if (offers.isEmpty() || offers.size() > AAssociateRQ.MOST_CONTEXTS) {
            throw new IllegalArgumentException("an association has 1 to 128 offers, not " + offers.size());
        }
        if (!AETitles.isValid(calledTitle)) {
            throw new IllegalArgumentException("the called AE title is none");
        }
        List<ProposedContext> contexts = new ArrayList<>();
        List<RoleSelection> roles = new ArrayList<>();
        for (Offer offer : offers) {
            contexts.add(new ProposedContext(contexts.size() * 2 + 1, offer.abstractSyntax(),
                    offer.transferSyntaxes()));
            RoleSelection role = new RoleSelection(offer.abstractSyntax(), true, true);
            if (offer.isProvider() && !roles.contains(role)) {
                roles.add(role);
            }
        }
        UserInformation user = UserInformation.of(entity.pduLength(), FileMeta.IMPLEMENTATION_CLASS_UID,
                FileMeta.IMPLEMENTATION_VERSION_NAME).withRoles(roles)
                .withExtended(entity.extendedNegotiations(), List.of());
        return AAssociateRQ.of(calledTitle, entity.title(), contexts,
                entity.userIdentity().map(user::with).orElse(user));
    }

    private static Association established(UpperLayerConnection connection, ApplicationEntity entity,
                                           AAssociateRQ request) throws AssociationException {
        Step step;
        try {
            step = connection.await(entity.timeouts().associate());
        } catch (SocketTimeoutException e) {
            throw new AssociationException(Kind.TIMEOUT, "no answer to A-ASSOCIATE-RQ in time", e);
        }
        Optional<Pdu> pdu = connection.received();
        if (step.commands().contains(Command.CONFIRM_ACCEPTED)) {
            AAssociateAC answer = (AAssociateAC) pdu.orElseThrow();
            entity.listener().accepted(connection.info(), answer);
            if (!Association.isUsable(answer.userInformation().maximumLength())) {
                connection.onInvalidParameter();
                throw new AssociationException(Kind.PROTOCOL, "the peer takes no PDU that has room for data");
            }
            boolean isProofDue = request.userInformation().userIdentity()
                    .filter(UserIdentityRQ::responseRequested).isPresent();
            if (isProofDue && answer.userInformation().userIdentityResponse().isEmpty()) {
                throw new AssociationException(Kind.PROTOCOL, "the peer has not confirmed the identity of the user");
            }
            return new Association(connection, entity, request, answer);
        }
        if (step.commands().contains(Command.CONFIRM_REJECTED)) {
            AAssociateRJ rejection = (AAssociateRJ) pdu.orElseThrow();
            entity.listener().rejected(connection.info(), rejection);
            throw new AssociationException(Kind.REJECTED, "the association was rejected: " + rejection.reasonText(),
                    rejection);
        }
        if (step.commands().contains(Command.INDICATE_ABORT)) {
            throw aborted(pdu);
        }
        throw connection.state() == State.STA1
                ? new AssociationException(Kind.CLOSED, "the connection was closed instead of an answer")
                : new AssociationException(Kind.PROTOCOL, "the answer to A-ASSOCIATE-RQ is not one");
    }

    static AssociationException aborted(Optional<Pdu> pdu) {
        if (pdu.orElse(null) instanceof AAbort abort) {
            return new AssociationException(Kind.ABORTED, "the peer aborted: " + abort.sourceText() + ", "
                    + abort.reasonText(), abort);
        }
        return new AssociationException(Kind.ABORTED, "the peer aborted");
    }
}
