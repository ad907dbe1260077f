package org.bitewing.codec.jpeg;

import static org.bitewing.codec.jpeg.DctFactors.C_0_298631336;
import static org.bitewing.codec.jpeg.DctFactors.C_0_390180644;
import static org.bitewing.codec.jpeg.DctFactors.C_0_541196100;
import static org.bitewing.codec.jpeg.DctFactors.C_0_765366865;
import static org.bitewing.codec.jpeg.DctFactors.C_0_899976223;
import static org.bitewing.codec.jpeg.DctFactors.C_1_175875602;
import static org.bitewing.codec.jpeg.DctFactors.C_1_501321110;
import static org.bitewing.codec.jpeg.DctFactors.C_1_847759065;
import static org.bitewing.codec.jpeg.DctFactors.C_1_961570560;
import static org.bitewing.codec.jpeg.DctFactors.C_2_053119869;
import static org.bitewing.codec.jpeg.DctFactors.C_2_562915447;
import static org.bitewing.codec.jpeg.DctFactors.C_3_072711026;
import static org.bitewing.codec.jpeg.DctFactors.FACTOR_BITS;

/**
 * The forward DCT of 10918-1 A.3.3 and its quantisation (A.3.4) in integers, the counterpart of {@link InverseDct}: the
 * same factors, the same rounding as the Independent JPEG Group's accurate integer transform.
 */
final class ForwardDct {
    private final int[] block = new int[64];

    /**
     * Transforms and quantises a block.
     *
     * @param precision    of the samples
     * @param quantisation row by row
     * @param to           where the quantised coefficients go, in zig-zag order, from index {@code at}
     */
    void transform(short[] plane, int from, int stride, int precision, int[] quantisation, short[] to, int at) {
        int centre = 1 << precision - 1;
        int fractionBits = precision == 8 ? 2 : 1;
        for (int row = 0; row < 8; row++) {
            for (int x = 0; x < 8; x++) {
                block[row * 8 + x] = (plane[from + row * stride + x] & 0xFFFF) - centre;
            }
        }
        for (int row = 0; row < 64; row += 8) {
            pass(row, 1, -fractionBits, FACTOR_BITS - fractionBits);
        }
        for (int column = 0; column < 8; column++) {
            pass(column, 8, fractionBits, FACTOR_BITS + fractionBits);
        }
        for (int k = 0; k < 64; k++) {
            int natural = DecodingTables.NATURAL[k];
            // The transform is 8 times too large.
            int divisor = quantisation[natural] << 3;
            int value = block[natural];
            int magnitude = (Math.abs(value) + (divisor >> 1)) / divisor;
            to[at + k] = (short) (value < 0 ? -magnitude : magnitude);
        }
    }

    /**
     * Eight values in place.
     *
     * @param evenDown bits by which sums without a constant are shifted down, negative for up
     * @param down     bits by which sums of products are shifted down
     */
    private void pass(int first, int step, int evenDown, int down) {
        int[] b = block;
        int half = 1 << down - 1;
        int s0 = b[first] + b[first + 7 * step];
        int d0 = b[first] - b[first + 7 * step];
        int s1 = b[first + step] + b[first + 6 * step];
        int d1 = b[first + step] - b[first + 6 * step];
        int s2 = b[first + 2 * step] + b[first + 5 * step];
        int d2 = b[first + 2 * step] - b[first + 5 * step];
        int s3 = b[first + 3 * step] + b[first + 4 * step];
        int d3 = b[first + 3 * step] - b[first + 4 * step];

        int e0 = s0 + s3;
        int e3 = s0 - s3;
        int e1 = s1 + s2;
        int e2 = s1 - s2;
        b[first] = scale(e0 + e1, evenDown);
        b[first + 4 * step] = scale(e0 - e1, evenDown);
        int z1 = (e2 + e3) * C_0_541196100 + half;
        b[first + 2 * step] = z1 + e3 * C_0_765366865 >> down;
        b[first + 6 * step] = z1 - e2 * C_1_847759065 >> down;

        int z5 = (d3 + d1 + d2 + d0) * C_1_175875602 + half;
        int z3 = z5 - (d3 + d1) * C_1_961570560;
        int z4 = z5 - (d2 + d0) * C_0_390180644;
        int y1 = (d3 + d0) * C_0_899976223;
        int y2 = (d2 + d1) * C_2_562915447;
        b[first + 7 * step] = d3 * C_0_298631336 - y1 + z3 >> down;
        b[first + 5 * step] = d2 * C_2_053119869 - y2 + z4 >> down;
        b[first + 3 * step] = d1 * C_3_072711026 - y2 + z3 >> down;
        b[first + step] = d0 * C_1_501321110 - y1 + z4 >> down;
    }

    private static int scale(int value, int down) {
        return down < 0 ? value << -down : value + (1 << down - 1) >> down;
    }
}
