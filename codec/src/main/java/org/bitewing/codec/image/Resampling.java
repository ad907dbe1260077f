package org.bitewing.codec.image;

import org.bitewing.codec.image.Framing.Scaling;

/**
 * Cuts and scales planes of values, first across and then down. For each position there are the source positions that
 * count, and their weights; the positions are those of DCMTK, so that pictures compare.
 *
 * @param firsts  the first source position of each
 * @param weights of it and those behind it
 */
record Resampling(int[] firsts, double[][] weights) {

    /** The part of a frame at its size; several channels side by side. */
    static double[] apply(double[] values, int frameColumns, int frameRows, int channels, Framing framing) {
        double[] part = cut(values, frameColumns, frameRows, channels, framing);
        Scaling scaling = suitable(framing);
        double[] across = framing.columns() == framing.width() ? part
                : of(framing.width(), framing.columns(), scaling).across(part, framing.width(), channels);
        return framing.rows() == framing.height() ? across
                : of(framing.height(), framing.rows(), scaling).down(across, framing.columns() * channels);
    }

    private static double[] cut(double[] values, int columns, int rows, int channels, Framing framing) {
        if (framing.left() == 0 && framing.top() == 0 && framing.width() == columns && framing.height() == rows) {
            return values;
        }
        double[] part = new double[framing.width() * framing.height() * channels];
        int from = (int) Math.max(0, -(long) framing.left());
        int to = (int) Math.min(framing.width(), (long) columns - framing.left());
        for (int y = 0; y < framing.height(); y++) {
            long row = (long) framing.top() + y;
            if (row >= 0 && row < rows && from < to) {
                System.arraycopy(values, ((int) row * columns + framing.left() + from) * channels, part,
                        (y * framing.width() + from) * channels, (to - from) * channels);
            }
        }
        return part;
    }

    private static Scaling suitable(Framing framing) {
        boolean grows = framing.columns() >= framing.width() && framing.rows() >= framing.height();
        int least = Math.min(framing.width(), framing.height());
        return switch (framing.scaling()) {
            case NEAREST, AREA -> framing.scaling();
            case LINEAR -> grows && least >= 2 ? Scaling.LINEAR : Scaling.AREA;
            case CUBIC -> !grows || least < 2 ? Scaling.AREA : least >= 3 ? Scaling.CUBIC : Scaling.LINEAR;
        };
    }

    private double[] across(double[] values, int width, int channels) {
        int lines = values.length / (width * channels);
        double[] target = new double[lines * firsts.length * channels];
        for (int line = 0, to = 0; line < lines; line++) {
            for (int i = 0; i < firsts.length; i++) {
                int from = (line * width + firsts[i]) * channels;
                for (int channel = 0; channel < channels; channel++, to++) {
                    for (int j = 0; j < weights[i].length; j++) {
                        target[to] += weights[i][j] * values[from + j * channels + channel];
                    }
                }
            }
        }
        return target;
    }

    private double[] down(double[] values, int length) {
        double[] target = new double[firsts.length * length];
        for (int i = 0; i < firsts.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                for (int x = 0; x < length; x++) {
                    target[i * length + x] += weights[i][j] * values[(firsts[i] + j) * length + x];
                }
            }
        }
        return target;
    }

    private static Resampling of(int from, int to, Scaling scaling) {
        return switch (scaling) {
            case NEAREST -> {
                double[][] weights = new double[to][];
                java.util.Arrays.fill(weights, new double[] {1});
                yield new Resampling(nearest(from, to), weights);
            }
            case AREA -> area(from, to);
            case LINEAR -> linear(from, to);
            case CUBIC -> cubic(from, to);
        };
    }

    /** Positions repeated or left out, evenly: one is in the middle, two at thirds. */
    static int[] nearest(int from, int to) {
        int fewer = Math.min(from, to);
        int more = Math.max(from, to);
        int usual = more / fewer;
        int odd = usual + 1;
        int left = more % fewer;
        if (left > fewer / 2) {
            left = fewer - left;
            usual = odd;
            odd--;
        }
        double distance = (double) fewer / (left + 1);
        double next = distance;
        int[] sources = new int[to];
        int at = 0;
        for (int i = 0; i < fewer; i++) {
            int step = usual;
            if (i >= (int) next && left > 0) {
                step = odd;
                next += distance;
                left--;
            }
            if (to < from) {
                sources[i] = at;
                at += step;
            } else {
                java.util.Arrays.fill(sources, at, at + step, i);
                at += step;
            }
        }
        return sources;
    }

    private static Resampling area(int from, int to) {
        double scale = (double) from / to;
        int[] firsts = new int[to];
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            double start = i * scale;
            double end = Math.min(from, (i + 1) * scale);
            firsts[i] = Math.min((int) start, from - 1);
            int last = Math.max(firsts[i], (int) Math.ceil(end - 1e-9) - 1);
            weights[i] = new double[last - firsts[i] + 1];
            for (int j = firsts[i]; j <= last; j++) {
                weights[i][j - firsts[i]] = Math.max(0, Math.min(end, j + 1) - Math.max(start, j)) / (end - start);
            }
        }
        return new Resampling(firsts, weights);
    }

    private static Resampling linear(int from, int to) {
        double scale = (double) from / to;
        int[] firsts = new int[to];
        double[][] weights = new double[to][];
        int source = 0;
        for (int i = 0; i < to; i++) {
            firsts[i] = source;
            weights[i] = linear(Math.min(1, i * scale - source));
            if (source < from - 2 && i * scale >= source + 1) {
                source++;
            }
        }
        edges(from, firsts, weights);
        return new Resampling(firsts, weights);
    }

    private static double[] linear(double offset) {
        return new double[] {1 - offset, offset};
    }

    /** The first and the last position are those of the source. */
    private static void edges(int from, int[] firsts, double[][] weights) {
        int last = firsts.length - 1;
        firsts[0] = 0;
        weights[0] = new double[] {1};
        firsts[last] = from - 1;
        weights[last] = new double[] {1};
    }

    /** Linear at the edges, where there are not four positions. */
    private static Resampling cubic(int from, int to) {
        double scale = (double) from / to;
        int edge = to / from;
        int[] firsts = new int[to];
        double[][] weights = new double[to][];
        int source = 0;
        for (int i = 0; i < to; i++) {
            source = i == edge + 1 ? 1 : source;
            double offset = Math.min(1, i * scale - source);
            boolean inside = i > edge && i < to - 2 * edge && source < from - 2;
            firsts[i] = inside ? source - 1 : source;
            weights[i] = inside ? cubic(offset) : linear(offset);
            if (i > edge && source < from - (inside ? 3 : 2) && i * scale >= source + 1) {
                source++;
            }
        }
        edges(from, firsts, weights);
        return new Resampling(firsts, weights);
    }

    /** The curve through four points that Catmull and Rom describe. */
    private static double[] cubic(double t) {
        return new double[] {((-t + 2) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((-3 * t + 4) * t + 1) * t / 2,
            (t - 1) * t * t / 2};
    }
}
