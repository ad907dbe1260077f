package org.bitewing.io;

import org.bitewing.dict.Dictionary;
import org.bitewing.dict.VR;

/**
 * VRs of private elements from the dictionary, which has to put texts together for each: those that were asked for last
 * are remembered, as the items of a sequence have the same elements again and again.
 */
final class PrivateVRs {
    private static final int SIZE_BITS = 8;
    /** The golden ratio, which spreads keys that are near each other. */
    private static final int SPREAD = 0x9e3779b9;

    private final String[] creators = new String[1 << SIZE_BITS];
    private final int[] tags = new int[1 << SIZE_BITS];
    private final int[] codes = new int[1 << SIZE_BITS];

    /** The code of a VR; that of UN where the dictionary does not have the element. */
    int codeOf(String creator, int tag) {
        int place = (creator.hashCode() ^ tag) * SPREAD >>> 32 - SIZE_BITS;
        if (tags[place] != tag || !creator.equals(creators[place])) {
            codes[place] = Dictionary.privateElement(creator, tag).map(found -> found.vrs().get(0)).orElse(VR.UN).code();
            tags[place] = tag;
            creators[place] = creator;
        }
        return codes[place];
    }
}
