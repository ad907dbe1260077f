package org.bitewing.tools.station.arrival;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A study or a series is complete: nothing of it came for the quiet time. What comes later makes another completion, a
 * late one.
 *
 * @param subject what is complete
 * @param round   counts the completions of this study or series from 1
 * @param peers   who sent something of it since the round before, in order
 */
record Completion(Subject subject, int round, List<Peer> peers) {

    Completion {
        peers = List.copyOf(peers);
    }

    static Completion of(Subject subject, int round, Collection<Peer> peers) {
        return new Completion(subject, round, List.copyOf(new TreeSet<>(peers)));
    }

    /**
     * Its name, which no other completion has and which is the same however often an action is run for it:
     * {@code study/UID/round} or {@code series/UID/UID/round}.
     */
    String id() {
        return subject.isStudy() ? "study/" + subject.study() + "/" + round
                : "series/" + subject.study() + "/" + subject.series() + "/" + round;
    }

    /** Whether it was complete before. */
    boolean isLate() {
        return round > 1;
    }
}
