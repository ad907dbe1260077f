package org.bitewing.tools.dump2dcm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, each with its number; their characters are nobody's business here. */
final class LineReader {
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BUFFER];
    /** What was read and not yet given out. */
    private int position;
    private int limit;
    private boolean ended;
    private boolean again;
    private int start;
    private int end;
    private int number;

    /** Lines of at most so many bytes, the line break not counted. */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = Math.min(longest, LARGEST);
    }

    /** Goes to the next line; false where there is none. */
    boolean next() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        start = position;
        int at = position;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            if (at < limit || ended) {
                break;
            }
            int searched = at - start;
            fill();
            at = start + searched;
        }
        if (start == limit) {
            return false;
        }
        end = at;
        position = Math.min(limit, at + 1);
        number++;
        return true;
    }

    /** Lets {@link #next} give this line once more. */
    void repeat() {
        again = true;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            if (limit == LARGEST) {
                throw new IOException("line " + (number + 1) + " has 2 GiB or more");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(LARGEST, 2L * limit));
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
    }

    /** Holds the line, until the next one. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Behind the last byte, the line break left out, though not a carriage return before it. */
    int end() {
        return end;
    }

    /** From 1. */
    int number() {
        return number;
    }

    boolean isTooLong() {
        return end - start > longest;
    }
}
