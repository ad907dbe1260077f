package org.bitewing.codec.jpeg;

import java.util.Objects;

/**
 * How the encoders of a {@link JpegCodec} encode, where the transfer syntax leaves a choice.
 *
 * @param quality        of lossy frames, 1 to 100
 * @param ycbcr          whether red, green and blue become Y'CbCr in lossy frames
 * @param subsampling    of the chrominances then
 * @param predictor      of lossless frames, 1 to 7; process 14 selection value 1 always has 1
 * @param pointTransform bits that lossless frames drop; 0 for none
 * @param optimised      whether Huffman tables are made for each frame
 * @param smoothing      how much of lossy samples is taken from their neighbours, 0 to 100
 */
public record JpegSettings(int quality, boolean ycbcr, Subsampling subsampling, int predictor, int pointTransform,
                           boolean optimised, int smoothing) {
    private static final JpegSettings USUAL = new JpegSettings(90, true, Subsampling.HALF_WIDTH, 6, 0, true, 0);

    /**
     * Checks the numbers.
     *
     * @param quality        1 to 100
     * @param ycbcr          colour conversion
     * @param subsampling    of the chrominances
     * @param predictor      1 to 7
     * @param pointTransform 0 to 15
     * @param optimised      own tables
     * @param smoothing      0 to 100
     */
    public JpegSettings {
        Objects.requireNonNull(subsampling, "subsampling");
        if (quality < 1 || quality > 100 || predictor < 1 || predictor > 7 || pointTransform < 0
                || pointTransform > 15 || smoothing < 0 || smoothing > 100) {
            throw new IllegalArgumentException("quality " + quality + ", predictor " + predictor
                    + ", point transform " + pointTransform + ", smoothing " + smoothing);
        }
    }

    /**
     * Quality 90, Y'CbCr with half of the chrominances (which is what YBR_FULL_422 says), predictor 6, optimised
     * tables.
     *
     * @return the settings where none are given
     */
    public static JpegSettings usual() {
        return USUAL;
    }
}
