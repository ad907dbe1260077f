package org.bitewing.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Servers and clients of tests, on the loopback address and any free port. */
final class Loopback {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    /** For tests in which a peer stays silent. */
    static final Timeouts IMPATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400));
    /** The peer of somebody who waits for a second at most. */
    static final ApplicationEntity WITHIN_A_SECOND = ApplicationEntity.of("ECHO").withTimeouts(new Timeouts(
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
            Duration.ofSeconds(1)));

    /** A thread for each task: the common pool may have but one, which a task that waits for another would block. */
    static final Executor THREADS = task -> new Thread(task, "test").start();

    private Loopback() {
    }

    static StorageScp scp(Store store) throws IOException {
        return StorageScp.listen(ApplicationEntity.of("SCP"), ANY_PORT, StorageOptions.defaults(), store);
    }

    static StorageScp impatientScp(Store store) throws IOException {
        return StorageScp.listen(ApplicationEntity.of("SCP").withTimeouts(IMPATIENT), ANY_PORT,
                StorageOptions.defaults(), store);
    }
}
