package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.net.Offer;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.StorageScu;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.ServerProcess;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.station.arrival.StationReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand objects of three hundred studies from four senders at once, shuffled and some of them twice, while the
 * station is killed and started again, and again.
 */
@Timeout(900)
class StationKillTest {
    private static final int STUDIES = 300;
    private static final int OBJECTS = 10_000;
    private static final int SENDERS = 4;
    private static final int TWICE = 1_000;
    /** After so many objects the station is killed; at last while it tells of completions. */
    private static final int[] KILLS = {500, 2_500, 5_000, 7_500};
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(300);

    @TempDir
    Path folder;

    /** The objects that the station has said success to. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile ServerProcess station;

    private record Sent(String study, String series, String object, byte[] file) {
    }

    private static Sent object(int number) throws IOException {
        String study = "1.2." + number % STUDIES;
        int inStudy = number / STUDIES;
        String series = study + "." + (1 + inStudy % 3);
        String object = series + "." + inStudy;
        return new Sent(study, series, object, Dicom.toBytes(DataSet.builder().set(Tag.SOPClassUID, UID.MRImageStorage)
                .set(Tag.SOPInstanceUID, object).set(Tag.StudyInstanceUID, study).set(Tag.SeriesInstanceUID, series)
                .set(Tag.Modality, "MR").set(Tag.InstanceNumber, Integer.toString(inStudy))
                .set(Tag.SeriesNumber, Integer.toString(1 + inStudy % 3)).set(Tag.PatientID, "P" + number % 100)
                .set(Tag.StudyDate, "20260102").set(Tag.StudyTime, "1015").set(Tag.Manufacturer, "SIEMENS")
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY").set(Tag.SliceLocation, Integer.toString(inStudy)).build()));
    }

    /** Sends until each object is acknowledged, whatever happens to the station. */
    private void send(List<Sent> objects) {
        int next = 0;
        while (next < objects.size()) {
            try {
                next += send(objects.subList(next, objects.size()), Integer.parseInt(station.port()));
            } catch (IOException e) {
                // Nothing listens; the next association is tried where it listens by then.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    /** Sends over one association, and says how many were acknowledged before it broke. */
    private int send(List<Sent> objects, int port) throws IOException {
        int count = 0;
        try (StorageScu scu = StorageScu.connect("localhost", port, "SCANNER", "STATION",
                List.of(Offer.of(UID.MRImageStorage, UID.ExplicitVRLittleEndian)))) {
            for (Sent sent : objects) {
                Status status;
                try {
                    status = scu.send(OutgoingObject.of(sent.object, () -> new ByteArrayInputStream(sent.file)));
                } catch (IOException e) {
                    return count;
                }
                assertEquals(Status.SUCCESS, status);
                acknowledged.add(sent.object);
                count++;
            }
        }
        return count;
    }

    private ServerProcess start(Path root, String quiet) throws IOException {
        return ServerProcess.start(List.of(), "station", "--root", root.toString(), "--quiet-time", quiet, "--no-sync",
                "--action-parallel", "2", "--on-study",
                "/bin/sh -c 'tr -d \"\\n\" > \"$1/$$\"; mv \"$1/$$\" \"$1/event-$$\"' x '" + folder.resolve("events") + "'");
    }

    private static void await(BooleanSupplier condition, Object what) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "it does not come about: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private List<Path> files(Path below, String start) {
        try (Stream<Path> files = Files.list(below)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void killsLoseNothingAndTellNothingTwice() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Files.createDirectories(folder.resolve("events"));
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            all.add(object(i));
        }
        List<Sent> shuffled = new ArrayList<>(all);
        shuffled.addAll(all.subList(0, TWICE));
        Collections.shuffle(shuffled, new Random(7));

        Path root = folder.resolve("root");
        station = start(root, "6");
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> sending = new ArrayList<>();
            int share = shuffled.size() / SENDERS;
            for (int i = 0; i < SENDERS; i++) {
                List<Sent> own = shuffled.subList(i * share, i == SENDERS - 1 ? shuffled.size() : (i + 1) * share);
                sending.add(senders.submit(() -> send(own)));
            }
            for (int kill : KILLS) {
                await(() -> acknowledged.size() >= kill, kill + " objects");
                restart(root);
            }
            for (Future<?> one : sending) {
                one.get();
            }
            await(() -> files(folder.resolve("events"), "event-").size() >= STUDIES / 3, "completions");
            restart(root);
            await(() -> lastCounts().equals(expectedCounts()), "the last completion of each study");
            await(() -> files(root.resolve(".arrived"), "SCANNER STATION 127.0.0.1 scp_").isEmpty(), ".arrived");
            station.stop();
        } finally {
            senders.shutdownNow();
            station.kill();
        }
        eachObjectIsInItsPlaceOnce(root, all);
        eachStudyIsToldOnceUnlessMoreCame();
        assertEquals(summaries(calm(all)), summaries(root));
    }

    private void restart(Path root) throws Exception {
        station.kill();
        station = start(root, "6");
    }

    private static JsonObject json(Path file) {
        try {
            return (JsonObject) JsonDocument.of(Files.readString(file), file.getFileName().toString(),
                    Limits.defaults()).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonObject object, String name) {
        return object.members().get(name) instanceof JsonString text ? text.value()
                : object.members().get(name).text(false);
    }

    private List<JsonObject> events() {
        return files(folder.resolve("events"), "event-").stream().map(StationKillTest::json).toList();
    }

    private static int count(JsonObject event) {
        return Integer.parseInt(text((JsonObject) event.members().get("summary"), "NumFiles"));
    }

    /** How many objects each study has by its last completion. */
    private Map<String, Integer> lastCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonObject event : events()) {
            counts.merge(text(event, "StudyInstanceUID"), count(event), Math::max);
        }
        return counts;
    }

