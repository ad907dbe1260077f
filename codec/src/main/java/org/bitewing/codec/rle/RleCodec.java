package org.bitewing.codec.rle;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bitewing.Limits;
import org.bitewing.codec.frame.StoredBits;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;

/**
 * RLE Lossless (PS3.5 8.2.2 and Annex G) as a {@link FrameCodec}. Samples are bytes to it, so that every bit stays as
 * it is; photometric interpretations without subsampling stay, too.
 */
public final class RleCodec implements FrameCodec {
    private static final Set<String> SYNTAXES = Set.of(UID.RLELossless);

    private final boolean leastSignificantFirst;

    /** The codec of the standard. */
    public RleCodec() {
        this(false);
    }

    private RleCodec(boolean leastSignificantFirst) {
        this.leastSignificantFirst = leastSignificantFirst;
    }

    /**
     * A codec for the frames of writers that had the least significant byte of a sample first, against PS3.5 G.2.
     *
     * @return a codec that decodes such frames, and encodes as the standard says
     */
    public static RleCodec leastSignificantFirst() {
        return new RleCodec(true);
    }

    @Override
    public Set<String> transferSyntaxes() {
        return SYNTAXES;
    }

    @Override
    public FrameDecoder decoder(String transferSyntax, Limits limits) {
        return new Decoder(RleDecoder.create().leastSignificantFirst(leastSignificantFirst));
    }

    @Override
    public Optional<FrameEncoder> encoder(String transferSyntax) {
        return Optional.of(new Encoder());
    }

    private static RleLayout rleLayout(ImageLayout layout) {
        return new RleLayout(layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.bitsAllocated());
    }

    private static final class Decoder implements FrameDecoder {
        private final RleDecoder decoder;
        /** Frames of one image have one layout, and the second of them is not to cost an object. */
        private ImageLayout known;
        private RleLayout shape;

        Decoder(RleDecoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public ImageLayout decodedLayout(ImageLayout layout) {
            return StoredBits.allSamples(layout);
        }

        private RleLayout layout(ImageLayout layout) {
            decoder.byPlane(layout.byPlane());
            if (!layout.equals(known)) {
                try {
                    shape = rleLayout(layout);
                } catch (IllegalArgumentException e) {
                    throw StoredBits.mismatch(e.getMessage());
                }
                known = layout;
            }
            return shape;
        }

        @Override
        public void decode(byte[] source, int offset, int length, ImageLayout layout, byte[] target,
                           int targetOffset) {
            decoder.decode(source, offset, length, layout(layout), target, targetOffset);
        }

        @Override
        public void decode(byte[] source, int offset, int length, ImageLayout layout, short[] target,
                           int targetOffset) {
            decoder.decode(source, offset, length, layout(layout), target, targetOffset);
        }
    }

    private static final class Encoder implements FrameEncoder {
        private final RleEncoder encoder = RleEncoder.create();
        private byte[] workspace = new byte[0];

        @Override
        public ImageLayout encodedLayout(ImageLayout layout) {
            if (layout.isSubsampled()) {
                throw new IllegalArgumentException("RLE has no place for subsampled chrominances (PS3.5 8.2.2)");
            }
            rleLayout(layout);
            return layout;
        }

        @Override
        public boolean isLossless() {
            return true;
        }

        @Override
        public byte[] encode(byte[] source, int offset, ImageLayout layout) {
            encodedLayout(layout);
            RleLayout shape = rleLayout(layout);
            encoder.byPlane(layout.byPlane());
            // Half of the frame is plenty for most, and the worst case is rare.
            int room = (int) Math.min(Integer.MAX_VALUE - 8, RleEncoder.maximumLength(shape));
            int tried = Math.max(workspace.length, Math.min(room, 4096 + shape.frameLength() / 2));
            while (true) {
                workspace = workspace.length < tried ? new byte[tried] : workspace;
                int length = encoder.encode(source, offset, shape, workspace, 0);
                if (length >= 0) {
                    return Arrays.copyOf(workspace, length);
                }
                if (tried == room) {
                    throw new IllegalArgumentException("the compressed frame would exceed 2 GiB");
                }
                tried = room;
            }
        }
    }
}
