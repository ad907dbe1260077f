package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Called;
import org.bitewing.tools.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends of studies in a {@code storescp} that is killed. */
@Timeout(120)
class StudyJournalTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    Path folder;

    private ServerProcess start(String quietSeconds, String script) throws IOException {
        return ServerProcess.start(List.of(), "storescp", "-su", "", "-xcs", "/bin/sh '" + script + "' '#p'", "-tos",
                quietSeconds, "-od", Files.createDirectories(folder.resolve("out")).toString());
    }

    private void send(String port, String study, String instance) throws IOException {
        Path file = folder.resolve(instance);
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyInstanceUID, study).build(), file);
        Called sent = Called.with("storescu", "localhost", port, file.toString());
        assertEquals(0, sent.code(), sent.error());
    }

    private static List<String> awaitLines(Path log, int count) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end && (!Files.exists(log) || Files.readAllLines(log).size() < count)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return Files.readAllLines(log);
    }

    @Test
    void aStudyEndsOnceThoughTheProcessIsKilled() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path log = folder.resolve("log");
        String script = Files.writeString(folder.resolve("hook.sh"),
                "echo \"$DICOM_STUDY_INSTANCE_UID $1\" >> '" + log + "'\n").toString();
        ServerProcess first = start("1000", script);
        send(first.port(), "1.2.3", "1.2.3.1");
        send(first.port(), "1.2.4", "1.2.4.1");
        send(first.port(), "1.2.3", "1.2.3.2");
        first.kill();
        assertFalse(Files.exists(log));

        ServerProcess second = start("1", script);
        List<String> lines = awaitLines(log, 2);
        second.stop();
        ServerProcess third = start("1", script);
        third.stop();

        Path out = folder.resolve("out").toRealPath();
        assertEquals(List.of("1.2.3 " + out.resolve("1.2.3"), "1.2.4 " + out.resolve("1.2.4")),
                lines.stream().sorted().toList());
        assertEquals(lines, Files.readAllLines(log));
        assertFalse(Files.exists(out.resolve(".bitewing-studies")));
    }

    @Test
    void aCommandThatWasUnderWayIsNotStartedAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path log = folder.resolve("log");
        Path gate = folder.resolve("gate");
        String script = Files.writeString(folder.resolve("hook.sh"), "echo started >> '" + log + "'\n"
                + "while [ ! -e '" + gate + "' ]; do sleep 0.05; done\necho ended >> '" + log + "'\n").toString();
        ServerProcess first = start("1", script);
        send(first.port(), "1.2.3", "1.2.3.1");
        assertEquals(List.of("started"), awaitLines(log, 1));
        first.kill();
        Files.createFile(gate);

        ServerProcess second = start("1", script);
        send(second.port(), "1.2.5", "1.2.5.1");
        second.stop();

        List<String> lines = awaitLines(log, 4);
        assertEquals(List.of("ended", "ended", "started", "started"), lines.stream().sorted().toList());
    }

    @Test
    void objectsOfAStudyAreRenamedAtItsEnd() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        for (int round = 0; round < 2; round++) {
            try (Receiver receiver = NetworkCommandsTest.receiver(out, List.of("-su", "", "-rns", "-fe", ".dcm"))) {
                String port = Integer.toString(receiver.address().getPort());
                send(port, "1.2.3", "1.2.3.1" + round);
                send(port, "1.2.3", "1.2.3.2" + round);
            }
        }
        try (var files = Files.list(out.resolve("1.2.3"))) {
            assertEquals(List.of("CT000001", "CT000002", "CT000003", "CT000004"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
