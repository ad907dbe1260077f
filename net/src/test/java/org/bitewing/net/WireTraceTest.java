package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitewing.dict.UID;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.AsynchronousOperationsWindow;
import org.bitewing.net.pdu.CommonExtendedNegotiation;
import org.bitewing.net.pdu.ExtendedNegotiation;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduType;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.RoleSelection;
import org.bitewing.net.pdu.UserIdentityAC;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of associations: by a listener, and in a trace that other programs read. */
@Timeout(60)
class WireTraceTest {
    @TempDir
    Path folder;

    private Path traced() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 300_000);
        Path trace = folder.resolve("trace.pcap");
        try (WireTrace wire = WireTrace.to(trace); StorageScp scp = Loopback.scp(Store.discarding())) {
            ApplicationEntity entity = ApplicationEntity.of("ME").withListener(wire)
                    .withUserIdentity(UserIdentityRQ.username("user", false));
            StorageSender sender = StorageSender.to(entity, "127.0.0.1", scp.address().getPort(), "SCP");
            assertEquals(1, sender.send(List.of(OutgoingObject.of(file))).stored());
            EchoScu.echo(entity, "127.0.0.1", scp.address().getPort(), "SCP");
        }
        return trace;
    }

    @Test
    void aTraceHoldsWholeSegmentsOfAConnection() throws IOException {
        ByteBuffer trace = ByteBuffer.wrap(Files.readAllBytes(traced()));
        assertEquals(0xa1b2c3d4, trace.getInt());
        trace.position(24);
        long data = 0;
        int packets = 0;
        while (trace.hasRemaining()) {
            trace.position(trace.position() + 8);
            int length = trace.getInt();
            assertEquals(length, trace.getInt());
            assertEquals(0x45, trace.get(trace.position()));
            assertEquals(length, trace.getShort(trace.position() + 2) & 0xffff);
            data += length - 40;
            packets++;
            trace.position(trace.position() + length);
        }
        assertTrue(data > 300_000 && data < 310_000, data + " bytes");
        assertTrue(packets > 20, packets + " packets");
    }

    /** Everything that can be negotiated, a rejection and aborts of both sides, as an SCP of ours answers it. */
    private Path tracedAtTheScp() throws IOException {
        Path trace = folder.resolve("scp.pcap");
        UserInformation everything = UserInformation.of(16384, "1.2.3", "RAW")
                .with(new AsynchronousOperationsWindow(4, 4))
                .withRoles(List.of(new RoleSelection(UID.CTImageStorage, true, true)))
                .withExtended(List.of(new ExtendedNegotiation(UID.CTImageStorage, new byte[] {2, 0, 1, 0})),
                        List.of(new CommonExtendedNegotiation("1.2.3.4.5", UID.Storage, List.of())))
                .with(UserIdentityRQ.passcode("user", "secret", true));
        AccessPolicy policy = new AccessPolicy() {
            @Override
            public Optional<AAssociateRJ.Reason> refuse(ConnectionInfo connection, AAssociateRQ request) {
                return request.callingAETitle().equals("STRANGER")
                        ? Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED) : Optional.empty();
            }

            @Override
            public Optional<UserIdentityAC> identityResponse(AAssociateRQ request) {
                return Optional.of(new UserIdentityAC("ticket".getBytes(StandardCharsets.US_ASCII)));
            }
        };
        List<ProposedContext> contexts = RawPeer.REQUEST.presentationContexts();
        try (WireTrace wire = WireTrace.to(trace);
             StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP").withListener(wire), Loopback.ANY_PORT,
                     StorageOptions.defaults().with(policy), Store.discarding())) {
            int port = scp.address().getPort();
            try (RawPeer peer = RawPeer.connect(port)) {
                peer.send(AAssociateRQ.of("SCP", "RAW", contexts, everything));
                assertEquals(PduType.A_ASSOCIATE_AC, peer.read().type());
                peer.send(new AReleaseRQ());
                assertEquals(PduType.A_RELEASE_RP, peer.read().type());
            }
            try (RawPeer peer = RawPeer.connect(port)) {
                peer.send(AAssociateRQ.of("SCP", "STRANGER", contexts, everything));
                assertEquals(PduType.A_ASSOCIATE_RJ, peer.read().type());
            }
            try (RawPeer peer = RawPeer.associate(port)) {
                peer.send(new AReleaseRP());
                assertEquals(PduType.A_ABORT, peer.read().type());
            }
            try (RawPeer peer = RawPeer.associate(port)) {
                peer.send(AAbort.BY_USER);
                peer.readToEnd();
            }
        }
        return trace;
    }

    @Test
    void tsharkFindsNothingMalformed() throws IOException {
        Dcmtk.assumeInstalled("tshark");
        assertSound(traced(), "0x01", "0x02", "0x04", "0x05", "0x06");
        assertSound(tracedAtTheScp(), "0x01", "0x02", "0x03", "0x05", "0x06", "0x07");
    }

    /** tshark sees PDUs of these types, and none with a warning. */
    private static void assertSound(Path trace, String... pduTypes) throws IOException {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", trace.toString(), "-o",
                "dicom.tcp.port:1-65535", "-T", "fields", "-e", "dicom.pdu.type", "-e", "_ws.expert.message", "-e",
                "_ws.malformed", "-Y", "dicom"));
        Dcmtk.Result types = Dcmtk.run(command);
        assertEquals(0, types.code(), types.output());
        for (String type : pduTypes) {
            assertTrue(types.output().contains(type), type + " in " + types.output());
        }
        Dcmtk.Result wrong = Dcmtk.run(List.of("tshark", "-r", trace.toString(), "-o", "dicom.tcp.port:1-65535", "-Y",
                // That there is a rejection or an abort it calls a warning, however sound they are.
                "_ws.malformed || _ws.expert.severity >= 0x600000 && dicom.pdu.type != 3 && dicom.pdu.type != 7"));
        String packets = wrong.output().lines().filter(line -> !line.startsWith("Running as user"))
                .reduce("", (a, b) -> a + b + "\n");
        assertEquals("", packets);
    }

    @Test
    void aListenerHearsOfEachStep() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        AssociationListener listener = new AssociationListener() {
            @Override
            public void opened(ConnectionInfo connection) {
                heard.add("opened");
            }

            @Override
            public void requested(ConnectionInfo connection, AAssociateRQ request) {
                heard.add("requested by " + request.callingAETitle());
            }

            @Override
            public void accepted(ConnectionInfo connection, AAssociateAC answer) {
                heard.add("accepted");
            }

            @Override
            public void sent(ConnectionInfo connection, Pdu pdu) {
                heard.add("sent " + pdu.type());
            }

            @Override
            public void received(ConnectionInfo connection, Pdu pdu) {
                heard.add("received " + pdu.type());
            }

            @Override
            public void received(ConnectionInfo connection, org.bitewing.net.dimse.CommandSet command) {
                heard.add("received " + command.field());
            }

            @Override
            public void sending(ConnectionInfo connection, org.bitewing.net.dimse.CommandSet command) {
                heard.add("sending " + command.field());
            }

            @Override
            public void ended(ConnectionInfo connection, AssociationEnd end) {
                heard.add("ended " + end);
            }
        };
        try (StorageScp scp = Loopback.scp(Store.discarding())) {
            EchoScu.echo(ApplicationEntity.of("ME").withListener(listener.and(AssociationListener.NONE)), "127.0.0.1",
                    scp.address().getPort(), "SCP");
        }
        assertEquals(List.of("opened", "requested by ME", "sent A-ASSOCIATE-RQ", "received A-ASSOCIATE-AC", "accepted",
                "sending C-ECHO-RQ", "received P-DATA-TF", "received C-ECHO-RSP", "sent A-RELEASE-RQ",
                "received A-RELEASE-RP", "ended RELEASED"), heard);
    }
}
