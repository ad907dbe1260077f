package org.bitewing.tools.pixels;

import java.util.Optional;
import java.util.Set;
import org.bitewing.Limits;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;

/**
 * A lossless codec for pixels that are not the image's own any more, but unsigned numbers made of them: what comes of
 * it is an image that has lost something.
 */
record PseudoLossless(FrameCodec codec) implements FrameCodec {
    @Override
    public Set<String> transferSyntaxes() {
        return codec.transferSyntaxes();
    }

    @Override
    public FrameDecoder decoder(String transferSyntax, Limits limits) {
        return codec.decoder(transferSyntax, limits);
    }

    @Override
    public Optional<FrameEncoder> encoder(String transferSyntax) {
        return codec.encoder(transferSyntax).map(Encoder::new);
    }

    private record Encoder(FrameEncoder encoder) implements FrameEncoder {
        @Override
        public ImageLayout encodedLayout(ImageLayout layout) {
            if (layout.signed()) {
                throw new IllegalArgumentException("pseudo-lossless JPEG is for unsigned samples");
            }
            return encoder.encodedLayout(layout);
        }

        @Override
        public boolean isLossless() {
            return false;
        }

        @Override
        public byte[] encode(byte[] source, int offset, ImageLayout layout) {
            return encoder.encode(source, offset, layout);
        }
    }
}
