package org.bitewing.codec.jpeg;

/** Writes the planes of a decoded frame to the caller's array, upsampled and converted line by line. */
final class FrameOutput {
    private final Upsampler upsampler = new Upsampler();
    /** For each component where its current line is: in its plane, or upsampled in a buffer. */
    private short[][] rows = new short[0][];
    private int[] starts = new int[0];
    private short[][] buffers = new short[0][0];
    /** Three lines of converted samples, for those targets that are not written while converting. */
    private final short[][] converted = new short[3][0];

    private byte[] bytes;
    private short[] shorts;
    private int mask;

    void writeBytes(Frame frame, boolean toRgb, boolean planar, int lines, byte[] target, int targetOffset) {
        bytes = target;
        shorts = null;
        write(frame, toRgb, planar, lines, targetOffset);
        bytes = null;
    }

    void writeShorts(Frame frame, boolean toRgb, boolean planar, int lines, short[] target, int targetOffset) {
        shorts = target;
        bytes = null;
        // Differences are modulo 2^16 (10918-1 H.1.2.1); encoders of 8-bit frames count on the upper byte being dropped.
        mask = frame.precision <= 8 ? 0xFF : 0xFFFF;
        write(frame, toRgb, planar, lines, targetOffset);
        shorts = null;
    }

    private void write(Frame frame, boolean toRgb, boolean planar, int lines, int targetOffset) {
        int components = frame.componentCount;
        reserve(frame);
        long planeLength = (long) frame.width * frame.height;
        for (int line = 0; line < lines; line++) {
            prepare(frame, line);
            int at = targetOffset + line * frame.width * (planar ? 1 : components);
            if (toRgb && !planar && bytes != null) {
                rgbBytes(frame.width, at);
                continue;
            }
            if (toRgb) {
                rgb(frame);
            }
            for (int i = 0; i < components; i++) {
                short[] row = toRgb ? converted[i] : rows[i];
                int from = toRgb ? 0 : starts[i];
                if (planar) {
                    put(row, from, frame.width, at + (int) (i * planeLength), 1);
                } else {
                    put(row, from, frame.width, at + i, components);
                }
            }
        }
    }

    private void reserve(Frame frame) {
        int components = frame.componentCount;
        if (rows.length < components) {
            rows = new short[components][];
            starts = new int[components];
            buffers = new short[components][0];
        }
        int needed = frame.width + 1;
        for (int i = 0; i < components; i++) {
            if (buffers[i].length < needed && Upsampler.isNeeded(frame, frame.component(i))) {
                buffers[i] = new short[needed];
            }
        }
    }

    private void prepare(Frame frame, int line) {
        for (int i = 0; i < frame.componentCount; i++) {
            Component component = frame.component(i);
            if (Upsampler.isNeeded(frame, component)) {
                upsampler.line(frame, component, line, buffers[i]);
                rows[i] = buffers[i];
                starts[i] = 0;
            } else {
                rows[i] = component.samples;
                starts[i] = line * component.stride;
            }
        }
    }

    private void put(short[] row, int from, int width, int at, int step) {
        if (bytes != null) {
            byte[] target = bytes;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (byte) row[from + x];
            }
        } else if (step == 1 && mask == 0xFFFF) {
            System.arraycopy(row, from, shorts, at, width);
        } else {
            short[] target = shorts;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (short) (row[from + x] & mask);
            }
        }
    }

    // The conversion of JFIF (ITU-T T.871 7) with coefficients times 2^16, rounded as libjpeg does:
    // R = Y + 1.402 Cr, G = Y - 0.344136 Cb - 0.714136 Cr, B = Y + 1.772 Cb, chrominances less their centre.
    private static final int RED_CR = 91881;
    private static final int GREEN_CB = 22554;
    private static final int GREEN_CR = 46802;
    private static final int BLUE_CB = 116130;
    private static final int HALF = 1 << 15;

    private void rgbBytes(int width, int at) {
        byte[] target = bytes;
        short[] luminance = rows[0];
        short[] blueness = rows[1];
        short[] redness = rows[2];
        int y0 = starts[0];
        int cb0 = starts[1];
        int cr0 = starts[2];
        for (int x = 0, to = at; x < width; x++, to += 3) {
            int y = luminance[y0 + x];
            int cb = blueness[cb0 + x] - 128;
            int cr = redness[cr0 + x] - 128;
            target[to] = (byte) clamp(y + (RED_CR * cr + HALF >> 16), 255);
            target[to + 1] = (byte) clamp(y + (HALF - GREEN_CB * cb - GREEN_CR * cr >> 16), 255);
            target[to + 2] = (byte) clamp(y + (BLUE_CB * cb + HALF >> 16), 255);
        }
    }

    private void rgb(Frame frame) {
        for (int i = 0; i < 3; i++) {
            if (converted[i].length < frame.width) {
                converted[i] = new short[frame.width];
            }
        }
        int most = (1 << frame.precision) - 1;
        int centre = 1 << frame.precision - 1;
        for (int x = 0; x < frame.width; x++) {
            // Lossless frames may be converted on demand, and 16 bits need more than an int.
            int y = rows[0][starts[0] + x] & 0xFFFF;
            long cb = (rows[1][starts[1] + x] & 0xFFFF) - centre;
            long cr = (rows[2][starts[2] + x] & 0xFFFF) - centre;
            converted[0][x] = (short) clamp(y + (int) (RED_CR * cr + HALF >> 16), most);
            converted[1][x] = (short) clamp(y + (int) (HALF - GREEN_CB * cb - GREEN_CR * cr >> 16), most);
            converted[2][x] = (short) clamp(y + (int) (BLUE_CB * cb + HALF >> 16), most);
        }
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(most, value));
    }
}
