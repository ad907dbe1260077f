package org.bitewing.codec.image;

import org.bitewing.codec.image.Voi.Window;

/**
 * From values of the modality to shades of the picture (PS3.3 C.11.2). Fractions are cut, not rounded, so that all
 * shades get equal shares of the values, and pictures compare with those of DCMTK.
 */
interface GrayCurve {
    /** The shade of a value, 0 to {@code maximum}. */
    int shade(double value);

    /** All values that can be, in equal shares. */
    static GrayCurve everything(double least, double most, int maximum) {
        double gradient = (maximum + 1) / (most - least + 1);
        return value -> clamp((value - least) * gradient, maximum);
    }

    /** A table of values of interest. */
    static GrayCurve table(LookupTable table, int maximum) {
        double gradient = (maximum + 1.0) / (1 << table.bits());
        return value -> clamp(table.at(value) * gradient, maximum);
    }

    static GrayCurve window(Window window, int maximum) {
        double center = window.center();
        return switch (window.function()) {
            case LINEAR -> {
                double width = Math.max(1, window.width()) - 1;
                yield linear(center - 0.5 - width / 2, center - 0.5 + width / 2, maximum);
            }
            case LINEAR_EXACT -> {
                double width = Math.max(0, window.width());
                yield linear(center - width / 2, center + width / 2, maximum);
            }
            case SIGMOID -> {
                double width = window.width() > 0 ? window.width() : 1;
                yield value -> clamp(maximum / (1 + Math.exp(-4 * (value - center) / width)), maximum);
            }
        };
    }

    private static GrayCurve linear(double black, double white, int maximum) {
        double gradient = white > black ? maximum / (white - black) : 0;
        double offset = maximum - gradient * white;
        return value -> value <= black ? 0 : value > white ? maximum : clamp(offset + value * gradient, maximum);
    }

    private static int clamp(double shade, int maximum) {
        return (int) Math.max(0, Math.min(shade, maximum));
    }
}
