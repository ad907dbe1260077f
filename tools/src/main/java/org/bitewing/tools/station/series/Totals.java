package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonValue;

/**
 * How much there is, and of what kinds.
 *
 * @param objects    how many objects
 * @param frames     how many frames they have; an object without pixels counts as one
 * @param bytes      the size of their files
 * @param modalities all that occurred
 * @param sopClasses UIDs of all that occurred
 * @param syntaxes   objects by the UID of their transfer syntax, the least UIDs where there are too many
 * @param problems   what was wrong with objects that are counted nevertheless
 */
record Totals(long objects, long frames, long bytes, TextSet modalities, TextSet sopClasses,
              TreeMap<String, Long> syntaxes, TextSet problems) {
    private static final long MOST_FRAMES = Integer.MAX_VALUE;

    static Totals of(ObjectFacts facts, List<String> problems) {
        long frames = Completeness.whole(facts.attributes(), Tag.NumberOfFrames).orElse(1);
        frames = Math.min(Math.max(1, frames), MOST_FRAMES);
        TreeMap<String, Long> syntaxes = new TreeMap<>();
        syntaxes.put(facts.transferSyntax(), 1L);
        List<String> all = new ArrayList<>(facts.problems());
        all.addAll(problems);
        return new Totals(1, frames, facts.bytes(), texts(facts, Tag.Modality), texts(facts, Tag.SOPClassUID), syntaxes,
                TextSet.of(all));
    }

    private static TextSet texts(ObjectFacts facts, int tag) {
        return TextSet.of(ElementValues.of(facts.attributes(), tag).values());
    }

    Totals merge(Totals other) {
        TreeMap<String, Long> all = new TreeMap<>(syntaxes);
        other.syntaxes.forEach((uid, count) -> all.merge(uid, count, Long::sum));
        while (all.size() > TextSet.MOST) {
            all.pollLastEntry();
        }
        return new Totals(objects + other.objects, frames + other.frames, bytes + other.bytes,
                modalities.merge(other.modalities), sopClasses.merge(other.sopClasses), all,
                problems.merge(other.problems));
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("objects", JsonNumber.of(objects));
        members.put("frames", JsonNumber.of(frames));
        members.put("bytes", JsonNumber.of(bytes));
        members.put("modalities", modalities.json());
        members.put("sopClasses", sopClasses.json());
        Map<String, JsonValue> counts = new LinkedHashMap<>();
        syntaxes.forEach((uid, count) -> counts.put(uid, JsonNumber.of(count)));
        members.put("syntaxes", new JsonObject(counts));
        members.put("problems", problems.json());
        return new JsonObject(members);
    }

    static Totals of(StateObject json) {
        TreeMap<String, Long> syntaxes = new TreeMap<>();
        StateObject counts = json.object("syntaxes");
        for (String uid : counts.json().members().keySet()) {
            syntaxes.put(uid, counts.number(uid));
        }
        return new Totals(json.number("objects"), json.number("frames"), json.number("bytes"),
                TextSet.of(json.texts("modalities")), TextSet.of(json.texts("sopClasses")), syntaxes,
                TextSet.of(json.texts("problems")));
    }
}
