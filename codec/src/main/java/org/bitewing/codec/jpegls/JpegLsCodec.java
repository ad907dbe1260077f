package org.bitewing.codec.jpegls;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bitewing.Limits;
import org.bitewing.codec.frame.StoredBits;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;

/**
 * JPEG-LS (PS3.5 8.2.3 and A.4.3) as a {@link FrameCodec}. Colours are what the data set says; the transforms of
 * Hewlett-Packard's software are undone, as they are no colour space but part of the compression. Lossless streams
 * have as many bits as {@link StoredBits#precision} says, so that native samples come back bit by bit.
 */
public final class JpegLsCodec implements FrameCodec {
    private static final Set<String> SYNTAXES = Set.of(UID.JPEGLSLossless, UID.JPEGLSNearLossless);
    private static final int USUAL_ERROR = 2;

    private final UnaryOperator<JpegLsHeader> settings;
    private final int near;
    private final boolean keepPartial;
    private final boolean evenEnd;

    /** A codec that encodes with default parameters and, in the near-lossless transfer syntax, an error of at most 2. */
    public JpegLsCodec() {
        this(header -> header, USUAL_ERROR, false, false);
    }

    private JpegLsCodec(UnaryOperator<JpegLsHeader> settings, int near, boolean keepPartial, boolean evenEnd) {
        this.settings = settings;
        this.near = near;
        this.keepPartial = keepPartial;
        this.evenEnd = evenEnd;
    }

    /**
     * This codec with other settings of its encoders.
     *
     * @param change makes of the default header of a frame that which is encoded, such as
     *               {@code header -> header.withInterleave(InterleaveMode.LINE)}; shape, bits and error are not for it
     *               to change
     * @return a new codec
     */
    public JpegLsCodec withSettings(UnaryOperator<JpegLsHeader> change) {
        return new JpegLsCodec(Objects.requireNonNull(change, "change"), near, keepPartial, evenEnd);
    }

    /**
     * This codec with another error of near-lossless encoders.
     *
     * @param error how far a sample may be from its original, 0 to 255
     * @return a new codec
     */
    public JpegLsCodec withNear(int error) {
        if (error < 0 || error > 255) {
            throw new IllegalArgumentException("the error is 0 to 255, not " + error);
        }
        return new JpegLsCodec(settings, error, keepPartial, evenEnd);
    }

    /**
     * This codec with decoders that keep what they have where a stream is damaged; the rest of the frame is zero.
     *
     * @param keep whether damage behind the first sample is no error
     * @return a new codec
     */
    public JpegLsCodec withKeepPartial(boolean keep) {
        return new JpegLsCodec(settings, near, keep, evenEnd);
    }

    /**
     * This codec with encoders whose streams have an even length, which the last marker is lengthened for where needed
     * (14495-1 C.1.1, PS3.5 A.4), so that a fragment needs no byte behind it.
     *
     * @param even whether it does that
     * @return a new codec
     */
    public JpegLsCodec withEvenEnd(boolean even) {
        return new JpegLsCodec(settings, near, keepPartial, even);
    }

    @Override
    public Set<String> transferSyntaxes() {
        return SYNTAXES;
    }

    @Override
    public FrameDecoder decoder(String transferSyntax, Limits limits) {
        return new Decoder(JpegLsDecoder.within(limits).partial(keepPartial));
    }

    @Override
    public Optional<FrameEncoder> encoder(String transferSyntax) {
        return Optional.of(new Encoder(settings, transferSyntax.equals(UID.JPEGLSNearLossless) ? near : 0,
                evenEnd));
    }

    private static final class Decoder implements FrameDecoder {
        private final JpegLsDecoder decoder;
        private short[] workspace = new short[0];

        Decoder(JpegLsDecoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public ImageLayout decodedLayout(ImageLayout layout) {
            return StoredBits.allSamples(layout);
        }

        private int prepare(byte[] source, int offset, int length, ImageLayout layout) {
            StoredBits.checkAllocated(layout);
            FrameReader frame = decoder.readFrame(source, offset, length);
            StoredBits.check(frame.width, frame.height, frame.components, frame.bitsPerSample, layout);
            decoder.byPlane(layout.byPlane());
            return frame.bitsPerSample;
        }

        @Override
        public void decode(byte[] source, int offset, int length, ImageLayout layout, byte[] target,
                           int targetOffset) {
            int precision = prepare(source, offset, length, layout);
            int samples = layout.pixels() * layout.samplesPerPixel();
            Objects.checkFromIndexSize(targetOffset, samples * layout.bytesPerSample(), target.length);
            if (layout.bitsAllocated() == 8) {
                decoder.decode(source, offset, length, target, targetOffset);
                StoredBits.place(target, targetOffset, samples, precision, layout);
                return;
            }
            workspace = workspace.length < samples ? new short[samples] : workspace;
            decoder.decode(source, offset, length, workspace, 0);
            StoredBits.place(workspace, 0, samples, precision, layout);
            StoredBits.toBytes(workspace, 0, samples, target, targetOffset);
        }

        @Override
        public void decode(byte[] source, int offset, int length, ImageLayout layout, short[] target,
                           int targetOffset) {
            if (layout.bitsAllocated() != 16) {
                throw new IllegalArgumentException("short[] takes 16 bits allocated, not " + layout.bitsAllocated());
            }
            int precision = prepare(source, offset, length, layout);
            int samples = layout.pixels() * layout.samplesPerPixel();
            Objects.checkFromIndexSize(targetOffset, samples, target.length);
            decoder.decode(source, offset, length, target, targetOffset);
            StoredBits.place(target, targetOffset, samples, precision, layout);
        }
    }

