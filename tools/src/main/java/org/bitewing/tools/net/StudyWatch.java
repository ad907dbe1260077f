package org.bitewing.tools.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds the ends of studies, any number at a time: a study, known by its directory, is at its end when nothing of it
 * came for a while. Each is reported once; what comes later begins anew. Thread-safe.
 */
final class StudyWatch {
    private final Duration quiet;
    private final Consumer<HookCall> atEnd;
    private final Map<String, Open> studies = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;

    /** A study that has not ended, by its last object. */
    private record Open(HookCall last, ScheduledFuture<?> end) {
    }

    StudyWatch(Duration quiet, Consumer<HookCall> atEnd) {
        this.quiet = quiet;
        this.atEnd = atEnd;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bitewing-study-watch");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** An object of a study was stored. */
    synchronized void received(HookCall object) {
        if (timer.isShutdown()) {
            atEnd.accept(object.endOfStudy());
            return;
        }
        ScheduledFuture<?> end = timer.schedule(() -> end(object), quiet.toMillis(), TimeUnit.MILLISECONDS);
        Open before = studies.put(object.directory(), new Open(object, end));
        if (before != null) {
            before.end.cancel(false);
        }
    }

    /** Ends a study, unless another object came since, or it has ended already. */
    private synchronized void end(HookCall object) {
        Open open = studies.get(object.directory());
        if (open != null && open.last == object) {
            studies.remove(object.directory());
            atEnd.accept(object.endOfStudy());
        }
    }

    /** Ends all studies. */
    synchronized void close() {
        timer.shutdownNow();
        List<Open> left = new ArrayList<>(studies.values());
        studies.clear();
        left.forEach(open -> atEnd.accept(open.last.endOfStudy()));
    }
}
