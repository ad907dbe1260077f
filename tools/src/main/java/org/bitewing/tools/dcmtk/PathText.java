package org.bitewing.tools.dcmtk;

import java.util.OptionalInt;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/**
 * Paths as DCMTK's tools take them, which is a little more than {@link TagPath#parse} does: leading zeros of a tag may
 * be left out, and so may the dot behind an item.
 */
public final class PathText {
    private static final int LONGEST_NUMBER = 9;

    private final String text;
    private int position;

    private PathText(String text) {
        this.text = text;
    }

    /**
     * Reads a path.
     *
     * @param text such as {@code (0008,1140)[0].(8,1150)} or {@code ReferencedImageSequence[*].ReferencedSOPClassUID}
     * @return the path
     * @throws IllegalArgumentException where the text is none, in DCMTK's words
     */
    public static TagPath parse(String text) {
        return new PathText(text).path();
    }

    private TagPath path() {
        TagPath path = TagPath.ROOT;
        do {
            int tag = tag();
            boolean goesOn = isNext('[');
            path = goesOn ? path.item(tag, item()) : path.element(tag);
            if (isNext('.')) {
                position++;
            }
            if (!goesOn && position < text.length()) {
                throw wrong("item number", position);
            }
        } while (position < text.length());
        return path;
    }

    private boolean isNext(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private int tag() {
        boolean inside = isNext('(');
        int start = inside ? position + 1 : position;
        int end = inside ? text.indexOf(')', start) : start;
        while (!inside && end < text.length() && "[.".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = end < 0 ? "" : text.substring(start, end);
        OptionalInt tag = DcmtkNames.tagOf(name);
        if (tag.isEmpty()) {
            tag = Tag.parse(name);
        }
        if (tag.isEmpty()) {
            throw wrong("tag/dictionary name", position);
        }
        position = inside ? end + 1 : end;
        return tag.getAsInt();
    }

    private int item() {
        int end = text.indexOf(']', position);
        String number = end < 0 ? "" : text.substring(position + 1, end);
        boolean digits = !number.isEmpty() && number.length() <= LONGEST_NUMBER;
        for (int i = 0; i < number.length(); i++) {
            digits &= number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        if (!digits && !number.equals("*")) {
            throw wrong("item number", position);
        }
        position = end + 1;
        return digits ? Integer.parseInt(number) : TagPath.EVERY_ITEM;
    }

    private IllegalArgumentException wrong(String what, int from) {
        return new IllegalArgumentException("Unable to parse " + what + " at beginning of path: " + text.substring(from));
    }
}
