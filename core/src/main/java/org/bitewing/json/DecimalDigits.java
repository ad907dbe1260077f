package org.bitewing.json;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in so few characters that a Decimal String (PS3.5 6.2) holds them. */
final class DecimalDigits {
    private static final int MOST_DIGITS = 17;

    private DecimalDigits() {
    }

    /** As many digits as fit, the last one rounded. */
    static String of(BigDecimal number, int most) {
        for (int digits = MOST_DIGITS; digits > 1; digits--) {
            BigDecimal rounded = number.round(new MathContext(digits)).stripTrailingZeros();
            // A plain form of 308 zeros is only made where it can be short.
            String plain = Math.abs(rounded.scale()) <= most ? rounded.toPlainString() : "";
            String text = !plain.isEmpty() && plain.length() <= most ? plain : rounded.toString();
            if (text.length() <= most) {
                return text;
            }
        }
        return number.round(new MathContext(1)).toString();
    }
}
