package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Answers whose work fails on the way. */
class ReplyTest {
    /** Asks a server that fails after so many bytes. */
    private static HttpResponse<String> ask(int bytes) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            try (Reply reply = new Reply(exchange)) {
                try {
                    reply.stream(Reply.JSON, target -> {
                        target.write(new byte[bytes]);
                        throw new IOException("the file is gone");
                    });
                } catch (IOException e) {
                    reply.error(422, e.getMessage());
                }
            }
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void failureBeforeTheFirstByteHasItsStatus() throws Exception {
        HttpResponse<String> response = ask(100);
        assertEquals("422 {\"error\":\"the file is gone\"}", response.statusCode() + " " + response.body());
    }

    @Test
    void failureOnTheWayIsNotTakenAsTheEnd() {
        assertThrows(IOException.class, () -> ask(1 << 17));
    }
}
