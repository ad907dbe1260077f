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
 * 13 bits, first on columns, then on rows. Rounding is where the Independent JPEG Group's accurate integer transform
 * has it, so that samples are equal to those of the libraries built on that.
 *
 * <p>Blocks of few coefficients are transformed at once by short ways. All others are collected, side by side, and
 * transformed together: the transform is then a few plain loops over long lines of {@code int}s, which the compiler of
 * the virtual machine turns into vector instructions; multiplied out, which costs nothing there, it is two matrices.
 */
final class InverseDct {
    /** How many blocks are collected; three buffers of them stay in the first cache. */
    private static final int BLOCKS = 32;
    /** The rows of the collected blocks lie side by side. */
    private static final int ROW = BLOCKS * 8;

    /** What rows 0, 2, 4, 6 add to each of the four even sums, which samples 0 to 3 and, mirrored, 7 to 4 have. */
    private static final int[][] EVEN = {
        {1 << FACTOR_BITS, C_0_541196100 + C_0_765366865, 1 << FACTOR_BITS, C_0_541196100},
        {1 << FACTOR_BITS, C_0_541196100, -1 << FACTOR_BITS, C_0_541196100 - C_1_847759065},
        {1 << FACTOR_BITS, -C_0_541196100, -1 << FACTOR_BITS, C_1_847759065 - C_0_541196100},
        {1 << FACTOR_BITS, -C_0_541196100 - C_0_765366865, 1 << FACTOR_BITS, -C_0_541196100}};
    private static final int C_3_5 = C_1_175875602 - C_0_390180644;
    private static final int C_3_7 = C_1_175875602 - C_1_961570560;
    private static final int C_7_1 = C_1_175875602 - C_0_899976223;
    private static final int C_5_3 = C_1_175875602 - C_2_562915447;
    /** What rows 1, 3, 5, 7 add to samples 0 to 3 and take from samples 7 to 4. */
    private static final int[][] ODD = {
        {C_1_501321110 - C_0_899976223 + C_3_5, C_1_175875602, C_3_5, C_7_1},
        {C_1_175875602, C_3_072711026 - C_2_562915447 + C_3_7, C_5_3, C_3_7},
        {C_3_5, C_5_3, C_2_053119869 - C_2_562915447 + C_3_5, C_1_175875602},
        {C_7_1, C_3_7, C_1_175875602, C_0_298631336 - C_0_899976223 + C_3_7}};

    /** Coefficients up to this zig-zag index lie in the first four rows and columns. */
    private static final int LAST_OF_CORNER = 9;
    /** Coefficients up to this one are the DC coefficient and its two neighbours. */
    private static final int LAST_OF_SLOPE = 2;

    /** Dequantised coefficients of the collected blocks, then of the current one at {@link #base}; else zero. */
    final int[][] coefficients = new int[8][ROW];
    /** Where the current block begins. */
    int base;
    private final int[] even = new int[ROW];
    private final int[] odd = new int[ROW];
    private final int[][] middle = new int[8][ROW];
    /** Between the passes of a single block. */
    private final int[] single = new int[64];
    /** Where the samples of the collected blocks go. */
    private final short[][] planes = new short[BLOCKS][];
    private final int[] places = new int[BLOCKS];
    private final int[] strides = new int[BLOCKS];

    /** Bits of fraction between the passes: 12-bit samples leave less room in 32 bits. */
    private int fractionBits;
    private int most;
    private int centre;

    /** Begins anew for samples of so many bits; blocks that are still collected are forgotten. */
    void begin(int precision) {
        fractionBits = precision == 8 ? 2 : 1;
        most = (1 << precision) - 1;
        centre = 1 << precision - 1;
        base = 0;
        for (int[] row : coefficients) {
            Arrays.fill(row, 0);
        }
    }

    /** Sets a coefficient of the current block. */
    void set(int k, int value) {
        int natural = DecodingTables.NATURAL[k];
        coefficients[natural >> 3][base + (natural & 7)] = value;
    }

    /**
     * Ends the current block. Its samples are in the plane at the latest after {@link #flush()}.
     *
     * @param last   zig-zag index of the last coefficient that may not be zero
     * @param plane  where the samples go
     * @param at     index of the first sample
     * @param stride from a line to the next
     */
    void transform(int last, short[] plane, int at, int stride) {
        if (last == 0) {
            flat(plane, at, stride);
        } else if (last <= LAST_OF_SLOPE) {
            slope(plane, at, stride);
        } else if (last <= LAST_OF_CORNER) {
            corner(plane, at, stride);
        } else {
            int block = base / 8;
            planes[block] = plane;
            places[block] = at;
            strides[block] = stride;
            base += 8;
            if (base == ROW) {
                flush();
            }
        }
    }

    /** Transforms the collected blocks. */
    void flush() {
        if (base == 0) {
            return;
        }
        int down = FACTOR_BITS - fractionBits;
        pass(base, 1 << down - 1, down);
        transpose(middle, coefficients, base);
        down = FACTOR_BITS + fractionBits + 3;
        // Rounding, and the level shift of A.3.1, in one addition before the shift.
        pass(base, (1 << down - 1) + (centre << down), down);
        for (int block = 0; block < base; block += 8) {
            store(block, planes[block / 8], places[block / 8], strides[block / 8]);
        }
        for (int[] row : coefficients) {
            Arrays.fill(row, 0, base, 0);
        }
        base = 0;
    }

