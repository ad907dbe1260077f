package org.bitewing.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Bytes that the JVM counts as allocated by this thread: exact, whatever else the machine does. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {
    }

    /** Of one run, on the average of many. */
    static double of(Work work, int runs) throws IOException {
        long sum = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < runs; i++) {
            sum += work.run();
        }
        long after = THREADS.getCurrentThreadAllocatedBytes();
        if (sum == Long.MIN_VALUE) {
            throw new AssertionError("no sum of this kind; the loop must not be left out");
        }
        return (double) (after - before) / runs;
    }
}
