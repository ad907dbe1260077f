package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The way out of the most common frames of colour: 8-bit Y'CbCr with both chrominances at half the width (and half the
 * height, or all of it), to RGB by pixel. Pixels at even and at odd places are made in lines of their own, as
 * {@link Upsampler} makes the chrominances, and meet when they are stored, two pixels in one write.
 */
final class HalfWidthColour {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many pairs are made together: loops of vector instructions do not begin and end for nothing. */
    private static final int GROUP = 1024;

    private final Upsampler blueness = new Upsampler();
    private final Upsampler redness = new Upsampler();
    private int[] evenLuminance = new int[0];
    private int[] oddLuminance = new int[0];
    private int[] evenPixels = new int[0];
    private int[] oddPixels = new int[0];

    /** Whether a frame that is converted to RGB is one of these. */
    static boolean fits(Frame frame) {
        return frame.isOfBytes() && !Upsampler.isNeeded(frame, frame.component(0))
                && Upsampler.isSmooth(frame, frame.component(1)) && Upsampler.isSmooth(frame, frame.component(2));
    }

    /** Writes the lines of a frame from the top. */
    void write(Frame frame, int lineCount, byte[] target, int targetOffset) {
        int pairs = frame.component(1).width;
        int group = Math.max(1, Math.min(lineCount, GROUP / pairs));
        if (evenPixels.length < pairs * group + 3) {
            evenLuminance = new int[pairs * group + 3];
            oddLuminance = new int[pairs * group + 3];
            evenPixels = new int[pairs * group + 3];
            oddPixels = new int[pairs * group + 3];
        }
        blueness.begin();
        redness.begin();
        for (int line = 0; line < lineCount; line += group) {
            write(frame, line, Math.min(group, lineCount - line), target, targetOffset + line * frame.width * 3);
        }
    }

    private void write(Frame frame, int first, int lines, byte[] target, int targetOffset) {
        Component luminance = frame.component(0);
        int pairs = frame.component(1).width;
        blueness.filter(frame, frame.component(1), first, lines);
        redness.filter(frame, frame.component(2), first, lines);
        for (int i = 0; i < lines; i++) {
            split(luminance.bytes, (first + i) * luminance.stride, pairs, evenLuminance, oddLuminance, i * pairs);
        }
        YcbcrConversion.pack(evenLuminance, blueness.even, redness.even, lines * pairs, evenPixels);
        YcbcrConversion.pack(oddLuminance, blueness.odd, redness.odd, lines * pairs, oddPixels);
        for (int i = 0; i < lines; i++) {
            YcbcrConversion.store(evenPixels, oddPixels, i * pairs, frame.width, target,
                    targetOffset + i * frame.width * 3);
        }
    }

    /** The plane is padded to whole data units: eight samples at a time are there in frames of any width. */
    private static void split(byte[] plane, int from, int pairs, int[] even, int[] odd, int at) {
        for (int x = 0; x < pairs; x += 4) {
            long eight = (long) EIGHT.get(plane, from + 2 * x);
            int low = (int) eight;
            int high = (int) (eight >>> 32);
            even[at + x] = low & 0xFF;
            odd[at + x] = low >> 8 & 0xFF;
            even[at + x + 1] = low >> 16 & 0xFF;
            odd[at + x + 1] = low >>> 24;
            even[at + x + 2] = high & 0xFF;
            odd[at + x + 2] = high >> 8 & 0xFF;
            even[at + x + 3] = high >> 16 & 0xFF;
            odd[at + x + 3] = high >>> 24;
        }
    }
}
