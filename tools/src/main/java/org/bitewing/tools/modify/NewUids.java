package org.bitewing.tools.modify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bitewing.data.Uids;

/**
 * New identifiers in place of old ones, for all files of one call: what had one UID before has one afterwards, so that
 * the files of a study stay together.
 */
final class NewUids {
    private final Map<String, String> byOld = new HashMap<>();

    String of(Optional<String> old) {
        if (old.isEmpty()) {
            return Uids.random();
        }
        String made = byOld.get(old.get());
        if (made == null) {
            made = Uids.random();
            byOld.put(old.get(), made);
        }
        return made;
    }
}
