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

import java.util.Arrays;

/**
 * The inverse DCT of 10918-1 A.3.3 in integers, after Loeffler, Ligtenberg and Moschytz (ICASSP 1989) with constants of
 * 13 bits: eleven multiplications for eight values, first on columns, then on rows. Rounding is where the Independent
 * JPEG Group's accurate integer transform has it, so that samples are equal to those of the libraries built on that.
 */
final class InverseDct {
    /** Coefficients up to this zig-zag index lie in the first four rows and columns. */
    private static final int LAST_OF_CORNER = 9;
    /** Coefficients up to this one are the DC coefficient and its two neighbours. */
    private static final int LAST_OF_SLOPE = 2;
    /** What the lowest coefficient of a direction adds to the first four samples, and takes from the others. */
    private static final int SLOPE_3 = C_1_175875602 - C_0_899976223;
    private static final int SLOPE_2 = C_1_175875602 - C_0_390180644;
    private static final int SLOPE_1 = C_1_175875602;
    private static final int SLOPE_0 = C_1_501321110 - C_0_899976223 + C_1_175875602 - C_0_390180644;
    /** For each last coefficient, in how many columns there may be any up to it. */
    private static final int[] COLUMNS = new int[64];

    static {
        for (int k = 0, most = 0; k < 64; k++) {
            most = Math.max(most, DecodingTables.NATURAL[k] % 8 + 1);
            COLUMNS[k] = most;
        }
    }

    private final int[] middle = new int[64];
    /** Bits of fraction between the passes: 12-bit samples leave less room in 32 bits. */
    private int fractionBits;
    private int most;
    private int centre;

    void precision(int bits) {
        fractionBits = bits == 8 ? 2 : 1;
        most = (1 << bits) - 1;
        centre = 1 << bits - 1;
    }

    /**
     * Transforms a block and clears it.
     *
     * @param block  64 dequantised coefficients, row by row
     * @param last   zig-zag index of the last one that may not be zero
     * @param plane  where the samples go
     * @param at     index of the first sample
     * @param stride from a line to the next
     */
    void transform(int[] block, int last, short[] plane, int at, int stride) {
        if (last == 0) {
            flat(block, plane, at, stride);
        } else if (last <= LAST_OF_SLOPE) {
            slope(block, plane, at, stride);
        } else if (last <= LAST_OF_CORNER) {
            corner(block, plane, at, stride);
        } else {
            full(block, COLUMNS[last], plane, at, stride);
        }
    }

    /** Only the DC coefficient: one value everywhere, which is exactly what both passes come to. */
    private void flat(int[] block, short[] plane, int at, int stride) {
        int shift = fractionBits + 3;
        int value = ((block[0] << fractionBits) + (1 << shift - 1) >> shift) + centre;
        int sample = clamp(value, most);
        block[0] = 0;
        for (int row = 0, line = at; row < 8; row++, line += stride) {
            store(plane, line, most, sample, sample, sample, sample, sample, sample, sample, sample);
        }
    }

    /**
     * Only the DC coefficient and the lowest of each direction: all rows have the same odd part, and the second column
     * is one value.
     */
    private void slope(int[] block, short[] plane, int at, int stride) {
        int down = FACTOR_BITS - fractionBits;
        int even = (block[0] << FACTOR_BITS) + (1 << down - 1);
        int vertical = block[8];
        int across = block[1] << fractionBits;
        block[0] = 0;
        block[1] = 0;
        block[8] = 0;
        int[] m = middle;
        m[0] = even + vertical * SLOPE_0 >> down;
        m[1] = even + vertical * SLOPE_1 >> down;
        m[2] = even + vertical * SLOPE_2 >> down;
        m[3] = even + vertical * SLOPE_3 >> down;
        m[4] = even - vertical * SLOPE_3 >> down;
        m[5] = even - vertical * SLOPE_2 >> down;
        m[6] = even - vertical * SLOPE_1 >> down;
        m[7] = even - vertical * SLOPE_0 >> down;
        int d0 = across * SLOPE_0;
        int d1 = across * SLOPE_1;
        int d2 = across * SLOPE_2;
        int d3 = across * SLOPE_3;
        down = FACTOR_BITS + fractionBits + 3;
        int half = (1 << down - 1) + (centre << down);
        for (int row = 0, line = at; row < 8; row++, line += stride) {
            int sum = (m[row] << FACTOR_BITS) + half;
            store(plane, line, most, sum + d0 >> down, sum + d1 >> down, sum + d2 >> down, sum + d3 >> down,
                    sum - d3 >> down, sum - d2 >> down, sum - d1 >> down, sum - d0 >> down);
        }
    }

