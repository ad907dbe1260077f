package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bitewing.net.SendResult;

/** What became of objects, one JSON object a line, each line written as soon as it is known. Thread-safe. */
final class ReportFile implements Closeable {
    private final Writer writer;

    private ReportFile(Writer writer) {
        this.writer = writer;
    }

    static ReportFile to(Path file) throws IOException {
        return new ReportFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
    }

    synchronized void add(SendResult result) {
        String status = result.status().map(known -> text(String.format("%04XH", known.code()))).orElse("null");
        String line = "{\"file\":" + text(result.object().name())
                + ",\"sopClassUid\":" + text(result.object().sopClassUid())
                + ",\"sopInstanceUid\":" + text(result.object().sopInstanceUid())
                + ",\"transferSyntaxUid\":" + text(result.object().transferSyntaxUid())
                + ",\"outcome\":" + text(result.outcome().name())
                + ",\"status\":" + status
                + ",\"message\":" + text(result.message())
                + ",\"attempts\":" + result.attempts() + "}\n";
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON string (RFC 8259 7). */
    static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
