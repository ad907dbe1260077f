package org.bitewing.json;

import java.io.IOException;
import java.util.BitSet;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.dict.TagPath;
import org.bitewing.model.Base64Decoder;
import org.bitewing.model.TextSource;

/**
 * A pull tokenizer of JSON, as strict as RFC 8259, but for a byte order mark, which it allows to skip. Nesting is a
 * bit for each level, and the characters of a string stay in the stream until somebody takes them. For one thread.
 */
final class JsonTokenizer {
    /** What may come next. */
    private enum State { VALUE, FIRST_ELEMENT, FIRST_NAME, AFTER_VALUE, END }

    /** An attribute of an item takes three levels: the object, its values, the item. */
    private static final int LEVELS_OF_AN_ITEM = 3;
    private static final int LEVELS_OF_THE_REST = 5;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final TextSource source;
    private final boolean bareNonFinite;
    private final int deepest;
    /** Set for objects, clear for arrays. */
    private final BitSet objects = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private State state = State.VALUE;
    private boolean stringIsOpen;
    private JsonToken token;
    private boolean again;

    JsonTokenizer(TextSource source, boolean bareNonFinite) {
        this.source = source;
        this.bareNonFinite = bareNonFinite;
        this.deepest = LEVELS_OF_AN_ITEM * source.limits().depth() + LEVELS_OF_THE_REST;
    }

    /** The text of a NAME or NUMBER, or of a STRING that was taken. */
    String text() {
        return text.toString();
    }

    /** Lets {@link #next} give the same token again; not for a STRING. */
    void again() {
        again = true;
    }

    JsonToken next() throws IOException {
        if (again) {
            again = false;
            return token;
        }
        skipString();
        token = read();
        return token;
    }

    private JsonToken read() throws IOException {
        int c = afterSpace();
        if (state == State.AFTER_VALUE) {
            if (depth == 0) {
                state = State.END;
            } else if (c == ',') {
                source.read();
                c = afterSpace();
                state = State.VALUE;
                if (objects.get(depth - 1)) {
                    return name(c);
                }
            } else {
                return close(c, "a comma or " + (objects.get(depth - 1) ? "}" : "]"));
            }
        }
        source.mark();
        return switch (state) {
            case FIRST_NAME -> c == '"' ? name(c) : close(c, "a name in quotation marks or }");
            case FIRST_ELEMENT -> c == ']' ? close(c, "") : value(c);
            case END -> end(c);
            default -> value(c);
        };
    }

    private JsonToken end(int c) {
        if (c != TextSource.END) {
            throw wrong(c, "nothing");
        }
        return JsonToken.END;
    }

