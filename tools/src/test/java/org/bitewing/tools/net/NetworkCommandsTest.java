package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the loopback, against each other and against DCMTK's. */
@Timeout(120)
class NetworkCommandsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private static Path object(Path target, String study, String instance) throws IOException {
        Files.createDirectories(target.getParent());
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.PatientName, "Test^Person").set(Tag.StudyInstanceUID, study).build(), target);
        return target;
    }

    private Receiver receiver(String... words) throws IOException {
        List<String> typed = new ArrayList<>(List.of(words));
        typed.add("--no-sync");
        return receiver(Files.createDirectories(folder.resolve("out")), typed,
                new PrintStream(said, true, StandardCharsets.UTF_8), new ByteArrayOutputStream());
    }

    /** Receives into a folder, and says nothing. */
    static Receiver receiver(Path folder, List<String> options) throws IOException {
        return receiver(folder, options, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new ByteArrayOutputStream());
    }

    static Receiver receiver(Path folder, List<String> options, PrintStream errors, ByteArrayOutputStream output)
            throws IOException {
        List<String> typed = new ArrayList<>(options);
        typed.add("0");
        CommandLine line = CommandLine.parse(new Storescp().options(), typed);
        Storescp.check(line);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), output, errors, false, false);
        console.configure(line);
        return Receiver.start(line, console, 0, folder);
    }

    private static String port(Receiver receiver) {
        return Integer.toString(receiver.address().getPort());
    }

    private List<String> stored() throws IOException {
        Path out = folder.resolve("out");
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).map(file -> out.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    void anEchoIsToldStepByStep() throws IOException {
        try (Receiver receiver = receiver("-v")) {
            Called echo = Called.with("echoscu", "-v", "localhost", port(receiver));

            assertEquals("""
                    I: Requesting Association
                    I: Association Accepted (Max Send PDV: 131060)
                    I: Sending Echo Request (MsgID 1)
                    I: Received Echo Response (Success)
                    I: Releasing Association
                    """, echo.error());
            assertEquals(0, echo.code());
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).startsWith("I: Association Received\n"));
    }

    @Test
    void foldersGoRecursivelyAndWhatIsNotDicomIsSkipped() throws IOException {
        object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        object(folder.resolve("in/deep/b.dcm"), "1.2.4", "1.2.4.1");
        Files.writeString(folder.resolve("in/notes.txt"), "no DICOM at all");
        try (Receiver receiver = receiver("-su", "scp", "-fe", ".dcm")) {
            Called sent = Called.with("storescu", "-nh", "+sd", "+r", "localhost", port(receiver),
                    folder.resolve("in").toString());

            assertEquals(0, sent.code(), sent.error());
            assertTrue(sent.error().contains("W: skipping file that cannot be sent"), sent.error());
        }
        assertEquals(List.of("scp_1.2.3/CT.1.2.3.1.dcm", "scp_1.2.4/CT.1.2.4.1.dcm"), stored());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInAFolderIsNotWaitedFor() throws IOException {
        object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        assertEquals("0", Judge.run("mkfifo", folder.resolve("in/pipe")));
        try (Receiver receiver = receiver()) {
            Called sent = Called.with("storescu", "+sd", "localhost", port(receiver), folder.resolve("in").toString());

            assertEquals(0, sent.code(), sent.error());
            assertEquals("W: ignoring what is neither file nor directory: " + folder.resolve("in/pipe") + "\n",
                    sent.error());
        }
        assertEquals(List.of("CT.1.2.3.1"), stored());
    }

    @Test
    void entriesOfZipFilesAreSent() throws IOException {
        Path file = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("deep/a.dcm"));
            Files.copy(file, out);
        }
        try (Receiver receiver = receiver()) {
            assertEquals(0, Called.with("storescu", "localhost", port(receiver), zip.toString()).code());
        }
        assertEquals(List.of("CT.1.2.3.1"), stored());
        assertArrayEquals(dataSet(file), dataSet(folder.resolve("out/CT.1.2.3.1")));
    }

    private static byte[] dataSet(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        // The group length says where the meta information ends (PS3.10 7.1).
        int length = bytes[140] & 0xff | (bytes[141] & 0xff) << 8;
        return java.util.Arrays.copyOfRange(bytes, 144 + length, bytes.length);
    }

    @Test
    void theReportHasALineForEachObject() throws IOException {
        Path a = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        Path b = object(folder.resolve("in/b.dcm"), "1.2.3", "1.2.3.2");
        Path report = folder.resolve("report.jsonl");
        try (Receiver receiver = receiver()) {
            assertEquals(0, Called.with("storescu", "--parallel", "2", "--report", report.toString(), "+rn",
                    "localhost", port(receiver), a.toString(), b.toString()).code());
        }
        List<String> lines = Files.readAllLines(report);
        assertEquals(2, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.contains("\"outcome\":\"STORED\",\"status\":\"0000H\"")));
        assertTrue(Files.exists(folder.resolve("in/a.dcm.done")) && !Files.exists(a));
    }

    @Test
    void failuresEndWithTheCodesOfDcmtk() throws IOException {
        Path good = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        Path bad = Files.writeString(folder.resolve("bad"), "no DICOM at all");
        try (Receiver receiver = receiver("--keep-first"); Receiver closed = receiver("--refuse")) {
            String port = port(receiver);
            Called absent = Called.with("storescu", "localhost", port, folder.resolve("nosuch").toString());
            assertEquals(1, absent.code());
            assertTrue(absent.error().startsWith("F: cannot access file: "), absent.error());
            assertEquals(1, Called.with("storescu", "localhost", port, bad.toString()).code());
            Called noInput = Called.with("storescu", "localhost", port, folder.toString());
            assertTrue(noInput.error().endsWith("F: no input files to be sent\n"), noInput.error());

            Called rejected = Called.with("storescu", "localhost", port(closed), good.toString());
            assertEquals("""
                    F: Association Rejected:
                    F: Result: Rejected Permanent, Source: Service User
                    F: Reason: No Reason
                    """, rejected.error());
            assertEquals(1, rejected.code());

            assertEquals(0, Called.with("storescu", "localhost", port, good.toString()).code());
            Path other = folder.resolve("in/other.dcm");
            object(other, "9.9", "1.2.3.1");
            assertEquals(1, Called.with("storescu", "localhost", port, other.toString()).code(),
                    "the high byte of 0111H");
        }
    }

    @Test
    void nothingListensIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Called echo = Called.with("echoscu", "localhost", Integer.toString(free));
        assertEquals(1, echo.code());
        assertTrue(echo.error().startsWith("F: Association Request Failed: "), echo.error());
    }

    @Test
    void hooksGetTheirWordsWithoutAShellAndStudiesEndOnce() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path log = folder.resolve("hooks.log");
        Path script = Files.writeString(folder.resolve("hook.sh"),
                "echo \"$DICOM_EVENT $DICOM_STUDY_INSTANCE_UID $#|$*\" >> '" + log + "'\n");
        List<String> send = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            // Two studies whose objects alternate.
            String study = "1.2." + (3 + i % 2);
            send.add(object(folder.resolve("in/" + i + ".dcm"), study, study + "." + i).toString());
        }
        try (Receiver receiver = receiver("-su", "", "-xcr", "/bin/sh '" + script + "' '#a' '#c' '#f'",
                "-xcs", "/bin/sh '" + script + "' '#c' '#f'", "-tos", "1000")) {
            List<String> words = new ArrayList<>(List.of("storescu", "-aet", "`x`;$(y) z", "-aec", "#a", "localhost",
                    port(receiver)));
            words.addAll(send);
            assertEquals(0, Called.with(words.toArray(String[]::new)).code());
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(List.of("object 1.2.4 3|`x`;$(y) z #a CT.1.2.4.1", "object 1.2.3 3|`x`;$(y) z #a CT.1.2.3.2",
                "object 1.2.4 3|`x`;$(y) z #a CT.1.2.4.3", "object 1.2.3 3|`x`;$(y) z #a CT.1.2.3.4"),
                lines.subList(0, 4));
        assertEquals(List.of("study 1.2.3 2|#a #f", "study 1.2.4 2|#a #f"),
                lines.subList(4, lines.size()).stream().sorted().toList());
    }

    @Test
    void aHookThatFailsIsToldWithItsCode() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path file = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        try (Receiver receiver = receiver("-xcr", "/bin/sh -c 'exit 7'")) {
            assertEquals(0, Called.with("storescu", "localhost", port(receiver), file.toString()).code());
        }
        assertEquals("W: command ended with exit code 7: /bin/sh\n", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void unusableCommandLinesAreRefused() {
        assertTrue(Called.with("storescp", "-xcs", "x", "0").error()
                .endsWith("error: --exec-on-eostudy only allowed with --sort-conc-studies, --sort-on-study-uid or "
                        + "--sort-on-patientname\n"));
        assertTrue(Called.with("storescp", "-od", folder.resolve("nosuch").toString(), "0").error()
                .endsWith("F: specified output directory does not exist\n"));
        assertTrue(Called.with("storescp", "-od", folder.toString(), "-su", "../up", "0").error()
                .endsWith("error: Invalid value for option --sort-on-study-uid (../up)\n"));
        assertTrue(Called.with("echoscu", "localhost", "abc").error().endsWith("error: Invalid parameter value abc\n"));
    }

    @Test
    void dcmtkSendsToUs() throws IOException {
        Path file = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        try (Receiver receiver = receiver()) {
            assertEquals("0", Judge.run("echoscu", "localhost", port(receiver)));
            assertEquals("0", Judge.run("storescu", "localhost", port(receiver), file));
        }
        assertEquals(List.of("CT.1.2.3.1"), stored());
    }

    @Test
    void weSendToDcmtk() throws IOException, InterruptedException {
        assumeTrue(!Judge.run("storescp", "--version").isEmpty());
        Path file = object(folder.resolve("in/a.dcm"), "1.2.3", "1.2.3.1");
        Path out = Files.createDirectories(folder.resolve("out"));
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Process scp = new ProcessBuilder("storescp", "-od", out.toString(), Integer.toString(free))
                .redirectErrorStream(true).redirectOutput(folder.resolve("scp.log").toFile()).start();
        try {
            // It may not listen yet.
            Called sent = Called.with("storescu", "--retries", "5", "localhost", Integer.toString(free),
                    file.toString());
            assertEquals(0, sent.code(), sent.error());
        } finally {
            scp.destroy();
            scp.waitFor();
        }
        assertEquals(List.of("CT.1.2.3.1"), stored());
    }

    @Test
    void tlsNeedsACertificateThatIsTrusted() throws IOException {
        String key = folder.resolve("key.pem").toString();
        String certificate = folder.resolve("certificate.pem").toString();
        Judge.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
                "-subj", "/CN=localhost", "-days", "2");
        try (Receiver receiver = receiver("-v", "+tls", key, certificate, "+cf", certificate)) {
            assertEquals(0, Called.with("echoscu", "+tls", key, certificate, "+cf", certificate, "localhost",
                    port(receiver)).code());
            assertEquals("0", Judge.run("echoscu", "+tls", key, certificate, "+cf", certificate, "localhost",
                    port(receiver)));
            assertEquals(1, Called.with("echoscu", "+tla", "+cf", certificate, "localhost", port(receiver)).code());
            assertFalse(said.toString(StandardCharsets.UTF_8).contains("internal"));
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("I: a connection from 127.0.0.1 was given up: "),
                said.toString(StandardCharsets.UTF_8));
    }
}
