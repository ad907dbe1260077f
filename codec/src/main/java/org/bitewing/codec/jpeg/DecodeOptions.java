package org.bitewing.codec.jpeg;

import java.util.Objects;
import org.bitewing.Limits;

/**
 * How a {@link JpegDecoder} decodes, as one immutable value.
 *
 * @param limits           {@link Limits#pixels()} bounds width times height
 * @param colour           what happens to three components
 * @param photometric      what the caller knows of the components, for {@link ColourConversion#AUTO}
 * @param planar           false for colour by pixel (Planar Configuration 0), true for colour by plane (1)
 * @param keepPartial      whether a frame that ends early or goes wrong in a scan gives the lines that were decoded
 *                         before, instead of an error
 * @param signedPrediction whether predictors 4 to 7 of a lossless frame take their neighbours as signed 16-bit numbers.
 *                         That is wrong by 10918-1 H.1.2.1, and it is what some encoders of 16-bit images did (the
 *                         "predictor 6 bug"); their frames decode right with this, and correct frames decode wrong
 * @param category17       whether a code of seventeen 1-bits in a lossless frame is taken as difference category 17
 *                         with 17 bits to follow, instead of as an error: what the old Cornell encoder wrote where its
 *                         Huffman table overflowed
 */
public record DecodeOptions(Limits limits, ColourConversion colour, ColourConversion.Photometric photometric,
        boolean planar, boolean keepPartial, boolean signedPrediction, boolean category17) {

    private static final DecodeOptions DEFAULTS = new DecodeOptions(Limits.defaults(), ColourConversion.NONE,
            ColourConversion.Photometric.UNKNOWN, false, false, false, false);

    /**
     * Checks that nothing is missing.
     *
     * @param limits           bounds
     * @param colour           conversion
     * @param photometric      what the caller knows
     * @param planar           colour by plane
     * @param keepPartial      lines instead of an error
     * @param signedPrediction for frames of wrong encoders
     * @param category17       for frames of another wrong encoder
     */
    public DecodeOptions {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(photometric, "photometric");
    }

    /**
     * Default limits, components as they are coded, by pixel, errors raised, no vendor's bug assumed.
     *
     * @return the defaults
     */
    public static DecodeOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other limits.
     *
     * @param newLimits bounds
     * @return new options
     */
    public DecodeOptions withLimits(Limits newLimits) {
        return new DecodeOptions(newLimits, colour, photometric, planar, keepPartial, signedPrediction, category17);
    }

    /**
     * These options with another colour conversion.
     *
     * @param conversion     what happens to three components
     * @param interpretation what the caller knows of them
     * @return new options
     */
    public DecodeOptions withColour(ColourConversion conversion, ColourConversion.Photometric interpretation) {
        return new DecodeOptions(limits, conversion, interpretation, planar, keepPartial, signedPrediction,
                category17);
    }

    /**
     * These options with another planar configuration.
     *
     * @param byPlane false by pixel, true by plane
     * @return new options
     */
    public DecodeOptions withPlanar(boolean byPlane) {
        return new DecodeOptions(limits, colour, photometric, byPlane, keepPartial, signedPrediction, category17);
    }

    /**
     * These options with or without partial frames.
     *
     * @param keep whether to give what was decoded before an error
     * @return new options
     */
    public DecodeOptions withKeepPartial(boolean keep) {
        return new DecodeOptions(limits, colour, photometric, planar, keep, signedPrediction, category17);
    }

    /**
     * These options with or without the signed prediction of wrong encoders.
     *
     * @param signed whether neighbours are signed
     * @return new options
     */
    public DecodeOptions withSignedPrediction(boolean signed) {
        return new DecodeOptions(limits, colour, photometric, planar, keepPartial, signed, category17);
    }

    /**
     * These options with or without the category 17 of the Cornell encoder.
     *
     * @param accept whether the overflowed code is read
     * @return new options
     */
    public DecodeOptions withCategory17(boolean accept) {
        return new DecodeOptions(limits, colour, photometric, planar, keepPartial, signedPrediction, accept);
    }
}
