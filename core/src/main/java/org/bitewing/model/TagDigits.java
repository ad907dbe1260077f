package org.bitewing.model;

/** Tags as eight hexadecimal digits in upper case, as both models name attributes (PS3.18 F.2.2, PS3.19 A.1.2). */
public final class TagDigits {
    private static final int LENGTH = 8;

    private TagDigits() {
    }

    /**
     * The digits of a tag.
     *
     * @param tag the tag
     * @return such as {@code 0020000D}
     */
    public static String of(int tag) {
        char[] digits = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            digits[i] = "0123456789ABCDEF".charAt(tag >>> 28 - 4 * i & 15);
        }
        return new String(digits);
    }
}
