package org.bitewing.json;

/**
 * The word true or false.
 *
 * @param value which one
 */
public record JsonBoolean(boolean value) implements JsonValue {
}
