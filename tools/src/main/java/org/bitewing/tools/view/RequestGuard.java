package org.bitewing.tools.view;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before everything that the server answers: whose page may ask, how, and whether it knows the token. A page of
 * another site that was made to resolve to this machine (DNS rebinding) sends the wrong {@code Host}; one that asks
 * across sites sends its {@code Origin}; none of them knows the token.
 */
final class RequestGuard implements HttpHandler {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] token;
    private final Set<String> hosts;
    private final Set<String> origins;
    private final Api api;
    private final AtomicInteger active = new AtomicInteger();
    private volatile long lastRequest = System.nanoTime();

    RequestGuard(int port, String token, Api api) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port, "http://[::1]:" + port);
        this.api = api;
    }

    /** Whether an answer is on its way. */
    boolean isActive() {
        return active.get() > 0;
    }

    long lastRequest() {
        return lastRequest;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        active.incrementAndGet();
        try (Reply reply = new Reply(exchange)) {
            headers(exchange.getResponseHeaders());
            answer(exchange, reply);
        } finally {
            active.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        Headers asked = exchange.getRequestHeaders();
        if (!isOneOf(asked.get("Host"), hosts)) {
            reply.error(403, "the request is for another host");
        } else if (asked.containsKey("Origin") && !isOneOf(asked.get("Origin"), origins)) {
            reply.error(403, "the request is from another site");
        } else if (!exchange.getRequestMethod().equals("GET") && !exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            reply.error(405, "only GET and HEAD are answered");
        } else {
            String path = exchange.getRequestURI().getRawPath();
            int end = path == null ? -1 : path.indexOf('/', 1);
            if (end < 0 || !isToken(path.substring(1, end))) {
                reply.error(404, "there is nothing here");
                return;
            }
            lastRequest = System.nanoTime();
            api.answer(path.substring(end + 1), exchange.getRequestURI().getRawQuery(), reply);
        }
    }

    private static boolean isOneOf(List<String> values, Set<String> allowed) {
        return values != null && values.size() == 1 && allowed.contains(values.get(0));
    }

    /** In a time that tells nothing of how much was right. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private static void headers(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }
}
