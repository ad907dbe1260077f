package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes the planes of a decoded frame to the caller's array, upsampled and converted line by line. */
final class FrameOutput {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** One line of each component that is upsampled or converted, and of the colours packed. */
    private int[][] lines = new int[0][];
    private int[] pixels = new int[0];
    private Upsampler[] upsamplers = {};
    private final ColourLines colourLines = new ColourLines();

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
        if (toRgb && bytes != null && !planar && ColourLines.fits(frame)) {
            colourLines.write(frame, lineCount, bytes, targetOffset);
            return;
        }
        for (int line = 0; line < lineCount; line++) {
            int at = targetOffset + line * width * step;
            if (toRgb) {
                convert(frame, line, at, step, componentStep);
                continue;
            }
            for (int i = 0; i < frame.componentCount; i++) {
                Component component = frame.component(i);
                if (Upsampler.isNeeded(frame, component)) {
                    upsamplers[i].line(frame, component, line, lines[i]);
                    put(lines[i], width, at + i * componentStep, step);
                } else {
                    put(frame, component, line * component.stride, at + i * componentStep, step);
                }
            }
        }
    }

    private void reserve(Frame frame) {
        if (lines.length < frame.componentCount) {
            lines = new int[frame.componentCount][0];
        }
        if (upsamplers.length < frame.componentCount) {
            upsamplers = Arrays.copyOf(upsamplers, frame.componentCount);
        }
        for (int i = 0; i < frame.componentCount; i++) {
            if (Upsampler.isNeeded(frame, frame.component(i))) {
                upsamplers[i] = upsamplers[i] == null ? new Upsampler() : upsamplers[i];
                upsamplers[i].begin();
            }
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
                upsamplers[i].line(frame, component, line, lines[i]);
            } else {
                widen(frame, component, line * component.stride, frame.width, lines[i], 0);
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

    /** Takes so many samples of a plane as numbers. */
    static void widen(Frame frame, Component component, int from, int width, int[] line, int at) {
        if (!frame.isOfBytes()) {
            short[] plane = component.samples;
            for (int x = 0; x < width; x++) {
                line[at + x] = plane[from + x] & 0xFFFF;
            }
            return;
        }
        byte[] plane = component.bytes;
        int x = 0;
        for (; x < width - 7; x += 8) {
            long eight = (long) EIGHT.get(plane, from + x);
            int low = (int) eight;
            int high = (int) (eight >>> 32);
            line[at + x] = low & 0xFF;
            line[at + x + 1] = low >> 8 & 0xFF;
            line[at + x + 2] = low >> 16 & 0xFF;
            line[at + x + 3] = low >>> 24;
            line[at + x + 4] = high & 0xFF;
            line[at + x + 5] = high >> 8 & 0xFF;
            line[at + x + 6] = high >> 16 & 0xFF;
            line[at + x + 7] = high >>> 24;
        }
        for (; x < width; x++) {
            line[at + x] = plane[from + x] & 0xFF;
        }
    }

    /** Drops what encoders of lossless frames count on being dropped. */
    private void drop(int[] line, int width) {
        for (int x = 0; x < width; x++) {
            line[x] &= mask;
        }
    }

    private void put(Frame frame, Component component, int from, int at, int step) {
        if (frame.isOfBytes()) {
            put(component.bytes, from, frame.width, at, step);
        } else {
            put(component.samples, from, frame.width, at, step);
        }
    }

    private void put(byte[] plane, int from, int width, int at, int step) {
        if (bytes != null && step == 1) {
            System.arraycopy(plane, from, bytes, at, width);
        } else if (bytes != null) {
            byte[] target = bytes;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = plane[from + x];
            }
        } else {
            short[] target = shorts;
            for (int x = 0, to = at; x < width; x++, to += step) {
                target[to] = (short) (plane[from + x] & 0xFF);
            }
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
