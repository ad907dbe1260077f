package org.bitewing.json;

import java.util.Objects;

/**
 * A string of JSON.
 *
 * @param value its characters, without quotation marks and escapes
 */
public record JsonString(String value) implements JsonValue {

    /**
     * Checks that it is there.
     *
     * @param value the characters
     */
    public JsonString {
        Objects.requireNonNull(value, "value");
    }
}
