package org.bitewing.codec.jpeg;

import java.util.Objects;

/**
 * What a {@link JpegEncoder} makes of which samples, as one immutable value. Begin with one of the static factories.
 *
 * @param process         {@link JpegProcess#BASELINE}, {@link JpegProcess#EXTENDED_SEQUENTIAL},
 *                        {@link JpegProcess#PROGRESSIVE} or {@link JpegProcess#LOSSLESS}
 * @param precision       bits of a sample: 8, or 12 for extended and progressive, or 2 to 16 for lossless
 * @param width           samples of a line, 1 to 65535
 * @param height          lines, 1 to 65535
 * @param components      1 or 3
 * @param planar          whether the components are given by plane (Planar Configuration 1) rather than by pixel
 * @param colour          what three components are
 * @param subsampling     of the chrominance; of frames that are not Y'CbCr none
 * @param quality         1 to 100, the scale of libjpeg: 50 takes the quantisation tables of 10918-1 K.1 as they are
 * @param optimised       whether Huffman tables are made for the frame rather than those of K.3; always so where these
 *                        do not serve (12 bits, progressive, lossless)
 * @param predictor       selection value of lossless frames, 1 to 7 (H.1.2.1)
 * @param pointTransform  bits that lossless frames drop (H.1.1), 0 up to precision - 1
 * @param restartInterval lines of MCUs between restart markers, 0 for none
 * @param spectral        whether progressive frames come by spectral selection alone (G.1.1.1.1), with all bits of a
 *                        coefficient at once
 * @param smoothing       how much of a lossy frame's samples is taken from their neighbours, 0 for nothing to 100; not
 *                        for subsampled chrominance
 */
