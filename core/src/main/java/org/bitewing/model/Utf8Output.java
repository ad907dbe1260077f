package org.bitewing.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 to a stream, buffered. For one thread. */
public final class Utf8Output {
    private static final int SIZE = 1 << 14;

    private final OutputStream target;
    private final byte[] buffer = new byte[SIZE];
    private int filled;

    /**
     * An output.
     *
     * @param target where the bytes go; never closed
     */
    public Utf8Output(OutputStream target) {
        this.target = target;
    }

    /**
     * Writes a character of ASCII.
     *
     * @param c the character
     * @throws IOException where the target cannot be written
     */
    public void ascii(char c) throws IOException {
        if (filled == SIZE) {
            flush();
        }
        buffer[filled++] = (byte) c;
    }

    /**
     * Writes characters of ASCII.
     *
     * @param text the characters
     * @throws IOException where the target cannot be written
     */
    public void ascii(byte[] text) throws IOException {
        if (text.length > SIZE - filled) {
            flush();
        }
        if (text.length > SIZE) {
            target.write(text);
            return;
        }
        System.arraycopy(text, 0, buffer, filled, text.length);
        filled += text.length;
    }

    /**
     * Writes text as it is.
     *
     * @param text any text
     * @throws IOException where the target cannot be written
     */
    public void text(String text) throws IOException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A surrogate that is alone becomes a question mark, as it cannot be written.
                ascii(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            ascii(c);
        }
    }

    /**
     * Writes what is buffered, and flushes nothing else.
     *
     * @throws IOException where the target cannot be written
     */
    public void flush() throws IOException {
        target.write(buffer, 0, filled);
        filled = 0;
    }
}
