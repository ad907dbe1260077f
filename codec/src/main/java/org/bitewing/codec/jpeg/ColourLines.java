package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The way out of the common frames of colour, to RGB by pixel: 8-bit Y'CbCr with all chrominances, or with both at half
 * the width (and half the height, or all of it). Four pixels of a line are one word of each array: samples at even and
 * at odd places are pairs, as {@link Upsampler} makes and {@link PairConversion} converts them.
 */
final class ColourLines {
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** How many words are converted together: loops of vector instructions do not begin and end for nothing. */
    private static final int GROUP = 1024;

    private final Upsampler[] upsamplers = {new Upsampler(), new Upsampler(), new Upsampler()};
    /** Four samples of a plane, and the pairs at even and at odd places, of each component. */
    private int[] fours = new int[0];
    private final int[][] even = new int[3][0];
    private final int[][] odd = new int[3][0];
    /** Red, green and blue; the words of the target. */
    private final int[][] evenColours = new int[3][0];
    private final int[][] oddColours = new int[3][0];
    private final int[][] words = new int[3][0];

    /** Whether a frame that is converted to RGB is one of these. */
    static boolean fits(Frame frame) {
        return frame.isOfBytes() && !Upsampler.isNeeded(frame, frame.component(0)) && fits(frame, 1) && fits(frame, 2);
    }

    private static boolean fits(Frame frame, int i) {
        Component component = frame.component(i);
        return !Upsampler.isNeeded(frame, component) || Upsampler.isSmooth(frame, component);
    }

    /** Writes the lines of a frame from the top. */
    void write(Frame frame, int lineCount, byte[] target, int targetOffset) {
        // As long as the lines of an upsampler.
        int stride = Component.ceiling(frame.width, 4) + Upsampler.EDGES;
        int group = Math.max(1, Math.min(lineCount, GROUP / stride));
        reserve(stride * group);
        for (Upsampler upsampler : upsamplers) {
            upsampler.begin();
        }
        for (int line = 0; line < lineCount; line += group) {
            int lines = Math.min(group, lineCount - line);
            convert(frame, line, lines, stride);
            for (int i = 0; i < lines; i++) {
                store(i * stride + 1, frame.width, target, targetOffset + (line + i) * frame.width * 3);
            }
        }
    }

    private void reserve(int count) {
        if (fours.length < count) {
            fours = new int[count];
            for (int i = 0; i < 3; i++) {
                even[i] = new int[count];
                odd[i] = new int[count];
                evenColours[i] = new int[count];
                oddColours[i] = new int[count];
                words[i] = new int[count];
            }
        }
    }

    private void convert(Frame frame, int first, int lines, int stride) {
        int count = lines * stride;
        for (int i = 0; i < 3; i++) {
            Component component = frame.component(i);
            if (Upsampler.isNeeded(frame, component)) {
                upsamplers[i].filter(frame, component, first, lines);
            } else {
                take(component, first, lines, stride);
                split(fours, 0, count, even[i]);
                split(fours, 8, count, odd[i]);
            }
        }
        convert(even(frame, 0), even(frame, 1), even(frame, 2), count, evenColours);
        convert(odd(frame, 0), odd(frame, 1), odd(frame, 2), count, oddColours);
        PairConversion.join(evenColours, oddColours, count, words);
    }

    private int[] even(Frame frame, int i) {
        return Upsampler.isNeeded(frame, frame.component(i)) ? upsamplers[i].even : even[i];
    }

    private int[] odd(Frame frame, int i) {
        return Upsampler.isNeeded(frame, frame.component(i)) ? upsamplers[i].odd : odd[i];
    }

    private static void convert(int[] y, int[] cb, int[] cr, int count, int[][] colours) {
        PairConversion.red(y, cr, count, colours[0]);
        PairConversion.green(y, cb, cr, count, colours[1]);
        PairConversion.blue(y, cb, count, colours[2]);
    }

    /** A line of the plane is padded to whole data units, so that all fours are there. */
    private void take(Component component, int first, int lines, int stride) {
        for (int i = 0; i < lines; i++) {
            take(component.bytes, (first + i) * component.stride, stride - Upsampler.EDGES, fours, i * stride + 1);
        }
    }

    private static void take(byte[] plane, int from, int count, int[] to, int at) {
        for (int x = 0; x < count; x++) {
            to[at + x] = (int) FOUR.get(plane, from + 4 * x);
        }
    }

    private static void split(int[] fours, int shift, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = fours[x] >>> shift & 0x00FF00FF;
        }
    }

    private void store(int from, int width, byte[] target, int at) {
        int end = from + width / 4;
        store(words[0], words[1], words[2], from, end, target, at);
        int to = at + width / 4 * 12;
        for (int i = 0; i < (width & 3) * 3; i++) {
            target[to + i] = (byte) (words[i / 4][end] >> i % 4 * 8);
        }
    }

    private static void store(int[] first, int[] second, int[] third, int from, int end, byte[] target, int at) {
        for (int x = from, to = at; x < end; x++, to += 12) {
            FOUR.set(target, to, first[x]);
            FOUR.set(target, to + 4, second[x]);
            FOUR.set(target, to + 8, third[x]);
        }
    }
}
