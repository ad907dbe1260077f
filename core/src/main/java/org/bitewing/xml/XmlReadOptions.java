package org.bitewing.xml;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.Limits;
import org.bitewing.data.BulkResolver;

/** How to read XML, as one immutable value. */
public final class XmlReadOptions {
    private static final XmlReadOptions DEFAULTS =
            new XmlReadOptions(Limits.defaults(), BulkResolver.none(), false, false, Optional.empty());

    private final Limits limits;
    private final BulkResolver resolver;
    private final boolean namespaceRequired;
    private final boolean hiddenKept;
    private final Optional<Path> temporaryFolder;

    private XmlReadOptions(Limits limits, BulkResolver resolver, boolean namespaceRequired, boolean hiddenKept,
                           Optional<Path> temporaryFolder) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.resolver = Objects.requireNonNull(resolver, "resolver");
        this.namespaceRequired = namespaceRequired;
        this.hiddenKept = hiddenKept;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Default limits, with or without namespace; a bulk data reference, and a value that DCMTK's format says is hidden
     * or not loaded, is an error.
     *
     * @return the defaults
     */
    public static XmlReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other limits.
     *
     * @param changed what reading may cost
     * @return new options
     */
    public XmlReadOptions withLimits(Limits changed) {
        return new XmlReadOptions(changed, resolver, namespaceRequired, hiddenKept, temporaryFolder);
    }

    /**
     * These options with a way to find bulk data (PS3.19 A.1.5): it is given the URI or the UUID, and for DCMTK's
     * format the name of a file.
     *
     * @param found gives the bytes of a reference
     * @return new options
     */
    public XmlReadOptions withBulk(BulkResolver found) {
        return new XmlReadOptions(limits, found, namespaceRequired, hiddenKept, temporaryFolder);
    }

    /**
     * These options, where the root element has to have the namespace of its form.
     *
     * @return new options
     */
    public XmlReadOptions withNamespaceRequired() {
        return new XmlReadOptions(limits, resolver, true, hiddenKept, temporaryFolder);
    }

    /**
     * These options, where a value of DCMTK's format that is hidden or not loaded becomes an empty element, as DCMTK
     * has it; {@link XmlReader#hidden()} tells of them.
     *
     * @return new options
     */
    public XmlReadOptions withHiddenAsEmpty() {
        return new XmlReadOptions(limits, resolver, namespaceRequired, true, temporaryFolder);
    }

    /**
     * These options, where inline binary values over 64 KiB are put into a temporary file instead of memory. It is
     * readable by its owner alone, has no name where the system allows that, and lives as long as the data set.
     *
     * @param folder where the file is to be
     * @return new options
     */
    public XmlReadOptions withTemporaryFolder(Path folder) {
        return new XmlReadOptions(limits, resolver, namespaceRequired, hiddenKept, Optional.of(folder));
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

    boolean isNamespaceRequired() {
        return namespaceRequired;
    }

    boolean keepsHidden() {
        return hiddenKept;
    }
}
