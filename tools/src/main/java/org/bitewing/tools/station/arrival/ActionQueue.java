package org.bitewing.tools.station.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;

/**
 * Runs the actions of completions, a few at a time, and keeps the journal about it: what is begun is in it before the
 * process starts, and how it ended before anything else is done. So an action that ended is never run again, and one of
 * which only the beginning is known is run again with the same number. Thread-safe.
 */
final class ActionQueue implements Arrivals.Listener, Closeable {
    /** How long actions may go on when the station stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final List<Action> actions;
    private final Agenda agenda;
    private final ArrivalJournal journal;
    private final Runner runner;
    private final Consumer<Completion> settled;
    private final Console console;
    /** The actions that are not over, by the name of the completion. */
    private final Map<String, Set<String>> waiting = new HashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private boolean closed;

    /** What runs attempts, in the threads of the queue. */
    interface Runner {
        /** Runs one and waits for its end. */
        ActionProcess.Result run(Attempt attempt);

        /** Ends those that are under way. */
        void stop();
    }

    /**
     * A queue that begins with {@link #start}.
     *
     * @param settled hears of each completion whose actions are all over; twice where a kill comes between
     */
    ActionQueue(List<Action> actions, Agenda agenda, ArrivalJournal journal,
                Runner runner, Consumer<Completion> settled, Console console) {
        this.actions = List.copyOf(actions);
        this.agenda = agenda;
        this.journal = journal;
        this.runner = runner;
        this.settled = settled;
        this.console = console;
    }

    /** Takes over what the journal knows of, and begins to work. */
    void start(int parallel) throws IOException {
        for (ArrivalImage.Pending pending : journal.pending()) {
            if (!takeOver(pending)) {
                // What was to be done is on the command line no more.
                settled.accept(pending.completion());
                journal.tell(new ArrivalEntry.Settled(pending.completion().id()));
            }
        }
        for (int i = 0; i < parallel; i++) {
            Thread worker = new Thread(this::work, "bitewing-action");
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    private synchronized boolean takeOver(ArrivalImage.Pending pending) {
        List<Attempt> attempts = new ArrayList<>();
        for (Action action : fitting(pending.completion())) {
            ArrivalEntry last = pending.attempts().get(action.name());
            if (last instanceof ArrivalEntry.Begun begun) {
                attempts.add(new Attempt(pending.completion(), action, begun.attempt(), true));
                console.log(Level.WARN, "an action was under way when the station ended, and is run again: "
                        + action.program(), facts(attempts.get(attempts.size() - 1)));
            } else if (last instanceof ArrivalEntry.Ended ended && !ended.isLast()) {
                attempts.add(new Attempt(pending.completion(), action, ended.attempt() + 1, false));
            } else if (last == null) {
                attempts.add(Attempt.first(pending.completion(), action));
            }
        }
        enqueue(attempts);
        return !attempts.isEmpty();
    }

    private List<Action> fitting(Completion completion) {
        return actions.stream().filter(action -> action.fits(completion)).toList();
    }

    @Override
    public boolean wants(Completion completion) {
        return !fitting(completion).isEmpty();
    }

    @Override
    public synchronized void complete(Completion completion) {
        enqueue(fitting(completion).stream().map(action -> Attempt.first(completion, action)).toList());
    }

    private void enqueue(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            waiting.computeIfAbsent(attempt.completion().id(), id -> new TreeSet<>()).add(attempt.action().name());
            agenda.add(attempt, now());
        }
        notifyAll();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void work() {
        for (Optional<Attempt> attempt = next(); attempt.isPresent(); attempt = next()) {
            run(attempt.get());
        }
    }

    /** Waits for the next one; empty when no more is to be run. */
    private synchronized Optional<Attempt> next() {
        try {
            while (!closed) {
                Optional<Attempt> attempt = agenda.take(now());
                if (attempt.isPresent()) {
                    return attempt;
                }
                OptionalLong next = agenda.next();
                wait(next.isEmpty() ? 0 : Math.max(1, next.getAsLong() - now()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void run(Attempt attempt) {
        String event = attempt.completion().id();
        if (!isTold(attempt, new ArrivalEntry.Begun(event, attempt.action().name(), attempt.number()))) {
            return;
        }
        console.log(Level.INFO, attempt.toString(), facts(attempt));
        ActionProcess.Result result = runner.run(attempt);
        if (result instanceof ActionProcess.Result.Stopped) {
            // That it was begun stays the last thing known of it.
            console.log(Level.WARN, attempt + ": " + result.words(), facts(attempt));
            return;
        }
        boolean isLast = result.isSuccess() || agenda.isLast(attempt);
        if (!isTold(attempt, new ArrivalEntry.Ended(event, attempt.action().name(), attempt.number(), isLast,
                result.words()))) {
            return;
        }
        say(attempt, result, isLast);
        if (over(attempt, isLast)) {
            // What is to be done then is done again after a kill in between.
            settled.accept(attempt.completion());
            isTold(attempt, new ArrivalEntry.Settled(event));
        }
    }

    /** Writes the journal, again and again where that fails; false where the queue is closed before it succeeds. */
    private boolean isTold(Attempt attempt, ArrivalEntry entry) {
        for (boolean isFirst = true; isFirst || isOpenAfter(RETRY); isFirst = false) {
            try {
                journal.tell(entry);
                return true;
            } catch (IOException e) {
                console.log(Level.ERROR, "cannot write the journal: " + Failures.reason(e), facts(attempt));
            }
        }
        return false;
    }

    private synchronized boolean isOpenAfter(Duration pause) {
        try {
            if (!closed) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !closed;
    }

    /** An attempt has ended. True where it was the last one of the last action of its completion. */
    private synchronized boolean over(Attempt attempt, boolean isLast) {
        notifyAll();
        if (!isLast) {
            agenda.again(attempt, now());
            return false;
        }
        agenda.over(attempt, now());
        Set<String> left = waiting.get(attempt.completion().id());
        left.remove(attempt.action().name());
        if (left.isEmpty()) {
            waiting.remove(attempt.completion().id());
        }
        return left.isEmpty();
    }

    private void say(Attempt attempt, ActionProcess.Result result, boolean isLast) {
        Map<String, String> facts = facts(attempt);
        facts.put("result", result.words());
        if (result.isSuccess()) {
            succeeded.increment();
            console.log(Level.INFO, attempt + ": " + result.words(), facts);
        } else if (isLast) {
            givenUp.increment();
            console.log(Level.ERROR, attempt + ": " + result.words() + "; given up", facts);
        } else {
            console.log(Level.WARN, attempt + ": " + result.words() + "; again in "
                    + agenda.wait(attempt.number()) / 1000 + " s", facts);
        }
    }

    private static Map<String, String> facts(Attempt attempt) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("event", attempt.completion().id());
        facts.put("action", attempt.action().name());
        facts.put("attempt", Integer.toString(attempt.number()));
        return facts;
    }

    /** What happened so far, in one line. */
    synchronized String counters() {
        return succeeded + " actions, " + givenUp + " given up, " + waiting.size() + " events with actions to be run";
    }

    /** Begins no more, and waits for what is under way; what takes too long is ended, and run again after the start. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        join(PATIENCE);
        runner.stop();
        join(TO_END);
    }

    private void join(Duration patience) {
        long deadline = now() + patience.toMillis();
        try {
            for (Thread worker : workers) {
                worker.join(Math.max(1, deadline - now()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
