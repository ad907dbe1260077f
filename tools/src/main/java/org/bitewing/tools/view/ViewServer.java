package org.bitewing.tools.view;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The viewer's server: on loopback only, at an address that cannot be guessed, until it is closed. It reads what it was
 * started for and nothing else, and writes nothing.
 */
final class ViewServer implements AutoCloseable {
    /** 144 bits: nobody guesses them, and they need no padding as text. */
    private static final int TOKEN_BYTES = 18;
    /** Each connection that is slow takes one; what is beyond waits. */
    private static final int CONNECTIONS = 128;
    private static final int BACKLOG = 256;
    private static final int STOP_SECONDS = 1;

    private final HttpServer server;
    private final ThreadPoolExecutor connections;
    private final Scan scan;
    private final Catalog catalog;
    private final Work work;
    private final RequestGuard guard;
    private final URI address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ViewServer(HttpServer server, List<Path> paths, boolean followLinks) {
        this.server = server;
        int port = server.getAddress().getPort();
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.address = URI.create("http://127.0.0.1:" + port + "/" + token + "/");
        this.catalog = new Catalog(title(paths));
        this.work = new Work();
        this.scan = Scan.start(paths, followLinks, catalog);
        this.guard = new RequestGuard(port, token, new Api(catalog, work));
        this.connections = new ThreadPoolExecutor(CONNECTIONS, CONNECTIONS, 5, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "bitewing-http");
                    thread.setDaemon(true);
                    return thread;
                });
        connections.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts a server; the catalog is filled in the background.
     *
     * @param paths files, folders, zip files and DICOMDIRs
     * @param port  0 for one that is free
     * @return the running server
     * @throws IOException where the port is taken
     */
    static ViewServer start(List<Path> paths, int port) throws IOException {
        return start(paths, port, false);
    }

    /** As {@link #start(List, int)}, with links in folders followed wherever they lead. */
    static ViewServer start(List<Path> paths, int port, boolean followLinks) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        HttpServer server = HttpServer.create(loopback, BACKLOG);
        ViewServer made = new ViewServer(server, paths, followLinks);
        server.createContext("/", made.guard);
        server.setExecutor(made.connections);
        server.start();
        return made;
    }

    /** The names of what is shown, without their folders. */
    static String title(List<Path> paths) {
        StringJoiner title = new StringJoiner(", ");
        for (Path path : paths) {
            Path name = path.toAbsolutePath().normalize().getFileName();
            title.add(name == null ? path.toString() : name.toString());
        }
        return title.toString();
    }

    /** Where the page is: a secret, as who knows it may look. */
    URI address() {
        return address;
    }

    Catalog catalog() {
        return catalog;
    }

    /** When somebody last asked for something, or the server was started: of {@link System#nanoTime()}. */
    long lastRequest() {
        return guard.lastRequest();
    }

    /** Lets answers that are on their way go on for a second, then stops. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.stop(guard.isActive() ? STOP_SECONDS : 0);
        connections.shutdownNow();
        work.close();
        scan.close();
    }
}
