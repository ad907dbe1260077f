package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by pages of other sites, by names, and by who does not know the address. */
class ViewSecurityTest {
    private static final String SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

    @TempDir
    private Path folder;

    private Asked server() throws Exception {
        Files.write(folder.resolve("a.dcm"), Samples.bytes(Samples.slice(1, 1)));
        return Asked.of(folder);
    }

    /** The status of a request that is sent as it stands, without a client that would tidy it up. */
    private static int status(Asked asked, String method, String target, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort())) {
            String request = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "" : "\r\n") + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertFalse(answer.contains("Nobody"), "data in the answer to " + request);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static String host(Asked asked) {
        return "Host: 127.0.0.1:" + asked.address().getPort();
    }

    @Test
    void otherHostsAreRefused() throws Exception {
        try (Asked asked = server()) {
            String catalog = asked.address().getPath() + "api/vrs";
            int port = asked.address().getPort();
            for (String host : List.of("evil.example", "evil.example:" + port, "127.0.0.1", "localhost",
                    "127.0.0.1:" + (port + 1), "127.0.0.1:" + port + ".evil.example", "127.0.0.1:" + port + "@evil",
                    "localhost.:" + port, "0.0.0.0:" + port, "")) {
                int status = status(asked, "GET", catalog, "Host: " + host);
                assertTrue(status == 403 || status == 400, host + ": " + status);
            }
            assertNotEquals(200, status(asked, "GET", catalog));
            assertEquals(403, status(asked, "GET", catalog, host(asked), "Host: evil.example"));
            for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
                assertEquals(200, status(asked, "GET", catalog, "Host: " + host + ":" + port));
            }
        }
    }

    @Test
    void otherOriginsAreRefused() throws Exception {
        try (Asked asked = server()) {
            String catalog = asked.address().getPath() + "api/vrs";
            for (String origin : List.of("http://evil.example", "null", "", "https://127.0.0.1:" + asked.address().getPort(),
                    "http://127.0.0.1:1", "http://127.0.0.1:" + asked.address().getPort() + ".evil.example")) {
                assertEquals(403, status(asked, "GET", catalog, host(asked), "Origin: " + origin), origin);
            }
            assertEquals(200, status(asked, "GET", catalog, host(asked),
                    "Origin: http://127.0.0.1:" + asked.address().getPort()));
        }
    }

    @Test
    void whoDoesNotKnowTheTokenFindsNothing() throws Exception {
        try (Asked asked = server()) {
            String token = asked.address().getPath().replace("/", "");
            assertTrue(token.matches("[A-Za-z0-9_-]{22,}"), token);
            String other = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
            for (String path : List.of("/", "/api/catalog", "//api/catalog", "/" + token, "/" + token + "x/api/catalog",
                    "/" + token.substring(1) + "/api/catalog", "/" + other + "/api/catalog",
                    "/x/../" + token + "/api/catalog", "/?token=" + token, "/favicon.ico")) {
                assertEquals(404, status(asked, "GET", path, host(asked)), path);
            }
        }
    }

    @Test
    void everyServerHasATokenOfItsOwn() throws Exception {
        try (Asked first = server(); Asked second = server()) {
            assertNotEquals(first.address().getPath(), second.address().getPath());
        }
    }

    @Test
    void nothingButReadingIsPossible() throws Exception {
        try (Asked asked = server()) {
            for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get")) {
                assertEquals(405, status(asked, method, asked.address().getPath() + "api/catalog", host(asked)), method);
            }
            assertEquals(200, status(asked, "HEAD", asked.address().getPath() + "api/catalog", host(asked)));
        }
    }

    @Test
    void pathsNeverLeaveTheServer() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "Nobody is safe");
        try (Asked asked = server()) {
            String root = asked.address().getPath();
            for (String path : List.of("../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "..%5csecret.txt",
                    "/etc/passwd", "%2fetc%2fpasswd", "api/image/../../secret.txt", "api/image/i0/../elements",
                    "api/image/a.dcm/elements", "api/image/" + folder + "/a.dcm", "api/series/%2e%2e", "api/file",
                    "api/image/i0/frame/..%2f0", "View.class", "ViewServer.class", "view.css%00.txt", "./index.html",
                    "../view/index.html", "package-info.class", "api/", "api", "secret.txt", "a.dcm", "%", "%zz")) {
                int status = status(asked, "GET", root + path, host(asked));
                assertTrue(status == 404 || status == 400, path + ": " + status);
            }
        }
    }

    /** Whoever is on the same machine may send them, without knowing the address. */
    @Test
    void requestsWithoutEndAreNotKept() throws Exception {
        try (Asked asked = server()) {
            for (String start : List.of("GET /", "GET / HTTP/1.1\r\nX: ", "GET / HTTP/1.1\r\n")) {
                byte[] more = (start.endsWith("1\r\n") ? "X-a: b\r\n" : "AAAAAAAA").repeat(1 << 13)
                        .getBytes(StandardCharsets.US_ASCII);
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort())) {
                    socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
                    assertThrows(IOException.class, () -> {
                        for (long sent = 0; sent < Runtime.getRuntime().maxMemory(); sent += more.length) {
                            socket.getOutputStream().write(more);
                        }
                    }, "all of it was taken after " + start);
                }
            }
            assertEquals(200, asked.get("api/vrs").statusCode());
        }
    }

    @Test
    void framesThatAreNoneAreRefused() throws Exception {
        try (Asked asked = server()) {
            String frames = asked.address().getPath() + "api/image/i0/frame/";
            for (String frame : List.of("-1", "1", "2147483647", "2147483648", "4294967295", "4294967296",
                    "99999999999999999999", "0x0", "1e0", "NaN", "", "0/0", "0?max=-1", "0?max=x", "0?center=1",
                    "0?center=NaN&width=1", "0?center=1&width=0", "0?center=1&width=-1", "0?center=1e999&width=1")) {
                int status = status(asked, "GET", frames + frame, host(asked));
                assertTrue(status == 400 || status == 404, frame + ": " + status);
            }
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToBeStrict() throws Exception {
        try (Asked asked = server()) {
            for (String path : List.of("", "api/catalog", "api/image/i0/frame/0", "api/image/i0/elements", "api/none")) {
                HttpHeaders headers = asked.get(path).headers();
                String policy = headers.firstValue("Content-Security-Policy").orElse("");
                assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self'"), policy);
                assertTrue(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), policy);
                assertFalse(policy.contains("unsafe"), policy);
                assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
                assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
                assertEquals("same-origin", headers.firstValue("Cross-Origin-Resource-Policy").orElse(""));
                assertEquals("same-origin", headers.firstValue("Cross-Origin-Opener-Policy").orElse(""));
                assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
                assertTrue(headers.firstValue("Access-Control-Allow-Origin").isEmpty());
            }
        }
    }

    @Test
    void scriptInValuesAndNamesStaysText() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] image = Samples.bytes(Samples.slice(1, 1).set(Tag.PatientName, SCRIPT).set(Tag.PatientID, "\"\\\u2028")
                .set(Tag.SeriesDescription, SCRIPT));
        for (String name : List.of(SCRIPT, "../../etc/passwd", "/absolute", "C:\\windows", "a\r\nSet-Cookie: x\u001b[2J",
                "\u202egpj.exe")) {
            entries.put(name, image);
        }
        Path zip = Samples.zip(folder.resolve("attack.zip"), entries);
        try (Asked asked = Asked.of(zip)) {
            assertEquals(entries.keySet(), Set.copyOf(asked.images().stream().map(one -> one.get("name")).toList()));
            Map<String, Object> patient = JsonTree.list(asked.json("api/catalog"), "patients").get(0);
            assertEquals(SCRIPT, patient.get("name"));
            assertEquals("\"\\\u2028", patient.get("id"));
            String series = (String) asked.series().get(0).get("key");
            for (String path : List.of("api/catalog", "api/series/" + series, "api/image/i0/elements",
                    "api/image/i0/info")) {
                String text = asked.text(path);
                Matcher plain = Pattern.compile("[^ -~]|[<>&]").matcher(text);
                assertFalse(plain.find(), path);
                assertEquals("application/json", asked.get(path).headers().firstValue("Content-Type").orElse(""));
            }
            HttpHeaders download = asked.get("api/image/i0/dicom.json").headers();
            assertEquals("attachment; filename=\"i0.json\"", download.firstValue("Content-Disposition").orElse(""));
        }
        assertEquals(List.of("attack.zip"), List.of(folder.toFile().list()));
    }
}
