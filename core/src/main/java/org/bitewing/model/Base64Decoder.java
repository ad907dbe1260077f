package org.bitewing.model;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;

/**
 * Base64 (RFC 4648 4) character by character, strictly: padded, nothing behind the padding, no bits left over. What
 * comes out is counted as it comes. For one thread and one value.
 */
public final class Base64Decoder {
    private static final int PIECE = 1 << 16;
    private static final int FIRST_PIECE = 1 << 8;
    private static final int MOST = Integer.MAX_VALUE - 3 * PIECE;

    private final TreeAssembly tree;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[FIRST_PIECE];
    private int filled;
    private long before;
    private int bits;
    private int digits;
    private int padding;

    /**
     * A decoder.
     *
     * @param tree counts the memory
     */
    public Base64Decoder(TreeAssembly tree) {
        this.tree = tree;
    }

    /**
     * Takes a character.
     *
     * @param c the character; not a space
     * @return false where it cannot stand here
     */
    public boolean add(int c) {
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
            put(bits >> 16);
            put(bits >> 8);
            put(bits);
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

    private void put(int value) {
        if (filled == piece.length) {
            nextPiece();
        }
        piece[filled++] = (byte) value;
    }

    /** The pieces and the array that they are joined to are there at the same time. */
    private void nextPiece() {
        if (before > MOST) {
            throw tree.error(DicomException.Kind.LIMIT, "Base64 of 2 GiB or more does not fit an array");
        }
        tree.use(2L * piece.length);
        full.add(piece);
        before += piece.length;
        piece = new byte[PIECE];
        filled = 0;
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
     * @return a new array
     */
    public byte[] bytes() {
        if (digits == 2) {
            put(bits >> 4);
        } else if (digits == 3) {
            put(bits >> 10);
            put(bits >> 2);
        }
        byte[] all = new byte[(int) before + filled];
        int at = 0;
        for (byte[] one : full) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        System.arraycopy(piece, 0, all, at, filled);
        tree.use(filled - before);
        return all;
    }
}
