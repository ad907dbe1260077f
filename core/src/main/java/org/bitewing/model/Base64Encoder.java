package org.bitewing.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.bitewing.data.BulkData;

/** Bytes as Base64 (RFC 4648 4) in one line, through a buffer of fixed size. */
public final class Base64Encoder {
    /** A multiple of three, so that only the last piece is padded. */
    private static final int PIECE = 3 << 13;

    private Base64Encoder() {
    }

    /**
     * Writes a value.
     *
     * @param data   its bytes
     * @param target where the characters go
     * @throws IOException where the value cannot be read, or the target not written
     */
    public static void write(BulkData data, Utf8Output target) throws IOException {
        try (InputStream in = data.open()) {
            write(in, data.length(), target);
        }
    }

    /**
     * Writes what a stream gives.
     *
     * @param in     the bytes; stays open
     * @param length how many there must be
     * @param target where the characters go
     * @throws IOException where the stream ends early, or the target cannot be written
     */
    public static void write(InputStream in, long length, Utf8Output target) throws IOException {
        byte[] piece = new byte[(int) Math.min(PIECE, length)];
        for (long left = length; left > 0; ) {
            int wanted = (int) Math.min(left, piece.length);
            if (in.readNBytes(piece, 0, wanted) < wanted) {
                throw new EOFException("the source ends within a value");
            }
            byte[] exact = wanted == piece.length ? piece : Arrays.copyOf(piece, wanted);
            target.ascii(Base64.getEncoder().encode(exact));
            left -= wanted;
        }
    }
}
