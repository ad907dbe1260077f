package org.bitewing.json;

import java.math.BigDecimal;

/**
 * A number of JSON, exactly as it is written.
 *
 * @param digits as in the text, such as {@code -1.50e3}
 */
public record JsonNumber(String digits) implements JsonValue {

    /**
     * Checks that it is a number of JSON (RFC 8259 6).
     *
     * @param digits the number
     * @throws IllegalArgumentException where it is none
     */
    public JsonNumber {
        if (!isNumber(digits)) {
            throw new IllegalArgumentException("\"" + digits + "\" is no number of JSON");
        }
    }

    /**
     * A whole number.
     *
     * @param value any
     * @return its digits
     */
    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /**
     * The exact value.
     *
     * @return the number
     * @throws NumberFormatException where its exponent is beyond 32 bits
     */
    public BigDecimal value() {
        return new BigDecimal(digits);
    }

    /**
     * Whether a text is a number as RFC 8259 6 writes them.
     *
     * @param text any text
     * @return true for digits with an optional sign before and an optional fraction and exponent behind
     */
    public static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int end = afterDigits(text, at);
        if (end == at || end > at + 1 && text.charAt(at) == '0') {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            at = end + 1;
            end = afterDigits(text, at);
            if (end == at) {
                return false;
            }
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            at = end + 1;
            at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
            end = afterDigits(text, at);
            if (end == at) {
                return false;
            }
        }
        return end == text.length();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
