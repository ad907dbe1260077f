package org.bitewing.benchmarks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The best rates that were seen of pairs of peers: whatever else a machine does only adds time. */
final class Rates {
    private final Path scratch;

    /**
     * Two programs, and the fastest turn of theirs.
     *
     * @param load what went between them, of which slow peers get the first objects alone
     */
    static final class Pair {
        private final String name;
        private final Peer scu;
        private final Peer scp;
        private final Load load;
        private double best;

        Pair(String name, Peer scu, Peer scp, Load load) {
            this.name = name;
            this.scu = scu;
            this.scp = scp;
            this.load = load;
        }

        String name() {
            return name;
        }

        /** Objects a second. */
        double best() {
            return best;
        }
    }

    Rates(Path scratch) {
        this.scratch = scratch;
    }

    /** One turn. */
    void run(Pair pair, Path files) throws IOException {
        Path target = Files.createDirectory(scratch.resolve("received"));
        try {
            long nanos;
            try (Peer.Scp scp = pair.scp.listen(target, pair.load)) {
                nanos = pair.scu.send(files, pair.load, scp.port());
            }
            checkAllThere(target, pair);
            pair.best = Math.max(pair.best, pair.load.count() * 1e9 / nanos);
        } finally {
            delete(target);
        }
    }

    private static void checkAllThere(Path target, Pair pair) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            long count = files.count();
            if (count != pair.load.count()) {
                throw new IOException(pair.name + ": " + count + " of " + pair.load.count() + " objects arrived");
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
