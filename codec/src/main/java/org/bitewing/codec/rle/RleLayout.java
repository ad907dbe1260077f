package org.bitewing.codec.rle;

/**
 * The shape of a frame as RLE sees it (PS3.5 Annex G, PS3.3 C.7.6.3).
 *
 * @param rows            lines, 1 to 65,535 (0028,0010)
 * @param columns         pixels in a line, 1 to 65,535 (0028,0011)
 * @param samplesPerPixel 1 to 4 (0028,0002)
 * @param bitsAllocated   8, 16 or 32 (0028,0100)
 */
public record RleLayout(int rows, int columns, int samplesPerPixel, int bitsAllocated) {
    /** The RLE header has room for so many offsets (PS3.5 G.5). */
    static final int MOST_SEGMENTS = 15;

    /**
     * Checks that RLE can carry such a frame, and an array can hold it.
     *
     * @param rows            lines
     * @param columns         pixels in a line
     * @param samplesPerPixel samples of a pixel
     * @param bitsAllocated   bits of a sample in memory
     * @throws IllegalArgumentException if a value is out of its range, if more than 15 segments were needed
     *                                  (four samples of 32 bits), or if the frame exceeds 2 GiB
     */
    public RleLayout {
        if (rows < 1 || rows > 0xFFFF || columns < 1 || columns > 0xFFFF) {
            throw new IllegalArgumentException("rows and columns are 1 to 65535, not " + rows + " and " + columns);
        }
        if (bitsAllocated != 8 && bitsAllocated != 16 && bitsAllocated != 32) {
            throw new IllegalArgumentException("RLE needs 8, 16 or 32 bits allocated, not " + bitsAllocated);
        }
        int segments = samplesPerPixel * (bitsAllocated / 8);
        if (samplesPerPixel < 1 || samplesPerPixel > 4 || segments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("RLE has no room for " + samplesPerPixel + " samples per pixel of "
                    + bitsAllocated + " bits");
        }
        if ((long) rows * columns * segments > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A frame of " + rows + " by " + columns + " pixels exceeds 2 GiB");
        }
    }

    /**
     * Bytes of one sample in memory.
     *
     * @return 1, 2 or 4
     */
    public int bytesPerSample() {
        return bitsAllocated / 8;
    }

    /**
     * Segments of the compressed frame: one for each byte of a pixel (PS3.5 G.2).
     *
     * @return 1 to 15
     */
    public int segments() {
        return samplesPerPixel * bytesPerSample();
    }

    /**
     * Pixels of the frame.
     *
     * @return rows times columns
     */
    public int pixels() {
        return rows * columns;
    }

    /**
     * Length of the native frame.
     *
     * @return bytes
     */
    public int frameLength() {
        return pixels() * segments();
    }
}
