package org.bitewing.tools.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON text (RFC 8259) as a stream of ASCII: every other character is an escape, and so are those that mean something
 * in HTML, so that the same text can stand in a page. For one thread.
 */
final class Json {
    private static final int SIZE = 1 << 13;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private final OutputStream target;
    private final byte[] buffer = new byte[SIZE];
    private int filled;
    private boolean first = true;
    private boolean named;

    Json(OutputStream target) {
        this.target = target;
    }

    Json open(char bracket) throws IOException {
        before();
        put(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) throws IOException {
        put(bracket);
        first = false;
        return this;
    }

    Json name(String name) throws IOException {
        before();
        quoted(name);
        put(':');
        named = true;
        return this;
    }

    Json string(String text) throws IOException {
        before();
        quoted(text);
        return this;
    }

    /** Two of them: a name and its value. */
    Json member(String name, String value) throws IOException {
        return name(name).string(value);
    }

    Json member(String name, long value) throws IOException {
        return name(name).number(value);
    }

    Json member(String name, boolean value) throws IOException {
        return name(name).bare(value ? "true" : "false");
    }

    Json number(long value) throws IOException {
        return bare(Long.toString(value));
    }

    /** A number, or null for what JSON has no number for. */
    Json number(double value) throws IOException {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return bare(!Double.isFinite(value) ? "null" : whole ? Long.toString((long) value) : Double.toString(value));
    }

    Json nothing() throws IOException {
        return bare("null");
    }

    private Json bare(String text) throws IOException {
        before();
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    /** Writes what is buffered; the target stays open. */
    void end() throws IOException {
        target.write(buffer, 0, filled);
        filled = 0;
    }

    private void before() throws IOException {
        if (!named && !first) {
            put(',');
        }
        named = false;
        first = false;
    }

    private void quoted(String text) throws IOException {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                put('\\');
                put(c);
            } else if (c >= ' ' && c < 0x7f && c != '<' && c != '>' && c != '&') {
                put(c);
            } else {
                escape(c);
            }
        }
        put('"');
    }

    private void escape(char c) throws IOException {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEXADECIMAL.charAt(c >> shift & 15));
        }
    }

    private void put(char c) throws IOException {
        if (filled == SIZE) {
            end();
        }
        buffer[filled++] = (byte) c;
    }

    /** An object with one member, for errors. */
    static byte[] error(String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Json json = new Json(bytes);
        try {
            json.open('{').member("error", message).close('}').end();
        } catch (IOException e) {
            throw new AssertionError("an array takes all bytes", e);
        }
        return bytes.toByteArray();
    }
}
