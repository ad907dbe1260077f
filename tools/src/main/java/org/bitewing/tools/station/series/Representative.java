package org.bitewing.tools.station.series;

import java.util.Iterator;
import java.util.Map;
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
        addDifferences(all, fields, other.fields);
        Representative first = compareTo(other) <= 0 ? this : other;
        return new Representative(first.key, first.fields, all);
    }

    /** Goes through both maps side by side, as both are in order. */
    private static void addDifferences(TreeSet<String> found, TreeMap<String, JsonValue> left,
                                       TreeMap<String, JsonValue> right) {
        Iterator<Map.Entry<String, JsonValue>> lefts = left.entrySet().iterator();
        Iterator<Map.Entry<String, JsonValue>> rights = right.entrySet().iterator();
        Map.Entry<String, JsonValue> first = next(lefts);
        Map.Entry<String, JsonValue> second = next(rights);
        while (first != null || second != null) {
            int order = first == null ? 1 : second == null ? -1 : first.getKey().compareTo(second.getKey());
            if (order != 0 || !first.getValue().equals(second.getValue())) {
                found.add(order <= 0 ? first.getKey() : second.getKey());
            }
            first = order <= 0 ? next(lefts) : first;
            second = order >= 0 ? next(rights) : second;
        }
    }

    private static Map.Entry<String, JsonValue> next(Iterator<Map.Entry<String, JsonValue>> entries) {
        return entries.hasNext() ? entries.next() : null;
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
