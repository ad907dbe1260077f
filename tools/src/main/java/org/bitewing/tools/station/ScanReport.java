package org.bitewing.tools.station;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.folder.Added;
import org.bitewing.tools.station.journal.JsonFields;

/**
 * What became of the files of a scan: their numbers, and in a file, where one is asked for, one JSON object a line for
 * each. Thread-safe.
 */
final class ScanReport implements Closeable {
    private final Optional<BufferedWriter> lines;
    private final Map<Added.Outcome, Long> filed = new EnumMap<>(Added.Outcome.class);
    private long refused;
    private long unreadable;

    private ScanReport(Optional<BufferedWriter> lines) {
        this.lines = lines;
    }

    static ScanReport to(Optional<Path> file) throws IOException {
        return new ScanReport(file.isEmpty() ? Optional.empty()
                : Optional.of(Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8)));
    }

    synchronized void filed(String name, Added.Filed added) throws IOException {
        filed.merge(added.outcome(), 1L, Long::sum);
        if (lines.isPresent()) {
            write(JsonFields.with("file", name).and("outcome", added.outcome().name().toLowerCase(Locale.ROOT))
                    .and("study", added.study()).and("series", added.series()).and("object", added.object())
                    .and("archived", added.archived().toString()).and("raw", added.raw().toString()));
        }
    }

    synchronized void refused(String name, Added.Refused added) throws IOException {
        refused++;
        if (lines.isPresent()) {
            write(JsonFields.with("file", name).and("outcome", "refused")
                    .and("reason", added.refusal().reason().name()).and("message", added.refusal().message()));
        }
    }

    synchronized void unreadable(String name, String message) throws IOException {
        unreadable++;
        if (lines.isPresent()) {
            write(JsonFields.with("file", name).and("outcome", "unreadable").and("message", message));
        }
    }

    private void write(JsonFields line) throws IOException {
        lines.get().write(line.object().text(false));
        lines.get().write('\n');
    }

    synchronized boolean hasUnreadable() {
        return unreadable > 0;
    }

    /** Files that are objects. */
    synchronized long objects() {
        return count(Added.Outcome.NEW) + count(Added.Outcome.KNOWN) + count(Added.Outcome.BESIDE);
    }

    private long count(Added.Outcome outcome) {
        return filed.getOrDefault(outcome, 0L);
    }

    /** The numbers. */
    synchronized JsonObject json(double seconds) {
        return JsonFields.with("new", count(Added.Outcome.NEW)).and("known", count(Added.Outcome.KNOWN))
                .and("beside", count(Added.Outcome.BESIDE)).and("refused", refused).and("unreadable", unreadable)
                .and("milliseconds", Math.round(seconds * 1000)).object();
    }

    @Override
    public synchronized void close() throws IOException {
        if (lines.isPresent()) {
            lines.get().close();
        }
    }
}
