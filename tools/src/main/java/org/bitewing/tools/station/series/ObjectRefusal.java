package org.bitewing.tools.station.series;

import java.util.Objects;

/**
 * Why an object cannot be filed.
 *
 * @param reason  for a program
 * @param message for a person: one line without patient data, and without the name of the file
 */
public record ObjectRefusal(Reason reason, String message) implements ObjectReading {

    /** Why, for a program. */
    public enum Reason {
        /** It is not DICOM, is damaged before its pixel data, or exceeds the limits. */
        NOT_DICOM,
        /** A UID that it must have is not there. */
        UID_MISSING,
        /** A UID that it must have is none, and no name for a folder either. */
        UID_INVALID
    }

    /**
     * Checks that nothing is missing.
     *
     * @param reason  for a program
     * @param message for a person
     */
    public ObjectRefusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }
}
