package org.bitewing.tools.station.series;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * The fields of the first object of a series, and which of them are not the same in all objects.
 *
 * @param key     the first object
 * @param fields  its fields by key
 * @param varying keys whose values differ between objects, absence being a value
 */
record Representative(ObjectKey key, TreeMap<String, JsonValue> fields, TreeSet<String> varying) {

    static Representative of(ObjectFacts facts) {
        return new Representative(ObjectKey.of(facts), facts.fields(), new TreeSet<>());
    }

    Representative merge(Representative other) {
        TreeSet<String> all = new TreeSet<>(varying);
        all.addAll(other.varying);
        Set<String> keys = new HashSet<>(fields.keySet());
        keys.addAll(other.fields.keySet());
        for (String name : keys) {
            JsonValue value = fields.get(name);
            if (value == null || !value.equals(other.fields.get(name))) {
                all.add(name);
            }
        }
        Representative first = compareTo(other) <= 0 ? this : other;
        return new Representative(first.key, first.fields, all);
    }

    /** Of two objects of one UID that differ, which should not be, always the same one is the first. */
    private int compareTo(Representative other) {
        int order = key.compareTo(other.key);
        return order != 0 ? order : new JsonObject(fields).text(false).compareTo(
                new JsonObject(other.fields).text(false));
    }

    JsonObject json() {
        return new JsonObject(Map.of("number", JsonNumber.of(key.number()), "uid", new JsonString(key.uid()),
                "fields", new JsonObject(fields), "varying", JsonArray.ofTexts(varying)));
    }

    static Representative of(StateObject json) {
        return new Representative(new ObjectKey(json.number("number"), json.text("uid")),
                new TreeMap<>(json.object("fields").json().members()), new TreeSet<>(json.texts("varying")));
    }
}
