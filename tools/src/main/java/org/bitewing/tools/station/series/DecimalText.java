package org.bitewing.tools.station.series;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of floating point as summaries and rules have them: the shortest digits, and a fraction always. */
final class DecimalText {
    /** So many digits make each normal number that has no more of them; the very small ones are coarser. */
    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    /** From here on, and below 0.0001, an exponent takes the place of zeros. */
    private static final int LARGEST_EXPONENT = 16;
    private static final int SMALLEST_EXPONENT = -4;

    private DecimalText() {
    }

    /** {@code 2.0}, {@code 312800384.0}, {@code 1e-05}, {@code inf}, {@code nan}. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(value);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < SMALLEST_EXPONENT || exponent >= LARGEST_EXPONENT) {
            String digits = shortest.unscaledValue().abs().toString();
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String number = Integer.toString(Math.abs(exponent));
            return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+")
                    + (number.length() < 2 ? "0" : "") + number;
        }
        String plain = shortest.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : FEWEST_DIGITS;
        for (int digits = fewest; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS)).stripTrailingZeros();
    }
}
