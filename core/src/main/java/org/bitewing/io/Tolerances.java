package org.bitewing.io;

import java.util.Set;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** The tolerances of one reading, and what they make of a VR. */
final class Tolerances {
    private static final int UN = VR.UN.code();
    private static final int SQ = VR.SQ.code();

    private final Set<Tolerance> given;
    private final boolean changesSome;

    Tolerances(Set<Tolerance> given) {
        this.given = given;
        this.changesSome = changeVRs() || has(Tolerance.KNOWN_UNKNOWN) || has(Tolerance.LOOKUP_TABLE_WORDS);
    }

    boolean has(Tolerance tolerance) {
        return given.contains(tolerance);
    }

    /** Whether the VR of any element may count as another one. */
    boolean changeVRs() {
        return has(Tolerance.DICTIONARY_VR);
    }

    /** Whether the VR of some element that is as it should be may count as another one. */
    boolean changeSomeVRs() {
        return changesSome;
    }

    /** What a stored VR counts as: that of the dictionary, unless there is none or the element ends with a delimiter. */
    int vrCode(int tag, int stored, boolean undefinedLength) {
        VR known = has(Tolerance.DICTIONARY_VR) && !undefinedLength ? Dictionary.vrOf(tag) : VR.UN;
        return known == VR.UN ? stored : known.code();
    }

    /** What the VR of an element of defined length and a VR of long form counts as. */
    int longVRCode(int tag, int stored) {
        if (stored == UN && has(Tolerance.KNOWN_UNKNOWN)) {
            return Dictionary.vrOf(tag).code();
        }
        boolean lookupTable = tag == Tag.VOILUTSequence && stored == VR.OW.code();
        return lookupTable && has(Tolerance.LOOKUP_TABLE_WORDS) ? SQ : stored;
    }
}
