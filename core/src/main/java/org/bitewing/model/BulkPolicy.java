package org.bitewing.model;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkReferences;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.EncapsulatedValue;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * Which values are not written inline but referred to, and whether encapsulated pixel data may be inline.
 *
 * @param threshold       what a value may have to stay inline, in bytes
 * @param references      name the places of larger values
 * @param inlineFragments whether encapsulated pixel data is written inline where there is no reference
 */
public record BulkPolicy(long threshold, BulkReferences references, boolean inlineFragments) {
    /** Everything inline, except encapsulated pixel data, which is an error. */
    public static final BulkPolicy INLINE = new BulkPolicy(Long.MAX_VALUE, BulkReferences.none(), false);

    /**
     * Checks the threshold.
     *
     * @param threshold       0 or more
     * @param references      name the places
     * @param inlineFragments whether encapsulated pixel data may be inline
     */
    public BulkPolicy {
        Objects.requireNonNull(references, "references");
        if (threshold < 0) {
            throw new IllegalArgumentException("a threshold is 0 or more, not " + threshold);
        }
    }

    /** The VRs that bulk data may have (PS3.18 F.2.2). */
    private static boolean mayBeBulk(VR vr) {
        return switch (vr) {
            case DS, FL, FD, IS, LT, OB, OD, OF, OL, OV, OW, SL, SS, ST, SV, UC, UL, UN, US, UT, UV -> true;
            default -> false;
        };
    }

    /**
     * The reference of a value.
     *
     * @param element no sequence
     * @param owner   the way to what holds it
     * @return empty where it is inline
     * @throws IOException where the value cannot be put where the reference says
     */
    public Optional<String> reference(Element element, TagPath owner) throws IOException {
        boolean large = element instanceof Fragments || mayBeBulk(element.vr()) && element.length() > threshold;
        return large ? references.reference(owner.element(element.tag()), element) : Optional.empty();
    }

    /**
     * The bytes of a value that is inline.
     *
     * @param element no sequence
     * @param owner   the way to what holds it
     * @return the value field
     * @throws DicomException where it is encapsulated pixel data and that is refused
     */
    public BulkData inline(Element element, TagPath owner) {
        if (element instanceof Fragments fragments) {
            if (!inlineFragments) {
                throw new DicomException(DicomException.Kind.VALUE, "InlineBinary is not defined for compressed pixel"
                        + " data; refer to it as bulk data (PS3.18 F.2.6, PS3.19 A.1)",
                        new Location("data set", -1, owner.element(element.tag())), -1, -1);
            }
            return EncapsulatedValue.join(fragments);
        }
        return element instanceof Value value ? BulkData.of(value.bytes()) : ((BulkValue) element).data();
    }
}
