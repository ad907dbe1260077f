package org.bitewing.tools.station.series;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Sequence;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.rules.RuleValue;

/** Elements as conditions and summaries see them. */
final class ElementValues {
    /** A value of more bytes is of no use in a summary, and no text that a rule asks for. */
    private static final int LONGEST = 1 << 14;

    private ElementValues() {
    }

    /** The value of an element; without values for sequences, pixels, what is damaged and what is too long. */
    static RuleValue of(Attributes attributes, int tag) {
        Optional<Element> found = attributes.element(tag);
        if (found.isEmpty()) {
            return RuleValue.ABSENT;
        }
        Element element = found.get();
        if (element instanceof Sequence || element instanceof Fragments || element.length() > LONGEST) {
            return RuleValue.ofElement(List.of(), true);
        }
        VR vr = attributes.meaning(element);
        boolean isText = switch (vr.kind()) {
            case INTEGER, FLOAT -> false;
            case TEXT -> vr != VR.DS && vr != VR.IS;
            case TAG, BINARY, SEQUENCE -> true;
        };
        try {
            return RuleValue.ofElement(values(attributes, element, vr), isText);
        } catch (DicomException e) {
            // Not what its VR says; it is there, and that is all that can be said.
            return RuleValue.ofElement(List.of(), isText);
        }
    }

    private static List<String> values(Attributes attributes, Element element, VR vr) {
        switch (vr.kind()) {
            case FLOAT -> {
                List<String> texts = new ArrayList<>();
                for (double number : attributes.doubles(element.tag())) {
                    texts.add(DecimalText.of(number));
                }
                return texts;
            }
            case BINARY, SEQUENCE -> {
                String text = new String(attributes.bytes(element.tag()), StandardCharsets.UTF_8);
                int end = text.length();
                while (end > 0 && (text.charAt(end - 1) == 0 || text.charAt(end - 1) == ' ')) {
                    end--;
                }
                return end == 0 ? List.of() : List.of(text.substring(0, end));
            }
            default -> {
                return attributes.texts(element.tag());
            }
        }
    }
}
