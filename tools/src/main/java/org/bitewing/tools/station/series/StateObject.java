package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonBoolean;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * Members of an object that was written by a state, with their types. What is missing or of another type is an
 * {@link IllegalArgumentException} that names it.
 */
record StateObject(JsonObject json) {

    private JsonValue member(String name) {
        return json.member(name).orElseThrow(() -> new IllegalArgumentException("there is no \"" + name + "\""));
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("\"" + name + "\" is not " + what);
    }

    StateObject object(String name) {
        if (member(name) instanceof JsonObject object) {
            return new StateObject(object);
        }
        throw wrong(name, "an object");
    }

    String text(String name) {
        if (member(name) instanceof JsonString text) {
            return text.value();
        }
        throw wrong(name, "a text");
    }

    long number(String name) {
        if (member(name) instanceof JsonNumber number) {
            return Long.parseLong(number.digits());
        }
        throw wrong(name, "a number");
    }

    boolean flag(String name) {
        if (member(name) instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw wrong(name, "true or false");
    }

    List<JsonValue> list(String name) {
        if (member(name) instanceof JsonArray array) {
            return array.elements();
        }
        throw wrong(name, "a list");
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : list(name)) {
            if (!(value instanceof JsonString text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text.value());
        }
        return texts;
    }

    long[] numbers(String name) {
        List<JsonValue> values = list(name);
        long[] numbers = new long[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(values.get(i) instanceof JsonNumber number)) {
                throw wrong(name, "a list of numbers");
            }
            numbers[i] = Long.parseLong(number.digits());
        }
        return numbers;
    }

    /** Members in the order of their names, which is the order of summaries. */
    static JsonObject sorted(Map<String, ? extends JsonValue> members) {
        return new JsonObject(new TreeMap<>(members));
    }
}
