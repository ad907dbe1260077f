package org.bitewing.tools.station.arrival;

import java.util.List;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.journal.JsonFields;

/** What the journal of a station tells of arrivals and actions, one line each. */
sealed interface ArrivalEntry {

    /** Something of a study or series may have come, from this peer, since its last completion. */
    record Opened(Subject subject, int round, List<Peer> peers) implements ArrivalEntry {
    }

    /** It is complete, and open no more; its actions are to be run. */
    record Completed(Completion completion) implements ArrivalEntry {
    }

    /** Nothing new had come: it is open no more, and there is nothing to tell. */
    record Closed(Subject subject, int round) implements ArrivalEntry {
    }

    /** An action is about to be run. */
    record Begun(String event, String action, int attempt) implements ArrivalEntry {
    }

    /** An attempt has ended. Where it is the last one, the action will not be run again. */
    record Ended(String event, String action, int attempt, boolean isLast, String how) implements ArrivalEntry {
    }

    /** No action is left to be run for a completion. */
    record Settled(String event) implements ArrivalEntry {
    }

    /** A line of the journal, its kind under {@code entry}. */
    default JsonObject json() {
        // A switch over patterns is for later Javas.
        if (this instanceof Opened opened) {
            return of("opened", opened.subject, opened.round).and("peers", Peer.json(opened.peers))
                    .object();
        }
        if (this instanceof Completed completed) {
            return of("completed", completed.completion.subject(), completed.completion.round())
                    .and("peers", Peer.json(completed.completion.peers())).object();
        }
        if (this instanceof Closed closed) {
            return of("closed", closed.subject, closed.round).object();
        }
        if (this instanceof Begun begun) {
            return JsonFields.with("entry", "begun").and("event", begun.event).and("action", begun.action)
                    .and("attempt", begun.attempt).object();
        }
        if (this instanceof Ended ended) {
            return JsonFields.with("entry", "ended").and("event", ended.event).and("action", ended.action)
                    .and("attempt", ended.attempt).and("last", ended.isLast).and("how", ended.how).object();
        }
        return JsonFields.with("entry", "settled").and("event", ((Settled) this).event).object();
    }

    private static JsonFields of(String kind, Subject subject, int round) {
        return JsonFields.with("entry", kind).and("study", subject.study()).and("series", subject.series())
                .and("round", round);
    }

    /** @throws IllegalArgumentException where it is none */
    static ArrivalEntry of(JsonObject json) {
        String kind = JsonFields.text(json, "entry");
        return switch (kind) {
            case "opened" -> new Opened(subject(json), JsonFields.number(json, "round"), Peer.listIn(json));
            case "completed" -> new Completed(Completion.of(subject(json), JsonFields.number(json, "round"),
                    Peer.listIn(json)));
            case "closed" -> new Closed(subject(json), JsonFields.number(json, "round"));
            case "begun" -> new Begun(JsonFields.text(json, "event"), JsonFields.text(json, "action"),
                    JsonFields.number(json, "attempt"));
            case "ended" -> new Ended(JsonFields.text(json, "event"), JsonFields.text(json, "action"),
                    JsonFields.number(json, "attempt"), JsonFields.isTrue(json, "last"), JsonFields.text(json, "how"));
            case "settled" -> new Settled(JsonFields.text(json, "event"));
            default -> throw new IllegalArgumentException("there is no entry " + kind);
        };
    }

    private static Subject subject(JsonObject json) {
        return new Subject(JsonFields.text(json, "study"), JsonFields.text(json, "series"));
    }
}
