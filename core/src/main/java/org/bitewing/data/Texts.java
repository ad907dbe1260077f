package org.bitewing.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/** Values as text (PS3.5 6.2), decoded when they are asked for. */
final class Texts {
    private Texts() {
    }

    static DicomException wrong(int tag, String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason, new Location("data set", -1, TagPath.of(tag)), -1, -1);
    }

    static List<String> of(Attributes attributes, int tag) {
        Optional<Element> found = attributes.element(tag);
        if (found.isEmpty() || found.get().length() == 0) {
            return List.of();
        }
        Element element = found.get();
        VR vr = attributes.meaning(element);
        return switch (vr.kind()) {
            case TEXT -> split(attributes, Bytes.value(element), vr);
            case INTEGER, FLOAT -> numbers(attributes, element, vr);
            case TAG -> Arrays.stream(attributes.tags(tag)).mapToObj(Tag::toString).toList();
            case BINARY, SEQUENCE -> throw wrong(tag, "has VR " + element.vr() + " and is not text");
        };
    }

    private static List<String> numbers(Attributes attributes, Element element, VR vr) {
        if (vr.kind() == VR.Kind.INTEGER) {
            return Numbers.decimals(attributes, element.tag()).stream().map(Object::toString).toList();
        }
        List<String> texts = new ArrayList<>();
        for (double value : Numbers.doubles(attributes, element.tag())) {
            texts.add(vr == VR.FL ? Float.toString((float) value) : Double.toString(value));
        }
        return texts;
    }

    private static List<String> split(Attributes attributes, Value value, VR vr) {
        String text = attributes.characterSet().decode(value.arena(), value.offset(), value.size(), vr);
        if (!vr.isMultiple() || text.indexOf('\\') < 0) {
            String only = trim(text, vr);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\\'); end >= 0; end = text.indexOf('\\', start)) {
            texts.add(trim(text.substring(start, end), vr));
            start = end + 1;
        }
        texts.add(trim(text.substring(start), vr));
        return texts;
    }

    /** Trailing padding never counts; leading spaces count in UC, ST, LT, UT and UR (PS3.5 table 6.2-1). */
    private static String trim(String text, VR vr) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        int start = 0;
        boolean leadingCounts = vr == VR.UC || vr == VR.ST || vr == VR.LT || vr == VR.UT || vr == VR.UR;
        while (!leadingCounts && start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    static VR meaning(Attributes attributes, Element element) {
        VR vr = element.vr();
        if (vr != VR.UN || element instanceof Sequence) {
            return vr;
        }
        int tag = element.tag();
        VR known = (tag & 0x10000) == 0 || (tag & 0xffff) < 0x1000 ? Dictionary.vrOf(tag) : privateVr(attributes, tag);
        return known == VR.SQ ? VR.UN : known;
    }

    private static VR privateVr(Attributes attributes, int tag) {
        int creatorTag = tag & 0xffff0000 | tag >>> 8 & 0xff;
        return attributes.text(creatorTag).flatMap(creator -> Dictionary.privateElement(creator, tag))
                .map(found -> found.vrs().get(0)).orElse(VR.UN);
    }
}
