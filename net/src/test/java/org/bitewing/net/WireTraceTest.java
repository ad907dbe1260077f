package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.UserIdentityRQ;
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
                    .withUserIdentity(UserIdentityRQ.username("user", true));
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

    @Test
    void tsharkFindsNothingMalformed() throws IOException {
        Dcmtk.assumeInstalled("tshark");
        Path trace = traced();
        List<String> command = new ArrayList<>(List.of("tshark", "-r", trace.toString(), "-o",
                "dicom.tcp.port:1-65535", "-T", "fields", "-e", "dicom.pdu.type", "-e", "_ws.expert.message", "-e",
                "_ws.malformed", "-Y", "dicom"));
        Dcmtk.Result types = Dcmtk.run(command);
        assertEquals(0, types.code(), types.output());
        for (String type : List.of("0x01", "0x02", "0x04", "0x05", "0x06")) {
            assertTrue(types.output().contains(type), type + " in " + types.output());
        }
        Dcmtk.Result wrong = Dcmtk.run(List.of("tshark", "-r", trace.toString(), "-o", "dicom.tcp.port:1-65535", "-Y",
                "_ws.malformed || _ws.expert.severity >= 0x600000"));
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
