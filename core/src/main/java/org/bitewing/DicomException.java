package org.bitewing;

import java.util.Objects;

/**
 * Data that is not DICOM, or not within the {@link Limits}. Trouble with files and sockets is an
 * {@link java.io.IOException} instead. The message names what is wrong and where, and holds no patient data.
 */
public final class DicomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message without the place. */
    private final String reason;
    private final transient Location location;

    /**
     * An error at a place.
     *
     * @param reason   what is wrong, and what to do about it
     * @param location where it is
     */
    public DicomException(String reason, Location location) {
        super(reason + " (" + location + ")");
        this.reason = reason;
        this.location = Objects.requireNonNull(location, "location");
    }

    /**
     * The message without the place.
     *
     * @return what is wrong
     */
    public String reason() {
        return reason;
    }

    /**
     * Where the data is wrong.
     *
     * @return the place; after Java serialization only its text is kept, in {@link #getMessage()}
     */
    public Location location() {
        return location == null ? Location.of("unknown") : location;
    }
}
