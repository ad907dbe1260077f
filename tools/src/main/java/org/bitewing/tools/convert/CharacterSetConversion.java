package org.bitewing.tools.convert;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * All text of a data set in another character set, and Specific Character Set (0008,0005) with it (PS3.3 C.12.1.1.2).
 * Bytes that were no characters before are an error, as are characters that the new set does not have, unless these are
 * allowed to change.
 */
final class CharacterSetConversion {
    /** What becomes of characters that the new set does not have. */
    enum Missing {
        /** An error. */
        REFUSED,
        /** Those that look like them, without their accents for instance; a question mark where there is none. */
        TRANSLITERATED,
        /** Nothing. */
        DISCARDED
    }

    private static final char UNDECODABLE = '\ufffd';

    private final SpecificCharacterSet target;
    private final Missing missing;

    CharacterSetConversion(SpecificCharacterSet target, Missing missing) {
        this.target = target;
        this.missing = missing;
    }

    /**
     * Converts.
     *
     * @throws DicomException where text cannot be converted
     * @throws java.io.UncheckedIOException where a value that stayed in its file cannot be read
     */
    DataSet of(DataSet set) {
        List<Element> elements = elements(set, TagPath.ROOT);
        if (!target.definedTerms().isEmpty() && !set.contains(Tag.SpecificCharacterSet)) {
            int index = 0;
            while (index < elements.size()
                    && Integer.compareUnsigned(elements.get(index).tag(), Tag.SpecificCharacterSet) < 0) {
                index++;
            }
            elements.add(index, definedTerms());
        }
        return DataSet.of(elements, target, set.preamble(), set.problems());
    }

    private Element definedTerms() {
        return Value.of(Tag.SpecificCharacterSet, VR.CS, SpecificCharacterSet.ASCII.encode(target.toString(), VR.CS));
    }

    private List<Element> elements(Attributes attributes, TagPath path) {
        List<Element> elements = new ArrayList<>(attributes.size() + 1);
        for (Element element : attributes.elements()) {
            if (element.tag() == Tag.SpecificCharacterSet) {
                if (!target.definedTerms().isEmpty()) {
                    elements.add(definedTerms());
                }
            } else if (element instanceof Sequence sequence) {
                elements.add(sequence(sequence, path));
            } else if (element.vr().usesCharacterSet() && element.length() > 0) {
                elements.add(text(element, attributes, path));
            } else {
                elements.add(element);
            }
        }
        return elements;
    }

    private Sequence sequence(Sequence sequence, TagPath path) {
        List<Item> items = new ArrayList<>(sequence.items().size());
        for (Item item : sequence.items()) {
            List<Element> elements = elements(item, path.item(sequence.tag(), items.size()));
            items.add(Item.of(elements, target, item.length(), item.offset()));
        }
        return new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
    }

    private Element text(Element element, Attributes attributes, TagPath path) {
        if (element instanceof Value value && isAscii(value)) {
            return value;
        }
        byte[] bytes = attributes.bytes(element.tag());
        VR vr = element.vr();
        String text = attributes.characterSet().decode(bytes, 0, bytes.length, vr);
        if (text.indexOf(UNDECODABLE) >= 0 && missing == Missing.REFUSED) {
            throw refused(element, path, "has bytes that are no characters of " + name(attributes.characterSet()));
        }
        byte[] encoded = encoded(text, vr, element, path);
        Value converted = Value.over(element.tag(), element.vrCode(), encoded, 0, encoded.length);
        return element instanceof BulkValue && converted.equals(element) ? element : converted;
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

    private byte[] encoded(String text, VR vr, Element element, TagPath path) {
        boolean complete = target.canEncode(text, vr);
        if (!complete && missing == Missing.REFUSED) {
            throw refused(element, path, "has characters that " + name(target) + " does not have");
        }
        String suiting = complete ? text : suiting(text, vr);
        byte[] bytes = target.encodeReplacing(suiting, vr);
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        // A value that was padded before may be odd without being longer.
        if (suiting.endsWith(" ")) {
            return target.encodeReplacing(suiting.substring(0, suiting.length() - 1), vr);
        }
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        padded[bytes.length] = vr.padding();
        return padded;
    }

    private String suiting(String text, VR vr) {
        StringBuilder suiting = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String character = new String(Character.toChars(point));
            if (point != UNDECODABLE && target.canEncode(character, vr)) {
                suiting.append(character);
            } else if (missing == Missing.TRANSLITERATED) {
                suiting.append(similar(character, vr));
            }
        });
        return suiting.toString();
    }

    private String similar(String character, VR vr) {
        String parts = Normalizer.normalize(character, Normalizer.Form.NFKD);
        StringBuilder base = new StringBuilder();
        for (int i = 0; i < parts.length(); i++) {
            boolean mark = Character.getType(parts.charAt(i)) == Character.NON_SPACING_MARK;
            if (!mark && target.canEncode(parts.substring(i, i + 1), vr)) {
                base.append(parts.charAt(i));
            }
        }
        return base.length() == 0 ? "?" : base.toString();
    }

    private static String name(SpecificCharacterSet set) {
        return set.definedTerms().isEmpty() ? "ASCII" : set.toString();
    }

    private static DicomException refused(Element element, TagPath path, String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason,
                new Location("data set", -1, path.element(element.tag())), -1, -1);
    }
}
