package org.bitewing.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * What an {@link Edit} gives to an element, before it is known which VR and which character set it will have.
 * Immutable.
 */
public sealed interface NewValue {
    /**
     * Text, or numbers and tags in text.
     *
     * @param values without padding; none for an element without a value
     */
    record Text(List<String> values) implements NewValue {
        /**
         * Copies the list.
         *
         * @param values one or more
         */
        public Text {
            values = List.copyOf(values);
        }
    }

    /**
     * Integers for a binary VR, IS, DS or AT.
     *
     * @param values in the range of the VR
     */
    record Integers(List<Long> values) implements NewValue {
        /**
         * Copies the list.
         *
         * @param values one or more
         */
        public Integers {
            values = List.copyOf(values);
        }
    }

    /**
     * Numbers for FL, FD, OF, OD or DS.
     *
     * @param values one or more
     */
    record Numbers(List<Double> values) implements NewValue {
        /**
         * Copies the list.
         *
         * @param values one or more
         */
        public Numbers {
            values = List.copyOf(values);
        }
    }

    /**
     * Bytes as they are stored, whatever the VR.
     *
     * @param data in little endian; read when it is written, where it is large
     */
    record Bytes(BulkData data) implements NewValue {
        /**
         * Checks that there is data.
         *
         * @param data in little endian
         */
        public Bytes {
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * The items of a sequence.
     *
     * @param items what they hold
     */
    record Items(List<DataSet> items) implements NewValue {
        /**
         * Copies the list.
         *
         * @param items in order
         */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * The element that an edit makes of this value.
     *
     * @param tag          its tag
     * @param vr           its VR
     * @param characterSet what text is encoded in
     * @return the element
     * @throws org.bitewing.DicomException where the value does not suit the VR or the character set
     */
    default Element encode(int tag, VR vr, SpecificCharacterSet characterSet) {
        try {
            if (this instanceof Text text) {
                return encode(tag, vr, text.values(), characterSet);
            }
            if (this instanceof Integers integers) {
                return ValueEncoding.integers(tag, vr, integers.values().stream().mapToLong(Long::longValue).toArray());
            }
            if (this instanceof Numbers numbers) {
                double[] values = numbers.values().stream().mapToDouble(Double::doubleValue).toArray();
                return ValueEncoding.floats(tag, vr, values);
            }
            if (this instanceof Bytes bytes) {
                return encode(tag, vr, bytes.data());
            }
        } catch (IllegalArgumentException e) {
            throw Texts.wrong(tag, e.getMessage());
        }
        List<Item> items = ((Items) this).items().stream().map(item -> EditedTree.item(item, characterSet)).toList();
        return new Sequence(tag, VR.SQ.code(), Element.UNDEFINED_LENGTH, items);
    }

    private static Element encode(int tag, VR vr, List<String> values, SpecificCharacterSet characterSet) {
        if (values.isEmpty()) {
            return vr == VR.SQ ? new Sequence(tag, vr.code(), Element.UNDEFINED_LENGTH, List.of())
                    : Value.of(tag, vr, new byte[0]);
        }
        return switch (vr.kind()) {
            case TEXT -> ValueEncoding.text(tag, vr, String.join("\\", values), characterSet);
            case INTEGER -> ValueEncoding.integers(tag, vr, longs(tag, values));
            case FLOAT -> ValueEncoding.floats(tag, vr, doubles(tag, values));
            case TAG -> ValueEncoding.integers(tag, vr, tags(tag, values));
            case BINARY, SEQUENCE -> throw new IllegalArgumentException("has VR " + vr + " and takes no text");
        };
    }

    private static long[] longs(int tag, List<String> values) {
        try {
            return values.stream().mapToLong(text -> Long.parseLong(text.strip())).toArray();
        } catch (NumberFormatException e) {
            throw Texts.wrong(tag, "takes integers");
        }
    }

    private static double[] doubles(int tag, List<String> values) {
        try {
            return values.stream().mapToDouble(text -> Double.parseDouble(text.strip())).toArray();
        } catch (NumberFormatException e) {
            throw Texts.wrong(tag, "takes numbers");
        }
    }

    private static long[] tags(int tag, List<String> values) {
        return values.stream().mapToLong(text -> {
            String digits = text.strip();
            boolean inside = digits.startsWith("(") && digits.endsWith(")");
            return Tag.parse(inside ? digits.substring(1, digits.length() - 1) : digits)
                    .orElseThrow(() -> Texts.wrong(tag, "takes tags")) & 0xffffffffL;
        }).toArray();
    }

    private static Element encode(int tag, VR vr, BulkData data) {
        if (vr == VR.SQ) {
            throw new IllegalArgumentException("has VR SQ and takes no bytes");
        }
        // Above the usual threshold, bytes stay where they are, as when they are read.
        if (data.length() > 1 << 16) {
            return new BulkValue(tag, vr.code(), data);
        }
        try {
            byte[] bytes = data.bytes();
            return Value.over(tag, vr.code(), bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
