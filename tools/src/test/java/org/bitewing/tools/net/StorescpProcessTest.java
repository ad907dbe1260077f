package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.Association;
import org.bitewing.net.Offer;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A {@code storescp} that is killed, or told to stop, and what {@code storescu} makes of it. */
@Timeout(120)
class StorescpProcessTest {
    private static final int OBJECTS = 60;
    private static final int SIGTERM = 143;

    @TempDir
    Path folder;

    private Path out() throws IOException {
        return Files.createDirectories(folder.resolve("out"));
    }

    private static Path object(Path target, String instance, int pixelBytes) throws IOException {
        Files.createDirectories(target.getParent());
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyInstanceUID, "1.2.3").set(Value.of(Tag.PixelData, VR.OW, new byte[pixelBytes])).build(),
                target);
        return target;
    }

    private List<Path> stored() throws IOException {
        while (true) {
            try (Stream<Path> files = Files.walk(out())) {
                return files.filter(file -> file.getFileName().toString().startsWith("CT.")).sorted().toList();
            } catch (UncheckedIOException e) {
                // An unfinished file got its name while they were listed.
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e;
                }
            }
        }
    }

    private static void park() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** The lines of a report that say that an object is stored. */
    private static List<String> storedIn(List<String> report) {
        return report.stream().filter(line -> line.contains("\"outcome\":\"STORED\"")).toList();
    }

    @Test
    void whatAServerThatWasKilledHasNotStoredIsReportedAndASecondRunSendsJustThat() throws Exception {
        for (int i = 0; i < OBJECTS; i++) {
            object(folder.resolve("in/" + i), "1.2.3." + i, 512 << 10);
        }
        Path report = folder.resolve("report");
        String[] options = {"-nh", "--report", report.toString(), "--resume", "+sd"};
        ServerProcess first = ServerProcess.start(List.of(), "storescp", "-od", out().toString());
        Thread killer = new Thread(() -> {
            try {
                while (stored().size() < 5) {
                    park();
                }
                first.kill();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        killer.start();
        Called interrupted = storescu(first, options);
        killer.join();

        List<String> lines = Files.readAllLines(report);
        Set<String> acknowledged = new HashSet<>(storedIn(lines));
        assertNotEquals(0, interrupted.code(), interrupted.error());
        assertEquals(OBJECTS, lines.size());
        assertTrue(acknowledged.size() >= 4 && acknowledged.size() < OBJECTS, acknowledged.size() + " stored");
        List<Path> there = stored();
        for (String line : acknowledged) {
            String instance = "\"" + "sopInstanceUid\":\"";
            int start = line.indexOf(instance) + instance.length();
            Path file = out().resolve("CT." + line.substring(start, line.indexOf('"', start)));
            assertTrue(there.contains(file) && Files.size(file) > 512 << 10, file.toString());
        }

        ServerProcess second = ServerProcess.start(List.of(), "storescp", "-od", out().toString());
        try {
            assertEquals(0, storescu(second, options).code());
            List<String> all = Files.readAllLines(report);
            assertEquals(OBJECTS + OBJECTS - acknowledged.size(), all.size());
            assertEquals(OBJECTS, new HashSet<>(storedIn(all)).size());
            assertEquals(OBJECTS, stored().size());

            Called nothingLeft = storescu(second, Stream.concat(Stream.of("-v"), Arrays.stream(options))
                    .toArray(String[]::new));
            assertEquals(0, nothingLeft.code());
            assertTrue(nothingLeft.error().endsWith("I: every object was stored by an earlier run\n"),
                    nothingLeft.error());
            assertEquals(all, Files.readAllLines(report));
        } finally {
            second.stop();
        }
    }

    private Called storescu(ServerProcess scp, String... options) {
        List<String> words = new ArrayList<>(List.of("storescu"));
        words.addAll(List.of(options));
        words.addAll(List.of("localhost", scp.port(), folder.resolve("in").toString()));
        return Called.with(words.toArray(String[]::new));
    }

    @Test
    void toldToStopItFinishesTheObjectUnderWayAndTakesNoOther() throws Exception {
        byte[] dataSet = new byte[1 << 20];
        ServerProcess scp = ServerProcess.start(List.of(), "storescp", "-od", out().toString());
        try (Association association = ApplicationEntity.of("ME").connect("127.0.0.1", Integer.parseInt(scp.port()),
                "SCP", List.of(Offer.of(UID.CTImageStorage, UID.ExplicitVRLittleEndian)))) {
            association.send(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", CommandSet.Priority.MEDIUM),
                    target -> {
                        target.write(dataSet, 0, dataSet.length / 2);
                        while (!hasAnything(out())) {
                            park();
                        }
                        scp.process().destroy();
                        while (isListening(scp)) {
                            park();
                        }
                        target.write(dataSet, dataSet.length / 2, dataSet.length / 2);
                    });
            assertEquals(Status.SUCCESS, association.receiveResponse(1).command().status());
        }
        assertEquals(SIGTERM, scp.process().waitFor());
        assertEquals(1, stored().size());
        byte[] file = Files.readAllBytes(stored().get(0));
        assertTrue(Arrays.equals(dataSet, 0, dataSet.length, file, file.length - dataSet.length, file.length));
    }

    private static boolean hasAnything(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static boolean isListening(ServerProcess scp) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(scp.port()))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The network half of the workshop, its typographic quote aside. */
    @Test
    void theLinesOfTheWorkshopWork() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path script = folder.resolve("myScript.sh");
        Files.writeString(script, "#!/bin/sh\necho \"$@\" >> '" + folder.resolve("log") + "'\n");
        assertTrue(script.toFile().setExecutable(true));
        object(folder.resolve("in/a"), "1.2.3.1", 100);
        object(folder.resolve("in/deep/b"), "1.2.3.2", 100);
        ServerProcess scp = ServerProcess.start(List.of(), "storescp", "-v", "--aetitle", "HAUKE", "--exec-on-reception",
                script + " '#a' '#c' '#r' '#p' '#f'", "--sort-on-study-uid", "scp", "--output-directory",
                out().toString());
        Called sent = storescu(scp, "-v", "-nh", "-aet", "me", "-aec", "HAUKE", "+r", "+sd");
        scp.stop();

        assertEquals(0, sent.code(), sent.error());
        Path study = out().toRealPath().resolve("scp_1.2.3");
        List<String> words = Files.readAllLines(folder.resolve("log"));
        assertEquals(List.of("me HAUKE", "me HAUKE"), words.stream().map(line -> line.substring(0, 8)).toList());
        assertEquals(Set.of(study + " CT.1.2.3.1", study + " CT.1.2.3.2"),
                new HashSet<>(words.stream().map(line -> line.substring(line.indexOf(study.toString()))).toList()));
    }

    @Test
    void tracesOfBothSidesAreReadByAnAnalyser() throws Exception {
        object(folder.resolve("in/a"), "1.2.3.1", 200_000);
        Path theirs = folder.resolve("scp.pcap");
        Path ours = folder.resolve("scu.pcap");
        ServerProcess scp = ServerProcess.start(List.of(), "storescp", "-od", out().toString(), "--trace",
                theirs.toString());
        assertEquals(0, storescu(scp, "+sd", "--trace", ours.toString()).code());
        scp.stop();
        for (Path trace : List.of(theirs, ours)) {
            String types = Judge.run("tshark", "-r", trace, "-o", "dicom.tcp.port:1-65535", "-Y", "dicom", "-T",
                    "fields", "-e", "dicom.pdu.type", "-e", "_ws.malformed");
            for (String type : List.of("0x01", "0x02", "0x04", "0x05", "0x06")) {
                assertTrue(types.contains(type), types);
            }
            assertTrue(!types.contains("alformed"), types);
        }
    }
}
