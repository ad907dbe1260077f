package org.bitewing.tools.net;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendResult;
import org.bitewing.tools.cli.Json;

/** What became of objects, one JSON object a line, each line written as soon as it is known. Thread-safe. */
final class ReportFile implements Closeable {
    private static final String STORED = ",\"outcome\":\"STORED\"";
    private final Writer writer;

    private ReportFile(Writer writer) {
        this.writer = writer;
    }

    /** Writes behind what is there; a line that was not finished stays one of its own. */
    static ReportFile to(Path file) throws IOException {
        boolean isOpen = Files.exists(file) && !endsWithALine(file);
        Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        writer.write(isOpen ? "\n" : "");
        return new ReportFile(writer);
    }

    private static boolean endsWithALine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            int last = bytes.read();
            return last < 0 || last == '\n';
        }
    }

    /** The objects of a list that no line of a report has as stored. */
    static List<OutgoingObject> unstored(List<OutgoingObject> objects, Path file) throws IOException {
        Set<String> stored = new HashSet<>();
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int end = line.indexOf(STORED);
                    if (end > 0) {
                        stored.add(line.substring(0, end));
                    }
                }
            }
        }
        return objects.stream().filter(object -> !stored.contains(start(object))).toList();
    }

    /** The start of an object's line, which no other object has. */
    private static String start(OutgoingObject object) {
        return "{\"file\":" + Json.text(object.name())
                + ",\"sopClassUid\":" + Json.text(object.sopClassUid())
                + ",\"sopInstanceUid\":" + Json.text(object.sopInstanceUid())
                + ",\"transferSyntaxUid\":" + Json.text(object.transferSyntaxUid());
    }

    synchronized void add(SendResult result) {
        String status = result.status().map(known -> Json.text(String.format("%04XH", known.code()))).orElse("null");
        String line = start(result.object())
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
