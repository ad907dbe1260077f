package org.bitewing.json;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.Limits;
import org.bitewing.data.BulkResolver;

/** How to read JSON, as one immutable value. */
public final class JsonReadOptions {
    private static final JsonReadOptions DEFAULTS = new JsonReadOptions(Limits.defaults(), BulkResolver.none(), false,
            Optional.empty());

    private final Limits limits;
    private final BulkResolver resolver;
    private final boolean bareNonFinite;
    private final Optional<Path> temporaryFolder;

    private JsonReadOptions(Limits limits, BulkResolver resolver, boolean bareNonFinite,
                            Optional<Path> temporaryFolder) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.resolver = Objects.requireNonNull(resolver, "resolver");
        this.bareNonFinite = bareNonFinite;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Default limits, strict JSON (RFC 8259); a bulk data reference is an error.
     *
     * @return the defaults
     */
    public static JsonReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other limits.
     *
     * @param changed what reading may cost
     * @return new options
     */
    public JsonReadOptions withLimits(Limits changed) {
        return new JsonReadOptions(changed, resolver, bareNonFinite, temporaryFolder);
    }

    /**
     * These options with a way to find bulk data (PS3.18 F.2.6).
     *
     * @param found gives the bytes of a reference
     * @return new options
     */
    public JsonReadOptions withBulk(BulkResolver found) {
        return new JsonReadOptions(limits, found, bareNonFinite, temporaryFolder);
    }

    /**
     * These options, where the words nan, inf and -inf may stand for a number, which is no JSON.
     *
     * @return new options
     */
    public JsonReadOptions withBareNonFinite() {
        return new JsonReadOptions(limits, resolver, true, temporaryFolder);
    }

    /**
     * These options, where inline binary values over 64 KiB are put into a temporary file instead of memory. It is
     * readable by its owner alone, has no name where the system allows that, and lives as long as the data set.
     *
     * @param folder where the file is to be
     * @return new options
     */
    public JsonReadOptions withTemporaryFolder(Path folder) {
        return new JsonReadOptions(limits, resolver, bareNonFinite, Optional.of(folder));
    }

    Optional<Path> temporaryFolder() {
        return temporaryFolder;
    }

    Limits limits() {
        return limits;
    }

    BulkResolver resolver() {
        return resolver;
    }

    boolean allowsBareNonFinite() {
        return bareNonFinite;
    }
}
