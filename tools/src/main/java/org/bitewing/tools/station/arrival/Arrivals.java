package org.bitewing.tools.station.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;

/**
 * Tells when series and studies are complete. Before an object has its place in the folder, the journal says that its
 * series and study are open; once they are quiet, the folder is asked how many objects they have, and a completion is told
 * if these are not as many as were told before. So whatever a kill interrupts, what is in the folder is told once.
 * Thread-safe.
 */
final class Arrivals implements Closeable {
    private static final int LOCKS = 64;
    /** The file with what was told of a study, in its folder. */
    private static final String TOLD = ".told";

    private final Rounds rounds;
    private final Holdings holdings;
    private final ArrivalJournal journal;
    private final TouchFiles touchFiles;
    private final Listener listener;
    private final boolean sync;
    private final LongSupplier clock;
    private final Console console;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
    private final LongAdder completions = new LongAdder();
    private final Thread watch = new Thread(this::watch, "bitewing-arrivals");
    private boolean closed;

    /** What is in the folder of the station. */
    interface Holdings {
        /** Writes the summaries of a study, and says how many objects each series has. */
        Map<String, Long> flush(String study) throws IOException;

        /** The folder of a study; it is there once an object is. */
        Path folder(String study);
    }

    /** Who is to hear of completions. */
    interface Listener {
        /** Whether there is anything to do for a completion. If so, {@link #settled} is called when it is done. */
        boolean wants(Completion completion);

        /** It is in the journal, and was wanted. */
        void complete(Completion completion);
    }

    /**
     * Nothing happens by itself before {@link #start}.
     *
     * @param sync  whether what was told is to be on the disk
     * @param clock milliseconds that never go back
     */
    Arrivals(Rounds rounds, Holdings holdings, ArrivalJournal journal, TouchFiles touchFiles, Listener listener,
             boolean sync, LongSupplier clock, Console console) {
        this.rounds = rounds;
        this.holdings = holdings;
        this.journal = journal;
        this.touchFiles = touchFiles;
        this.listener = listener;
        this.sync = sync;
        this.clock = clock;
        this.console = console;
        Arrays.setAll(locks, i -> new ReentrantLock());
        watch.setDaemon(true);
    }

    /** Goes on with what an earlier process has left open, as if the last objects came now. */
    void takeOver() {
        open(journal.open());
    }

    /** Begins to watch. */
    void start() {
        watch.start();
    }

    private long now() {
        return clock.getAsLong();
    }

    private ReentrantLock lock(String study) {
        return locks[Math.floorMod(study.hashCode(), LOCKS)];
    }

    // ---- objects -------------------------------------------------------------------------------------------------

    /** A new object is about to get its place. When this returns, a kill no longer keeps it from being told. */
    void announce(String study, String series, Peer peer) throws IOException {
        came(study, series, peer, true);
    }

    /** An object has its place. Where it was there before, it keeps open what is open, and opens nothing. */
    void arrived(String study, String series, Peer peer, boolean isNew) throws IOException {
        ReentrantLock lock = lock(study);
        lock.lock();
        try {
            came(study, series, peer, isNew);
            if (isNew) {
                // With the lock, so that a completion does not remove the files before they are made.
                touch(peer, new Subject(study, series));
                touch(peer, Subject.ofStudy(study));
            }
        } finally {
            lock.unlock();
        }
    }

    private void touch(Peer peer, Subject subject) {
        try {
            touchFiles.touch(peer, subject, now());
        } catch (IOException e) {
            // The object is stored all the same.
            console.log(Level.WARN, "cannot touch a file of " + subject + ": " + Failures.reason(e));
        }
    }

    private void came(String study, String series, Peer peer, boolean opens) throws IOException {
        ReentrantLock lock = lock(study);
        lock.lock();
        try {
            List<ArrivalEntry.Opened> begun = new ArrayList<>();
            List<ArrivalEntry> entries = new ArrayList<>();
            for (Subject subject : List.of(new Subject(study, series), Subject.ofStudy(study))) {
                int round = touch(subject, peer, entries);
                if (round == 0 && opens) {
                    int last = Told.read(told(study)).of(subject).round();
                    begun.add(new ArrivalEntry.Opened(subject, last + 1, List.of(peer)));
                }
            }
            entries.addAll(begun);
            journal.tell(entries);
            open(begun);
        } finally {
            lock.unlock();
        }
    }

    /** The round that is open; 0 where none is. */
    private int touch(Subject subject, Peer peer, List<ArrivalEntry> entries) {
        synchronized (rounds) {
            int round = rounds.round(subject);
            if (round > 0 && !rounds.touch(subject, peer, now())) {
                entries.add(new ArrivalEntry.Opened(subject, round, List.of(peer)));
            }
            return round;
        }
    }

    private void open(List<ArrivalEntry.Opened> begun) {
        synchronized (rounds) {
            for (ArrivalEntry.Opened opened : begun) {
                rounds.open(opened.subject(), opened.round(), opened.peers(), now());
            }
            if (!begun.isEmpty()) {
                rounds.notifyAll();
            }
        }
    }

