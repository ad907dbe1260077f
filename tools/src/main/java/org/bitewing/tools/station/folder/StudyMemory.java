package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitewing.DicomException;
import org.bitewing.tools.station.journal.CheckedFile;
import org.bitewing.tools.station.series.SeriesState;

/**
 * What the station remembers of a study: a file of the states of its series, so that no object has to be read again. The
 * last state of a series counts.
 */
final class StudyMemory {
    private static final int GROWTH = 4;

    private final Path file;
    private final StationOptions options;

    StudyMemory(Path file, StationOptions options) {
        this.file = file;
        this.options = options;
    }

    /** The series; empty where there is no memory, or none that is of use with the rules of today. */
    Optional<TreeMap<String, SeriesState>> read() throws IOException {
        TreeMap<String, SeriesState> series = new TreeMap<>();
        List<String> useless = new ArrayList<>();
        CheckedFile.Found found = CheckedFile.read(file, line -> read(line).ifPresentOrElse(
                state -> series.put(state.seriesInstanceUid(), state), () -> useless.add(line)));
        return found == CheckedFile.Found.WHOLE && useless.isEmpty() ? Optional.of(series) : Optional.empty();
    }

    private Optional<SeriesState> read(String line) {
        try {
            return SeriesState.parse(line, "memory", options.rules(), options.limits());
        } catch (DicomException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes the states that changed, or all of them where most of the file tells of what was before. */
    void write(Map<String, SeriesState> series, Collection<String> changed) throws IOException {
        AtomicInteger lines = new AtomicInteger(changed.size());
        try (CheckedFile memory = CheckedFile.open(file, line -> lines.incrementAndGet())) {
            if (lines.get() > GROWTH * series.size()) {
                memory.replace(lines(series, series.keySet()), options.sync());
            } else {
                memory.append(lines(series, changed), options.sync());
            }
        }
    }

    /** Writes all states, whatever was there. */
    void replace(Map<String, SeriesState> series) throws IOException {
        Files.createDirectories(file.getParent());
        try (CheckedFile memory = CheckedFile.open(file, line -> {
        })) {
            memory.replace(lines(series, series.keySet()), options.sync());
        }
    }

    private static List<String> lines(Map<String, SeriesState> series, Collection<String> uids) {
        List<String> lines = new ArrayList<>();
        for (String uid : uids) {
            lines.add(series.get(uid).line());
        }
        return lines;
    }
}
