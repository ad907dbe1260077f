package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bitewing.net.pdu.PduMemory;

/**
 * Takes associations at a port and serves them, many at a time (PS3.8 7.1, PS3.4). Its accepting thread keeps the
 * process alive until {@link #close()}. Thread-safe.
 */
public final class AssociationServer implements Closeable {
    private static final int BACKLOG = 512;
    /** Connections that are no association yet, beyond the associations that may be; and as many that are being closed. */
    private static final int UNDECIDED = 512;
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ApplicationEntity entity;
    private final List<Service> services;
    private final AccessPolicy policy;
    private final int mostAssociations;
    private final ServerSocket socket;
    private final Executor executor;
    private final Counters counters;
    private final PduMemory memory = PduMemory.usual();
    private final Set<Acceptor> acceptors = ConcurrentHashMap.newKeySet();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Undecided undecided = new Undecided();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger associations = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean stopping;

    private AssociationServer(ApplicationEntity entity, ServerSocket socket, List<Service> services,
                              AccessPolicy policy, int mostAssociations, Counters counters) {
        this.entity = entity;
        this.socket = socket;
        this.services = List.copyOf(services);
        this.policy = Objects.requireNonNull(policy, "policy");
        this.mostAssociations = mostAssociations;
        this.counters = counters;
        this.executor = entity.executor().orElseGet(ServerThreads::start);
    }

    /**
     * Starts to listen.
     *
     * @param entity           time-outs, TLS, limits, listener and threads; its title is not looked at
     * @param address          where to listen; port 0 for any that is free
     * @param services         what is offered; of two for one abstract syntax the first serves
     * @param policy           who may associate
     * @param mostAssociations how many there may be at a time, 1 or more; others are rejected for now
     * @return a server that is listening
     * @throws IOException where the address cannot be had
     */
    public static AssociationServer listen(ApplicationEntity entity, InetSocketAddress address,
                                           List<Service> services, AccessPolicy policy, int mostAssociations)
            throws IOException {
        return listen(entity, address, services, policy, mostAssociations, new Counters());
    }

    static AssociationServer listen(ApplicationEntity entity, InetSocketAddress address, List<Service> services,
                                    AccessPolicy policy, int mostAssociations, Counters counters) throws IOException {
        if (mostAssociations < 1) {
            throw new IllegalArgumentException("at least 1 association, not " + mostAssociations);
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        AssociationServer server = new AssociationServer(entity, socket, services, policy, mostAssociations,
                counters);
        new Thread(server::accept, "bitewing-net-accept").start();
        return server;
    }

    /**
     * Where it listens.
     *
     * @return address and port
     */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /**
     * What happened so far.
     *
     * @return counters that go on counting
     */
    public Counters counters() {
        return counters;
    }

    private void accept() {
        while (!stopping) {
            try {
                Socket peer = socket.accept();
                int count = connections.incrementAndGet();
                if (count > mostAssociations + 2L * UNDECIDED) {
                    disconnected();
                    peer.close();
                    continue;
                }
                if (count > mostAssociations + UNDECIDED) {
                    undecided.takeOldest().ifPresent(AssociationServer::closeQuietly);
                }
                start(peer);
            } catch (IOException | OutOfMemoryError e) {
                pause(e);
            }
        }
    }

    private void start(Socket peer) throws IOException {
        undecided.add(peer);
        counters.connection();
        if (stopping) {
            // Too late to be among those that are closed.
            closeQuietly(peer);
        }
        try {
            executor.execute(() -> serve(peer));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            undecided.remove(peer);
            // No thread is left for it: the peer may try again.
            if (!stopping) {
                entity.listener().noted(Level.WARNING, "no thread for a connection", e);
            }
            disconnected();
            peer.close();
        }
    }

    /** Out of file descriptors and the like passes; a loop that does not wait would only make it worse. */
    private void pause(Throwable cause) {
        if (!stopping) {
            entity.listener().noted(Level.WARNING, "no connection could be taken", cause);
            try {
                Thread.sleep(AFTER_FAILURE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void serve(Socket peer) {
        Acceptor acceptor = null;
        sockets.add(peer);
        try {
            acceptor = new Acceptor(this, services, () -> undecided.remove(peer),
                    new UpperLayerConnection(Transport.accepted(entity, peer), entity, memory));
            acceptors.add(acceptor);
            if (stopping) {
                acceptor.stop();
            }
            acceptor.serve();
        } catch (IOException e) {
            // The handshake of TLS failed, or the peer is gone already.
            entity.listener().noted(Level.DEBUG, "a connection from " + peer.getInetAddress().getHostAddress()
                    + " was given up", e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            entity.listener().noted(Level.ERROR, "an association ended by a mistake of this program", e);
        } finally {
            if (acceptor != null) {
                acceptors.remove(acceptor);
            }
            closeQuietly(peer);
            sockets.remove(peer);
            undecided.remove(peer);
            disconnected();
        }
    }

    private static void closeQuietly(Socket peer) {
        try {
            peer.close();
        } catch (IOException e) {
            // It is gone, which is all that closing wants.
            return;
        }
    }

    private void disconnected() {
        if (connections.decrementAndGet() == 0) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Counts an association to be; false where there are enough, or this is stopping. */
    boolean associationStarts() {
        if (stopping) {
            return false;
        }
        if (associations.incrementAndGet() > mostAssociations) {
            associations.decrementAndGet();
            return false;
        }
        return true;
    }

    void associationEnded() {
        associations.decrementAndGet();
    }

    ApplicationEntity entity() {
        return entity;
    }

    AccessPolicy policy() {
        return policy;
    }

    /**
     * Stops: takes no new associations, aborts those that wait for their next message, lets others finish the message
     * that is under way, and gives up what is not done in time.
     *
     * @param patience how long others may take
     * @return true where all ended in time
     */
    public boolean stop(Duration patience) {
        stopping = true;
        try {
            socket.close();
        } catch (IOException e) {
            entity.listener().noted(Level.WARNING, "the listening socket did not close", e);
        }
        acceptors.forEach(Acceptor::stop);
        // Those in a TLS handshake have no acceptor yet.
        for (Optional<Socket> next = undecided.takeOldest(); next.isPresent(); next = undecided.takeOldest()) {
            closeQuietly(next.get());
        }
        boolean inTime = awaitIdle(patience);
        if (!inTime) {
            sockets.forEach(AssociationServer::closeQuietly);
            awaitIdle(Duration.ofSeconds(1));
        }
        if (entity.executor().isEmpty() && executor instanceof ExecutorService own) {
            own.shutdown();
        }
        return inTime;
    }

    private boolean awaitIdle(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (connections.get() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return connections.get() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Stops, with 10 seconds of patience. */
    @Override
    public void close() {
        stop(STOP);
    }
}
