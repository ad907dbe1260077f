package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bitewing.net.Conversion;
import org.bitewing.net.FolderStore;
import org.bitewing.net.Store;
import org.bitewing.net.StoredObject;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** A {@code storescp} that runs: the SCP, its folder, and what is done with objects and studies. */
final class Receiver implements Closeable {
    private static final Duration FOR_COMMANDS = Duration.ofSeconds(60);
    private static final int DEFAULT_QUIET = 10;

    private final Console console;
    private final ObjectNaming naming;
    private final Hooks hooks;
    private final boolean waitsForHooks;
    private final boolean renames;
    private final StudyJournal journal;
    private final HookQueue queue;
    private final StudyWatch studies;
    private ListeningScp scp;

    private Receiver(CommandLine line, Console console, Path folder, ObjectNaming naming) throws IOException {
        this.console = console;
        this.naming = naming;
        this.hooks = Hooks.of(line, console);
        this.waitsForHooks = line.has("--exec-sync");
        this.renames = line.has("--rename-on-eostudy");
        this.journal = new StudyJournal(folder, !line.has("--no-sync"), console);
        this.queue = new HookQueue(this::run, NetworkOptions.number(line, "--exec-parallel", 1), console);
        this.studies = new StudyWatch(
                Duration.ofSeconds(NetworkOptions.number(line, "--eostudy-timeout", DEFAULT_QUIET)), journal,
                queue::add);
    }

    /** Starts to listen; the folder is there. */
    static Receiver start(CommandLine line, Console console, int port, Path folder) throws IOException {
        ObjectNaming naming = ObjectNaming.of(line, folder, console);
        Store store = Misbehaviour.of(line, line.has("--ignore") ? Store.discarding() : store(line, folder, naming));
        Receiver receiver = new Receiver(line, console, folder.toRealPath(), naming);
        try {
            if (receiver.watchesStudies()) {
                receiver.studies.takeOver();
            }
            receiver.scp = ListeningScp.listen(line, console, "STORESCP", port, store, receiver::stored);
        } catch (IOException | RuntimeException e) {
            receiver.close();
            throw e;
        }
        return receiver;
    }

    private static FolderStore store(CommandLine line, Path folder, ObjectNaming naming) throws IOException {
        FolderStore store = Store.toFolder(folder).with(naming)
                .with(switch (line.choice("--keep-both", "--replace", "--keep-first")) {
                    case "--replace" -> FolderStore.Duplicates.REPLACE;
                    case "--keep-first" -> FolderStore.Duplicates.REFUSE;
                    default -> FolderStore.Duplicates.KEEP_BOTH;
                });
        if (line.has("--no-sync")) {
            store = store.withoutSync();
        }
        Optional<Conversion> form = StorageForm.of(line);
        store = form.isPresent() ? store.with(form.get()) : store;
        return line.isOn("--write-dataset", "--write-file") ? store.withoutFileMeta() : store;
    }

    /** Called by the thread of an association, before the peer hears of success. */
    private void stored(StoredObject stored) {
        if (stored.path().isEmpty()) {
            return;
        }
        Path path = stored.path().get();
        console.log(Level.INFO, "storing DICOM file: " + path, Facts.of(stored.request().connection(), "file",
                path.toString(), "bytes", Long.toString(stored.length())));
        switch (stored.outcome()) {
            case IDENTICAL -> console.log(Level.INFO, "the same object is there already: " + path);
            case BESIDE -> console.log(Level.WARN, "DICOM file already exists, written beside it: " + path);
            case REPLACED -> console.log(Level.WARN, "DICOM file already exists, overwriting: " + path);
            case NEW, DISCARDED -> {
                // Nothing more to say.
            }
        }
        HookCall call = HookCall.of(stored, path, naming.sorts() ? naming.studyOf(path.getParent()) : "");
        if (hooks.wants(false)) {
            if (waitsForHooks) {
                hooks.run(call);
            } else {
                queue.add(call);
            }
        }
        if (watchesStudies()) {
            studies.received(call);
        }
    }

    private boolean watchesStudies() {
        return hooks.wants(true) || renames;
    }

    /** What is to be done for an object or a study, in the background. */
    private void run(HookCall call) {
        if (!call.isStudy()) {
            hooks.run(call);
            return;
        }
        journal.starts(call);
        if (renames) {
            new StudyRenaming(console).rename(Path.of(call.directory()));
        }
        hooks.run(call);
        journal.ended(call);
    }

    InetSocketAddress address() {
        return scp.address();
    }

    /** Stops listening, lets objects under way come, ends the studies, runs what waits. */
    @Override
    public void close() throws IOException {
        boolean isListening = scp != null;
        if (isListening) {
            scp.close();
        }
        studies.close();
        queue.close(FOR_COMMANDS);
        journal.close();
        if (isListening) {
            console.log(Level.INFO, scp.counters());
        }
    }
}
