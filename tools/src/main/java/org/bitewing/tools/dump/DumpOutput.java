package org.bitewing.tools.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stream of bytes that counts them, so that columns can be filled: DCMTK's columns are bytes, not characters. */
final class DumpOutput {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SPACES = " ".repeat(64).getBytes(StandardCharsets.US_ASCII);

    private final OutputStream target;
    private final byte[] buffer = new byte[1 << 13];
    private int size;
    private long flushed;

    DumpOutput(OutputStream target) {
        this.target = target;
    }

    /** How many bytes were written so far. */
    long count() {
        return flushed + size;
    }

    void write(int b) throws IOException {
        if (size == buffer.length) {
            flush();
        }
        buffer[size++] = (byte) b;
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (size == buffer.length) {
                flush();
            }
            int count = Math.min(length - done, buffer.length - size);
            System.arraycopy(bytes, offset + done, buffer, size, count);
            size += count;
            done += count;
        }
    }

    /** Each character one byte. */
    void text(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    void spaces(long count) throws IOException {
        for (long left = count; left > 0; left -= SPACES.length) {
            write(SPACES, 0, (int) Math.min(left, SPACES.length));
        }
    }

    /** A number, right-aligned. */
    void number(long number, int width) throws IOException {
        String digits = Long.toString(number);
        spaces(width - digits.length());
        text(digits);
    }

    void hex(int number, int digits) throws IOException {
        for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
            write(DIGITS[number >>> shift & 0xf]);
        }
    }

    void flush() throws IOException {
        target.write(buffer, 0, size);
        flushed += size;
        size = 0;
    }
}
