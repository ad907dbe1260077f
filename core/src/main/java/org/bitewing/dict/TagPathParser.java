package org.bitewing.dict;

import java.util.OptionalInt;

/** Reads the text form of a {@link TagPath}, one step at a time. */
final class TagPathParser {
    private final String text;
    private int position;

    TagPathParser(String text) {
        this.text = text;
    }

    TagPath parse() {
        TagPath path = TagPath.ROOT;
        while (true) {
            int tag = tag();
            path = peek('[') ? path.item(tag, item()) : path.element(tag);
            if (position == text.length()) {
                return path;
            }
            if (!peek('.')) {
                throw wrong("a dot or the end is expected");
            }
            position++;
        }
    }

    private int tag() {
        boolean parenthesis = peek('(');
        int start = parenthesis ? position + 1 : position;
        int end = parenthesis ? text.indexOf(')', start) : start;
        if (end < 0) {
            throw wrong("a closing parenthesis is missing");
        }
        while (!parenthesis && end < text.length() && text.charAt(end) != '[' && text.charAt(end) != '.') {
            end++;
        }
        String name = text.substring(start, end);
        OptionalInt tag = Tag.parse(name);
        if (tag.isEmpty() && !parenthesis) {
            tag = Dictionary.tagOf(name);
        }
        if (tag.isEmpty()) {
            throw wrong("neither a tag (gggg,eeee) nor a keyword of PS3.6");
        }
        position = parenthesis ? end + 1 : end;
        return tag.getAsInt();
    }

    private int item() {
        int end = text.indexOf(']', position);
        String number = end < 0 ? "" : text.substring(position + 1, end);
        if (number.equals("*")) {
            position = end + 1;
            return TagPath.EVERY_ITEM;
        }
        if (number.isEmpty() || number.length() > 9 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("an item is [n] or [*]");
        }
        position = end + 1;
        return Integer.parseInt(number);
    }

    private boolean peek(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("\"" + text + "\" at character " + (position + 1) + ": " + reason);
    }
}
