package org.bitewing.codec.jpeg;

/** Writes the planes of a decoded frame to the caller's array, upsampled and converted line by line. */
final class FrameOutput {
    /** One line of each component that is upsampled or converted, and of the colours packed. */
    private int[][] lines = new int[0][];
    private int[] pixels = new int[0];

    private byte[] bytes;
    private short[] shorts;
    private int mask;

    void writeBytes(Frame frame, boolean toRgb, boolean planar, int lineCount, byte[] target, int targetOffset) {
        bytes = target;
        shorts = null;
        mask = 0xFF;
        write(frame, toRgb, planar, lineCount, targetOffset);
        bytes = null;
    }

    void writeShorts(Frame frame, boolean toRgb, boolean planar, int lineCount, short[] target, int targetOffset) {
        shorts = target;
        bytes = null;
        // Differences are modulo 2^16 (10918-1 H.1.2.1); encoders of 8-bit frames count on the upper byte being
        // dropped.
        mask = frame.precision <= 8 ? 0xFF : 0xFFFF;
        write(frame, toRgb, planar, lineCount, targetOffset);
        shorts = null;
    }

    private void write(Frame frame, boolean toRgb, boolean planar, int lineCount, int targetOffset) {
        reserve(frame);
        int width = frame.width;
        int step = planar ? 1 : frame.componentCount;
        int componentStep = planar ? width * frame.height : 1;
        for (int line = 0; line < lineCount; line++) {
            int at = targetOffset + line * width * step;
            if (toRgb) {
                convert(frame, line, at, step, componentStep);
                continue;
            }
            for (int i = 0; i < frame.componentCount; i++) {
                Component component = frame.component(i);
                if (Upsampler.isNeeded(frame, component)) {
                    Upsampler.line(frame, component, line, lines[i]);
                    put(lines[i], width, at + i * componentStep, step);
                } else {
                    put(component.samples, line * component.stride, width, at + i * componentStep, step);
                }
            }
        }
    }

    private void reserve(Frame frame) {
        if (lines.length < frame.componentCount) {
            lines = new int[frame.componentCount][0];
        }
        int needed = frame.width + 1;
        for (int i = 0; i < frame.componentCount; i++) {
            if (lines[i].length < needed && (i < 3 || Upsampler.isNeeded(frame, frame.component(i)))) {
                lines[i] = new int[needed];
            }
        }
        if (pixels.length < needed) {
            pixels = new int[needed];
        }
    }

    private void convert(Frame frame, int line, int at, int step, int componentStep) {
        for (int i = 0; i < 3; i++) {
            Component component = frame.component(i);
            if (Upsampler.isNeeded(frame, component)) {
                Upsampler.line(frame, component, line, lines[i]);
            } else {
                widen(component.samples, line * component.stride, frame.width, lines[i]);
            }
            if (frame.process.isLossless()) {
                drop(lines[i], frame.width);
            }
        }
        if (bytes != null && step == 3) {
            YcbcrConversion.pack(lines[0], lines[1], lines[2], frame.width, pixels);
            YcbcrConversion.store(pixels, frame.width, bytes, at);
            return;
        }
        YcbcrConversion.convert(lines[0], lines[1], lines[2], frame.width, frame.precision);
        for (int i = 0; i < 3; i++) {
            put(lines[i], frame.width, at + i * componentStep, step);
        }
    }

    private static void widen(short[] plane, int from, int width, int[] line) {
        for (int x = 0; x < width; x++) {
            line[x] = plane[from + x] & 0xFFFF;
        }
    }

    /** Drops what encoders of lossless frames count on being dropped. */
    private void drop(int[] line, int width) {
        for (int x = 0; x < width; x++) {
            line[x] &= mask;
        }
    }

    private void put(short[] plane, int from, int width, int at, int step) {
        if (bytes != null) {
            byte[] target = bytes;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (byte) plane[from + x];
            }
        } else if (step == 1 && mask == 0xFFFF) {
            System.arraycopy(plane, from, shorts, at, width);
        } else {
            short[] target = shorts;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (short) (plane[from + x] & mask);
            }
        }
    }

    private void put(int[] line, int width, int at, int step) {
        if (bytes != null) {
            byte[] target = bytes;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (byte) line[x];
            }
        } else {
            short[] target = shorts;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (short) (line[x] & mask);
            }
        }
    }
}
