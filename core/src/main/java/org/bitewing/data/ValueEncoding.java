package org.bitewing.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/** Java values as the bytes of an element (PS3.5 6.2), padded to even length. */
final class ValueEncoding {
    private static final int LONGEST_DS = 16;

    private ValueEncoding() {
    }

    static Value text(int tag, VR vr, String text, SpecificCharacterSet characterSet) {
        try {
            return Value.of(tag, vr, padded(characterSet.encode(text, vr), vr));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Tag.toString(tag) + ": " + e.getMessage(), e);
        }
    }

    private static byte[] padded(byte[] bytes, VR vr) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.padding();
        return even;
    }

    static Value integers(int tag, VR vr, long[] values) {
        return switch (vr) {
            case IS, DS -> text(tag, vr, join(Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new)),
                    SpecificCharacterSet.ASCII);
            case FL, FD, OF, OD -> floats(tag, vr, Arrays.stream(values).asDoubleStream().toArray());
            case AT -> Value.of(tag, vr, tags(values));
            case SS, US, SL, UL, SV, UV, OW, OL, OV -> Value.of(tag, vr, binary(tag, vr, values));
            default -> throw new IllegalArgumentException(Tag.toString(tag) + " has VR " + vr + " and is no number");
        };
    }

    private static byte[] binary(int tag, VR vr, long[] values) {
        int unit = vr.unit();
        byte[] bytes = new byte[Math.multiplyExact(values.length, unit)];
        for (int i = 0; i < values.length; i++) {
            if (!fits(vr, values[i])) {
                throw new IllegalArgumentException(values[i] + " does not fit VR " + vr + " of " + Tag.toString(tag));
            }
            put(bytes, i * unit, unit, values[i]);
        }
        return bytes;
    }

    private static boolean fits(VR vr, long value) {
        return switch (vr) {
            case SS -> value == (short) value;
            case SL -> value == (int) value;
            case US, OW -> value >= 0 && value <= 0xffff;
            case UL, OL -> value >= 0 && value <= 0xffffffffL;
            case UV, OV -> value >= 0;
            default -> true;
        };
    }

    private static byte[] tags(long[] values) {
        byte[] bytes = new byte[Math.multiplyExact(values.length, 4)];
        for (int i = 0; i < values.length; i++) {
            put(bytes, 4 * i, 2, values[i] >>> 16);
            put(bytes, 4 * i + 2, 2, values[i]);
        }
        return bytes;
    }

    static Value floats(int tag, VR vr, double[] values) {
        if (vr == VR.DS) {
            String[] texts = Arrays.stream(values).mapToObj(value -> decimalString(tag, value)).toArray(String[]::new);
            return text(tag, vr, join(texts), SpecificCharacterSet.ASCII);
        }
        if (vr != VR.FL && vr != VR.FD && vr != VR.OF && vr != VR.OD) {
            throw new IllegalArgumentException(Tag.toString(tag) + " has VR " + vr + " and holds no fractions");
        }
        int unit = vr.unit();
        byte[] bytes = new byte[Math.multiplyExact(values.length, unit)];
        for (int i = 0; i < values.length; i++) {
            put(bytes, i * unit, unit,
                    unit == 4 ? Float.floatToRawIntBits((float) values[i]) : Double.doubleToRawLongBits(values[i]));
        }
        return Value.of(tag, vr, bytes);
    }

    /** The shortest digits of a number that fit the 16 bytes of a DS, rounded where they must be. */
    private static String decimalString(int tag, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("DS of " + Tag.toString(tag) + " holds finite numbers only");
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        for (int digits = 17; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String text = plain.length() <= LONGEST_DS ? plain : rounded.toString();
            if (text.length() <= LONGEST_DS) {
                return text;
            }
        }
        throw new AssertionError("one digit and an exponent fit 16 bytes");
    }

    private static void put(byte[] bytes, int offset, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    private static String join(String[] values) {
        return String.join("\\", values);
    }
}
