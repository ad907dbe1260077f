package org.bitewing.tools.files;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;

/** Data sets for readers that know no VR that came after 1993: values of those become OB. */
public final class OlderRepresentations {
    private OlderRepresentations() {
    }

    /**
     * A data set without newer VRs.
     *
     * @param dataSet any
     * @return the same values
     */
    public static DataSet of(DataSet dataSet) {
        return DataSet.of(elements(dataSet), dataSet.characterSet(), dataSet.preamble(), dataSet.problems());
    }

    private static List<Element> elements(Attributes attributes) {
        List<Element> elements = new ArrayList<>(attributes.size());
        for (Element element : attributes.elements()) {
            elements.add(element(element));
        }
        return elements;
    }

    private static Element element(Element element) {
        if (element instanceof Sequence sequence) {
            List<Item> items = new ArrayList<>();
            for (Item item : sequence.items()) {
                items.add(Item.of(elements(item), item.characterSet(), item.length(), item.offset()));
            }
            return new Sequence(sequence.tag(), VR.SQ.code(), sequence.length(), items);
        }
        if (element instanceof Value value && isNew(value.vr())) {
            return Value.of(value.tag(), VR.OB, value.bytes());
        }
        if (element instanceof BulkValue value && isNew(value.vr())) {
            return new BulkValue(value.tag(), VR.OB.code(), value.data());
        }
        return element;
    }

    private static boolean isNew(VR vr) {
        return switch (vr) {
            case UN, UT, UC, UR, OF, OD, OL, OV, SV, UV -> true;
            default -> false;
        };
    }
}
