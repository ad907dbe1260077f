package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitewing.io.AtomicFile;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.SeriesState;
import org.bitewing.tools.station.series.SeriesSummary;
import org.bitewing.tools.station.series.StudySummary;

/**
 * A study while objects are added to it. Its folders are always ahead of its summaries, and these of its memory; the
 * journal notes it from the first change until all three agree. For who holds the monitor of it.
 */
final class Study {
    private static final int MOST_ATTEMPTS = 100;

    private final String uid;
    private final Desk desk;
    private final StudyMemory memory;
    private boolean isLoaded;
    private TreeMap<String, SeriesState> series = new TreeMap<>();
    /** The series whose summaries are behind. */
    private final Set<String> stale = new TreeSet<>();
    /** The series whose memory is behind. */
    private final Set<String> unsettled = new TreeSet<>();
    private boolean isNoted;
    /** Whether what the memory has is of no use. */
    private boolean isAnew;
    /** Whether an object could not be read, so that all has to be read again some day. */
    private boolean isPartial;
    private int underWay;
    private long staleSince;
    private long lastCount;
    /** The names among the participants that it has, or may have since it was noted. */
    private final Set<Path> participants = new HashSet<>();
    private boolean isGone;

    Study(String uid, Desk desk) {
        this.uid = uid;
        this.desk = desk;
        this.memory = new StudyMemory(desk.folders().memory(uid), desk.options());
    }

    String uid() {
        return uid;
    }

    /** Whether another one stands for the study now. */
    boolean isGone() {
        return isGone;
    }

    void leave() {
        isGone = true;
    }

    /** How many series it has. */
    int size() {
        return series.size();
    }

    Map<String, SeriesState> series() {
        return Map.copyOf(series);
    }

    /** Whether the study is as its memory has it, or else has to be read from its folders. */
    boolean load() throws IOException {
        if (!isLoaded) {
            Optional<TreeMap<String, SeriesState>> remembered = memory.read();
            if (remembered.isEmpty() && hasSeries()) {
                return false;
            }
            series = remembered.orElseGet(TreeMap::new);
            desk.participants().name(series.values()).ifPresent(participants::add);
            isLoaded = true;
        }
        return true;
    }

    /**
     * Begins to give an object its names without the monitor. Until that has ended the study is not settled.
     *
     * @return false where the study is not noted yet, as every study that changes is
     */
    boolean begin() {
        underWay += isNoted ? 1 : 0;
        return isNoted;
    }

    /** The names were made, or could not be. */
    void end(boolean isNew, SeriesState one) {
        underWay--;
        if (isNew) {
            count(one);
        }
        notifyAll();
    }

    /** Waits until no names are being made without the monitor. */
    void await() {
        boolean isInterrupted = false;
        while (underWay > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether names are being made without the monitor. */
    boolean isUnderWay() {
        return underWay > 0;
    }

    private boolean hasSeries() throws IOException {
        Path raw = desk.folders().raw(uid);
        if (!Files.isDirectory(raw)) {
            return false;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(raw, path -> ObjectFacts.isUid(
                path.getFileName().toString()))) {
            return all.iterator().hasNext();
        }
    }

    /** Gives an object its places, and counts it where it is new. */
    Added.Filed file(ObjectFacts facts, SeriesState one, ObjectFile file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            ObjectPlaces places = ObjectPlaces.find(desk, facts, file);
            if (!places.isKnown()) {
                note();
            }
            try {
                places.make(desk, file);
            } catch (FileAlreadyExistsException e) {
                // Made in between by somebody without the monitor, or else in the way for good.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                continue;
            }
            if (!places.isKnown()) {
                count(one);
            }
            return places.filed();
        }
    }

    private void note() throws IOException {
        if (!isNoted) {
            JsonObject entry = UnsettledStudies.unsettled(uid);
            if (desk.options().sync()) {
                desk.journal().appendForced(desk.unsettled(), entry);
            } else {
                desk.journal().append(desk.unsettled(), entry);
            }
            isNoted = true;
        }
    }

    private void count(SeriesState one) {
        series.merge(one.seriesInstanceUid(), one, SeriesState::merge);
        lastCount = System.nanoTime();
        if (stale.isEmpty()) {
            staleSince = lastCount;
        }
        stale.add(one.seriesInstanceUid());
        unsettled.add(one.seriesInstanceUid());
    }

    /** Begins anew, as if nothing were known; the objects are to be counted again. */
    void forget() throws IOException {
        note();
        if (!isLoaded) {
            desk.participants().name(memory.read().orElseGet(TreeMap::new).values()).ifPresent(participants::add);
        }
        series = new TreeMap<>();
        stale.clear();
        unsettled.clear();
        isAnew = true;
        isPartial = false;
        isLoaded = true;
    }

    /** An object could not be read, and is not counted. */
    void miss() {
        isPartial = true;
    }

    /** Counts an object that may have its places already, unless it is among those that were counted. */
    void recount(ObjectFacts facts, SeriesState one, ObjectFile file, Set<Path> counted) throws IOException {
        ObjectPlaces places = ObjectPlaces.find(desk, facts, file);
        places.make(desk, file);
        // A process that was killed may have summarised the study when this was the object to name it after.
        desk.participants().nameBy(one).ifPresent(participants::add);
        if (counted.add(places.raw())) {
            count(one);
        }
    }

    /** How long the summaries have been behind, in nanoseconds; 0 where they are not. */
    long behind() {
        return stale.isEmpty() ? 0 : System.nanoTime() - staleSince;
    }

    /** How long nothing has come for a study whose memory is behind, in nanoseconds; 0 where it is not. */
    long quiet() {
        return isNoted && !isPartial && underWay == 0 ? System.nanoTime() - lastCount : 0;
    }

    /** Lets it be for a while. */
    void delay() {
        staleSince = System.nanoTime();
        lastCount = staleSince;
    }

    /** Brings the summaries up to date. */
    void refresh() throws IOException {
        summarise(false);
    }

    /** Brings summaries and memory up to date, so that nothing has to be read again. */
    void settle() throws IOException {
        if (!isNoted) {
            return;
        }
        stale.addAll(unsettled);
        summarise(desk.options().sync());
        if (isAnew) {
            memory.replace(series);
            isAnew = false;
        } else if (!unsettled.isEmpty()) {
            memory.write(series, unsettled);
        }
        unsettled.clear();
        if (!isPartial && underWay == 0) {
            desk.journal().append(desk.unsettled(), UnsettledStudies.settled(uid));
            isNoted = false;
        }
    }

    private void summarise(boolean force) throws IOException {
        if (stale.isEmpty()) {
            return;
        }
        for (String changed : stale) {
            if (force) {
                force(desk.folders().raw(uid, changed));
            }
            write(desk.folders().seriesSummary(uid, changed), SeriesSummary.json(series.get(changed)), force);
        }
        JsonObject summary = StudySummary.json(series.values());
        write(desk.folders().studySummary(uid), summary, force);
        Optional<Path> now = desk.participants().name(summary);
        desk.participants().rename(uid, participants, now);
        participants.clear();
        now.ifPresent(participants::add);
        stale.clear();
    }

    /** New names are on the disk only when their folder is; not every platform can force one. */
    private static void force(Path folder) {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its links are in the journal of the file system.
            return;
        }
    }

    private static void write(Path path, JsonObject summary, boolean force) throws IOException {
        byte[] text = (summary.text(true) + "\n").getBytes(StandardCharsets.UTF_8);
        try (AtomicFile file = AtomicFile.create(path, force)) {
            try (OutputStream out = file.stream()) {
                out.write(text);
            }
            file.commit();
        }
    }
}
