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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The inverse DCT of 10918-1 A.3.3 in integers, after Loeffler, Ligtenberg and Moschytz (ICASSP 1989) with constants of
 * 13 bits, first on columns, then on rows. Rounding is where the Independent JPEG Group's accurate integer transform
 * has it, so that samples are equal to those of the libraries built on that.
 *
 * <p>Blocks of few coefficients are transformed at once by short ways. All others are collected and transformed
 * together: a row of {@link #coefficients} holds first the first coefficient of all blocks, then the second, and so on,
 * so that the transform is a few plain loops over long lines of {@code int}s, which the compiler of the virtual machine
 * turns into vector instructions, and the transposition between the passes is copying of whole runs.
 */
final class InverseDct {
    /** How many blocks are collected; the buffers of so many stay in the first two caches. */
    static final int BLOCKS = 32;
    /** One row of coefficients of all blocks: for each of eight columns one of every block. */
    private static final int ROW = BLOCKS * 8;
    /** Where in {@link #coefficients} the one of each zig-zag index begins, with slack for bad runs. */
    static final int[] PLACE = places();

    /** Coefficients up to this zig-zag index are the DC coefficient and its two neighbours. */
    private static final int LAST_OF_SLOPE = 2;
    /** The products of the slope: what the lowest odd coefficient adds to samples 0 to 3. */
    private static final int SLOPE_0 = C_1_501321110 - C_0_899976223 + C_1_175875602 - C_0_390180644;
    private static final int SLOPE_1 = C_1_175875602;
    private static final int SLOPE_2 = C_1_175875602 - C_0_390180644;
    private static final int SLOPE_3 = C_1_175875602 - C_0_899976223;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LOW_INT = 0xFFFFFFFFL;

    /** Dequantised coefficients of the collected blocks and of the current one, which is {@link #block}; else zero. */
    final int[] coefficients = new int[8 * ROW];
    /** Which block is the current one. */
    int block;
    /** The even and the odd sums of a pass. */
    private final int[][] even = new int[4][ROW];
    private final int[][] odd = new int[4][ROW];
    /** What a pass made. */
    private final int[][] made = new int[8][ROW];
    /** Between the passes of a single block. */
    private final int[] single = new int[64];
    /** Where the samples of the collected blocks go. */
    private final Component[] components = new Component[BLOCKS];
    private final int[] places = new int[BLOCKS];

    /** Bits of fraction between the passes: 12-bit samples leave less room in 32 bits. */
    private int fractionBits;
    private int most;
    private int centre;

    private static int[] places() {
        int[] places = DecodingTables.NATURAL.clone();
        for (int k = 0; k < places.length; k++) {
            places[k] *= BLOCKS;
        }
        return places;
    }

    /** Begins anew for samples of so many bits; blocks that are still collected are forgotten. */
    void begin(int precision) {
        fractionBits = precision == 8 ? 2 : 1;
        most = (1 << precision) - 1;
        centre = 1 << precision - 1;
        block = 0;
        Arrays.fill(coefficients, 0);
    }

    /** Sets a coefficient of the current block. */
    void set(int k, int value) {
        coefficients[PLACE[k] + block] = value;
    }

    /**
     * Ends the current block. Its samples are in the component at the latest after {@link #flush()}.
     *
     * @param last      zig-zag index of the last coefficient that may not be zero
     * @param component where the samples go
     * @param at        index of the first sample
     */
    void transform(int last, Component component, int at) {
        if (last == 0) {
            flat(component, at);
        } else if (last <= LAST_OF_SLOPE) {
            slope(component, at);
        } else {
            components[block] = component;
            places[block] = at;
            block++;
            if (block == BLOCKS) {
                flush();
            }
        }
    }

    /** Transforms the collected blocks. */
    void flush() {
        if (block == 0) {
            return;
        }
        int down = FACTOR_BITS - fractionBits;
        sums(1 << down - 1);
        shift(down);
        transpose();
        down = FACTOR_BITS + fractionBits + 3;
        // Rounding, and the level shift of A.3.1, in one addition before the shift.
        sums((1 << down - 1) + (centre << down));
        if (most == 255) {
            pack(even[0], odd[0], even[1], odd[1], down, made[0]);
            pack(even[2], odd[2], even[3], odd[3], down, made[1]);
            packMirrored(even[3], odd[3], even[2], odd[2], down, made[2]);
            packMirrored(even[1], odd[1], even[0], odd[0], down, made[3]);
            join(made[0], made[1], made[4]);
            join(made[2], made[3], made[5]);
            for (int i = 0; i < block; i++) {
                storeBytes(i, components[i], places[i]);
            }
        } else {
            shift(down);
            for (int i = 0; i < block; i++) {
                storeShorts(i, components[i], places[i]);
            }
        }
        Arrays.fill(coefficients, 0);
        block = 0;
    }

    /** The sums of a pass; each loop is a method of its own, because only the first of a method is sure to be vectors. */
    private void sums(int half) {
        int[] c = coefficients;
        outerEven(c, half, even[0], even[3]);
        innerEven(c, half, even[1], even[2]);
        commonOdd(c, made[0], made[1]);
        outerOdd(c, made[0], made[1], odd[0], odd[3]);
        innerOdd(c, made[0], made[1], odd[1], odd[2]);
    }

    private static void outerEven(int[] c, int half, int[] e0, int[] e3) {
        for (int i = 0; i < ROW; i++) {
            int b2 = c[i + 2 * ROW];
            int sum = (c[i] + c[i + 4 * ROW] << FACTOR_BITS) + half;
            int part = (b2 + c[i + 6 * ROW]) * C_0_541196100 + b2 * C_0_765366865;
            e0[i] = sum + part;
            e3[i] = sum - part;
        }
    }

    private static void innerEven(int[] c, int half, int[] e1, int[] e2) {
        for (int i = 0; i < ROW; i++) {
            int b6 = c[i + 6 * ROW];
            // Not (c0 - c4) << bits: this way the loop becomes vector instructions.
            int difference = (c[i] << FACTOR_BITS) + half - (c[i + 4 * ROW] << FACTOR_BITS);
            int part = (c[i + 2 * ROW] + b6) * C_0_541196100 - b6 * C_1_847759065;
            e1[i] = difference + part;
            e2[i] = difference - part;
        }
    }

    private static void commonOdd(int[] c, int[] z3, int[] z4) {
        for (int i = 0; i < ROW; i++) {
            int b37 = c[i + 3 * ROW] + c[i + 7 * ROW];
            int b15 = c[i + ROW] + c[i + 5 * ROW];
            int z5 = (b37 + b15) * C_1_175875602;
            z3[i] = z5 - b37 * C_1_961570560;
            z4[i] = z5 - b15 * C_0_390180644;
        }
    }

    private static void outerOdd(int[] c, int[] z3, int[] z4, int[] o0, int[] o3) {
        for (int i = 0; i < ROW; i++) {
            int b1 = c[i + ROW];
            int b7 = c[i + 7 * ROW];
            int z1 = (b1 + b7) * C_0_899976223;
            o0[i] = b1 * C_1_501321110 - z1 + z4[i];
            o3[i] = b7 * C_0_298631336 - z1 + z3[i];
        }
    }

    private static void innerOdd(int[] c, int[] z3, int[] z4, int[] o1, int[] o2) {
        for (int i = 0; i < ROW; i++) {
            int b3 = c[i + 3 * ROW];
            int b5 = c[i + 5 * ROW];
            int z2 = (b3 + b5) * C_2_562915447;
            o1[i] = b3 * C_3_072711026 - z2 + z3[i];
            o2[i] = b5 * C_2_053119869 - z2 + z4[i];
        }
    }

    /** The eight results of a pass, from its sums to {@link #made}. */
    private void shift(int down) {
        for (int k = 0; k < 4; k++) {
            shift(even[k], odd[k], down, made[k], made[7 - k]);
        }
    }

    private static void shift(int[] even, int[] odd, int down, int[] sums, int[] differences) {
        for (int i = 0; i < ROW; i++) {
            sums[i] = even[i] + odd[i] >> down;
            differences[i] = even[i] - odd[i] >> down;
        }
    }

    /** Rows of columns become columns of rows, all blocks of one place at once. */
    private void transpose() {
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                System.arraycopy(made[row], column * BLOCKS, coefficients, column * ROW + row * BLOCKS, BLOCKS);
            }
        }
    }

    /** Two samples of every line, clamped, as two bytes of an int: at the left, and their mirrored ones at the right. */
    private static void pack(int[] e0, int[] o0, int[] e1, int[] o1, int down, int[] to) {
        for (int i = 0; i < ROW; i++) {
            to[i] = YcbcrConversion.clamp8(e0[i] + o0[i] >> down) | YcbcrConversion.clamp8(e1[i] + o1[i] >> down) << 8;
        }
    }

    private static void packMirrored(int[] e0, int[] o0, int[] e1, int[] o1, int down, int[] to) {
        for (int i = 0; i < ROW; i++) {
            to[i] = YcbcrConversion.clamp8(e0[i] - o0[i] >> down) | YcbcrConversion.clamp8(e1[i] - o1[i] >> down) << 8;
        }
    }

    private static void join(int[] low, int[] high, int[] to) {
        for (int i = 0; i < ROW; i++) {
            to[i] = low[i] | high[i] << 16;
        }
    }

    private void storeBytes(int which, Component component, int at) {
        byte[] plane = component.bytes;
        int stride = component.stride;
        int[] low = made[4];
        int[] high = made[5];
        for (int i = which, line = at; i < ROW; i += BLOCKS, line += stride) {
            EIGHT.set(plane, line, low[i] & LOW_INT | (long) high[i] << 32);
        }
    }

    private void storeShorts(int which, Component component, int at) {
        int[][] m = made;
        for (int i = which, line = at; i < ROW; i += BLOCKS, line += component.stride) {
            store(component, line, m[0][i], m[1][i], m[2][i], m[3][i], m[4][i], m[5][i], m[6][i], m[7][i]);
        }
    }

    /** Only the DC coefficient: one value everywhere, which is exactly what both passes come to. */
    private void flat(Component component, int at) {
        int shift = fractionBits + 3;
        int value = ((coefficients[block] << fractionBits) + (1 << shift - 1) >> shift) + centre;
        int sample = clamp(value, most);
        coefficients[block] = 0;
        int stride = component.stride;
        if (most == 255) {
            byte[] plane = component.bytes;
            long line = sample * EACH_BYTE;
            for (int row = 0, to = at; row < 8; row++, to += stride) {
                EIGHT.set(plane, to, line);
            }
        } else {
            for (int row = 0, to = at; row < 8; row++, to += stride) {
                Arrays.fill(component.samples, to, to + 8, (short) sample);
            }
        }
    }

    /**
     * Only the DC coefficient and the lowest of each direction: all rows have the same odd part, and the second column
     * is one value.
     */
    private void slope(Component component, int at) {
        int down = FACTOR_BITS - fractionBits;
        int even = (coefficients[block] << FACTOR_BITS) + (1 << down - 1);
        int vertical = coefficients[ROW + block];
        int across = coefficients[BLOCKS + block] << fractionBits;
        coefficients[block] = 0;
        coefficients[BLOCKS + block] = 0;
        coefficients[ROW + block] = 0;
        int[] m = single;
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
        for (int row = 0, line = at; row < 8; row++, line += component.stride) {
            int sum = (m[row] << FACTOR_BITS) + half;
            store(component, line, sum + d0 >> down, sum + d1 >> down, sum + d2 >> down, sum + d3 >> down,
                    sum - d3 >> down, sum - d2 >> down, sum - d1 >> down, sum - d0 >> down);
        }
    }

    /** Writes a line of eight samples; one test for all eight tells whether any is to be clamped. */
    private void store(Component component, int line, int p0, int p1, int p2, int p3, int p4, int p5, int p6, int p7) {
        if (((p0 | p1 | p2 | p3 | p4 | p5 | p6 | p7) & ~most) == 0) {
            put(component, line, p0, p1, p2, p3, p4, p5, p6, p7);
        } else {
            put(component, line, clamp(p0, most), clamp(p1, most), clamp(p2, most), clamp(p3, most), clamp(p4, most),
                    clamp(p5, most), clamp(p6, most), clamp(p7, most));
        }
    }

    private void put(Component component, int line, int p0, int p1, int p2, int p3, int p4, int p5, int p6, int p7) {
        if (most == 255) {
            int low = p0 | p1 << 8 | p2 << 16 | p3 << 24;
            int high = p4 | p5 << 8 | p6 << 16 | p7 << 24;
            EIGHT.set(component.bytes, line, low & LOW_INT | (long) high << 32);
            return;
        }
        short[] plane = component.samples;
        plane[line] = (short) p0;
        plane[line + 1] = (short) p1;
        plane[line + 2] = (short) p2;
        plane[line + 3] = (short) p3;
        plane[line + 4] = (short) p4;
        plane[line + 5] = (short) p5;
        plane[line + 6] = (short) p6;
        plane[line + 7] = (short) p7;
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(most, value));
    }
}
