package org.bitewing.tools.station.arrival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.journal.JournalPart;

/**
 * What the entries of a journal come to: the studies and series that are open, and the completions whose actions are not
 * all done. Its size is that of what is under way, whatever was before.
 */
final class ArrivalImage implements JournalPart {
    private final Map<Subject, ArrivalEntry.Opened> open = new LinkedHashMap<>();
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    /**
     * A completion whose actions are not all done.
     *
     * @param completion what is complete
     * @param attempts   the last thing known of each action, by its name: {@link ArrivalEntry.Begun} or
     *                   {@link ArrivalEntry.Ended}
     */
    record Pending(Completion completion, Map<String, ArrivalEntry> attempts) {
    }

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public void apply(JsonObject line) {
        ArrivalEntry entry = ArrivalEntry.of(line);
        if (entry instanceof ArrivalEntry.Opened opened) {
            open.merge(opened.subject(), opened, ArrivalImage::merged);
        } else if (entry instanceof ArrivalEntry.Completed completed) {
            Completion completion = completed.completion();
            close(completion.subject(), completion.round());
            pending.put(completion.id(), new Pending(completion, new TreeMap<>()));
        } else if (entry instanceof ArrivalEntry.Closed closed) {
            close(closed.subject(), closed.round());
        } else if (entry instanceof ArrivalEntry.Begun begun) {
            put(begun.event(), begun.action(), begun);
        } else if (entry instanceof ArrivalEntry.Ended ended) {
            put(ended.event(), ended.action(), ended);
        } else {
            pending.remove(((ArrivalEntry.Settled) entry).event());
        }
    }

    /** Further peers of a round add to it; another round begins anew. */
    private static ArrivalEntry.Opened merged(ArrivalEntry.Opened before, ArrivalEntry.Opened opened) {
        if (before.round() != opened.round()) {
            return opened;
        }
        List<Peer> peers = new ArrayList<>(before.peers());
        peers.addAll(opened.peers());
        return new ArrivalEntry.Opened(opened.subject(), opened.round(), peers);
    }

    private void close(Subject subject, int round) {
        ArrivalEntry.Opened opened = open.get(subject);
        if (opened != null && opened.round() <= round) {
            open.remove(subject);
        }
    }

    private void put(String event, String action, ArrivalEntry entry) {
        Pending found = pending.get(event);
        if (found != null) {
            found.attempts.put(action, entry);
        }
    }

    /** The studies and series that are open, by when they were opened. */
    List<ArrivalEntry.Opened> open() {
        return List.copyOf(open.values());
    }

    /** The completions whose actions are not all done, in their order. */
    List<Pending> pending() {
        return pending.values().stream().map(one -> new Pending(one.completion, new TreeMap<>(one.attempts))).toList();
    }

    @Override
    public List<JsonObject> entries() {
        List<ArrivalEntry> entries = new ArrayList<>();
        for (Pending one : pending.values()) {
            entries.add(new ArrivalEntry.Completed(one.completion));
            entries.addAll(one.attempts.values());
        }
        // Behind the completions, since those close what they are about.
        entries.addAll(open.values());
        return entries.stream().map(ArrivalEntry::json).toList();
    }
}
