package org.bitewing.xml;

import java.util.Objects;
import org.bitewing.data.BulkReferences;
import org.bitewing.model.BulkPolicy;

/** How to write XML, as one immutable value; {@link #defaults()} is what the standard says. */
public final class XmlWriteOptions {
    private static final XmlWriteOptions DEFAULTS = new XmlWriteOptions(true, false, BulkPolicy.INLINE);

    private final boolean namespace;
    private final boolean fileMeta;
    private final BulkPolicy bulk;

    private XmlWriteOptions(boolean namespace, boolean fileMeta, BulkPolicy bulk) {
        this.namespace = namespace;
        this.fileMeta = fileMeta;
        this.bulk = Objects.requireNonNull(bulk, "bulk");
    }

    /**
     * With the namespace of PS3.19 A.1, without file meta information, all values inline; encapsulated pixel data is
     * an error.
     *
     * @return the defaults
     */
    public static XmlWriteOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options without the namespace, as DCMTK writes unless told otherwise.
     *
     * @return new options
     */
    public XmlWriteOptions withoutNamespace() {
        return new XmlWriteOptions(false, fileMeta, bulk);
    }

    /**
     * These options, with the file meta information (group 0002), which the standard leaves out. With it the transfer
     * syntax is known to who reads.
     *
     * @return new options
     */
    public XmlWriteOptions withFileMeta() {
        return new XmlWriteOptions(namespace, true, bulk);
    }

    /**
     * These options, where encapsulated pixel data is written as inline binary all the same, as the items of PS3.5
     * A.4. The standard does not define this; {@link XmlReader} understands it where the transfer syntax is there,
     * see {@link #withFileMeta()}.
     *
     * @return new options
     */
    public XmlWriteOptions withInlineFragments() {
        return new XmlWriteOptions(namespace, fileMeta, new BulkPolicy(bulk.threshold(), bulk.references(), true));
    }

    /**
     * These options, where larger values are referred to (BulkData, PS3.19 A.1.5): a reference that is a UUID becomes
     * one, any other a URI. Encapsulated pixel data always counts as larger. Text of short VRs stays inline.
     *
     * @param bytes  what a value may have to stay inline, 0 or more
     * @param naming gives the references
     * @return new options
     */
    public XmlWriteOptions withBulkOver(long bytes, BulkReferences naming) {
        return new XmlWriteOptions(namespace, fileMeta, new BulkPolicy(bytes, naming, bulk.inlineFragments()));
    }

    boolean hasNamespace() {
        return namespace;
    }

    boolean hasFileMeta() {
        return fileMeta;
    }

    BulkPolicy bulk() {
        return bulk;
    }
}
