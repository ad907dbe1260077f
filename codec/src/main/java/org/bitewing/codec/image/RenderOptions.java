package org.bitewing.codec.image;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a {@link FrameRenderer} renders, as one immutable value.
 *
 * @param voi          the values of interest, of gray images
 * @param function     takes the place of the shape of a window
 * @param modality     whether the modality LUT or rescale is applied
 * @param padding      whether Pixel Padding Value (0028,0120) is background: dark, and not of interest
 * @param presentation what the presentation LUT does
 * @param bits         of a value of the picture, 1 to 16
 * @param overlays     how overlays are drawn on gray pictures
 * @param framing      the part that is shown, and its size; empty for the whole frame as it is. Padding within a part
 *                     is not background
 */
public record RenderOptions(Voi voi, Shape function, boolean modality, boolean padding,
                            Presentation presentation, int bits, OverlayOptions overlays,
                            Optional<Framing> framing) {
    private static final RenderOptions DEFAULTS = new RenderOptions(Voi.OF_IMAGE, Shape.STORED, true, true,
            Presentation.OF_IMAGE, 8, OverlayOptions.ALL, Optional.empty());

    /** The shape of windows. */
    public enum Shape {
        /** As the image says. */
        STORED,
        /** {@link VoiFunction#LINEAR}. */
        LINEAR,
        /** {@link VoiFunction#SIGMOID}. */
        SIGMOID
    }

    /** The presentation LUT (PS3.3 C.11.4 and C.11.6). */
    public enum Presentation {
        /**
         * Presentation LUT Sequence or Shape where the image has one; otherwise MONOCHROME1 is inverted and
         * MONOCHROME2 is not.
         */
        OF_IMAGE,
        /** Bright where {@link #OF_IMAGE} is dark. */
        OPPOSITE_OF_IMAGE,
        /** Small values are dark. */
        IDENTITY,
        /** Small values are bright. */
        INVERSE
    }

    /**
     * How overlays are drawn.
     *
     * @param shown      which one, counted from 0 by their groups; empty for all
     * @param drawn      false for none
     * @param mode       how
     * @param foreground the shade, 0 for black to 1 for white
     * @param threshold  the shade up to which {@link OverlayMode#THRESHOLD} draws bright, 0 to 1
     */
    public record OverlayOptions(OptionalInt shown, boolean drawn, OverlayMode mode, double foreground,
                                 double threshold) {
        /** All overlays, each as its type wants, in white. */
        public static final OverlayOptions ALL = new OverlayOptions(OptionalInt.empty(), true, OverlayMode.BY_TYPE, 1,
                0.5);
        /** No overlay. */
        public static final OverlayOptions NONE = new OverlayOptions(OptionalInt.empty(), false, OverlayMode.BY_TYPE,
                1, 0.5);

        /**
         * Checks the shades.
         *
         * @param shown      which one
         * @param drawn      false for none
         * @param mode       how
         * @param foreground 0 to 1
         * @param threshold  0 to 1
         */
        public OverlayOptions {
            Objects.requireNonNull(shown, "shown");
            Objects.requireNonNull(mode, "mode");
            if (!(foreground >= 0 && foreground <= 1 && threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("shades are 0 to 1, not " + foreground + " and " + threshold);
            }
        }
    }

    /** How a pixel of an overlay is drawn. */
    public enum OverlayMode {
        /** {@link #REPLACE} for graphics, {@link #REGION} for regions of interest: Overlay Type (60xx,0040). */
        BY_TYPE,
        /** In the foreground's shade. */
        REPLACE,
        /** In the foreground's shade on dark pixels, in black on bright ones. */
        THRESHOLD,
        /** The pixel inverted. */
        COMPLEMENT,
        /** In the foreground's shade where the overlay has no pixel. */
        INVERTED,
        /** Pixels outside of the overlay at half of their shade. */
        REGION
    }

    /**
     * Checks the bits.
     *
     * @param voi          the values of interest
     * @param function     the shape of windows
     * @param modality     whether the modality LUT is applied
     * @param padding      whether padding is background
     * @param presentation the presentation LUT
     * @param bits         1 to 16
     * @param overlays     how overlays are drawn
     * @param framing      the part that is shown
     */
    public RenderOptions {
        Objects.requireNonNull(voi, "voi");
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(presentation, "presentation");
        Objects.requireNonNull(overlays, "overlays");
        Objects.requireNonNull(framing, "framing");
        if (bits < 1 || bits > 16) {
            throw new IllegalArgumentException("a picture has 1 to 16 bits, not " + bits);
        }
    }

    /**
     * As the image says: its modality, values of interest and presentation, with all overlays, in 8 bits.
     *
     * @return the defaults
     */
    public static RenderOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with other values of interest.
     *
     * @param other the values
     * @return new options
     */
    public RenderOptions with(Voi other) {
        return new RenderOptions(other, function, modality, padding, presentation, bits, overlays, framing);
    }

    /**
     * These options with another shape of windows.
     *
     * @param other the shape
     * @return new options
     */
    public RenderOptions with(Shape other) {
        return new RenderOptions(voi, other, modality, padding, presentation, bits, overlays, framing);
    }

    /**
     * These options with another presentation.
     *
     * @param other the presentation
     * @return new options
     */
    public RenderOptions with(Presentation other) {
        return new RenderOptions(voi, function, modality, padding, other, bits, overlays, framing);
    }

    /**
     * These options with other overlays.
     *
     * @param other how overlays are drawn
     * @return new options
     */
    public RenderOptions with(OverlayOptions other) {
        return new RenderOptions(voi, function, modality, padding, presentation, bits, other, framing);
    }

    /**
     * These options with or without the modality LUT.
     *
     * @param applied whether it is applied
     * @return new options
     */
    public RenderOptions withModality(boolean applied) {
        return new RenderOptions(voi, function, applied, padding, presentation, bits, overlays, framing);
    }

    /**
     * These options with or without regard for padding.
     *
     * @param background whether Pixel Padding Value is background
     * @return new options
     */
    public RenderOptions withPadding(boolean background) {
        return new RenderOptions(voi, function, modality, background, presentation, bits, overlays, framing);
    }

    /**
     * These options with another depth.
     *
     * @param count bits of a value, 1 to 16
     * @return new options
     */
    public RenderOptions withBits(int count) {
        return new RenderOptions(voi, function, modality, padding, presentation, count, overlays, framing);
    }

    /**
     * These options for a part of the frame, or another size.
     *
     * @param part that is shown
     * @return new options
     */
    public RenderOptions with(Framing part) {
        return new RenderOptions(voi, function, modality, padding, presentation, bits, overlays, Optional.of(part));
    }
}
