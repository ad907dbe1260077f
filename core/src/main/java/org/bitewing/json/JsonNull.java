package org.bitewing.json;

/** The word null. */
public record JsonNull() implements JsonValue {
}
