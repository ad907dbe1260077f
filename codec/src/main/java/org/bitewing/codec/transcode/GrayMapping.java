package org.bitewing.codec.transcode;

/**
 * How gray pixels become the unsigned numbers that a lossy compression takes, where they are something else. As one
 * immutable value.
 *
 * @param bits       that are to be stored, 0 for as many as are stored already, or else 12, or else 8
 * @param wholeRange whether all numbers that the stored bits can have find room, rather than those that occur
 * @param identity   whether the new numbers are to be the values themselves, with windows that are changed to suit them,
 *                   rather than Rescale Slope and Intercept (PS3.3 C.11.1) leading back to the old values
 */
public record GrayMapping(int bits, boolean wholeRange, boolean identity) {
    private static final GrayMapping USUAL = new GrayMapping(0, false, false);

    /**
     * Checks the bits.
     *
     * @param bits       0 to 16
     * @param wholeRange all numbers that can be
     * @param identity   no rescale
     */
    public GrayMapping {
        if (bits < 0 || bits > 16) {
            throw new IllegalArgumentException("gray pixels of " + bits + " bits");
        }
    }

    /**
     * Every pixel keeps its value, as closely as the bits that the compression takes allow.
     *
     * @return the mapping where none is asked for
     */
    public static GrayMapping usual() {
        return USUAL;
    }
}
