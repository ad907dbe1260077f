package org.bitewing.tools.dump;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Floating point numbers as DCMTK prints them. Its digits are not correctly rounded; where they do not read back to
 * the same number, the shortest digits that do are printed instead, so that a dump restores every number.
 */
public final class DcmtkDigits {
    private static final int FLOAT_DIGITS = 9;
    private static final int DOUBLE_DIGITS = 17;
    private static final double SMALLEST_FIXED = 0.0001;
    private static final double SMALL = 1_000_000;

    private final int most;
    private final double value;
    private final StringBuilder digits = new StringBuilder();

    private DcmtkDigits(double value, int most) {
        this.value = value;
        this.most = most;
    }

    /**
     * The digits of a float.
     *
     * @param value any
     * @return at most 9 digits that read back, or {@code nan}, {@code inf}, {@code -inf}
     */
    public static String of(float value) {
        if (isSmallInteger(value)) {
            return Integer.toString((int) value);
        }
        String text = format(value, FLOAT_DIGITS);
        boolean restores = !Float.isFinite(value) || Float.parseFloat(text) == value;
        return restores ? text : shortest(new BigDecimal(value), FLOAT_DIGITS, number -> number.floatValue() == value);
    }

    /**
     * The digits of a double.
     *
     * @param value any
     * @return at most 17 digits that read back, or {@code nan}, {@code inf}, {@code -inf}
     */
    public static String of(double value) {
        if (isSmallInteger(value)) {
            return Integer.toString((int) value);
        }
        String text = format(value, DOUBLE_DIGITS);
        boolean restores = !Double.isFinite(value) || Double.parseDouble(text) == value;
        return restores ? text : shortest(new BigDecimal(value), DOUBLE_DIGITS,
                number -> number.doubleValue() == value);
    }

    /** Most numbers of real files are, and then the recipe gives what the JDK gives sooner. */
    private static boolean isSmallInteger(double value) {
        return value == (int) value && Math.abs(value) < SMALL;
    }

    /** Whether digits are enough. */
    private interface Test {
        boolean restores(BigDecimal number);
    }

    private static String shortest(BigDecimal exact, int most, Test test) {
        BigDecimal rounded = exact;
        for (int count = 1; count <= most; count++) {
            rounded = exact.round(new MathContext(count));
            if (test.restores(rounded)) {
                break;
            }
        }
        rounded = rounded.stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < most) {
            return rounded.toPlainString();
        }
        String unscaled = rounded.unscaledValue().abs().toString();
        String fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
        return (rounded.signum() < 0 ? "-" : "") + unscaled.charAt(0) + fraction + exponentOf(exponent);
    }

    private static String exponentOf(int exponent) {
        int size = Math.abs(exponent);
        return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    private static String format(double value, int most) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return (value < 0 ? "-" : "") + new DcmtkDigits(Math.abs(value), most).format();
    }

    private String format() {
        double integer = Math.floor(value);
        double fraction = value - integer;
        StringBuilder whole = new StringBuilder();
        while (integer != 0) {
            double tenth = integer / 10;
            double rest = tenth - Math.floor(tenth);
            integer = Math.floor(tenth);
            whole.append((char) ('0' + (int) ((rest + 0.01) * 10)));
        }
        whole.reverse();
        boolean exponential = whole.length() > most || whole.isEmpty() && fraction > 0 && fraction < SMALLEST_FIXED;
        return exponential ? exponential(whole, fraction) : fixed(whole, fraction);
    }

    private String fixed(StringBuilder whole, double part) {
        double fraction = part;
        int left = most;
        if (whole.isEmpty()) {
            digits.append('0');
        } else {
            digits.append(whole);
            left -= whole.length();
        }
        if (left > 0) {
            digits.append('.');
        }
        boolean leading = true;
        while (fraction != 0 && left > 0) {
            fraction *= 10;
            int digit = (int) fraction;
            fraction -= digit;
            digits.append((char) ('0' + digit));
            // Zeros before the first other digit cost nothing, all of them together with that digit one.
            leading &= digit == 0;
            left -= leading ? 0 : 1;
        }
        round(fraction, false);
        return trimmed();
    }

    private String exponential(StringBuilder whole, double part) {
        double fraction = part;
        int left = most - 1;
        int exponent;
        int carried = 0;
        if (!whole.isEmpty()) {
            exponent = whole.length() - 1;
            digits.append(whole.charAt(0)).append('.');
            int at = 1;
            for (; at < whole.length() && left > 0; at++, left--) {
                digits.append(whole.charAt(at));
            }
            if (at < whole.length()) {
                // The integer's next digit rounds; the fraction is far below.
                fraction = 0;
                if (whole.charAt(at) > '4') {
                    carried = increment(true);
                }
            }
        } else {
            exponent = 0;
            int digit = 0;
            while (digit == 0) {
                fraction *= 10;
                digit = (int) fraction;
                fraction -= digit;
                exponent--;
            }
            digits.append((char) ('0' + digit)).append('.');
        }
        while (left > 0 && fraction != 0) {
            fraction *= 10;
            int digit = (int) fraction;
            fraction -= digit;
            digits.append((char) ('0' + digit));
            left--;
        }
        carried += round(fraction, true);
        return trimmed() + exponentOf(exponent + carried);
    }

    private int round(double fraction, boolean exponential) {
        return fraction != 0 && (int) (fraction * 10) > 4 ? increment(exponential) : 0;
    }

    /** Adds one to the last digit; 1 where that made the number ten times as large in exponent form. */
    private int increment(boolean exponential) {
        int at = digits.length() - 1;
        while (at >= 0) {
            char c = digits.charAt(at);
            if (c != '.') {
                if (c < '9') {
                    digits.setCharAt(at, (char) (c + 1));
                    return 0;
                }
                digits.setCharAt(at, '0');
            }
            at--;
        }
        if (exponential) {
            digits.setCharAt(0, '1');
            return 1;
        }
        digits.insert(0, '1');
        return 0;
    }

    private String trimmed() {
        int end = digits.length();
        if (digits.indexOf(".") >= 0) {
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            if (digits.charAt(end - 1) == '.') {
                end--;
            }
        }
        return digits.substring(0, end);
    }
}
