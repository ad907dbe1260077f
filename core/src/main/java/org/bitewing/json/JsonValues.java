package org.bitewing.json;

import java.io.IOException;
import java.util.List;
import org.bitewing.dict.VR;

/** The values of an element in the JSON types of PS3.18 table F.2.3-1. */
final class JsonValues {
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int LONGEST_DS = 16;

    private final JsonOutput out;
    private final JsonWriteOptions.NonFinite nonFinite;

    JsonValues(JsonOutput out, JsonWriteOptions.NonFinite nonFinite) {
        this.out = out;
        this.nonFinite = nonFinite;
    }

    void write(VR vr, List<String> values) throws IOException {
        if (values.isEmpty() || vr == VR.PN && values.size() == 1 && isEmptyName(values.get(0))) {
            return;
        }
        out.name("Value");
        out.open('[');
        for (String value : values) {
            if (value.isEmpty() || vr == VR.PN && isEmptyName(value)) {
                out.bare("null");
            } else {
                write(vr, value);
            }
        }
        out.close(']');
    }

    private void write(VR vr, String value) throws IOException {
        switch (vr) {
            case PN -> personName(value);
            case DS, IS -> decimal(value);
            case FL, FD -> floating(vr, value);
            case SV, UV -> {
                if (isExact(value)) {
                    out.bare(value);
                } else {
                    out.string(value);
                }
            }
            case SL, SS, UL, US -> out.bare(value);
            default -> out.string(value);
        }
    }

    private static boolean isExact(String value) {
        if (value.length() > 17) {
            return false;
        }
        long number = Long.parseLong(value);
        return number >= -LARGEST_EXACT && number <= LARGEST_EXACT;
    }

    private void floating(VR vr, String value) throws IOException {
        char last = value.charAt(value.length() - 1);
        if (last != 'n' && last != 'f') {
            // Many readers take -0 for an integer, which has no sign.
            out.bare(value.equals("-0") ? "-0.0" : value);
            return;
        }
        switch (nonFinite) {
            case REFUSED -> throw new ArithmeticException("JSON has no number for " + value + " of VR " + vr);
            case TEXT -> out.string(value);
            case BARE -> out.bare(value);
        }
    }

    /** Nothing but delimiters. */
    private static boolean isEmptyName(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("^= ".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What may be omitted from the end of a group (PS3.5 6.2.1). */
    private static String withoutEmptyEnd(String group) {
        int end = group.length();
        while (end > 0 && (group.charAt(end - 1) == '^' || group.charAt(end - 1) == ' ')) {
            end--;
        }
        return group.substring(0, end);
    }

    /** Groups that are empty are left out (PS3.18 F.2.2); what is behind a third one stays with it. */
    private void personName(String value) throws IOException {
        String[] groups = value.split("=", 3);
        out.open('{');
        for (int i = 0; i < groups.length; i++) {
            String group = withoutEmptyEnd(groups[i]);
            if (!group.isEmpty()) {
                out.name(GROUPS.get(i));
                out.string(group);
            }
        }
        out.close('}');
    }

    /** The component groups of a name in their order. */
    static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private void decimal(String value) throws IOException {
        String number = value.length() > LONGEST_DS ? "" : number(value);
        if (number.isEmpty()) {
            out.string(value);
        } else {
            out.bare(number);
        }
    }

    /** The same digits as JSON writes them: no plus sign, no leading zeros, digits on both sides of a point. */
    private static String number(String text) {
        StringBuilder number = new StringBuilder();
        int at = 0;
        if (text.charAt(0) == '-' || text.charAt(0) == '+') {
            if (text.charAt(0) == '-') {
                number.append('-');
            }
            at++;
        }
        int point = digitsEnd(text, at);
        int start = at;
        while (start < point - 1 && text.charAt(start) == '0') {
            start++;
        }
        number.append(start == point ? "0" : text.substring(start, point));
        int digits = point - at;
        at = point;
        if (at < text.length() && text.charAt(at) == '.') {
            int end = digitsEnd(text, at + 1);
            digits += end - at - 1;
            if (end > at + 1) {
                number.append(text, at, end);
            }
            at = end;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            int end = digitsEnd(text, at + 1 + sign);
            if (end > at + 1 + sign) {
                number.append(text, at, end);
                at = end;
            }
        }
        return digits > 0 && at == text.length() ? number.toString() : "";
    }

    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
