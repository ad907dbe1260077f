package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.csa.CsaHeader;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonBoolean;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * What Siemens' image headers tell of diffusion, one entry for each object that has a directionality.
 *
 * @param hasHeader whether any object has such a header
 * @param entries   in the order of their keys, the least where there are too many
 */
record Diffusion(boolean hasHeader, List<Entry> entries) {
    static final int MOST = 65_536;
    private static final Diffusion NONE = new Diffusion(false, List.of());

    /** An object. */
    record Entry(ObjectKey key, JsonObject values) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int order = key.compareTo(other.key);
            return order != 0 ? order : values.text(false).compareTo(other.values.text(false));
        }
    }

    Diffusion {
        entries = List.copyOf(entries);
    }

    static Diffusion of(ObjectFacts facts) {
        Optional<CsaHeader> header = facts.csaImage();
        if (header.isEmpty()) {
            return NONE;
        }
        Optional<String> directionality = header.get().text("DiffusionDirectionality");
        if (directionality.isEmpty()) {
            return new Diffusion(true, List.of());
        }
        Map<String, JsonValue> values = new LinkedHashMap<>();
        header.get().text("B_value").ifPresent(text -> values.put("B_value", new JsonString(text)));
        values.put("DiffusionDirectionality", new JsonString(directionality.get()));
        List<String> gradient = header.get().texts("DiffusionGradientDirection");
        if (!gradient.isEmpty()) {
            values.put("DiffusionGradientDirection", JsonArray.ofTexts(gradient));
        }
        String instance = facts.text(Tag.InstanceNumber);
        if (!instance.isEmpty()) {
            values.put("InstanceNumber", new JsonString(instance));
        }
        values.put("SOPInstanceUID", new JsonString(facts.sopInstanceUid()));
        return new Diffusion(true, List.of(new Entry(ObjectKey.of(facts), StateObject.sorted(values))));
    }

    /** Both lists are in order, so that merging them takes one pass, from where the other one begins. */
    Diffusion merge(Diffusion other) {
        if (other.entries.isEmpty()) {
            return new Diffusion(hasHeader || other.hasHeader, entries);
        }
        int place = Collections.binarySearch(entries, other.entries.get(0));
        int first = place < 0 ? -place - 1 : place;
        int second = 0;
        List<Entry> all = new ArrayList<>(entries.size() + other.entries.size());
        all.addAll(entries.subList(0, first));
        while (all.size() < MOST && (first < entries.size() || second < other.entries.size())) {
            boolean isFirst = second == other.entries.size() || first < entries.size()
                    && entries.get(first).compareTo(other.entries.get(second)) <= 0;
            all.add(isFirst ? entries.get(first++) : other.entries.get(second++));
        }
        return new Diffusion(hasHeader || other.hasHeader, all);
    }

    /** The list of a summary. */
    JsonArray summary() {
        List<JsonValue> values = new ArrayList<>();
        entries.forEach(entry -> values.add(entry.values));
        return new JsonArray(values);
    }

    JsonObject json() {
        List<JsonValue> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new JsonObject(Map.of("number", JsonNumber.of(entry.key.number()),
                    "uid", new JsonString(entry.key.uid()), "values", entry.values)));
        }
        return new JsonObject(Map.of("header", new JsonBoolean(hasHeader), "entries",
                new JsonArray(rows)));
    }

    static Diffusion of(StateObject json) {
        List<Entry> entries = new ArrayList<>();
        for (JsonValue value : json.list("entries")) {
            if (!(value instanceof JsonObject object)) {
                throw new IllegalArgumentException("an entry about diffusion is an object");
            }
            StateObject row = new StateObject(object);
            entries.add(new Entry(new ObjectKey(row.number("number"), row.text("uid")), row.object("values").json()));
        }
        return new Diffusion(json.flag("header"), entries);
    }
}
