package org.bitewing.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;
import org.bitewing.model.Base64Encoder;
import org.bitewing.model.ValueTexts;
import org.bitewing.text.SpecificCharacterSet;

/** Values as DCMTK's XML has them: text as it is, numbers between backslashes, bytes in one of three ways. */
final class DcmtkXmlValues {
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final int PIECE = 1 << 13;

    private final XmlOutput out;
    private final DcmtkXmlOptions options;

    DcmtkXmlValues(XmlOutput out, DcmtkXmlOptions options) {
        this.out = out;
        this.options = options;
    }

    /** The whole text as one, or a string for each number; nothing for bytes. */
    List<String> texts(Element element, SpecificCharacterSet characterSet) throws IOException {
        VR vr = element.vr();
        if (isBytes(vr)) {
            return List.of();
        }
        byte[] bytes = ValueTexts.bytes(element);
        return switch (vr.kind()) {
            case TEXT -> text(characterSet.decode(bytes, 0, bytes.length, vr), vr);
            case TAG -> tags(bytes);
            default -> vr.kind() == VR.Kind.FLOAT || vr == VR.OF || vr == VR.OD ? floats(vr, bytes)
                    : ValueTexts.of(vr, bytes, characterSet);
        };
    }

    private static boolean isBytes(VR vr) {
        return vr == VR.OB || vr == VR.OW || vr == VR.UN;
    }

    /** Spaces as DCMTK leaves them: around each value, behind each value, or behind the whole. */
    private static List<String> text(String text, VR vr) {
        String trimmed = switch (vr) {
            case AE, CS, LO, SH, IS -> values(text, true);
            case UC, PN, DA, TM, DT -> values(text, false);
            default -> trimmed(text, false);
        };
        return trimmed.isEmpty() ? List.of() : List.of(trimmed);
    }

    private static String values(String text, boolean leading) {
        StringBuilder all = new StringBuilder(text.length());
        int start = 0;
        for (int end = text.indexOf('\\'); end >= 0; end = text.indexOf('\\', start)) {
            all.append(trimmed(text.substring(start, end), leading)).append('\\');
            start = end + 1;
        }
        return all.append(trimmed(text.substring(start), leading)).toString();
    }

    private static String trimmed(String text, boolean leading) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        int start = 0;
        while (leading && start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    private static List<String> tags(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (String digits : ValueTexts.of(VR.AT, bytes, SpecificCharacterSet.ASCII)) {
            String lower = digits.toLowerCase(Locale.ROOT);
            texts.add("(" + lower.substring(0, 4) + "," + lower.substring(4) + ")");
        }
        return texts;
    }

    private List<String> floats(VR vr, byte[] bytes) {
        int unit = vr.unit();
        List<String> texts = new ArrayList<>();
        for (int at = 0; at + unit <= bytes.length; at += unit) {
            long bits = ValueTexts.number(bytes, at, unit);
            texts.add(options.style().number(vr,
                    unit == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits)));
        }
        return texts;
    }

    /** As DCMTK counts: one for what has no multiplicity, none for no value (PS3.5 6.4). */
    int multiplicity(Element element, List<String> texts) {
        VR vr = element.vr();
        if (vr.kind() == VR.Kind.BINARY) {
            return 1;
        }
        if (vr.kind() != VR.Kind.TEXT || texts.isEmpty()) {
            return texts.size();
        }
        int count = 1;
        for (int at = vr.isMultiple() ? texts.get(0).indexOf('\\') : -1; at >= 0;
                at = texts.get(0).indexOf('\\', at + 1)) {
            count++;
        }
        return count;
    }

    /** The rest of the start tag, the value and the end tag. */
    void write(String name, Element element, List<String> texts) throws IOException {
        VR vr = element.vr();
        if (isBytes(vr)) {
            BulkData data = element instanceof Value value ? BulkData.of(value.bytes()) : ((BulkValue) element).data();
            bytes(name, data, vr == VR.OW ? 2 : 1);
            return;
        }
        boolean loaded = element.length() <= options.longest();
        if (!loaded) {
            out.attribute("loaded", "no");
        }
        out.raw(">");
        for (int i = 0; loaded && i < texts.size(); i++) {
            out.raw(i > 0 ? "\\" : "");
            out.text(texts.get(i));
        }
        out.close(name);
    }

    /** The rest of the start tag, bytes and the end tag. */
    void bytes(String name, BulkData data, int unit) throws IOException {
        boolean loaded = data.length() <= options.longest();
        if (!loaded) {
            out.attribute("loaded", "no");
        }
        out.attribute("binary", switch (options.binary()) {
            case HIDDEN -> "hidden";
            case HEXADECIMAL -> "yes";
            case BASE64 -> "base64";
        });
        out.raw(">");
        if (loaded && options.binary() == DcmtkXmlOptions.Binary.HEXADECIMAL) {
            hexadecimal(data, unit);
        } else if (loaded && options.binary() == DcmtkXmlOptions.Binary.BASE64) {
            // DCMTK has words with their high byte first, in Base64 as in digits.
            Base64Encoder.write(unit == 1 ? data : data.bigEndian(unit), out.out());
        }
        out.close(name);
    }

    /** A word has its high byte first. An odd byte is padded with zero. */
    private void hexadecimal(BulkData data, int unit) throws IOException {
        byte[] piece = new byte[PIECE];
        boolean first = true;
        try (InputStream in = data.open()) {
            for (int count = in.readNBytes(piece, 0, PIECE); count > 0; count = in.readNBytes(piece, 0, PIECE)) {
                if ((count & 1) == 1) {
                    piece[count++] = 0;
                }
                for (int at = 0; at < count; at += unit) {
                    if (!first) {
                        out.out().ascii('\\');
                    }
                    first = false;
                    for (int i = unit - 1; i >= 0; i--) {
                        out.out().ascii(HEXADECIMAL.charAt(piece[at + i] >> 4 & 15));
                        out.out().ascii(HEXADECIMAL.charAt(piece[at + i] & 15));
                    }
                }
            }
        }
    }
}
