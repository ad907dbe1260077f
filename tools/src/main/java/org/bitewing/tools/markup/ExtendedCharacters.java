package org.bitewing.tools.markup;

import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** Whether text has characters beyond ASCII without a character set that would say which. */
final class ExtendedCharacters {
    private ExtendedCharacters() {
    }

    /**
     * Looks at all text of a data set that names no character set.
     *
     * @param all whether VRs that the character set does not concern count as well
     */
    static boolean areUndeclared(DataSet dataSet, boolean all) {
        return !dataSet.contains(Tag.SpecificCharacterSet) && areIn(dataSet, all);
    }

    /** Depth is bounded by what the reader let in. */
    private static boolean areIn(Attributes attributes, boolean all) {
        for (int i = 0; i < attributes.size(); i++) {
            Element element = attributes.get(i);
            if (element instanceof Sequence sequence) {
                for (Item item : sequence.items()) {
                    if (!item.contains(Tag.SpecificCharacterSet) && areIn(item, all)) {
                        return true;
                    }
                }
            } else if (element instanceof Value value && isConcerned(value.vr(), all) && isExtended(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConcerned(VR vr, boolean all) {
        return vr.usesCharacterSet() || all && vr.kind() == VR.Kind.TEXT;
    }

    private static boolean isExtended(Value value) {
        for (int i = 0; i < value.size(); i++) {
            if (value.at(i) < 0) {
                return true;
            }
        }
        return false;
    }
}
