package org.bitewing.codec.rle;

import org.bitewing.DicomException;

/**
 * The RLE header (PS3.5 G.5): how many segments there are and where each begins. Writers have been seen to get the
 * count wrong beside good offsets, so both are looked at.
 */
final class SegmentTable {
    /** Sixteen little-endian integers of 32 bits: the count, then fifteen offsets. */
    static final int HEADER_LENGTH = 64;

    private final long[] offsets = new long[RleLayout.MOST_SEGMENTS];
    private int length;

    /**
     * Reads the header of a frame.
     *
     * @param needed the segments that the layout asks for
     * @throws DicomException if the header is cut, or speaks of another number of segments
     */
    void read(byte[] source, int offset, int length, int needed) {
        this.length = length;
        if (length < HEADER_LENGTH) {
            throw RleDecoder.error("The frame has " + length + " bytes, too few for the RLE header of 64", 0);
        }
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = unsigned(source, offset + 4 + 4 * i);
        }
        long count = unsigned(source, offset);
        if (count != needed && plausible() != needed) {
            throw RleDecoder.error("The RLE header counts " + count + " segments where the frame needs " + needed
                    + "; samples per pixel or bits allocated may be wrong", 0);
        }
    }

    /** How many offsets, from the first, are inside the frame and ascend: the count as the offsets tell it. */
    private int plausible() {
        long previous = HEADER_LENGTH - 1;
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] <= previous || offsets[i] >= length) {
                return i;
            }
            previous = offsets[i];
        }
        return offsets.length;
    }

    /**
     * Where a segment begins.
     *
     * @return bytes from the start of the frame
     * @throws DicomException if the offset leads into the header or past the end
     */
    int start(int segment) {
        long start = offsets[segment];
        if (start < HEADER_LENGTH || start >= length) {
            throw RleDecoder.error("Segment " + (segment + 1) + " begins at " + start + ", outside of the frame of "
                    + length + " bytes", 4 + 4L * segment);
        }
        return (int) start;
    }

    /** Where a segment ends: at the nearest start of another of the {@code needed} ones, or with the frame. */
    int end(int segment, int needed) {
        long end = length;
        for (int i = 0; i < needed; i++) {
            if (offsets[i] > offsets[segment]) {
                end = Math.min(end, offsets[i]);
            }
        }
        return (int) end;
    }

    private static long unsigned(byte[] source, int at) {
        return source[at] & 0xFF | (source[at + 1] & 0xFF) << 8 | (source[at + 2] & 0xFF) << 16
                | (source[at + 3] & 0xFFL) << 24;
    }
}
