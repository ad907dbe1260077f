package org.bitewing.pixel;

/** Compresses native frames, one after the other. What it needs is kept for the next frame. For one thread. */
public interface FrameEncoder {
    /**
     * What a data set with the compressed frames shall say of them: Photometric Interpretation, Planar Configuration
     * and bits may change.
     *
     * @param layout of the native frames
     * @return the layout of the data set to be
     * @throws IllegalArgumentException where the compression has no place for such frames; the message says why
     */
    ImageLayout encodedLayout(ImageLayout layout);

    /**
     * Whether every sample comes back as it was.
     *
     * @return true for a lossless compression
     */
    boolean isLossless();

    /**
     * Compresses a frame.
     *
     * @param source holds the native frame of {@link ImageLayout#frameLength()} bytes, in little endian
     * @param offset of its first byte
     * @param layout of the native frame
     * @return the compressed frame, which is the caller's
     * @throws IllegalArgumentException  where the compression has no place for such frames
     * @throws IndexOutOfBoundsException where the source is too small
     */
    byte[] encode(byte[] source, int offset, ImageLayout layout);
}
