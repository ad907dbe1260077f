package org.bitewing.net;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * An object that was stored.
 *
 * @param request what was asked
 * @param length  the bytes of the data set
 * @param path    the file that holds it; empty where it is in none
 * @param outcome what became of it
 */
public record StoredObject(StoreRequest request, long length, Optional<Path> path, Outcome outcome) {

    /** What became of an object. */
    public enum Outcome {
        /** It is stored, and was not there before. */
        NEW,
        /** The same data set was there already, and stays. */
        IDENTICAL,
        /** Another data set of the same instance was there and stays; this one is stored beside it. */
        BESIDE,
        /** Another data set of the same instance was there, and is replaced. */
        REPLACED,
        /** It was taken, and is kept nowhere. */
        DISCARDED
    }

    /**
     * Checks that nothing is missing.
     *
     * @param request what was asked
     * @param length  0 or more
     * @param path    the file
     * @param outcome what became of it
     */
    public StoredObject {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(outcome, "outcome");
    }
}