public record EncodeParameters(JpegProcess process, int precision, int width, int height, int components,
        boolean planar, ComponentColour colour, Subsampling subsampling, int quality, boolean optimised, int predictor,
        int pointTransform, int restartInterval, boolean spectral, int smoothing) {

    /**
     * Checks every number, and that they go together.
     *
     * @param process         kind of frame
     * @param precision       bits of a sample
     * @param width           samples of a line
     * @param height          lines
     * @param components      1 or 3
     * @param planar          by plane
     * @param colour          of components
     * @param subsampling     of chrominance
     * @param quality         1 to 100
     * @param optimised       own Huffman tables
     * @param predictor       1 to 7
     * @param pointTransform  bits dropped
     * @param restartInterval lines of MCUs
     * @param spectral        no successive approximation
     * @param smoothing       0 to 100
     * @throws IllegalArgumentException where they cannot be encoded
     */
    public EncodeParameters {
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(subsampling, "subsampling");
        check("width", width, 1, 65535);
        check("height", height, 1, 65535);
        check("quality", quality, 1, 100);
        check("predictor", predictor, 1, 7);
        check("pointTransform", pointTransform, 0, precision - 1);
        check("restartInterval", restartInterval, 0, 65535);
        check("smoothing", smoothing, 0, 100);
        boolean precisionFits = switch (process) {
            case BASELINE -> precision == 8;
            case EXTENDED_SEQUENTIAL, PROGRESSIVE -> precision == 8 || precision == 12;
            case LOSSLESS -> precision >= 2 && precision <= 16;
            default -> throw new IllegalArgumentException("frames of process " + process.title() + " are not encoded");
        };
        if (!precisionFits) {
            throw new IllegalArgumentException("process " + process.title() + " with " + precision + " bits");
        }
        if (components != 1 && components != 3) {
            throw new IllegalArgumentException("components are 1 or 3, not " + components);
        }
        boolean ycbcr = colour == ComponentColour.RGB_TO_YCBCR || colour == ComponentColour.YCBCR;
        if (components == 1 && colour != ComponentColour.UNSPECIFIED
                || process == JpegProcess.LOSSLESS && colour == ComponentColour.RGB_TO_YCBCR) {
            throw new IllegalArgumentException(colour + " with " + components + " components of process "
                    + process.title());
        }
        if (subsampling != Subsampling.NONE && (!ycbcr || process == JpegProcess.LOSSLESS)) {
            throw new IllegalArgumentException("only the chrominance of lossy frames is subsampled");
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }

    /**
     * A lossy frame of quality 90, full chrominance and optimised tables, its components by pixel and
     * {@link ComponentColour#UNSPECIFIED}.
     *
     * @param process    baseline, extended sequential or progressive
     * @param precision  8 or 12 bits
     * @param width      samples of a line
     * @param height     lines
     * @param components 1 or 3
     * @return parameters
     */
    public static EncodeParameters lossy(JpegProcess process, int precision, int width, int height, int components) {
        return new EncodeParameters(process, precision, width, height, components, false, ComponentColour.UNSPECIFIED,
                Subsampling.NONE, 90, true, 1, 0, 0, false, 0);
    }

    /**
     * A lossless frame, its components by pixel and {@link ComponentColour#UNSPECIFIED}; with predictor 1 it is of
     * "process 14, selection value 1".
     *
     * @param precision  2 to 16 bits
     * @param width      samples of a line
     * @param height     lines
     * @param components 1 or 3
     * @param predictor  1 to 7
     * @return parameters
     */
    public static EncodeParameters lossless(int precision, int width, int height, int components, int predictor) {
        return new EncodeParameters(JpegProcess.LOSSLESS, precision, width, height, components, false,
                ComponentColour.UNSPECIFIED, Subsampling.NONE, 90, true, predictor, 0, 0, false, 0);
    }

    /**
     * These parameters for components by plane or by pixel.
     *
     * @param byPlane true by plane
     * @return new parameters
     */
    public EncodeParameters withPlanar(boolean byPlane) {
        return new EncodeParameters(process, precision, width, height, components, byPlane, colour, subsampling,
                quality, optimised, predictor, pointTransform, restartInterval, spectral, smoothing);
    }

    /**
     * These parameters with other colours.
     *
     * @param newColour      what the components are
     * @param newSubsampling of the chrominance
     * @return new parameters
     */
    public EncodeParameters withColour(ComponentColour newColour, Subsampling newSubsampling) {
        return new EncodeParameters(process, precision, width, height, components, planar, newColour, newSubsampling,
                quality, optimised, predictor, pointTransform, restartInterval, spectral, smoothing);
    }

    /**
     * These parameters with another quality.
     *
     * @param newQuality 1 to 100
     * @return new parameters
     */
    public EncodeParameters withQuality(int newQuality) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                newQuality, optimised, predictor, pointTransform, restartInterval, spectral, smoothing);
    }

    /**
     * These parameters with or without Huffman tables of the frame's own.
     *
     * @param own whether tables are optimised
     * @return new parameters
     */
    public EncodeParameters withOptimised(boolean own) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                quality, own, predictor, pointTransform, restartInterval, spectral, smoothing);
    }

    /**
     * These parameters with another point transform.
     *
     * @param bits that are dropped
     * @return new parameters
     */
    public EncodeParameters withPointTransform(int bits) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                quality, optimised, predictor, bits, restartInterval, spectral, smoothing);
    }

    /**
     * These parameters with other restart intervals.
     *
     * @param mcuLines lines of MCUs, 0 for none
     * @return new parameters
     */
    public EncodeParameters withRestartInterval(int mcuLines) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                quality, optimised, predictor, pointTransform, mcuLines, spectral, smoothing);
    }

    /**
     * These parameters for a progressive frame in scans of spectral selection alone.
     *
     * @param alone true for no successive approximation
     * @return new parameters
     */
    public EncodeParameters withSpectral(boolean alone) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                quality, optimised, predictor, pointTransform, restartInterval, alone, smoothing);
    }

    /**
     * These parameters with smoothed samples.
     *
     * @param percent 0 for none, to 100
     * @return new parameters
     */
    public EncodeParameters withSmoothing(int percent) {
        return new EncodeParameters(process, precision, width, height, components, planar, colour, subsampling,
                quality, optimised, predictor, pointTransform, restartInterval, spectral, percent);
    }

    /** Whether the tables of K.3 do not serve: they have no codes for what 12 bits and progressive scans need. */
    boolean needsOwnTables() {
        return optimised || precision > 8 || process == JpegProcess.PROGRESSIVE;
    }

    boolean isYcbcr() {
        return colour == ComponentColour.RGB_TO_YCBCR || colour == ComponentColour.YCBCR;
    }
}
