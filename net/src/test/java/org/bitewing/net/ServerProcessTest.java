package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds when the server is killed, and when its memory is small. */
@Timeout(300)
class ServerProcessTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAndWholeAfterTheServerWasKilled() throws IOException {
        Path in = folder.resolve("in");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        List<OutgoingObject> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(OutgoingObject.of(Objects.write(folder, "1.2.3." + i, 50_000)));
        }
        List<OutgoingObject> left = List.copyOf(all);
        for (int round = 0; round <= ROUNDS; round++) {
            int limit = round == ROUNDS ? Integer.MAX_VALUE : acknowledged.size() + 10 + round;
            try (ServerProcess server = ServerProcess.start(in)) {
                assertWhole(in, acknowledged);
                SendReport report = StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", server.port(), "SCP")
                        .withParallel(3).onResult(result -> {
                            if (result.outcome() == SendResult.Outcome.STORED) {
                                acknowledged.add(result.object().sopInstanceUid());
                                if (acknowledged.size() >= limit) {
                                    server.kill();
                                }
                            }
                        }).send(left);
                left = report.unsent();
            }
            assertWhole(in, acknowledged);
        }
        assertEquals(List.of(), left);
        assertEquals(all.size(), acknowledged.size());
        try (Stream<Path> files = Files.list(in)) {
            assertEquals(List.of(), files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".dcm")).toList());
        }
    }

    /** Every acknowledged object is there, and nothing that has a final name is not whole. */
    private void assertWhole(Path in, Set<String> acknowledged) throws IOException {
        for (String instance : acknowledged) {
            assertTrue(Files.exists(in.resolve(instance + ".dcm")), instance);
        }
        try (Stream<Path> files = Files.list(in)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".dcm")).toList()) {
                assertArrayEquals(Objects.dataSetBytes(folder.resolve(file.getFileName())),
                        Objects.dataSetBytes(file), file.toString());
            }
        }
    }

    @Test
    void twoHundredObjectsAtOnceFitIntoASmallHeap() throws IOException {
        byte[] object = Objects.bare(Objects.ct("1.2.3", 512 << 10));
        int half = object.length / 2;
        try (ServerProcess server = ServerProcess.start(folder.resolve("in"), "-Xmx128m")) {
            List<RawPeer> peers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                peers.add(RawPeer.associate(server.port()).sendStore("1.2.3." + i));
            }
            for (RawPeer peer : peers) {
                sendFragments(peer, object, 0, half, false);
            }
            for (RawPeer peer : peers) {
                sendFragments(peer, object, half, object.length, true);
                assertEquals(Status.SUCCESS, peer.readCommand().status());
                peer.close();
            }
            assertTrue(server.isAlive());
        }
        for (int i = 0; i < 200; i++) {
            assertArrayEquals(object, Objects.dataSetBytes(folder.resolve("in/1.2.3." + i + ".dcm")));
        }
    }

    private static void sendFragments(RawPeer peer, byte[] object, int from, int to, boolean toEnd) throws IOException {
        int most = ApplicationEntity.DEFAULT_PDU_LENGTH - 6;
        for (int at = from; at < to; at += most) {
            int end = Math.min(at + most, to);
            peer.send(3, false, toEnd && end == to, Arrays.copyOfRange(object, at, end));
        }
    }
}
