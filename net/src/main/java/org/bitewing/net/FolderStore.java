package org.bitewing.net;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.bitewing.net.dimse.Status;

/**
 * A folder of DICOM files (PS3.10), one for each received object, its data set as it came bit for bit. An object has
 * its name only when it is complete and, unless told otherwise, on the disk. Nothing is ever lost to an object of the
 * same name: the same data set again changes nothing, a different one goes beside it. What an earlier process has left
 * unfinished is removed when the store is made. Thread-safe; one process at a time should store into a folder.
 */
public final class FolderStore implements Store {
    static final String TEMPORARY = ".bitewing-incoming-";
    static final String UNFINISHED = ".part";
    private static final String RESERVED = ".bitewing-";
    private static final String RUN = Long.toString(ProcessHandle.current().pid()) + "-"
            + Long.toHexString(System.currentTimeMillis() ^ System.nanoTime() << 20);
    private static final AtomicLong NUMBER = new AtomicLong();
    /** A file of a process number that is in use again is left over when nothing was written to it for so long. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);
    private static final int LONGEST_NAME = 255;
    private static final int MOST_VERSIONS = 10_000;
    private static final int LOCKS = 64;

    private final Path folder;
    private final boolean sync;
    private final boolean withFileMeta;
    private final boolean withConnection;
    private final Duplicates duplicates;
    private final FileNaming naming;
    private final Conversion conversion;
    private final ReentrantLock[] locks;

    /** What happens to a different data set of an instance that is there already. */
    public enum Duplicates {
        /** It is stored beside the first, as {@code name.2}, {@code name.3} and so on before the extension. */
        KEEP_BOTH,
        /** It takes the place of the first. */
        REPLACE,
        /** It is refused with the status 0111H, duplicate SOP instance. */
        REFUSE
    }

    private FolderStore(Path folder, boolean sync, boolean withFileMeta, boolean withConnection, Duplicates duplicates,
                        FileNaming naming, Conversion conversion, ReentrantLock[] locks) {
        this.folder = folder;
        this.sync = sync;
        this.withFileMeta = withFileMeta;
        this.withConnection = withConnection;
        this.duplicates = Objects.requireNonNull(duplicates, "duplicates");
        this.naming = Objects.requireNonNull(naming, "naming");
        this.conversion = Objects.requireNonNull(conversion, "conversion");
        this.locks = locks;
    }

    static FolderStore of(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        removeLeftOvers(real);
        ReentrantLock[] locks = new ReentrantLock[LOCKS];
        Arrays.setAll(locks, i -> new ReentrantLock());
        return new FolderStore(real, true, true, false, Duplicates.KEEP_BOTH, FileNaming.BY_SOP_INSTANCE, Conversion.NONE,
                locks);
    }

