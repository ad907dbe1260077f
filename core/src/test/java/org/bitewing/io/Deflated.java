package org.bitewing.io;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Deflated bytes; for tests. */
final class Deflated {
    private Deflated() {
    }

    /** As PS3.5 A.5 wants it: RFC 1951 without a header. */
    static byte[] raw(byte[] bytes) {
        return deflate(bytes, true);
    }

    /** With the header of RFC 1950. */
    static byte[] withHeader(byte[] bytes) {
        return deflate(bytes, false);
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, raw);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
