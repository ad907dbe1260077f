package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitewing.tools.Judge;

/** An Orthanc of our own in a temporary folder, at any free ports, where one is installed; asked through its REST API. */
final class Orthanc implements Closeable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final Pattern INSTANCE = Pattern.compile("\"Path\" : \"/instances/([0-9a-f-]+)\"");

    private final Process process;
    private final int dicomPort;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    private Orthanc(Process process, int dicomPort, int httpPort) {
        this.process = process;
        this.dicomPort = dicomPort;
        this.base = URI.create("http://127.0.0.1:" + httpPort + "/");
    }

    /** Starts one; with a key and a certificate, which it trusts as well, over TLS. */
    static Orthanc start(Path folder, Path... keyAndCertificate) throws IOException {
        assumeTrue(Judge.run("Orthanc", "--version").endsWith("0"), "Orthanc is not installed");
        int dicomPort = freePort();
        int httpPort = freePort();
        List<String> lines = new ArrayList<>(List.of("\"StorageDirectory\": \"" + folder + "/db\"",
                "\"IndexDirectory\": \"" + folder + "/db\"", "\"HttpPort\": " + httpPort,
                "\"DicomPort\": " + dicomPort, "\"DicomAet\": \"ORTHANC\"", "\"Plugins\": []",
                "\"RemoteAccessAllowed\": false", "\"KeepAlive\": false", "\"AuthenticationEnabled\": false",
                "\"UnknownSopClassAccepted\": true", "\"DicomAlwaysAllowStore\": true"));
        if (keyAndCertificate.length > 0) {
            lines.addAll(List.of("\"DicomTlsEnabled\": true",
                    "\"DicomTlsPrivateKey\": \"" + keyAndCertificate[0] + '"',
                    "\"DicomTlsCertificate\": \"" + keyAndCertificate[1] + '"',
                    "\"DicomTlsTrustedCertificates\": \"" + keyAndCertificate[1] + '"'));
        }
        Path configuration = Files.createDirectories(folder).resolve("orthanc.json");
        Files.writeString(configuration, "{\n" + String.join(",\n", lines) + "\n}\n");
        Process process = new ProcessBuilder("Orthanc", configuration.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile()).start();
        Orthanc orthanc = new Orthanc(process, dicomPort, httpPort);
        long end = System.nanoTime() + PATIENCE;
        while (!orthanc.isUp()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                orthanc.close();
                throw new IOException("Orthanc does not start: " + Files.readString(folder.resolve("orthanc.log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return orthanc;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean isUp() {
        try {
            return ask(HttpRequest.newBuilder(base.resolve("system"))).length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    String port() {
        return Integer.toString(dicomPort);
    }

    /** The file that it stored for an instance. */
    byte[] file(String sopInstanceUid) throws IOException {
        return ask(HttpRequest.newBuilder(base.resolve("instances/" + id(sopInstanceUid) + "/file")));
    }

    private String id(String sopInstanceUid) throws IOException {
        String found = new String(ask(HttpRequest.newBuilder(base.resolve("tools/lookup"))
                .POST(BodyPublishers.ofString(sopInstanceUid))), java.nio.charset.StandardCharsets.UTF_8);
        Matcher matcher = INSTANCE.matcher(found);
        if (!matcher.find()) {
            throw new IOException(sopInstanceUid + " is not stored: " + found);
        }
        return matcher.group(1);
    }

    /** Has it send instances to us, as they are. */
    void send(List<String> sopInstanceUids, int port, boolean tls) throws IOException {
        ask(HttpRequest.newBuilder(base.resolve("modalities/ours")).PUT(BodyPublishers.ofString("""
                {"AET": "OURS", "Host": "127.0.0.1", "Port": %d, "UseDicomTls": %b, "AllowTranscoding": false}
                """.formatted(port, tls))));
        List<String> ids = new ArrayList<>();
        for (String uid : sopInstanceUids) {
            ids.add('"' + id(uid) + '"');
        }
        ask(HttpRequest.newBuilder(base.resolve("modalities/ours/store")).POST(BodyPublishers.ofString(
                "{\"Resources\": [" + String.join(",", ids) + "], \"Synchronous\": true}")));
    }

    private byte[] ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(response.uri() + ": " + response.statusCode() + " "
                        + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
