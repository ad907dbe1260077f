package org.bitewing.data;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Unique identifiers (PS3.5 9): new ones under {@code 2.25}, the root of UUIDs, which needs no registration
 * (PS3.5 B.2), and the check of their form. Thread-safe.
 */
public final class Uids {
    private static final String UUID_ROOT = "2.25.";
    private static final int LONGEST = 64;

    private Uids() {
    }

    /**
     * A new UID, of a UUID from a cryptographically strong source of random numbers.
     *
     * @return {@code 2.25.} and up to 39 digits
     */
    public static String random() {
        UUID uuid = UUID.randomUUID();
        return of(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /**
     * The UID of an input: the same for the same input, everywhere and always, and as good as never for another one.
     * It is a UUID of version 8 (RFC 9562 5.8) whose bits are the first of the input's SHA-256. Whoever can guess the
     * input can confirm the guess, so a UID of patient data does not hide it.
     *
     * @param input what the UID shall stand for
     * @return {@code 2.25.} and up to 39 digits
     */
    public static String derivedFrom(byte[] input) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(input));
        long high = digest.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = digest.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return of(high, low);
    }

    /**
     * The UID of a text; see {@link #derivedFrom(byte[])}.
     *
     * @param input what the UID shall stand for, such as another UID; taken as UTF-8
     * @return {@code 2.25.} and up to 39 digits
     */
    public static String derivedFrom(String input) {
        return derivedFrom(input.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static String of(long high, long low) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        return UUID_ROOT + new BigInteger(1, bytes);
    }

    /**
     * Whether a text has the form of a UID (PS3.5 9.1): at most 64 characters, components of digits without leading
     * zeros, joined by dots. As in ISO/IEC 9834-1 the first is 0 to 2, the second under the first two below 40, and
     * one component alone is none.
     *
     * @param text without padding
     * @return true for a UID
     */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length < 3 || length > LONGEST || text.charAt(0) < '0' || text.charAt(0) > '2' || text.charAt(1) != '.') {
            return false;
        }
        int start = 2;
        for (int i = 2; i <= length; i++) {
            char c = i == length ? '.' : text.charAt(i);
            if (c == '.') {
                boolean leadingZero = i > start + 1 && text.charAt(start) == '0';
                if (i == start || leadingZero || start == 2 && !isSecond(text, i)) {
                    return false;
                }
                start = i + 1;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSecond(String text, int end) {
        return text.charAt(0) == '2' || end == 3 || end == 4 && text.charAt(2) < '4';
    }
}
