package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The options of a transport connection. */
@Timeout(60)
class TransportTest {
    private static final int TURNS = 20;

    /** Answers a byte with a byte, one way or the other, as a conversation that the kernel takes for interactive. */
    private interface Side {
        void answer() throws IOException;
    }

    private static void converse(Socket client, Side server) throws IOException {
        client.setTcpNoDelay(true);
        for (int i = 0; i < TURNS; i++) {
            client.getOutputStream().write(i);
            server.answer();
            assertEquals(i, client.getInputStream().read());
        }
        client.getOutputStream().write(TURNS);
    }

    /** Whether the kernel delays acknowledgements where nobody tells it not to. */
    private static boolean delays(ServerSocket listening) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
             Socket server = listening.accept()) {
            server.setTcpNoDelay(true);
            converse(client, () -> server.getOutputStream().write(server.getInputStream().read()));
            assertEquals(TURNS, server.getInputStream().read());
            return !server.getOption(ExtendedSocketOptions.TCP_QUICKACK);
        }
    }

    @Test
    void whatComesIsAcknowledgedAtOnceAndWhatGoesIsNotHeldBack() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            assumeTrue(listening.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK),
                    "TCP_QUICKACK is not there");
            assumeTrue(delays(listening), "this system acknowledges at once anyway");
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
                 Socket server = listening.accept()) {
                assertFalse(server.getTcpNoDelay());
                Transport transport = Transport.accepted(ApplicationEntity.of("SCP"), server);
                transport.readUntil(Monotonic.now() + Duration.ofSeconds(30).toNanos());
                InputStream in = transport.input();
                converse(client, () -> transport.write(new byte[] {(byte) in.read()}, 0, 1, Duration.ofSeconds(30)));
                assertEquals(TURNS, in.read());
                assertTrue(server.getOption(ExtendedSocketOptions.TCP_QUICKACK));
                assertTrue(server.getTcpNoDelay());
                transport.close();
            }
        }
    }
}
