package org.bitewing.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Permissions, owner and group of a file that is replaced (POSIX); nothing of a new file, or on other platforms. */
final class FileOwnership {
    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Optional<PosixFileAttributes> attributes;

    private FileOwnership(Optional<PosixFileAttributes> attributes) {
        this.attributes = attributes;
    }

    static FileOwnership of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return new FileOwnership(Optional.empty());
        }
        try {
            return new FileOwnership(Optional.of(view.readAttributes()));
        } catch (NoSuchFileException e) {
            return new FileOwnership(Optional.empty());
        }
    }

    /** A new file: for its owner's eyes alone until it has the permissions of the one it replaces. */
    FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] initial = attributes.isEmpty() ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)};
        return FileChannel.open(file, options, initial);
    }

    /** Gives a file what the replaced one had; an owner or group only where the process may do that. */
    void restore(Path file) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        PosixFileAttributes old = attributes.get();
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes now = view.readAttributes();
        boolean sameGroup = now.group().equals(old.group()) || isDone(() -> view.setGroup(old.group()));
        if (!now.owner().equals(old.owner())) {
            isDone(() -> view.setOwner(old.owner()));
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(old.permissions());
        if (!sameGroup) {
            // What the old group might do is not for another one.
            permissions.remove(PosixFilePermission.GROUP_READ);
            permissions.remove(PosixFilePermission.GROUP_WRITE);
            permissions.remove(PosixFilePermission.GROUP_EXECUTE);
        }
        view.setPermissions(permissions);
    }

    /** What may be forbidden. */
    private interface Change {
        void run() throws IOException;
    }

    private static boolean isDone(Change change) throws IOException {
        try {
            change.run();
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
