package org.bitewing.data;

import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/** Elements in lines for a debugger. */
final class ElementText {
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final int MOST_OF_A_VALUE = 64;

    private final StringBuilder text = new StringBuilder();

    private ElementText() {
    }

    static String of(Attributes attributes) {
        ElementText lines = new ElementText();
        lines.append(attributes, "");
        return lines.text.toString();
    }

    static String of(Element element) {
        ElementText line = new ElementText();
        line.append(element, SpecificCharacterSet.ASCII);
        return line.text.toString();
    }

    /** Depth is bounded by what a reader lets in, and length by the number of characters. */
    private void append(Attributes attributes, String indent) {
        for (Element element : attributes.elements()) {
            if (text.length() > MOST_CHARACTERS) {
                text.append(indent).append("...\n");
                return;
            }
            text.append(indent);
            append(element, attributes.characterSet());
            text.append('\n');
            if (element instanceof Sequence sequence) {
                for (Item item : sequence.items()) {
                    text.append(indent).append("  item\n");
                    append(item, indent + "    ");
                }
            }
        }
    }

    private void append(Element element, SpecificCharacterSet characterSet) {
        text.append(Tag.toString(element.tag())).append(' ').append(element.vr()).append(' ')
                .append(Dictionary.keywordOf(element.tag())).append(' ');
        if (element instanceof Value value) {
            append(value, characterSet);
        } else if (element instanceof BulkValue bulk) {
            text.append(bulk.data());
        } else if (element instanceof Sequence sequence) {
            text.append(sequence.items().size()).append(" items");
        } else if (element instanceof Fragments fragments) {
            text.append(fragments.all().size()).append(" fragments");
        }
    }

    private void append(Value value, SpecificCharacterSet characterSet) {
        int size = Math.min(value.size(), MOST_OF_A_VALUE);
        VR vr = value.vr();
        if (vr.kind() == VR.Kind.TEXT) {
            text.append('[').append(characterSet.decode(value.arena(), value.offset(), size, vr).stripTrailing());
            text.append(size < value.size() ? "..." : "]");
            return;
        }
        int unit = vr.kind() == VR.Kind.BINARY ? 1 : vr.unit();
        for (int at = 0; at + unit <= size; at += unit) {
            long number = Bytes.number(value.arena(), value.offset() + at, unit);
            text.append(at == 0 ? "" : "\\");
            switch (vr) {
                case FL -> text.append(Float.intBitsToFloat((int) number));
                case FD -> text.append(Double.longBitsToDouble(number));
                case SS -> text.append((short) number);
                case SL -> text.append((int) number);
                case SV, US, UL -> text.append(number);
                case UV -> text.append(Long.toUnsignedString(number));
                default -> text.append(String.format("%0" + 2 * unit + "x", number));
            }
        }
        if (size < value.size()) {
            text.append("...");
        }
    }
}
