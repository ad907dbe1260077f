package org.bitewing.data;

import java.util.List;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/** Text of one character set in another, so that it means the same. */
final class Recoding {
    private Recoding() {
    }

    static Element of(Element element, SpecificCharacterSet from, SpecificCharacterSet to) {
        if (from.equals(to)) {
            return element;
        }
        if (element instanceof Sequence sequence) {
            List<Item> items = sequence.items().stream().map(item -> item(item, to)).toList();
            return new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
        }
        if (!element.vr().usesCharacterSet() || element instanceof Value value && isAscii(value)) {
            return element;
        }
        Value value = Bytes.value(element);
        String text = from.decode(value.arena(), value.offset(), value.size(), value.vr());
        return ValueEncoding.text(value.tag(), value.vr(), withoutPadding(text, value.vr()), to);
    }

    private static Item item(Item item, SpecificCharacterSet to) {
        if (item.contains(Tag.SpecificCharacterSet)) {
            return item;
        }
        SpecificCharacterSet from = item.characterSet();
        List<Element> elements = item.elements().stream().map(element -> of(element, from, to)).toList();
        return Item.of(elements, to, item.length(), item.offset());
    }

    /** ASCII without escapes is the same in every character set. */
    private static boolean isAscii(Value value) {
        for (int i = 0; i < value.size(); i++) {
            if (value.at(i) < 0 || value.at(i) == 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static String withoutPadding(String text, VR vr) {
        char padding = (char) vr.padding();
        return !text.isEmpty() && text.charAt(text.length() - 1) == padding
                ? text.substring(0, text.length() - 1) : text;
    }
}
