package org.bitewing.dict;

import java.util.OptionalInt;

/** Tags as text, apart from {@link Tag} so that its thousands of constants are not loaded for it. */
final class TagText {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();
    private static final int LENGTH = 8;

    private TagText() {
    }

    /** As {@link Tag#toString(int)}. */
    static String format(int tag) {
        char[] text = new char[LENGTH + 3];
        text[0] = '(';
        text[5] = ',';
        text[10] = ')';
        for (int i = 0; i < 4; i++) {
            text[1 + i] = DIGITS[tag >>> 28 - 4 * i & 15];
            text[6 + i] = DIGITS[tag >>> 12 - 4 * i & 15];
        }
        return new String(text);
    }

    /** As {@link Tag#parse(String)}. */
    static OptionalInt parse(String text) {
        boolean comma = text.length() == LENGTH + 1 && text.charAt(4) == ',';
        if (text.length() != LENGTH && !comma) {
            return OptionalInt.empty();
        }
        int tag = 0;
        for (int i = 0; i < text.length(); i++) {
            if (comma && i == 4) {
                continue;
            }
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            tag = tag << 4 | digit;
        }
        return OptionalInt.of(tag);
    }

    /** Not {@link Character#digit(char, int)}, which takes the digits of every script. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
