package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server that was started for a test, and what it answers. */
final class Asked implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Optional<ViewServer> server;
    private final URI address;

    private Asked(Optional<ViewServer> server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** Starts a server and waits until everything is listed. */
    static Asked of(Path... paths) throws IOException, InterruptedException {
        ViewServer server = ViewServer.start(List.of(paths), 0);
        server.catalog().awaitComplete();
        return new Asked(Optional.of(server), server.address());
    }

    /** A server of another process. */
    static Asked at(URI address) {
        return new Asked(Optional.empty(), address);
    }

    URI address() {
        return address;
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The body of an answer that has to be 200. */
    String text(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(path);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(200, response.statusCode(), body);
        return body;
    }

    Map<String, Object> json(String path) throws IOException, InterruptedException {
        return JsonTree.object(text(path));
    }

    /** The series of all patients and studies. */
    List<Map<String, Object>> series() throws IOException, InterruptedException {
        List<Map<String, Object>> series = new ArrayList<>();
        for (Map<String, Object> patient : JsonTree.list(json("api/catalog"), "patients")) {
            for (Map<String, Object> study : JsonTree.list(patient, "studies")) {
                series.addAll(JsonTree.list(study, "series"));
            }
        }
        return series;
    }

    /** The images of all series. */
    List<Map<String, Object>> images() throws IOException, InterruptedException {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Map<String, Object> one : series()) {
            images.addAll(JsonTree.list(json("api/series/" + one.get("key")), "images"));
        }
        return images;
    }

    /** What is wrong with each file, by its name. */
    Map<String, Object> problems() throws IOException, InterruptedException {
        Map<String, Object> problems = new TreeMap<>();
        for (Map<String, Object> problem : JsonTree.list(json("api/catalog"), "problems")) {
            problems.put((String) problem.get("name"), problem.get("message"));
        }
        return problems;
    }

    @Override
    public void close() {
        server.ifPresent(ViewServer::close);
    }
}
