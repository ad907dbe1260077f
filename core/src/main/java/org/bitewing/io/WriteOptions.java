package org.bitewing.io;

import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;

/** How to write, as one immutable value; {@link #defaults()} keeps what was read and makes the file meta anew. */
public final class WriteOptions {
    private static final WriteOptions DEFAULTS = new WriteOptions(Optional.empty(), LengthForm.AS_READ,
            GroupLengths.KEPT, FileMetaForm.MADE, Padding.KEPT, Deflater.DEFAULT_COMPRESSION);

    /** The form of the lengths of sequences and items (PS3.5 7.5). */
    public enum LengthForm {
        /** Each as it was read, with the value that is right in what is written. */
        AS_READ,
        /**
         * In bytes, except those of sequences that only a delimiter shows to be one: UN (PS3.5 6.2.2), and in implicit
         * VR what the dictionary does not know.
         */
        DEFINED,
        /** With delimiters. */
        UNDEFINED
    }

    /** What becomes of the retired group lengths (gggg,0000) of a data set (PS3.5 7.2). */
    public enum GroupLengths {
        /** Those that are there stay, with the value that is right in what is written. */
        KEPT,
        /** Every group gets one. */
        MADE,
        /** None stays. */
        DROPPED
    }

    /** What stands before the data set (PS3.10 7.1). */
    public enum FileMetaForm {
        /** Preamble and meta information: ours, with what else the data set has in group 0002. */
        MADE,
        /**
         * Preamble and meta information as read; only its length and the transfer syntax are put right, and where
         * there is none it is made.
         */
        KEPT,
        /** Nothing: a bare data set, as in a DIMSE message. */
        NONE
    }

    /**
     * What becomes of Data Set Trailing Padding (FFFC,FFFC) (PS3.10 7.2).
     *
     * @param isKept true where that which is there stays; otherwise it goes
     * @param file   what the length of the file shall be a multiple of; 0 for no padding
     * @param item   what the length of each item's content shall be a multiple of; 0 for no padding
     */
    public record Padding(boolean isKept, int file, int item) {
        /** Stays. */
        public static final Padding KEPT = new Padding(true, 0, 0);
        /** Goes. */
        public static final Padding DROPPED = new Padding(false, 0, 0);

        /**
         * Checks the multiples.
         *
         * @param isKept true where that which is there stays
         * @param file   even, 0 or more
         * @param item   even, 0 or more
         */
        public Padding {
            if (file < 0 || item < 0 || ((file | item) & 1) != 0) {
                throw new IllegalArgumentException("padding is to an even number, 0 or more");
            }
            if (isKept && (file | item) != 0) {
                throw new IllegalArgumentException("padding is either kept or made");
            }
        }

        /**
         * Padding that is made, in place of what is there.
         *
         * @param file what the length of the file shall be a multiple of; 0 for none
         * @param item what the length of each item's content shall be a multiple of; 0 for none
         * @return the padding
         */
        public static Padding made(int file, int item) {
            return new Padding(false, file, item);
        }
    }

    private final Optional<TransferSyntax> transferSyntax;
    private final LengthForm lengths;
    private final GroupLengths groupLengths;
    private final FileMetaForm fileMeta;
    private final Padding padding;
    private final int deflateLevel;

    private WriteOptions(Optional<TransferSyntax> transferSyntax, LengthForm lengths, GroupLengths groupLengths,
                         FileMetaForm fileMeta, Padding padding, int deflateLevel) {
        this.transferSyntax = Objects.requireNonNull(transferSyntax, "transferSyntax");
        this.lengths = Objects.requireNonNull(lengths, "lengths");
        this.groupLengths = Objects.requireNonNull(groupLengths, "groupLengths");
        this.fileMeta = Objects.requireNonNull(fileMeta, "fileMeta");
        this.padding = Objects.requireNonNull(padding, "padding");
        this.deflateLevel = deflateLevel;
    }

    /**
     * The transfer syntax that the data set names, else explicit VR little endian; length forms, group lengths and
     * padding as read; the file meta information made.
     *
     * @return the defaults
     */
    public static WriteOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Everything as it was read, so that a conforming file is written as the same bytes. The stream of a deflated data
     * set may differ, as the standard leaves it to the encoder; what it inflates to does not.
     *
     * @return {@link #defaults()} with the file meta information kept
     */
    public static WriteOptions faithful() {
        return DEFAULTS.with(FileMetaForm.KEPT);
    }

    /**
     * These options with a transfer syntax, whatever the data set names.
     *
     * @param syntax the encoding
     * @return new options
     */
    public WriteOptions with(TransferSyntax syntax) {
        return new WriteOptions(Optional.of(syntax), lengths, groupLengths, fileMeta, padding, deflateLevel);
    }

    /**
     * These options with another form of lengths.
     *
     * @param form of sequences and items
     * @return new options
     */
    public WriteOptions with(LengthForm form) {
        return new WriteOptions(transferSyntax, form, groupLengths, fileMeta, padding, deflateLevel);
    }

    /**
     * These options with another treatment of group lengths.
     *
     * @param treatment of (gggg,0000)
     * @return new options
     */
    public WriteOptions with(GroupLengths treatment) {
        return new WriteOptions(transferSyntax, lengths, treatment, fileMeta, padding, deflateLevel);
    }

    /**
     * These options with another start of the file.
     *
     * @param form of preamble and meta information
     * @return new options
     */
    public WriteOptions with(FileMetaForm form) {
        return new WriteOptions(transferSyntax, lengths, groupLengths, form, padding, deflateLevel);
    }

    /**
     * These options with another trailing padding.
     *
     * @param treatment of (FFFC,FFFC)
     * @return new options
     */
    public WriteOptions with(Padding treatment) {
        return new WriteOptions(transferSyntax, lengths, groupLengths, fileMeta, treatment, deflateLevel);
    }

    /**
     * These options with a level of compression for a deflated transfer syntax (PS3.5 A.5).
     *
     * @param level 0 for none, 1 for the fastest, up to 9 for the smallest
     * @return new options
     */
    public WriteOptions withDeflateLevel(int level) {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("a level of compression is 0 to 9, not " + level);
        }
        return new WriteOptions(transferSyntax, lengths, groupLengths, fileMeta, padding, level);
    }

    int deflateLevel() {
        return deflateLevel;
    }

    Optional<TransferSyntax> transferSyntax() {
        return transferSyntax;
    }

    LengthForm lengths() {
        return lengths;
    }

    GroupLengths groupLengths() {
        return groupLengths;
    }

    FileMetaForm fileMeta() {
        return fileMeta;
    }

    Padding padding() {
        return padding;
    }
}
