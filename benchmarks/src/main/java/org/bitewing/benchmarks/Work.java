package org.bitewing.benchmarks;

import java.io.IOException;

/** Something to be timed. */
@FunctionalInterface
interface Work {
    /** Does it once and gives a number that depends on all of it, so that no compiler leaves any of it out. */
    long run() throws IOException;
}
