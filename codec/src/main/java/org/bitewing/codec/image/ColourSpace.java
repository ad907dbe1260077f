package org.bitewing.codec.image;

import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** From the colours of a frame to red, green and blue (PS3.3 C.7.6.3.1.2). */
final class ColourSpace {
    private final PhotometricInterpretation photometric;
    /** The largest sample, and the chrominance of gray. */
    private final double most;
    private final double half;

    ColourSpace(ImageLayout layout) {
        this.photometric = layout.photometric();
        this.most = Math.pow(2, layout.bitsStored()) - 1;
        this.half = Math.pow(2, layout.bitsStored() - 1);
    }

    /** A number of one range in another one: fractions are cut where the range shrinks, as bits are. */
    static short scaled(double value, double from, int to) {
        double clamped = Math.max(0, Math.min(value, from));
        if (from == to) {
            return (short) (int) (clamped + 0.5);
        }
        return (short) (int) (from > to ? Math.min(to, clamped * (to + 1) / (from + 1)) : clamped * to / from + 0.5);
    }

    /** Writes red, green and blue of a pixel with up to four samples. */
    void convert(double a, double b, double c, double d, int maximum, short[] values, int at) {
        switch (photometric) {
            case YBR_FULL, YBR_FULL_422, YBR_ICT -> put(a + 1.402 * (c - half),
                    a - 0.344136 * (b - half) - 0.714136 * (c - half), a + 1.772 * (b - half), maximum, values, at);
            case YBR_PARTIAL_422, YBR_PARTIAL_420 -> partial(a, b, c, maximum, values, at);
            case YBR_RCT -> {
                double green = a - Math.floor((b + c - 2 * half) / 4);
                put(c - half + green, green, b - half + green, maximum, values, at);
            }
            case HSV -> hsv(a / (most + 1), b / most, c / most, maximum, values, at);
            case ARGB -> put(b, c, d, maximum, values, at);
            case CMYK -> put(most - a - d, most - b - d, most - c - d, maximum, values, at);
            default -> put(a, b, c, maximum, values, at);
        }
    }

    /** Luminance of 16 to 235 and chrominances of 16 to 240, of 255. */
    private void partial(double a, double b, double c, int maximum, short[] values, int at) {
        double unit = (most + 1) / 256;
        double luminance = (a - 16 * unit) * 255 / 219;
        double blue = (b - half) * 255 / 224;
        double red = (c - half) * 255 / 224;
        put(luminance + 1.402 * red, luminance - 0.344136 * blue - 0.714136 * red, luminance + 1.772 * blue, maximum,
                values, at);
    }

    private void hsv(double hue, double saturation, double value, int maximum, short[] values, int at) {
        double sector = hue * 6;
        double fraction = sector - Math.floor(sector);
        double low = value * (1 - saturation);
        double falling = value * (1 - saturation * fraction);
        double rising = value * (1 - saturation * (1 - fraction));
        switch ((int) sector) {
            case 0 -> put(value * most, rising * most, low * most, maximum, values, at);
            case 1 -> put(falling * most, value * most, low * most, maximum, values, at);
            case 2 -> put(low * most, value * most, rising * most, maximum, values, at);
            case 3 -> put(low * most, falling * most, value * most, maximum, values, at);
            case 4 -> put(rising * most, low * most, value * most, maximum, values, at);
            default -> put(value * most, low * most, falling * most, maximum, values, at);
        }
    }

    private void put(double red, double green, double blue, int maximum, short[] values, int at) {
        values[at] = scaled(red, most, maximum);
        values[at + 1] = scaled(green, most, maximum);
        values[at + 2] = scaled(blue, most, maximum);
    }
}
