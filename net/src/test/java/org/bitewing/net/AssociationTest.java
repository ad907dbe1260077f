package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.net.AssociationException.Kind;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.AnsweredContext;
import org.bitewing.net.pdu.AsynchronousOperationsWindow;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.RoleSelection;
import org.bitewing.net.pdu.UserIdentityAC;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Associations against a peer that follows a script, in both roles. */
@Timeout(60)
class AssociationTest {
    private static final List<Offer> OFFERS = List.of(EchoScu.OFFER,
            Offer.of(UID.CTImageStorage, UID.ExplicitVRLittleEndian));

    /** What a peer does. */
    private interface Script {
        void run(RawPeer peer) throws IOException;
    }

    /** A peer who takes one connection and follows a script. */
    private static final class Scripted implements Closeable {
        private final ServerSocket server = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        private final CompletableFuture<Void> done;

        Scripted(Script script) throws IOException {
            done = CompletableFuture.runAsync(() -> {
                try (RawPeer peer = new RawPeer(server.accept())) {
                    script.run(peer);
                } catch (IOException e) {
                    throw new CompletionException(e);
                }
            }, Loopback.THREADS);
        }

        int port() {
            return server.getLocalPort();
        }

        /** Waits for the end of the script, and fails where it did. */
        @Override
        public void close() throws IOException {
            done.join();
            server.close();
        }
    }

    private static void accept(RawPeer peer, AnsweredContext... contexts) throws IOException {
        AAssociateRQ request = (AAssociateRQ) peer.read();
        peer.send(AAssociateAC.answering(request, List.of(contexts), UserInformation.of(0, "1.2.3", "PEER")));
    }

    private static void acceptAll(RawPeer peer) throws IOException {
        accept(peer, new AnsweredContext(1, 0, UID.ImplicitVRLittleEndian),
                new AnsweredContext(3, 0, UID.ExplicitVRLittleEndian));
    }

    private static Association connect(int port) throws IOException {
        return ApplicationEntity.of("ME").withTimeouts(Loopback.IMPATIENT.withArtim(Duration.ofSeconds(5)))
                .connect("127.0.0.1", port, "PEER", OFFERS);
    }

    private static AssociationException failure(int port) {
        return assertThrows(AssociationException.class, () -> connect(port).close());
    }

