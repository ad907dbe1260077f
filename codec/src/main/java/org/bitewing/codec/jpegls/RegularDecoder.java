package org.bitewing.codec.jpegls;

/** Decodes a sample in regular mode, with any parameters (14495-1 A.4 to A.6). */
final class RegularDecoder {
    private final BitReader in;
    private final CodingParameters parameters;
    private final Contexts contexts;

    RegularDecoder(BitReader in, CodingParameters parameters, Contexts contexts) {
        this.in = in;
        this.parameters = parameters;
        this.contexts = contexts;
    }

    /** Reads a sample, given its neighbours and the signed number of its context. */
    int readSample(int ra, int rb, int rc, int signed) {
        int[] statistics = contexts.regular;
        int sign = signed >> 31;
        int context = Contexts.negate(signed, sign) * Contexts.SIZE;
        int ck = statistics[context + Contexts.C_AND_K];
        int k = ck & Contexts.K_MASK;
        int mapped = in.readGolomb(k, parameters.limit, parameters.errorBits);
        int error = mapped >>> 1 ^ -(mapped & 1);
        if (parameters.near == 0) {
            error ^= Contexts.inversion(statistics, context, k);
        }
        int predicted = Contexts.predict(ra, rb, rc, sign, ck, parameters.maximum);
        Contexts.update(statistics, context, error, parameters.step, parameters.reset);
        return parameters.reconstruct(predicted, Contexts.negate(error, sign));
    }
}
