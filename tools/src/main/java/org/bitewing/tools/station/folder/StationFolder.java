package org.bitewing.tools.station.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bitewing.DicomException;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.station.journal.CheckedFile;
import org.bitewing.tools.station.journal.Journal;
import org.bitewing.tools.station.journal.JournalPart;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectReading;
import org.bitewing.tools.station.series.ObjectRefusal;
import org.bitewing.tools.station.series.SeriesState;

/**
 * The folder of a station. Each object that is added gets its names, and counts once in the summaries of its series and
 * study, however often it comes and whenever the process ends. What a summary holds depends on the objects alone, not on
 * the order in which they come. Memory does not grow with the number of objects or studies. Thread-safe; one process at a
 * time has a folder.
 */
public final class StationFolder implements Closeable {
    private final Desk desk;
    private final RootLock lock;
    private final OpenStudies studies;
    private final Set<String> recovered = new ConcurrentSkipListSet<>();
    private final Refresher refresher;
    private volatile boolean isClosed;

    private StationFolder(Desk desk, RootLock lock) {
        this.desk = desk;
        this.lock = lock;
        this.studies = new OpenStudies(desk);
        this.refresher = new Refresher(studies, desk.options());
    }

    /**
     * Opens the folder of a station, or makes one. What was under way when the last process ended is brought up to date.
     *
     * @param root    the folder
     * @param options how the station works
     * @param parts   who else writes into the journal
     * @return the folder
     * @throws IOException where it cannot be used, or another process has it
     */
    public static StationFolder open(Path root, StationOptions options, List<? extends JournalPart> parts)
            throws IOException {
        Files.createDirectories(root);
        Folders folders = new Folders(root.toRealPath());
        RootLock lock = RootLock.of(folders.lock());
        try {
            LeftOvers.remove(folders.archive(), ObjectFile.START);
            UnsettledStudies unsettled = new UnsettledStudies();
            List<JournalPart> all = new ArrayList<>(parts);
            all.add(unsettled);
            Journal journal = Journal.open(folders.journal(), all);
            StationFolder folder = new StationFolder(desk(folders, options, journal, unsettled), lock);
            try {
                folder.begin();
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
            return folder;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Desk desk(Folders folders, StationOptions options, Journal journal, UnsettledStudies unsettled) {
        Links intoArchive = new Links(folders.root(), options.archive(), options.sync());
        Links links = new Links(folders.root(), LinkKind.SYMBOLIC, options.sync());
        Claims layout = new Claims(name -> ObjectPlaces.objectOf(folders, name));
        return new Desk(folders, options, journal, unsettled, intoArchive, links, layout, new Participants(folders));
    }

    private void begin() throws IOException {
        Recovery recovery = new Recovery(desk);
        boolean isSure = desk.journal().found() == CheckedFile.Found.WHOLE && !desk.unsettled().isUnforced();
        List<String> underWay = desk.unsettled().studies();
        if (!isSure || !underWay.isEmpty()) {
            LeftOvers.remove(folders().root(), LeftOvers.START);
            LeftOvers.remove(folders().raw(), LeftOvers.START);
        }
        for (String study : underWay) {
            rebuild(study);
        }
        if (!isSure) {
            for (String study : recovery.differing()) {
                rebuild(study);
            }
            desk.journal().compact();
        }
        if (desk.unsettled().isUnforced() == desk.options().sync()) {
            desk.journal().appendForced(desk.unsettled(),
                    desk.options().sync() ? UnsettledStudies.forced() : UnsettledStudies.unforced());
        }
        refresher.start();
    }

    /**
     * Where things are.
     *
     * @return the folders
     */
    public Folders folders() {
        return desk.folders();
    }

    /**
     * What is under way.
     *
     * @return the journal, for the parts that were named when this was opened
     */
    public Journal journal() {
        return desk.journal();
    }

    /**
     * Adds the object of a file. One that is in the archive stays there; one from elsewhere gets a name there, as the
     * options say, and stays where it is.
     *
     * @param file   a DICOM file
     * @param origin where it came from, where the file itself does not tell
     * @return what became of it
     * @throws PlaceException where there is no place for it; it may be added again then
     * @throws IOException    where the file cannot be read
     */
    public Added add(Path file, ObjectOrigin origin) throws IOException {
        Path plain = file.isAbsolute() && file.equals(file.normalize()) ? file : file.toRealPath();
        ObjectReading reading = ObjectFacts.read(plain, origin, desk.options().limits());
        return add(reading, plain.startsWith(folders().archive()) ? new ObjectFile.InArchive(plain)
                : new ObjectFile.Elsewhere(plain));
    }

    /**
     * Adds an object that is no file of its own, as an entry of a zip file: its bytes are copied into the archive.
     *
     * @param source opens it, more than once
     * @param origin where it came from, where the object itself does not tell
     * @return what became of it
     * @throws PlaceException where there is no place for it; it may be added again then
     * @throws IOException    where it cannot be read
     */
    public Added add(ObjectSource source, ObjectOrigin origin) throws IOException {
        ObjectReading reading = ObjectFacts.read(source.open(), origin, desk.options().limits());
        if (reading instanceof ObjectRefusal refusal) {
            return new Added.Refused(refusal);
        }
        ObjectFile.Unnamed copy;
        try {
            copy = ObjectFile.copy(source.open(), folders().archive(), desk.options().sync());
        } catch (DicomException e) {
            // It grew beyond what is allowed.
            return new Added.Refused(new ObjectRefusal(ObjectRefusal.Reason.NOT_DICOM, e.reason()));
        }
        try {
            // Its size is known only now.
            return add(ObjectFacts.read(copy.path(), origin, desk.options().limits()), copy);
        } finally {
            Files.deleteIfExists(copy.path());
        }
    }

    /** An object that can be opened. */
    @FunctionalInterface
    public interface ObjectSource {
        /**
         * Opens it.
         *
         * @return its bytes from the first
         * @throws IOException where it cannot be opened
         */
        ByteSource open() throws IOException;
    }

    private Added add(ObjectReading reading, ObjectFile file) throws IOException {
        if (reading instanceof ObjectRefusal refusal) {
            return new Added.Refused(refusal);
        }
        ObjectFacts facts = (ObjectFacts) reading;
        SeriesState one = SeriesState.of(facts, desk.options().rules());
        try {
            Added.Filed filed = file(facts, one, file);
            studies.shrink();
            return filed;
        } catch (IOException e) {
            throw new PlaceException(e);
        }
    }

    /** Names are first made as if nothing had them, which is mostly so, and while other objects get theirs. */
    private Added.Filed file(ObjectFacts facts, SeriesState one, ObjectFile file) throws IOException {
        String uid = facts.studyInstanceUid();
        Optional<Study> begun = studies.with(uid, study -> {
            load(study);
            return study.begin() ? Optional.of(study) : Optional.empty();
        });
        if (begun.isPresent()) {
            boolean isNew = false;
            try {
                ObjectPlaces places = ObjectPlaces.free(desk, facts, file);
                places.make(desk, file);
                isNew = true;
                return places.filed();
            } catch (FileAlreadyExistsException e) {
                // So it has to be looked at.
                isNew = false;
            } finally {
                synchronized (begun.get()) {
                    begun.get().end(isNew, one);
                }
            }
        }
        return studies.with(uid, study -> {
            load(study);
            return study.file(facts, one, file);
        });
    }

    /** Reads what is remembered of a study, or else its objects. */
    private void load(Study study) throws IOException {
        if (!study.load()) {
            new Recovery(desk).rebuild(study);
            recovered.add(study.uid());
        }
    }

    /**
     * Brings the summaries and the memory of a study up to date.
     *
     * @param study the Study Instance UID
     * @return its series as they are on the disk now; none where the study is not known
     * @throws IOException where they cannot be written; what was taken is not lost
     */
    public Map<String, SeriesState> flush(String study) throws IOException {
        return studies.with(study, found -> {
            load(found);
            found.settle();
            return found.series();
        });
    }

    /**
     * Brings a study up to date with what lies in the archive, where numbers tell that it is not: a process may have been
     * killed when an object had its name there and none elsewhere.
     *
     * @param study the Study Instance UID
     * @throws IOException where it cannot be read or written
     */
    public void recover(String study) throws IOException {
        if (!recovered.contains(study) && Files.isDirectory(folders().archive(study))
                && new Recovery(desk).differs(study)) {
            rebuild(study);
        }
    }

    /**
     * Makes links, summaries and memory of a study anew from what lies in the archive.
     *
     * @param study the Study Instance UID
     * @throws IOException where it cannot be read or written
     */
    public void rebuild(String study) throws IOException {
        studies.with(study, found -> {
            found.await();
            new Recovery(desk).rebuild(found);
            found.settle();
            recovered.add(study);
            return found;
        });
        studies.shrink();
    }

    /**
     * All studies that lie in the folder.
     *
     * @return their UIDs
     * @throws IOException where it cannot be read
     */
    public Set<String> studies() throws IOException {
        return new Recovery(desk).all();
    }

    /**
     * The studies that were made anew since this was opened.
     *
     * @return their UIDs
     */
    public Set<String> recovered() {
        return Set.copyOf(recovered);
    }

    /**
     * Brings everything up to date and gives the folder to others.
     *
     * @throws IOException where something cannot be written; what was taken is not lost
     */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        refresher.close();
        try {
            studies.leaveAll();
            if (!desk.options().sync()) {
                desk.journal().append(desk.unsettled(), UnsettledStudies.forced());
            }
        } finally {
            try {
                desk.journal().close();
            } finally {
                lock.close();
            }
        }
    }
}
