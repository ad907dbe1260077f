package org.bitewing.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Bytes that the JVM counts as allocated by this thread: exact, whatever else the machine does. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int TRIES = 3;
    /** Where all results go. */
    private static volatile long sink;

    private Allocation() {
    }

    /**
     * Of one run, on the average of many; the least of some tries, as the first run of anything may allocate what no
     * other does.
     */
    static double of(Work work, int runs) throws IOException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long sum = 0;
            for (int run = 0; run < runs; run++) {
                sum += work.run();
            }
            least = Math.min(least, (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / runs);
            sink = sum;
        }
        return least;
    }
}