    private static final class Encoder implements FrameEncoder {
        private final JpegLsEncoder encoder = JpegLsEncoder.create();
        private final UnaryOperator<JpegLsHeader> settings;
        private final int near;
        private final boolean evenEnd;
        private short[] samples = new short[0];
        private byte[] workspace = new byte[0];

        Encoder(UnaryOperator<JpegLsHeader> settings, int near, boolean evenEnd) {
            this.settings = settings;
            this.near = near;
            this.evenEnd = evenEnd;
        }

        @Override
        public ImageLayout encodedLayout(ImageLayout layout) {
            if (layout.bitsAllocated() != 8 && layout.bitsAllocated() != 16) {
                throw new IllegalArgumentException("JPEG-LS is for 8 or 16 bits allocated, not "
                        + layout.bitsAllocated());
            }
            if (layout.isSubsampled()) {
                throw new IllegalArgumentException("JPEG-LS has no place for subsampled chrominances (PS3.5 8.2.3)");
            }
            if (near > 0 && (layout.signed() || layout.photometric().samples() == 1
                    && !layout.photometric().isMonochrome())) {
                throw new IllegalArgumentException("near-lossless JPEG-LS is neither for signed samples nor for"
                        + " palette colours: next to the least number is the largest one");
            }
            return (isWhole(layout) ? layout : StoredBits.withLoss(layout, Math.max(8, layout.bitsStored())))
                    .withByPlane(false);
        }

        /** Whether all bits allocated count, be it that they are compressed as they are. */
        private boolean isWhole(ImageLayout layout) {
            return near == 0 || layout.bitsStored() == layout.bitsAllocated()
                    || layout.highBit() != layout.bitsStored() - 1;
        }

        @Override
        public boolean isLossless() {
            return near == 0;
        }

        @Override
        public byte[] encode(byte[] source, int offset, ImageLayout layout) {
            ImageLayout encoded = encodedLayout(layout);
            Objects.checkFromIndexSize(offset, layout.frameLength(), source.length);
            boolean whole = isWhole(layout);
            int precision = whole ? StoredBits.precision(source, offset, layout) : encoded.bitsStored();
            JpegLsHeader header = settings.apply(JpegLsHeader.lossless(layout.columns(), layout.rows(),
                    layout.samplesPerPixel(), precision).withNear(near));
            encoder.byPlane(layout.byPlane());
            int count = layout.pixels() * layout.samplesPerPixel();
            boolean widened = layout.bitsAllocated() == 16 || !whole;
            if (widened) {
                samples = samples.length < count ? new short[count] : samples;
                if (whole) {
                    StoredBits.toShorts(source, offset, samples, count);
                } else {
                    StoredBits.toShortsWithoutUnused(source, offset, layout, samples, count);
                }
            }
            for (int room = Math.max(workspace.length, 4096 + layout.frameLength()); ; room = larger(room)) {
                workspace = workspace.length < room ? new byte[room] : workspace;
                int length = widened ? encoder.encode(header, samples, 0, workspace, 0)
                        : encoder.encode(header, source, offset, workspace, 0);
                if (length >= 0) {
                    return evenEnd && (length & 1) == 1 ? lengthened(length) : Arrays.copyOf(workspace, length);
                }
            }
        }

        /** With a fill byte before the code of the last marker. */
        private byte[] lengthened(int length) {
            byte[] stream = Arrays.copyOf(workspace, length + 1);
            stream[length] = stream[length - 1];
            stream[length - 1] = (byte) 0xff;
            return stream;
        }

        private static int larger(int room) {
            if (room == Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("the compressed frame would exceed 2 GiB");
            }
            return (int) Math.min(Integer.MAX_VALUE - 8, 2L * room);
        }
    }
}
