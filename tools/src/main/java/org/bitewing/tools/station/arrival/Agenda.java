package org.bitewing.tools.station.arrival;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Which action is run next. The completions of one study or series wait for one another, action by action, so that a
 * late one is never told before the first; those of different ones do not. What failed is tried again after a while that
 * doubles each time. Knows no clock: each call is told the time in milliseconds. For one thread.
 */
final class Agenda {
    /** What waits at most between two attempts. */
    static final long LONGEST_WAIT = 600_000;

    private final int mostAttempts;
    private final long firstWait;
    private final Map<Line, Deque<Attempt>> lines = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(
            Comparator.comparingLong(Due::time).thenComparingLong(Due::order));
    private long order;

    /** Attempts of one line are made one after the other. */
    private record Line(Subject subject, String action) {
        static Line of(Attempt attempt) {
            return new Line(attempt.completion().subject(), attempt.action().name());
        }
    }

    private record Due(long time, long order, Attempt attempt) {
    }

    Agenda(int mostAttempts, long firstWait) {
        this.mostAttempts = mostAttempts;
        this.firstWait = firstWait;
    }

    void add(Attempt attempt, long now) {
        Deque<Attempt> line = lines.computeIfAbsent(Line.of(attempt), key -> new ArrayDeque<>());
        line.add(attempt);
        if (line.size() == 1) {
            due.add(new Due(now, order++, attempt));
        }
    }

    /** Takes the next attempt that is due. It is then {@link #over}, or made {@link #again}. */
    Optional<Attempt> take(long now) {
        return due.isEmpty() || due.peek().time > now ? Optional.empty() : Optional.of(due.remove().attempt);
    }

    /** When the next attempt is due; empty where none waits. */
    OptionalLong next() {
        return due.isEmpty() ? OptionalLong.empty() : OptionalLong.of(due.peek().time);
    }

    /** Whether an attempt that fails is not followed by another. */
    boolean isLast(Attempt attempt) {
        return attempt.number() >= mostAttempts;
    }

    /** After an attempt that has failed comes another, after a while. */
    void again(Attempt attempt, long now) {
        due.add(new Due(now + wait(attempt.number()), order++, attempt.next()));
    }

    /** What waits between an attempt that has failed and the next. */
    long wait(int attempt) {
        long wait = firstWait;
        for (int i = 1; i < attempt && wait < LONGEST_WAIT; i++) {
            wait *= 2;
        }
        return Math.min(wait, LONGEST_WAIT);
    }

    /** An action is over: the next one of its line is due. */
    void over(Attempt attempt, long now) {
        Line key = Line.of(attempt);
        Deque<Attempt> line = lines.get(key);
        line.remove();
        if (line.isEmpty()) {
            lines.remove(key);
        } else {
            due.add(new Due(now, order++, line.element()));
        }
    }
}
