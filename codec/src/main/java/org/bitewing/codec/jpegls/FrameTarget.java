package org.bitewing.codec.jpegls;

import java.util.Arrays;

/**
 * Where decoded lines go: an array of the caller, as bytes (two of them, little endian, for samples of more than eight
 * bits) or as shorts, the samples of a pixel side by side or in planes.
 */
final class FrameTarget {
    boolean byPlane;
    private byte[] bytes;
    private short[] shorts;
    private boolean twoBytes;
    private int offset;
    private int width;
    private int height;
    private int components;
    /** A line of a subsampled component at full width. */
    private int[] wide = new int[0];

    /** Takes an array, exactly one of the two; where it is too small the frame is refused. */
    void open(FrameReader frame, byte[] newBytes, short[] newShorts, int newOffset) {
        bytes = newBytes;
        shorts = newShorts;
        offset = newOffset;
        twoBytes = bytes != null && frame.bitsPerSample > 8;
        width = frame.width;
        height = frame.height;
        components = frame.components;
        long needed = (long) width * height * components * (twoBytes ? 2 : 1);
        int room = (bytes != null ? bytes.length : shorts.length) - offset;
        if (needed > room) {
            throw BitReader.error("A frame of " + width + " by " + height + " by " + components + " samples of "
                    + frame.bitsPerSample + " bits does not fit into the target, which has room for " + room
                    + (bytes != null ? " bytes" : " samples"), 0);
        }
    }

    /** Lets go of the array. */
    void close() {
        bytes = null;
        shorts = null;
    }

    void clear() {
        int count = width * height * components;
        if (bytes != null) {
            Arrays.fill(bytes, offset, offset + (twoBytes ? 2 * count : count), (byte) 0);
        } else {
            Arrays.fill(shorts, offset, offset + count, (short) 0);
        }
    }

    /** Writes a line of a component, its samples from index 1 on, each repeated as subsampling asks. */
    void write(int component, int row, int[] line, int columnRatio, int lineRatio) {
        int[] full = columnRatio == 1 ? line : widen(line, columnRatio);
        int stride = byPlane ? 1 : components;
        for (int i = 0; i < lineRatio; i++) {
            int at = first(component, row * lineRatio + i);
            if (shorts != null) {
                writeShorts(full, at, stride);
            } else if (twoBytes) {
                writePairs(full, at, stride);
            } else {
                writeBytes(full, at, stride);
            }
        }
    }

    /** The index of a line's first sample. */
    private int first(int component, int row) {
        return byPlane ? (component * height + row) * width : row * width * components + component;
    }

    private int[] widen(int[] line, int ratio) {
        if (wide.length <= width) {
            wide = new int[width + 1];
        }
        for (int x = 0; x < width; x++) {
            wide[x + 1] = line[x / ratio + 1];
        }
        return wide;
    }

    private void writeShorts(int[] line, int first, int stride) {
        for (int x = 1, at = offset + first; x <= width; x++, at += stride) {
            shorts[at] = (short) line[x];
        }
    }

    private void writePairs(int[] line, int first, int stride) {
        for (int x = 1, at = offset + 2 * first; x <= width; x++, at += 2 * stride) {
            bytes[at] = (byte) line[x];
            bytes[at + 1] = (byte) (line[x] >> 8);
        }
    }

    private void writeBytes(int[] line, int first, int stride) {
        for (int x = 1, at = offset + first; x <= width; x++, at += stride) {
            bytes[at] = (byte) line[x];
        }
    }

    /** Undoes a colour transform of the first {@code rows} lines. */
    void undo(ColorTransform transform, int bits, int rows) {
        int step = byPlane ? 1 : components;
        int next = byPlane ? width * height : 1;
        for (int pixel = 0, at = 0; pixel < rows * width; pixel++, at += step) {
            long colors = transform.inverse(get(at), get(at + next), get(at + 2 * next), bits);
            set(at, (int) colors & 0xFFFF);
            set(at + next, (int) (colors >> 16) & 0xFFFF);
            set(at + 2 * next, (int) (colors >> 32) & 0xFFFF);
        }
    }

    private int get(int index) {
        if (shorts != null) {
            return shorts[offset + index] & 0xFFFF;
        }
        if (twoBytes) {
            int at = offset + 2 * index;
            return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
        }
        return bytes[offset + index] & 0xFF;
    }

    private void set(int index, int value) {
        if (shorts != null) {
            shorts[offset + index] = (short) value;
        } else if (twoBytes) {
            bytes[offset + 2 * index] = (byte) value;
            bytes[offset + 2 * index + 1] = (byte) (value >> 8);
        } else {
            bytes[offset + index] = (byte) value;
        }
    }
}
