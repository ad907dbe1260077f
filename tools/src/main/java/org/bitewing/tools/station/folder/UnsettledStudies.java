package org.bitewing.tools.station.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.journal.JournalPart;
import org.bitewing.tools.station.journal.JsonFields;
import org.bitewing.tools.station.series.ObjectFacts;

/**
 * The studies whose memory on disk may be behind their folders. Each one is noted before the first change, so that none is
 * forgotten when the process ends in between.
 */
final class UnsettledStudies implements JournalPart {
    private static final String ENTRY = "entry";
    private static final String STUDY = "study";

    private final Set<String> studies = new LinkedHashSet<>();
    private boolean isUnforced;

    static JsonObject unsettled(String study) {
        return JsonFields.with(ENTRY, "unsettled").and(STUDY, study).object();
    }

    static JsonObject settled(String study) {
        return JsonFields.with(ENTRY, "settled").and(STUDY, study).object();
    }

    /** From here on nothing is forced to the disk, so that after a crash of the machine studies may lack their notes. */
    static JsonObject unforced() {
        return JsonFields.with(ENTRY, "unforced").object();
    }

    /** All of it is on the disk. */
    static JsonObject forced() {
        return JsonFields.with(ENTRY, "forced").object();
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public void apply(JsonObject entry) {
        String kind = JsonFields.text(entry, ENTRY);
        switch (kind) {
            case "unsettled" -> studies.add(study(entry));
            case "settled" -> studies.remove(study(entry));
            case "unforced" -> isUnforced = true;
            case "forced" -> isUnforced = false;
            default -> throw new IllegalArgumentException("there is no entry '" + kind + "'");
        }
    }

    /** It becomes the name of a folder. */
    private static String study(JsonObject entry) {
        String study = JsonFields.text(entry, STUDY);
        if (!ObjectFacts.isUid(study)) {
            throw new IllegalArgumentException("a study has a UID");
        }
        return study;
    }

    @Override
    public List<JsonObject> entries() {
        List<JsonObject> entries = new ArrayList<>();
        if (isUnforced) {
            entries.add(unforced());
        }
        studies.forEach(study -> entries.add(unsettled(study)));
        return entries;
    }

    List<String> studies() {
        return List.copyOf(studies);
    }

    boolean isUnforced() {
        return isUnforced;
    }
}
