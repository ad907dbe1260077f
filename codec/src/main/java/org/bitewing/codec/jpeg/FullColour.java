package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The way out of 8-bit Y'CbCr with all chrominances, to RGB by pixel. Four samples of a plane are taken as one
 * {@code int}, and the first of all fours are converted together, then the second of all, and so on: so no sample is
 * ever alone, but in the vector instructions that these loops become.
 */
final class FullColour {
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_INT = 0xFFFFFFFFL;
    /** How many fours are converted together: loops of vector instructions do not begin and end for nothing. */
    private static final int GROUP = 1024;

    private final int[][] planes = new int[3][0];
    /** One of the four of each. */
    private final int[][] samples = new int[3][0];
    /** The first to the fourth pixel of all fours; then the twelve bytes that they are. */
    private final int[][] pixels = new int[4][0];
    private final int[][] words = new int[3][0];

    /** Whether a frame that is converted to RGB is one of these. */
    static boolean fits(Frame frame) {
        return frame.isOfBytes() && !Upsampler.isNeeded(frame, frame.component(0))
                && !Upsampler.isNeeded(frame, frame.component(1)) && !Upsampler.isNeeded(frame, frame.component(2));
    }

    /** Writes the lines of a frame from the top. */
    void write(Frame frame, int lineCount, byte[] target, int targetOffset) {
        int fours = (frame.width + 3) / 4;
        int group = Math.max(1, Math.min(lineCount, GROUP / fours));
        reserve(fours * group);
        for (int line = 0; line < lineCount; line += group) {
            int lines = Math.min(group, lineCount - line);
            convert(frame, line, lines, fours);
            for (int i = 0; i < lines; i++) {
                store(i * fours, frame.width, target, targetOffset + (line + i) * frame.width * 3);
            }
        }
    }

    private void reserve(int count) {
        if (planes[0].length < count) {
            for (int i = 0; i < 3; i++) {
                planes[i] = new int[count];
                samples[i] = new int[count];
                words[i] = new int[count];
            }
            for (int i = 0; i < 4; i++) {
                pixels[i] = new int[count];
            }
        }
    }

    private void convert(Frame frame, int first, int lines, int fours) {
        for (int i = 0; i < 3; i++) {
            Component component = frame.component(i);
            for (int line = 0; line < lines; line++) {
                // A line is padded to whole data units, so that all fours are there.
                take(component.bytes, (first + line) * component.stride, fours, planes[i], line * fours);
            }
        }
        int count = lines * fours;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                YcbcrConversion.extract(planes[j], 8 * i, count, samples[j]);
            }
            YcbcrConversion.pack(samples[0], samples[1], samples[2], count, pixels[i]);
        }
        join(pixels[0], pixels[1], 0, 24, count, words[0]);
        join(pixels[1], pixels[2], 8, 16, count, words[1]);
        join(pixels[2], pixels[3], 16, 8, count, words[2]);
    }

    private static void take(byte[] plane, int from, int fours, int[] to, int at) {
        for (int x = 0; x < fours; x++) {
            to[at + x] = (int) FOUR.get(plane, from + 4 * x);
        }
    }

    private static void join(int[] before, int[] behind, int down, int up, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = before[x] >>> down | behind[x] << up;
        }
    }

    private void store(int from, int width, byte[] target, int at) {
        int[] first = words[0];
        int[] second = words[1];
        int[] third = words[2];
        int end = from + width / 4;
        int to = at;
        for (int x = from; x < end; x++, to += 12) {
            EIGHT.set(target, to, first[x] & LOW_INT | (long) second[x] << 32);
            FOUR.set(target, to + 8, third[x]);
        }
        for (int i = 0; i < (width & 3); i++, to += 3) {
            YcbcrConversion.store(target, to, pixels[i][end]);
        }
    }
}
