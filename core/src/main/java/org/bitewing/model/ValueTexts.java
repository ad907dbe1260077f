package org.bitewing.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/** The values of an element as text (PS3.5 6.2), one string for each. */
public final class ValueTexts {
    private ValueTexts() {
    }

    /**
     * The bytes of an element, loaded where they stayed in their file.
     *
     * @param element a {@link Value} or {@link BulkValue}
     * @return a new array
     * @throws IOException where the file cannot be read
     */
    public static byte[] bytes(Element element) throws IOException {
        return element instanceof BulkValue bulk ? bulk.data().bytes() : ((Value) element).bytes();
    }

    /**
     * The values of an element.
     *
     * @param vr           its VR, not of kind BINARY or SEQUENCE
     * @param bytes        its value field
     * @param characterSet what text is encoded in
     * @return one string for each value, empty where the value is; none where nothing is there
     */
    public static List<String> of(VR vr, byte[] bytes, SpecificCharacterSet characterSet) {
        return switch (vr.kind()) {
            case TEXT -> split(characterSet.decode(bytes, 0, bytes.length, vr), vr);
            case TAG -> tags(bytes);
            default -> numbers(vr, bytes);
        };
    }

    private static List<String> split(String text, VR vr) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int end = vr.isMultiple() ? text.indexOf('\\') : -1; end >= 0; end = text.indexOf('\\', start)) {
            texts.add(trimmed(text, start, end, vr));
            start = end + 1;
        }
        String last = trimmed(text, start, text.length(), vr);
        if (!texts.isEmpty() || !last.isEmpty()) {
            texts.add(last);
        }
        return texts;
    }

    /** Padding never counts; leading spaces do in UC, ST, LT, UT and UR (PS3.5 table 6.2-1). */
    private static String trimmed(String text, int from, int to, VR vr) {
        int end = to;
        while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        int start = from;
        boolean leadingCounts = vr == VR.UC || !vr.isMultiple();
        while (!leadingCounts && start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    private static List<String> tags(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at + 4 <= bytes.length; at += 4) {
            texts.add(TagDigits.of((int) (number(bytes, at, 2) << 16 | number(bytes, at + 2, 2))));
        }
        return texts;
    }

    private static List<String> numbers(VR vr, byte[] bytes) {
        int unit = vr.unit();
        List<String> texts = new ArrayList<>(bytes.length / unit);
        for (int at = 0; at + unit <= bytes.length; at += unit) {
            long number = number(bytes, at, unit);
            texts.add(switch (vr) {
                case FL, OF -> floating(Float.toString(Float.intBitsToFloat((int) number)));
                case FD, OD -> floating(Double.toString(Double.longBitsToDouble(number)));
                case SS -> Integer.toString((short) number);
                case SL -> Integer.toString((int) number);
                case UV, OV -> Long.toUnsignedString(number);
                default -> Long.toString(number);
            });
        }
        return texts;
    }

    /**
     * A number in little endian.
     *
     * @param bytes  hold it
     * @param offset of its first byte
     * @param size   1 to 8 bytes
     * @return the number, without sign unless it has 8 bytes
     */
    public static long number(byte[] bytes, int offset, int size) {
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | bytes[offset + i] & 0xff;
        }
        return number;
    }

    /** Java writes 1.0 where 1 will do; NaN and infinities have the names that other tools give them. */
    private static String floating(String text) {
        return switch (text) {
            case "NaN" -> "nan";
            case "Infinity" -> "inf";
            case "-Infinity" -> "-inf";
            default -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        };
    }
}
