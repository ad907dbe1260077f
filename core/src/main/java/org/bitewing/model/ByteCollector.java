package org.bitewing.model;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;

/** Bytes of a value that come one by one, counted as they come. For one thread and one value. */
public final class ByteCollector {
    private static final int PIECE = 1 << 16;
    private static final int FIRST_PIECE = 1 << 8;
    private static final int MOST = Integer.MAX_VALUE - 3 * PIECE;

    private final TreeAssembly tree;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[FIRST_PIECE];
    private int filled;
    private long before;

    /**
     * A value without bytes.
     *
     * @param tree counts the memory
     */
    public ByteCollector(TreeAssembly tree) {
        this.tree = tree;
    }

    /**
     * Adds a byte.
     *
     * @param value its lowest 8 bits
     */
    public void put(int value) {
        if (filled == piece.length) {
            nextPiece();
        }
        piece[filled++] = (byte) value;
    }

    /** The pieces and the array that they are joined to are there at the same time. */
    private void nextPiece() {
        if (before > MOST) {
            throw tree.error(DicomException.Kind.LIMIT, "a value of 2 GiB or more does not fit an array");
        }
        tree.use(2L * piece.length);
        full.add(piece);
        before += piece.length;
        piece = new byte[PIECE];
        filled = 0;
    }

    /**
     * All bytes; nothing can be added any more.
     *
     * @return a new array
     */
    public byte[] bytes() {
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
