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
        // A DICOMDIR has its text in the records, each with a character set of its own.
        boolean named = !set.contains(Tag.DirectoryRecordSequence);
        return DataSet.of(elements(set, named), UTF_8, set.preamble(), set.problems());
    }

    private static List<Element> elements(Attributes attributes, boolean named) {
        List<Element> elements = new ArrayList<>();
        for (Element element : DataSet.builder().setAll(attributes).set(Tag.SpecificCharacterSet, TERM).build()
                .elements()) {
            if (element instanceof Sequence sequence) {
                List<Item> items = sequence.items().stream().map(Utf8::item).toList();
                elements.add(new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items));
            } else if (element.tag() != Tag.SpecificCharacterSet || named) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Item item(Item item) {
        boolean named = item.contains(Tag.SpecificCharacterSet);
        return Item.of(elements(item, named), UTF_8, item.length(), item.offset());
    }
}
