package org.bitewing.dict;

import java.util.OptionalInt;

/** Attribute tags (PS3.6): replaced by the generated class. */
public final class Tag {
    private Tag() {
    }

    /**
     * The text of a tag.
     *
     * @param tag group in the high 16 bits
     * @return {@code (gggg,eeee)} in lower case
     */
    public static String toString(int tag) {
        return String.format("(%04x,%04x)", tag >>> 16, tag & 0xffff);
    }

    /**
     * Reads {@code gggg,eeee} or {@code ggggeeee}.
     *
     * @param text digits of either case
     * @return the tag, if the text is one
     */
    public static OptionalInt parse(String text) {
        String digits = text.length() == 9 && text.charAt(4) == ',' ? text.substring(0, 4) + text.substring(5) : text;
        if (digits.length() != 8 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseUnsignedInt(digits, 16));
    }
}
