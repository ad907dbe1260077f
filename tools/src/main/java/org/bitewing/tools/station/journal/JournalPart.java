package org.bitewing.tools.station.journal;

import java.util.List;
import org.bitewing.json.JsonObject;

/**
 * One of those who write into a {@link Journal}, with what its entries come to. The size of that should be that of what is
 * under way, whatever was before. Called under the lock of the journal, so that a part needs none of its own for what
 * {@link #apply} changes if it is read through {@link Journal#read}.
 */
public interface JournalPart {

    /**
     * What its entries are known by.
     *
     * @return a word
     */
    String name();

    /**
     * Takes an entry in: each one that is in the journal when that is opened, and from then on each that is appended,
     * once it is in the file.
     *
     * @param entry its members, as they were given
     * @throws IllegalArgumentException where it is no entry, having changed nothing
     */
    void apply(JsonObject entry);

    /**
     * Entries from which the same comes.
     *
     * @return them in the order in which they are to be applied
     */
    List<JsonObject> entries();
}
