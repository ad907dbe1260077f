package org.bitewing.codec.jpegls;

/**
 * Decodes a line of one component (14495-1 A.8), for scans that interleave lines or nothing.
 *
 * <p>A line has its samples from index 1 on; index 0 and the one after the last sample are neighbours that the
 * prediction needs. What makes the loops fast: the next bits are in local variables; k comes with the context; a code
 * of up to fifteen zeros, which nearly all are, is cut from the buffer by counting leading zeros; prediction, bias and
 * signs need no branches.
 */
final class LineDecoder {
    private final BitReader in;
    private final CodingParameters parameters;
    private final Contexts contexts;
    private final RegularDecoder regular;
    private final RunDecoder run;

    LineDecoder(BitReader in, CodingParameters parameters, Contexts contexts, RegularDecoder regular, RunDecoder run) {
        this.in = in;
        this.parameters = parameters;
        this.contexts = contexts;
        this.regular = regular;
        this.run = run;
    }

    /** Decodes the samples 1 to {@code width}, given the line above. */
    void decode(int[] above, int[] line, int width) {
        // The neighbours outside of the image (14495-1 A.2.2): index 0 keeps what it had as left neighbour.
        line[0] = above[1];
        above[width + 1] = above[width];
        if (parameters.isPlainLossless()) {
            decodeLossless(above, line, width);
        } else {
            decodeWithAnyParameters(above, line, width);
        }
        in.checkNotExhausted();
    }

    private void decodeLossless(int[] above, int[] line, int width) {
        byte[] gradients = parameters.gradients;
        int maximum = parameters.maximum;
        int[] statistics = contexts.regular;
        long buffer = in.buffer;
        int bits = in.bits;
        int ra = line[0];
        for (int x = 1; x <= width;) {
            int rb = above[x];
            int rc = above[x - 1];
            int signed = Contexts.context(gradients, maximum, above[x + 1] - rb, rb - rc, rc - ra);
            if (bits < 32) {
                buffer = refill(buffer, bits);
                bits = in.bits;
            }
            int zeros = Long.numberOfLeadingZeros(buffer);
            if (signed == 0 || zeros >= BitReader.SHORT_CODE) {
                store(buffer, bits);
                x = decodeRunOrSample(above, line, x, width, signed);
                buffer = in.buffer;
                bits = in.bits;
                ra = line[x - 1];
                continue;
            }
            int sign = signed >> 31;
            int context = Contexts.negate(signed, sign) * Contexts.SIZE;
            int ck = statistics[context + Contexts.C_AND_K];
            int k = ck & Contexts.K_MASK;
            buffer = buffer << zeros << 1;
            int mapped = (zeros << k) + (int) (buffer >>> 1 >>> ~k); // by 63 - k: only six bits of a shift count
            buffer <<= k;
            bits -= zeros + 1 + k;
            int error = mapped >>> 1 ^ -(mapped & 1) ^ Contexts.inversion(statistics, context, k);
            ra = Contexts.predict(ra, rb, rc, sign, ck, maximum) + Contexts.negate(error, sign) & maximum;
            line[x++] = ra;
            Contexts.update(statistics, context, error, 1, parameters.reset);
        }
        store(buffer, bits);
    }

    private void decodeWithAnyParameters(int[] above, int[] line, int width) {
        byte[] gradients = parameters.gradients;
        int maximum = parameters.maximum;
        for (int x = 1; x <= width;) {
            int rb = above[x];
            int rc = above[x - 1];
            int signed = Contexts.context(gradients, maximum, above[x + 1] - rb, rb - rc, rc - line[x - 1]);
            x = decodeRunOrSample(above, line, x, width, signed);
        }
    }

    /** Decodes a run, where the context is 0, or one sample; returns the next x. */
    private int decodeRunOrSample(int[] above, int[] line, int x, int width, int signed) {
        if (signed == 0) {
            return decodeRun(above, line, x, width);
        }
        line[x] = regular.readSample(line[x - 1], above[x], above[x - 1], signed);
        return x + 1;
    }

    /** Decodes a run from x on and the sample that ends it; returns the next x. */
    private int decodeRun(int[] above, int[] line, int x, int width) {
        int ra = line[x - 1];
        int length = run.readLength(width + 1 - x);
        int stop = x + length;
        for (int i = x; i < stop; i++) {
            line[i] = ra;
        }
        if (stop > width) {
            return stop;
        }
        line[stop] = run.readSample(ra, above[stop]);
        run.ended();
        return stop + 1;
    }

    private void store(long buffer, int bits) {
        in.buffer = buffer;
        in.bits = bits;
    }

    private long refill(long buffer, int bits) {
        store(buffer, bits);
        in.refill();
        return in.buffer;
    }
}
