package org.bitewing.tools.station.arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.net.FolderStore;
import org.bitewing.net.ReceivedObject;
import org.bitewing.net.Store;
import org.bitewing.net.StoreException;
import org.bitewing.net.StoreRequest;
import org.bitewing.net.StoredObject;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.station.folder.Added;
import org.bitewing.tools.station.folder.Folders;
import org.bitewing.tools.station.folder.StationFolder;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectReading;
import org.bitewing.tools.station.series.ObjectRefusal;

/**
 * Puts received objects into the folder of a station. The order of its steps is what makes a kill harmless: the journal
 * says that the study is open, the object gets its name in the archive, the folder files it, and then the peer hears of
 * success.
 */
final class FilingStore implements Store {
    private final StationFolder folder;
    private final Arrivals arrivals;
    private final FolderStore archive;

    private FilingStore(StationFolder folder, Arrivals arrivals, boolean sync) throws IOException {
        this.folder = folder;
        this.arrivals = arrivals;
        FolderStore store = Store.toFolder(folder.folders().archive()).with(this::nameOf).withConnection();
        this.archive = sync ? store : store.withoutSync();
    }

    static FilingStore of(StationFolder folder, Arrivals arrivals, boolean sync) throws IOException {
        return new FilingStore(folder, arrivals, sync);
    }

    @Override
    public Incoming begin(StoreRequest request) throws IOException {
        return archive.begin(request).then(this::file);
    }

    private static ObjectOrigin origin(StoreRequest request) {
        return new ObjectOrigin(request.callingAETitle(), request.calledAETitle(),
                request.connection().peer().getAddress().getHostAddress(), Optional.of(Instant.now()));
    }

    /** The name in the archive. Whoever asks for it is about to use it, so that the arrival is announced here. */
    private String nameOf(ReceivedObject object) throws IOException {
        StoreRequest request = object.request();
        DataSet head;
        try {
            head = object.dataSetBefore(Tag.SeriesInstanceUID + 1);
        } catch (DicomException e) {
            throw new StoreException(Status.CANNOT_UNDERSTAND, e.reason());
        }
        ObjectOrigin origin = origin(request);
        ObjectReading reading = ObjectFacts.of(head, origin, 0, request.transferSyntaxUid());
        if (!(reading instanceof ObjectFacts facts)) {
            throw new StoreException(Status.CANNOT_UNDERSTAND, ((ObjectRefusal) reading).message());
        }
        Path place = folder.folders().raw(facts.studyInstanceUid(), facts.seriesInstanceUid())
                .resolve(facts.sopInstanceUid());
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            arrivals.announce(facts.studyInstanceUid(), facts.seriesInstanceUid(), Peer.of(origin));
        }
        return Folders.archiveName(facts.studyInstanceUid(), request.sopClassUid(), request.sopInstanceUid());
    }

    private void file(StoredObject stored) throws IOException {
        ObjectOrigin origin = origin(stored.request());
        Path path = stored.path().orElseThrow();
        Added added = folder.add(path, origin);
        if (added instanceof Added.Filed filed) {
            arrivals.arrived(filed.study(), filed.series(), Peer.of(origin), filed.isNew());
        } else {
            // Its head could be read and the rest cannot: as with any other damage, the sender is told, and keeps it.
            Files.deleteIfExists(path);
            throw new StoreException(Status.CANNOT_UNDERSTAND, ((Added.Refused) added).refusal().message());
        }
    }
}
