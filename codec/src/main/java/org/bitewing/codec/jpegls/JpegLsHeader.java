package org.bitewing.codec.jpegls;

import java.util.Objects;

/**
 * What the segments before the first sample say of a frame (14495-1 C.2): what a decoder finds, and what an encoder is
 * told.
 *
 * @param width           samples in a line, 1 or more
 * @param height          lines, 1 or more
 * @param components      1 to 4
 * @param bitsPerSample   2 to 16
 * @param near            the largest error of a sample, 0 for lossless; of the first scan
 * @param interleave      how the components are mixed, in the first scan
 * @param preset          the coding parameters, of the first scan
 * @param restartInterval lines between restart markers (MCU, where components are subsampled); 0 for none
 * @param transform       a colour transform outside of the standard, which decoding undoes
 */
public record JpegLsHeader(int width, int height, int components, int bitsPerSample, int near,
        InterleaveMode interleave, PresetParameters preset, int restartInterval, ColorTransform transform) {

    /**
     * Checks that JPEG-LS knows such a frame.
     *
     * @param width           samples in a line
     * @param height          lines
     * @param components      of a pixel
     * @param bitsPerSample   of a component
     * @param near            the largest error
     * @param interleave      how components are mixed; as good as {@code NONE} if there is but one
     * @param preset          the coding parameters
     * @param restartInterval lines, or zero
     * @param transform       three components have
     * @throws IllegalArgumentException if a value is out of its range, or does not go with the others
     */
    public JpegLsHeader {
        Objects.requireNonNull(interleave, "interleave");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A frame of " + width + " by " + height);
        }
        if (components < 1 || components > FrameReader.MOST_COMPONENTS || bitsPerSample < 2 || bitsPerSample > 16) {
            throw new IllegalArgumentException(components + " components of " + bitsPerSample + " bits");
        }
        String fault = preset.fault(bitsPerSample, near);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
        if (restartInterval < 0) {
            throw new IllegalArgumentException("Restart interval " + restartInterval);
        }
        if (transform != ColorTransform.NONE
                && (components != 3 || preset.maximumSample() != (1 << bitsPerSample) - 1)) {
            throw new IllegalArgumentException(transform + " is for three components of all values of their bits");
        }
    }

    /**
     * A lossless frame with default parameters, its samples interleaved if there are several components.
     *
     * @param width         samples in a line
     * @param height        lines
     * @param components    1 to 4
     * @param bitsPerSample 2 to 16
     * @return the header
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static JpegLsHeader lossless(int width, int height, int components, int bitsPerSample) {
        return new JpegLsHeader(width, height, components, bitsPerSample, 0,
                components == 1 ? InterleaveMode.NONE : InterleaveMode.SAMPLE,
                PresetParameters.defaults(Math.max(2, Math.min(bitsPerSample, 16)), 0), 0, ColorTransform.NONE);
    }

    /**
     * This header with another error bound and the default parameters for it.
     *
     * @param error 0 to 255, and no more than half of the largest sample
     * @return a new header
     * @throws IllegalArgumentException if the error is out of its range
     */
    public JpegLsHeader withNear(int error) {
        PresetParameters defaults = PresetParameters.defaults(bitsPerSample, Math.max(0, error));
        return new JpegLsHeader(width, height, components, bitsPerSample, error, interleave, defaults,
                restartInterval, transform);
    }

    /**
     * This header with another order of components.
     *
     * @param mode how components are mixed
     * @return a new header
     */
    public JpegLsHeader withInterleave(InterleaveMode mode) {
        return new JpegLsHeader(width, height, components, bitsPerSample, near, mode, preset, restartInterval,
                transform);
    }

    /**
     * This header with other coding parameters.
     *
     * @param parameters that go with bits per sample and error
     * @return a new header
     * @throws IllegalArgumentException if they do not
     */
    public JpegLsHeader withPreset(PresetParameters parameters) {
        return new JpegLsHeader(width, height, components, bitsPerSample, near, interleave, parameters,
                restartInterval, transform);
    }

    /**
     * This header with restart markers.
     *
     * @param lines between two markers, 0 for no markers
     * @return a new header
     * @throws IllegalArgumentException if the number is negative
     */
    public JpegLsHeader withRestartInterval(int lines) {
        return new JpegLsHeader(width, height, components, bitsPerSample, near, interleave, preset, lines, transform);
    }

    /**
     * This header with a colour transform, which only some decoders know; DICOM does not.
     *
     * @param other for three components
     * @return a new header
     * @throws IllegalArgumentException if there are not three
     */
    public JpegLsHeader withTransform(ColorTransform other) {
        return new JpegLsHeader(width, height, components, bitsPerSample, near, interleave, preset, restartInterval,
                other);
    }

    /** Samples of the frame. */
    long samples() {
        return (long) width * height * components;
    }
}
