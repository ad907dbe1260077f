package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Json;
import org.bitewing.tools.cli.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HookQueueTest {
    private static final Console CONSOLE = new Console(new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(), new PrintStream(new ByteArrayOutputStream(), true), false, false);

    @TempDir
    Path folder;

    private StudyJournal journal() {
        return new StudyJournal(folder, false, CONSOLE);
    }

    private static HookCall call(String directory, String file) {
        return new HookCall(false, directory, file, "ME", "YOU", new byte[] {127, 0, 0, 1}, "1.2", "1.3", "1.4",
                "1.5", "");
    }

    @Test
    void howeverManyWaitNobodyIsBlockedAndNoneIsLost() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        List<String> ran = new ArrayList<>();
        HookQueue queue = new HookQueue(call -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ran.add(call.file());
        }, 1, CONSOLE);

        // All are taken while the first command has not ended: more than memory keeps, so that many go to the disk.
        IntStream.range(0, 3500).forEach(i -> queue.add(call("d", Integer.toString(i))));
        gate.countDown();
        queue.close(Duration.ofSeconds(50));

        assertEquals(IntStream.range(0, 3500).mapToObj(Integer::toString).toList(), ran);
    }

    @Test
    void eachStudyEndsOnceThoughTheirObjectsAlternate() {
        List<String> ended = new ArrayList<>();
        StudyWatch watch = new StudyWatch(Duration.ofHours(1), journal(), call -> ended.add(call.directory()));
        for (int i = 0; i < 10; i++) {
            watch.received(call("a", "1"));
            watch.received(call("b", "2"));
        }
        watch.close();

        assertEquals(List.of("a", "b"), ended.stream().sorted().toList());
    }

    @Test
    void aStudyEndsAfterAQuietTime() throws InterruptedException {
        BlockingQueue<HookCall> ended = new LinkedBlockingQueue<>();
        StudyWatch watch = new StudyWatch(Duration.ofMillis(1), journal(), ended::add);

        watch.received(call("a", "1"));

        HookCall end = ended.poll(30, TimeUnit.SECONDS);
        assertEquals(call("a", "1").endOfStudy().environment("x"), end.environment("x"));
        watch.close();
        assertEquals(0, ended.size());
    }

    @Test
    void aCommandIsSplitBeforeAnythingIsPutIntoIt() {
        ArgumentVector vector = ArgumentVector.parse("-xcr", "run  '#a #b' \"x\\\"y\" a\\ b #p/#f ''");

        assertEquals(List.of("run", "#f $(x) #b", "x\"y", "a b", "/d e/f", ""),
                vector.with(Map.of("#a", "#f $(x)", "#p", "/d e", "#f", "f")));
        assertThrows(UsageException.class, () -> ArgumentVector.parse("-xcr", "run 'open"));
        assertThrows(UsageException.class, () -> ArgumentVector.parse("-xcr", "  "));
    }

    @Test
    void reportsQuoteWhatJsonQuotes() {
        assertEquals("\"a\\\"b\\\\c\\u000a\"", Json.text("a\"b\\c\n"));
    }
}
