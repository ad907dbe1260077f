package org.bitewing.tools.dump;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.text.SpecificCharacterSet;

/** All text of a data set in UTF-8, that of items with a character set of their own too. */
final class Utf8 {
    private static final String TERM = "ISO_IR 192";
    private static final SpecificCharacterSet UTF_8 = SpecificCharacterSet.of(TERM);

    private Utf8() {
    }

    static DataSet of(DataSet set) {
        return DataSet.of(elements(set, true), UTF_8, set.preamble(), set.problems());
    }

    private static List<Element> elements(Attributes attributes, boolean named) {
        List<Element> elements = new ArrayList<>();
        boolean text = named && hasText(attributes);
        for (Element element : DataSet.builder().setAll(attributes).set(Tag.SpecificCharacterSet, TERM).build()
                .elements()) {
            if (element instanceof Sequence sequence) {
                List<Item> items = sequence.items().stream().map(Utf8::item).toList();
                elements.add(new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items));
            } else if (element.tag() != Tag.SpecificCharacterSet || text) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Item item(Item item) {
        boolean named = item.contains(Tag.SpecificCharacterSet);
        return Item.of(elements(item, named), UTF_8, item.length(), item.offset());
    }

    /** Whether the character set matters: here, or in items that have none of their own. */
    private static boolean hasText(Attributes attributes) {
        for (Element element : attributes.elements()) {
            boolean inItems = element instanceof Sequence sequence && sequence.items().stream()
                    .anyMatch(item -> !item.contains(Tag.SpecificCharacterSet) && hasText(item));
            boolean fileMeta = element.tag() >>> 16 == 2;
            if (inItems || element.vr().usesCharacterSet() && !fileMeta) {
                return true;
            }
        }
        return false;
    }
}
