package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.MessageWriter;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on a storage SCP: each ends as PS3.8 says, leaves no file behind, and the next C-ECHO is answered. */
@Timeout(120)
class HostilePeerTest {
    private static final AAbort BY_PROVIDER_UNEXPECTED = new AAbort(2, 2);

    @TempDir
    Path folder;
    private StorageScp scp;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        scp = Loopback.impatientScp(Store.toFolder(folder.resolve("in")).withoutSync());
        port = scp.address().getPort();
    }

    @AfterEach
    void answersAndStops() throws IOException {
        assertEquals(Status.SUCCESS, EchoScu.echo(Loopback.WITHIN_A_SECOND, "127.0.0.1", port, "SCP"));
        scp.close();
        assertEquals(List.of(), files(".part"));
    }

    private List<String> files(String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(end)).sorted().toList();
        }
    }

    /** What the server says last before it closes the connection. */
    private Optional<Pdu> lastAnswer(RawPeer peer) throws IOException {
        try (peer) {
            return peer.readToEnd();
        }
    }

    @Test
    void whatIsNoPduIsAbortedAsTheUserBeforeAnAssociation() throws IOException {
        for (byte[] bytes : List.of(new byte[] {0x47, 0x45, 0x54, 0x20, 0x2f, 0x20}, new byte[] {0, 0, 0, 0, 0, 0},
                new byte[] {1, 0, 0x7f, -1, -1, -1}, new byte[] {4, 0, -1, -1, -1, -1})) {
            assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.connect(port).send(bytes)));
        }
    }

    @Test
    void anyOtherPduThanARequestIsAbortedBeforeAnAssociation() throws IOException {
        AAssociateAC answer = AAssociateAC.answering(RawPeer.REQUEST, List.of(), UserInformation.of(0, "", ""));
        for (Pdu pdu : List.of(answer, new AAssociateRJ(1, 1, 1), new AReleaseRQ(), new AReleaseRP())) {
            assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.connect(port).send(pdu)), pdu.toString());
        }
        assertEquals(Optional.empty(), lastAnswer(RawPeer.connect(port).send(AAbort.BY_USER)));
    }

    @Test
    void whatIsUnexpectedIsAbortedAsTheProviderInAnAssociation() throws IOException {
        for (Pdu pdu : List.of(RawPeer.REQUEST, new AAssociateRJ(1, 1, 1), new AReleaseRP())) {
            assertEquals(Optional.of(BY_PROVIDER_UNEXPECTED), lastAnswer(RawPeer.associate(port).send(pdu)));
        }
    }

    @Test
    void anUnknownPduIsAbortedWithItsReason() throws IOException {
        assertEquals(Optional.of(new AAbort(2, AAbort.UNRECOGNIZED_PDU)),
                lastAnswer(RawPeer.associate(port).send(new byte[] {9, 0, 0, 0, 0, 4, 0, 0, 0, 0})));
    }

    @Test
    void dataBeyondTheMaximumLengthIsAborted() throws IOException {
        int length = ApplicationEntity.DEFAULT_PDU_LENGTH + 1;
        byte[] header = {4, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length};
        assertEquals(Optional.of(new AAbort(2, AAbort.INVALID_PDU_PARAMETER_VALUE)),
                lastAnswer(RawPeer.associate(port).send(header)));
    }

    @Test
    void dataInAContextThatWasNotAcceptedIsAborted() throws IOException {
        for (int context : new int[] {0, 2, 5, 7, 255}) {
            assertEquals(Optional.of(new AAbort(2, AAbort.INVALID_PDU_PARAMETER_VALUE)), lastAnswer(
                    RawPeer.associate(port).send(context, true, true, CommandSet.echoRequest(1).toBytes())));
        }
    }

    @Test
    void messagesOutOfOrderAreAbortedAsTheUser() throws IOException {
        byte[] echo = CommandSet.echoRequest(1).toBytes();
        byte[] response = CommandSet.echoRequest(1).response(Status.SUCCESS).toBytes();
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port).send(1, false, true, echo)));
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port).send(1, true, true, response)));
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port).send(1, true, true,
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})));
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port).sendStore("1.2.3")
                .send(1, true, true, echo)));
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port).sendStore("1.2.3")
                .send(3, false, false, (byte) 1, (byte) 2).send(new AReleaseRQ())));
    }

    @Test
    void aCommandSetWithoutEndIsAborted() throws IOException {
        try (RawPeer peer = RawPeer.associate(port)) {
            byte[] part = new byte[100_000];
            for (int i = 0; i < 20; i++) {
                peer.send(1, true, false, part);
            }
            assertEquals(Optional.of(AAbort.BY_USER), peer.readToEnd());
        }
    }

    @Test
    void fragmentsWithoutAByteHaveAnEnd() throws IOException {
        for (boolean isCommand : new boolean[] {true, false}) {
            try (RawPeer peer = RawPeer.associate(port)) {
                if (!isCommand) {
                    peer.sendStore("1.2.3").send(3, false, false, new byte[10]);
                }
                for (int i = 0; i < 101; i++) {
                    peer.send(3, isCommand, false);
                }
                assertEquals(Optional.of(AAbort.BY_USER), peer.readToEnd());
            }
        }
        assertEquals(List.of(), files(".dcm"));
    }

    @Test
    void anObjectThatIsAbandonedLeavesNothing() throws IOException {
        try (RawPeer peer = RawPeer.associate(port).sendStore("1.2.3").send(3, false, false, new byte[5000])) {
            peer.socket.shutdownOutput();
            assertEquals(Optional.empty(), peer.readToEnd());
        }
        assertEquals(List.of(), files(".dcm"));
    }

    @Test
    void anObjectThatStopsComingIsAbortedAfterTheTimeOut() throws IOException {
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(
                RawPeer.associate(port).sendStore("1.2.3").send(3, false, false, new byte[5000])));
        assertEquals(List.of(), files(".dcm"));
    }

    @Test
    void aSilentAssociationIsAbortedAndASilentConnectionClosed() throws IOException {
        assertEquals(Optional.of(AAbort.BY_USER), lastAnswer(RawPeer.associate(port)));
        assertEquals(Optional.empty(), lastAnswer(RawPeer.connect(port)));
        assertEquals(Optional.empty(), lastAnswer(RawPeer.connect(port).send(new byte[] {1, 0, 0})));
    }

    @Test
    void aPeerThatNeverClosesItsAbortedConnectionIsClosed() throws IOException {
        try (RawPeer peer = RawPeer.associate(port).send(new AReleaseRP())) {
            assertEquals(BY_PROVIDER_UNEXPECTED, peer.read());
            assertEquals(Optional.empty(), peer.readToEnd());
        }
    }

    @Test
    void aRequestByteByByteIsAnswered() throws IOException {
        try (RawPeer peer = RawPeer.connect(port)) {
            for (byte b : PduWriter.toBytes(RawPeer.REQUEST)) {
                peer.send(b);
            }
            assertInstanceOf(AAssociateAC.class, peer.read());
            peer.send(new AReleaseRQ());
            assertEquals(Optional.of(new AReleaseRP()), peer.readToEnd());
        }
    }

    @Test
    void aRequestThatTricklesIsGivenUpWhenTheArtimTimerEnds() throws Exception {
        byte[] request = PduWriter.toBytes(RawPeer.REQUEST);
        try (RawPeer peer = RawPeer.connect(port)) {
            Thread trickle = new Thread(() -> {
                try {
                    for (int i = 0; i < request.length - 1; i++) {
                        peer.send(request[i]);
                        Thread.sleep(30);
                    }
                } catch (IOException | InterruptedException e) {
                    // The connection is closed under it, which is what the test waits for.
                    return;
                }
            });
            trickle.start();
            assertEquals(Optional.empty(), peer.readToEnd());
            trickle.join();
        }
    }

    @Test
    void halfAnAssociationIsAnsweredAndClosed() throws IOException {
        try (RawPeer peer = RawPeer.connect(port).send(RawPeer.REQUEST)) {
            peer.socket.shutdownOutput();
            assertInstanceOf(AAssociateAC.class, peer.readToEnd().orElseThrow());
        }
    }

    @Test
    void namesThatWouldLeaveTheFolderAreRefused() throws IOException {
        for (String instance : List.of("../../../../tmp/x", "..", "1.2/../../3", "/etc/passwd", "1.2\0.3", "1.2\n3",
                "1.2;rm", "$(id)", "1..2", ".1", "1.", "1".repeat(64) + ".", "C:1", "")) {
            try (RawPeer peer = RawPeer.associate(port)) {
                peer.sendStore(instance).send(3, false, true, new byte[10]);
                assertEquals(0x0117, peer.readCommand().status().code(), instance);
            }
        }
        assertEquals(List.of(), files(""));
    }

    @Test
    void aRefusalDoesNotOvertakeTheDataSet() throws IOException {
        try (RawPeer peer = RawPeer.associate(port)) {
            peer.sendStore("../x").send(3, false, false, new byte[10]);
            assertEquals(AAbort.BY_USER, peer.read());
        }
    }

    @Test
    void otherClassesThanThatOfTheContextAreRefused() throws IOException {
        try (RawPeer peer = RawPeer.associate(port)) {
            peer.send(3, true, true, CommandSet.storeRequest(1, UID.MRImageStorage, "1.2.3",
                    CommandSet.Priority.LOW).toBytes()).send(3, false, true, new byte[10]);
            assertEquals(0x0122, peer.readCommand().status().code());
        }
    }

    @Test
    void requestsThatTheServiceDoesNotKnowAreRefused() throws IOException {
        try (RawPeer peer = RawPeer.associate(port)) {
            peer.send(3, true, true, CommandSet.echoRequest(1).toBytes());
            assertEquals(0x0211, peer.readCommand().status().code());
            peer.send(1, true, true, CommandSet.cancelRequest(1).toBytes());
            peer.send(1, true, true, CommandSet.echoRequest(2).toBytes());
            assertEquals(2, peer.readCommand().messageId());
        }
    }

    @Test
    void titlesWithControlCharactersAreRejectedAndOthersAreOnlyText() throws IOException {
        for (String title : List.of("A\nB", "A\0B", "A\\B", "\u007f", "\u00e4")) {
            assertEquals(Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu()),
                    lastAnswer(RawPeer.connect(port).send(request("SCP", title))), title);
            assertEquals(Optional.of(AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu()),
                    lastAnswer(RawPeer.connect(port).send(request(title, "RAW"))), title);
        }
        byte[] object = Objects.bare(Objects.ct("1.2.3", 10));
        try (RawPeer peer = RawPeer.connect(port).send(request("`id`", "../$(id);'\""))) {
            assertInstanceOf(AAssociateAC.class, peer.read());
            peer.sendStore("1.2.3").send(3, false, true, object);
            assertEquals(Status.SUCCESS, peer.readCommand().status());
        }
        assertEquals("../$(id);'\"", org.bitewing.Dicom.read(folder.resolve("in/1.2.3.dcm"))
                .text(Tag.SourceApplicationEntityTitle).orElseThrow());
        assertEquals(List.of("in/1.2.3.dcm"), files(""));
    }

    private static AAssociateRQ request(String called, String calling) {
        return AAssociateRQ.of(called, calling, RawPeer.REQUEST.presentationContexts(),
                RawPeer.REQUEST.userInformation());
    }

    @Test
    void requestsThatCannotBeServedAreRejectedWithTheirReason() throws IOException {
        UserInformation user = RawPeer.REQUEST.userInformation();
        List<ProposedContext> contexts = RawPeer.REQUEST.presentationContexts();
        assertEquals(Optional.of(AAssociateRJ.Reason.PROTOCOL_VERSION_NOT_SUPPORTED.pdu()), lastAnswer(RawPeer
                .connect(port).send(new AAssociateRQ(2, "A", "B", "1.2.840.10008.3.1.1.1", contexts, user))));
        assertEquals(Optional.of(AAssociateRJ.Reason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED.pdu()), lastAnswer(RawPeer
                .connect(port).send(new AAssociateRQ(1, "A", "B", "1.2.840.10008.3.1.1.2", contexts, user))));
        assertEquals(Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN.pdu()), lastAnswer(RawPeer.connect(port)
                .send(AAssociateRQ.of("A", "B", contexts, UserInformation.of(7, "1.2", "")))));
    }

    @Test
    void aPeerThatTakesEightBytesAtATimeIsAnswered() throws IOException {
        try (RawPeer peer = RawPeer.connect(port).send(AAssociateRQ.of("A", "B",
                RawPeer.REQUEST.presentationContexts(), UserInformation.of(8, "1.2", "")))) {
            assertInstanceOf(AAssociateAC.class, peer.read());
            peer.send(1, true, true, CommandSet.echoRequest(1).toBytes());
            int size = CommandSet.echoRequest(1).response(Status.SUCCESS).toBytes().length;
            for (int i = 0; i < size; i += 2) {
                assertEquals(2, ((org.bitewing.net.pdu.PDataTF) peer.read()).values().get(0).length());
            }
        }
    }

    @Test
    void randomBytesNeverHarm() throws IOException {
        Random random = new Random(20260102);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            attack(round % 2 == 0 ? RawPeer.connect(port) : RawPeer.associate(port), bytes);
        }
    }

    @Test
    void mutationsOfARecordedAssociationNeverHarm() throws IOException {
        byte[] recording = recording();
        Random random = new Random(20260103);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = recording.clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                int at = random.nextInt(4) == 0 ? random.nextInt(bytes.length)
                        : random.nextInt(Math.min(bytes.length, 600));
                bytes[at] = (byte) (random.nextBoolean() ? random.nextInt() : bytes[at] ^ 1 << random.nextInt(8));
            }
            attack(RawPeer.connect(port), java.util.Arrays.copyOf(bytes,
                    round % 3 == 0 ? random.nextInt(bytes.length) : bytes.length));
        }
        for (String file : files(".dcm")) {
            assertTrue(file.matches("in[/\\\\][0-9.]{1,64}(\\.[0-9]+)?\\.dcm"), file);
        }
    }

    /** An association that stores an object and is released, as its requestor sends it. */
    private static byte[] recording() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PduWriter.toBytes(RawPeer.REQUEST));
        byte[] object = Objects.bare(Objects.ct("1.2.3.4", 300));
        MessageWriter writer = new MessageWriter(bytes::write, 256);
        writer.send(1, CommandSet.echoRequest(1));
        writer.send(3, CommandSet.storeRequest(2, UID.CTImageStorage, "1.2.3.4", CommandSet.Priority.MEDIUM),
                target -> target.write(object));
        bytes.writeBytes(PduWriter.toBytes(new AReleaseRQ()));
        return bytes.toByteArray();
    }

    private static void attack(RawPeer peer, byte[] bytes) throws IOException {
        try (peer) {
            peer.send(bytes);
            peer.socket.shutdownOutput();
            peer.readToEnd();
        } catch (SocketException e) {
            // The server had enough before it was all sent; whether it lives is asked afterwards.
            return;
        }
    }

    @Test
    void twoHundredIdleConnectionsDoNotDelayAnEcho() throws IOException {
        try (StorageScp patient = Loopback.scp(Store.discarding())) {
            List<RawPeer> idle = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                idle.add(i % 2 == 0 ? RawPeer.connect(patient.address().getPort())
                        : RawPeer.associate(patient.address().getPort()));
            }

            assertEquals(Status.SUCCESS, EchoScu.echo(Loopback.WITHIN_A_SECOND, "127.0.0.1",
                    patient.address().getPort(), "SCP"));

            for (RawPeer peer : idle) {
                peer.close();
            }
        }
    }

    /** There is room for one association and 512 connections that are none. */
    @Test
    void moreSilentConnectionsThanThereIsRoomForKeepNobodyOut() throws IOException {
        try (StorageScp patient = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().withMostAssociations(1), Store.discarding())) {
            List<RawPeer> silent = new ArrayList<>();
            for (int i = 0; i < 700; i++) {
                silent.add(RawPeer.connect(patient.address().getPort()));
            }

            assertEquals(Status.SUCCESS, EchoScu.echo(ApplicationEntity.of("ME"), "127.0.0.1",
                    patient.address().getPort(), "SCP"));
            assertEquals(Optional.empty(), silent.get(0).readToEnd(), "who waited longest had to go");

            for (RawPeer peer : silent) {
                peer.close();
            }
        }
    }
}
