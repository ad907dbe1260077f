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
    private static final int RED_CR = 91881;
    private static final int GREEN_CB = 22554;
    private static final int GREEN_CR = 46802;
    private static final int BLUE_CB = 116130;
    private static final int HALF = 1 << 15;
    private static final int CENTRE = 128;

    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private YcbcrConversion() {
    }

    /**
     * Converts a line of 8-bit samples. One plain loop over {@code int}s for each colour, and a clamp without
     * comparison, are what the compiler of the virtual machine turns into vector instructions.
     *
     * @param pixels gets red in the lowest byte, then green, then blue
     */
    static void pack(int[] y, int[] cb, int[] cr, int width, int[] pixels) {
        for (int x = 0; x < width; x++) {
            pixels[x] = clamp8(y[x] + (RED_CR * cr[x] + (HALF - RED_CR * CENTRE) >> 16));
        }
        for (int x = 0; x < width; x++) {
            int part = (HALF + (GREEN_CB + GREEN_CR) * CENTRE) - GREEN_CB * cb[x] - GREEN_CR * cr[x];
            pixels[x] = pixels[x] | clamp8(y[x] + (part >> 16)) << 8;
        }
        for (int x = 0; x < width; x++) {
            pixels[x] = pixels[x] | clamp8(y[x] + (BLUE_CB * cb[x] + (HALF - BLUE_CB * CENTRE) >> 16)) << 16;
        }
    }

    /** Math.max and Math.min in terms that are turned into vector instructions. */
    private static int clamp8(int value) {
        int positive = value & ~(value >> 31);
        int below = 255 - positive;
        return 255 - (below & ~(below >> 31));
    }

    /** Writes packed pixels; all but the last as four bytes, of which the next pixel overwrites the fourth. */
    static void store(int[] pixels, int width, byte[] target, int at) {
        int to = at;
        int last = width - 1;
        for (int x = 0; x < last; x++, to += 3) {
            PIXEL.set(target, to, pixels[x]);
        }
        target[to] = (byte) pixels[last];
        target[to + 1] = (byte) (pixels[last] >> 8);
        target[to + 2] = (byte) (pixels[last] >> 16);
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
