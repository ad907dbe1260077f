package org.bitewing.codec.jpeg;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bitewing.Limits;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;

/**
 * JPEG (PS3.5 8.2.1 and A.4.1) as a {@link FrameCodec}. The stream of a frame may be of another process than the
 * transfer syntax says; what the stream says counts.
 *
 * <p>Colours: {@link ColourConversion#forFrame} tells which of the stream and the Photometric Interpretation wins. The
 * frames of the lossy transfer syntaxes come out as RGB where the data set says YBR, and the samples of lossless ones
 * as they are coded, unless {@link #withColour} says otherwise.
 */
public final class JpegCodec implements FrameCodec {
    /** The process that encoders use, by transfer syntax. */
    private static final Map<String, JpegProcess> ENCODED = Map.of(
            UID.JPEGBaseline8Bit, JpegProcess.BASELINE,
            UID.JPEGExtended12Bit, JpegProcess.EXTENDED_SEQUENTIAL,
            UID.JPEGSpectralSelectionNonHierarchical68, JpegProcess.PROGRESSIVE,
            UID.JPEGFullProgressionNonHierarchical1012, JpegProcess.PROGRESSIVE,
            UID.JPEGLossless, JpegProcess.LOSSLESS,
            UID.JPEGLosslessSV1, JpegProcess.LOSSLESS);
    /** Those of above, and the retired ones that are not hierarchical; of these four are arithmetically coded. */
    private static final Set<String> SYNTAXES = Set.of(UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit,
            UID.JPEGExtended35, UID.JPEGSpectralSelectionNonHierarchical68,
            UID.JPEGSpectralSelectionNonHierarchical79, UID.JPEGFullProgressionNonHierarchical1012,
            UID.JPEGFullProgressionNonHierarchical1113, UID.JPEGLossless, UID.JPEGLosslessNonHierarchical15,
            UID.JPEGLosslessSV1);

    private final JpegSettings settings;
    private final DecodeOptions options;

    /** A codec that decodes as the class says, and encodes with the usual settings. */
    public JpegCodec() {
        this(JpegSettings.usual(), DecodeOptions.defaults().withColour(ColourConversion.AUTO,
                ColourConversion.Photometric.UNKNOWN));
    }

    private JpegCodec(JpegSettings settings, DecodeOptions options) {
        this.settings = settings;
        this.options = options;
    }

    /**
     * This codec with other settings of its encoders.
     *
     * @param other how they encode
     * @return a new codec
     */
    public JpegCodec withSettings(JpegSettings other) {
        return new JpegCodec(Objects.requireNonNull(other, "other"), options);
    }

    /**
     * This codec with another rule for colours.
     *
     * @param conversion NONE gives components as they are coded, YCBCR_TO_RGB always converts three of them, AUTO is
     *                   the rule of the class
     * @return a new codec
     */
    public JpegCodec withColour(ColourConversion conversion) {
        return new JpegCodec(settings, options.withColour(conversion, ColourConversion.Photometric.UNKNOWN));
    }

    /**
     * This codec with other options of its decoders: the broken streams of some vendors, and partial frames, the rest
     * of which is zero.
     *
     * @param other of which limits, photometric interpretation and planar configuration are not used, as data sets
     *              tell them
     * @return a new codec
     */
    public JpegCodec withOptions(DecodeOptions other) {
        return new JpegCodec(settings, Objects.requireNonNull(other, "other"));
    }

    /**
     * How decoders decode.
     *
     * @return the options
     */
    public DecodeOptions options() {
        return options;
    }

    @Override
    public Set<String> transferSyntaxes() {
        return SYNTAXES;
    }

    @Override
    public FrameDecoder decoder(String transferSyntax, Limits limits) {
        return new JpegFrameDecoder(options.withLimits(limits), isLossless(transferSyntax));
    }

    @Override
    public Optional<FrameEncoder> encoder(String transferSyntax) {
        JpegProcess process = ENCODED.get(transferSyntax);
        if (process == null) {
            return Optional.empty();
        }
        boolean first = transferSyntax.equals(UID.JPEGLosslessSV1);
        JpegSettings used = first ? new JpegSettings(settings.quality(), settings.ycbcr(), settings.subsampling(), 1,
                settings.pointTransform(), settings.optimised(), 0) : settings;
        boolean spectral = transferSyntax.equals(UID.JPEGSpectralSelectionNonHierarchical68);
        return Optional.of(new JpegFrameEncoder(process, spectral, used));
    }

    /**
     * Whether a transfer syntax is of lossless processes.
     *
     * @param transferSyntax a Transfer Syntax UID
     * @return true for process 14, its selection value 1, and process 15
     */
    public static boolean isLossless(String transferSyntax) {
        return transferSyntax.equals(UID.JPEGLossless) || transferSyntax.equals(UID.JPEGLosslessSV1)
                || transferSyntax.equals(UID.JPEGLosslessNonHierarchical15);
    }
}
