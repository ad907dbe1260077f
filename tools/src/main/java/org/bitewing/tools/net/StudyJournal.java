package org.bitewing.tools.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bitewing.io.AtomicFile;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/**
 * Which studies have not ended, in a folder beside them, so that it is known after a crash: a file for each, written
 * before the peer hears that its first object is stored. Just before a study's command starts its file gets another
 * name, and goes when the command has ended; so the command starts once, whenever the process is killed. Thread-safe.
 */
final class StudyJournal {
    private static final String FOLDER = ".bitewing-studies";
    private static final String OPEN = ".open";
    private static final String STARTED = ".started";

    private final Path folder;
    private final boolean sync;
    private final Console console;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());

    StudyJournal(Path studies, boolean sync, Console console) {
        this.folder = studies.resolve(FOLDER);
        this.sync = sync;
        this.console = console;
    }

    /** The studies that an earlier process has left open; those whose command it had started are told, and are over. */
    List<HookCall> takeOver() throws IOException {
        List<HookCall> open = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return open;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(OPEN)) {
                    read(file, name, open);
                } else if (name.endsWith(STARTED)) {
                    console.log(Level.WARN, "the command for a study was under way when storescp ended, and is not"
                            + " started again: " + HookCall.of(Files.readAllBytes(file)).directory());
                    Files.deleteIfExists(file);
                }
            }
        }
        return open;
    }

    private void read(Path file, String name, List<HookCall> open) {
        try {
            open.add(HookCall.of(Files.readAllBytes(file)).with(name.substring(0, name.length() - OPEN.length())));
        } catch (IOException | IllegalArgumentException e) {
            console.log(Level.WARN, "not a note of a study: " + file);
        }
    }

    /** A study begins: its first object, with the ticket that its end needs. */
    HookCall begin(HookCall object) {
        HookCall noted = object.with(Long.toHexString(number.incrementAndGet()));
        Path file = folder.resolve(noted.ticket() + OPEN);
        try {
            Files.createDirectories(folder);
            try (AtomicFile note = AtomicFile.create(file, sync)) {
                try (OutputStream stream = note.stream()) {
                    stream.write(noted.toBytes());
                }
                note.commit();
            }
            return noted;
        } catch (IOException e) {
            // The object is stored all the same; only a crash would now miss the end of its study.
            console.log(Level.WARN, "no note can be made of an open study: " + e.getMessage());
            return object;
        }
    }

    /** The command of a study that has ended is about to start. */
    void starts(HookCall study) {
        move(study, OPEN, STARTED);
    }

    /** The command of a study has ended. */
    void ended(HookCall study) {
        if (!study.ticket().isEmpty()) {
            try {
                Files.deleteIfExists(folder.resolve(study.ticket() + STARTED));
            } catch (IOException e) {
                console.log(Level.WARN, "cannot remove the note of a study: " + e.getMessage());
            }
        }
    }

    private void move(HookCall study, String from, String to) {
        if (study.ticket().isEmpty()) {
            return;
        }
        try {
            Files.move(folder.resolve(study.ticket() + from), folder.resolve(study.ticket() + to),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            console.log(Level.WARN, "cannot rename the note of a study: " + e.getMessage());
        }
    }

    /** Removes the folder where nothing is left open. */
    void close() {
        try {
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            // Studies are left whose command was not run: the next start does it.
            console.log(Level.INFO, "studies are left for the next start");
        }
    }
}
