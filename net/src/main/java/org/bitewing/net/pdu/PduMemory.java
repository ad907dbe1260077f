package org.bitewing.net.pdu;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the A-ASSOCIATE PDUs that are longer than usual may take together, while they come: anybody may send one, and
 * many who do shall not fill the heap. Thread-safe.
 */
public final class PduMemory {
    private final AtomicLong left;

    /**
     * Memory to share.
     *
     * @param bytes for all that share it
     */
    public PduMemory(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /**
     * A sixteenth of the heap.
     *
     * @return memory to share
     */
    public static PduMemory usual() {
        return new PduMemory(Runtime.getRuntime().maxMemory() / 16);
    }

    /** Takes some; false where so much is not left. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
