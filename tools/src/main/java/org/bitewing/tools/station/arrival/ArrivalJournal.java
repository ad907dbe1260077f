package org.bitewing.tools.station.arrival;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.journal.Journal;

/**
 * The part of a station's journal that tells of arrivals and actions.
 *
 * @param journal the journal
 * @param image   this part of it
 */
record ArrivalJournal(Journal journal, ArrivalImage image) {

    /** Appends entries that are on the disk when this returns; where that fails, nothing has changed. */
    void tell(Collection<? extends ArrivalEntry> entries) throws IOException {
        if (!entries.isEmpty()) {
            journal.appendForced(image, entries.stream().map(ArrivalEntry::json).toArray(JsonObject[]::new));
        }
    }

    /** See {@link #tell(Collection)}. */
    void tell(ArrivalEntry... entries) throws IOException {
        tell(List.of(entries));
    }

    List<ArrivalEntry.Opened> open() {
        return journal.read(image::open);
    }

    List<ArrivalImage.Pending> pending() {
        return journal.read(image::pending);
    }
}