    /** Removes what processes that are gone have not finished; a folder that cannot be written is left as it is. */
    private static void removeLeftOvers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, TEMPORARY + "*" + UNFINISHED)) {
            for (Path file : files) {
                if (isLeftOver(file) && Files.isWritable(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isLeftOver(Path file) throws IOException {
        String run = file.getFileName().toString().substring(TEMPORARY.length());
        int dash = run.indexOf('-');
        if (run.startsWith(RUN + "-") || dash < 0) {
            return false;
        }
        boolean mayBeAlive;
        try {
            long process = Long.parseLong(run.substring(0, dash));
            mayBeAlive = process != ProcessHandle.current().pid() && ProcessHandle.of(process).isPresent();
        } catch (NumberFormatException e) {
            mayBeAlive = true;
        }
        return !mayBeAlive
                || Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(LEFT_OVER));
    }

    /**
     * This, where the operating system decides when a file goes to the disk: faster, and a crash of the machine may
     * lose what the peer believes to be stored.
     *
     * @return a changed copy
     */
    public FolderStore withoutSync() {
        return new FolderStore(folder, false, withFileMeta, withConnection, duplicates, naming, conversion, locks);
    }

    /**
     * This with bare data sets instead of files with meta information. Whoever reads them must know their transfer
     * syntax.
     *
     * @return a changed copy
     */
    public FolderStore withoutFileMeta() {
        return new FolderStore(folder, sync, false, withConnection, duplicates, naming, conversion, locks);
    }

    /**
     * This, where the meta information of each file says over which connection it was received: both AE titles and the
     * address of the sender.
     *
     * @return a changed copy
     */
    public FolderStore withConnection() {
        return new FolderStore(folder, sync, withFileMeta, true, duplicates, naming, conversion, locks);
    }

    /**
     * This with another treatment of instances that are there already.
     *
     * @param treatment what happens to a different data set
     * @return a changed copy
     */
    public FolderStore with(Duplicates treatment) {
        return new FolderStore(folder, sync, withFileMeta, withConnection, treatment, naming, conversion, locks);
    }

    /**
     * This with other names.
     *
     * @param names of the files
     * @return a changed copy
     */
    public FolderStore with(FileNaming names) {
        return new FolderStore(folder, sync, withFileMeta, withConnection, duplicates, names, conversion, locks);
    }

    /**
     * This, where objects are stored in another form than they come in: in the first transfer syntax among the targets
     * of a conversion, or as they are where it has none, or where their data set is too damaged for it.
     *
     * @param other used by several threads at once
     * @return a changed copy
     */
    public FolderStore with(Conversion other) {
        return new FolderStore(folder, sync, withFileMeta, withConnection, duplicates, naming, other, locks);
    }

    /**
     * Where the files are.
     *
     * @return the folder, as an absolute path without symbolic links
     */
    public Path folder() {
        return folder;
    }

    @Override
    public Incoming begin(StoreRequest request) throws IOException {
        return new IncomingFile(this, request,
                withFileMeta || !conversion.targets(request.transferSyntaxUid()).isEmpty());
    }

    boolean namesConnection() {
        return withConnection;
    }

    /** A name that no other file has. */
    Path temporary() {
        return folder.resolve(TEMPORARY + RUN + "-" + NUMBER.incrementAndGet() + UNFINISHED);
    }

    /** Gives a complete file its name; the file is gone afterwards where the object was there already. */
    StoredObject publish(IncomingFile file) throws IOException {
        Path target = target(naming.nameOf(file));
        file.convert(conversion, withFileMeta);
        file.finish(sync);
        ReentrantLock lock = locks[Math.floorMod(target.hashCode(), LOCKS)];
        StoredObject stored;
        lock.lock();
        try {
            stored = publish(file, target);
        } finally {
            lock.unlock();
        }
        if (sync) {
            // Also where the object was there already: who stored it may not have come so far.
            forceFolders(target.getParent());
        }
        return stored;
    }

    private StoredObject publish(IncomingFile file, Path target) throws IOException {
        for (int version = 1; version <= MOST_VERSIONS; version++) {
            Path candidate = version == 1 ? target : beside(target, version);
            if (!Files.exists(candidate)) {
                Files.move(file.path(), candidate, StandardCopyOption.ATOMIC_MOVE);
                return file.stored(candidate, version == 1 ? StoredObject.Outcome.NEW : StoredObject.Outcome.BESIDE);
            }
            if (file.isSameAs(candidate)) {
                return file.stored(candidate, StoredObject.Outcome.IDENTICAL);
            }
            if (duplicates == Duplicates.REFUSE) {
                throw new StoreException(Status.DUPLICATE_SOP_INSTANCE,
                        "a different data set of this instance is there");
            }
            if (duplicates == Duplicates.REPLACE) {
                Files.move(file.path(), candidate, StandardCopyOption.ATOMIC_MOVE);
                return file.stored(candidate, StoredObject.Outcome.REPLACED);
            }
        }
        throw new IOException("there are " + MOST_VERSIONS + " different data sets of one instance");
    }

    private static Path beside(Path target, int version) {
        String name = target.getFileName().toString();
        int dot = name.endsWith(".dcm") ? name.length() - 4 : name.length();
        return target.resolveSibling(name.substring(0, dot) + "." + version + name.substring(dot));
    }

    /** The path of a name, in a folder that is there. */
    private Path target(String name) throws IOException {
        Path target = folder;
        for (String part : name.split("/", -1)) {
            checkPart(part);
            target = target.resolve(part);
        }
        Path parent = target.getParent();
        if (!parent.equals(folder)) {
            Files.createDirectories(parent);
        }
        return target;
    }

    private static void checkPart(String part) throws IOException {
        boolean isWrong = part.isEmpty() || part.equals(".") || part.equals("..") || part.startsWith(RESERVED)
                || part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
        for (int i = 0; i < part.length() && !isWrong; i++) {
            char c = part.charAt(i);
            isWrong = Character.isISOControl(c) || c == '\\' || c == ':';
        }
        if (isWrong) {
            throw new IOException("a file may not be named as its naming wants it");
        }
    }

    /** New names are on the disk only when their folders are; not every platform can force one. */
    private void forceFolders(Path lowest) {
        for (Optional<Path> path = Optional.of(lowest); path.isPresent() && path.get().startsWith(folder);
                path = Optional.ofNullable(path.get().getParent())) {
            try (FileChannel opened = FileChannel.open(path.get(), StandardOpenOption.READ)) {
                opened.force(true);
            } catch (IOException e) {
                // Windows opens no folders; its moves are in the journal.
                return;
            }
        }
    }
}
