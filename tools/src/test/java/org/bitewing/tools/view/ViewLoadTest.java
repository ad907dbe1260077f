package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bitewing.dict.Tag;
import org.bitewing.tools.RawZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much at once, large archives in a small heap, and clients that take their time. */
class ViewLoadTest {
    private static final int SIDE = 1024;
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    private Path large() throws IOException {
        byte[] image = Samples.bytes(Samples.slice(1, 1).set(Tag.Rows, SIDE).set(Tag.Columns, SIDE)
                .set(Tag.PixelData, new byte[2 * SIDE * SIDE]));
        return Files.write(folder.resolve("large"), image);
    }

    @Test
    void thousandFramesAtOnceAreSentOrPutOffAndOthersAreAnswered() throws Exception {
        try (Asked asked = Asked.of(large())) {
            List<CompletableFuture<HttpResponse<byte[]>>> frames = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                URI frame = URI.create(asked.address() + "api/image/i0/frame/0?center=" + i + "&width=100");
                frames.add(asked.client().sendAsync(HttpRequest.newBuilder(frame).build(),
                        HttpResponse.BodyHandlers.ofByteArray()));
            }
            assertEquals(200, asked.get("api/catalog").statusCode());
            int sent = 0;
            for (CompletableFuture<HttpResponse<byte[]>> frame : frames) {
                HttpResponse<byte[]> response = frame.get();
                if (response.statusCode() == 200) {
                    sent++;
                } else {
                    assertEquals(503, response.statusCode());
                    assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
                }
            }
            assertTrue(sent > 0);
            assertEquals(200, asked.get("api/image/i0/frame/0").statusCode());
        }
    }

    @Test
    void clientsThatTakeTheirTimeStopNobodyElse() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (Asked asked = Asked.of(large())) {
            for (int i = 0; i < 200; i++) {
                slow.add(new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort()));
            }
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort());
                slow.add(socket);
                // After 200 who say nothing: half a request, or a whole one whose answer nobody takes.
                String request = "GET " + asked.address().getPath() + "api/image/i0/frame/0 HTTP/1.1\r\n"
                        + (i % 2 == 0 ? "" : "Host: localhost:" + asked.address().getPort() + "\r\n\r\n");
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            assertEquals(200, asked.get("api/catalog").statusCode());
            assertEquals(200, asked.get("api/image/i0/elements").statusCode());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(target, new Deflater(9, true))) {
            stream.write(bytes);
        }
        return target.toByteArray();
    }

    /** Two images of more than 2 GiB each, the second one beyond what 32 bits tell. */
    private Path hugeZip() throws IOException {
        int frames = (int) (2 * GIB / (2 * SIDE * SIDE)) + 64;
        long pixels = 2L * SIDE * SIDE * frames;
        byte[] head = Samples.bytes(Samples.slice(1, 1).set(Tag.Rows, SIDE).set(Tag.Columns, SIDE)
                .set(Tag.NumberOfFrames, frames));
        // The length of the pixels stands before them; what follows is a hole.
        int start = head.length - 2 * 16 * 8;
        byte[] begin = Arrays.copyOf(head, start);
        for (int i = 0; i < 4; i++) {
            begin[start - 4 + i] = (byte) (pixels >>> 8 * i);
        }
        Path zip = folder.resolve("huge.zip");
        try (RawZip raw = new RawZip(zip)) {
            raw.stored("first", begin, start + pixels).stored("second", begin, start + pixels);
        }
        return zip;
    }

    private Path manyZip() throws IOException {
        byte[] image = deflated(Samples.bytes(Samples.slice(2, 1)));
        int size = Samples.bytes(Samples.slice(2, 1)).length;
        Path zip = folder.resolve("many.zip");
        try (RawZip raw = new RawZip(zip)) {
            for (int i = 0; i < 100_000; i++) {
                raw.entry("folder/image" + i + ".dcm", 0x800, 8, image, size, i % 2 == 0);
            }
        }
        return zip;
    }

    @Test
    void hugeArchivesOpenInASmallHeap() throws Exception {
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > 6 * GIB, "there is not enough room for the archives");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-Djava.awt.headless=true", "-Dsun.net.httpserver.maxReqTime=2", "-cp",
                System.getProperty("java.class.path"), "org.bitewing.tools.Main", "view", "--no-browser",
                hugeZip().toString(), manyZip().toString());
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Socket> slow = new ArrayList<>();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8)); Asked asked = Asked.at(URI.create(output.readLine()))) {
            Map<String, Object> catalog = asked.json("api/catalog");
            long deadline = System.nanoTime() + 300_000_000_000L;
            while (!(Boolean) catalog.get("complete") && System.nanoTime() < deadline) {
                Thread.sleep(50);
                catalog = asked.json("api/catalog");
            }
            assertEquals(100_002.0, catalog.get("scanned"));
            assertEquals(0.0, catalog.get("problemCount"));
            assertEquals(List.of(2.0, 100_000.0),
                    asked.series().stream().map(series -> series.get("images")).toList());
            String key = (String) asked.series().get(0).get("key");
            List<Map<String, Object>> images = JsonTree.list(asked.json("api/series/" + key), "images");
            for (Map<String, Object> image : images) {
                long last = ((Double) image.get("frames")).longValue() - 1;
                assertEquals(1087, last);
                assertEquals(200, asked.get("api/image/" + image.get("key") + "/frame/" + last).statusCode());
                assertEquals(200, asked.get("api/image/" + image.get("key") + "/elements").statusCode());
            }
            key = (String) asked.series().get(1).get("key");
            assertEquals(100_000, JsonTree.list(asked.json("api/series/" + key), "images").size());
            // More half requests than there are threads: they are given up, and others come through.
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort());
                slow.add(socket);
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            }
            assertEquals(200, asked.get("api/vrs").statusCode());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
            process.destroy();
            process.waitFor();
        }
    }
}
