package org.bitewing.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Whether two pieces of bulk data of equal length have the same bytes, a piece at a time. */
final class BulkComparison {
    private static final int PIECE = 1 << 16;

    private BulkComparison() {
    }

    static boolean haveSameBytes(BulkData one, BulkData other) {
        try (InputStream first = one.open(); InputStream second = other.open()) {
            byte[] a = new byte[PIECE];
            byte[] b = new byte[PIECE];
            while (true) {
                int countA = first.readNBytes(a, 0, PIECE);
                int countB = second.readNBytes(b, 0, PIECE);
                if (!Arrays.equals(a, 0, countA, b, 0, countB)) {
                    return false;
                }
                if (countA < PIECE) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
