package org.bitewing.tools.net;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/**
 * Hooks that wait for their turn. Adding one never waits for a command: some are kept in memory and all others in a
 * temporary file, so that however many there are the heap stays small and none is lost.
 */
final class HookQueue {
    private static final int MOST_IN_MEMORY = 1_000;

    private final Consumer<HookCall> runner;
    private final Console console;
    private final Deque<HookCall> waiting = new ArrayDeque<>();
    private final HookSpool spool = new HookSpool();
    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;

    HookQueue(Consumer<HookCall> runner, int parallel, Console console) {
        this.runner = runner;
        this.console = console;
        for (int i = 0; i < parallel; i++) {
            Thread worker = new Thread(this::work, "bitewing-hook");
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    synchronized void add(HookCall call) {
        if (spool.isEmpty() && waiting.size() < MOST_IN_MEMORY) {
            waiting.add(call);
        } else {
            try {
                spool.add(call);
            } catch (IOException e) {
                // Out of order is better than lost.
                console.log(Level.WARN, "no room for waiting commands on the disk, they are kept in memory");
                waiting.add(call);
            }
        }
        notifyAll();
    }

    private void work() {
        for (Optional<HookCall> call = next(); call.isPresent(); call = next()) {
            try {
                runner.accept(call.get());
            } catch (RuntimeException e) {
                // The next ones must not suffer from it.
                console.log(Level.ERROR, "command cannot be executed: " + e);
            }
        }
    }

    /** Waits for the next one; empty when all are done and no more will come. */
    private synchronized Optional<HookCall> next() {
        try {
            while (waiting.isEmpty() && spool.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return Optional.empty();
        }
        if (waiting.isEmpty() && !spool.isEmpty()) {
            try {
                waiting.addAll(spool.take(MOST_IN_MEMORY));
            } catch (IOException e) {
                console.log(Level.ERROR, "commands that waited on the disk are lost: " + spool.drop());
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes no more, and waits until all are done; gives up those that are not done in time, and says how many. */
    void close(Duration patience) {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Thread worker : workers) {
                worker.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            int left = waiting.size() + spool.drop();
            waiting.clear();
            if (left > 0) {
                console.log(Level.ERROR, left + " commands were not run");
            }
        }
        workers.forEach(Thread::interrupt);
    }
}
