package org.bitewing.tools.convert;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;

/** Data sets without elements of groups that may not be: 0001, 0003, 0005, 0007 and FFFF (PS3.5 7.1 and 7.8). */
final class InvalidGroups {
    private InvalidGroups() {
    }

    static DataSet removed(DataSet set) {
        return DataSet.of(elements(set), set.characterSet(), set.preamble(), set.problems());
    }

    private static List<Element> elements(Attributes attributes) {
        List<Element> elements = new ArrayList<>(attributes.size());
        for (Element element : attributes.elements()) {
            int group = element.tag() >>> 16;
            if (group == 0xffff || group < 8 && (group & 1) == 1) {
                continue;
            }
            elements.add(element instanceof Sequence sequence ? sequence(sequence) : element);
        }
        return elements;
    }

    private static Sequence sequence(Sequence sequence) {
        List<Item> items = new ArrayList<>(sequence.items().size());
        for (Item item : sequence.items()) {
            items.add(Item.of(elements(item), item.characterSet(), item.length(), item.offset()));
        }
        return new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
    }
}
