package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Names that several things may want. Of those the least one has the name, and each other one the name with a part of the
 * hash of what it is: so the names are the same in whatever order things come. Thread-safe.
 */
final class Claims {
    private static final int LOCKS = 64;

    private final Holders holders;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /** Tells what a name stands for. */
    @FunctionalInterface
    interface Holders {
        /** What is known of what the name stands for; the empty text, which is the least, for a stranger. */
        String holder(Path name) throws IOException;
    }

    /** Makes a name. */
    @FunctionalInterface
    interface Maker {
        void make(Path name) throws IOException;
    }

    Claims(Holders holders) {
        this.holders = holders;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** Gives a thing its name, if it has not got it. */
    void claim(Path name, String thing, Maker maker) throws IOException {
        ReentrantLock lock = lock(name);
        lock.lock();
        try {
            Optional<String> holder = holder(name);
            if (holder.isEmpty()) {
                maker.make(name);
            } else if (!holder.get().equals(thing)) {
                share(name, holder.get(), thing, maker);
            }
        } finally {
            lock.unlock();
        }
    }

    private void share(Path name, String holder, String thing, Maker maker) throws IOException {
        Path second = second(name, thing);
        if (holder.compareTo(thing) < 0) {
            if (holder(second).isEmpty()) {
                maker.make(second);
            }
            return;
        }
        // A link is moved within its folder, so that where it leads stays the same.
        Files.move(name, second(name, holder), StandardCopyOption.ATOMIC_MOVE);
        maker.make(name);
        Files.deleteIfExists(second);
    }

    /** Takes a name from a thing; the least of the others has it then. */
    void release(Path name, String thing) throws IOException {
        ReentrantLock lock = lock(name);
        lock.lock();
        try {
            Files.deleteIfExists(second(name, thing));
            if (holder(name).filter(thing::equals).isPresent()) {
                Files.delete(name);
                promote(name);
            }
        } finally {
            lock.unlock();
        }
    }

    private void promote(Path name) throws IOException {
        Optional<Path> least = Optional.empty();
        String leastHolder = "";
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(name.getParent())) {
            for (Path sibling : siblings) {
                Optional<String> holder = holder(sibling);
                if (holder.isPresent() && sibling.equals(second(name, holder.get()))
                        && (least.isEmpty() || holder.get().compareTo(leastHolder) < 0)) {
                    least = Optional.of(sibling);
                    leastHolder = holder.get();
                }
            }
        }
        if (least.isPresent()) {
            Files.move(least.get(), name, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Optional<String> holder(Path name) throws IOException {
        return Files.exists(name, LinkOption.NOFOLLOW_LINKS) ? Optional.of(holders.holder(name)) : Optional.empty();
    }

    private static Path second(Path name, String thing) {
        return name.resolveSibling(PathComponent.marked(name.getFileName().toString(), thing));
    }

    private ReentrantLock lock(Path name) {
        return locks[Math.floorMod(name.hashCode(), LOCKS)];
    }
}
