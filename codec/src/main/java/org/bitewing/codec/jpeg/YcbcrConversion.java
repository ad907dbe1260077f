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
    static final int RED_CR = 91881;
    static final int GREEN_CB = 22554;
    static final int GREEN_CR = 46802;
    static final int BLUE_CB = 116130;
    static final int HALF = 1 << 15;
    static final int CENTRE = 128;

    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private YcbcrConversion() {
    }

    /**
     * Converts a line of 8-bit samples. Plain loops over {@code int}s, not too long and each in a method of its own, and
     * a clamp without comparison are what the compiler of the virtual machine turns into vector instructions.
     *
     * @param pixels gets red in the lowest byte, then green, then blue
     */
    static void pack(int[] y, int[] cb, int[] cr, int width, int[] pixels) {
        redAndGreen(y, cb, cr, width, pixels);
        addBlue(y, cb, width, pixels);
    }

    private static void redAndGreen(int[] y, int[] cb, int[] cr, int width, int[] pixels) {
        for (int x = 0; x < width; x++) {
            int green = (HALF + (GREEN_CB + GREEN_CR) * CENTRE) - GREEN_CB * cb[x] - GREEN_CR * cr[x] >> 16;
            int red = RED_CR * cr[x] + (HALF - RED_CR * CENTRE) >> 16;
            pixels[x] = clamp8(y[x] + green) << 8 | clamp8(y[x] + red);
        }
    }

    private static void addBlue(int[] y, int[] cb, int width, int[] pixels) {
        for (int x = 0; x < width; x++) {
            pixels[x] = pixels[x] | clamp8(y[x] + (BLUE_CB * cb[x] + (HALF - BLUE_CB * CENTRE) >> 16)) << 16;
        }
    }

    /** Above 255 all bits are set, below 0 none. */
    static int clamp8(int value) {
        int orOnes = value | 255 - value >> 31;
        return orOnes & ~(value >> 31) & 255;
    }

    /** Writes packed pixels; all but the last as four bytes, of which the next pixel overwrites the fourth. */
    static void store(int[] pixels, int width, byte[] target, int at) {
        int to = at;
        int last = width - 1;
        for (int x = 0; x < last; x++, to += 3) {
            PIXEL.set(target, to, pixels[x]);
        }
        store(target, to, pixels[last]);
    }

    private static void store(byte[] target, int to, int pixel) {
        target[to] = (byte) pixel;
        target[to + 1] = (byte) (pixel >> 8);
        target[to + 2] = (byte) (pixel >> 16);
    }

    /** Converts a line of any precision, 16 bits included, in place. */
    static void convert(int[] y, int[] cb, int[] cr, int width, int precision) {
        int most = (1 << precision) - 1;
        int centre = 1 << precision - 1;
        for (int x = 0; x < width; x++) {
            int luminance = y[x];
            long blueness = cb[x] - centre;
            long redness = cr[x] - centre;
            y[x] = clamp(luminance + (RED_CR * redness + HALF >> 16), most);
            cb[x] = clamp(luminance + (HALF - GREEN_CB * blueness - GREEN_CR * redness >> 16), most);
            cr[x] = clamp(luminance + (BLUE_CB * blueness + HALF >> 16), most);
        }
    }

    private static int clamp(long value, int most) {
        return (int) Math.max(0, Math.min(most, value));
    }
}
