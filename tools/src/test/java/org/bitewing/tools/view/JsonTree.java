package org.bitewing.tools.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, strings, doubles, booleans and null; strict enough to fail on what is none. */
final class JsonTree {
    private final String text;
    private int at;

    private JsonTree(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        JsonTree tree = new JsonTree(text);
        Object value = tree.value();
        if (tree.at != text.length()) {
            throw tree.wrong();
        }
        return value;
    }

    @SuppressWarnings("unchecked") // An answer that is no object fails where it is used as one.
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) parse(text);
    }

    /** A member that is a list of objects. */
    @SuppressWarnings("unchecked") // As above.
    static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }

    private IllegalStateException wrong() {
        return new IllegalStateException("no JSON at " + at + " of " + text.length());
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at++) != c) {
            throw wrong();
        }
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '{') {
            return members();
        }
        if (c == '[') {
            return items();
        }
        if (c == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Double.parseDouble(word);
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (expect('{'); text.charAt(at) != '}'; ) {
            if (!members.isEmpty()) {
                expect(',');
            }
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw wrong();
            }
            members.put(name, value());
        }
        expect('}');
        return members;
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        for (expect('['); text.charAt(at) != ']'; ) {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value());
        }
        expect(']');
        return items;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (expect('"'); text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw wrong();
            }
            if (c != '\\') {
                string.append(c);
            } else if (text.charAt(++at) == 'u') {
                string.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                at += 4;
            } else {
                string.append(text.charAt(at));
            }
        }
        expect('"');
        return string.toString();
    }
}