    private static Map<String, Integer> expectedCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < OBJECTS; i++) {
            counts.merge("1.2." + i % STUDIES, 1, Integer::sum);
        }
        return counts;
    }

    private void eachObjectIsInItsPlaceOnce(Path root, List<Sent> all) throws IOException {
        assertEquals(OBJECTS, acknowledged.size());
        Set<Path> archived = ConcurrentHashMap.newKeySet();
        for (Sent sent : all) {
            Path place = root.resolve("raw").resolve(sent.study).resolve(sent.series).resolve(sent.object);
            assertArrayEquals(dataSet(sent.file), dataSet(Files.readAllBytes(place)), sent.object);
            assertTrue(archived.add(place.toRealPath()));
        }
        try (Stream<Path> files = Files.walk(root.resolve("archive"))) {
            assertEquals(OBJECTS, files.filter(Files::isRegularFile).count());
        }
        try (Stream<Path> files = Files.walk(root.resolve("raw"))) {
            assertEquals(OBJECTS, files.filter(Files::isSymbolicLink).count());
        }
    }

    private static byte[] dataSet(byte[] bytes) {
        // The group length says where the meta information ends (PS3.10 7.1).
        int length = bytes[140] & 0xff | (bytes[141] & 0xff) << 8;
        return Arrays.copyOfRange(bytes, 144 + length, bytes.length);
    }

    /** A round beyond the first has more objects than the round before; an event is there twice only as a repetition. */
    private void eachStudyIsToldOnceUnlessMoreCame() {
        Map<String, TreeMap<Integer, Integer>> rounds = new HashMap<>();
        Map<String, Integer> attempts = new HashMap<>();
        for (JsonObject event : events()) {
            int round = Integer.parseInt(text(event, "round"));
            assertEquals(round > 1, Boolean.parseBoolean(text(event, "late")));
            assertEquals("1", text(event, "attempt"));
            rounds.computeIfAbsent(text(event, "StudyInstanceUID"), key -> new TreeMap<>()).put(round, count(event));
            if (text(event, "repeated").equals("false")) {
                assertEquals(1, attempts.merge(text(event, "event"), 1, Integer::sum), text(event, "event"));
            }
        }
        assertEquals(STUDIES, rounds.size());
        rounds.forEach((study, counts) -> {
            assertEquals(counts.size(), counts.lastKey(), "rounds of " + study + " count from 1");
            assertEquals(counts.size(), Set.copyOf(counts.values()).size(), study + counts);
            assertEquals(List.copyOf(counts.values()), counts.values().stream().sorted().toList(), study);
        });
    }

    /** The same objects, one after the other, to a station that nobody kills. */
    private Path calm(List<Sent> all) throws IOException {
        Path root = folder.resolve("calm");
        CommandLine line = CommandLine.parse(new Station().options(), List.of("--no-sync"));
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false, false);
        try (StationReceiver receiver = StationReceiver.start(line, console, root, StationFolderOptions.of(line, console).withoutSync(), 0)) {
            send(all, receiver.address().getPort());
        }
        return root;
    }

    /** All summaries, as they are but for the times of arrival. */
    private static Map<String, String> summaries(Path root) throws IOException {
        Map<String, String> summaries = new TreeMap<>();
        Path raw = root.resolve("raw");
        try (Stream<Path> files = Files.walk(raw)) {
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".json"))::iterator) {
                List<String> lines = Files.readAllLines(file);
                List<String> times = lines.stream().filter(StationKillTest::isArrival).toList();
                assertEquals(2, times.size(), file.toString());
                lines.removeAll(times);
                summaries.put(raw.relativize(file).toString(), String.join("\n", lines));
            }
        }
        assertEquals(STUDIES * 4, summaries.size());
        return summaries;
    }

    private static boolean isArrival(String line) {
        return line.contains("\"FirstArrival\": ") || line.contains("\"LastArrival\": ");
    }
}
