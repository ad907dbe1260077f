package org.bitewing.text;

import org.bitewing.dict.VR;

/** How the bytes of a text value stand for characters. */
sealed interface Code permits StandAloneCode, ExtensibleCode {
    /** The characters of bytes: at most one for each byte; what is not a character is U+FFFD. */
    String decode(byte[] bytes, int offset, int length, VR vr);

    /** The bytes of characters; what this code does not have is a question mark. */
    Encoded encode(String text, VR vr);

    /** Whether bytes below 128 are ASCII but for the yen sign and the overline, as in ISO-IR 14. */
    boolean hasYenSign();

    /**
     * Encoded text.
     *
     * @param bytes    the bytes
     * @param complete whether the code has every character of the text
     */
    record Encoded(byte[] bytes, boolean complete) {
    }

    /** Whether a character, where it is not part of a longer code, separates values or parts of a person name. */
    static boolean isDelimiter(int character, VR vr) {
        return switch (character) {
            case '\\' -> vr.isMultiple();
            case '^', '=' -> vr == VR.PN;
            default -> false;
        };
    }
}
