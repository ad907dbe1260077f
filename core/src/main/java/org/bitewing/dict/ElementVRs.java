package org.bitewing.dict;

/**
 * The VR of every element of the {@link ElementTable}: a hash table with open addressing that was made with the table
 * itself, so that a Java machine that has just started has nothing to do for it.
 */
final class ElementVRs {
    private static final char[] GROUPS = ElementTable.slotGroups().toCharArray();
    private static final char[] NUMBERS = ElementTable.slotNumbers().toCharArray();
    /** The place of the VR in {@link ElementTable#VRS} behind a space, which stands in slots that are empty. */
    private static final char[] VRS = ElementTable.slotVrs().toCharArray();
    private static final char EMPTY = ' ';
    /** The first VR of the table. */
    private static final char UNSIGNED_OR_SIGNED = EMPTY + 1;
    private static final VR[] NAMED = named(ElementTable.VRS);

    private ElementVRs() {
    }

    private static VR[] named(String letters) {
        VR[] named = new VR[letters.length() / 2];
        for (int i = 0; i < named.length; i++) {
            named[i] = VR.of(letters.charAt(2 * i) << 8 | letters.charAt(2 * i + 1));
        }
        return named;
    }

    /** The slot of a tag, or the empty one where it would be; the generator of the table does the same. */
    private static int slot(int tag) {
        char group = (char) (tag >>> 16);
        char number = (char) tag;
        int slot = tag * 0x9e3779b1 >>> 19;
        while ((NUMBERS[slot] != number || GROUPS[slot] != group) && VRS[slot] != EMPTY) {
            slot = slot + 1 & VRS.length - 1;
        }
        return slot;
    }

    /** The VR of an element that stands in the table, as {@link Dictionary#vrOf} explains; else another one. */
    static VR of(int tag, VR other) {
        int vr = VRS[slot(tag)];
        return vr == EMPTY ? other : NAMED[vr - UNSIGNED_OR_SIGNED];
    }

    /** Whether an element that stands in the table is US or SS. */
    static boolean isUnsignedOrSigned(int tag) {
        return VRS[slot(tag)] == UNSIGNED_OR_SIGNED;
    }
}
