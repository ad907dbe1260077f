package org.bitewing.codec.image;

import java.util.Objects;

/**
 * Which part of a frame is shown, and at which size. Values are cut and scaled before a window makes shades of them, so
 * that the mean of a dark and a bright pixel is the mean of what they stand for.
 *
 * @param left    columns left of the part, may be less than 0; the value 0 stands outside of the frame
 * @param top     lines above it, may be less than 0
 * @param width   columns of the part, 1 or more
 * @param height  lines of it, 1 or more
 * @param columns of the picture, 1 or more
 * @param rows    of the picture, 1 or more
 * @param scaling how the part gets the picture's size
 */
public record Framing(int left, int top, int width, int height, int columns, int rows, Scaling scaling) {
    /** How pixels become more or fewer. */
    public enum Scaling {
        /** Pixels are repeated or left out, evenly. */
        NEAREST,
        /** The mean of the area that a pixel covers. */
        AREA,
        /** Linear between two pixels, where both directions grow; otherwise {@link #AREA}. */
        LINEAR,
        /** Cubic between four pixels, where both directions grow; otherwise {@link #AREA}. */
        CUBIC
    }

    /**
     * Checks the sizes.
     *
     * @param left    columns left of it
     * @param top     lines above it
     * @param width   columns
     * @param height  lines
     * @param columns of the picture
     * @param rows    of the picture
     * @param scaling how
     * @throws IllegalArgumentException where there is no such part or picture
     */
    public Framing {
        Objects.requireNonNull(scaling, "scaling");
        if (width < 1 || height < 1 || columns < 1 || rows < 1 || (long) width * height > Integer.MAX_VALUE / 8
                || (long) columns * rows > Integer.MAX_VALUE / 8) {
            throw new IllegalArgumentException("a part of " + width + " by " + height + " pixels as " + columns + " by "
                    + rows);
        }
    }

    /** Which column of the frame stands in each column of the picture, for what is not mixed. */
    int[] sourceColumns() {
        return sources(width, columns, left);
    }

    /** Which line of the frame stands in each line of the picture. */
    int[] sourceRows() {
        return sources(height, rows, top);
    }

    private static int[] sources(int from, int to, int offset) {
        int[] sources = Resampling.nearest(from, to);
        for (int i = 0; i < sources.length; i++) {
            sources[i] += offset;
        }
        return sources;
    }
}
