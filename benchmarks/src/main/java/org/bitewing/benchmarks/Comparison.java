package org.bitewing.benchmarks;

import java.io.IOException;

/**
 * How long two ways to do a thing take: the floor and ours, in turns, so that both meet the same machine. Of each the
 * fastest turn counts: whatever else runs on the machine only ever adds time.
 *
 * @param floor nanoseconds of one run of the floor
 * @param ours  nanoseconds of one run of ours
 */
record Comparison(double floor, double ours) {
    private static final long TURN_NANOS = 250_000;
    /** Where all results go. */
    private static volatile long sink;

    double ratio() {
        return ours / floor;
    }

    /** The fastest of both. */
    Comparison with(Comparison other) {
        return new Comparison(Math.min(floor, other.floor), Math.min(ours, other.ours));
    }

    /**
     * Measures.
     *
     * @param floor what is compared to
     * @param ours  what is measured
     * @param nanos how long to go on
     * @return the fastest turn of each
     * @throws IOException where one of them fails
     */
    static Comparison measure(Work floor, Work ours, long nanos) throws IOException {
        int floorRuns = runsOfATurn(floor);
        int ourRuns = runsOfATurn(ours);
        Comparison best = new Comparison(Double.MAX_VALUE, Double.MAX_VALUE);
        long end = System.nanoTime() + nanos;
        do {
            best = best.with(new Comparison(turn(floor, floorRuns), turn(ours, ourRuns)));
        } while (System.nanoTime() < end);
        return best;
    }

    /** Runs both for a time, so that the JIT compiler has done its work. */
    static void warmUp(Work floor, Work ours, long nanos) throws IOException {
        measure(floor, ours, nanos);
    }

    private static int runsOfATurn(Work work) throws IOException {
        double nanos = turn(work, 1);
        for (int i = 0; i < 3; i++) {
            nanos = Math.min(nanos, turn(work, 1));
        }
        return (int) Math.max(1, Math.min(10_000, TURN_NANOS / nanos));
    }

    private static double turn(Work work, int runs) throws IOException {
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            sum += work.run();
        }
        long nanos = System.nanoTime() - start;
        sink = sum;
        return (double) nanos / runs;
    }
}
