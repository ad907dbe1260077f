package org.bitewing.tools.station;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.FileStart;
import org.bitewing.tools.station.folder.Folders;
import org.bitewing.tools.zip.ZipArchive;
import org.bitewing.tools.zip.ZipDirectory;
import org.bitewing.tools.zip.ZipEntryFile;

/**
 * Finds the files below some paths, and the entries of zip files. Links to folders are not followed, as they may lead
 * back to where they lie; what the station itself made of an archive is left out. Memory grows with the folders that wait,
 * not with the files.
 */
final class ScanWalk {
    private final Set<Path> own;
    private final ParallelWork<ScanInput> work;
    private final Problems problems;
    private final Deque<Path> folders = new ArrayDeque<>();

    /** Hears of what cannot be looked at. */
    @FunctionalInterface
    interface Problems {
        void add(String name, String reason);
    }

    ScanWalk(Folders station, ParallelWork<ScanInput> work, Problems problems) {
        this.own = station.derived();
        this.work = work;
        this.problems = problems;
    }

    /** Gives all that is at a path and below. */
    void walk(Path path) {
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            problems.add(path.toString(), Failures.reason(e));
            return;
        }
        if (Files.isDirectory(real)) {
            folders.push(real);
        } else {
            give(real);
        }
        while (!folders.isEmpty() && !work.hasFailed()) {
            list(folders.pop());
        }
    }

    private void list(Path folder) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (work.hasFailed()) {
                    return;
                }
                if (!own.contains(child)) {
                    look(child);
                }
            }
        } catch (DirectoryIteratorException e) {
            problems.add(folder.toString(), Failures.reason(e.getCause()));
        } catch (IOException e) {
            problems.add(folder.toString(), Failures.reason(e));
        }
    }

    private void look(Path child) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            folders.push(child);
        } else if (attributes.isRegularFile() || attributes.isSymbolicLink() && !isEndless(child)) {
            give(child);
        }
    }

    /** Pipes and devices may have no end; links to folders may lead back to where they lie. */
    private static boolean isEndless(Path link) {
        return Files.exists(link) && !Files.isRegularFile(link);
    }

    private void give(Path file) {
        if (isZip(file)) {
            open(file);
        } else {
            work.give(new ScanInput.OfFile(file));
        }
    }

    /** A name is enough to look closer; a DICOM file may be named like a zip file, too. */
    private static boolean isZip(Path file) {
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip") || !Files.isRegularFile(file)) {
            return false;
        }
        try {
            return FileStart.isZip(ByteSource.of(file));
        } catch (IOException e) {
            // Said when it is read.
            return false;
        }
    }

    private void open(Path path) {
        try (ZipArchive archive = ZipArchive.open(path)) {
            try {
                list(path, archive);
            } finally {
                work.finish();
            }
        } catch (IOException e) {
            problems.add(path.toString(), Failures.reason(e));
        }
    }

    private void list(Path path, ZipArchive archive) throws IOException {
        ZipDirectory directory = ZipDirectory.of(archive);
        while (directory.hasNext() && !work.hasFailed()) {
            ZipDirectory.Entry entry = directory.next();
            if (!entry.isFolder()) {
                give(new ZipEntryFile(archive, entry, path + "!/" + entry.name()));
            }
        }
    }

    private void give(ZipEntryFile file) {
        Optional<String> trouble = file.entry().trouble();
        if (trouble.isPresent()) {
            problems.add(file.name(), trouble.get());
        } else {
            work.give(new ScanInput.OfZip(file));
        }
    }
}
