package org.bitewing.codec.jpegls;

/**
 * Decodes a line of all components together, for scans that interleave samples (14495-1 A.8, ILV = 2): a run goes on
 * while all components repeat, and outside of runs context 0 is one as any other.
 */
final class PixelDecoder {
    private final BitReader in;
    private final CodingParameters parameters;
    private final RegularDecoder regular;
    private final RunDecoder run;
    /** The signed contexts of the components of a pixel. */
    private final int[] signed = new int[FrameReader.MOST_COMPONENTS];

    PixelDecoder(BitReader in, CodingParameters parameters, RegularDecoder regular, RunDecoder run) {
        this.in = in;
        this.parameters = parameters;
        this.regular = regular;
        this.run = run;
    }

    /** Decodes the samples 1 to {@code width} of {@code count} lines, given those above. */
    void decode(int[][] above, int[][] lines, int count, int width) {
        for (int c = 0; c < count; c++) {
            lines[c][0] = above[c][1];
            above[c][width + 1] = above[c][width];
        }
        for (int x = 1; x <= width;) {
            if (parameters.findContexts(above, lines, count, x, signed)) {
                x = decodeRun(above, lines, count, x, width);
            } else {
                for (int c = 0; c < count; c++) {
                    lines[c][x] = regular.readSample(lines[c][x - 1], above[c][x], above[c][x - 1], signed[c]);
                }
                x++;
            }
        }
        in.checkNotExhausted();
    }

    /** Decodes a run from x on and the pixel that ends it; returns the next x. */
    private int decodeRun(int[][] above, int[][] lines, int count, int x, int width) {
        int length = run.readLength(width + 1 - x);
        int stop = x + length;
        for (int c = 0; c < count; c++) {
            int ra = lines[c][x - 1];
            for (int i = x; i < stop; i++) {
                lines[c][i] = ra;
            }
        }
        if (stop > width) {
            return stop;
        }
        for (int c = 0; c < count; c++) {
            int rb = above[c][stop];
            lines[c][stop] = run.readSample(rb, rb >= lines[c][x - 1]);
        }
        run.ended();
        return stop + 1;
    }
}
