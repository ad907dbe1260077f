package org.bitewing.codec.jpegls;

/**
 * The statistics that steer the coding of errors (14495-1 A.2.1): 365 contexts of regular mode, two of run
 * interruption. The functions here are what decoder and encoder have in common, small enough to become part of their
 * loops.
 *
 * <p>A regular context is four adjacent integers, A, B, C and N. The Golomb parameter k of the next sample is found
 * when A and N change and kept with C, which takes the search for k off the way from one sample to the next: an
 * update of one context runs beside the decoding in another.
 */
final class Contexts {
    /** Integers of a context. */
    static final int SIZE = 4;
    /** Where B is in a context. A is its first integer. */
    static final int B = 1;
    /** Where C is, in the bits from {@link #C_SHIFT} on; the bits below are k. */
    static final int C_AND_K = 2;
    /** Where N is. */
    static final int N = 3;
    static final int C_SHIFT = 6;
    static final int K_MASK = (1 << C_SHIFT) - 1;
    private static final int COUNT = 365;

    /** All regular contexts, by the number of the context times {@link #SIZE}. */
    final int[] regular = new int[COUNT * SIZE];
    /** A[365] and A[366]. */
    final int[] runA = new int[2];
    /** N[365] and N[366]. */
    final int[] runN = new int[2];
    /** Nn[365] and Nn[366]: how many errors were negative. */
    final int[] runNegative = new int[2];

    /** Initialises the contexts, at the start of a scan and after each restart marker. */
    void reset(int range) {
        int a = Math.max(2, range + 32 >> 6);
        int k = golombParameter(a, 1);
        for (int i = 0; i < regular.length; i += SIZE) {
            regular[i] = a;
            regular[i + B] = 0;
            regular[i + C_AND_K] = k;
            regular[i + N] = 1;
        }
        for (int i = 0; i < 2; i++) {
            runA[i] = a;
            runN[i] = 1;
            runNegative[i] = 0;
        }
    }

    /** The number of the context for three gradients, negative where the sign is (14495-1 A.3.4); 0 is run mode. */
    static int context(byte[] gradients, int zero, int d1, int d2, int d3) {
        return (gradients[zero + d1] * 9 + gradients[zero + d2]) * 9 + gradients[zero + d3];
    }

    /**
     * The edge-detecting predictor (14495-1 A.4.1), which is the median of the neighbours left and above and of the
     * plane through all three, corrected by C of the context (14495-1 A.4.2): without branches, for edges cannot be
     * foreseen.
     *
     * @param sign all ones for a context of negative number, else zero
     * @param ck   C and k of the context
     */
    static int predict(int ra, int rb, int rc, int sign, int ck, int maximum) {
        int median = Math.max(Math.min(ra, rb), Math.min(Math.max(ra, rb), ra + rb - rc));
        return Math.max(0, Math.min(median + negate(ck >> C_SHIFT, sign), maximum));
    }

    /** The value, or its negative where {@code sign} is all ones instead of zero. */
    static int negate(int value, int sign) {
        return (value ^ sign) - sign;
    }

    /** The least k with N times two to the k no less than A (14495-1 A.5.1), without a loop. */
    static int golombParameter(int a, int n) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
        return k + ((n << k) - a >>> 31);
    }

    /**
     * All ones where errors are mapped the other way round (14495-1 A.5.2), which they are if k is 0 and the errors of
     * the context lean to the negative; lossless only.
     */
    static int inversion(int[] contexts, int context, int k) {
        return k == 0 ? 2 * contexts[context + B] + contexts[context + N] - 1 >> 31 : 0;
    }

    /**
     * Learns an error (14495-1 A.6). The bias is computed without branches: on noise, each of its cases is as likely
     * as the next.
     */
    static void update(int[] contexts, int context, int error, int step, int reset) {
        int a = contexts[context] + Math.abs(error);
        int b = contexts[context + B] + error * step;
        int n = contexts[context + N];
        if (n == reset) {
            a >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        int low = b + n - 1 >> 31;
        int high = -b >> 31;
        b += (n & low) - (n & high);
        int c = (contexts[context + C_AND_K] >> C_SHIFT) + low - high;
        contexts[context] = a;
        contexts[context + B] = Math.min(0, Math.max(b, 1 - n));
        contexts[context + C_AND_K] = Math.max(-128, Math.min(c, 127)) << C_SHIFT | golombParameter(a, n);
        contexts[context + N] = n;
    }

    /** The Golomb parameter of run interruption (14495-1 A.7.2). */
    int runGolombParameter(int type) {
        return golombParameter(runA[type] + (type == 1 ? runN[1] >> 1 : 0), runN[type]);
    }

    /** Learns the error of a run interruption (14495-1 A.7.2), as it is and as it was mapped. */
    void updateRun(int type, int error, int mapped, int reset) {
        runNegative[type] -= error >> 31;
        runA[type] += mapped + 1 - type >> 1;
        if (runN[type] == reset) {
            runA[type] >>= 1;
            runN[type] >>= 1;
            runNegative[type] >>= 1;
        }
        runN[type]++;
    }
}
