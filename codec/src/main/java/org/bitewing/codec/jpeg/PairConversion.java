package org.bitewing.codec.jpeg;

import static org.bitewing.codec.jpeg.YcbcrConversion.BLUE_CB;
import static org.bitewing.codec.jpeg.YcbcrConversion.CENTRE;
import static org.bitewing.codec.jpeg.YcbcrConversion.GREEN_CB;
import static org.bitewing.codec.jpeg.YcbcrConversion.GREEN_CR;
import static org.bitewing.codec.jpeg.YcbcrConversion.HALF;
import static org.bitewing.codec.jpeg.YcbcrConversion.RED_CR;

/**
 * {@link YcbcrConversion} of 8-bit samples that lie two to an {@code int}, 16 bits each. Products need all of an
 * {@code int}; but what is added to luminance is their upper half, and the halves of two products are again a pair, so
 * that the sum and the clamping are done once for both. Plain loops over {@code int}s, not too long and each in a method
 * of its own, are what the compiler of the virtual machine turns into vector instructions.
 */
final class PairConversion {
    /** Keeps what is added to luminance positive, and no carry leaves its half: the sum is 0 to 1023. */
    private static final int BIAS = 256;
    private static final int RED = (BIAS << 16) + HALF - RED_CR * CENTRE;
    private static final int GREEN = (BIAS << 16) + HALF + (GREEN_CB + GREEN_CR) * CENTRE;
    private static final int BLUE = (BIAS << 16) + HALF - BLUE_CB * CENTRE;
    private static final int UPPER = 0xFFFF0000;

    private PairConversion() {
    }

    static void red(int[] y, int[] cr, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            int left = (cr[x] & 0xFF) * RED_CR + RED;
            int right = (cr[x] >>> 16) * RED_CR + RED;
            to[x] = clamp(y[x] + (left >>> 16) + (right & UPPER));
        }
    }

    static void green(int[] y, int[] cb, int[] cr, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            int left = GREEN - (cb[x] & 0xFF) * GREEN_CB - (cr[x] & 0xFF) * GREEN_CR;
            int right = GREEN - (cb[x] >>> 16) * GREEN_CB - (cr[x] >>> 16) * GREEN_CR;
            to[x] = clamp(y[x] + (left >>> 16) + (right & UPPER));
        }
    }

    static void blue(int[] y, int[] cb, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            int left = (cb[x] & 0xFF) * BLUE_CB + BLUE;
            int right = (cb[x] >>> 16) * BLUE_CB + BLUE;
            to[x] = clamp(y[x] + (left >>> 16) + (right & UPPER));
        }
    }

    /**
     * Two sums less their bias, but not below 0 nor above 255. A sum of 512 and more gets all nine bits below, and then
     * the bit of 256 is set unless the value is below 0.
     */
    private static int clamp(int sums) {
        int above = sums & 0x02000200;
        int most = sums | above - (above >>> 9);
        int inside = most & 0x01000100;
        return most & inside - (inside >>> 8);
    }

    /** From red, green and blue of two even and two odd pixels to their twelve bytes. */
    static void join(int[][] even, int[][] odd, int count, int[][] words) {
        first(even[0], even[1], even[2], odd[0], count, words[0]);
        second(even[0], even[1], odd[1], odd[2], count, words[1]);
        third(even[2], odd[0], odd[1], odd[2], count, words[2]);
    }

    private static void first(int[] r0, int[] g0, int[] b0, int[] r1, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = (r0[x] | g0[x] << 8) & 0xFFFF | (b0[x] | r1[x] << 8) << 16;
        }
    }

    private static void second(int[] r0, int[] g0, int[] g1, int[] b1, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = (g1[x] | b1[x] << 8) & 0xFFFF | (r0[x] | g0[x] << 8) & UPPER;
        }
    }

    private static void third(int[] b0, int[] r1, int[] g1, int[] b1, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = (b0[x] | r1[x] << 8) >>> 16 | (g1[x] | b1[x] << 8) & UPPER;
        }
    }
}
