package org.bitewing.xml;

import java.util.Objects;
import org.bitewing.Limits;
import org.bitewing.data.BulkResolver;

/** How to read XML, as one immutable value. */
public final class XmlReadOptions {
    private static final XmlReadOptions DEFAULTS =
            new XmlReadOptions(Limits.defaults(), BulkResolver.none(), false, false);

    private final Limits limits;
    private final BulkResolver resolver;
    private final boolean namespaceRequired;
    private final boolean hiddenKept;

    private XmlReadOptions(Limits limits, BulkResolver resolver, boolean namespaceRequired, boolean hiddenKept) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.resolver = Objects.requireNonNull(resolver, "resolver");
        this.namespaceRequired = namespaceRequired;
        this.hiddenKept = hiddenKept;
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
        return new XmlReadOptions(changed, resolver, namespaceRequired, hiddenKept);
    }

    /**
     * These options with a way to find bulk data (PS3.19 A.1.5): it is given the URI or the UUID, and for DCMTK's
     * format the name of a file.
     *
     * @param found gives the bytes of a reference
     * @return new options
     */
    public XmlReadOptions withBulk(BulkResolver found) {
        return new XmlReadOptions(limits, found, namespaceRequired, hiddenKept);
    }

    /**
     * These options, where the root element has to have the namespace of its form.
     *
     * @return new options
     */
    public XmlReadOptions withNamespaceRequired() {
        return new XmlReadOptions(limits, resolver, true, hiddenKept);
    }

    /**
     * These options, where a value of DCMTK's format that is hidden or not loaded becomes an empty element, as DCMTK
     * has it; {@link XmlReader#hidden()} tells of them.
     *
     * @return new options
     */
    public XmlReadOptions withHiddenAsEmpty() {
        return new XmlReadOptions(limits, resolver, namespaceRequired, true);
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
