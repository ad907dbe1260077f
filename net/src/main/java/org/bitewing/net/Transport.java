package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/**
 * A transport connection (PS3.8 9.1), plain or TLS: a socket whose reads end at a deadline and whose writes are
 * watched. Nagle's algorithm is off, and what is received is acknowledged at once where the platform can do that: a
 * peer that leaves Nagle on would otherwise wait 40 ms for each of our delayed acknowledgements. One thread reads;
 * writes are serialised by the caller; any thread may close.
 */
final class Transport implements Closeable {
    /** What the watchdog waits beyond a deadline that the socket itself should keep. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();
    /**
     * What waits for a peer on the same machine. With the longer queue that the system would make, a receiver was seen
     * to take a seventh more processor time. On a network the system finds out what suits.
     */
    private static final int LOOPBACK_QUEUE = 1 << 16;
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final long NEVER = Long.MAX_VALUE;

    private final Socket plain;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ConnectionInfo info;
    private final boolean quickAcknowledge;
    private final Future<?> watch;
    private long readDeadline;
    private volatile long readOverdue = NEVER;
    private volatile long writeOverdue = NEVER;
    private volatile long closeOverdue = NEVER;

    private Transport(Socket plain, Socket socket, boolean isRequestor, Future<?> handshakeWatch) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.info = new ConnectionInfo(NUMBER.incrementAndGet(), isRequestor,
                (InetSocketAddress) plain.getLocalSocketAddress(), (InetSocketAddress) plain.getRemoteSocketAddress(),
                socket instanceof SSLSocket tls ? Optional.of(tls.getSession()) : Optional.empty());
        this.quickAcknowledge = plain.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        handshakeWatch.cancel(false);
        this.watch = Watchdog.watch(this::check);
    }

    /** Opens a connection (AE-1); with TLS, after its handshake. */
    static Transport connect(ApplicationEntity entity, InetSocketAddress address) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            if (!address.isUnresolved() && address.getAddress().isLoopbackAddress()) {
                plain.setSendBufferSize(LOOPBACK_QUEUE);
            }
            plain.connect(address, (int) Math.min(Integer.MAX_VALUE, entity.timeouts().connect().toMillis()));
            return secured(entity, plain, Optional.of(address));
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Takes a connection that a peer opened; with TLS, after its handshake. */
    static Transport accepted(ApplicationEntity entity, Socket plain) throws IOException {
        try {
            plain.setTcpNoDelay(true);
            return secured(entity, plain, Optional.empty());
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Transport secured(ApplicationEntity entity, Socket plain, Optional<InetSocketAddress> address)
            throws IOException {
        long overdue = Monotonic.now() + entity.timeouts().associate().toNanos();
        Future<?> handshakeWatch = Watchdog.watch(() -> {
            if (Monotonic.now() > overdue) {
                closeQuietly(plain);
            }
        });
        try {
            Socket socket = plain;
            if (entity.tls().isPresent()) {
                Tls tls = entity.tls().get();
                SSLSocket secure = address.isPresent() ? tls.client(plain, address.get()) : tls.server(plain);
                secure.setSoTimeout((int) Math.min(Integer.MAX_VALUE, entity.timeouts().associate().toMillis()));
                secure.startHandshake();
                // RFC 9325 3.5: nobody needs another handshake, and each costs us more than who asks for it.
                secure.addHandshakeCompletedListener(again -> closeQuietly(plain));
                socket = secure;
            }
            return new Transport(plain, socket, address.isPresent(), handshakeWatch);
        } catch (IOException | RuntimeException e) {
            handshakeWatch.cancel(false);
            throw e;
        }
    }

    ConnectionInfo info() {
        return info;
    }

    /** Until when reads wait, as {@link Monotonic#now()} tells the time. */
    void readUntil(long deadline) {
        readDeadline = deadline;
        readOverdue = later(deadline);
    }

    /** Ends the connection at a time, whatever anybody waits for. */
    void closeAt(long deadline) {
        closeOverdue = later(deadline);
    }

    void closeNever() {
        closeOverdue = NEVER;
    }

    /** What the peer sends; a read that does not end in time is a {@link SocketTimeoutException}. */
    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                // Rounded up, so that what waits for a deadline does not wake before it.
                long left = (readDeadline - Monotonic.now() + 999_999) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("nothing came in time");
                }
                socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
                int count = in.read(target, offset, length);
                if (quickAcknowledge && count > 0) {
                    // The kernel takes it back as it likes, so it is said each time.
                    plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                }
                return count;
            }
        };
    }

    /** Whether bytes are here: some of the peer's, or with TLS at least some of the connection's. */
    boolean hasInput() throws IOException {
        return in.available() > 0 || plain.getInputStream().available() > 0;
    }

    /** Writes, unless the peer does not take it in time. */
    void write(byte[] bytes, int offset, int length, Duration timeout) throws IOException {
        writeOverdue = Monotonic.now() + timeout.toNanos();
        try {
            out.write(bytes, offset, length);
            out.flush();
        } finally {
            writeOverdue = NEVER;
        }
    }

    private void check() {
        long now = Monotonic.now();
        if (now > readOverdue || now > writeOverdue || now > closeOverdue) {
            abandon();
        }
    }

    private static long later(long deadline) {
        return deadline > NEVER - GRACE_NANOS ? NEVER : deadline + GRACE_NANOS;
    }

    /** Whether reading is not under way, so that a deadline that has passed means nothing. */
    void readingDone() {
        readOverdue = NEVER;
    }

    /** Closes both directions; nobody may be writing. TLS says farewell first, which the watchdog bounds. */
    @Override
    public void close() {
        if (socket != plain) {
            writeOverdue = Monotonic.now() + GRACE_NANOS;
            closeQuietly(socket);
        }
        abandon();
    }

    /** Closes the connection at once, whoever is using it. */
    void abandon() {
        watch.cancel(false);
        closeQuietly(plain);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // There is nobody left to tell.
            return;
        }
    }
}
