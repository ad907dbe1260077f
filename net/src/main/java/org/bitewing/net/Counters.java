package org.bitewing.net;

import java.util.concurrent.atomic.LongAdder;

/** What happened so far, counted by all threads. Each number is exact once the association that it is about is over. */
public final class Counters {
    private final LongAdder connections = new LongAdder();
    private final LongAdder associations = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder aborted = new LongAdder();
    private final LongAdder objects = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Counters() {
    }

    /**
     * Connections that were opened.
     *
     * @return a count
     */
    public long connections() {
        return connections.sum();
    }

    /**
     * Associations that were established.
     *
     * @return a count
     */
    public long associations() {
        return associations.sum();
    }

    /**
     * Associations that were rejected.
     *
     * @return a count
     */
    public long rejected() {
        return rejected.sum();
    }

    /**
     * Associations that ended without a release.
     *
     * @return a count
     */
    public long aborted() {
        return aborted.sum();
    }

    /**
     * Objects that were stored and answered with success or a warning.
     *
     * @return a count
     */
    public long objects() {
        return objects.sum();
    }

    /**
     * The bytes of the data sets of these objects.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes.sum();
    }

    /**
     * Objects that were not stored.
     *
     * @return a count
     */
    public long failures() {
        return failures.sum();
    }

    void connection() {
        connections.increment();
    }

    void association() {
        associations.increment();
    }

    void rejection() {
        rejected.increment();
    }

    void abort() {
        aborted.increment();
    }

    void object(long length) {
        objects.increment();
        bytes.add(length);
    }

    void failure() {
        failures.increment();
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return objects() + " objects, " + bytes() + " bytes, " + failures() + " failures, " + associations()
                + " associations, " + rejected() + " rejected, " + aborted() + " aborted";
    }
}
