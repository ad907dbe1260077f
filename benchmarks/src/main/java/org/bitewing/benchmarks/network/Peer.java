package org.bitewing.benchmarks.network;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A program that sends and receives. */
interface Peer {

    /** Listens, and writes what it gets to a folder that is there. */
    Scp listen(Path folder, Load load) throws IOException;

    /**
     * Sends the files of a load, each part of them over an association of its own, all at once.
     *
     * @return nanoseconds from the first look at a file to the end of the last association
     */
    long send(Path files, Load load, int port) throws IOException;

    /** Somebody who listens. */
    interface Scp extends Closeable {
        int port();
    }
}
