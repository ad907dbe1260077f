package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Main;
import org.bitewing.tools.SmallDisk;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that is killed, or has no room, and then is run again: the folder is as after a calm one. */
@Timeout(300)
class ScanKillTest {
    private static final int OBJECTS = 1_200;
    private static final int STUDIES = 12;
    private static final int SIGKILL = 128 + 9;
    private static final String LAYOUT = "{PatientID}/{SeriesNumber:02}/{InstanceNumber:04}.dcm";

    @TempDir
    Path folder;
    private Path in;

    @BeforeEach
    void makeObjects() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < OBJECTS; i++) {
            String study = "1.2." + i % STUDIES;
            String series = study + "." + i / STUDIES % 3;
            Dicom.write(Samples.object(i).set(Tag.StudyInstanceUID, study).set(Tag.SeriesInstanceUID, series)
                    .set(Tag.SOPInstanceUID, series + "." + i).set(Tag.SeriesNumber, "" + i / STUDIES % 3)
                    .set(Tag.PatientID, "P" + i % 7).set(Tag.StudyDate, "20260102").set(Tag.StudyTime, "1015").build(),
                    in.resolve("i" + i));
        }
    }

    private List<String> words(Path root, String kind) {
        return List.of("station", "--scan", "--root", root.toString(), "--layout", LAYOUT, kind, in.toString());
    }

    private ToolRun scan(Path root, String kind) {
        List<String> words = words(root, kind);
        return ToolRun.of(words.get(0), words.subList(1, words.size()).toArray());
    }

    /** Starts a scan, kills it when so many objects have their names, and gives its exit code. */
    private int killedAt(Path root, String kind, int objects) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(words(root, kind));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
        while (process.isAlive() && named(root) < objects) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        process.destroyForcibly();
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    private static int named(Path root) throws IOException {
        int count = 0;
        for (int study = 0; study < STUDIES; study++) {
            for (int series = 0; series < 3; series++) {
                String[] names = root.resolve("raw/1.2." + study + "/1.2." + study + "." + series).toFile().list();
                count += names == null ? 0 : names.length;
            }
        }
        return count;
    }

    /** All names below a root with what they lead to or hold; what the station remembers for itself aside. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        Path real = root.toRealPath();
        try (Stream<Path> all = Files.walk(real)) {
            for (Path path : all.toList()) {
                String name = real.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    Path target = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
                    tree.put(name, target.startsWith(real) ? "-> " + real.relativize(target) : "-> " + target);
                } else if (name.endsWith(".json")) {
                    tree.put(name, Files.readString(path));
                } else if (!name.startsWith("station.") && !path.endsWith(".station")) {
                    tree.put(name, Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "folder"
                            : Files.size(path) + " bytes");
                }
            }
        }
        return tree;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        List<String> differences = names.stream()
                .filter(name -> !Objects.equals(expected.get(name), found.get(name))).limit(10)
                .map(name -> name + ": " + expected.get(name) + ", but " + found.get(name)).toList();
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--symbolic-links", "--copy"})
    void killedAndRunAgainItIsAsACalmOne(String kind) throws Exception {
        Path calm = folder.resolve("calm");
        assertEquals(0, scan(calm, kind).code());
        Map<String, String> expected = tree(calm);
        assertEquals(OBJECTS, named(calm));

        Path killed = folder.resolve("killed");
        assertEquals(SIGKILL, killedAt(killed, kind, 1), "it was over before it could be killed");
        assertEquals(SIGKILL, killedAt(killed, kind, OBJECTS / 3), "it was over before it could be killed");
        // All have their names, and summaries are being written, or all is done.
        killedAt(killed, kind, OBJECTS);
        ToolRun again = scan(killed, kind);
        assertEquals(0, again.code(), again.errors());
        assertEquals("", again.errors());
        assertSame(expected, tree(killed));
    }

    @Test
    void withoutRoomItSaysSoOnceAndGoesOnWhenThereIs() throws IOException {
        Path calm = folder.resolve("calm");
        assertEquals(0, scan(calm, "--copy").code());
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), 64 * 1024)) {
            Path root = Files.createDirectory(disk.folder().resolve("root"));
            // A part of the objects finds room, the rest does not.
            Files.write(disk.folder().resolve("large"), new byte[60 << 20]);
            ToolRun full = scan(root, "--copy");
            assertNotEquals(0, full.code());
            assertTrue(full.errors().contains("No space left on device"), full.errors());
            assertEquals(1, full.errors().lines().filter(line -> line.startsWith("F: ")).count(), full.errors());
            assertTrue(full.errors().lines().count() <= 3, full.errors());
            assertTrue(named(root) > 0 && named(root) < OBJECTS, named(root) + " have their names");

            Files.delete(disk.folder().resolve("large"));
            ToolRun again = scan(root, "--copy");
            assertEquals(0, again.code(), again.errors());
            assertSame(tree(calm), tree(root));
        }
    }
}
