package org.bitewing.data;

import org.bitewing.dict.VR;

/**
 * A data element (PS3.5 7.1): a tag, a VR, a length as it is or was stored, and one of four kinds of content. Elements
 * are immutable.
 */
public sealed interface Element permits Value, BulkValue, Sequence, Fragments {
    /** The {@link #length()} of what ends with a delimiter (PS3.5 7.1.1). */
    long UNDEFINED_LENGTH = -1;

    /**
     * The tag.
     *
     * @return group number in the high 16 bits, element number in the low
     */
    int tag();

    /**
     * The two letters of the VR.
     *
     * @return the code, see {@link VR#of(int)}; it tells VRs of the future apart
     */
    int vrCode();

    /**
     * The VR.
     *
     * @return UN for one of the future
     */
    default VR vr() {
        return VR.of(vrCode());
    }

    /**
     * The length of the content in bytes, as read; of what was made here, as explicit VR little endian stores it.
     *
     * @return 0 or more, or {@link #UNDEFINED_LENGTH}
     */
    long length();
}
