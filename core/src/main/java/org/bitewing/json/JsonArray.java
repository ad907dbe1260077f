package org.bitewing.json;

import java.util.ArrayList;
import java.util.List;

/**
 * An array of JSON.
 *
 * @param elements its values in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {

    /**
     * Keeps a copy.
     *
     * @param elements the values in order
     */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    /**
     * An array of strings.
     *
     * @param texts any
     * @return the array
     */
    public static JsonArray ofTexts(Iterable<String> texts) {
        List<JsonValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(new JsonString(text));
        }
        return new JsonArray(values);
    }
}
