package org.bitewing.tools.station.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a stream that have their line feed. What stands behind the last one was not written to its end, whatever
 * it looks like, and is no line; of a line that is too long the start alone is kept.
 */
final class Lines implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private long position;

    Lines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.longest = longest;
    }

    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            position++;
            if (read == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() < longest) {
                line.write(read);
            }
        }
        return Optional.empty();
    }

    /** How many bytes were read, up to the end of the last line. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
