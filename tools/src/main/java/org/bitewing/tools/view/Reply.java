package org.bitewing.tools.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The answer to one request: sent once, and to {@code HEAD} without its body. */
final class Reply implements Closeable {
    static final String JSON = "application/json";
    /** What is held back before the first byte is sent, so that most errors come with their own status. */
    private static final int HELD = 1 << 15;

    private final HttpExchange exchange;
    private boolean sent;
    private boolean broken;

    /** What writes a body. */
    interface Body {
        void write(OutputStream target) throws IOException;
    }

    /** What writes a body of JSON. */
    interface JsonBody {
        void write(Json json) throws IOException;
    }

    Reply(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    /** An answer that has begun cannot become an error any more; it is broken off. */
    void error(int status, String message) throws IOException {
        if (sent) {
            broken = true;
        } else {
            exchange.getResponseHeaders().remove("Content-Disposition");
            bytes(status, JSON, Json.error(message));
        }
    }

    void nothingNew() throws IOException {
        sent = true;
        exchange.sendResponseHeaders(204, -1);
    }

    void bytes(int status, String type, byte[] body) throws IOException {
        sent = true;
        header("Content-Type", type);
        if (isHead()) {
            header("Content-Length", Integer.toString(body.length));
        }
        // A length of 0 would mean that the length is not known.
        exchange.sendResponseHeaders(status, isHead() || body.length == 0 ? -1 : body.length);
        if (!isHead() && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    void json(JsonBody body) throws IOException {
        stream(JSON, target -> {
            Json json = new Json(target);
            body.write(json);
            json.end();
        });
    }

    /** Sends a body of unknown length as it is written. */
    void stream(String type, Body body) throws IOException {
        header("Content-Type", type);
        Held held = new Held();
        body.write(held);
        held.finish();
    }

    private boolean isHead() {
        return exchange.getRequestMethod().equals("HEAD");
    }

    /**
     * Ends the answer.
     *
     * @throws IOException where it was broken off: then the server ends the connection without the mark of the end, so
     *                     that nobody takes the answer as whole
     */
    @Override
    public void close() throws IOException {
        if (broken) {
            throw new IOException("the answer was broken off");
        }
        exchange.close();
    }

    /** Sends the status with the first bytes that no longer fit. */
    private final class Held extends OutputStream {
        private byte[] buffer = new byte[HELD];
        private int filled;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!sent && length <= HELD - filled) {
                System.arraycopy(bytes, offset, buffer, filled, length);
                filled += length;
                return;
            }
            start();
            if (!isHead()) {
                exchange.getResponseBody().write(bytes, offset, length);
            }
        }

        private void start() throws IOException {
            if (!sent) {
                sent = true;
                exchange.sendResponseHeaders(200, isHead() ? -1 : 0);
                if (!isHead()) {
                    exchange.getResponseBody().write(buffer, 0, filled);
                }
                buffer = new byte[0];
            }
        }

        void finish() throws IOException {
            if (!sent) {
                bytes(200, exchange.getResponseHeaders().getFirst("Content-Type"), Arrays.copyOf(buffer, filled));
            } else if (!isHead()) {
                exchange.getResponseBody().close();
            }
        }
    }
}
