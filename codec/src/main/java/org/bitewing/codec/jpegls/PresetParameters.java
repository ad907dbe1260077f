package org.bitewing.codec.jpegls;

/**
 * The preset coding parameters (14495-1 C.2.4.1.1): the largest sample, the thresholds between which gradients count
 * as equal, and how many samples a context sees before its counts are halved.
 *
 * @param maximumSample MAXVAL, 1 to two to the bits per sample less one
 * @param threshold1    T1, near + 1 to MAXVAL
 * @param threshold2    T2, T1 to MAXVAL
 * @param threshold3    T3, T2 to MAXVAL
 * @param reset         RESET, 3 to the larger of 255 and MAXVAL
 */
public record PresetParameters(int maximumSample, int threshold1, int threshold2, int threshold3, int reset) {
    /** All zero: in a stream, a zero asks for the default. */
    static final PresetParameters UNSPECIFIED = new PresetParameters(0, 0, 0, 0, 0);
    private static final int BASIC_T1 = 3;
    private static final int BASIC_T2 = 7;
    private static final int BASIC_T3 = 21;
    private static final int BASIC_RESET = 64;

    /**
     * The parameters that hold where a stream gives none (14495-1 C.2.4.1.1.1).
     *
     * @param bitsPerSample 2 to 16
     * @param near          the largest error of a sample, 0 for lossless
     * @return the defaults
     */
    public static PresetParameters defaults(int bitsPerSample, int near) {
        return UNSPECIFIED.orDefaults(bitsPerSample, near);
    }

    /** These parameters, with the default for each that is zero. */
    PresetParameters orDefaults(int bitsPerSample, int near) {
        int maximum = maximumSample != 0 ? maximumSample : (1 << bitsPerSample) - 1;
        int t1 = threshold1;
        int t2 = threshold2;
        int t3 = threshold3;
        if (maximum >= 128) {
            int factor = Math.min(maximum, 4095) + 128 >> 8;
            t1 = t1 != 0 ? t1 : clamp(factor * (BASIC_T1 - 2) + 2 + 3 * near, near + 1, maximum);
            t2 = t2 != 0 ? t2 : clamp(factor * (BASIC_T2 - 3) + 3 + 5 * near, t1, maximum);
            t3 = t3 != 0 ? t3 : clamp(factor * (BASIC_T3 - 4) + 4 + 7 * near, t2, maximum);
        } else {
            int factor = 256 / (maximum + 1);
            t1 = t1 != 0 ? t1 : clamp(Math.max(2, BASIC_T1 / factor + 3 * near), near + 1, maximum);
            t2 = t2 != 0 ? t2 : clamp(Math.max(3, BASIC_T2 / factor + 5 * near), t1, maximum);
            t3 = t3 != 0 ? t3 : clamp(Math.max(4, BASIC_T3 / factor + 7 * near), t2, maximum);
        }
        return new PresetParameters(maximum, t1, t2, t3, reset != 0 ? reset : BASIC_RESET);
    }

    /** The value, or {@code least} if it is outside of {@code least} to {@code maximum} (14495-1 C.2.4.1.1.1). */
    private static int clamp(int value, int least, int maximum) {
        return value > maximum || value < least ? least : value;
    }

    /** What is wrong with these parameters, none of them zero; empty if nothing is. */
    String fault(int bitsPerSample, int near) {
        if (maximumSample < 1 || maximumSample >= 1 << bitsPerSample) {
            return "MAXVAL " + maximumSample + " does not go with " + bitsPerSample + " bits";
        }
        if (near < 0 || near > Math.min(255, maximumSample / 2)) {
            return "NEAR " + near + " is not 0 to " + Math.min(255, maximumSample / 2);
        }
        if (threshold1 < near + 1 || threshold2 < threshold1 || threshold3 < threshold2
                || threshold3 > maximumSample) {
            return "Thresholds T1, T2, T3 of " + threshold1 + ", " + threshold2 + ", " + threshold3
                    + " do not ascend from " + (near + 1) + " to " + maximumSample;
        }
        if (reset < 3 || reset > Math.max(255, maximumSample)) {
            return "RESET " + reset + " is not 3 to " + Math.max(255, maximumSample);
        }
        return "";
    }
}
