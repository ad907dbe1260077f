package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectReading;
import org.bitewing.tools.station.series.ObjectRefusal;
import org.bitewing.tools.station.series.SeriesState;

/** Makes what a station knows of its studies anew from what lies in its folders. */
final class Recovery {
    private final Desk desk;

    Recovery(Desk desk) {
        this.desk = desk;
    }

    /** Makes a study anew; its monitor is held. */
    void rebuild(Study study) throws IOException {
        study.forget();
        Set<Path> counted = new HashSet<>();
        Path archive = desk.folders().archive(study.uid());
        LeftOvers.remove(archive, LeftOvers.START);
        for (Path file : files(archive)) {
            Optional<ObjectFacts> facts = read(study, file);
            if (facts.isPresent()) {
                SeriesState one = SeriesState.of(facts.get(), desk.options().rules());
                study.recount(facts.get(), one, new ObjectFile.InArchive(file), counted);
            }
        }
        Path raw = desk.folders().raw(study.uid());
        LeftOvers.remove(raw, LeftOvers.START);
        for (String name : names(raw)) {
            if (ObjectFacts.isUid(name)) {
                LeftOvers.remove(raw.resolve(name), LeftOvers.START);
                removeLost(raw.resolve(name));
            }
        }
        removeSummaries(study, raw);
    }

    /** Removes names whose files are gone from the archive. A link of the archive that leads nowhere now may do so again. */
    private static void removeLost(Path series) throws IOException {
        for (Path name : files(series)) {
            if (Files.isSymbolicLink(name) && !Files.exists(Links.target(name), LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(name);
            }
        }
    }

    /** Removes summaries of what is no more. */
    private void removeSummaries(Study study, Path raw) throws IOException {
        for (String name : names(raw)) {
            String uid = name.endsWith(Folders.JSON)
                    ? name.substring(0, name.length() - Folders.JSON.length()) : "";
            if (ObjectFacts.isUid(uid) && !study.series().containsKey(uid)) {
                Files.delete(raw.resolve(name));
            }
        }
        if (study.series().isEmpty()) {
            Files.deleteIfExists(desk.folders().studySummary(study.uid()));
        }
    }

    /** What is no object of the study stays where it lies, and is told. */
    private Optional<ObjectFacts> read(Study study, Path file) {
        try {
            ObjectReading reading = ObjectFacts.read(file, ObjectOrigin.unknown(), desk.options().limits());
            if (reading instanceof ObjectFacts facts && facts.studyInstanceUid().equals(study.uid())) {
                return Optional.of(facts);
            }
            tell(file, reading instanceof ObjectRefusal refusal ? refusal.message() : "it is of another study");
        } catch (IOException e) {
            study.miss();
            tell(file, Failures.reason(e));
        }
        return Optional.empty();
    }

    private void tell(Path file, String reason) {
        desk.options().problem().accept(desk.folders().root().relativize(file) + " is left out: " + reason);
    }

    /** The studies that the folders hold. */
    Set<String> all() throws IOException {
        Set<String> studies = new TreeSet<>();
        for (String name : names(desk.folders().archive())) {
            if (name.startsWith(Folders.STUDY_PREFIX)
                    && ObjectFacts.isUid(name.substring(Folders.STUDY_PREFIX.length()))) {
                studies.add(name.substring(Folders.STUDY_PREFIX.length()));
            }
        }
        for (String name : names(desk.folders().raw())) {
            if (ObjectFacts.isUid(name)) {
                studies.add(name);
            }
        }
        return studies;
    }

    /** Those whose memory does not agree with their folders, by numbers alone: no object is read. */
    Set<String> differing() throws IOException {
        Set<String> differing = new TreeSet<>();
        for (String study : all()) {
            if (differs(study)) {
                differing.add(study);
            }
        }
        return differing;
    }

    /** Whether the numbers of a study do not agree. */
    boolean differs(String study) throws IOException {
        Folders folders = desk.folders();
        Optional<TreeMap<String, SeriesState>> memory = new StudyMemory(folders.memory(study), desk.options()).read();
        if (memory.isEmpty() || !Files.isRegularFile(folders.studySummary(study))) {
            return true;
        }
        long total = 0;
        for (Map.Entry<String, SeriesState> series : memory.get().entrySet()) {
            long objects = series.getValue().objects();
            if (names(folders.raw(study, series.getKey())).size() != objects
                    || !Files.isRegularFile(folders.seriesSummary(study, series.getKey()))) {
                return true;
            }
            total += objects;
        }
        return names(folders.archive(study)).size() != total;
    }

    private static List<Path> files(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (String name : names(folder)) {
            files.add(folder.resolve(name));
        }
        return List.copyOf(files);
    }

    /** Without those that begin with a dot; none where there is no such folder. */
    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Set.of();
        }
        return names;
    }
}
