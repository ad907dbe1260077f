package org.bitewing.dict;

import java.util.OptionalInt;

/** The data dictionary (PS3.6): replaced by the generated tables' reader. */
public final class Dictionary {
    private Dictionary() {
    }

    /**
     * The tag of a keyword.
     *
     * @param keyword as in PS3.6
     * @return the tag, if known
     */
    public static OptionalInt tagOf(String keyword) {
        return OptionalInt.empty();
    }

    /**
     * The VR of a standard element.
     *
     * @param tag the tag
     * @return its first VR; UN where it is not known
     */
    public static VR vrOf(int tag) {
        return VR.UN;
    }
}
