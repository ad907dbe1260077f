package org.bitewing.codec.jpegls;

/** Encodes a sample in regular mode (14495-1 A.4 to A.6). */
final class RegularEncoder {
    private final BitWriter out;
    private final CodingParameters parameters;
    private final Contexts contexts;

    RegularEncoder(BitWriter out, CodingParameters parameters, Contexts contexts) {
        this.out = out;
        this.parameters = parameters;
        this.contexts = contexts;
    }

    /** Writes a sample, given its neighbours and the signed number of its context; returns what decoding will give. */
    int writeSample(int sample, int ra, int rb, int rc, int signed) {
        int[] statistics = contexts.regular;
        int sign = signed >> 31;
        int context = Contexts.negate(signed, sign) * Contexts.SIZE;
        int ck = statistics[context + Contexts.C_AND_K];
        int k = ck & Contexts.K_MASK;
        int predicted = Contexts.predict(ra, rb, rc, sign, ck, parameters.maximum);
        int error = Contexts.negate(sample - predicted, sign);
        int decoded = sample;
        int inversion = 0;
        if (parameters.near == 0) {
            inversion = Contexts.inversion(statistics, context, k);
        } else {
            error = parameters.quantize(error);
            decoded = parameters.reconstruct(predicted, Contexts.negate(error, sign));
        }
        error = parameters.reduce(error);
        int inverted = error ^ inversion;
        out.writeGolomb(inverted << 1 ^ inverted >> 31, k, parameters.limit, parameters.errorBits);
        Contexts.update(statistics, context, error, parameters.step, parameters.reset);
        return decoded;
    }
}
