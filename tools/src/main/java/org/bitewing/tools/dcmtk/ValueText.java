package org.bitewing.tools.dcmtk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bitewing.dict.VR;

/**
 * Values of binary VRs in the text of dumps and command lines: numbers in decimal and tags as {@code (gggg,eeee)},
 * joined by backslashes; OB and UN as two hexadecimal digits for each byte, OW as four for each word, joined in the
 * same way or not at all. Blanks around a value do not matter. Unlike DCMTK, what does not fit its VR is an error.
 */
public final class ValueText {
    private static final byte[] EMPTY = {};
    private static final int LONGEST_NUMBER = 400;

    private final byte[] text;
    private final int end;
    private int position;
    private byte[] value = EMPTY;
    private int size;

    private ValueText(byte[] text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    /**
     * Whether values of a VR are binary, so that their text is not the value itself.
     *
     * @param vr the VR
     * @return false for text, and for SQ
     */
    public static boolean isBinary(VR vr) {
        return vr.kind() != VR.Kind.TEXT && vr.kind() != VR.Kind.SEQUENCE;
    }

    /**
     * The value that a text stands for.
     *
     * @param vr    a binary VR
     * @param text  holds the text in ASCII
     * @param start of its first byte
     * @param end   behind its last byte
     * @return the value in little endian; empty for no text
     * @throws ValueTextException where the text is not a value of the VR
     */
    public static byte[] parse(VR vr, byte[] text, int start, int end) {
        return start == end ? EMPTY : new ValueText(text, start, end).all(vr, 0, 0);
    }

    /**
     * The value of an element that is US or SS, nobody knows which.
     *
     * @param text  holds the text in ASCII
     * @param start of its first byte
     * @param end   behind its last byte
     * @return the value in little endian; empty for no text
     * @throws ValueTextException where the text has no numbers, or some that fit neither
     */
    public static byte[] parseShorts(byte[] text, int start, int end) {
        return start == end ? EMPTY : new ValueText(text, start, end).all(VR.US, Short.MIN_VALUE, 0xffff);
    }

    private byte[] all(VR vr, long least, long most) {
        int width = switch (vr) {
            case OB, UN -> 2;
            case OW -> 4;
            default -> 0;
        };
        boolean joined = width > 0 && !hasBackslash() && end - position > width;
        do {
            skipBlanks();
            switch (vr) {
                case OB, UN, OW -> hexadecimal(width, joined);
                case AT -> tag();
                case FL, OF -> put(Float.floatToRawIntBits((float) real(true)), 4);
                case FD, OD -> put(Double.doubleToRawLongBits(real(false)), 8);
                case US -> put(integer(least, Math.max(most, 0xffff)), 2);
                case SS -> put(integer(Short.MIN_VALUE, Short.MAX_VALUE), 2);
                case UL, OL -> put(integer(0, 0xffffffffL), 4);
                case SL -> put(integer(Integer.MIN_VALUE, Integer.MAX_VALUE), 4);
                case SV -> put(integer(Long.MIN_VALUE, Long.MAX_VALUE), 8);
                case UV, OV -> put(unsignedLong(), 8);
                default -> throw new IllegalArgumentException("VR " + vr + " is not binary");
            }
            skipBlanks();
        } while (hasMore());
        return Arrays.copyOf(value, size);
    }

    private boolean hasBackslash() {
        for (int i = position; i < end; i++) {
            if (text[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** Whether a backslash, and so a value, follows. */
    private boolean hasMore() {
        if (position == end) {
            return false;
        }
        if (text[position] != '\\') {
            throw wrong("a backslash or the end is expected");
        }
        position++;
        return true;
    }

    private void skipBlanks() {
        while (position < end && (text[position] == ' ' || text[position] == '\t')) {
            position++;
        }
    }

    // ---- bytes and tags ------------------------------------------------------------------------------------------

    /** One byte or word, or, where nothing joins them, all. */
    private void hexadecimal(int width, boolean joined) {
        if (joined) {
            while (position < end) {
                int start = position;
                int number = digits(width);
                if (position - start < width) {
                    throw wrong(width + " hexadecimal digits are expected");
                }
                put(number, width / 2);
            }
            return;
        }
        put(digits(width), width / 2);
    }

    private int digits(int most) {
        int start = position;
        int number = 0;
        for (int digit = digit(); digit >= 0 && position - start < most; digit = digit()) {
            number = number << 4 | digit;
            position++;
        }
        if (position == start) {
            throw wrong("a hexadecimal digit is expected");
        }
        return number;
    }

    private int digit() {
        return position < end ? Character.digit(text[position], 16) : -1;
    }

    private void tag() {
        expect('(');
        put(part(), 2);
        expect(',');
        put(part(), 2);
        expect(')');
    }

    private int part() {
        skipBlanks();
        int part = digits(4);
        skipBlanks();
        return part;
    }

    private void expect(char c) {
        if (position == end || text[position] != c) {
            throw wrong("a tag is (gggg,eeee)");
        }
        position++;
    }

    // ---- numbers ---------------------------------------------------------------------------------------------------

    private long integer(long least, long most) {
        int start = position;
        long number;
        try {
            number = Long.parseLong(word());
        } catch (NumberFormatException e) {
            position = start;
            throw wrong(isInteger(start) ? "the number is out of range" : "an integer is expected");
        }
        if (number < least || number > most) {
            position = start;
            throw wrong("the number is out of range, which is " + least + " to " + most);
        }
        return number;
    }

    private long unsignedLong() {
        int start = position;
        try {
            return Long.parseUnsignedLong(word());
        } catch (NumberFormatException e) {
            position = start;
            throw wrong(isInteger(start) ? "the number is out of range" : "an integer is expected");
        }
    }

    private boolean isInteger(int start) {
        int at = start;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        int first = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at > first && (at == end || text[at] == '\\' || text[at] == ' ' || text[at] == '\t');
    }

    private double real(boolean single) {
        int start = position;
        String word = word();
        switch (word) {
            case "nan", "-nan", "NaN" -> {
                return Double.NaN;
            }
            case "inf", "+inf", "Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                // Java's own notation has suffixes, hexadecimal digits and more, which are no numbers here.
                for (int i = 0; i < word.length(); i++) {
                    if ("+-.0123456789eE".indexOf(word.charAt(i)) < 0) {
                        position = start + i;
                        throw wrong("a number is expected");
                    }
                }
            }
        }
        double number;
        try {
            number = single ? Float.parseFloat(word) : Double.parseDouble(word);
        } catch (NumberFormatException e) {
            position = start;
            throw wrong("a number is expected");
        }
        if (Double.isInfinite(number)) {
            position = start;
            throw wrong("the number is out of range");
        }
        return number;
    }

    /** Up to a backslash or a blank. */
    private String word() {
        int start = position;
        while (position < end && text[position] != '\\' && text[position] != ' ' && text[position] != '\t') {
            position++;
        }
        if (position - start > LONGEST_NUMBER) {
            position = start;
            throw wrong("a number is expected");
        }
        return new String(text, start, position - start, StandardCharsets.ISO_8859_1);
    }

    private void put(long number, int bytes) {
        if (size + bytes > value.length) {
            // A quarter of the text is what the bytes of OB take, and most numbers more digits than bytes.
            long larger = Math.max(Math.max(size + bytes, (end - position) / 3L + bytes), size + (size >> 1));
            if (larger > Integer.MAX_VALUE - 8) {
                throw wrong("the value has more than 2 GiB");
            }
            value = Arrays.copyOf(value, (int) larger);
        }
        for (int i = 0; i < bytes; i++) {
            value[size++] = (byte) (number >>> 8 * i);
        }
    }

    private ValueTextException wrong(String reason) {
        return new ValueTextException(reason, position);
    }
}
