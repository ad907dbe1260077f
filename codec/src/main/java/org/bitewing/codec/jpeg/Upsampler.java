package org.bitewing.codec.jpeg;

/**
 * Brings the lines of a subsampled component to the size of the frame. Chrominance at half the width, or at half of
 * both sizes, is interpolated with a triangle filter, three parts of the nearer and one of the farther sample, with the
 * rounding of libjpeg's "fancy" upsampling; any other ratio, and all of lossless frames, repeats the nearest sample.
 */
final class Upsampler {
    private Upsampler() {
    }

    private static boolean isHalf(int factor, int most) {
        return factor * 2 == most;
    }

    static boolean isNeeded(Frame frame, Component component) {
        return component.horizontal != frame.horizontalMost || component.vertical != frame.verticalMost;
    }

    /** Writes one line of the frame. */
    static void line(Frame frame, Component component, int line, int[] to) {
        boolean halfWidth = isHalf(component.horizontal, frame.horizontalMost);
        boolean smooth = !frame.process.isLossless() && component.width > 2 && halfWidth;
        if (smooth && component.vertical == frame.verticalMost) {
            triangle(component, line * component.stride, frame.width, to);
        } else if (smooth && isHalf(component.vertical, frame.verticalMost)) {
            triangleBothWays(component, line, frame.width, to);
        } else {
            repeat(frame, component, line * component.vertical / frame.verticalMost * component.stride, to);
        }
    }

    private static void repeat(Frame frame, Component component, int from, int[] to) {
        short[] plane = component.samples;
        int factor = component.horizontal;
        int most = frame.horizontalMost;
        for (int x = 0; x < frame.width; x++) {
            to[x] = plane[from + x * factor / most] & 0xFFFF;
        }
    }

    private static void triangle(Component component, int from, int width, int[] to) {
        short[] plane = component.samples;
        int end = component.width - 1;
        to[0] = plane[from];
        to[1] = 3 * plane[from] + plane[from + 1] + 2 >> 2;
        for (int x = 1; x < end; x++) {
            int near = 3 * plane[from + x];
            to[2 * x] = near + plane[from + x - 1] + 1 >> 2;
            to[2 * x + 1] = near + plane[from + x + 1] + 2 >> 2;
        }
        to[2 * end] = 3 * plane[from + end] + plane[from + end - 1] + 1 >> 2;
        if (2 * end + 1 < width) {
            to[2 * end + 1] = plane[from + end];
        }
    }

    /** The sum of the nearer line three times and the farther one is filtered across as it is made. */
    private static void triangleBothWays(Component component, int line, int width, int[] to) {
        short[] plane = component.samples;
        int nearLine = line / 2;
        int farLine = (line & 1) == 0 ? Math.max(nearLine - 1, 0) : Math.min(nearLine + 1, component.height - 1);
        int near = nearLine * component.stride;
        int far = farLine * component.stride;
        int end = component.width - 1;
        int here = 3 * plane[near] + plane[far];
        int next = 3 * plane[near + 1] + plane[far + 1];
        to[0] = 4 * here + 8 >> 4;
        to[1] = 3 * here + next + 7 >> 4;
        for (int x = 1; x < end; x++) {
            int before = here;
            here = next;
            next = 3 * plane[near + x + 1] + plane[far + x + 1];
            to[2 * x] = 3 * here + before + 8 >> 4;
            to[2 * x + 1] = 3 * here + next + 7 >> 4;
        }
        to[2 * end] = 3 * next + here + 8 >> 4;
        if (2 * end + 1 < width) {
            to[2 * end + 1] = 4 * next + 7 >> 4;
        }
    }
}
