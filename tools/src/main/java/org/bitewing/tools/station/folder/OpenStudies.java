package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The studies whose states are in memory: those that got objects last, as many as a part of the heap holds. A study is
 * settled before it leaves. Thread-safe.
 */
final class OpenStudies {
    /** What a study, and what a series takes, roughly. */
    private static final long BYTES = 1 << 16;
    private static final int FEWEST = 64;

    private final Desk desk;
    private final int most = (int) Math.max(FEWEST, Math.min(1 << 16, Runtime.getRuntime().maxMemory() / 4 / BYTES));
    private final Map<String, Study> studies = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private int size;

    OpenStudies(Desk desk) {
        this.desk = desk;
    }

    /** Does something with a study that is loaded, or else not known. */
    @FunctionalInterface
    interface Task<T> {
        T with(Study study) throws IOException;
    }

    /** Does something with a study while nobody else does. */
    <T> T with(String uid, Task<T> task) throws IOException {
        while (true) {
            Study study = find(uid);
            synchronized (study) {
                if (!study.isGone()) {
                    try {
                        return task.with(study);
                    } finally {
                        note(study);
                    }
                }
            }
        }
    }

    private synchronized Study find(String uid) {
        return studies.computeIfAbsent(uid, key -> new Study(key, desk));
    }

    private synchronized void note(Study study) {
        int now = 1 + study.size();
        Integer before = sizes.put(study.uid(), now);
        size += now - (before == null ? 0 : before);
    }

    /** Lets all of them go. */
    void leaveAll() throws IOException {
        for (Study study : all()) {
            leave(study);
        }
    }

    /** Lets studies go while there are too many. Not to be called with the monitor of one. */
    void shrink() throws IOException {
        for (Optional<Study> eldest = tooMuch(); eldest.isPresent(); eldest = tooMuch()) {
            leave(eldest.get());
        }
    }

    private void leave(Study study) throws IOException {
        synchronized (study) {
            if (study.isUnderWay()) {
                // It is in use, whatever the order says.
                find(study.uid());
            } else if (!study.isGone()) {
                study.settle();
                study.leave();
                remove(study);
            }
        }
    }

    private synchronized Optional<Study> tooMuch() {
        return size > most && studies.size() > 1 ? Optional.of(studies.values().iterator().next()) : Optional.empty();
    }

    private synchronized void remove(Study study) {
        studies.remove(study.uid());
        Integer before = sizes.remove(study.uid());
        size -= before == null ? 0 : before;
    }

    /** Those that are in memory now. */
    synchronized List<Study> all() {
        return List.copyOf(studies.values());
    }
}
