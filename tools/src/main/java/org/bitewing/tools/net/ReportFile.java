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
import org.bitewing.tools.cli.Json;

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
        String status = result.status().map(known -> Json.text(String.format("%04XH", known.code()))).orElse("null");
        String line = "{\"file\":" + Json.text(result.object().name())
                + ",\"sopClassUid\":" + Json.text(result.object().sopClassUid())
                + ",\"sopInstanceUid\":" + Json.text(result.object().sopInstanceUid())
                + ",\"transferSyntaxUid\":" + Json.text(result.object().transferSyntaxUid())
                + ",\"outcome\":" + Json.text(result.outcome().name())
                + ",\"status\":" + status
                + ",\"message\":" + Json.text(result.message())
                + ",\"attempts\":" + result.attempts() + "}\n";
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
