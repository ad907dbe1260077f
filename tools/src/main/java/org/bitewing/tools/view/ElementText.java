package org.bitewing.tools.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;

/**
 * The value of an element for people: decoded text, numbers in decimal, bytes in hexadecimal, values joined by
 * backslashes.
 *
 * @param text what fits
 * @param cut  whether there is more
 */
record ElementText(String text, boolean cut) {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final ElementText NONE = new ElementText("", false);

    /**
     * The value of an element that is no sequence and not encapsulated.
     *
     * @param owner   what the element is of
     * @param element one of its elements
     * @param most    characters of text; values of bytes are as many as a sixteenth of them
     */
    static ElementText of(Attributes owner, Element element, int most) throws IOException {
        VR vr = meaning(owner, element);
        // No character takes more than 8 bytes, whatever the character set and its escapes.
        boolean isBinary = vr.kind() == VR.Kind.BINARY || vr.kind() == VR.Kind.SEQUENCE;
        int unit = Math.max(1, vr.unit());
        long wanted = isBinary ? (long) most / 64 * unit : 8L * most;
        int count = (int) Math.min(element.length(), wanted);
        byte[] bytes = head(element, count);
        if (bytes.length == 0) {
            return NONE;
        }
        boolean cut = bytes.length < element.length();
        if (isBinary) {
            return new ElementText(hexadecimal(bytes, unit), cut);
        }
        String text = decoded(owner, element.tag(), vr, bytes);
        return text.length() > most ? new ElementText(text.substring(0, most), true) : new ElementText(text, cut);
    }

    private static VR meaning(Attributes owner, Element element) {
        try {
            return owner.meaning(element);
        } catch (DicomException e) {
            return element.vr();
        }
    }

    /** Numbers that are not whole become bytes: the value is shown, whatever is wrong with it. */
    private static String decoded(Attributes owner, int tag, VR vr, byte[] bytes) {
        try {
            List<Element> alone = List.of(Value.of(tag, vr, bytes));
            return DataSet.of(alone, owner.characterSet(), new byte[0], List.of()).text(tag).orElse("");
        } catch (DicomException e) {
            return hexadecimal(bytes, 1);
        }
    }

    private static byte[] head(Element element, int count) throws IOException {
        if (element instanceof Value value) {
            byte[] bytes = new byte[count];
            value.copyTo(0, bytes, 0, count);
            return bytes;
        }
        BulkData data = element instanceof BulkValue bulk ? bulk.data() : BulkData.of(new byte[0]);
        try (InputStream stream = data.open()) {
            return stream.readNBytes(count);
        }
    }

    /** Values of several bytes with the highest digit first, as people write numbers. */
    private static String hexadecimal(byte[] bytes, int unit) {
        StringBuilder text = new StringBuilder(bytes.length * 3);
        for (int start = 0; start < bytes.length; start += unit) {
            if (start > 0) {
                text.append('\\');
            }
            for (int i = Math.min(unit, bytes.length - start) - 1; i >= 0; i--) {
                int value = bytes[start + i];
                text.append(HEXADECIMAL.charAt(value >> 4 & 15)).append(HEXADECIMAL.charAt(value & 15));
            }
        }
        return text.toString();
    }
}
