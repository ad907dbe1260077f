package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AReleaseRQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand connections, one after the other, that end in every way there is: nothing of them stays. */
@Timeout(240)
class ManyConnectionsTest {
    private static final int CONNECTIONS = 5_000;
    private static final int WARM_UP = 100;
    /** Threads that come and go with the JVM itself, or are kept for the next peers. */
    private static final int SPARE = 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);

    @TempDir
    Path folder;

    /** How one ends: nothing said, half a header, an association that is released, aborted or left, half an object. */
    private static void connect(int port, int number) throws IOException {
        int way = number % 6;
        try (RawPeer peer = way < 2 ? RawPeer.connect(port) : RawPeer.associate(port)) {
            switch (way) {
                case 1 -> peer.send(new byte[] {1, 0, 0});
                case 2 -> {
                    peer.send(new AReleaseRQ());
                    peer.read();
                }
                case 3 -> peer.send(AAbort.BY_USER);
                case 4 -> peer.sendStore("1.2." + number).send(3, false, false, new byte[5000]);
                default -> {
                    // It is just gone.
                }
            }
        } catch (SocketException e) {
            throw new IOException("connection " + number, e);
        }
    }

    private static long descriptors() throws IOException {
        Path all = Path.of("/proc/self/fd");
        if (!Files.isDirectory(all)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(all)) {
            return open.count();
        }
    }

    private static void awaitAtMost(String what, long most, Count count) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (count.get() > most && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        long left = count.get();
        assertTrue(left <= most, what + ": " + left + ", at most " + most);
    }

    private interface Count {
        long get() throws IOException;
    }

    @Test
    void nothingStays() throws IOException {
        Path in = folder.resolve("in");
        try (StorageScp scp = Loopback.scp(Store.toFolder(in).withoutSync())) {
            int port = scp.address().getPort();
            for (int i = 0; i < WARM_UP; i++) {
                connect(port, i);
            }
            long threads = Thread.activeCount();
            long descriptors = descriptors();
            for (int i = 0; i < CONNECTIONS; i++) {
                connect(port, i);
            }
            awaitAtMost("threads", threads + SPARE, Thread::activeCount);
            awaitAtMost("descriptors", descriptors + SPARE, ManyConnectionsTest::descriptors);
            awaitAtMost("temporary files", 0, () -> {
                try (Stream<Path> files = Files.list(in)) {
                    return files.count();
                }
            });
            assertEquals(Status.SUCCESS, EchoScu.echo(Loopback.WITHIN_A_SECOND, "127.0.0.1", port, "SCP"));
            assertEquals(0, scp.counters().objects());
        }
        assertEquals(List.of(), List.of(in.toFile().list()));
    }
}
