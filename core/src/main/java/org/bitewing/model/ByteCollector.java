package org.bitewing.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;

/**
 * Bytes of a value that come one by one. In memory they are counted as they come; where there is a temporary file, a
 * large value goes there. For one thread and one value.
 */
public final class ByteCollector {
    private static final int PIECE = 1 << 16;
    private static final int FIRST_PIECE = 1 << 8;
    private static final int MOST = Integer.MAX_VALUE - 3 * PIECE;
    /** A value of more bytes than that is none (PS3.5 7.1.1). */
    private static final long MOST_OF_A_VALUE = 0xfffffffeL;
    private static final int NOWHERE = -1;

    private final TreeAssembly tree;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[FIRST_PIECE];
    private int filled;
    private long before;
    /** Where the value begins in the temporary file. */
    private long start = NOWHERE;

    /**
     * A value without bytes.
     *
     * @param tree counts the memory, and may have a temporary file
     */
    public ByteCollector(TreeAssembly tree) {
        this.tree = tree;
    }

    /**
     * Adds a byte.
     *
     * @param value its lowest 8 bits
     * @throws IOException where the temporary file cannot be written
     */
    public void put(int value) throws IOException {
        if (filled == piece.length) {
            nextPiece();
        }
        piece[filled++] = (byte) value;
    }

    private void nextPiece() throws IOException {
        Optional<Spool> spool = tree.spool();
        if (spool.isPresent() && piece.length == PIECE) {
            putAway(spool.get());
            filled = 0;
            return;
        }
        if (before > MOST) {
            throw tree.error(DicomException.Kind.LIMIT, "a value of 2 GiB or more does not fit an array");
        }
        // The pieces and the array that they are joined to are there at the same time.
        tree.use(2L * piece.length);
        full.add(piece);
        before += piece.length;
        piece = new byte[PIECE];
        filled = 0;
    }

    private void putAway(Spool spool) throws IOException {
        if (start == NOWHERE) {
            start = spool.size();
            byte[] first = joined();
            spool.write(first, first.length);
            full.clear();
        } else {
            spool.write(piece, filled);
        }
        if (spool.size() - start > MOST_OF_A_VALUE) {
            throw tree.error(DicomException.Kind.LIMIT, "a value of 4 GiB or more has no place in an element (PS3.5 7.1.1)");
        }
    }

    private byte[] joined() {
        byte[] all = new byte[(int) before + filled];
        int at = 0;
        for (byte[] one : full) {
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        System.arraycopy(piece, 0, all, at, filled);
        return all;
    }

    /**
     * All bytes; nothing can be added any more.
     *
     * @return in memory, or in the temporary file
     * @throws IOException where the temporary file cannot be written
     */
    public BulkData data() throws IOException {
        if (start == NOWHERE) {
            byte[] all = joined();
            tree.use(filled - before);
            return BulkData.of(all);
        }
        Spool spool = tree.spool().orElseThrow();
        putAway(spool);
        return spool.from(start);
    }
}