    private Path told(String study) {
        return holdings.folder(study).resolve(TOLD);
    }

    // ---- completions ---------------------------------------------------------------------------------------------

    private void watch() {
        while (awaitsQuiet()) {
            look();
        }
    }

    /** Waits until something is quiet; false when that is asked no more. */
    private boolean awaitsQuiet() {
        synchronized (rounds) {
            try {
                while (!closed) {
                    OptionalLong next = rounds.next();
                    long left = next.isEmpty() ? Long.MAX_VALUE : next.getAsLong() - now();
                    if (left <= 0) {
                        return true;
                    }
                    rounds.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    /** Ends what is quiet now. */
    void look() {
        Map<String, List<Subject>> byStudy = new LinkedHashMap<>();
        synchronized (rounds) {
            for (Subject subject : rounds.quiet(now())) {
                byStudy.computeIfAbsent(subject.study(), study -> new ArrayList<>()).add(subject);
            }
        }
        byStudy.forEach(this::end);
    }

    /** Ends what is still quiet of a study. */
    private void end(String study, List<Subject> subjects) {
        List<Completion> told = List.of();
        ReentrantLock lock = lock(study);
        lock.lock();
        try {
            told = tell(study, candidates(subjects));
        } catch (IOException | RuntimeException e) {
            // The next ones must not suffer from it.
            console.log(Level.ERROR, "cannot tell that study " + study + " is complete, it is tried again: "
                    + (e instanceof IOException io ? Failures.reason(io) : e.toString()));
            synchronized (rounds) {
                subjects.forEach(subject -> rounds.postpone(subject, now()));
            }
        } finally {
            lock.unlock();
        }
        told.stream().filter(listener::wants).forEach(listener::complete);
    }

    private List<Completion> candidates(List<Subject> subjects) {
        synchronized (rounds) {
            return subjects.stream().flatMap(subject -> rounds.completion(subject, now()).stream()).toList();
        }
    }

    /** Writes what is complete into the study's folder and the journal. */
    private List<Completion> tell(String study, List<Completion> candidates) throws IOException {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Long> objects = holdings.flush(study);
        Told before = Told.read(told(study));
        Map<String, Told.Round> further = new TreeMap<>();
        List<ArrivalEntry> entries = new ArrayList<>();
        List<Completion> complete = new ArrayList<>();
        for (Completion candidate : candidates) {
            Subject subject = candidate.subject();
            long count = subject.isStudy() ? objects.values().stream().mapToLong(Long::longValue).sum()
                    : objects.getOrDefault(subject.series(), 0L);
            // A round that is open and in the file was about to be told when the process was killed.
            boolean isNew = before.of(subject).round() >= candidate.round()
                    || before.of(subject).objects() != count;
            if (!isNew) {
                entries.add(new ArrivalEntry.Closed(subject, candidate.round()));
                continue;
            }
            further.put(subject.series(), new Told.Round(candidate.round(), count));
            complete.add(candidate);
            entries.add(new ArrivalEntry.Completed(candidate));
            if (!listener.wants(candidate)) {
                entries.add(new ArrivalEntry.Settled(candidate.id()));
            }
        }
        if (!further.isEmpty()) {
            before.with(further).write(told(study), sync);
        }
        journal.tell(entries);
        for (Completion candidate : candidates) {
            close(candidate.subject());
            if (!complete.contains(candidate) && listener.wants(candidate)) {
                // Files of the round before were left, as this one was open when its actions were done.
                removeTouched(candidate);
            }
        }
        complete.forEach(completion -> say(completion, further.get(completion.subject().series())));
        return complete;
    }

    private void close(Subject subject) {
        synchronized (rounds) {
            rounds.close(subject);
        }
    }

    private void say(Completion completion, Told.Round round) {
        completions.increment();
        if (!listener.wants(completion)) {
            touchFiles.forget(completion);
        }
        console.log(Level.INFO, completion.subject() + " is complete" + (completion.isLate() ? " again" : "")
                + ", " + round.objects() + " objects", Map.of("event", completion.id(), "objects",
                Long.toString(round.objects()), "late", Boolean.toString(completion.isLate())));
    }

    /** All actions of a completion are over. */
    void settled(Completion completion) {
        ReentrantLock lock = lock(completion.subject().study());
        lock.lock();
        try {
            synchronized (rounds) {
                if (rounds.round(completion.subject()) > 0) {
                    // What came since has touched the files again.
                    return;
                }
            }
            removeTouched(completion);
        } finally {
            lock.unlock();
        }
    }

    private void removeTouched(Completion completion) {
        try {
            touchFiles.remove(completion);
        } catch (IOException e) {
            console.log(Level.WARN, "cannot remove a file of " + completion.subject() + ": " + Failures.reason(e));
        }
    }

    /** What happened so far, in one line. */
    String counters() {
        synchronized (rounds) {
            return completions + " completions, " + rounds.openStudies() + " studies open";
        }
    }

    /** Watches no more; what is open stays so for the next start. */
    @Override
    public void close() {
        synchronized (rounds) {
            closed = true;
            rounds.notifyAll();
        }
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
