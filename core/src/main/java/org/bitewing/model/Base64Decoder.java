package org.bitewing.model;

import java.io.IOException;
import org.bitewing.data.BulkData;

/**
 * Base64 (RFC 4648 4) character by character, strictly: padded, nothing behind the padding, no bits left over. For one
 * thread and one value.
 */
public final class Base64Decoder {
    private final ByteCollector bytes;
    private int bits;
    private int digits;
    private int padding;

    /**
     * A decoder.
     *
     * @param tree holds the bytes
     */
    public Base64Decoder(TreeAssembly tree) {
        this.bytes = new ByteCollector(tree);
    }

    /**
     * Takes a character.
     *
     * @param c the character; not a space
     * @return false where it cannot stand here
     * @throws IOException where a large value cannot be put away
     */
    public boolean add(int c) throws IOException {
        if (c == '=') {
            padding++;
            return digits >= 2 && digits + padding <= 4;
        }
        int digit = digit(c);
        if (digit < 0 || padding > 0) {
            return false;
        }
        bits = bits << 6 | digit;
        digits++;
        if (digits == 4) {
            bytes.put(bits >> 16);
            bytes.put(bits >> 8);
            bytes.put(bits);
            digits = 0;
            bits = 0;
        }
        return true;
    }

    private static int digit(int c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    /**
     * Whether the text may end here.
     *
     * @return false where characters are missing, or the last ones have bits that mean nothing
     */
    public boolean isComplete() {
        return switch (digits) {
            case 0 -> padding == 0;
            case 2 -> padding == 2 && (bits & 15) == 0;
            case 3 -> padding == 1 && (bits & 3) == 0;
            default -> false;
        };
    }

    /**
     * The bytes, once {@link #isComplete}.
     *
     * @return small ones in memory
     * @throws IOException where a large value cannot be put away
     */
    public BulkData data() throws IOException {
        if (digits == 2) {
            bytes.put(bits >> 4);
        } else if (digits == 3) {
            bytes.put(bits >> 10);
            bytes.put(bits >> 2);
        }
        return bytes.data();
    }
}
