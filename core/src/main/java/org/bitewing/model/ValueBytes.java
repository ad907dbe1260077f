package org.bitewing.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * Values given as text, as the bytes of an element (PS3.5 6.2), in UTF-8 and padded to even length. What is not a
 * value of the VR is an {@link IllegalArgumentException} that says why without saying the value.
 */
public final class ValueBytes {
    /** A number that needs more characters, or an exponent beyond a double's, is none of these VRs. */
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_SCALE = 400;

    private ValueBytes() {
    }

    /**
     * The bytes of values.
     *
     * @param vr     of any kind but SEQUENCE; the values of OF, OD, OL, OV and OW are numbers
     * @param values one string for each value, empty where the value is
     * @return a new array
     */
    public static byte[] of(VR vr, List<String> values) {
        return switch (vr.kind()) {
            case TEXT -> text(vr, values);
            case TAG -> tags(values);
            default -> numbers(vr, values);
        };
    }

    private static byte[] text(VR vr, List<String> values) {
        if (!vr.isMultiple() && values.size() > 1) {
            throw new IllegalArgumentException("VR " + vr + " has one value (PS3.5 6.4), not " + values.size());
        }
        String text = values.size() == 1 ? values.get(0) : String.join("\\", values);
        byte[] bytes;
        try {
            bytes = SpecificCharacterSet.UTF_8.encode(text, vr);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(vr.usesCharacterSet() ? "text has half a surrogate pair"
                    : "VR " + vr + " has characters of ISO IR 6 only (PS3.5 6.1.2.2)", e);
        }
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.padding();
        return even;
    }

    private static byte[] tags(List<String> values) {
        byte[] bytes = new byte[Math.multiplyExact(4, values.size())];
        for (int i = 0; i < values.size(); i++) {
            String text = values.get(i);
            boolean inParentheses = text.length() == 11 && text.charAt(0) == '(' && text.charAt(10) == ')';
            OptionalInt tag = Tag.parse(inParentheses ? text.substring(1, 10) : text);
            if (tag.isEmpty()) {
                throw new IllegalArgumentException("a value of VR AT is eight hexadecimal digits");
            }
            put(bytes, 4 * i, 2, tag.getAsInt() >>> 16);
            put(bytes, 4 * i + 2, 2, tag.getAsInt());
        }
        return bytes;
    }

    private static byte[] numbers(VR vr, List<String> values) {
        int unit = vr.unit();
        byte[] bytes = new byte[Math.multiplyExact(unit, values.size())];
        boolean floating = vr.kind() == VR.Kind.FLOAT || vr == VR.OF || vr == VR.OD;
        for (int i = 0; i < values.size(); i++) {
            put(bytes, unit * i, unit, floating ? bits(vr, values.get(i)) : integer(vr, values.get(i)));
        }
        return bytes;
    }

    private static void put(byte[] bytes, int offset, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    // ---- floating point ------------------------------------------------------------------------------------------

    private static long bits(VR vr, String text) {
        double value = switch (text) {
            case "nan", "NaN" -> Double.NaN;
            case "inf", "+inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> finite(vr, text);
        };
        return vr.unit() == 4 ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value);
    }

    /** A float is parsed as such, as a double on the way would round twice. */
    private static double finite(VR vr, String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("a value of VR " + vr + " is a number");
        }
        double value;
        try {
            value = vr.unit() == 4 ? Float.parseFloat(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a value of VR " + vr + " is a number", e);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("a number is too large for VR " + vr);
        }
        return value;
    }

    /** Java also reads what nobody else does, such as {@code 0x1p3} and {@code 1f}. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    // ---- integers ------------------------------------------------------------------------------------------------

    private static long integer(VR vr, String text) {
        int bits = 8 * vr.unit();
        boolean signed = vr == VR.SS || vr == VR.SL || vr == VR.SV;
        BigInteger value = whole(vr, text);
        int needed = value.bitLength();
        boolean fits = signed ? needed < bits : value.signum() >= 0 && needed <= bits;
        if (!fits) {
            throw new IllegalArgumentException("a number is out of the range of VR " + vr);
        }
        return value.longValue();
    }

    private static BigInteger whole(VR vr, String text) {
        if (text.length() <= MOST_CHARACTERS && isNumber(text)) {
            try {
                BigDecimal number = new BigDecimal(text);
                // An exponent of millions would make millions of digits.
                if (Math.abs((long) number.scale()) <= MOST_SCALE) {
                    return number.toBigIntegerExact();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException("a value of VR " + vr + " is an integer", e);
            }
        }
        throw new IllegalArgumentException("a value of VR " + vr + " is an integer");
    }
}
