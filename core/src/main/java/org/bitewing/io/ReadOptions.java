package org.bitewing.io;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bitewing.Limits;
import org.bitewing.text.SpecificCharacterSet;

/** How to read, as one immutable value; {@link #defaults()} suits files as they come. */
public final class ReadOptions {
    private static final ReadOptions DEFAULTS = new ReadOptions(new Settings());

    private final Settings settings;

    private ReadOptions(Settings settings) {
        this.settings = settings;
    }

    /** The values behind one {@link ReadOptions}: copied, changed once, then left alone. */
    private static final class Settings implements Cloneable {
        private Limits limits = Limits.defaults();
        private boolean strict;
        private boolean bare;
        private boolean keepDamaged;
        private boolean privateDictionary = true;
        private boolean keepBulk = true;
        private int bulkThreshold = 1 << 16;
        private int stopTag = -1;
        private boolean stopAfter;
        private boolean detect;
        private TransferSyntax transferSyntax;
        private SpecificCharacterSet characterSet;
        private Set<Tolerance> tolerances = Set.of();

        private Settings copy() {
            try {
                return (Settings) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /**
     * Lenient, default limits, a file with or without meta information, everything to the end, values over 64 KiB left
     * in their file.
     *
     * @return the defaults
     */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other limits.
     *
     * @param limits what reading may cost
     * @return new options
     */
    public ReadOptions withLimits(Limits limits) {
        Settings changed = settings.copy();
        changed.limits = Objects.requireNonNull(limits, "limits");
        return new ReadOptions(changed);
    }

    /**
     * These options, where the first {@link org.bitewing.Problem} is an exception.
     *
     * @return new options
     */
    public ReadOptions strict() {
        Settings changed = settings.copy();
        changed.strict = true;
        return new ReadOptions(changed);
    }

    /**
     * These options for a data set without preamble and meta information, such as comes out of a DIMSE message; its
     * transfer syntax is detected unless {@link #withTransferSyntax} names it.
     *
     * @return new options
     */
    public ReadOptions bareDataSet() {
        Settings changed = settings.copy();
        changed.bare = true;
        return new ReadOptions(changed);
    }

    /**
     * These options, with a transfer syntax that counts whatever the file meta information says.
     *
     * @param syntax the encoding of the data set
     * @return new options
     */
    public ReadOptions withTransferSyntax(TransferSyntax syntax) {
        Settings changed = settings.copy();
        changed.transferSyntax = Objects.requireNonNull(syntax, "syntax");
        return new ReadOptions(changed);
    }

    /**
     * These options, where the encoding of the data set is detected whatever the file meta information says; of a
     * transfer syntax that is named only what does not contradict it counts.
     *
     * @return new options
     */
    public ReadOptions detectTransferSyntax() {
        Settings changed = settings.copy();
        changed.detect = true;
        changed.transferSyntax = null;
        return new ReadOptions(changed);
    }

    /**
     * These options, with a character set that counts whatever Specific Character Set (0008,0005) says.
     *
     * @param characterSet for all text
     * @return new options
     */
    public ReadOptions withCharacterSet(SpecificCharacterSet characterSet) {
        Settings changed = settings.copy();
        changed.characterSet = Objects.requireNonNull(characterSet, "characterSet");
        return new ReadOptions(changed);
    }

    /**
     * These options, where what could be read of a damaged file is returned, with the damage as the last problem,
     * instead of an exception.
     *
     * @return new options
     */
    public ReadOptions keepDamaged() {
        Settings changed = settings.copy();
        changed.keepDamaged = true;
        return new ReadOptions(changed);
    }

    /**
     * These options, where reading ends before the first element of the data set itself whose tag is this or higher.
     *
     * @param tag where to stop
     * @return new options
     */
    public ReadOptions stopBefore(int tag) {
        Settings changed = settings.copy();
        changed.stopTag = tag;
        changed.stopAfter = false;
        return new ReadOptions(changed);
    }

    /**
     * These options, where reading ends behind an element of the data set itself, if it is there.
     *
     * @param tag the last element to read
     * @return new options
     */
    public ReadOptions stopAfter(int tag) {
        Settings changed = settings.copy();
        changed.stopTag = tag;
        changed.stopAfter = true;
        return new ReadOptions(changed);
    }

    /**
     * These options with another size above which a value stays in its file.
     *
     * @param bytes 0 or more
     * @return new options
     */
    public ReadOptions withBulkThreshold(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a threshold is 0 or more, not " + bytes);
        }
        Settings changed = settings.copy();
        changed.bulkThreshold = bytes;
        return new ReadOptions(changed);
    }

    /**
     * These options, where of values over the threshold only the head is kept if the source, such as a stream, can be
     * read only once. Their elements are there, with their lengths; reading more of them is an error.
     *
     * @return new options
     */
    public ReadOptions discardBulk() {
        Settings changed = settings.copy();
        changed.keepBulk = false;
        return new ReadOptions(changed);
    }

    /**
     * These options, where values over the threshold are loaded if the source can be read only once, as far as
     * {@link Limits#memory()} goes; this is the default.
     *
     * @return new options
     */
    public ReadOptions keepBulk() {
        Settings changed = settings.copy();
        changed.keepBulk = true;
        return new ReadOptions(changed);
    }

    /**
     * These options, where in implicit VR private elements are unknown even if the dictionary has them, as other
     * toolkits see them.
     *
     * @return new options
     */
    public ReadOptions withoutPrivateDictionary() {
        Settings changed = settings.copy();
        changed.privateDictionary = false;
        return new ReadOptions(changed);
    }

    /**
     * These options with other tolerances.
     *
     * @param tolerances what is known about the writer of the file; empty, the default, for nothing
     * @return new options
     */
    public ReadOptions withTolerances(Set<Tolerance> tolerances) {
        Settings changed = settings.copy();
        changed.tolerances = Set.copyOf(tolerances);
        return new ReadOptions(changed);
    }

    Set<Tolerance> tolerances() {
        return settings.tolerances;
    }

    Limits limits() {
        return settings.limits;
    }

    boolean isStrict() {
        return settings.strict;
    }

    boolean isBare() {
        return settings.bare;
    }

    boolean detectsTransferSyntax() {
        return settings.detect;
    }

    boolean usesPrivateDictionary() {
        return settings.privateDictionary;
    }

    boolean keepsDamaged() {
        return settings.keepDamaged;
    }

    boolean keepsBulk() {
        return settings.keepBulk;
    }

    int bulkThreshold() {
        return settings.bulkThreshold;
    }

    /** Compared without sign; -1, the highest tag, never stops before anything but itself. */
    int stopTag() {
        return settings.stopTag;
    }

    boolean stopsAfter() {
        return settings.stopAfter;
    }

    Optional<TransferSyntax> transferSyntax() {
        return Optional.ofNullable(settings.transferSyntax);
    }

    Optional<SpecificCharacterSet> characterSet() {
        return Optional.ofNullable(settings.characterSet);
    }
}
