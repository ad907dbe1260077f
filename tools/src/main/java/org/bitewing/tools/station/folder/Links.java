package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bitewing.io.AtomicFile;

/**
 * Other names of files: symbolic links, hard links, or copies; where one kind cannot be made, the next one is. Links
 * within the root are relative, so that the whole tree may be moved. Thread-safe.
 */
final class Links {
    private static final int MOST_OF_A_NAME = 10_000;

    private final Path root;
    private final boolean sync;
    /** What can be made here; goes down where the file system refuses. */
    private volatile LinkKind kind;

    Links(Path root, LinkKind kind, boolean sync) {
        this.root = root;
        this.kind = kind;
        this.sync = sync;
    }

    /**
     * The place of a file among others that want the same name.
     *
     * @param path    the name itself, or with a number where files of other content have it
     * @param isTaken whether it leads to the file already
     * @param isFirst whether it is the name itself
     */
    record Place(Path path, boolean isTaken, boolean isFirst) {
    }

    /**
     * Looks for the place of a file; what leads nowhere is removed from it.
     *
     * @param file     holds the content
     * @param linkedTo what a symbolic link leads to, which may not be there yet
     * @param wanted   the name
     */
    Place find(Path file, Path linkedTo, Path wanted) throws IOException {
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            Path candidate = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "_" + number);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return new Place(candidate, false, number == 1);
            }
            if (isLink(candidate, linkedTo)) {
                return new Place(candidate, true, number == 1);
            }
            if (isDead(candidate)) {
                Files.delete(candidate);
                return new Place(candidate, false, number == 1);
            }
            if (isSame(candidate, file)) {
                return new Place(candidate, true, number == 1);
            }
        }
        throw new IOException("there are " + MOST_OF_A_NAME + " different files of one name");
    }

    private static boolean isDead(Path link) {
        return Files.isSymbolicLink(link) && !Files.exists(link);
    }

    private static boolean isSame(Path candidate, Path file) throws IOException {
        return Files.isRegularFile(candidate) && (Files.isSameFile(candidate, file) || SameObject.test(candidate, file));
    }

    private static boolean isLink(Path link, Path linkedTo) throws IOException {
        return Files.isSymbolicLink(link) && target(link).equals(linkedTo);
    }

    /** Where a symbolic link leads, whether something is there or not. */
    static Path target(Path link) throws IOException {
        return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
    }

    /**
     * Gives a file another name that is not taken.
     *
     * @param file     the file
     * @param link     its name, in a folder that is made where it is not there
     * @param linkedTo what a symbolic link leads to: the file, or a link to it
     */
    void make(Path file, Path link, Path linkedTo) throws IOException {
        try {
            makeInFolder(file, link, linkedTo);
        } catch (NoSuchFileException e) {
            Files.createDirectories(link.getParent());
            makeInFolder(file, link, linkedTo);
        }
    }

    private void makeInFolder(Path file, Path link, Path linkedTo) throws IOException {
        LinkKind wanted = kind;
        if (wanted == LinkKind.SYMBOLIC) {
            try {
                Files.createSymbolicLink(link, linkedTo.startsWith(root) ? link.getParent().relativize(linkedTo)
                        : linkedTo);
                return;
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                throw e;
            } catch (IOException | UnsupportedOperationException e) {
                // Windows wants a privilege for it; FAT has none.
                wanted = LinkKind.HARD;
            }
        }
        // A link to a link would follow the first one's fate: the file itself is linked.
        Path real = file.toRealPath();
        if (wanted == LinkKind.HARD) {
            try {
                Files.createLink(link, real);
                kind = wanted;
                return;
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                throw e;
            } catch (IOException | UnsupportedOperationException e) {
                // Another file system, or one without hard links.
                wanted = LinkKind.COPY;
            }
        }
        copy(real, link);
        kind = wanted;
    }

    private void copy(Path file, Path copy) throws IOException {
        if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(copy.toString());
        }
        try (AtomicFile target = AtomicFile.create(copy, sync)) {
            try (OutputStream out = target.stream()) {
                Files.copy(file, out);
            }
            target.commit();
        }
        // It tells when a received object arrived.
        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
    }
}
