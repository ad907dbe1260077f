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
    /** A value of bytes that is longer is no text that anybody asks for. */
    private static final int LONGEST_BYTES = 1 << 14;
    /** Text that is longer is of use to nobody in a summary. */
    private static final int LONGEST_TEXT = 1 << 16;

    private ElementValues() {
    }

    /** The value of an element; without values for sequences, pixels, and what is damaged. */
    static RuleValue of(Attributes attributes, int tag) {
        Optional<Element> found = attributes.element(tag);
        if (found.isEmpty()) {
            return RuleValue.ABSENT;
        }
        Element element = found.get();
        if (element instanceof Sequence || element instanceof Fragments || element.length() > LONGEST_TEXT) {
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
                if (element.length() > LONGEST_BYTES) {
                    return List.of();
                }
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
