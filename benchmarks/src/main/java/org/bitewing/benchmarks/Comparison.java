package org.bitewing.benchmarks;

import java.io.IOException;

/**
 * How long two ways to do a thing take: the floor and ours, in turns, so that both meet the same machine. Of each the
 * fastest turn counts: whatever else runs on the machine only ever adds time. Turns are short, so that some of them
 * are not interrupted even where others keep all processors busy.
 *
 * @param floor nanoseconds of one run of the floor
 * @param ours  nanoseconds of one run of ours
 */
record Comparison(double floor, double ours) {
    private static final long TURN_NANOS = 250_000;
    private static final int MOST_RUNS = 10_000;
    private static final int RETRIES = 4;
    /** Where all results go. */
    private static volatile long sink;

    double ratio() {
        return ours / floor;
    }

    Comparison with(Comparison other) {
        return new Comparison(Math.min(floor, other.floor), Math.min(ours, other.ours));
    }

    /** This, less what another one takes of ours alone. */
    Comparison without(double oursFixed) {
        return new Comparison(floor, Math.max(0, ours - oursFixed));
    }

    /**
     * Measures for a time; and, where the ratio is higher than it should be, some times more: the minimum of either
     * side only comes nearer to the truth.
     *
     * @param floor what is compared to
     * @param ours  what is measured
     * @param nanos how long
     * @param most  the ratio that is hoped for
     * @return the fastest turn of each
     * @throws IOException where one of them fails
     */
    static Comparison measure(Work floor, Work ours, long nanos, double most) throws IOException {
        Comparison best = measure(floor, ours, nanos);
        for (int retry = 0; retry < RETRIES && best.ratio() > most; retry++) {
            best = best.with(measure(floor, ours, nanos));
        }
        return best;
    }

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

    private static int runsOfATurn(Work work) throws IOException {
        double nanos = turn(work, 1);
        for (int i = 0; i < 3; i++) {
            nanos = Math.min(nanos, turn(work, 1));
        }
        return (int) Math.max(1, Math.min(MOST_RUNS, TURN_NANOS / nanos));
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
