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
    /** Codes of less zeros are decoded in the loop: with k up to 16, the 32 bits that are always there suffice. */
    static final int SHORT_CODE = 16;

    private final BitReader in;
    private final CodingParameters parameters;
    private final Contexts contexts;
    private final RunDecoder run;

    LineDecoder(BitReader in, CodingParameters parameters, Contexts contexts, RunDecoder run) {
        this.in = in;
        this.parameters = parameters;
        this.contexts = contexts;
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
            decodeNearLossless(above, line, width);
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
        int rb = above[0];
        int rd = above[1];
        for (int x = 1; x <= width;) {
            int rc = rb;
            rb = rd;
            rd = above[x + 1];
            int signed = Contexts.context(gradients, maximum, rd - rb, rb - rc, rc - ra);
            if (signed == 0) {
                store(buffer, bits);
                x = decodeRun(above, line, x, width);
                buffer = in.buffer;
                bits = in.bits;
                ra = line[x - 1];
                rb = above[x - 1];
                rd = above[x];
                continue;
            }
            if (bits < 32) {
                buffer = refill(buffer, bits);
                bits = in.bits;
            }
            int sign = signed >> 31;
            int context = ((signed ^ sign) - sign) * Contexts.SIZE;
            int ck = statistics[context + Contexts.C_AND_K];
            int k = ck & Contexts.K_MASK;
            int zeros = Long.numberOfLeadingZeros(buffer);
            int mapped;
            if (zeros < SHORT_CODE) {
                buffer = buffer << zeros << 1;
                mapped = (zeros << k) + (int) (buffer >>> 1 >>> ~k);
                buffer <<= k;
                bits -= zeros + 1 + k;
            } else {
                mapped = readLongCode(buffer, bits, k);
                buffer = in.buffer;
                bits = in.bits;
            }
            int error = mapped >>> 1 ^ -(mapped & 1) ^ Contexts.inversion(statistics, context, k);
            int c = ck >> Contexts.C_SHIFT;
            int predicted = Contexts.predict(ra, rb, rc) + ((c ^ sign) - sign);
            predicted = Math.max(0, Math.min(predicted, maximum));
            ra = predicted + ((error ^ sign) - sign) & maximum;
            line[x++] = ra;
            Contexts.update(statistics, context, error, 1, parameters.reset);
        }
        store(buffer, bits);
    }

    private void decodeNearLossless(int[] above, int[] line, int width) {
        int ra = line[0];
        int rb = above[0];
        int rd = above[1];
        for (int x = 1; x <= width;) {
            int rc = rb;
            rb = rd;
            rd = above[x + 1];
            int signed = Contexts.context(parameters.gradients, parameters.maximum, rd - rb, rb - rc, rc - ra);
            if (signed == 0) {
                x = decodeRun(above, line, x, width);
                ra = line[x - 1];
                rb = above[x - 1];
                rd = above[x];
            } else {
                ra = decodeSample(ra, rb, rc, signed);
                line[x++] = ra;
            }
        }
    }

    /** Decodes a sample in regular mode, with any parameters (14495-1 A.4 to A.6). */
    private int decodeSample(int ra, int rb, int rc, int signed) {
        int[] statistics = contexts.regular;
        int sign = signed >> 31;
        int context = ((signed ^ sign) - sign) * Contexts.SIZE;
        int ck = statistics[context + Contexts.C_AND_K];
        int k = ck & Contexts.K_MASK;
        int mapped = in.readGolomb(k, parameters.limit, parameters.errorBits);
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (parameters.near == 0) {
            error ^= Contexts.inversion(statistics, context, k);
        }
        int c = ck >> Contexts.C_SHIFT;
        int predicted = Contexts.predict(ra, rb, rc) + ((c ^ sign) - sign);
        predicted = Math.max(0, Math.min(predicted, parameters.maximum));
        Contexts.update(statistics, context, error, parameters.step, parameters.reset);
        return parameters.reconstruct(predicted, (error ^ sign) - sign);
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

    private int readLongCode(long buffer, int bits, int k) {
        store(buffer, bits);
        return in.readGolomb(k, parameters.limit, parameters.errorBits);
    }
}