    @Test
    void aReleaseIsAskedForAndAgreedTo() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            assertEquals(new AReleaseRQ(), script.read());
            script.send(new AReleaseRP());
            assertEquals(Optional.empty(), script.readToEnd());
        }); Association association = connect(peer.port())) {
            assertEquals(2, association.contexts().size());
        }
    }

    @Test
    void aCollisionOfReleasesEndsInAgreementForTheRequestor() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            assertEquals(new AReleaseRQ(), script.read());
            script.send(new AReleaseRQ());
            assertEquals(new AReleaseRP(), script.read());
            script.send(new AReleaseRP());
            assertEquals(Optional.empty(), script.readToEnd());
        }); Association association = connect(peer.port())) {
            association.release();
        }
    }

    @Test
    void aCollisionOfReleasesEndsInAgreementForTheAcceptor() throws IOException {
        Service releasing = new Service() {
            @Override
            public boolean supports(String abstractSyntax, AAssociateRQ request) {
                return true;
            }

            @Override
            public Optional<String> transferSyntax(ProposedContext context) {
                return Optional.of(context.transferSyntaxes().get(0));
            }

            @Override
            public void serve(Association association, PresentationContext context,
                              Message request) throws IOException {
                association.release();
            }
        };
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(releasing), AccessPolicy.open(), 5);
             RawPeer peer = RawPeer.associate(server.address().getPort())) {
            peer.send(1, true, true, CommandSet.echoRequest(1).toBytes());
            assertEquals(new AReleaseRQ(), peer.read());
            peer.send(new AReleaseRQ()).send(new AReleaseRP());
            assertEquals(new AReleaseRP(), peer.read());
        }
    }

    @Test
    void aPeerThatAnswersAReleaseWithSomethingElseHasNotReleased() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            assertEquals(new AReleaseRQ(), script.read());
            script.send(new AAssociateRJ(1, 1, 1));
            assertEquals(new AAbort(2, 2), script.read());
        }); Association association = connect(peer.port())) {
            assertEquals(Kind.PROTOCOL, assertThrows(AssociationException.class, association::release).kind());
        }
    }

    @Test
    void dataThatIsOnItsWayWhenWeReleaseIsDropped() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            assertEquals(new AReleaseRQ(), script.read());
            script.send(1, true, true, CommandSet.echoRequest(1).toBytes()).send(new AReleaseRP());
        }); Association association = connect(peer.port())) {
            association.release();
        }
    }

    @Test
    void aRejectionTellsItsReason() throws IOException {
        AAssociateRJ rejection = AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu();
        try (Scripted peer = new Scripted(script -> {
            script.read();
            script.send(rejection);
        })) {
            AssociationException failure = failure(peer.port());

            assertEquals(Kind.REJECTED, failure.kind());
            assertEquals(Optional.of(rejection), failure.pdu());
            assertTrue(failure.getMessage().contains("called-AE-title-not-recognized"));
        }
    }

    @Test
    void everyOtherAnswerThanAnAnswerIsAborted() throws IOException {
        try (Scripted aborting = new Scripted(script -> {
            script.read();
            script.send(new AAbort(2, 1));
        }); Scripted releasing = new Scripted(script -> {
            script.read();
            script.send(new AReleaseRP());
            assertEquals(new AAbort(2, 2), script.read());
        }); Scripted babbling = new Scripted(script -> {
            script.read();
            script.send("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertEquals(new AAbort(2, 1), script.read());
        }); Scripted closing = new Scripted(RawPeer::read)) {
            AssociationException aborted = failure(aborting.port());
            assertEquals(Kind.ABORTED, aborted.kind());
            assertEquals(Optional.of(new AAbort(2, 1)), aborted.pdu());
            assertEquals(Kind.PROTOCOL, failure(releasing.port()).kind());
            assertEquals(Kind.PROTOCOL, failure(babbling.port()).kind());
            assertEquals(Kind.CLOSED, failure(closing.port()).kind());
        }
    }

    @Test
    void aPeerThatDoesNotAnswerIsAbortedAfterTheTimeOut() throws IOException {
        try (Scripted silent = new Scripted(script -> {
            script.read();
            assertEquals(AAbort.BY_USER, script.read());
        })) {
            ApplicationEntity impatient = ApplicationEntity.of("ME")
                    .withTimeouts(Loopback.IMPATIENT.withAssociate(Duration.ofMillis(300)));
            assertEquals(Kind.TIMEOUT, assertThrows(AssociationException.class,
                    () -> impatient.connect("127.0.0.1", silent.port(), "PEER", OFFERS)).kind());
        }
    }

    @Test
    void aResponseThatDoesNotComeIsATimeOut() throws IOException {
        try (Scripted silent = new Scripted(script -> {
            acceptAll(script);
            script.read();
            assertEquals(AAbort.BY_USER, script.read());
        }); Association association = ApplicationEntity.of("ME").withTimeouts(Loopback.IMPATIENT
                .withIdle(Duration.ofMinutes(5))).connect("127.0.0.1", silent.port(), "PEER", OFFERS)) {
            assertEquals(Kind.TIMEOUT,
                    assertThrows(AssociationException.class, () -> EchoScu.echo(association)).kind());
        }
    }

    @Test
    void aResponseToAnotherMessageIsAborted() throws IOException {
        try (Scripted wrong = new Scripted(script -> {
            acceptAll(script);
            script.read();
            script.send(1, true, true, CommandSet.echoRequest(77).response(Status.SUCCESS).toBytes());
            assertEquals(AAbort.BY_USER, script.read());
        }); Association association = connect(wrong.port())) {
            assertEquals(Kind.PROTOCOL,
                    assertThrows(AssociationException.class, () -> EchoScu.echo(association)).kind());
        }
    }

    @Test
    void aPeerThatTakesNothingMoreIsGivenUp() throws IOException {
        CompletableFuture<Void> finished = new CompletableFuture<>();
        try (Scripted stuffed = new Scripted(script -> {
            acceptAll(script);
            finished.join();
        })) {
            Association association = connect(stuffed.port());
            byte[] part = new byte[1 << 20];
            AssociationException failure = assertThrows(AssociationException.class, () -> association.send(3,
                    CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", CommandSet.Priority.LOW), target -> {
                        for (int i = 0; i < 1000; i++) {
                            target.write(part);
                        }
                    }));
            assertEquals(Kind.CLOSED, failure.kind());
            finished.complete(null);
            association.close();
        }
    }

    @Test
    void onlyContextsThatWereProposedAndAcceptedCount() throws IOException {
        try (Scripted lying = new Scripted(script -> {
            accept(script, new AnsweredContext(1, 0, UID.ExplicitVRBigEndian),
                    new AnsweredContext(3, 0, UID.ExplicitVRLittleEndian), new AnsweredContext(7, 0, "1.2.3"),
                    new AnsweredContext(5, 3, ""));
            script.read();
            script.send(new AReleaseRP());
        }); Association association = connect(lying.port())) {
            assertEquals(List.of(new PresentationContext(3, UID.CTImageStorage, UID.ExplicitVRLittleEndian)),
                    association.contexts());
            assertThrows(IllegalArgumentException.class, () -> association.send(1, CommandSet.echoRequest(1)));
        }
    }

    @Test
    void aSourceThatFailsAbortsTheAssociation() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            assertEquals(AAbort.BY_USER, script.read());
        }); Association association = connect(peer.port())) {
            assertEquals(Kind.SOURCE, assertThrows(AssociationException.class, () -> association.send(3,
                    CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", CommandSet.Priority.LOW),
                    target -> target.transferFrom(new ByteArrayInputStream(new byte[5]), 10))).kind());
            assertThrows(AssociationException.class, () -> association.send(1, CommandSet.echoRequest(2)));
        }
    }

    @Test
    void anotherThreadMayAbort() throws IOException {
        try (Scripted peer = new Scripted(script -> {
            acceptAll(script);
            script.read();
            assertEquals(AAbort.BY_USER, script.read());
        }); Association association = ApplicationEntity.of("ME").connect("127.0.0.1", peer.port(), "PEER", OFFERS)) {
            int messageId = association.nextMessageId();
            association.send(1, CommandSet.echoRequest(messageId));
            CompletableFuture<Void> other = CompletableFuture.runAsync(association::abort, Loopback.THREADS);

            assertEquals(Kind.OVER, assertThrows(AssociationException.class,
                    () -> association.receiveResponse(messageId)).kind());
            other.join();
        }
    }

    @Test
    void aCancelIsSeenBetweenResponsesWithoutWaiting() throws IOException {
        Query query = new Query();
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(query), AccessPolicy.open(), 5);
             RawPeer peer = RawPeer.associate(server.address().getPort())) {
            assertEquals(Status.CANCEL, cancelled(peer));
            assertEquals(4, query.identifierLength);
        }
    }

    /** Asks, cancels after the first match, and reads to the end. */
    static Status cancelled(RawPeer peer) throws IOException {
        CommandSet find = CommandSet.of(DataSet.builder().set(Tag.AffectedSOPClassUID, UID.Verification)
                .set(Tag.CommandField, CommandField.C_FIND_RQ.code()).set(Tag.MessageID, 4)
                .set(Tag.CommandDataSetType, 1).build());
        peer.send(1, true, true, find.toBytes()).send(1, false, true, new byte[4]);
        Status status = peer.readCommand().status();
        assertEquals(Status.PENDING, status);
        peer.send(1, true, true, CommandSet.cancelRequest(4).toBytes());
        while (status.equals(Status.PENDING)) {
            peer.read();
            status = peer.readCommand().status();
        }
        return status;
    }

    /** A C-FIND that finds without end until it is cancelled: nothing below the services knows of it. */
    static final class Query implements Service {
        int identifierLength;

        @Override
        public boolean supports(String abstractSyntax, AAssociateRQ request) {
            return true;
        }

        @Override
        public Optional<String> transferSyntax(ProposedContext context) {
            return Optional.of(context.transferSyntaxes().get(0));
        }

        @Override
        public void serve(Association association, PresentationContext context,
                          Message request) throws IOException {
            identifierLength = association.dataSet().readAllBytes().length;
            while (!association.isCancelled(request.command().messageId())) {
                association.send(context.id(), request.command().responseWithDataSet(Status.PENDING),
                        target -> target.write(new byte[] {8, 0, 0, 0, 0, 0, 0, 0}));
            }
            association.send(context.id(), request.command().response(Status.CANCEL));
        }
    }

    @Test
    void whatElseIsNegotiatedIsAnswered() throws IOException {
        AccessPolicy checking = new AccessPolicy() {
            @Override
            public Optional<AAssociateRJ.Reason> refuse(ConnectionInfo connection, AAssociateRQ request) {
                boolean isKnown = request.userInformation().userIdentity()
                        .equals(Optional.of(UserIdentityRQ.passcode("user", "code", true)));
                return isKnown ? Optional.empty() : Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN_BY_ACSE);
            }

            @Override
            public Optional<UserIdentityAC> identityResponse(AAssociateRQ request) {
                return Optional.of(new UserIdentityAC(new byte[0]));
            }
        };
        UserInformation user = UserInformation.of(0, "1.2.3", "RAW").with(new AsynchronousOperationsWindow(5, 5))
                .withRoles(List.of(new RoleSelection(UID.Verification, true, true)));
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(new EchoService()), AccessPolicy.open().and(checking), 5);
             RawPeer known = RawPeer.connect(server.address().getPort());
             RawPeer unknown = RawPeer.connect(server.address().getPort())) {
            known.send(AAssociateRQ.of("SCP", "RAW", RawPeer.REQUEST.presentationContexts(),
                    user.with(UserIdentityRQ.passcode("user", "code", true))));
            AAssociateAC answer = (AAssociateAC) known.read();
            assertEquals(Optional.of(new AsynchronousOperationsWindow(1, 1)),
                    answer.userInformation().asynchronousOperations());
            assertEquals(List.of(new RoleSelection(UID.Verification, true, false)),
                    answer.userInformation().roleSelections());
            assertEquals(Optional.of(new UserIdentityAC(new byte[0])), answer.userInformation().userIdentityResponse());
            assertEquals(List.of(0, 3, 3),
                    answer.presentationContexts().stream().map(AnsweredContext::result).toList());

            unknown.send(AAssociateRQ.of("SCP", "RAW", RawPeer.REQUEST.presentationContexts(),
                    user.with(UserIdentityRQ.username("user", true))));
            assertEquals(AAssociateRJ.Reason.NO_REASON_GIVEN_BY_ACSE.pdu(), unknown.read());
        }
    }

    @Test
    void anIdentityThatThePeerDoesNotConfirmIsNotEnoughWhereAResponseWasRequested() throws IOException {
        try (StorageScp scp = Loopback.scp(Store.discarding())) {
            int port = scp.address().getPort();
            ApplicationEntity entity = ApplicationEntity.of("ME");
            assertEquals(Status.SUCCESS, EchoScu.echo(
                    entity.withUserIdentity(UserIdentityRQ.passcode("user", "code", false)), "127.0.0.1", port, "SCP"));
            AssociationException e = assertThrows(AssociationException.class, () -> EchoScu.echo(
                    entity.withUserIdentity(UserIdentityRQ.passcode("user", "code", true)), "127.0.0.1", port, "SCP"));
            assertEquals(AssociationException.Kind.PROTOCOL, e.kind());
            assertTrue(e.getMessage().contains("identity"), e.getMessage());
        }
    }

    @Test
    void moreAssociationsThanAllowedAreRejectedForNow() throws IOException {
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(new EchoService()), AccessPolicy.open(), 1);
             RawPeer first = RawPeer.associate(server.address().getPort())) {
            try (RawPeer second = RawPeer.connect(server.address().getPort()).send(RawPeer.REQUEST)) {
                assertEquals(AAssociateRJ.Reason.LOCAL_LIMIT_EXCEEDED.pdu(), second.read());
            }
            first.send(new AReleaseRQ());
            assertEquals(new AReleaseRP(), first.read());
        }
    }

    @Test
    void aRequestWithinAnAssociationTakesNoPlace() throws IOException {
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(new EchoService()), AccessPolicy.open(), 2);
             RawPeer first = RawPeer.associate(server.address().getPort())) {
            assertEquals(new AAbort(2, 2), first.send(RawPeer.REQUEST).read());

            assertInstanceOf(AAssociateAC.class, answer(server, "SCP", "RAW"));
        }
    }

    @Test
    void titlesAndAddressesMayBeTheKey() throws IOException {
        AccessPolicy policy = AccessPolicy.called(java.util.Set.of("SCP")).and(AccessPolicy.calling(
                java.util.Set.of("RAW"))).and(AccessPolicy.addresses(java.util.Set.of(
                java.net.InetAddress.getLoopbackAddress())));
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(new EchoService()), policy, 9)) {
            assertInstanceOf(AAssociateAC.class, answer(server, "SCP", "RAW"));
            assertEquals(AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu(), answer(server, "OTHER", "RAW"));
            assertEquals(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu(), answer(server, "SCP", "OTHER"));
        }
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                List.of(new EchoService()), AccessPolicy.addresses(java.util.Set.of(
                        java.net.InetAddress.getByName("192.0.2.1"))), 9)) {
            assertEquals(AAssociateRJ.Reason.NO_REASON_GIVEN.pdu(), answer(server, "SCP", "RAW"));
        }
    }

    private static Pdu answer(AssociationServer server, String called, String calling)
            throws IOException {
        try (RawPeer peer = RawPeer.connect(server.address().getPort())) {
            return peer.send(PduWriter.toBytes(AAssociateRQ.of(called, calling,
                    RawPeer.REQUEST.presentationContexts(), RawPeer.REQUEST.userInformation()))).read();
        }
    }
}