    private void full(int[] block, int columns, short[] plane, int at, int stride) {
        int down = FACTOR_BITS - fractionBits;
        int half = 1 << down - 1;
        for (int x = 0; x < columns; x++) {
            column(block, middle, x, half, down);
        }
        for (int x = columns; x < 8; x++) {
            for (int i = x; i < 64; i += 8) {
                middle[i] = 0;
            }
        }
        Arrays.fill(block, 0);
        down = FACTOR_BITS + fractionBits + 3;
        // Rounding, and the level shift of A.3.1, in one addition before the shift.
        half = (1 << down - 1) + (centre << down);
        for (int i = 0, line = at; i < 64; i += 8, line += stride) {
            row(middle, i, half, down, plane, line, most);
        }
    }

    /** One column; {@link #row} computes the same, but written out, for neither pays for a general form of both. */
    private static void column(int[] block, int[] to, int x, int half, int down) {
        int b0 = block[x];
        int b1 = block[x + 8];
        int b2 = block[x + 16];
        int b3 = block[x + 24];
        int b4 = block[x + 32];
        int b5 = block[x + 40];
        int b6 = block[x + 48];
        int b7 = block[x + 56];
        int z1 = (b2 + b6) * C_0_541196100;
        int even2 = z1 - b6 * C_1_847759065;
        int even3 = z1 + b2 * C_0_765366865;
        int even0 = (b0 + b4 << FACTOR_BITS) + half;
        int even1 = (b0 - b4 << FACTOR_BITS) + half;

        int z5 = (b7 + b3 + b5 + b1) * C_1_175875602;
        int z3 = z5 - (b7 + b3) * C_1_961570560;
        int z4 = z5 - (b5 + b1) * C_0_390180644;
        int y1 = (b7 + b1) * C_0_899976223;
        int y2 = (b5 + b3) * C_2_562915447;
        int d0 = b7 * C_0_298631336 - y1 + z3;
        int d1 = b5 * C_2_053119869 - y2 + z4;
        int d2 = b3 * C_3_072711026 - y2 + z3;
        int d3 = b1 * C_1_501321110 - y1 + z4;

        to[x] = even0 + even3 + d3 >> down;
        to[x + 8] = even1 + even2 + d2 >> down;
        to[x + 16] = even1 - even2 + d1 >> down;
        to[x + 24] = even0 - even3 + d0 >> down;
        to[x + 32] = even0 - even3 - d0 >> down;
        to[x + 40] = even1 - even2 - d1 >> down;
        to[x + 48] = even1 + even2 - d2 >> down;
        to[x + 56] = even0 + even3 - d3 >> down;
    }

    private static void row(int[] from, int i, int half, int down, short[] plane, int line, int most) {
        int b0 = from[i];
        int b1 = from[i + 1];
        int b2 = from[i + 2];
        int b3 = from[i + 3];
        int b4 = from[i + 4];
        int b5 = from[i + 5];
        int b6 = from[i + 6];
        int b7 = from[i + 7];
        int z1 = (b2 + b6) * C_0_541196100;
        int even2 = z1 - b6 * C_1_847759065;
        int even3 = z1 + b2 * C_0_765366865;
        int even0 = (b0 + b4 << FACTOR_BITS) + half;
        int even1 = (b0 - b4 << FACTOR_BITS) + half;

        int z5 = (b7 + b3 + b5 + b1) * C_1_175875602;
        int z3 = z5 - (b7 + b3) * C_1_961570560;
        int z4 = z5 - (b5 + b1) * C_0_390180644;
        int y1 = (b7 + b1) * C_0_899976223;
        int y2 = (b5 + b3) * C_2_562915447;
        int d0 = b7 * C_0_298631336 - y1 + z3;
        int d1 = b5 * C_2_053119869 - y2 + z4;
        int d2 = b3 * C_3_072711026 - y2 + z3;
        int d3 = b1 * C_1_501321110 - y1 + z4;

        store(plane, line, most, even0 + even3 + d3 >> down, even1 + even2 + d2 >> down, even1 - even2 + d1 >> down,
                even0 - even3 + d0 >> down, even0 - even3 - d0 >> down, even1 - even2 - d1 >> down,
                even1 + even2 - d2 >> down, even0 + even3 - d3 >> down);
    }

