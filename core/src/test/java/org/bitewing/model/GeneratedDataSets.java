package org.bitewing.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** Data sets with elements of every VR, nested, in UTF-8, made from a seed; in the form that a model gives back. */
public final class GeneratedDataSets {
    private static final String LETTERS = "abcXYZ0189 <>&\"'/\tßé日本\u00a0😀";
    private static final String PLAIN = "ABCXYZ0189_";
    private static final String[] DECIMALS = {"0", "-1.50", "3e5", "0.000001", "12345678901234.5", "-7E-10"};

    private final Random random;

    private GeneratedDataSets(long seed) {
        this.random = new Random(seed);
    }

    /** A data set of every VR and, to a depth of three, of items with every VR. */
    public static DataSet of(long seed) {
        return of(seed, 3);
    }

    /** The same with another depth. */
    public static DataSet of(long seed, int depth) {
        return new GeneratedDataSets(seed).level(depth).set(Tag.SpecificCharacterSet, "ISO_IR 192").build();
    }

    private DataSetBuilder level(int depth) {
        DataSetBuilder builder = DataSet.builder();
        builder.set(0x00090010, VR.LO, "GENERATED");
        for (VR vr : VR.values()) {
            int tag = 0x00091000 | vr.ordinal();
            if (vr != VR.SQ) {
                builder.set(value(tag, vr, random.nextInt(5)));
                builder.set(value(tag | 0x80, vr, 0));
            }
        }
        builder.set(value(Tag.PatientName, VR.PN, 1)).set(value(Tag.Rows, VR.US, 1));
        if (depth > 0) {
            DataSetBuilder[] items = new DataSetBuilder[random.nextInt(3)];
            Arrays.setAll(items, i -> random.nextInt(4) == 0 ? DataSet.builder() : level(depth - 1));
            builder.set(0x000910c0, items).set(Tag.ReferencedSeriesSequence, items);
        }
        return builder;
    }

    private Value value(int tag, VR vr, int count) {
        byte[] bytes = switch (vr.kind()) {
            case TEXT -> text(vr, vr.isMultiple() ? count : Math.min(count, 1)).getBytes(StandardCharsets.UTF_8);
            case FLOAT -> floats(vr, count);
            default -> bytes(count * (vr == VR.AT ? 4 : Math.max(2, vr.unit())));
        };
        byte[] even = Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
        if (even.length > bytes.length) {
            even[bytes.length] = vr.padding();
        }
        return Value.of(tag, vr, even);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] floats(VR vr, int count) {
        byte[] bytes = new byte[count * vr.unit()];
        for (int i = 0; i < count; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            long bits = vr == VR.FL ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value);
            for (int b = 0; b < vr.unit(); b++) {
                bytes[i * vr.unit() + b] = (byte) (bits >> 8 * b);
            }
        }
        return bytes;
    }

    private String text(VR vr, int count) {
        String[] values = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (vr) {
                case DS -> DECIMALS[random.nextInt(DECIMALS.length)];
                case IS -> Integer.toString(random.nextInt());
                case PN -> name();
                // One alone that is empty would be no value at all.
                default -> word(vr.usesCharacterSet() ? LETTERS : PLAIN, count == 1 ? 1 : random.nextInt(2));
            };
        }
        return String.join("\\", values);
    }

    private String name() {
        String alphabetic = "Ä" + word(PLAIN, 1) + "^" + word(PLAIN, 1);
        return random.nextBoolean() ? alphabetic : alphabetic + "=" + word("日本語", 1) + "^^^Dr";
    }

    /** Without spaces at its ends, which do not count. */
    private String word(String letters, int least) {
        StringBuilder text = new StringBuilder();
        int[] points = letters.codePoints().toArray();
        for (int i = random.nextInt(6) + least; i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        String stripped = text.toString().replaceAll("^[ ]+|[ ]+$", "");
        return stripped.isEmpty() && least > 0 ? letters.substring(0, 1) : stripped;
    }
}
