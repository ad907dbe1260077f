package org.bitewing.tools.net;

import java.io.IOException;
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
 * came for a while. Each is reported once, also where the process was killed and started again; what comes later begins
 * anew. Thread-safe.
 */
final class StudyWatch {
    private final Duration quiet;
    private final StudyJournal journal;
    private final Consumer<HookCall> atEnd;
    private final Map<String, Open> studies = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;

    /** A study that has not ended, by its last object. */
    private record Open(HookCall last, ScheduledFuture<?> end) {
    }

    StudyWatch(Duration quiet, StudyJournal journal, Consumer<HookCall> atEnd) {
        this.quiet = quiet;
        this.journal = journal;
        this.atEnd = atEnd;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bitewing-study-watch");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Goes on with the studies that an earlier process has left open, as if their last objects came now. */
    synchronized void takeOver() throws IOException {
        for (HookCall left : journal.takeOver()) {
            if (studies.containsKey(left.directory())) {
                // Two notes of one study: it was about to end when it began anew. That is one end.
                journal.starts(left);
                journal.ended(left);
            } else {
                schedule(left);
            }
        }
    }

    /** An object of a study was stored. */
    synchronized void received(HookCall object) {
        Open before = studies.get(object.directory());
        HookCall noted = before == null ? journal.begin(object) : object.with(before.last.ticket());
        if (timer.isShutdown()) {
            atEnd.accept(noted.endOfStudy());
            return;
        }
        schedule(noted);
        if (before != null) {
            before.end.cancel(false);
        }
    }

    private void schedule(HookCall object) {
        ScheduledFuture<?> end = timer.schedule(() -> end(object), quiet.toMillis(), TimeUnit.MILLISECONDS);
        studies.put(object.directory(), new Open(object, end));
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
