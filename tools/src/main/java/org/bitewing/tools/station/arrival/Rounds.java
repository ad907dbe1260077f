package org.bitewing.tools.station.arrival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which series and studies something came of, and when they are quiet. The first object opens a round of its series and
 * its study; the round ends when nothing came for the quiet time, and what comes later opens the next. Knows no clock:
 * each call is told the time, in milliseconds that never go back. As all series wait equally long, the order in which
 * they were touched is the order in which they end, and looking costs no more than what has ended. For one thread.
 */
final class Rounds {
    /** Of one round; more senders than that are not told apart. */
    private static final int MOST_PEERS = 64;

    private final long seriesQuiet;
    private final long studyQuiet;
    private final Map<Subject, Open> series = new LinkedHashMap<>();
    private final Map<Subject, Open> studies = new LinkedHashMap<>();

    /** A round that has not ended. */
    private static final class Open {
        private final int round;
        private final Set<Peer> peers = new TreeSet<>();
        private long touched;

        private Open(int round) {
            this.round = round;
        }
    }

    /** Times in milliseconds; a study waits no shorter than its series. */
    Rounds(long seriesQuiet, long studyQuiet) {
        if (seriesQuiet < 0 || seriesQuiet > studyQuiet) {
            throw new IllegalArgumentException("a study waits no shorter than its series");
        }
        this.seriesQuiet = seriesQuiet;
        this.studyQuiet = studyQuiet;
    }

    /** The round in which a study or series is; 0 where it is not open. */
    int round(Subject subject) {
        Open open = of(subject).get(subject);
        return open == null ? 0 : open.round;
    }

    /** Opens a round, or goes on with one that an earlier process had opened. */
    void open(Subject subject, int round, Collection<Peer> peers, long now) {
        Open open = new Open(round);
        open.peers.addAll(peers);
        open.touched = now;
        of(subject).put(subject, open);
    }

    /**
     * Something of an open study or series came.
     *
     * @return false where the peer is a new one in this round
     */
    boolean touch(Subject subject, Peer peer, long now) {
        Open open = wait(subject, now);
        return open.peers.size() >= MOST_PEERS || !open.peers.add(peer);
    }

    /** Waits once more for a study or series that could not be ended. */
    void postpone(Subject subject, long now) {
        wait(subject, now);
    }

    /** Moves one that is open to the end of the line. */
    private Open wait(Subject subject, long now) {
        Open open = of(subject).remove(subject);
        open.touched = now;
        of(subject).put(subject, open);
        return open;
    }

    /** The round is over, or was never begun. */
    void close(Subject subject) {
        of(subject).remove(subject);
    }

    /** What is quiet, series before studies. It stays open until {@link #close}. */
    List<Subject> quiet(long now) {
        List<Subject> quiet = new ArrayList<>();
        collect(series, now - seriesQuiet, quiet);
        collect(studies, now - studyQuiet, quiet);
        return quiet;
    }

    private static void collect(Map<Subject, Open> all, long touchedBy, List<Subject> quiet) {
        for (Map.Entry<Subject, Open> entry : all.entrySet()) {
            if (entry.getValue().touched > touchedBy) {
                return;
            }
            quiet.add(entry.getKey());
        }
    }

    /** The completion that a round would make, where the study or series is still quiet. */
    Optional<Completion> completion(Subject subject, long now) {
        Open open = of(subject).get(subject);
        long quiet = subject.isStudy() ? studyQuiet : seriesQuiet;
        return open == null || open.touched > now - quiet ? Optional.empty()
                : Optional.of(Completion.of(subject, open.round, open.peers));
    }

    /** When the next one will be quiet; empty where nothing is open. */
    OptionalLong next() {
        OptionalLong ofSeries = next(series, seriesQuiet);
        OptionalLong ofStudies = next(studies, studyQuiet);
        if (ofSeries.isEmpty() || ofStudies.isEmpty()) {
            return ofSeries.isEmpty() ? ofStudies : ofSeries;
        }
        return OptionalLong.of(Math.min(ofSeries.getAsLong(), ofStudies.getAsLong()));
    }

    private static OptionalLong next(Map<Subject, Open> all, long quiet) {
        Iterator<Open> first = all.values().iterator();
        return first.hasNext() ? OptionalLong.of(first.next().touched + quiet) : OptionalLong.empty();
    }

    /** How many studies are open. */
    int openStudies() {
        return studies.size();
    }

    private Map<Subject, Open> of(Subject subject) {
        return subject.isStudy() ? studies : series;
    }
}
