package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.tools.station.series.SeriesState;
import org.bitewing.tools.station.series.StudySummary;

/**
 * Studies by their patients: {@code participants/<PatientID>/<StudyDate>_<StudyTime>} leads to the series of the study.
 * Studies without a Patient ID are not there. Where symbolic links cannot be made, a small file says the way.
 * Thread-safe.
 */
final class Participants {
    private static final int LONGEST_WAY = 4096;

    private final Folders folders;
    private final Claims claims = new Claims(Participants::studyOf);

    Participants(Folders folders) {
        this.folders = folders;
    }

    /** The name that a study has here, as its series tell now. */
    Optional<Path> name(Collection<SeriesState> series) {
        return series.isEmpty() ? Optional.empty() : name(StudySummary.json(series));
    }

    /** The name that a study has here, as its summary tells. */
    Optional<Path> name(JsonObject summary) {
        return name(text(summary, "PatientID"), text(summary, "StudyDate"), text(summary, "StudyTime"));
    }

    /** The name that a study had here if this object was the one that its summary told of. */
    Optional<Path> nameBy(SeriesState one) {
        return name(one.text("PatientID").orElse(""), one.text("StudyDate").orElse(""), one.text("StudyTime").orElse(""));
    }

    private Optional<Path> name(String patient, String date, String time) {
        if (patient.isBlank()) {
            return Optional.empty();
        }
        String visit = PathComponent.describing(date) + "_" + PathComponent.describing(time);
        return Optional.of(folders.participants().resolve(PathComponent.identifying(patient)).resolve(visit));
    }

    private static String text(JsonObject summary, String key) {
        return summary.members().get(key) instanceof JsonString text ? text.value() : "";
    }

    /** Gives a study its name, and takes those from it that it may have had. */
    void rename(String study, Set<Path> before, Optional<Path> now) throws IOException {
        for (Path name : before) {
            if (now.filter(name::equals).isEmpty()) {
                claims.release(name, study);
            }
        }
        if (now.isPresent()) {
            claims.claim(now.get(), study, name -> link(study, name));
        }
    }

    private void link(String study, Path name) throws IOException {
        Path way = name.getParent().relativize(folders.raw(study));
        try {
            make(name, way);
        } catch (NoSuchFileException e) {
            Files.createDirectories(name.getParent());
            make(name, way);
        }
    }

    private static void make(Path name, Path way) throws IOException {
        try {
            Files.createSymbolicLink(name, way);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // Windows wants a privilege for it; FAT has none.
            Files.writeString(name, way + "\n");
        }
    }

    /** The study that a name leads to: the last part of the way. */
    private static String studyOf(Path name) throws IOException {
        if (Files.isSymbolicLink(name)) {
            return Files.readSymbolicLink(name).getFileName().toString();
        }
        if (!Files.isRegularFile(name) || Files.size(name) > LONGEST_WAY) {
            return "";
        }
        String way = Files.readString(name).strip().replace('\\', '/');
        return way.substring(way.lastIndexOf('/') + 1);
    }
}
