package org.bitewing.tools.station.journal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonBoolean;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/** Members of JSON objects, put in one after the other, and asked for by name and kind. For one thread. */
public final class JsonFields {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private JsonFields() {
    }

    /**
     * Begins an object.
     *
     * @param name of its first member
     * @param text its value
     * @return an object that can be added to
     */
    public static JsonFields with(String name, String text) {
        return new JsonFields().and(name, text);
    }

    /**
     * Begins an object.
     *
     * @param name   of its first member
     * @param number its value
     * @return an object that can be added to
     */
    public static JsonFields with(String name, long number) {
        return new JsonFields().and(name, number);
    }

    /**
     * Adds a text.
     *
     * @param name of the member
     * @param text its value
     * @return this
     */
    public JsonFields and(String name, String text) {
        return and(name, new JsonString(text));
    }

    /**
     * Adds a number.
     *
     * @param name   of the member
     * @param number its value
     * @return this
     */
    public JsonFields and(String name, long number) {
        return and(name, JsonNumber.of(number));
    }

    /**
     * Adds true or false.
     *
     * @param name  of the member
     * @param value its value
     * @return this
     */
    public JsonFields and(String name, boolean value) {
        return and(name, new JsonBoolean(value));
    }

    /**
     * Adds anything.
     *
     * @param name  of the member
     * @param value its value
     * @return this
     */
    public JsonFields and(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    /**
     * What was put in.
     *
     * @return an object with its members in the order in which they came
     */
    public JsonObject object() {
        return new JsonObject(members);
    }

    /**
     * A text.
     *
     * @param object the object
     * @param name   of the member
     * @return its value
     * @throws IllegalArgumentException where there is no such text
     */
    public static String text(JsonObject object, String name) {
        if (object.members().get(name) instanceof JsonString text) {
            return text.value();
        }
        throw new IllegalArgumentException("there is no text " + name);
    }

    /**
     * A whole number.
     *
     * @param object the object
     * @param name   of the member
     * @return its value
     * @throws IllegalArgumentException where there is no such number
     */
    public static int number(JsonObject object, String name) {
        if (object.members().get(name) instanceof JsonNumber number) {
            BigDecimal value = number.value();
            // The scale first: a number like 1e999999999 has no place in memory as digits.
            if (value.scale() == 0 && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return value.intValueExact();
            }
        }
        throw new IllegalArgumentException("there is no whole number " + name);
    }

    /**
     * Whether a member is there and true.
     *
     * @param object the object
     * @param name   of the member
     * @return false where it is not there as well
     */
    public static boolean isTrue(JsonObject object, String name) {
        return object.members().get(name) instanceof JsonBoolean value && value.value();
    }

    /**
     * The elements of an array.
     *
     * @param object the object
     * @param name   of the member
     * @return its elements
     * @throws IllegalArgumentException where there is no such array
     */
    public static List<JsonValue> array(JsonObject object, String name) {
        if (object.members().get(name) instanceof JsonArray array) {
            return array.elements();
        }
        throw new IllegalArgumentException("there is no array " + name);
    }
}
