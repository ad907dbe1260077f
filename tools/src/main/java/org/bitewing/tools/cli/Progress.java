package org.bitewing.tools.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far a long command is, for a person at a terminal: one line that is drawn over itself, with how many of how many,
 * how many a second, and how long the rest will take. Nothing at all elsewhere, or where messages are not wanted.
 * Thread-safe.
 */
public final class Progress implements AutoCloseable {
    /** More often would cost more than it tells. */
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Console console;
    private final String what;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private final boolean isShown;
    private long done;
    private long next = EVERY;

    Progress(Console console, String what, long total, LongSupplier clock) {
        this.console = console;
        this.what = what;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.isShown = console.showsProgress() && total != 1;
        if (isShown) {
            console.status(text(0));
        }
    }

    /**
     * Begins.
     *
     * @param console where it is shown
     * @param what    is counted, such as {@code objects}
     * @param total   how many there are; 0 where nobody knows
     * @return the progress, to be closed at the end
     */
    public static Progress of(Console console, String what, long total) {
        return new Progress(console, what, total, System::nanoTime);
    }

    /** One more is done. */
    public synchronized void step() {
        done++;
        long now = clock.getAsLong() - start;
        if (isShown && (now >= next || done == total)) {
            next = now + EVERY;
            console.status(text(now));
        }
    }

    /** The line goes, and what was done stays if it took a while. */
    @Override
    public synchronized void close() {
        if (!isShown) {
            return;
        }
        console.status("");
        long now = clock.getAsLong() - start;
        if (now >= SECOND) {
            console.printError(done + (done < total ? " of " + total : "") + " " + what + " in " + time(now / SECOND)
                    + ", " + rate(now) + "/s\n");
        }
    }

    private String text(long now) {
        StringBuilder text = new StringBuilder().append(done);
        if (total > 0) {
            text.append(" of ").append(total);
        }
        text.append(' ').append(what);
        // A rate of the first moments would tell of the start alone.
        if (done > 0 && now >= SECOND) {
            text.append(", ").append(rate(now)).append("/s");
            if (done < total) {
                double left = (double) now / done * (total - done) / SECOND;
                text.append(", ").append(time(Math.round(Math.ceil(left)))).append(" left");
            }
        }
        return text.toString();
    }

    /** With a decimal where it is small. */
    private String rate(long now) {
        double rate = (double) done * SECOND / now;
        long tenths = Math.round(rate * 10);
        return tenths >= 100 ? "" + Math.round(rate) : tenths / 10 + "." + tenths % 10;
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
