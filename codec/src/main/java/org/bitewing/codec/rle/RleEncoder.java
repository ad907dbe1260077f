package org.bitewing.codec.rle;

import java.util.Arrays;
import java.util.Objects;

/**
 * Encodes one frame as RLE Lossless (PS3.5 Annex G). Each line of each byte plane is packed by itself (PS3.5 G.3.1);
 * two equal bytes become a replicate run unless a literal run is open, three always do.
 *
 * <p>An encoder may be used for any number of frames, by one thread at a time. It allocates nothing for a frame after
 * the first of the same width.
 */
public final class RleEncoder {
    private static final int LONGEST_RUN = 128;
    private byte[] line = new byte[0];
    private boolean byPlane;

    private RleEncoder() {
    }

    /**
     * An encoder of frames that have the samples of a pixel side by side.
     *
     * @return a new encoder
     */
    public static RleEncoder create() {
        return new RleEncoder();
    }

    /**
     * Says how the samples are ordered in the source.
     *
     * @param planes true for one plane after the other, which is Planar Configuration (0028,0006) of 1; false for the
     *               samples of a pixel side by side, which is the default
     * @return this encoder
     */
    public RleEncoder byPlane(boolean planes) {
        byPlane = planes;
        return this;
    }

    /**
     * The most bytes that a frame of this layout can become: every 128 bytes of a line cost one more.
     *
     * @param layout the shape of the frame
     * @return bytes
     */
    public static long maximumLength(RleLayout layout) {
        long packedLine = layout.columns() + (layout.columns() + LONGEST_RUN - 1) / LONGEST_RUN;
        return SegmentTable.HEADER_LENGTH + layout.segments() * (layout.rows() * packedLine + 1);
    }

    /**
     * Encodes a frame of bytes, little endian where a sample has more than one.
     *
     * @param source       holds the native frame of {@link RleLayout#frameLength()} bytes
     * @param offset       where it begins
     * @param layout       the shape of the frame
     * @param target       takes the compressed frame
     * @param targetOffset where it begins
     * @return bytes written, an even number; -1 if the target is too small, with {@link #maximumLength(RleLayout)}
     *         bytes it never is
     * @throws IndexOutOfBoundsException if the source is too small, or an offset is outside
     */
    public int encode(byte[] source, int offset, RleLayout layout, byte[] target, int targetOffset) {
        Objects.checkFromIndexSize(offset, layout.frameLength(), source.length);
        return encode(source, null, offset, layout, target, targetOffset);
    }

    /**
     * Encodes a frame of 16 bits allocated.
     *
     * @param source       holds pixels times samples per pixel values
     * @param offset       where they begin
     * @param layout       the shape of the frame, of 16 bits allocated
     * @param target       takes the compressed frame
     * @param targetOffset where it begins
     * @return bytes written, an even number; -1 if the target is too small
     * @throws IllegalArgumentException  if the layout has other than 16 bits allocated
     * @throws IndexOutOfBoundsException if the source is too small, or an offset is outside
     */
    public int encode(short[] source, int offset, RleLayout layout, byte[] target, int targetOffset) {
        if (layout.bitsAllocated() != 16) {
            throw new IllegalArgumentException("short[] holds 16 bits allocated, not " + layout.bitsAllocated());
        }
        Objects.checkFromIndexSize(offset, layout.pixels() * layout.samplesPerPixel(), source.length);
        return encode(null, source, offset, layout, target, targetOffset);
    }

    /** Encodes from whichever of {@code bytes} and {@code shorts} is there. */
    private int encode(byte[] bytes, short[] shorts, int offset, RleLayout layout, byte[] target, int targetOffset) {
        Objects.checkFromIndexSize(targetOffset, 0, target.length);
        if (line.length < layout.columns()) {
            line = new byte[layout.columns()];
        }
        if (target.length - targetOffset < SegmentTable.HEADER_LENGTH) {
            return -1;
        }
        Arrays.fill(target, targetOffset, targetOffset + SegmentTable.HEADER_LENGTH, (byte) 0);
        putInt(target, targetOffset, layout.segments());
        int out = targetOffset + SegmentTable.HEADER_LENGTH;
        for (int segment = 0; segment < layout.segments(); segment++) {
            putInt(target, targetOffset + 4 + 4 * segment, out - targetOffset);
            for (int row = 0; row < layout.rows(); row++) {
                if (bytes != null) {
                    gather(bytes, offset, layout, segment, row);
                } else {
                    gather(shorts, offset, layout, segment, row);
                }
                out = pack(layout.columns(), target, out);
                if (out < 0) {
                    return -1;
                }
            }
            // A segment has an even number of bytes, the last of which may be zero (PS3.5 G.3.1).
            if ((out - targetOffset & 1) != 0) {
                if (out == target.length) {
                    return -1;
                }
                target[out++] = 0;
            }
        }
        return out - targetOffset;
    }

    /** Collects one line of a byte plane. */
    private void gather(byte[] source, int offset, RleLayout layout, int segment, int row) {
        int size = layout.bytesPerSample();
        int sample = segment / size;
        int stride = byPlane ? size : layout.segments();
        int at = offset + size - 1 - segment % size + row * layout.columns() * stride
                + (byPlane ? sample * layout.pixels() * size : sample * size);
        for (int x = 0; x < layout.columns(); x++, at += stride) {
            line[x] = source[at];
        }
    }

    private void gather(short[] source, int offset, RleLayout layout, int segment, int row) {
        int sample = segment >> 1;
        int stride = byPlane ? 1 : layout.samplesPerPixel();
        int at = offset + row * layout.columns() * stride + (byPlane ? sample * layout.pixels() : sample);
        int shift = (segment & 1) == 0 ? 8 : 0;
        for (int x = 0; x < layout.columns(); x++, at += stride) {
            line[x] = (byte) (source[at] >> shift);
        }
    }

    /** Packs the line (PS3.5 G.3.1); returns where the output ends, or -1 if there is no room. */
    private int pack(int count, byte[] target, int start) {
        int out = start;
        for (int x = 0; x < count;) {
            int run = runLength(x, count);
            if (run > 1) {
                if (target.length - out < 2) {
                    return -1;
                }
                target[out++] = (byte) (1 - run);
                target[out++] = line[x];
                x += run;
            } else {
                int literal = literalLength(x, count);
                if (target.length - out <= literal) {
                    return -1;
                }
                target[out++] = (byte) (literal - 1);
                System.arraycopy(line, x, target, out, literal);
                out += literal;
                x += literal;
            }
        }
        return out;
    }

    /** How many bytes from x on are equal. */
    private int runLength(int x, int count) {
        int stop = Math.min(count, x + LONGEST_RUN);
        int end = x + 1;
        while (end < stop && line[end] == line[x]) {
            end++;
        }
        return end - x;
    }

    /** How many bytes from x on go by before three equal ones. */
    private int literalLength(int x, int count) {
        int stop = Math.min(count, x + LONGEST_RUN);
        int end = x + 1;
        while (end < stop && !(end + 2 < count && line[end] == line[end + 1] && line[end] == line[end + 2])) {
            end++;
        }
        return end - x;
    }

    private static void putInt(byte[] target, int at, int value) {
        target[at] = (byte) value;
        target[at + 1] = (byte) (value >> 8);
        target[at + 2] = (byte) (value >> 16);
        target[at + 3] = (byte) (value >> 24);
    }
}
