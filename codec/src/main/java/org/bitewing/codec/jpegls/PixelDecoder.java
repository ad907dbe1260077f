package org.bitewing.codec.jpegls;

/**
 * Decodes a line of all components together, for scans that interleave samples (14495-1 A.8, ILV = 2): a run goes on
 * while all components repeat, and outside of runs context 0 is one as any other.
 */
final class PixelDecoder {
    private final BitReader in;
    private final CodingParameters parameters;
    private final Contexts contexts;
    private final RunDecoder run;
    /** The signed contexts of the components of a pixel. */
    private final int[] signed = new int[4];

    PixelDecoder(BitReader in, CodingParameters parameters, Contexts contexts, RunDecoder run) {
        this.in = in;
        this.parameters = parameters;
        this.contexts = contexts;
        this.run = run;
    }

    /** Decodes the samples 1 to {@code width} of {@code count} lines, given those above. */
    void decode(int[][] above, int[][] lines, int count, int width) {
        for (int c = 0; c < count; c++) {
            lines[c][0] = above[c][1];
            above[c][width + 1] = above[c][width];
        }
        for (int x = 1; x <= width;) {
            if (findContexts(above, lines, count, x)) {
                x = decodeRun(above, lines, count, x, width);
            } else {
                for (int c = 0; c < count; c++) {
                    int predicted = Contexts.predict(lines[c][x - 1], above[c][x], above[c][x - 1]);
                    lines[c][x] = decodeSample(predicted, signed[c]);
                }
                x++;
            }
        }
        in.checkNotExhausted();
    }

    /** Finds the contexts of a pixel; true if all are of run mode. */
    private boolean findContexts(int[][] above, int[][] lines, int count, int x) {
        byte[] gradients = parameters.gradients;
        int all = 0;
        for (int c = 0; c < count; c++) {
            int[] up = above[c];
            int rb = up[x];
            int rc = up[x - 1];
            signed[c] = Contexts.context(gradients, parameters.maximum, up[x + 1] - rb, rb - rc,
                    rc - lines[c][x - 1]);
            all |= signed[c];
        }
        return all == 0;
    }

    private int decodeSample(int median, int signedContext) {
        int[] statistics = contexts.regular;
        int sign = signedContext >> 31;
        int context = ((signedContext ^ sign) - sign) * Contexts.SIZE;
        int ck = statistics[context + Contexts.C_AND_K];
        int k = ck & Contexts.K_MASK;
        int mapped = in.readGolomb(k, parameters.limit, parameters.errorBits);
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (parameters.near == 0) {
            error ^= Contexts.inversion(statistics, context, k);
        }
        int c = ck >> Contexts.C_SHIFT;
        int predicted = Math.max(0, Math.min(median + ((c ^ sign) - sign), parameters.maximum));
        Contexts.update(statistics, context, error, parameters.step, parameters.reset);
        return parameters.reconstruct(predicted, (error ^ sign) - sign);
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
