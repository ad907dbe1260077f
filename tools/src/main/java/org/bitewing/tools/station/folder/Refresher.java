package org.bitewing.tools.station.folder;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Keeps summaries from being far behind, and settles studies that nothing comes for. A thread that waits, and the longer
 * the more it had to do: however many studies are open, most of the time is for the objects that arrive.
 */
final class Refresher implements Closeable {
    private static final int SHORTEST_WAIT = 10;
    private static final int LOOKS = 4;
    /** So many times the patience with summaries is that with memory. */
    private static final int QUIET = 4;
    /** So many times as long as it worked it rests. */
    private static final int REST = 9;

    private final OpenStudies studies;
    private final StationOptions options;
    private final Thread thread = new Thread(this::run, "station-refresh");
    private boolean isClosed;

    Refresher(OpenStudies studies, StationOptions options) {
        this.studies = studies;
        this.options = options;
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long shortest = Math.max(SHORTEST_WAIT, options.refresh().toMillis() / LOOKS);
        long worked = 0;
        while (waits(Math.max(shortest, REST * worked))) {
            long start = System.nanoTime();
            for (Study study : studies.all()) {
                refresh(study);
            }
            worked = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    /** Not by interrupts, which would close the files that are being written. */
    private synchronized boolean waits(long millis) {
        try {
            if (!isClosed) {
                wait(millis);
            }
            return !isClosed;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void refresh(Study study) {
        long patience = options.refresh().toNanos();
        synchronized (study) {
            try {
                if (study.isGone()) {
                    return;
                }
                if (study.quiet() > QUIET * patience) {
                    study.settle();
                } else if (study.behind() > patience) {
                    study.refresh();
                }
            } catch (IOException e) {
                study.delay();
                options.problem().accept("summaries cannot be written: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
