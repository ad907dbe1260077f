package org.bitewing.tools.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.bitewing.DicomException;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.zip.ZipArchive;
import org.bitewing.tools.zip.ZipDirectory;
import org.bitewing.tools.zip.ZipEntryFile;

/** Lists what is in files, folders, zip files and DICOMDIRs. Names of entries are text, and never become paths. */
final class Inputs {
    private static final long MOST_FILES = 1_000_000;
    private static final int DEEPEST_FOLDER = 256;

    private final Scan scan;
    private final Catalog catalog;
    private final boolean followLinks;
    private final boolean several;
    private long count;

    Inputs(Scan scan, Catalog catalog, boolean followLinks, boolean several) {
        this.scan = scan;
        this.catalog = catalog;
        this.followLinks = followLinks;
        this.several = several;
    }

    /** Files that were listed. */
    long count() {
        return count;
    }

    /** Lists what a parameter names; what cannot be listed is a problem of the catalog. */
    void add(Path path) throws InterruptedException {
        Path fileName = path.toAbsolutePath().normalize().getFileName();
        String name = fileName == null ? path.toString() : fileName.toString();
        Place place = new Place.OfFile(path, name);
        try {
            if (Files.isDirectory(path)) {
                addFolder(path, several ? name + "/" : "");
            } else if (place.isZip()) {
                addZip(path, several ? name + "!/" : "", name);
            } else {
                Optional<DicomDirectory> directory = DicomDirectory.of(place);
                if (directory.isPresent()) {
                    count += directory.get().list(path, several ? name + ": " : "", catalog, scan);
                } else {
                    add(place);
                }
            }
        } catch (DicomException e) {
            catalog.problem(name, e.reason());
        } catch (IOException e) {
            catalog.problem(name, Failures.reason(e));
        }
    }

    private boolean add(Place place) throws InterruptedException {
        if (count == MOST_FILES) {
            catalog.problem(place.name(), "there are more than " + MOST_FILES + " files; the rest is left out");
            return false;
        }
        count++;
        scan.add(place);
        return true;
    }

    // ---- zip files -----------------------------------------------------------------------------------------------

    private void addZip(Path path, String prefix, String name) throws IOException, InterruptedException {
        ZipArchive archive = ZipArchive.open(path);
        scan.keep(archive);
        try {
            boolean goesOn = true;
            for (ZipDirectory directory = ZipDirectory.of(archive); directory.hasNext() && goesOn; ) {
                ZipDirectory.Entry entry = directory.next();
                if (entry.isFolder()) {
                    continue;
                }
                Optional<String> trouble = entry.trouble();
                if (trouble.isPresent()) {
                    catalog.problem(prefix + entry.name(), trouble.get());
                } else {
                    goesOn = add(new Place.OfZip(new ZipEntryFile(archive, entry, prefix + entry.name())));
                }
            }
        } catch (ZipException e) {
            // What was listed before stays.
            catalog.problem(name, e.getMessage());
        }
    }

    // ---- folders -------------------------------------------------------------------------------------------------

    private void addFolder(Path folder, String prefix) throws IOException, InterruptedException {
        Path root = folder.toRealPath();
        Set<FileVisitOption> options = followLinks ? Set.of(FileVisitOption.FOLLOW_LINKS) : Set.of();
        Visitor visitor = new Visitor(root, prefix);
        Files.walkFileTree(root, options, DEEPEST_FOLDER, visitor);
        if (visitor.interrupted) {
            throw new InterruptedException();
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final String prefix;
        private boolean interrupted;

        Visitor(Path root, String prefix) {
            this.root = root;
            this.prefix = prefix;
        }

        private String name(Path file) {
            return prefix + root.relativize(file).toString().replace(File.separatorChar, '/');
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                link(file);
            } else if (attributes.isDirectory()) {
                catalog.problem(name(file), "folders deeper than " + DEEPEST_FOLDER + " are not looked into");
            } else if (attributes.isRegularFile()) {
                try {
                    return add(new Place.OfFile(file, name(file))) ? FileVisitResult.CONTINUE
                            : FileVisitResult.TERMINATE;
                } catch (InterruptedException e) {
                    interrupted = true;
                    return FileVisitResult.TERMINATE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /** What it leads to is listed where it is, or it is not in the folder that was given. */
        private void link(Path file) {
            try {
                if (file.toRealPath().startsWith(root)) {
                    catalog.skip();
                } else {
                    catalog.problem(name(file), "a link out of the folder; --follow-links follows it");
                }
            } catch (IOException e) {
                catalog.problem(name(file), "a link that leads nowhere");
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) {
                catalog.skip();
            } else {
                catalog.problem(name(file), Failures.reason(e));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException e) {
            if (e != null) {
                catalog.problem(name(visited), Failures.reason(e));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
