package org.bitewing.codec.image;

import java.util.Objects;

/** Which values are of interest, and become the shades from black to white (PS3.3 C.11.2). */
public sealed interface Voi {
    /** The image's first window or else table, and where it has neither what {@link MinMax} finds. */
    Voi OF_IMAGE = new OfImage();
    /** All values that the stored bits can have. */
    Voi EVERYTHING = new Everything();

    /** The image's first window or else table. */
    record OfImage() implements Voi {
    }

    /** All values that can be. */
    record Everything() implements Voi {
    }

    /**
     * A window.
     *
     * @param center   of the values
     * @param width    of the values; at least 1 for {@link VoiFunction#LINEAR}, which smaller ones are taken as
     * @param function its shape
     */
    record Window(double center, double width, VoiFunction function) implements Voi {
        /**
         * Checks the numbers.
         *
         * @param center   any number
         * @param width    any number
         * @param function the shape
         */
        public Window {
            Objects.requireNonNull(function, "function");
            if (!Double.isFinite(center) || !Double.isFinite(width)) {
                throw new IllegalArgumentException("a window from " + center + " and " + width);
            }
        }

        /**
         * The window from one value to another.
         *
         * @param least black
         * @param most  white
         * @return a linear window
         */
        public static Window of(double least, double most) {
            return new Window((least + most) / 2, most - least, VoiFunction.LINEAR_EXACT);
        }
    }

    /**
     * A window that the image has: Window Center and Width (0028,1050) and (0028,1051).
     *
     * @param index from 0
     */
    record StoredWindow(int index) implements Voi {
    }

    /**
     * A table that the image has: VOI LUT Sequence (0028,3010).
     *
     * @param index from 0
     */
    record StoredTable(int index) implements Voi {
    }

    /**
     * From the least to the largest value of the frame, padding apart.
     *
     * @param withoutExtremes true where these two do not count, but those next to them; where there are none, all
     *                        values that can be are of interest
     */
    record MinMax(boolean withoutExtremes) implements Voi {
    }

    /**
     * From the least to the largest value of a part of the frame.
     *
     * @param left   pixels left of it
     * @param top    lines above it
     * @param width  pixels of a line, those outside of the frame not counted
     * @param height lines
     */
    record Region(int left, int top, int width, int height) implements Voi {
    }

    /**
     * Without the darkest and the brightest pixels; where nothing is left, all values that can be.
     *
     * @param ignored the share of the pixels that is left out at each end, 0 to 1
     */
    record Histogram(double ignored) implements Voi {
    }
}
