package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.MessageWriter;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AnsweredContext;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on a storage SCU: whatever the peer answers, each object has a result, and soon. */
@Timeout(120)
class HostileScpTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    /** What an SCP sends that takes one object of the context 1. */
    private static byte[] recording() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PduWriter.toBytes(AAssociateAC.answering(RawPeer.REQUEST,
                List.of(new AnsweredContext(1, 0, UID.ExplicitVRLittleEndian)),
                UserInformation.of(16384, "1.2.3", "PEER"))));
        new MessageWriter(bytes::write, 16384).send(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3",
                CommandSet.Priority.MEDIUM).response(Status.SUCCESS));
        bytes.writeBytes(PduWriter.toBytes(new AReleaseRP()));
        return bytes.toByteArray();
    }

    /** A peer who answers anything with these bytes. */
    private static CompletableFuture<Void> answering(ServerSocket server, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try (RawPeer peer = new RawPeer(server.accept())) {
                peer.send(bytes);
                peer.socket.shutdownOutput();
                peer.socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The SCU has had enough, which is its right.
                return;
            }
        }, Loopback.THREADS);
    }

    private SendResult send(OutgoingObject object, byte[] answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> peer = answering(server, answer);
            SendReport report = StorageSender.to(ApplicationEntity.of("ME").withTimeouts(Loopback.IMPATIENT),
                    "127.0.0.1", server.getLocalPort(), "PEER").send(List.of(object));
            peer.join();
            assertEquals(1, report.results().size());
            return report.results().get(0);
        }
    }

    @Test
    void theRecordingItselfStoresTheObject() throws IOException {
        OutgoingObject object = OutgoingObject.of(Objects.write(folder, "1.2.3", 100));
        assertEquals(SendResult.Outcome.STORED, send(object, recording()).outcome());
    }

    @Test
    void mutationsOfAnswersEndInAResult() throws IOException {
        OutgoingObject object = OutgoingObject.of(Objects.write(folder, "1.2.3", 50_000));
        byte[] recording = recording();
        Random random = new Random(20260104);
        Map<SendResult.Outcome, Integer> outcomes = new EnumMap<>(SendResult.Outcome.class);
        List<String> unexplained = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = Arrays.copyOf(recording, round % 3 == 0 ? random.nextInt(recording.length)
                    : recording.length);
            for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            SendResult result = send(object, bytes);
            outcomes.merge(result.outcome(), 1, Integer::sum);
            if (result.outcome() != SendResult.Outcome.STORED && result.message().isBlank()) {
                unexplained.add("round " + round);
            }
        }
        assertEquals(List.of(), unexplained);
        assertTrue(outcomes.getOrDefault(SendResult.Outcome.FAILED, 0) > 10, outcomes.toString());
        assertTrue(outcomes.getOrDefault(SendResult.Outcome.NOT_SENT, 0) > 10, outcomes.toString());
    }
}