    /** Writes a line of eight samples; one test for all eight tells whether any is to be clamped. */
    private static void store(short[] plane, int line, int most, int p0, int p1, int p2, int p3, int p4, int p5, int p6,
            int p7) {
        if (((p0 | p1 | p2 | p3 | p4 | p5 | p6 | p7) & ~most) == 0) {
            plane[line] = (short) p0;
            plane[line + 1] = (short) p1;
            plane[line + 2] = (short) p2;
            plane[line + 3] = (short) p3;
            plane[line + 4] = (short) p4;
            plane[line + 5] = (short) p5;
            plane[line + 6] = (short) p6;
            plane[line + 7] = (short) p7;
        } else {
            plane[line] = clamp(p0, most);
            plane[line + 1] = clamp(p1, most);
            plane[line + 2] = clamp(p2, most);
            plane[line + 3] = clamp(p3, most);
            plane[line + 4] = clamp(p4, most);
            plane[line + 5] = clamp(p5, most);
            plane[line + 6] = clamp(p6, most);
            plane[line + 7] = clamp(p7, most);
        }
    }

    /** As {@link #full} where rows and columns 4 to 7 are zero: half the columns, and half the terms of each. */
    private void corner(int[] block, short[] plane, int at, int stride) {
        int[] m = middle;
        int down = FACTOR_BITS - fractionBits;
        int half = 1 << down - 1;
        for (int x = 0; x < 4; x++) {
            int b0 = block[x];
            int b1 = block[x + 8];
            int b2 = block[x + 16];
            int b3 = block[x + 24];
            block[x] = 0;
            block[x + 8] = 0;
            block[x + 16] = 0;
            block[x + 24] = 0;
            int even = (b0 << FACTOR_BITS) + half;
            int even2 = b2 * C_0_541196100;
            int even3 = even2 + b2 * C_0_765366865;
            int z5 = (b3 + b1) * C_1_175875602;
            int z3 = z5 - b3 * C_1_961570560;
            int z4 = z5 - b1 * C_0_390180644;
            int d0 = z3 - b1 * C_0_899976223;
            int d1 = z4 - b3 * C_2_562915447;
            int d2 = b3 * (C_3_072711026 - C_2_562915447) + z3;
            int d3 = b1 * (C_1_501321110 - C_0_899976223) + z4;
            m[x] = even + even3 + d3 >> down;
            m[x + 56] = even + even3 - d3 >> down;
            m[x + 8] = even + even2 + d2 >> down;
            m[x + 48] = even + even2 - d2 >> down;
            m[x + 16] = even - even2 + d1 >> down;
            m[x + 40] = even - even2 - d1 >> down;
            m[x + 24] = even - even3 + d0 >> down;
            m[x + 32] = even - even3 - d0 >> down;
        }
        cornerRows(plane, at, stride);
    }

    private void cornerRows(short[] plane, int at, int stride) {
        int[] m = middle;
        int down = FACTOR_BITS + fractionBits + 3;
        int half = (1 << down - 1) + (centre << down);
        for (int i = 0, line = at; i < 64; i += 8, line += stride) {
            int b1 = m[i + 1];
            int b2 = m[i + 2];
            int b3 = m[i + 3];
            int even = (m[i] << FACTOR_BITS) + half;
            int even2 = b2 * C_0_541196100;
            int even3 = even2 + b2 * C_0_765366865;
            int z5 = (b3 + b1) * C_1_175875602;
            int z3 = z5 - b3 * C_1_961570560;
            int z4 = z5 - b1 * C_0_390180644;
            int d0 = z3 - b1 * C_0_899976223;
            int d1 = z4 - b3 * C_2_562915447;
            int d2 = b3 * (C_3_072711026 - C_2_562915447) + z3;
            int d3 = b1 * (C_1_501321110 - C_0_899976223) + z4;
            store(plane, line, most, even + even3 + d3 >> down, even + even2 + d2 >> down, even - even2 + d1 >> down,
                    even - even3 + d0 >> down, even - even3 - d0 >> down, even - even2 - d1 >> down,
                    even + even2 - d2 >> down, even + even3 - d3 >> down);
        }
    }

    private static short clamp(int value, int most) {
        return (short) Math.max(0, Math.min(most, value));
    }
}
