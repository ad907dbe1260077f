package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AReleaseRP;
import org.bitewing.net.pdu.AReleaseRQ;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by means of TLS: handshakes that do not end, and handshakes without end. */
@Timeout(120)
class HostileTlsTest {
    private static final int HALF_OPEN = 100;
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

    @TempDir
    static Path keyFolder;
    private static Tls server;
    private static Tls client;

    @BeforeAll
    static void makeKeys() throws Exception {
        Keys keys = new Keys(keyFolder).selfSigned("server", "EC").selfSigned("client", "EC");
        server = keys.tls("server", "client");
        client = keys.tls("client", "server");
    }

    private static StorageScp scp(Timeouts timeouts) throws IOException {
        return StorageScp.listen(ApplicationEntity.of("SCP").withTls(server).withTimeouts(timeouts),
                Loopback.ANY_PORT, StorageOptions.defaults(), Store.discarding());
    }

    /** An echo that does not wait as long as the server does for a handshake. */
    private static Status echo(StorageScp scp) throws IOException {
        Duration shorter = LONGEST_HANDSHAKE.minusSeconds(2);
        return EchoScu.echo(ApplicationEntity.of("ME").withTls(client).withTimeouts(new Timeouts(shorter, shorter,
                shorter, shorter, shorter)), "127.0.0.1", scp.address().getPort(), "SCP");
    }

    private static SSLSocket secured(StorageScp scp, String version) throws IOException {
        SSLSocket socket = client.client(new Socket(InetAddress.getLoopbackAddress(), scp.address().getPort()),
                scp.address());
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    /** The start of a ClientHello, its length a promise: the record and the handshake message are never whole. */
    private static byte[] startOfHello(int count) {
        byte[] hello = {22, 3, 1, 1, 0, 1, 0, 0, (byte) 0xfc, 3, 3, 7, 7, 7, 7, 7, 7, 7, 7};
        return java.util.Arrays.copyOf(hello, count % (hello.length + 1));
    }

    @Test
    void handshakesThatDoNotEndKeepNobodyWaitingAndAreGivenUp() throws Exception {
        try (StorageScp scp = scp(Timeouts.defaults().withAssociate(LONGEST_HANDSHAKE))) {
            List<Socket> halfOpen = new ArrayList<>();
            for (int i = 0; i < HALF_OPEN; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), scp.address().getPort());
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(startOfHello(i));
                halfOpen.add(socket);
            }
            Thread trickle = new Thread(() -> trickle(halfOpen.get(HALF_OPEN - 1)));
            trickle.start();

            assertEquals(Status.SUCCESS, echo(scp));

            for (Socket socket : halfOpen) {
                assertTrue(ends(socket));
                socket.close();
            }
            trickle.join();
        }
    }

    @Test
    void handshakesThatDoNotEndKeepNoServerFromStopping() throws IOException {
        try (StorageScp scp = scp(Timeouts.defaults().withAssociate(Duration.ofMinutes(5)));
             Socket socket = new Socket(InetAddress.getLoopbackAddress(), scp.address().getPort())) {
            socket.getOutputStream().write(startOfHello(10));
            while (scp.counters().connections() == 0) {
                Thread.onSpinWait();
            }
            assertTrue(scp.stop(Duration.ofMinutes(1)));
            assertTrue(ends(socket));
        }
    }

    /** A byte at a time, each long before the time-out of a single read. */
    private static void trickle(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(7);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The connection was given up, which is what the test waits for.
            return;
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            // What comes before the end is an alert.
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void aSecondHandshakeEndsTheConnection() throws IOException {
        try (StorageScp scp = scp(Timeouts.defaults())) {
            try (RawPeer peer = new RawPeer(secured(scp, "TLSv1.2"))) {
                peer.send(RawPeer.REQUEST).read();
                peer.send(1, true, true, CommandSet.echoRequest(1).toBytes());
                assertEquals(Status.SUCCESS, peer.readCommand().status());

                assertEquals(Optional.empty(), afterAnotherHandshake(peer));
            }
            assertEquals(Status.SUCCESS, EchoScu.echo(ApplicationEntity.of("ME").withTls(client), "127.0.0.1",
                    scp.address().getPort(), "SCP"));
        }
    }

    /** The response to an echo after a renegotiation; empty where the connection ended. */
    private static Optional<Status> afterAnotherHandshake(RawPeer peer) throws IOException {
        try {
            ((SSLSocket) peer.socket).startHandshake();
            peer.send(1, true, true, CommandSet.echoRequest(2).toBytes());
            for (int i = 3; i < 1000; i++) {
                // The server is told of the handshake by another thread: it may answer some more.
                peer.readCommand();
                peer.send(1, true, true, CommandSet.echoRequest(i).toBytes());
            }
            return Optional.of(peer.readCommand().status());
        } catch (SSLException | SocketException | EOFException e) {
            return Optional.empty();
        }
    }

    @Test
    void newKeysAreNoSecondHandshake() throws IOException {
        try (StorageScp scp = scp(Timeouts.defaults()); RawPeer peer = new RawPeer(secured(scp, "TLSv1.3"))) {
            peer.send(RawPeer.REQUEST).read();
            // With TLS 1.3, this is a KeyUpdate (RFC 8446 4.6.3).
            ((SSLSocket) peer.socket).startHandshake();
            peer.send(1, true, true, CommandSet.echoRequest(1).toBytes());
            assertEquals(Status.SUCCESS, peer.readCommand().status());
            peer.send(new AReleaseRQ());
            assertEquals(new AReleaseRP(), peer.read());
        }
    }
}
