package org.bitewing.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Any JSON (RFC 8259) as an immutable tree, for configuration and reports. Two values are equal if they hold the same;
 * the order of members does not matter. {@link JsonDocument} reads one and knows where each value stands.
 */
public sealed interface JsonValue
        permits JsonArray, JsonBoolean, JsonNull, JsonNumber, JsonObject, JsonString {

    /**
     * Writes the value in UTF-8. Members keep their order; a surrogate that is alone becomes a question mark.
     *
     * @param target   where it goes; stays open, and is not flushed
     * @param indented true for a line for each value, two spaces deeper for each level, and a line feed at the end;
     *                 false for one line without any space and without an end
     * @throws IOException where the target cannot be written
     */
    default void write(OutputStream target, boolean indented) throws IOException {
        JsonTreeWriter.write(this, target, indented);
    }

    /**
     * The value as text.
     *
     * @param indented as for {@link #write}
     * @return what {@link #write} writes
     */
    default String text(boolean indented) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, indented);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can always be written", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
