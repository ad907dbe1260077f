package org.bitewing.codec.jpeg;

import java.util.Objects;
import org.bitewing.codec.frame.StoredBits;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** Encodes frames of data sets. */
final class JpegFrameEncoder implements FrameEncoder {
    private final JpegEncoder encoder = new JpegEncoder();
    private final JpegProcess process;
    private final boolean spectral;
    private final JpegSettings settings;
    private short[] workspace = new short[0];

    JpegFrameEncoder(JpegProcess process, boolean spectral, JpegSettings settings) {
        this.process = process;
        this.spectral = spectral;
        this.settings = settings;
    }

    @Override
    public boolean isLossless() {
        return process.isLossless() && settings.pointTransform() == 0;
    }

    @Override
    public ImageLayout encodedLayout(ImageLayout layout) {
        if (layout.bitsAllocated() != 8 && layout.bitsAllocated() != 16
                || layout.samplesPerPixel() != 1 && layout.samplesPerPixel() != 3) {
            throw new IllegalArgumentException("JPEG is for 8 or 16 bits allocated and 1 or 3 samples per pixel");
        }
        if (layout.isSubsampled()) {
            throw new IllegalArgumentException("the chrominances are subsampled already");
        }
        if (process.isLossless()) {
            return layout.withByPlane(false);
        }
        int most = process == JpegProcess.BASELINE ? 8 : 12;
        if (layout.signed() || layout.bitsStored() > most || layout.highBit() != layout.bitsStored() - 1) {
            throw new IllegalArgumentException("lossy JPEG of this process is for unsigned samples of up to " + most
                    + " bits");
        }
        if (layout.photometric() == PhotometricInterpretation.PALETTE_COLOR) {
            throw new IllegalArgumentException("palette colours cannot be compressed with loss");
        }
        return StoredBits.withLoss(layout, lossyPrecision(layout)).withByPlane(false)
                .withPhotometric(encodedPhotometric(layout.photometric()));
    }

    private static int lossyPrecision(ImageLayout layout) {
        return layout.bitsStored() <= 8 ? 8 : 12;
    }

    private PhotometricInterpretation encodedPhotometric(PhotometricInterpretation from) {
        boolean ybr = from.isYbr() || from == PhotometricInterpretation.RGB && settings.ycbcr();
        if (!ybr) {
            return from;
        }
        return settings.subsampling() == Subsampling.NONE ? PhotometricInterpretation.YBR_FULL
                : PhotometricInterpretation.YBR_FULL_422;
    }

    @Override
    public byte[] encode(byte[] source, int offset, ImageLayout layout) {
        encodedLayout(layout);
        Objects.checkFromIndexSize(offset, layout.frameLength(), source.length);
        EncodeParameters parameters = parameters(source, offset, layout);
        boolean whole = process.isLossless() || layout.bitsStored() == layout.bitsAllocated();
        if (layout.bitsAllocated() == 8 && whole) {
            return encoder.encode(parameters, source, offset);
        }
        int samples = layout.pixels() * layout.samplesPerPixel();
        workspace = workspace.length < samples ? new short[samples] : workspace;
        if (whole) {
            StoredBits.toShorts(source, offset, workspace, samples);
        } else {
            StoredBits.toShortsWithoutUnused(source, offset, layout, workspace, samples);
        }
        return encoder.encode(parameters, workspace, 0);
    }

    private EncodeParameters parameters(byte[] source, int offset, ImageLayout layout) {
        EncodeParameters parameters;
        if (process.isLossless()) {
            int precision = StoredBits.precision(source, offset, layout);
            parameters = EncodeParameters.lossless(precision, layout.columns(), layout.rows(),
                    layout.samplesPerPixel(), settings.predictor())
                    .withPointTransform(Math.min(settings.pointTransform(), precision - 1));
            if (layout.photometric() == PhotometricInterpretation.RGB) {
                parameters = parameters.withColour(ComponentColour.RGB, Subsampling.NONE);
            }
        } else {
            parameters = EncodeParameters.lossy(process, lossyPrecision(layout), layout.columns(), layout.rows(),
                    layout.samplesPerPixel()).withQuality(settings.quality()).withOptimised(settings.optimised())
                    .withSpectral(spectral).withSmoothing(settings.smoothing());
            if (layout.samplesPerPixel() == 3) {
                parameters = lossyColour(parameters, layout.photometric());
            }
        }
        return parameters.withPlanar(layout.byPlane());
    }

    private EncodeParameters lossyColour(EncodeParameters parameters, PhotometricInterpretation photometric) {
        if (photometric.isYbr()) {
            return parameters.withColour(ComponentColour.YCBCR, settings.subsampling());
        }
        boolean converted = photometric == PhotometricInterpretation.RGB && settings.ycbcr();
        return converted ? parameters.withColour(ComponentColour.RGB_TO_YCBCR, settings.subsampling())
                : parameters.withColour(ComponentColour.RGB, Subsampling.NONE);
    }
}
