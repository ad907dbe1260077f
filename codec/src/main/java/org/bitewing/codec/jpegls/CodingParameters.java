package org.bitewing.codec.jpegls;

import java.util.Arrays;

/** What follows from the parameters of a scan before its first sample (14495-1 A.2.1), and the gradient table. */
final class CodingParameters {
    /** J: run segments are of two to the J[RUNindex] samples (14495-1 A.2.1). */
    static final int[] J = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12,
        13, 14, 15};

    /** The largest sample, MAXVAL. */
    int maximum;
    /** The largest error, NEAR. */
    int near;
    /** How far apart two errors are after quantisation: 2 NEAR + 1. */
    int step;
    /** One by {@link #step}, with 32 bits behind the point, rounded up. */
    private long reciprocal;
    /** How many errors there are after quantisation, RANGE. */
    int range;
    /** Bits of an error that is written without Golomb coding, qbpp. */
    int errorBits;
    /** The longest Golomb code, LIMIT. */
    int limit;
    /** RESET. */
    int reset;
    /** For a gradient plus {@link #maximum}, its quantised value -4 to 4 (14495-1 A.3.3). */
    byte[] gradients = new byte[0];
    private PresetParameters preset = PresetParameters.UNSPECIFIED;

    /** Takes over the parameters of a scan; they have been found without fault. */
    void set(PresetParameters newPreset, int newNear) {
        if (newPreset.equals(preset) && newNear == near) {
            return;
        }
        preset = newPreset;
        near = newNear;
        maximum = preset.maximumSample();
        reset = preset.reset();
        step = 2 * near + 1;
        reciprocal = (1L << 32) / step + 1;
        range = (maximum + 2 * near) / step + 1;
        errorBits = bits(range - 1);
        int sampleBits = Math.max(2, bits(maximum));
        limit = 2 * (sampleBits + Math.max(8, sampleBits));
        if (gradients.length != 2 * maximum + 1) {
            gradients = new byte[2 * maximum + 1];
        }
        fill(0, near, 0);
        fill(near + 1, preset.threshold1() - 1, 1);
        fill(preset.threshold1(), preset.threshold2() - 1, 2);
        fill(preset.threshold2(), preset.threshold3() - 1, 3);
        fill(preset.threshold3(), maximum, 4);
    }

    /** Bits that hold 0 to {@code most}. */
    private static int bits(int most) {
        return 32 - Integer.numberOfLeadingZeros(most);
    }

    private void fill(int from, int to, int value) {
        if (from <= to) {
            Arrays.fill(gradients, maximum + from, maximum + to + 1, (byte) value);
            Arrays.fill(gradients, maximum - to, maximum - from + 1, (byte) -value);
        }
    }

    /** True where the modulo reduction of errors (14495-1 A.4.5) is a mask of bits. */
    boolean isPlainLossless() {
        return near == 0 && (range & range - 1) == 0;
    }

    /**
     * The sample from its prediction and the quantised error (14495-1 A.4.4, A.4.5). Errors too large for any sample,
     * as broken streams have them, end in the range of samples too.
     */
    int reconstruct(int predicted, int error) {
        int sample = predicted + error * step;
        if (sample < -near) {
            sample += range * step;
        } else if (sample > maximum + near) {
            sample -= range * step;
        }
        return Math.max(0, Math.min(sample, maximum));
    }

    /** An error in steps of the error bound (14495-1 A.4.4). */
    int quantize(int error) {
        // A division, by a product with the reciprocal: exact, as the error has no more than 17 bits.
        int magnitude = (int) ((Math.abs(error) + near) * reciprocal >>> 32);
        return error > 0 ? magnitude : -magnitude;
    }

    /** An error modulo {@link #range}, with the least magnitude (14495-1 A.4.5). */
    int reduce(int error) {
        int positive = error < 0 ? error + range : error;
        return positive >= range + 1 >> 1 ? positive - range : positive;
    }

    /**
     * Finds the signed contexts of the components of a pixel, where samples are interleaved.
     *
     * @return true if all are 0, which is run mode
     */
    boolean findContexts(int[][] above, int[][] lines, int count, int x, int[] signed) {
        int all = 0;
        for (int c = 0; c < count; c++) {
            int[] up = above[c];
            int rb = up[x];
            int rc = up[x - 1];
            signed[c] = Contexts.context(gradients, maximum, up[x + 1] - rb, rb - rc, rc - lines[c][x - 1]);
            all |= signed[c];
        }
        return all == 0;
    }
}
