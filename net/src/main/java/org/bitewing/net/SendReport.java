package org.bitewing.net;

import java.util.List;

/**
 * What became of all objects that were to be sent.
 *
 * @param results one for each object, in the order in which they were given
 */
public record SendReport(List<SendResult> results) {

    /**
     * Copies the list.
     *
     * @param results one for each object
     */
    public SendReport {
        results = List.copyOf(results);
    }

    /**
     * How many objects the peer has stored.
     *
     * @return a count
     */
    public long stored() {
        return results.stream().filter(result -> result.outcome() == SendResult.Outcome.STORED).count();
    }

    /**
     * The objects that the peer has not stored, to be sent again.
     *
     * @return in the order in which they were given
     */
    public List<OutgoingObject> unsent() {
        return results.stream().filter(result -> result.outcome() != SendResult.Outcome.STORED)
                .map(SendResult::object).toList();
    }
}
