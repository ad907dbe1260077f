package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AReleaseRQ;
import org.bitewing.net.pdu.PduWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred hostile peers at once, of every kind, while others want to be served. */
@Timeout(120)
class SiegeTest {
    private static final int PEERS = 200;
    private static final int ECHOES = 30;

    @TempDir
    Path folder;

    /** What a peer does after it has sent something: as if its cable were cut, its program dead, its user evil. */
    private enum Attack {
        SILENCE, ASSOCIATED_SILENCE, BYTE_BY_BYTE, HALF_CLOSED, NOISE, NOISE_WITHIN, HALF_AN_OBJECT, FLOOD,
        EMPTY_FRAGMENTS, NO_READING, RELEASE_WITHOUT_CLOSING;

        /** Attacks until the siege is over; whatever the server does to it is well done. */
        void on(int port, int seed, CompletableFuture<Void> over) throws IOException {
            boolean isAssociated = this != SILENCE && this != BYTE_BY_BYTE && this != NOISE && this != HALF_CLOSED;
            try (RawPeer peer = isAssociated ? RawPeer.associate(port) : RawPeer.connect(port)) {
                attack(peer, seed);
                over.join();
            } catch (SocketException e) {
                // The server has closed the connection.
                return;
            }
        }

        private void attack(RawPeer peer, int seed) throws IOException {
            byte[] noise = new byte[100_000];
            new Random(seed).nextBytes(noise);
            switch (this) {
                case SILENCE, ASSOCIATED_SILENCE -> {
                    // That is all.
                }
                case BYTE_BY_BYTE -> {
                    for (byte b : PduWriter.toBytes(RawPeer.REQUEST)) {
                        peer.send(b);
                        Thread.yield();
                    }
                }
                case HALF_CLOSED -> {
                    peer.send(Arrays.copyOf(PduWriter.toBytes(RawPeer.REQUEST), 50));
                    peer.socket.shutdownOutput();
                }
                case NOISE, NOISE_WITHIN -> peer.send(noise);
                case HALF_AN_OBJECT -> peer.sendStore("1.2." + seed).send(3, false, false, noise);
                case FLOOD -> {
                    peer.sendStore("1.3." + seed);
                    for (int i = 0; i < 100; i++) {
                        peer.send(3, false, false, noise);
                    }
                }
                case EMPTY_FRAGMENTS -> {
                    for (int i = 0; i < 1000; i++) {
                        peer.send(1, true, false);
                    }
                }
                case NO_READING -> {
                    byte[] echo = CommandSet.echoRequest(1).toBytes();
                    for (int i = 0; i < 1000; i++) {
                        peer.send(1, true, true, echo);
                    }
                }
                case RELEASE_WITHOUT_CLOSING -> peer.send(new AReleaseRQ());
            }
        }
    }

    @Test
    void othersAreServedMeanwhile() throws IOException {
        Path in = folder.resolve("in");
        List<CompletableFuture<Void>> attackers = new ArrayList<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        AtomicInteger broken = new AtomicInteger();
        try (StorageScp scp = Loopback.scp(Store.toFolder(in).withoutSync())) {
            int port = scp.address().getPort();
            for (int i = 0; i < PEERS; i++) {
                Attack attack = Attack.values()[i % Attack.values().length];
                int seed = i;
                attackers.add(CompletableFuture.runAsync(() -> {
                    try {
                        attack.on(port, seed, over);
                    } catch (IOException e) {
                        broken.incrementAndGet();
                    }
                }, Loopback.THREADS));
            }
            for (int i = 0; i < ECHOES; i++) {
                assertEquals(Status.SUCCESS, EchoScu.echo(ApplicationEntity.of("ECHO"), "127.0.0.1", port, "SCP"));
            }
            Path object = Objects.write(folder, "1.2.3", 100_000);
            assertEquals(1, StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", port, "SCP")
                    .send(List.of(OutgoingObject.of(object))).stored());
            over.complete(null);
            attackers.forEach(CompletableFuture::join);
        }
        assertTrue(broken.get() < PEERS / 2, broken + " attackers did not come to their attack");
        try (Stream<Path> files = Files.list(in)) {
            assertEquals(List.of("1.2.3.dcm"), files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
