package org.bitewing.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** Writes a tree of any depth: what is open is on a stack of its own. */
final class JsonTreeWriter {
    private final JsonOutput out;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An array or object of which some is written. */
    private record Open(Iterator<JsonValue> elements, Iterator<Map.Entry<String, JsonValue>> members, char end) {
    }

    private JsonTreeWriter(JsonOutput out) {
        this.out = out;
    }

    static void write(JsonValue value, OutputStream target, boolean indented) throws IOException {
        JsonOutput out = new JsonOutput(target, indented);
        JsonTreeWriter writer = new JsonTreeWriter(out);
        writer.start(value);
        while (!writer.open.isEmpty()) {
            writer.step(writer.open.peek());
        }
        out.end();
    }

    private void step(Open top) throws IOException {
        if (top.elements.hasNext()) {
            start(top.elements.next());
        } else if (top.members.hasNext()) {
            Map.Entry<String, JsonValue> member = top.members.next();
            out.name(member.getKey());
            start(member.getValue());
        } else {
            out.close(top.end);
            open.pop();
        }
    }

    private void start(JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            out.open('{');
            open.push(new Open(Collections.emptyIterator(), object.members().entrySet().iterator(), '}'));
        } else if (value instanceof JsonArray array) {
            out.open('[');
            open.push(new Open(array.elements().iterator(), Collections.emptyIterator(), ']'));
        } else if (value instanceof JsonString string) {
            out.string(string.value());
        } else if (value instanceof JsonNumber number) {
            out.bare(number.digits());
        } else if (value instanceof JsonBoolean bool) {
            out.bare(bool.value() ? "true" : "false");
        } else {
            out.bare("null");
        }
    }
}
