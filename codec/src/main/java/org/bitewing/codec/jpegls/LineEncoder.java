package org.bitewing.codec.jpegls;

/**
 * Encodes lines (14495-1 A.8): of one component for scans that interleave lines or nothing, or of all where samples
 * are interleaved. Lines have the shape that {@link LineDecoder} tells of; where the coding has a loss, each sample is
 * replaced by what a decoder will see, for that is what the next ones are predicted from.
 */
final class LineEncoder {
    private final CodingParameters parameters;
    private final RegularEncoder regular;
    private final RunEncoder run;
    /** The signed contexts of the components of a pixel. */
    private final int[] signed = new int[FrameReader.MOST_COMPONENTS];

    LineEncoder(CodingParameters parameters, RegularEncoder regular, RunEncoder run) {
        this.parameters = parameters;
        this.regular = regular;
        this.run = run;
    }

    /** Encodes the samples 1 to {@code width}, given the line above. */
    void encode(int[] above, int[] line, int width) {
        line[0] = above[1];
        above[width + 1] = above[width];
        byte[] gradients = parameters.gradients;
        int maximum = parameters.maximum;
        for (int x = 1; x <= width;) {
            int ra = line[x - 1];
            int rb = above[x];
            int rc = above[x - 1];
            int context = Contexts.context(gradients, maximum, above[x + 1] - rb, rb - rc, rc - ra);
            if (context == 0) {
                x = encodeRun(above, line, x, width);
            } else {
                line[x] = regular.writeSample(line[x], ra, rb, rc, context);
                x++;
            }
        }
    }

    /** Encodes a run from x on and the sample that ends it; returns the next x. */
    private int encodeRun(int[] above, int[] line, int x, int width) {
        int ra = line[x - 1];
        int stop = x;
        while (stop <= width && Math.abs(line[stop] - ra) <= parameters.near) {
            line[stop++] = ra;
        }
        run.writeLength(stop - x, stop <= width);
        if (stop > width) {
            return stop;
        }
        line[stop] = run.writeSample(line[stop], ra, above[stop]);
        run.ended();
        return stop + 1;
    }

    /** Encodes the samples 1 to {@code width} of {@code count} lines together, given those above. */
    void encode(int[][] above, int[][] lines, int count, int width) {
        for (int c = 0; c < count; c++) {
            lines[c][0] = above[c][1];
            above[c][width + 1] = above[c][width];
        }
        for (int x = 1; x <= width;) {
            if (parameters.findContexts(above, lines, count, x, signed)) {
                x = encodeRun(above, lines, count, x, width);
            } else {
                for (int c = 0; c < count; c++) {
                    lines[c][x] = regular.writeSample(lines[c][x], lines[c][x - 1], above[c][x], above[c][x - 1],
                            signed[c]);
                }
                x++;
            }
        }
    }

    private int encodeRun(int[][] above, int[][] lines, int count, int x, int width) {
        int stop = x;
        while (stop <= width && isRepeated(lines, count, x - 1, stop)) {
            for (int c = 0; c < count; c++) {
                lines[c][stop] = lines[c][x - 1];
            }
            stop++;
        }
        run.writeLength(stop - x, stop <= width);
        if (stop > width) {
            return stop;
        }
        for (int c = 0; c < count; c++) {
            int rb = above[c][stop];
            lines[c][stop] = run.writeSample(lines[c][stop], rb, rb >= lines[c][x - 1], 0);
        }
        run.ended();
        return stop + 1;
    }

    private boolean isRepeated(int[][] lines, int count, int left, int x) {
        for (int c = 0; c < count; c++) {
            if (Math.abs(lines[c][x] - lines[c][left]) > parameters.near) {
                return false;
            }
        }
        return true;
    }
}
