package org.bitewing.benchmarks.network;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compares sending and receiving with DCMTK, which runs as child processes, and with a mere copy over TCP, all in turns
 * in one run: what is in which relation to what must hold on every machine. Prints tables and says which bars hold.
 */
public final class NetworkComparison {
    private static final Load SMALL = new Load("small", 1_000, 32 << 10, 1, 1);
    private static final Load MEDIUM = new Load("512 KiB", 200, 512 << 10, 1, 1);
    private static final Load LARGE = new Load("50 MiB", 20, 50 << 20, 100, 1);
    private static final Load PARALLEL = new Load("small, 8 at once", 4_000, 32 << 10, 1, 8);
    /** So many objects tell how long one takes where each waits for 40 ms. */
    private static final int STOCK_OBJECTS = 50;

    private final PrintStream out;
    private final int turns;
    private boolean missed;

    private NetworkComparison(PrintStream out, int turns) {
        this.out = out;
        this.turns = turns;
    }

    /**
     * Measures.
     *
     * @param arguments how many turns, then one or more folders on the file systems to be measured
     * @throws IOException where a peer fails
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("a number of turns, and one or more folders");
        }
        NetworkComparison comparison = new NetworkComparison(System.out, Integer.parseInt(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            comparison.measure(Path.of(arguments[i]));
        }
        System.exit(comparison.missed ? 1 : 0);
    }

    private void measure(Path fileSystem) throws IOException {
        out.println("\n" + fileSystem + ", objects a second, the best of " + turns + " turns");
        Path scratch = Files.createTempDirectory(fileSystem, "bitewing-network");
        try {
            for (Load load : List.of(SMALL, MEDIUM, LARGE, PARALLEL)) {
                measure(load, scratch);
            }
        } finally {
            Rates.delete(scratch);
        }
    }

    private void measure(Load load, Path scratch) throws IOException {
        Path files = scratch.resolve("files");
        long bytes = load.write(files);
        out.printf(Locale.ROOT, "%n%s: %,d objects of %,d bytes%n", load.name(), load.count(), bytes / load.count());
        Peer dcmtk = Dcmtk.withoutDelay();
        Peer ours = new Bitewing(false);
        Peer synced = new Bitewing(true);
        Rates.Pair theirs = new Rates.Pair("DCMTK to DCMTK, TCP_NODELAY=1", dcmtk, dcmtk, load);
        Rates.Pair scu = new Rates.Pair("Bitewing to DCMTK, TCP_NODELAY=1", ours, dcmtk, load);
        Rates.Pair scp = new Rates.Pair("DCMTK to Bitewing, TCP_NODELAY=1", dcmtk, ours, load);
        Rates.Pair both = new Rates.Pair("Bitewing to Bitewing", ours, ours, load);
        Rates.Pair raw = new Rates.Pair("raw copy", new RawCopy(), new RawCopy(), load);
        Rates.Pair scpSynced = new Rates.Pair("DCMTK to Bitewing, synced", dcmtk, synced, load);
        Rates.Pair bothSynced = new Rates.Pair("Bitewing to Bitewing, synced", ours, synced, load);
        List<Rates.Pair> pairs = List.of(theirs, scu, scp, both, raw, scpSynced, bothSynced);
        run(pairs, files, scratch, turns);
        bar("our SCU is as fast as DCMTK's", scu.best() / theirs.best(), 1);
        bar("our SCP is as fast as DCMTK's", scp.best() / theirs.best(), 1);
        if (load == LARGE) {
            bar("both are half as fast as a raw copy", both.best() / raw.best(), 0.5);
        } else if (load == SMALL) {
            bar("both are twice as fast as DCMTK", both.best() / theirs.best(), 2);
        }
        if (load == SMALL) {
            measureStock(load, files, scratch);
        }
        Rates.delete(files);
    }

    private void measureStock(Load load, Path files, Path scratch) throws IOException {
        Load few = load.first(STOCK_OBJECTS);
        Path fewFiles = scratch.resolve("few");
        few.write(fewFiles);
        Peer stock = Dcmtk.stock();
        Peer ours = new Bitewing(false);
        Rates.Pair theirs = new Rates.Pair("stock DCMTK to stock DCMTK", stock, stock, few);
        Rates.Pair scu = new Rates.Pair("Bitewing to stock DCMTK", ours, stock, load);
        Rates.Pair scp = new Rates.Pair("stock DCMTK to Bitewing", stock, ours, load);
        run(List.of(theirs), fewFiles, scratch, 1);
        run(List.of(scu, scp), files, scratch, turns);
        bar("our SCU with a stock SCP", scu.best() / theirs.best(), 20);
        bar("our SCP with a stock SCU", scp.best() / theirs.best(), 20);
        Rates.delete(fewFiles);
    }

    private void run(List<Rates.Pair> pairs, Path files, Path scratch, int times) throws IOException {
        Rates rates = new Rates(scratch);
        for (int turn = 0; turn < times; turn++) {
            for (Rates.Pair pair : pairs) {
                rates.run(pair, files);
            }
        }
        for (Rates.Pair pair : pairs) {
            out.printf(Locale.ROOT, "  %-36s %,10.0f%n", pair.name(), pair.best());
        }
    }

    private void bar(String what, double ratio, double least) {
        boolean holds = ratio >= least;
        missed |= !holds;
        out.printf(Locale.ROOT, "  %-36s %10.2f  >= %s %s%n", what, ratio, least, holds ? "ok" : "MISS");
    }
}