    private int afterSpace() throws IOException {
        int c = source.peek();
        if (c == BYTE_ORDER_MARK && token == null) {
            source.read();
            c = source.peek();
        }
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            source.read();
            c = source.peek();
        }
        return c;
    }

    private JsonToken close(int c, String expected) throws IOException {
        boolean object = objects.get(depth - 1);
        if (c != (object ? '}' : ']')) {
            throw wrong(c, expected);
        }
        source.mark();
        source.read();
        depth--;
        state = State.AFTER_VALUE;
        return object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }

    private JsonToken name(int c) throws IOException {
        if (c != '"') {
            throw wrong(c, "a name in quotation marks");
        }
        source.mark();
        source.read();
        stringIsOpen = true;
        takeText();
        int colon = afterSpace();
        if (colon != ':') {
            throw wrong(colon, "a colon");
        }
        source.read();
        state = State.VALUE;
        return JsonToken.NAME;
    }

    private JsonToken value(int c) throws IOException {
        source.mark();
        switch (c) {
            case '{', '[' -> {
                source.read();
                return open(c == '{');
            }
            case '"' -> {
                source.read();
                stringIsOpen = true;
                state = State.AFTER_VALUE;
                return JsonToken.STRING;
            }
            default -> {
                state = State.AFTER_VALUE;
                return c == '-' || c >= '0' && c <= '9' ? number() : word(c);
            }
        }
    }

    private JsonToken open(boolean object) {
        if (depth == deepest) {
            throw source.errorAtMark(DicomException.Kind.LIMIT, "JSON that is nested deeper than Limits.depth "
                    + source.limits().depth() + " allows", TagPath.ROOT);
        }
        objects.set(depth, object);
        depth++;
        state = object ? State.FIRST_NAME : State.FIRST_ELEMENT;
        return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private JsonToken word(int first) throws IOException {
        text.setLength(0);
        for (int c = first; c >= 'a' && c <= 'z' && text.length() < 8; c = source.peek()) {
            text.append((char) source.read());
        }
        switch (text.toString()) {
            case "true", "false" -> {
                return JsonToken.BOOLEAN;
            }
            case "null" -> {
                return JsonToken.NULL;
            }
            case "nan", "inf" -> {
                if (bareNonFinite) {
                    return JsonToken.NUMBER;
                }
            }
            default -> {
                if (text.length() == 0) {
                    throw wrong(first, "a value");
                }
            }
        }
        throw source.errorAtMark(DicomException.Kind.SYNTAX, "a word that JSON does not know", TagPath.ROOT);
    }

    // ---- numbers -------------------------------------------------------------------------------------------------

    private JsonToken number() throws IOException {
        text.setLength(0);
        if (source.peek() == '-') {
            text.append((char) source.read());
            if (source.peek() == 'i' && word('i') == JsonToken.NUMBER) {
                text.insert(0, '-');
                return JsonToken.NUMBER;
            }
        }
        if (source.peek() == '0') {
            text.append((char) source.read());
        } else {
            digits();
        }
        if (source.peek() == '.') {
            text.append((char) source.read());
            digits();
        }
        if (source.peek() == 'e' || source.peek() == 'E') {
            text.append((char) source.read());
            if (source.peek() == '+' || source.peek() == '-') {
                text.append((char) source.read());
            }
            digits();
        }
        int c = source.peek();
        if (c >= '0' && c <= '9') {
            throw source.error("a number does not begin with a zero that has digits behind it");
        }
        return JsonToken.NUMBER;
    }

    private void digits() throws IOException {
        int c = source.peek();
        if (c < '0' || c > '9') {
            throw wrong(c, "a digit");
        }
        while (c >= '0' && c <= '9') {
            append((char) source.read());
            c = source.peek();
        }
    }

    private void append(char c) {
        source.checkLength(text.length());
        text.append(c);
    }

    // ---- strings -------------------------------------------------------------------------------------------------

    /** Takes the STRING at hand into {@link #text()}. */
    void takeText() throws IOException {
        text.setLength(0);
        for (int c = character(); c >= 0; c = character()) {
            append((char) c);
        }
    }

    /** Takes the STRING at hand as Base64. */
    BulkData takeBase64(Base64Decoder decoder) throws IOException {
        for (int c = character(); c >= 0; c = character()) {
            if (!decoder.add(c)) {
                throw source.error("Base64 (RFC 4648) with a character that cannot stand here");
            }
        }
        if (!decoder.isComplete()) {
            throw source.error("Base64 (RFC 4648) that ends too early, or not as it should");
        }
        return decoder.data();
    }

    private void skipString() throws IOException {
        while (stringIsOpen) {
            character();
        }
    }

    /** The next UTF-16 unit of the string, or -1 behind its last. */
    private int character() throws IOException {
        if (!stringIsOpen) {
            return -1;
        }
        int c = source.peek();
        if (c == TextSource.END) {
            throw ended("a string");
        }
        if (c < ' ') {
            throw source.error("a control character in a string, which JSON escapes");
        }
        source.read();
        if (c == '"') {
            stringIsOpen = false;
            return -1;
        }
        return c == '\\' ? escaped() : c;
    }

    private int escaped() throws IOException {
        int c = source.peek();
        if (c == 'u') {
            source.read();
            int unit = 0;
            for (int i = 0; i < 4; i++) {
                int digit = hexadecimal(source.peek());
                if (digit < 0) {
                    throw wrong(source.peek(), "a hexadecimal digit");
                }
                source.read();
                unit = unit << 4 | digit;
            }
            return unit;
        }
        int which = "\"\\/bfnrt".indexOf(c);
        if (c == TextSource.END || which < 0) {
            throw wrong(c, "a character that JSON escapes");
        }
        source.read();
        return "\"\\/\b\f\n\r\t".charAt(which);
    }

    private static int hexadecimal(int c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    // ---- errors --------------------------------------------------------------------------------------------------

    /** Skips the value that begins with the token at hand. */
    void skipValue() throws IOException {
        int outside = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY ? depth - 1 : depth;
        while (depth > outside) {
            next();
        }
        skipString();
    }

    /** That the token at hand is not the right one. */
    DicomException unexpected(String expected, TagPath path) {
        return source.errorAtMark(DicomException.Kind.VALUE, expected + " is expected here, not " + token.words(),
                path);
    }

    private DicomException wrong(int c, String expected) {
        return c == TextSource.END ? ended("JSON") : source.error(expected + " is expected here");
    }

    private DicomException ended(String what) {
        return source.error(what + " that ends too early");
    }
}
