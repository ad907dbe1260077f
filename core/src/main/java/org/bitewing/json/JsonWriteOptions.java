package org.bitewing.json;

import java.util.Objects;
import org.bitewing.data.BulkReferences;
import org.bitewing.model.BulkPolicy;

/** How to write JSON, as one immutable value; {@link #defaults()} is what the standard says. */
public final class JsonWriteOptions {
    private static final JsonWriteOptions DEFAULTS = new JsonWriteOptions(false, false, NonFinite.REFUSED,
            BulkPolicy.INLINE);

    /** What becomes of not-a-number and infinities in FL and FD, for which JSON has no number. */
    public enum NonFinite {
        /** An error. */
        REFUSED,
        /** The strings {@code "nan"}, {@code "inf"} and {@code "-inf"}, which {@link JsonReader} understands. */
        TEXT,
        /** The words nan, inf and -inf without quotes, which is no JSON, but what DCMTK can be told to write. */
        BARE
    }

    private final boolean indented;
    private final boolean fileMeta;
    private final NonFinite nonFinite;
    private final BulkPolicy bulk;

    private JsonWriteOptions(boolean indented, boolean fileMeta, NonFinite nonFinite, BulkPolicy bulk) {
        this.indented = indented;
        this.fileMeta = fileMeta;
        this.nonFinite = Objects.requireNonNull(nonFinite, "nonFinite");
        this.bulk = bulk;
    }

    /**
     * In one line, without file meta information, all values inline; NaN and encapsulated pixel data are errors.
     *
     * @return the defaults
     */
    public static JsonWriteOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options, with lines and two spaces for each level.
     *
     * @return new options
     */
    public JsonWriteOptions indented() {
        return new JsonWriteOptions(true, fileMeta, nonFinite, bulk);
    }

    /**
     * These options, with the file meta information (group 0002), which the standard leaves out. With it the transfer
     * syntax is known to who reads.
     *
     * @return new options
     */
    public JsonWriteOptions withFileMeta() {
        return new JsonWriteOptions(indented, true, nonFinite, bulk);
    }

    /**
     * These options with another treatment of NaN and infinities.
     *
     * @param treatment of what is not finite
     * @return new options
     */
    public JsonWriteOptions with(NonFinite treatment) {
        return new JsonWriteOptions(indented, fileMeta, treatment, bulk);
    }

    /**
     * These options, where encapsulated pixel data is written as inline binary all the same, as the items of PS3.5
     * A.4. The standard does not define this; {@link JsonReader} understands it where the transfer syntax is there,
     * see {@link #withFileMeta()}.
     *
     * @return new options
     */
    public JsonWriteOptions withInlineFragments() {
        return new JsonWriteOptions(indented, fileMeta, nonFinite,
                new BulkPolicy(bulk.threshold(), bulk.references(), true));
    }

    /**
     * These options, where larger values are referred to (BulkDataURI, PS3.18 F.2.6). Encapsulated pixel data always
     * counts as larger. VRs that the standard does not allow this for stay inline.
     *
     * @param bytes  what a value may have to stay inline, 0 or more
     * @param naming gives the references
     * @return new options
     */
    public JsonWriteOptions withBulkOver(long bytes, BulkReferences naming) {
        return new JsonWriteOptions(indented, fileMeta, nonFinite,
                new BulkPolicy(bytes, naming, bulk.inlineFragments()));
    }

    boolean isIndented() {
        return indented;
    }

    boolean hasFileMeta() {
        return fileMeta;
    }

    NonFinite nonFinite() {
        return nonFinite;
    }

    BulkPolicy bulk() {
        return bulk;
    }
}
