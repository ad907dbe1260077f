package org.bitewing.tools.station;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The same work on many things by as many threads as there are processors. Giving a thing waits while many are under way,
 * so that memory does not grow with their number. After the first failure nothing more is done, and {@link #close} throws
 * it. Things are given by one thread.
 *
 * @param <T> what is worked on
 */
final class ParallelWork<T> implements Closeable {
    private static final int MOST_WAITING = 256;

    private final Work<T> work;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    /** Things that wait, and those that are worked on. */
    private int open;
    private boolean isComplete;
    private Optional<Throwable> failure = Optional.empty();

    /** What is done with one thing. */
    @FunctionalInterface
    interface Work<T> {
        void on(T thing) throws IOException;
    }

    ParallelWork(Work<T> work) {
        this.work = work;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::run, "station-" + (i + 1));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void run() {
        try {
            for (Optional<T> thing = take(); thing.isPresent(); thing = take()) {
                work.on(thing.get());
                done();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized Optional<T> take() throws InterruptedException {
        while (waiting.isEmpty() && !isComplete && failure.isEmpty()) {
            wait();
        }
        if (waiting.isEmpty() || failure.isPresent()) {
            return Optional.empty();
        }
        notifyAll();
        return Optional.of(waiting.remove());
    }

    private synchronized void done() {
        open--;
        notifyAll();
    }

    private synchronized void fail(Throwable thrown) {
        failure = Optional.of(thrown);
        notifyAll();
    }

    synchronized boolean hasFailed() {
        return failure.isPresent();
    }

    /** Gives a thing, once there is room for it. */
    synchronized void give(T thing) {
        await(MOST_WAITING);
        waiting.add(thing);
        open++;
        notifyAll();
    }

    /** Waits until all that was given is done. */
    synchronized void finish() {
        await(1);
    }

    /** Waits until fewer things are open. */
    private void await(int count) {
        boolean isInterrupted = false;
        while (open >= count && failure.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        Throwable thrown;
        synchronized (this) {
            finish();
            isComplete = true;
            notifyAll();
            if (failure.isEmpty()) {
                return;
            }
            thrown = failure.get();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof UncheckedIOException e) {
            throw e.getCause();
        }
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) thrown;
    }
}
