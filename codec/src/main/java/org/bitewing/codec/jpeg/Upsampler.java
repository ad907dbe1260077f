package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * Brings the lines of a subsampled component to the size of the frame. Chrominance at half the width, or at half of
 * both sizes, is interpolated with a triangle filter, three parts of the nearer and one of the farther sample, with the
 * rounding of libjpeg's "fancy" upsampling; any other ratio, and all of lossless frames, repeats the nearest sample.
 *
 * <p>The filter makes the samples at even and at odd places in loops of their own, without exceptions at the edges,
 * where the outermost sample counts twice: so they become vector instructions.
 */
final class Upsampler {
    /** The last filtered lines, at even and at odd places. */
    int[] even = new int[0];
    int[] odd = new int[0];
    /** The last three lines of the component as numbers, each at its number modulo 3, and which they are. */
    private final int[][] window = new int[3][0];
    private final int[] windowLines = new int[3];
    /** What is filtered across: lines, or the nearer one three times and the farther one; and the neighbours. */
    private int[] sums = new int[0];
    private int[] vertical = new int[0];
    private int[] left = new int[0];
    private int[] right = new int[0];

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

    /** Writes one line of the frame. */
    void line(Frame frame, Component component, int line, int[] to) {
        if (isSmooth(frame, component)) {
            filter(frame, component, line, 1);
            interleave(even, odd, component.width, frame.width, to);
        } else {
            repeat(frame, component, line * component.vertical / frame.verticalMost * component.stride, to);
        }
    }

    private static void interleave(int[] even, int[] odd, int pairs, int width, int[] to) {
        int whole = width / 2;
        for (int x = 0; x < whole; x++) {
            to[2 * x] = even[x];
            to[2 * x + 1] = odd[x];
        }
        if (whole < pairs) {
            to[2 * whole] = even[whole];
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
        int width = component.width;
        reserve(width, lines);
        boolean halfHeight = component.vertical != frame.verticalMost;
        for (int i = 0, at = 0; i < lines; i++, at += width) {
            int line = first + i;
            if (halfHeight) {
                int near = line / 2;
                int far = (line & 1) == 0 ? Math.max(near - 1, 0) : Math.min(near + 1, component.height - 1);
                down(widened(frame, component, near), widened(frame, component, far), width, vertical);
                System.arraycopy(vertical, 0, sums, at, width);
            } else {
                FrameOutput.widen(frame, component, line * component.stride, width, sums, at);
            }
            System.arraycopy(sums, at, left, at + 1, width - 1);
            left[at] = sums[at];
            System.arraycopy(sums, at + 1, right, at, width - 1);
            right[at + width - 1] = sums[at + width - 1];
        }
        across(sums, left, lines * width, halfHeight ? 8 : 1, halfHeight ? 4 : 2, even);
        across(sums, right, lines * width, halfHeight ? 7 : 2, halfHeight ? 4 : 2, odd);
    }

    private void reserve(int width, int lines) {
        if (sums.length < width * lines) {
            sums = new int[width * lines];
            left = new int[width * lines];
            right = new int[width * lines];
            even = new int[width * lines];
            odd = new int[width * lines];
        }
        if (window[0].length < width) {
            for (int i = 0; i < 3; i++) {
                window[i] = new int[width];
            }
            vertical = new int[width];
            begin();
        }
    }

    private int[] widened(Frame frame, Component component, int line) {
        int at = line % 3;
        if (windowLines[at] != line) {
            windowLines[at] = line;
            FrameOutput.widen(frame, component, line * component.stride, component.width, window[at], 0);
        }
        return window[at];
    }

    private static void down(int[] near, int[] far, int width, int[] to) {
        for (int x = 0; x < width; x++) {
            to[x] = 3 * near[x] + far[x];
        }
    }

    /** A neighbour is read from a line of its own: then all is read at one place. */
    private static void across(int[] sums, int[] beside, int count, int half, int shift, int[] to) {
        for (int x = 0; x < count; x++) {
            to[x] = 3 * sums[x] + beside[x] + half >> shift;
        }
    }
}