    private void store(int block, short[] plane, int at, int stride) {
        int[][] m = middle;
        for (int i = block, line = at; i < block + 8; i++, line += stride) {
            store(plane, line, most, m[0][i], m[1][i], m[2][i], m[3][i], m[4][i], m[5][i], m[6][i], m[7][i]);
        }
    }

    /** Eight values down each of so many columns: from the coefficients to {@link #middle}. */
    private void pass(int columns, int half, int down) {
        int[][] c = coefficients;
        for (int i = 0; i < 4; i++) {
            combine(c[0], c[2], c[4], c[6], EVEN[i], half, even, columns);
            combine(c[1], c[3], c[5], c[7], ODD[i], 0, odd, columns);
            add(even, odd, down, middle[i], columns);
            subtract(even, odd, down, middle[7 - i], columns);
        }
    }

    private static void combine(int[] r0, int[] r1, int[] r2, int[] r3, int[] factors, int half, int[] to,
            int columns) {
        int f0 = factors[0];
        int f1 = factors[1];
        int f2 = factors[2];
        int f3 = factors[3];
        for (int i = 0; i < columns; i++) {
            to[i] = r0[i] * f0 + r1[i] * f1 + r2[i] * f2 + r3[i] * f3 + half;
        }
    }

    private static void add(int[] first, int[] second, int down, int[] to, int columns) {
        for (int i = 0; i < columns; i++) {
            to[i] = first[i] + second[i] >> down;
        }
    }

    private static void subtract(int[] first, int[] second, int down, int[] to, int columns) {
        for (int i = 0; i < columns; i++) {
            to[i] = first[i] - second[i] >> down;
        }
    }

    /** Makes rows of columns in each block. */
    private static void transpose(int[][] from, int[][] to, int columns) {
        for (int i = 0; i < 8; i++) {
            int[] in = from[i];
            for (int j = 0; j < 8; j++) {
                int[] out = to[j];
                for (int block = 0; block < columns; block += 8) {
                    out[block + i] = in[block + j];
                }
            }
        }
    }

    /** Only the DC coefficient: one value everywhere, which is exactly what both passes come to. */
    private void flat(short[] plane, int at, int stride) {
        int shift = fractionBits + 3;
        int value = ((coefficients[0][base] << fractionBits) + (1 << shift - 1) >> shift) + centre;
        int sample = clamp(value, most);
        coefficients[0][base] = 0;
        for (int row = 0, line = at; row < 8; row++, line += stride) {
            store(plane, line, most, sample, sample, sample, sample, sample, sample, sample, sample);
        }
    }

    /**
     * Only the DC coefficient and the lowest of each direction: all rows have the same odd part, and the second column
     * is one value.
     */
    private void slope(short[] plane, int at, int stride) {
        int down = FACTOR_BITS - fractionBits;
        int even = (coefficients[0][base] << FACTOR_BITS) + (1 << down - 1);
        int vertical = coefficients[1][base];
        int across = coefficients[0][base + 1] << fractionBits;
        coefficients[0][base] = 0;
        coefficients[0][base + 1] = 0;
        coefficients[1][base] = 0;
        int[] m = single;
        m[0] = even + vertical * ODD[0][0] >> down;
        m[1] = even + vertical * ODD[1][0] >> down;
        m[2] = even + vertical * ODD[2][0] >> down;
        m[3] = even + vertical * ODD[3][0] >> down;
        m[4] = even - vertical * ODD[3][0] >> down;
        m[5] = even - vertical * ODD[2][0] >> down;
        m[6] = even - vertical * ODD[1][0] >> down;
        m[7] = even - vertical * ODD[0][0] >> down;
        int d0 = across * ODD[0][0];
        int d1 = across * ODD[1][0];
        int d2 = across * ODD[2][0];
        int d3 = across * ODD[3][0];
        down = FACTOR_BITS + fractionBits + 3;
        int half = (1 << down - 1) + (centre << down);
        for (int row = 0, line = at; row < 8; row++, line += stride) {
            int sum = (m[row] << FACTOR_BITS) + half;
            store(plane, line, most, sum + d0 >> down, sum + d1 >> down, sum + d2 >> down, sum + d3 >> down,
                    sum - d3 >> down, sum - d2 >> down, sum - d1 >> down, sum - d0 >> down);
        }
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

    /** Rows and columns 4 to 7 are zero: half the columns, and half the terms of each. */
    private void corner(short[] plane, int at, int stride) {
        int[] m = single;
        int down = FACTOR_BITS - fractionBits;
        int half = 1 << down - 1;
        for (int x = 0, from = base; x < 4; x++, from++) {
            int b0 = coefficients[0][from];
            int b1 = coefficients[1][from];
            int b2 = coefficients[2][from];
            int b3 = coefficients[3][from];
            coefficients[0][from] = 0;
            coefficients[1][from] = 0;
            coefficients[2][from] = 0;
            coefficients[3][from] = 0;
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
        int[] m = single;
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
