package org.bitewing.tools.station.arrival;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.net.StoredObject;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.net.ListeningScp;
import org.bitewing.tools.net.ScpOptions;
import org.bitewing.tools.station.folder.StationFolder;
import org.bitewing.tools.station.folder.StationOptions;

/** A station that receives: the SCP, the folder, and what is done when series and studies are complete. */
public final class StationReceiver implements Closeable {
    /** The options that it heeds. */
    public static final String OPTIONS = ArrivalOptions.TEXT + ScpOptions.TEXT + ArrivalOptions.COMMANDS;
    private static final String TITLE = "STATION";

    private final Console console;
    private final StationFolder folder;
    private final Arrivals arrivals;
    private final ActionQueue actions;
    private ListeningScp scp;

    private StationReceiver(ArrivalOptions options, StationFolder folder, ArrivalImage image, boolean sync,
                            Console console) throws IOException {
        this.console = console;
        this.folder = folder;
        ArrivalJournal journal = new ArrivalJournal(folder.journal(), image);
        this.actions = new ActionQueue(options.actions(),
                new Agenda(options.mostAttempts(), options.firstWait().toMillis()), journal,
                ActionProcess.of(folder.folders(), options.timeout()), this::settled, console);
        this.arrivals = new Arrivals(
                new Rounds(options.seriesQuiet().toMillis(), options.studyQuiet().toMillis()), new Holdings(), journal,
                new TouchFiles(folder.folders().arrived()), actions, sync, () -> System.nanoTime() / 1_000_000, console);
    }

    /** What the folder knows of studies. */
    private final class Holdings implements Arrivals.Holdings {
        @Override
        public Map<String, Long> flush(String study) throws IOException {
            Map<String, Long> objects = new TreeMap<>();
            folder.flush(study).forEach((series, state) -> objects.put(series, state.objects()));
            return objects;
        }

        @Override
        public Path folder(String study) {
            return folder.folders().raw(study);
        }
    }

    private void settled(Completion completion) {
        arrivals.settled(completion);
    }

    /**
     * Starts to listen, once all that an earlier process has left is taken up.
     *
     * @param line    the options
     * @param console where to say what happens
     * @param root    the folder of the station; made where it is not there
     * @param options how the folder works
     * @param port    1 to 65535, or 0 for any that is free
     * @return a station that is listening
     * @throws IOException where the folder or the port cannot be had
     */
    public static StationReceiver start(CommandLine line, Console console, Path root, StationOptions options, int port)
            throws IOException {
        ArrivalOptions arrival = ArrivalOptions.of(line);
        ArrivalImage image = new ArrivalImage();
        StationFolder folder = StationFolder.open(root, options, List.of(image));
        StationReceiver receiver;
        try {
            receiver = new StationReceiver(arrival, folder, image, options.sync(), console);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
        try {
            receiver.begin(arrival, image);
            receiver.scp = ListeningScp.listen(line, console, TITLE, port,
                    FilingStore.of(folder, receiver.arrivals, options.sync()), receiver::stored);
        } catch (IOException | RuntimeException e) {
            receiver.close();
            throw e;
        }
        return receiver;
    }

    private void begin(ArrivalOptions options, ArrivalImage image) throws IOException {
        // What a kill has left between two steps is of studies that are open.
        for (ArrivalEntry.Opened opened : image.open()) {
            if (opened.subject().isStudy()) {
                folder.recover(opened.subject().study());
            }
        }
        arrivals.takeOver();
        actions.start(options.parallel());
        arrivals.start();
    }

    /** Called by the thread of an association, before the peer hears of success. */
    private void stored(StoredObject stored) {
        Path path = stored.path().orElseThrow();
        console.log(Level.INFO, "stored DICOM file: " + path, Map.of("file", path.toString(), "bytes",
                Long.toString(stored.length()), "outcome", stored.outcome().name()));
    }

    /**
     * Where it listens.
     *
     * @return address and port
     */
    public InetSocketAddress address() {
        return scp.address();
    }

    /** Stops listening, lets objects and actions under way end, and leaves what is open to the next start. */
    @Override
    public void close() throws IOException {
        try {
            if (scp != null) {
                scp.close();
                console.log(Level.INFO, scp.counters());
            }
        } finally {
            arrivals.close();
            actions.close();
            console.log(Level.INFO, arrivals.counters() + ", " + actions.counters());
            folder.close();
        }
    }
}
