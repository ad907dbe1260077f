package org.bitewing.benchmarks;

import java.io.IOException;

/**
 * The guard of speed and memory, for every build: each bar is a ratio to a floor that is measured in the same JVM and
 * in turns with what it bounds, or a count, so that it holds on any machine. Prints a table.
 */
public final class Guard {
    private Guard() {
    }

    /**
     * Measures everything.
     *
     * @param arguments none
     * @throws IOException where temporary files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Report report = new Report(System.out);
        ParseBars parsing = new ParseBars();
        WriteBars writing = new WriteBars();
        parsing.warmUp();
        writing.warmUp();
        parsing.run(report);
        writing.run(report);
        new ScanBars().run(report);
        new ConvertBars().run(report);
        new CodecBars().run(report);
        report.note(Report.format("%d missed, in %.0f s, on Java %s with %d processors", report.missed(),
                (System.nanoTime() - start) / 1e9, System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors()));
        if (report.missed() > 0) {
            System.exit(1);
        }
    }
}
