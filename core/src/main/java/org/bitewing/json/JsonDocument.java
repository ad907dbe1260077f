package org.bitewing.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;
import org.bitewing.model.TextSource;

/**
 * JSON that was read as a whole: a tree, and where each of its values stands, so that whoever finds one wrong can say
 * so with line and column. Strict as RFC 8259, in UTF-8; a name that is twice in one object is an error. Immutable.
 */
public final class JsonDocument {
    /** What a value and a member take in memory beside their characters, as an estimate. */
    private static final int VALUE_MEMORY = 160;

    private final String name;
    private final JsonValue root;
    private final Map<JsonValue, long[]> places;
    private final Map<JsonObject, Map<String, long[]>> names;

    private JsonDocument(Reading reading, String name, JsonValue root) {
        this.name = name;
        this.root = root;
        this.places = reading.places;
        this.names = reading.names;
    }

    /**
     * Reads a document.
     *
     * @param in     the JSON text, read to its end; stays open
     * @param name   what it comes from, for messages
     * @param limits depth and memory count
     * @return the document
     * @throws IOException    where the stream cannot be read
     * @throws DicomException where it is not JSON (kind SYNTAX) or exceeds the limits (LIMIT)
     */
    public static JsonDocument read(InputStream in, String name, Limits limits) throws IOException {
        Reading reading = new Reading(new TextSource(in, name, StandardCharsets.UTF_8, limits));
        return new JsonDocument(reading, name, reading.all());
    }

    /**
     * Reads a document from a text.
     *
     * @param text   the JSON text
     * @param name   what it comes from, for messages
     * @param limits depth and memory count
     * @return the document
     * @throws DicomException where it is not JSON (kind SYNTAX) or exceeds the limits (LIMIT)
     */
    public static JsonDocument of(String text, String name, Limits limits) {
        try {
            return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can always be read", e);
        }
    }

    /**
     * The tree.
     *
     * @return the value that the document is
     */
    public JsonValue root() {
        return root;
    }

    /**
     * An error at a value.
     *
     * @param value  one of this tree, the very object
     * @param reason what is wrong with it, and what to do about it
     * @return an error of kind VALUE that names source, line and column
     */
    public DicomException error(JsonValue value, String reason) {
        return error(places.get(value), reason);
    }

    /**
     * An error at the name of a member.
     *
     * @param object an object of this tree, the very one
     * @param member the name of one of its members
     * @param reason what is wrong with it, and what to do about it
     * @return an error of kind VALUE that names source, line and column
     */
    public DicomException errorAtName(JsonObject object, String member, String reason) {
        return error(names.getOrDefault(object, Map.of()).get(member), reason);
    }

    private DicomException error(long[] place, String reason) {
        String where = place == null ? name : name + ", line " + place[0] + ", column " + place[1];
        return new DicomException(DicomException.Kind.VALUE, reason, Location.of(where), -1, -1);
    }

    /** An array or object that is being read. */
    private static final class Open {
        private final long[] place;
        private final boolean isObject;
        private final List<JsonValue> elements = new ArrayList<>();
        private final Map<String, JsonValue> members = new LinkedHashMap<>();
        private final Map<String, long[]> names = new LinkedHashMap<>();
        private String name = "";

        Open(long[] place, boolean isObject) {
            this.place = place;
            this.isObject = isObject;
        }

        void add(JsonValue value) {
            if (isObject) {
                members.put(name, value);
            } else {
                elements.add(value);
            }
        }
    }

    /** The way through the tokens. What is open is on a stack, so that depth costs no recursion. */
    private static final class Reading {
        private final TextSource source;
        private final JsonTokenizer tokens;
        private final Map<JsonValue, long[]> places = new IdentityHashMap<>();
        private final Map<JsonObject, Map<String, long[]>> names = new IdentityHashMap<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private long memory;

        Reading(TextSource source) {
            this.source = source;
            this.tokens = new JsonTokenizer(source, false);
        }

        JsonValue all() throws IOException {
            JsonValue root = null;
            while (root == null) {
                root = step(tokens.next());
            }
            tokens.next(); // Nothing may follow, and it is the tokenizer that says so.
            return root;
        }

        /** Takes one token; the root once it is complete, else null. */
        private JsonValue step(JsonToken token) throws IOException {
            long[] place = source.marked();
            use(VALUE_MEMORY);
            return switch (token) {
                case START_OBJECT, START_ARRAY -> {
                    open.push(new Open(place, token == JsonToken.START_OBJECT));
                    yield null;
                }
                case NAME -> {
                    name(tokens.text(), place);
                    yield null;
                }
                case END_OBJECT -> {
                    Open ended = open.pop();
                    JsonObject object = new JsonObject(ended.members);
                    names.put(object, ended.names);
                    yield complete(object, ended.place);
                }
                case END_ARRAY -> {
                    Open ended = open.pop();
                    yield complete(new JsonArray(ended.elements), ended.place);
                }
                case STRING -> {
                    tokens.takeText();
                    yield complete(new JsonString(characters()), place);
                }
                case NUMBER -> complete(new JsonNumber(characters()), place);
                case BOOLEAN -> complete(new JsonBoolean(tokens.text().equals("true")), place);
                case NULL -> complete(new JsonNull(), place);
                case END -> throw source.error("JSON that ends too early");
            };
        }

        private String characters() {
            String text = tokens.text();
            use(2L * text.length());
            return text;
        }

        private void name(String member, long[] place) {
            use(2L * member.length());
            Open top = open.element();
            if (top.names.put(member, place) != null) {
                throw source.errorAtMark(DicomException.Kind.SYNTAX, "a name that this object has already",
                        TagPath.ROOT);
            }
            top.name = member;
        }

        private JsonValue complete(JsonValue value, long[] place) {
            places.put(value, place);
            if (open.isEmpty()) {
                return value;
            }
            open.element().add(value);
            return null;
        }

        private void use(long bytes) {
            memory += bytes;
            if (memory > source.limits().memory()) {
                throw source.errorAtMark(DicomException.Kind.LIMIT, "JSON that exceeds Limits.memory "
                        + source.limits().memory() + " bytes", TagPath.ROOT);
            }
        }
    }
}
