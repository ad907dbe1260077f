package org.bitewing;

import java.util.Objects;

/**
 * Data that is not DICOM, or not within the {@link Limits}. Trouble with files and sockets is an
 * {@link java.io.IOException} instead. The message names what is wrong and where, and holds no patient data.
 */
public final class DicomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for a program. */
    public enum Kind {
        /** There is not a single byte of data. */
        EMPTY,
        /** The source ends too early. */
        END,
        /** A length goes beyond the source, or beyond what holds the element. */
        LENGTH,
        /** Bytes or text that are not as the standard wants them. */
        SYNTAX,
        /** A value that is not what was asked for. */
        VALUE,
        /** One of the {@link Limits}. */
        LIMIT
    }

    /** What went wrong. */
    private final Kind kind;
    /** The length that is concerned, or -1. */
    private final long length;
    /** How much of it is there, or negative. */
    private final long there;
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
        this(Kind.SYNTAX, reason, location, -1, -1);
    }

    /**
     * An error of a kind at a place.
     *
     * @param kind     what went wrong, for a program
     * @param reason   what is wrong, for a person
     * @param location where it is
     * @param length   the length in bytes that is concerned; -1 where there is none
     * @param there    how many bytes of it are there; negative where that is not known
     */
    public DicomException(Kind kind, String reason, Location location, long length, long there) {
        super(reason + " (" + location + ")");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.length = length;
        this.there = there;
        this.reason = reason;
        this.location = Objects.requireNonNull(location, "location");
    }

    /**
     * What went wrong, for a program.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The length that is concerned, as stored.
     *
     * @return bytes; -1 where there is none
     */
    public long length() {
        return length;
    }

    /**
     * How much of {@link #length()} the source has.
     *
     * @return bytes; negative where that is not known
     */
    public long there() {
        return there;
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
