package org.bitewing.codec.jpegls;

/**
 * The reversible colour transforms of Hewlett-Packard's software, which are outside of the standard: an APP8 segment
 * of {@code mrfx} and one byte tells which. All are modulo two to the bits per sample; {@code half} and
 * {@code quarter} are of that range.
 */
public enum ColorTransform {
    /** The components are coded as they are. */
    NONE,
    /** R - G + half, G, B - G + half. */
    HP1,
    /** R - G + half, G, B - (R + G) / 2 + half. */
    HP2,
    /** G + (second + third) / 4 - quarter, B - G + half, R - G + half. */
    HP3;

    /** Transforms the pixel at {@code at} of three planes. */
    void forward(int[] first, int[] second, int[] third, int at, int bits) {
        int mask = (1 << bits) - 1;
        int half = 1 << bits - 1;
        int red = first[at];
        int green = second[at];
        int blue = third[at];
        switch (this) {
            case NONE -> { }
            case HP1 -> {
                first[at] = red - green + half & mask;
                third[at] = blue - green + half & mask;
            }
            case HP2 -> {
                first[at] = red - green + half & mask;
                third[at] = blue - (red + green >> 1) + half & mask;
            }
            case HP3 -> {
                second[at] = blue - green + half & mask;
                third[at] = red - green + half & mask;
                first[at] = green + (second[at] + third[at] >> 2) - (half >> 1) & mask;
            }
        }
    }

    /** Undoes {@link #forward}; returns red, green and blue, sixteen bits each, red lowest. */
    long inverse(int first, int second, int third, int bits) {
        int mask = (1 << bits) - 1;
        int half = 1 << bits - 1;
        return switch (this) {
            case NONE -> pixel(first, second, third);
            case HP1 -> pixel(first + second - half & mask, second, third + second - half & mask);
            case HP2 -> {
                int red = first + second - half & mask;
                yield pixel(red, second, third + (red + second >> 1) - half & mask);
            }
            case HP3 -> {
                int green = first - (second + third >> 2) + (half >> 1) & mask;
                yield pixel(third + green - half & mask, green, second + green - half & mask);
            }
        };
    }

    private static long pixel(int red, int green, int blue) {
        return red | (long) green << 16 | (long) blue << 32;
    }
}
