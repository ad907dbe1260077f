package org.bitewing.benchmarks;

import org.bitewing.Limits;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.codec.jpeg.JpegSettings;
import org.bitewing.codec.jpeg.Subsampling;
import org.bitewing.codec.jpegls.JpegLsCodec;
import org.bitewing.codec.rle.RleCodec;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;

/** What is compressed and how: a picture of {@link Phantom} and a transfer syntax with its settings. */
public enum Compression {
    /** Run lengths of a slice of 512 by 512 pixels, 12 of 16 bits. */
    RLE_CT(Phantom.SLICE, UID.RLELossless, new RleCodec(), 0.8),
    /** Run lengths of three planes of bytes. */
    RLE_COLOUR(Phantom.COLOUR, UID.RLELossless, new RleCodec(), 0.6),
    /** Lossless JPEG with the first predictor. */
    JPEG_LOSSLESS_CT(Phantom.SLICE, UID.JPEGLosslessSV1, new JpegCodec(), 1.3),
    /** JPEG-LS, every sample as it was. */
    JPEG_LS_CT(Phantom.SLICE, UID.JPEGLSLossless, new JpegLsCodec(), 4),
    /** JPEG-LS, samples at most 3 away. */
    JPEG_LS_NEAR_CT(Phantom.SLICE, UID.JPEGLSNearLossless, new JpegLsCodec().withNear(3), 5.5),
    /** Baseline JPEG of one component. */
    JPEG_GRAY(Phantom.GRAY, UID.JPEGBaseline8Bit, new JpegCodec(), 1),
    /** Baseline JPEG, all chrominances kept. */
    JPEG_444(Phantom.COLOUR, UID.JPEGBaseline8Bit, jpeg(Subsampling.NONE), 0.8),
    /** Baseline JPEG, chrominances at half the width. */
    JPEG_422(Phantom.COLOUR, UID.JPEGBaseline8Bit, jpeg(Subsampling.HALF_WIDTH), 0.8),
    /** Baseline JPEG, chrominances at half of both sizes. */
    JPEG_420(Phantom.COLOUR, UID.JPEGBaseline8Bit, jpeg(Subsampling.HALF_BOTH), 0.8),
    /** Extended JPEG of 12 bits. */
    JPEG_EXTENDED_CT(Phantom.SLICE, UID.JPEGExtended12Bit, new JpegCodec(), 1.6);

    private final Phantom phantom;
    private final String transferSyntax;
    private final FrameCodec codec;
    private final double mostOfInflating;

    Compression(Phantom phantom, String transferSyntax, FrameCodec codec, double mostOfInflating) {
        this.phantom = phantom;
        this.transferSyntax = transferSyntax;
        this.codec = codec;
        this.mostOfInflating = mostOfInflating;
    }

    private static FrameCodec jpeg(Subsampling subsampling) {
        return new JpegCodec().withSettings(new JpegSettings(90, true, subsampling, 6, 0, true, 0));
    }

    Phantom phantom() {
        return phantom;
    }

    String transferSyntax() {
        return transferSyntax;
    }

    FrameCodec codec() {
        return codec;
    }

    /** How much of the time that zlib takes to inflate the same pixels, at its best level, decoding may take. */
    double mostOfInflating() {
        return mostOfInflating;
    }

    FrameEncoder encoder() {
        return codec.encoder(transferSyntax).orElseThrow();
    }

    FrameDecoder decoder() {
        return codec.decoder(transferSyntax, Limits.defaults());
    }

    /** What the data set with the compressed frame says of it. */
    ImageLayout encodedLayout() {
        return encoder().encodedLayout(phantom.layout());
    }

    byte[] stream() {
        return encoder().encode(phantom.pixels(), 0, phantom.layout());
    }
}
