package org.bitewing.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object of JSON.
 *
 * @param members its values by name, in the order in which they are written
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /**
     * Keeps a copy.
     *
     * @param members the values by name; their order is kept
     */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * A member.
     *
     * @param name its name
     * @return its value, if it is there
     */
    public Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
