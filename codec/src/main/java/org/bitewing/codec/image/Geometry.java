package org.bitewing.codec.image;

/** Pictures turned, mirrored and scaled. All methods give a new picture. */
public final class Geometry {
    private Geometry() {
    }

    /**
     * A picture turned to the right.
     *
     * @param picture  any
     * @param quarters how many times by 90 degrees; less than 0 to the left
     * @return the turned picture
     */
    public static Picture turned(Picture picture, int quarters) {
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> copied(picture, picture.height(), picture.width(), 0, picture.height() - 1, false, -1, 1);
            case 2 -> copied(picture, picture.width(), picture.height(), picture.width() - 1, picture.height() - 1,
                    true, -1, -1);
            case 3 -> copied(picture, picture.height(), picture.width(), picture.width() - 1, 0, false, 1, -1);
            default -> copied(picture, picture.width(), picture.height(), 0, 0, true, 1, 1);
        };
    }

    /**
     * A picture mirrored.
     *
     * @param picture   any
     * @param leftRight whether left becomes right
     * @param topBottom whether top becomes bottom
     * @return the mirrored picture
     */
    public static Picture mirrored(Picture picture, boolean leftRight, boolean topBottom) {
        return copied(picture, picture.width(), picture.height(), leftRight ? picture.width() - 1 : 0,
                topBottom ? picture.height() - 1 : 0, true, leftRight ? -1 : 1, topBottom ? -1 : 1);
    }

    /** Copies pixels; {@code upright} steps through the source by lines, else by columns. */
    private static Picture copied(Picture picture, int width, int height, int startX, int startY, boolean upright,
                                  int stepX, int stepY) {
        int channels = picture.channels();
        short[] values = values(width, height, channels);
        short[] source = picture.values();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Turned by a quarter, a line of the target is a column of the source.
                long fromX = upright ? startX + (long) x * stepX : startX + (long) y * stepY;
                long fromY = upright ? startY + (long) y * stepY : startY + (long) x * stepX;
                if (fromX < 0 || fromY < 0 || fromX >= picture.width() || fromY >= picture.height()) {
                    continue;
                }
                int from = ((int) fromY * picture.width() + (int) fromX) * channels;
                System.arraycopy(source, from, values, (y * width + x) * channels, channels);
            }
        }
        return like(picture, width, height, values);
    }

    /**
     * A picture of another size: values between pixels are interpolated, and those of several pixels averaged.
     *
     * @param picture any
     * @param width   pixels of a line, 1 or more
     * @param height  lines, 1 or more
     * @return the scaled picture
     * @throws IllegalArgumentException where it would not fit an array
     */
    public static Picture scaled(Picture picture, int width, int height) {
        Picture across = width == picture.width() ? picture : resampled(picture, width, true);
        return height == across.height() ? across : resampled(across, height, false);
    }

    /** One direction: a weighted mean of the pixels that a new one covers, or of the two that it lies between. */
    private static Picture resampled(Picture picture, int size, boolean across) {
        int before = across ? picture.width() : picture.height();
        int width = across ? size : picture.width();
        int height = across ? picture.height() : size;
        int channels = picture.channels();
        short[] values = values(width, height, channels);
        short[] source = picture.values();
        double scale = (double) before / size;
        double reach = Math.max(1, scale);
        int step = across ? channels : picture.width() * channels;
        for (int i = 0; i < size; i++) {
            double center = (i + 0.5) * scale - 0.5;
            int first = (int) Math.ceil(center - reach);
            int last = (int) Math.floor(center + reach);
            double[] weights = weights(center, reach, first, last);
            int lines = across ? height : width;
            for (int line = 0; line < lines; line++) {
                for (int channel = 0; channel < channels; channel++) {
                    int start = (across ? line * picture.width() * channels : line * channels) + channel;
                    double sum = 0;
                    for (int j = first; j <= last; j++) {
                        int at = Math.max(0, Math.min(j, before - 1));
                        sum += weights[j - first] * (source[start + at * step] & 0xffff);
                    }
                    int to = across ? (line * width + i) * channels : (i * width + line) * channels;
                    values[to + channel] = (short) (int) (sum + 0.5);
                }
            }
        }
        return like(picture, width, height, values);
    }

    private static double[] weights(double center, double reach, int first, int last) {
        double[] weights = new double[last - first + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, 1 - Math.abs(first + i - center) / reach);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static short[] values(int width, int height, int channels) {
        if (width < 1 || height < 1 || (long) width * height * channels > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " pixels");
        }
        return new short[width * height * channels];
    }

    private static Picture like(Picture picture, int width, int height, short[] values) {
        Picture made = Picture.of(width, height, picture.channels(), picture.bits(), values);
        return picture.iccProfile().map(made::withIccProfile).orElse(made);
    }

    /**
     * A picture in other shades.
     *
     * @param picture any
     * @return dark where it was bright
     */
    public static Picture inverted(Picture picture) {
        short[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (picture.maximum() - (values[i] & 0xffff));
        }
        return like(picture, picture.width(), picture.height(), values);
    }

    /**
     * A picture without colours.
     *
     * @param picture any
     * @return the luminance of ITU-R BT.601
     */
    public static Picture gray(Picture picture) {
        if (picture.channels() == 1) {
            return picture;
        }
        short[] colours = picture.values();
        short[] values = new short[colours.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (int) (0.299 * (colours[3 * i] & 0xffff) + 0.587 * (colours[3 * i + 1] & 0xffff)
                    + 0.114 * (colours[3 * i + 2] & 0xffff));
        }
        return Picture.of(picture.width(), picture.height(), 1, picture.bits(), values);
    }
}
