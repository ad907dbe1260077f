package org.bitewing.benchmarks.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitewing.tools.station.folder.StationFolder;
import org.bitewing.tools.station.folder.StationOptions;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.series.ObjectOrigin;

/**
 * What a station costs with few and with many studies, and with few and many objects, in turns in one run. Prints what
 * was measured, and says which bars hold.
 */
public final class StationBars {
    private static final int STUDIES = 10_000;
    private static final int TURNS = 12;
    /** What is added in a turn. */
    private static final StationFiles BATCH = new StationFiles(4, 2, 20);
    private static final StationFiles OBJECTS = new StationFiles(10, 5, 200);
    private static final int FIRST_OBJECTS = 1_000;
    private static final double MOST_RATIO = 1.2;
    private static final long MOST_GROWTH = 2 << 20;

    private final Path scratch;
    private boolean missed;

    private StationBars(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Measures.
     *
     * @param arguments a folder that may be written into
     * @throws IOException where it cannot be
     */
    public static void main(String[] arguments) throws IOException {
        StationBars bars = new StationBars(Path.of(arguments[0]));
        bars.measureMemory();
        bars.measureStudies();
        System.exit(bars.missed ? 1 : 0);
    }

    private static StationFolder open(Path root) throws IOException {
        return StationFolder.open(root, StationOptions.of(RuleFile.standard()).withoutSync(), List.of());
    }

    private static int addAll(StationFolder station, Path folder) throws IOException {
        int count = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                station.add(file, ObjectOrigin.unknown());
                count++;
            }
        }
        return count;
    }

    /** The heap after 1,000 and after 10,000 objects of the same series. */
    private void measureMemory() throws IOException {
        Path files = scratch.resolve("objects");
        OBJECTS.write(files, 1);
        long before = 0;
        int count = 0;
        try (StationFolder station = open(scratch.resolve("memory")); Stream<Path> all = Files.walk(files)) {
            // By their numbers first, so that all series are there from the start.
            List<Path> ordered = all.filter(Files::isRegularFile).sorted(Comparator
                    .comparing((Path file) -> Integer.parseInt(file.getFileName().toString().split("-")[1]))).toList();
            for (Path file : ordered) {
                station.add(file, ObjectOrigin.unknown());
                count++;
                if (count == FIRST_OBJECTS) {
                    before = used();
                }
            }
            long growth = used() - before;
            System.out.printf(Locale.ROOT, "heap after %,d objects %,d bytes, after %,d objects %,d more%n", FIRST_OBJECTS,
                    before, count, growth);
            bar("9,000 objects take at most 2 MiB", growth <= MOST_GROWTH);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** The same objects added to a station with a few studies and to one with very many. */
    private void measureStudies() throws IOException {
        Path many = scratch.resolve("many");
        Path few = scratch.resolve("few");
        Path files = scratch.resolve("studies");
        new StationFiles(STUDIES, 1, 1).write(files, 1);
        long fewBest = Long.MAX_VALUE;
        long manyBest = Long.MAX_VALUE;
        try (StationFolder inMany = open(many); StationFolder inFew = open(few)) {
            addAll(inMany, files);
            for (int study = 1; study <= 10; study++) {
                addAll(inFew, files.resolve("study" + study));
            }
            for (int turn = 0; turn < TURNS; turn++) {
                Path batch = scratch.resolve("batch" + turn);
                BATCH.write(batch, STUDIES + 1 + turn * 4);
                fewBest = Math.min(fewBest, time(inFew, batch));
                manyBest = Math.min(manyBest, time(inMany, batch));
            }
        }
        double ratio = manyBest / (double) fewBest;
        System.out.printf(Locale.ROOT, "microseconds an object: %.0f among 10 studies, %.0f among %,d; ratio %.2f%n",
                fewBest / 1e3, manyBest / 1e3, STUDIES, ratio);
        bar("many studies are no slower than few (" + MOST_RATIO + " for noise)", ratio <= MOST_RATIO);
    }

    /** Nanoseconds an object, summaries and memory of its study included. */
    private static long time(StationFolder station, Path batch) throws IOException {
        long start = System.nanoTime();
        int count = addAll(station, batch);
        try (Stream<Path> studies = Files.list(batch)) {
            for (Path study : studies.toList()) {
                station.flush(StationFiles.uid(study.getFileName().toString()));
            }
        }
        return (System.nanoTime() - start) / count;
    }

    private void bar(String what, boolean holds) {
        missed |= !holds;
        System.out.println("  " + what + ": " + (holds ? "ok" : "MISS"));
    }
}
