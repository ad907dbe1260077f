package org.bitewing.codec.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.bitewing.codec.image.Voi.Window;

/**
 * Finds windows in the values of a frame.
 *
 * @param columns of the frame
 * @param rows    of the frame
 * @param values  the value at each position, NaN for what does not count
 */
record ValueRange(int columns, int rows, IntToDoubleFunction values) {

    Window all() {
        return within(0, 0, columns, rows);
    }

    Window within(int left, int top, int width, int height) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int right = (int) Math.min((long) left + width, columns);
        int bottom = (int) Math.min((long) top + height, rows);
        for (int y = Math.max(0, top); y < bottom; y++) {
            for (int x = Math.max(0, left); x < right; x++) {
                double value = values.applyAsDouble(y * columns + x);
                // Neither is true of what is no number.
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        }
        // Where nothing counts, any window does.
        return least <= most ? Window.of(least, most) : Window.of(0, 1);
    }

    /** Empty where there is nothing between the extremes. */
    Optional<Window> withoutExtremes() {
        Window all = all();
        double lowest = all.center() - all.width() / 2;
        double highest = all.center() + all.width() / 2;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns * rows; i++) {
            double value = values.applyAsDouble(i);
            if (value > lowest && value < highest) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return least < most ? Optional.of(Window.of(least, most)) : Optional.empty();
    }

    /** Empty where nothing is left. */
    Optional<Window> histogram(double ignored) {
        double[] sorted = new double[columns * rows];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            double value = values.applyAsDouble(i);
            if (!Double.isNaN(value)) {
                sorted[count++] = value;
            }
        }
        Arrays.sort(sorted, 0, count);
        int left = (int) Math.ceil(Math.max(0, Math.min(ignored, 1)) * count);
        if (left == 0 || left >= count) {
            return left == 0 ? Optional.of(all()) : Optional.empty();
        }
        // The value where the share is reached counts at the bright end, and not at the dark one.
        double least = above(sorted, count, left - 1);
        double most = sorted[count - left];
        return least < most ? Optional.of(Window.of(least, most)) : Optional.empty();
    }

    /** The next value, which for integers is one more. */
    private static double above(double[] sorted, int count, int index) {
        int i = index;
        while (i < count - 1 && sorted[i] == sorted[index]) {
            i++;
        }
        return Math.min(sorted[i], sorted[index] + 1);
    }

    /**
     * Stored numbers that are no image: Pixel Padding Value and Range Limit (PS3.3 C.7.5.1.1.2).
     *
     * @param from the least
     * @param to   the largest; less than {@code from} where there are none
     */
    record Padding(long from, long to) {
        static final Padding NONE = new Padding(1, 0);

        boolean contains(long stored) {
            return stored >= from && stored <= to;
        }
    }
}
