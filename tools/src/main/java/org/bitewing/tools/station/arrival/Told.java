package org.bitewing.tools.station.arrival;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.io.AtomicFile;

/**
 * What was told of a study: of the study and each of its series, which round was complete last and how many objects there
 * were. A small file in the study's folder, a line each: {@code UID round objects}, the study's UID being a hyphen. It is
 * written before the journal tells of a completion, so that the journal need not remember what is over.
 *
 * @param rounds by Series Instance UID, empty for the study
 */
record Told(Map<String, Round> rounds) {
    private static final String STUDY = "-";
    private static final Round NOTHING = new Round(0, 0);

    /** A round that was complete. */
    record Round(int round, long objects) {
    }

    Told {
        rounds = Map.copyOf(rounds);
    }

    /** Reads the file; nothing was told where there is none. A line that makes no sense is passed over. */
    static Told read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return new Told(Map.of());
        }
        Map<String, Round> rounds = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            try {
                if (words.length == 3) {
                    rounds.put(words[0].equals(STUDY) ? "" : words[0],
                            new Round(Integer.parseInt(words[1]), Long.parseLong(words[2])));
                }
            } catch (NumberFormatException e) {
                // As if it were not there: at worst a completion is told twice.
                continue;
            }
        }
        return new Told(rounds);
    }

    /** The last round of a subject of this study. */
    Round of(Subject subject) {
        return rounds.getOrDefault(subject.series(), NOTHING);
    }

    /** This and further rounds. */
    Told with(Map<String, Round> further) {
        Map<String, Round> all = new TreeMap<>(rounds);
        all.putAll(further);
        return new Told(all);
    }

    /** Writes the file, in a folder that is there. */
    void write(Path file, boolean sync) throws IOException {
        try (AtomicFile target = AtomicFile.create(file, sync)) {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(target.stream(), StandardCharsets.ISO_8859_1))) {
                for (Map.Entry<String, Round> entry : new TreeMap<>(rounds).entrySet()) {
                    Round round = entry.getValue();
                    out.write((entry.getKey().isEmpty() ? STUDY : entry.getKey()) + " " + round.round + " "
                            + round.objects + "\n");
                }
            }
            target.commit();
        }
    }
}
