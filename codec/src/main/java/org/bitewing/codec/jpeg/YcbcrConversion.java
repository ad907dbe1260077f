package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * From Y'CbCr to RGB as JFIF has it (ITU-T T.871 7): R = Y + 1.402 Cr, G = Y - 0.344136 Cb - 0.714136 Cr,
 * B = Y + 1.772 Cb, chrominances less their centre; in integers, with coefficients times 2<sup>16</sup>, rounded as
 * libjpeg does.
 */
final class YcbcrConversion {
    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int RED_CR = 91881;
    private static final int GREEN_CB = 22554;
    private static final int GREEN_CR = 46802;
    private static final int BLUE_CB = 116130;
    private static final int HALF = 1 << 15;

    /** Added to each field of a packed sum, so that none is negative. */
    private static final int BIAS = 256;
    /** A luminance of 1 in all three fields: green with 16 bits of fraction from bit 32, blue from 16, red from 0. */
    private static final long LUMINANCE = 1L << 48 | 1L << 16 | 1;
    /** For each 8-bit chrominance what it adds to the fields; that of Cb has the rounding and the bias. */
    private static final long[] FROM_CB = new long[256];
    private static final long[] FROM_CR = new long[256];
    /** Bits 8 and 9 of each field, and what they are where the field, less its bias, is 0 to 255. */
    private static final long RANGE_BITS = 3L << 56 | 3L << 24 | 3L << 8;
    private static final long IN_RANGE = 1L << 56 | 1L << 24 | 1L << 8;
    /** A field of a sum, bias included, to a sample. */
    private static final byte[] CLAMPED = new byte[1024];

    static {
        for (int i = 0; i < 256; i++) {
            long chrominance = i - 128;
            long blue = (BLUE_CB * chrominance + HALF >> 16) + BIAS;
            long red = (RED_CR * chrominance + HALF >> 16) + BIAS;
            long greenOfCb = HALF - GREEN_CB * chrominance + ((long) BIAS << 16);
            long greenOfCr = -GREEN_CR * chrominance;
            FROM_CB[i] = (greenOfCb << 32) + (blue << 16);
            FROM_CR[i] = (greenOfCr << 32) + red;
        }
        for (int i = 0; i < 1024; i++) {
            CLAMPED[i] = (byte) Math.max(0, Math.min(255, i - BIAS));
        }
    }

    private YcbcrConversion() {
    }

    /**
     * Converts a line of 8-bit samples: all three colours of a pixel come from one addition of packed numbers.
     *
     * @param rows   lines of Y, Cb and Cr
     * @param starts index of the first sample in each
     * @param target gets R, G and B by pixel
     */
    static void toBytes(short[][] rows, int[] starts, int width, byte[] target, int at) {
        short[] luminance = rows[0];
        short[] blueness = rows[1];
        short[] redness = rows[2];
        int y = starts[0];
        int cb = starts[1];
        int cr = starts[2];
        int to = at;
        // All but the last pixel are written as four bytes, the fourth to be overwritten by the next pixel.
        int last = width - 1;
        for (int x = 0; x < last; x++) {
            long sum = LUMINANCE * (luminance[y + x] & 0xFF) + FROM_CB[blueness[cb + x] & 0xFF]
                    + FROM_CR[redness[cr + x] & 0xFF];
            if ((sum & RANGE_BITS) != IN_RANGE) {
                sum = clamp(sum);
            }
            PIXEL.set(target, to, (int) sum & 0xFF00FF | (int) (sum >>> 40) & 0xFF00);
            to += 3;
        }
        long sum = clamp(LUMINANCE * (luminance[y + last] & 0xFF) + FROM_CB[blueness[cb + last] & 0xFF]
                + FROM_CR[redness[cr + last] & 0xFF]);
        target[to] = (byte) sum;
        target[to + 1] = (byte) (sum >>> 48);
        target[to + 2] = (byte) (sum >>> 16);
    }

    /** Clamps all three fields. */
    private static long clamp(long sum) {
        long green = CLAMPED[(int) (sum >>> 48) & 0x3FF] & 0xFF;
        int blue = CLAMPED[(int) (sum >>> 16) & 0x3FF] & 0xFF;
        int red = CLAMPED[(int) sum & 0x3FF] & 0xFF;
        return green << 48 | blue << 16 | red;
    }

    /** Converts a line of any precision, 16 bits included, into lines of R, G and B. */
    static void toRows(short[][] rows, int[] starts, int width, int precision, short[][] converted) {
        int most = (1 << precision) - 1;
        int centre = 1 << precision - 1;
        for (int x = 0; x < width; x++) {
            int y = rows[0][starts[0] + x] & 0xFFFF;
            long cb = (rows[1][starts[1] + x] & 0xFFFF) - centre;
            long cr = (rows[2][starts[2] + x] & 0xFFFF) - centre;
            converted[0][x] = clamp(y + (RED_CR * cr + HALF >> 16), most);
            converted[1][x] = clamp(y + (HALF - GREEN_CB * cb - GREEN_CR * cr >> 16), most);
            converted[2][x] = clamp(y + (BLUE_CB * cb + HALF >> 16), most);
        }
    }

    private static short clamp(long value, int most) {
        return (short) Math.max(0, Math.min(most, value));
    }
}
