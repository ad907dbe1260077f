package org.bitewing;

import java.util.Objects;

/**
 * One departure from the standard that was found while reading and did not stop it: the meaning was still clear.
 *
 * @param kind     what is not as it should be
 * @param location where it is
 * @param message  what is wrong, in words; holds no patient data
 */
public record Problem(Kind kind, Location location, String message) {

    /** How much a {@link Problem} matters. */
    public enum Severity {
        /** The data is not as the standard wants it, and nothing was lost. */
        WARNING,
        /** Something could not be read, or was left out. */
        ERROR
    }

    /** What can be wrong with data that can still be read. */
    public enum Kind {
        /** A file without its preamble or meta information, or one that names no transfer syntax. */
        FILE_META_MISSING("PS3.10 7.1", Severity.WARNING),
        /** File meta information in another encoding than explicit VR little endian. */
        FILE_META_ENCODING("PS3.10 7.1", Severity.WARNING),
        /** A group length of the file meta information that is not its length. */
        FILE_META_LENGTH("PS3.10 7.1", Severity.WARNING),
        /** A data set in another transfer syntax than the one that is named. */
        TRANSFER_SYNTAX("PS3.10 7.1", Severity.WARNING),
        /** A VR that is not two upper-case letters. */
        VR_INVALID("PS3.5 7.1.2", Severity.WARNING),
        /** A VR of two upper-case letters that PS3.5 does not know; it is kept. */
        VR_UNKNOWN("PS3.5 7.1.2", Severity.WARNING),
        /** A length that is not a multiple of the size of the VR's numbers. */
        LENGTH_MULTIPLE("PS3.5 6.2", Severity.WARNING),
        /** A length that is odd. */
        LENGTH_ODD("PS3.5 7.1.1", Severity.WARNING),
        /** An undefined length where the VR allows none. */
        LENGTH_UNDEFINED("PS3.5 7.1.1", Severity.WARNING),
        /** A UN of undefined length whose content is in explicit VR. */
        UNKNOWN_EXPLICIT("PS3.5 6.2.2", Severity.WARNING),
        /** A delimiter where nothing of undefined length is open. */
        DELIMITER_STRAY("PS3.5 7.5.1", Severity.WARNING),
        /** An item of undefined length without its delimiter. */
        DELIMITER_MISSING("PS3.5 7.5.1", Severity.WARNING),
        /** Elements that are not in ascending order of their tags. */
        ORDER("PS3.5 7.1", Severity.WARNING),
        /** An element that is there twice; the first one counts. */
        DUPLICATE("PS3.5 7.1", Severity.ERROR),
        /** An item that is longer than its sequence; it ends with the sequence. */
        ITEM_TOO_LONG("PS3.5 7.5.1", Severity.ERROR),
        /** A source that ends between the elements of an item or the items of a sequence. */
        TRUNCATED("PS3.5 7.5", Severity.ERROR),
        /** Pixel Data of defined length in a transfer syntax that encapsulates it. */
        PIXEL_DATA("PS3.5 A.4", Severity.WARNING),
        /** A character set that is not a defined term, or is misspelt. */
        CHARACTER_SET("PS3.3 C.12.1.1.2", Severity.WARNING),
        /** What ended the reading, where damaged data was asked for. */
        DAMAGED("PS3.5 7", Severity.ERROR),
        /** How many more problems there were than {@link Limits#problems()}. */
        UNLISTED("Limits.problems", Severity.WARNING);

        private final String clause;
        private final Severity severity;

        Kind(String clause, Severity severity) {
            this.clause = clause;
            this.severity = severity;
        }

        /**
         * The clause that was not obeyed.
         *
         * @return for instance {@code PS3.5 7.1.1}
         */
        public String clause() {
            return clause;
        }

        /**
         * How much it matters.
         *
         * @return the severity
         */
        public Severity severity() {
            return severity;
        }
    }

    /**
     * Checks that nothing is missing.
     *
     * @param kind     what is not as it should be
     * @param location where it is
     * @param message  what is wrong
     */
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(message, "message");
    }

    /** Message, clause and place in one line. */
    @Override
    public String toString() {
        return kind.severity() + ": " + message + " [" + kind.clause() + "] (" + location + ")";
    }
}
