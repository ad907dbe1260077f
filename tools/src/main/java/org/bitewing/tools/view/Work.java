package org.bitewing.tools.view;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bitewing.DicomException;
import org.bitewing.Location;

/**
 * Where files are read whole and frames rendered: a thread for each processor, a short queue, and an allowance of
 * memory. Threads that speak to clients only wait for it, and are refused when too many wait.
 */
final class Work implements AutoCloseable {
    private static final int MOST_THREADS = 4;
    private static final int WAITING = 32;
    private static final int UNIT = 1024;

    private final ThreadPoolExecutor threads;
    private final int units = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / UNIT);
    private final Semaphore memory = new Semaphore(units, true);

    /** That the queue is full: the client may ask again. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("too much is asked for at once; ask again");
        }
    }

    Work() {
        int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        threads = new ThreadPoolExecutor(count, count, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "bitewing-render");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does something and waits for it.
     *
     * @throws BusyException  where too much waits already
     * @throws IOException    where the work ended so
     * @throws DicomException where the work ended so, or there is not enough memory
     */
    <T> T run(Callable<T> task) throws BusyException, IOException {
        Future<T> future;
        try {
            future = threads.submit(task);
        } catch (RejectedExecutionException e) {
            throw new BusyException();
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (cause instanceof OutOfMemoryError) {
                throw tooLittle();
            }
            throw new IllegalStateException(cause);
        }
    }

    /**
     * Takes memory for the time of something, and waits until it is there.
     *
     * @throws DicomException where there will never be so much
     */
    <T> T with(long bytes, Callable<T> task) throws Exception {
        long needed = bytes / UNIT + 1;
        if (needed > units) {
            throw tooLittle();
        }
        memory.acquire((int) needed);
        try {
            return task.call();
        } finally {
            memory.release((int) needed);
        }
    }

    private static DicomException tooLittle() {
        return new DicomException(DicomException.Kind.LIMIT,
                "the Java heap is too small for this image; give it more with JAVA_OPTS=-Xmx...",
                Location.of("image"), -1, -1);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
