package org.bitewing.codec.image;

/** The shape of a window: VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3. */
public enum VoiFunction {
    /** From c - 0.5 - (w-1)/2 to c - 0.5 + (w-1)/2: made for integers. */
    LINEAR,
    /** From c - w/2 to c + w/2. */
    LINEAR_EXACT,
    /** 1 / (1 + exp(-4 (x - c) / w)). */
    SIGMOID;

    /**
     * The function of a defined term of VOI LUT Function (0028,1056).
     *
     * @param term the term
     * @return LINEAR where there is none, or one that the standard does not have
     */
    public static VoiFunction of(String term) {
        return switch (term) {
            case "SIGMOID" -> SIGMOID;
            case "LINEAR_EXACT" -> LINEAR_EXACT;
            default -> LINEAR;
        };
    }
}
