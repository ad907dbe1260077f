package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.net.ArgumentVector;
import org.bitewing.tools.station.arrival.ActionProcess.Result;
import org.bitewing.tools.station.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Actions run once, are tried again, and outlive the process. */
@Timeout(60)
class ActionQueueTest {
    private static final Peer PEER = new Peer("MR1", "STATION", "10.0.0.7");

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
            new PrintStream(said, true, StandardCharsets.UTF_8), false, false);
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();
    private final BlockingQueue<Completion> settled = new LinkedBlockingQueue<>();

    private static Action action(boolean ofStudies, String program, Set<String> called) {
        return new Action(ofStudies, new ArgumentVector(List.of(program)), called, Set.of());
    }

    private static Completion study(String uid, int round) {
        return new Completion(Subject.ofStudy(uid), round, List.of(PEER));
    }

    /** A process of the station. Closed, its journal ends as if it were killed. */
    private final class Station implements AutoCloseable {
        private final ArrivalImage image = new ArrivalImage();
        private final Journal file = Journal.open(root.resolve("station.journal"), List.of(image));
        private final ArrivalJournal journal = new ArrivalJournal(file, image);
        private final ActionQueue queue;

        private Station(ActionQueue.Runner runner, int attempts, Action... actions) throws IOException {
            queue = new ActionQueue(List.of(actions), new Agenda(attempts, 0), journal, runner, settled::add, console);
        }

        void complete(Completion completion) throws IOException {
            journal.tell(new ArrivalEntry.Completed(completion));
            assertTrue(queue.wants(completion));
            queue.complete(completion);
        }

        @Override
        public void close() throws IOException {
            queue.close();
            file.close();
        }
    }

    /** Notes what runs and what comes of it. */
    private ActionQueue.Runner runner(Result result) {
        return new ActionQueue.Runner() {
            @Override
            public Result run(Attempt attempt) {
                ran.add(attempt + (attempt.isRepeated() ? " repeated" : ""));
                return result;
            }

            @Override
            public void stop() {
                // None of them takes time.
            }
        };
    }

    @Test
    void eachActionRunsOnceForACompletionThatItFits() throws Exception {
        Action study = action(true, "study", Set.of());
        Action series = action(false, "series", Set.of());
        Action other = action(true, "other", Set.of("ELSEWHERE"));
        try (Station station = new Station(runner(new Result.Exited(0)), 3, study, series, other)) {
            station.queue.start(2);
            station.complete(study("1.1", 1));
            assertEquals(study("1.1", 1), settled.take());
            Completion ofSeries = new Completion(new Subject("1.1", "1.1.1"), 1, List.of(PEER));
            station.complete(ofSeries);
            assertEquals(ofSeries, settled.take());
        }
        assertEquals(List.of("attempt 1 for study/1.1/1: study", "attempt 1 for series/1.1/1.1.1/1: series"),
                List.copyOf(ran));
        try (Station next = new Station(runner(new Result.Exited(0)), 3, study, series, other)) {
            assertEquals(List.of(), next.journal.pending());
        }
    }

    @Test
    void whatFailsIsTriedAgainAndThenGivenUp() throws Exception {
        try (Station station = new Station(runner(new Result.Exited(7)), 3, action(true, "a", Set.of()))) {
            station.queue.start(1);
            station.complete(study("1.1", 1));
            settled.take();
        }
        assertEquals(List.of("attempt 1 for study/1.1/1: a", "attempt 2 for study/1.1/1: a",
                "attempt 3 for study/1.1/1: a"), List.copyOf(ran));
        String log = said.toString(StandardCharsets.UTF_8);
        assertTrue(log.contains("W: attempt 2 for study/1.1/1: a: exit code 7; again in 0 s\n"), log);
        assertTrue(log.contains("E: attempt 3 for study/1.1/1: a: exit code 7; given up\n"), log);
    }

    @Test
    void whatWasBegunAndPerhapsDoneIsRunAgainWithTheSameNumber() throws Exception {
        Action a = action(true, "a", Set.of());
        Action b = action(true, "b", Set.of());
        Action c = action(true, "c", Set.of());
        try (Station killed = new Station(runner(new Result.Exited(0)), 5, a, b, c)) {
            killed.journal.tell(new ArrivalEntry.Completed(study("1.1", 1)),
                    new ArrivalEntry.Begun("study/1.1/1", a.name(), 2),
                    new ArrivalEntry.Ended("study/1.1/1", b.name(), 3, false, "exit code 1"),
                    new ArrivalEntry.Ended("study/1.1/1", c.name(), 1, true, "exit code 0"));
        }
        try (Station station = new Station(runner(new Result.Exited(0)), 5, c, b, a)) {
            station.queue.start(1);
            settled.take();
        }
        assertEquals(List.of("attempt 2 for study/1.1/1: a repeated", "attempt 4 for study/1.1/1: b"),
                ran.stream().sorted().toList());
        assertEquals(0, settled.size());
    }

    @Test
    void aStopLetsWhatIsUnderWayBeRunAgain() throws Exception {
        Action a = action(true, "a", Set.of());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ActionQueue.Runner endless = new ActionQueue.Runner() {
            @Override
            public Result run(Attempt attempt) {
                begun.countDown();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Result.Stopped();
            }

            @Override
            public void stop() {
                stopped.countDown();
            }
        };
        Station station = new Station(endless, 3, a);
        station.queue.start(1);
        station.complete(study("1.1", 1));
        begun.await();
        stopped.countDown();
        station.close();
        try (Station next = new Station(runner(new Result.Exited(0)), 3, a)) {
            next.queue.start(1);
            settled.take();
        }
        assertEquals(List.of("attempt 1 for study/1.1/1: a repeated"), List.copyOf(ran));
    }

    @Test
    void withoutItsActionACompletionIsSettledAtTheStart() throws Exception {
        try (Station killed = new Station(runner(new Result.Exited(0)), 3)) {
            killed.journal.tell(new ArrivalEntry.Completed(study("1.1", 1)));
        }
        try (Station station = new Station(runner(new Result.Exited(0)), 3)) {
            station.queue.start(1);
            assertEquals(study("1.1", 1), settled.take());
            assertEquals(List.of(), station.journal.pending());
        }
    }

    @Test
    void aKillBeforeACompletionIsSettledSettlesItAtTheStart() throws Exception {
        Action a = action(true, "a", Set.of());
        try (Station killed = new Station(runner(new Result.Exited(0)), 3, a)) {
            killed.journal.tell(new ArrivalEntry.Completed(study("1.1", 1)),
                    new ArrivalEntry.Ended("study/1.1/1", a.name(), 1, true, "exit code 0"));
        }
        try (Station station = new Station(runner(new Result.Exited(0)), 3, a)) {
            station.queue.start(1);
            assertEquals(study("1.1", 1), settled.take());
            assertEquals(List.of(), station.journal.pending());
        }
        assertEquals(List.of(), List.copyOf(ran));
    }

    @Test
    void actionsThatEndAtTheSameTimeSettleTheirCompletionOnce() throws Exception {
        int count = 300;
        try (Station station = new Station(runner(new Result.Exited(0)), 3, action(true, "a", Set.of()),
                action(true, "b", Set.of()))) {
            station.queue.start(2);
            for (int i = 0; i < count; i++) {
                station.complete(study("1." + i, 1));
            }
            for (int i = 0; i < count; i++) {
                settled.take();
            }
        }
        assertEquals(2 * count, ran.size());
        assertEquals(0, settled.size());
        try (Station next = new Station(runner(new Result.Exited(0)), 3)) {
            assertEquals(List.of(), next.journal.pending());
        }
    }

    @Test
    void noMoreRunAtATimeThanAreAllowedAndOneStudyIsNeverTwiceAtATime() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<String> studies = ConcurrentHashMap.newKeySet();
        List<String> twice = new ArrayList<>();
        ActionQueue.Runner counting = new ActionQueue.Runner() {
            @Override
            public Result run(Attempt attempt) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                String study = attempt.completion().subject().study();
                if (!studies.add(study)) {
                    twice.add(study);
                }
                Thread.yield();
                studies.remove(study);
                now.decrementAndGet();
                return new Result.Exited(0);
            }

            @Override
            public void stop() {
                // None of them takes time.
            }
        };
        try (Station station = new Station(counting, 3, action(true, "a", Set.of()))) {
            station.queue.start(3);
            for (int i = 0; i < 200; i++) {
                station.complete(study("1." + i % 5, 1 + i / 5));
            }
            for (int i = 0; i < 200; i++) {
                settled.take();
            }
        }
        assertEquals(List.of(), twice);
        assertTrue(most.get() <= 3, most.toString());
    }
}
