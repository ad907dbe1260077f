package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.dict.Tag;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;

/** The names of an object: in the archive, in its series, and in a layout. For who holds the monitor of its study. */
final class ObjectPlaces {
    private final ObjectFacts facts;
    private final Links.Place archived;
    private final Links.Place raw;

    private ObjectPlaces(ObjectFacts facts, Links.Place archived, Links.Place raw) {
        this.facts = facts;
        this.archived = archived;
        this.raw = raw;
    }

    /** Where an object is if nothing has its names; nothing is looked at. */
    static ObjectPlaces free(Desk desk, ObjectFacts facts, ObjectFile file) {
        boolean isThere = file instanceof ObjectFile.InArchive;
        return new ObjectPlaces(facts, new Links.Place(isThere ? file.path() : inArchive(desk, facts), isThere, true),
                new Links.Place(inSeries(desk, facts), false, true));
    }

    /** Looks where an object is, or is to be; changes nothing. */
    static ObjectPlaces find(Desk desk, ObjectFacts facts, ObjectFile file) throws IOException {
        Links.Place archived = file instanceof ObjectFile.InArchive ? new Links.Place(file.path(), true, true)
                : desk.intoArchive().find(file.path(), file.path(), inArchive(desk, facts));
        Path content = archived.isTaken() ? archived.path() : file.path();
        return new ObjectPlaces(facts, archived, desk.links().find(content, archived.path(), inSeries(desk, facts)));
    }

    private static Path inArchive(Desk desk, ObjectFacts facts) {
        return desk.folders().archive().resolve(Folders.archiveName(facts.studyInstanceUid(),
                facts.text(Tag.SOPClassUID), facts.sopInstanceUid()));
    }

    private static Path inSeries(Desk desk, ObjectFacts facts) {
        return desk.folders().raw(facts.studyInstanceUid(), facts.seriesInstanceUid()).resolve(facts.sopInstanceUid());
    }

    /** Whether it is among the objects of its series. */
    boolean isKnown() {
        return raw.isTaken();
    }

    /** Its name in its series. */
    Path raw() {
        return raw.path();
    }

    Added.Filed filed() {
        Added.Outcome outcome = raw.isTaken() ? Added.Outcome.KNOWN
                : raw.isFirst() ? Added.Outcome.NEW : Added.Outcome.BESIDE;
        return new Added.Filed(facts.studyInstanceUid(), facts.seriesInstanceUid(), facts.sopInstanceUid(), outcome,
                archived.path(), raw.path());
    }

    /**
     * Makes what is not there; the name in its series comes last, as it says that the object counts.
     *
     * @throws FileAlreadyExistsException where somebody else made one of the names in between
     */
    void make(Desk desk, ObjectFile file) throws IOException {
        if (!archived.isTaken() && !raw.isTaken()) {
            if (file instanceof ObjectFile.Unnamed) {
                name(file.path());
            } else {
                desk.intoArchive().make(file.path(), archived.path(), file.path());
            }
        }
        if (desk.options().layout().isPresent()) {
            layOut(desk, desk.options().layout().get());
        }
        if (!raw.isTaken()) {
            desk.links().make(archived.path(), raw.path(), archived.path());
        }
    }

    /** By a hard link where that can be: unlike moving, it never takes the place of another file. */
    private void name(Path file) throws IOException {
        Files.createDirectories(archived.path().getParent());
        try {
            Files.createLink(archived.path(), file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(file, archived.path());
        }
    }

    private void layOut(Desk desk, LayoutTemplate layout) throws IOException {
        Path name = desk.folders().sorted().resolve(layout.pathOf(facts.attributes()));
        String object = desk.folders().raw().relativize(raw.path()).toString();
        Path file = raw.isTaken() ? raw.path() : archived.path();
        desk.layout().claim(name, object, free -> desk.links().make(file, free, raw.path()));
    }

    /** What object a name in a layout leads to, as it is named among the series; empty for a stranger. */
    static String objectOf(Folders folders, Path name) throws IOException {
        if (Files.isSymbolicLink(name)) {
            Path target = Links.target(name);
            return target.startsWith(folders.raw()) ? folders.raw().relativize(target).toString() : "";
        }
        try {
            return ObjectFacts.read(name, ObjectOrigin.unknown(), Limits.defaults()) instanceof ObjectFacts found
                    ? Path.of(found.studyInstanceUid(), found.seriesInstanceUid(), found.sopInstanceUid()).toString()
                    : "";
        } catch (DicomException | IOException e) {
            return "";
        }
    }
}
