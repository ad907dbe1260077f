package org.bitewing.net;

/** A clock that never goes back, in nanoseconds from about 0, so that its times can be compared. */
final class Monotonic {
    private static final long ORIGIN = System.nanoTime();

    private Monotonic() {
    }

    static long now() {
        return System.nanoTime() - ORIGIN;
    }
}
