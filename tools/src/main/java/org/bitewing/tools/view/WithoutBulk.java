package org.bitewing.tools.view;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;

/** A data set without what is too large to be read as text: pixel data, and every value that stayed in its file. */
final class WithoutBulk {
    private WithoutBulk() {
    }

    static DataSet of(DataSet set) {
        return DataSet.of(elements(set), set.characterSet(), new byte[0], List.of());
    }

    /** Sequences nest no deeper than {@link org.bitewing.Limits#depth()}. */
    private static List<Element> elements(Attributes of) {
        List<Element> kept = new ArrayList<>(of.size());
        for (Element element : of.elements()) {
            if (element instanceof Sequence sequence) {
                List<Item> items = new ArrayList<>(sequence.items().size());
                for (Item item : sequence.items()) {
                    items.add(Item.of(elements(item), item.characterSet(), item.length(), item.offset()));
                }
                kept.add(new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items));
            } else if (!(element instanceof BulkValue) && !(element instanceof Fragments)
                    && element.tag() != Tag.PixelData) {
                kept.add(element);
            }
        }
        return kept;
    }
}
