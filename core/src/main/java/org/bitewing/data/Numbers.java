package org.bitewing.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.dict.VR;

/** Values as numbers: binary ones (PS3.5 6.2), and the digits of DS and IS. */
final class Numbers {
    /** A DS has 16 bytes; what is a little longer is still a number, what is much longer costs too much to convert. */
    private static final int MOST_DIGITS = 64;

    private Numbers() {
    }

    static int[] ints(Attributes attributes, int tag) {
        long[] longs = longs(attributes, tag);
        int[] ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) longs[i];
            if (ints[i] != longs[i]) {
                throw Texts.wrong(tag, "holds a number that does not fit 32 bits");
            }
        }
        return ints;
    }

    static long[] longs(Attributes attributes, int tag) {
        Optional<Element> found = present(attributes, tag);
        if (found.isEmpty()) {
            return new long[0];
        }
        VR vr = attributes.meaning(found.get());
        if (!isInteger(vr)) {
            return decimals(attributes, tag).stream().mapToLong(number -> exact(tag, number)).toArray();
        }
        Value value = Bytes.value(found.get());
        long[] longs = new long[value.size() / vr.unit()];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = integer(value, vr, i);
            if (longs[i] < 0 && (vr == VR.UV || vr == VR.OV)) {
                throw Texts.wrong(tag, "holds a number that does not fit 63 bits");
            }
        }
        return longs;
    }

    private static long exact(int tag, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Texts.wrong(tag, "holds a number that is no integer of 64 bits");
        }
    }

    static double[] doubles(Attributes attributes, int tag) {
        Optional<Element> found = present(attributes, tag);
        if (found.isEmpty()) {
            return new double[0];
        }
        VR vr = attributes.meaning(found.get());
        if (vr == VR.DS || vr == VR.IS || isInteger(vr)) {
            return decimals(attributes, tag).stream().mapToDouble(BigDecimal::doubleValue).toArray();
        }
        if (!isFloat(vr)) {
            throw Texts.wrong(tag, "has VR " + found.get().vr() + " and is no number");
        }
        Value value = Bytes.value(found.get());
        double[] doubles = new double[value.size() / vr.unit()];
        for (int i = 0; i < doubles.length; i++) {
            long bits = Bytes.number(value.arena(), value.offset() + i * vr.unit(), vr.unit());
            doubles[i] = vr.unit() == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        }
        return doubles;
    }

    static List<BigDecimal> decimals(Attributes attributes, int tag) {
        Optional<Element> found = present(attributes, tag);
        if (found.isEmpty()) {
            return List.of();
        }
        VR vr = attributes.meaning(found.get());
        List<BigDecimal> decimals = new ArrayList<>();
        if (isInteger(vr)) {
            Value value = Bytes.value(found.get());
            for (int i = 0; i < value.size() / vr.unit(); i++) {
                decimals.add(decimal(integer(value, vr, i), vr));
            }
        } else if (isFloat(vr)) {
            for (double number : doubles(attributes, tag)) {
                decimals.add(finite(tag, number));
            }
        } else if (vr == VR.DS || vr == VR.IS) {
            for (String text : attributes.texts(tag)) {
                if (!text.isEmpty()) {
                    decimals.add(parse(tag, text));
                }
            }
        } else {
            throw Texts.wrong(tag, "has VR " + found.get().vr() + " and is no number");
        }
        return decimals;
    }

    static int[] tags(Attributes attributes, int tag) {
        Optional<Element> found = present(attributes, tag);
        if (found.isEmpty()) {
            return new int[0];
        }
        if (attributes.meaning(found.get()) != VR.AT) {
            throw Texts.wrong(tag, "has VR " + found.get().vr() + " and holds no tags");
        }
        Value value = Bytes.value(found.get());
        int[] tags = new int[value.size() / 4];
        for (int i = 0; i < tags.length; i++) {
            int at = value.offset() + 4 * i;
            tags[i] = (int) (Bytes.number(value.arena(), at, 2) << 16 | Bytes.number(value.arena(), at + 2, 2));
        }
        return tags;
    }

    private static Optional<Element> present(Attributes attributes, int tag) {
        return attributes.element(tag).filter(found -> found.length() != 0);
    }

    private static boolean isInteger(VR vr) {
        return vr.kind() == VR.Kind.INTEGER || vr == VR.OW || vr == VR.OL || vr == VR.OV;
    }

    private static boolean isFloat(VR vr) {
        return vr.kind() == VR.Kind.FLOAT || vr == VR.OF || vr == VR.OD;
    }

    private static long integer(Value value, VR vr, int index) {
        int unit = vr.unit();
        long number = Bytes.number(value.arena(), value.offset() + index * unit, unit);
        return switch (vr) {
            case SS -> (short) number;
            case SL -> (int) number;
            default -> number;
        };
    }

    private static BigDecimal decimal(long number, VR vr) {
        boolean unsigned = number < 0 && (vr == VR.UV || vr == VR.OV);
        return unsigned ? new BigDecimal(new BigInteger(Long.toUnsignedString(number))) : BigDecimal.valueOf(number);
    }

    private static BigDecimal finite(int tag, double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw Texts.wrong(tag, "holds a number that is not finite");
        }
        return new BigDecimal(number);
    }

    private static BigDecimal parse(int tag, String text) {
        try {
            if (text.length() <= MOST_DIGITS) {
                BigDecimal number = new BigDecimal(text);
                // An exponent beyond a double's would make longValueExact and the like take for ever.
                if (Math.abs((long) number.scale()) <= 400) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // Said below, without the text.
        }
        throw Texts.wrong(tag, "is not a number as PS3.5 6.2 writes one");
    }
}
