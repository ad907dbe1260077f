package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Brings the lines of a subsampled component to the size of the frame. Chrominance at half the width, or at half of
 * both sizes, is interpolated with a triangle filter, three parts of the nearer and one of the farther sample, with the
 * rounding of libjpeg's "fancy" upsampling; any other ratio, and all of lossless frames, repeats the nearest sample.
 *
 * <p>The filter works on pairs: an {@code int} holds two neighbours of 16 bits, the left one in the lower half. No sum
 * is greater than 16 samples of 12 bits, so that none gets into the other half. Samples at even and at odd places are
 * made in loops of their own, without exceptions at the edges, where the outermost sample counts twice: so they become
 * vector instructions.
 */
final class Upsampler {
    /** Words beside the pairs of a line: the first sample again in front of it, the last one behind it. */
    static final int EDGES = 2;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PAIR = 0x10001;

    /** The last filtered lines, at even and at odd places, each as long as {@link #stride}; pairs are from 1 on. */
    int[] even = new int[0];
    int[] odd = new int[0];
    /** The last three lines of the component as pairs, each at its number modulo 3, and which they are. */
    private final int[][] window = new int[3][0];
    private final int[] windowLines = new int[3];
    /** What is filtered across: lines, or the nearer one three times and the farther one; and the words beside. */
    private int[] sums = new int[0];
    private int[] before = new int[0];
    private int[] behind = new int[0];

    /** Begins a frame: nothing is known of its lines. */
    void begin() {
        Arrays.fill(windowLines, -1);
    }

    static boolean isNeeded(Frame frame, Component component) {
        return component.horizontal != frame.horizontalMost || component.vertical != frame.verticalMost;
    }

    private static boolean isHalf(int factor, int most) {
        return factor * 2 == most;
    }

    /** Whether a component of a DCT frame is filtered, rather than repeated. */
    static boolean isSmooth(Frame frame, Component component) {
        return !frame.process.isLossless() && component.width > 2 && isHalf(component.horizontal, frame.horizontalMost)
                && (component.vertical == frame.verticalMost || isHalf(component.vertical, frame.verticalMost));
    }

    /** Words of a filtered line. */
    static int stride(Component component) {
        return (component.width + 1) / 2 + EDGES;
    }

    /** Writes one line of the frame. */
    void line(Frame frame, Component component, int line, int[] to) {
        if (isSmooth(frame, component)) {
            filter(frame, component, line, 1);
            interleave(even, odd, frame.width, to);
        } else {
            repeat(frame, component, line * component.vertical / frame.verticalMost * component.stride, to);
        }
    }

    private static void interleave(int[] even, int[] odd, int width, int[] to) {
        for (int x = 0; x < width; x++) {
            int pair = ((x & 1) == 0 ? even : odd)[1 + x / 4];
            to[x] = (x & 2) == 0 ? pair & 0xFFFF : pair >>> 16;
        }
    }

    private static void repeat(Frame frame, Component component, int from, int[] to) {
        int factor = component.horizontal;
        int most = frame.horizontalMost;
        for (int x = 0; x < frame.width; x++) {
            int at = from + x * factor / most;
            to[x] = frame.isOfBytes() ? component.bytes[at] & 0xFF : component.samples[at] & 0xFFFF;
        }
    }

    /** Makes {@link #even} and {@link #odd} for so many lines of the frame, one behind the other. */
    void filter(Frame frame, Component component, int first, int lines) {
        int stride = stride(component);
        int count = stride * lines;
        reserve(stride, count);
        boolean halfHeight = component.vertical != frame.verticalMost;
        for (int i = 0; i < lines; i++) {
            int line = first + i;
            if (halfHeight) {
                int near = line / 2;
                int far = (line & 1) == 0 ? Math.max(near - 1, 0) : Math.min(near + 1, component.height - 1);
                System.arraycopy(pairs(frame, component, near), 0, before, i * stride, stride);
                System.arraycopy(pairs(frame, component, far), 0, behind, i * stride, stride);
            } else {
                System.arraycopy(pairs(frame, component, line), 0, sums, i * stride, stride);
            }
        }
        if (halfHeight) {
            down(before, behind, count, sums);
        }
        // Words beside are read from arrays of their own: then a loop reads all at one place.
        System.arraycopy(sums, 0, before, 1, count - 1);
        System.arraycopy(sums, 1, behind, 0, count - 1);
        int shift = halfHeight ? 4 : 2;
        even(sums, before, count, (halfHeight ? 8 : 1) * PAIR, shift, (0xFFFF >> shift) * PAIR, even);
        odd(sums, behind, count, (halfHeight ? 7 : 2) * PAIR, shift, (0xFFFF >> shift) * PAIR, odd);
    }

    private void reserve(int stride, int count) {
        if (sums.length < count) {
            sums = new int[count];
            before = new int[count];
            behind = new int[count];
            even = new int[count];
            odd = new int[count];
        }
        // Four words are written at a time.
        if (window[0].length < stride + 3) {
            for (int i = 0; i < 3; i++) {
                window[i] = new int[stride + 3];
            }
            begin();
        }
    }

    private int[] pairs(Frame frame, Component component, int line) {
        int at = line % 3;
        if (windowLines[at] != line) {
            windowLines[at] = line;
            pair(frame, component, line * component.stride, window[at]);
        }
        return window[at];
    }

    private static void pair(Frame frame, Component component, int from, int[] to) {
        int words = (component.width + 1) / 2;
        if (frame.isOfBytes()) {
            pair(component.bytes, from, words, to);
        } else {
            pair(component.samples, from, words, to);
        }
        int last = component.width - 1;
        if ((last & 1) == 0) {
            to[words] = (to[words] & 0xFFFF) * PAIR;
        }
        to[0] = to[1] << 16;
        to[words + 1] = to[words] >>> 16;
    }

    /** The plane is padded to whole data units: eight samples at a time are there in frames of any width. */
    private static void pair(byte[] plane, int from, int words, int[] to) {
        for (int x = 0; x < words; x += 4) {
            long eight = (long) EIGHT.get(plane, from + 2 * x);
            long low = spread(eight & 0xFFFFFFFFL);
            long high = spread(eight >>> 32);
            to[x + 1] = (int) low;
            to[x + 2] = (int) (low >>> 32);
            to[x + 3] = (int) high;
            to[x + 4] = (int) (high >>> 32);
        }
    }

    /** Four bytes become four times 16 bits. */
    private static long spread(long four) {
        long halves = (four | four << 16) & 0x0000FFFF0000FFFFL;
        return (halves | halves << 8) & 0x00FF00FF00FF00FFL;
    }

    private static void pair(short[] plane, int from, int words, int[] to) {
        for (int x = 0; x < words; x++) {
            to[x + 1] = plane[from + 2 * x] & 0xFFFF | plane[from + 2 * x + 1] << 16;
        }
    }

    private static void down(int[] near, int[] far, int count, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = 3 * near[x] + far[x];
        }
    }

    /** The left neighbours of a pair are the right one of the pair before and its own left one. */
    private static void even(int[] sums, int[] before, int count, int half, int shift, int mask, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = 3 * sums[x] + (sums[x] << 16 | before[x] >>> 16) + half >>> shift & mask;
        }
    }

    private static void odd(int[] sums, int[] behind, int count, int half, int shift, int mask, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = 3 * sums[x] + (sums[x] >>> 16 | behind[x] << 16) + half >>> shift & mask;
        }
    }
}
