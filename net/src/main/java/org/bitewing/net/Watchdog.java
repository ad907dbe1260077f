package org.bitewing.net;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what a socket's own time-out does not: a write that the peer never takes, TLS that trickles in byte by byte. One
 * thread looks at all connections twice a second and closes those that are overdue; it ends when there are none.
 */
final class Watchdog {
    private static final long PERIOD_MILLIS = 500;
    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private Watchdog() {
    }

    private static ScheduledThreadPoolExecutor thread() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bitewing-net-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Calls until the result is cancelled. */
    static Future<?> watch(Runnable check) {
        return THREAD.scheduleWithFixedDelay(check, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
}
