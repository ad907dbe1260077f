package org.bitewing.codec.jpeg;

import java.util.Arrays;
import java.util.Objects;
import org.bitewing.codec.frame.StoredBits;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** Decodes frames of data sets: what the stream says is checked against the layout before anything is written. */
final class JpegFrameDecoder implements FrameDecoder {
    private final DecodeOptions options;
    private final boolean lossless;
    private final StreamParser headers = new StreamParser();
    private JpegDecoder decoder;
    private DecodeOptions used;
    private short[] workspace = new short[0];

    JpegFrameDecoder(DecodeOptions options, boolean lossless) {
        this.options = options;
        this.lossless = lossless;
        this.used = options;
        this.decoder = new JpegDecoder(options);
    }

    /** Compares before it makes anything: a frame like the one before costs no object. */
    private void use(ColourConversion colour, boolean planar) {
        if (used.colour() != colour || used.planar() != planar) {
            used = options.withPlanar(planar).withColour(colour, ColourConversion.Photometric.UNKNOWN);
            decoder = new JpegDecoder(used);
        }
    }

    @Override
    public ImageLayout decodedLayout(ImageLayout layout) {
        if (layout.samplesPerPixel() == 3 && toRgb(layout)) {
            return layout.withPhotometric(PhotometricInterpretation.RGB);
        }
        return StoredBits.allSamples(layout);
    }

    private boolean toRgb(ImageLayout layout) {
        return switch (options.colour()) {
            case NONE -> false;
            case YCBCR_TO_RGB -> true;
            case AUTO -> !lossless && layout.photometric().isYbr();
        };
    }

    /** Reads the header, and makes the decoder ready for its frame; returns the precision. */
    private int prepare(byte[] source, int offset, int length, ImageLayout layout) {
        StoredBits.checkAllocated(layout);
        Objects.checkFromIndexSize(offset, length, source.length);
        Frame frame = headers.frame;
        try {
            headers.open(source, offset, length);
            if (!headers.nextScan()) {
                throw headers.reader.malformed("the stream has no scan");
            }
        } finally {
            headers.reader.close();
        }
        StoredBits.check(frame.width, frame.height, frame.componentCount, frame.precision, layout);
        use(conversion(frame, layout), layout.byPlane());
        return frame.precision;
    }

    private ColourConversion conversion(Frame frame, ImageLayout layout) {
        if (options.colour() != ColourConversion.AUTO || frame.componentCount != 3) {
            return options.colour();
        }
        if (lossless) {
            return ColourConversion.NONE;
        }
        if (frame.process.isLossless()) {
            // Against its transfer syntax: then the data set alone tells what the samples are.
            return toRgb(layout) ? ColourConversion.YCBCR_TO_RGB : ColourConversion.NONE;
        }
        ColourConversion.Photometric said = layout.photometric().isYbr() ? ColourConversion.Photometric.YCBCR
                : ColourConversion.Photometric.RGB;
        boolean convert = ColourConversion.isYcbcr(frame.process, frame.adobeTransform, frame.component(0).identifier,
                frame.component(1).identifier, frame.component(2).identifier, said);
        return convert ? ColourConversion.YCBCR_TO_RGB : ColourConversion.NONE;
    }

    @Override
    public void decode(byte[] source, int offset, int length, ImageLayout layout, byte[] target, int targetOffset) {
        int precision = prepare(source, offset, length, layout);
        int samples = layout.pixels() * layout.samplesPerPixel();
        Objects.checkFromIndexSize(targetOffset, samples * layout.bytesPerSample(), target.length);
        if (layout.bitsAllocated() == 8) {
            int lines = decoder.decode(source, offset, length, target, targetOffset);
            int planes = layout.byPlane() ? layout.samplesPerPixel() : 1;
            for (int plane = 0; plane < planes; plane++) {
                int end = targetOffset + (plane + 1) * (samples / planes);
                Arrays.fill(target, end - missing(lines, layout), end, (byte) 0);
            }
            StoredBits.place(target, targetOffset, samples, precision, layout);
            return;
        }
        workspace = workspace.length < samples ? new short[samples] : workspace;
        decode(source, offset, length, layout, precision, workspace, 0);
        StoredBits.toBytes(workspace, 0, samples, target, targetOffset);
    }

    @Override
    public void decode(byte[] source, int offset, int length, ImageLayout layout, short[] target, int targetOffset) {
        if (layout.bitsAllocated() != 16) {
            throw new IllegalArgumentException("short[] takes 16 bits allocated, not " + layout.bitsAllocated());
        }
        int precision = prepare(source, offset, length, layout);
        Objects.checkFromIndexSize(targetOffset, layout.pixels() * layout.samplesPerPixel(), target.length);
        decode(source, offset, length, layout, precision, target, targetOffset);
    }

    private void decode(byte[] source, int offset, int length, ImageLayout layout, int precision, short[] target,
                        int targetOffset) {
        int samples = layout.pixels() * layout.samplesPerPixel();
        int lines = decoder.decode(source, offset, length, target, targetOffset);
        int planes = layout.byPlane() ? layout.samplesPerPixel() : 1;
        for (int plane = 0; plane < planes; plane++) {
            int end = targetOffset + (plane + 1) * (samples / planes);
            Arrays.fill(target, end - missing(lines, layout), end, (short) 0);
        }
        StoredBits.place(target, targetOffset, samples, precision, layout);
    }

    /** Samples of a plane, or of the frame, in lines that a partial frame lacks. */
    private static int missing(int lines, ImageLayout layout) {
        int line = layout.columns() * (layout.byPlane() ? 1 : layout.samplesPerPixel());
        return (layout.rows() - lines) * line;
    }
}
