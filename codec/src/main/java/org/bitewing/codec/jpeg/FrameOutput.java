package org.bitewing.codec.jpeg;

/** Writes the planes of a decoded frame to the caller's array, upsampled and converted line by line. */
final class FrameOutput {
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
        // Differences are modulo 2^16 (10918-1 H.1.2.1); encoders of 8-bit frames count on the upper byte being
        // dropped.
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
                YcbcrConversion.toBytes(rows, starts, frame.width, bytes, at);
                continue;
            }
            if (toRgb) {
                convert(frame);
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
                Upsampler.line(frame, component, line, buffers[i]);
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


    private void convert(Frame frame) {
        for (int i = 0; i < 3; i++) {
            if (converted[i].length < frame.width) {
                converted[i] = new short[frame.width];
            }
        }
        YcbcrConversion.toRows(rows, starts, frame.width, frame.precision, converted);
    }
}
