package org.bitewing.pixel;

import org.bitewing.DicomException;

/**
 * Decodes compressed frames, one after the other, from the caller's arrays into the caller's arrays. What it needs
 * besides is kept for the next frame. For one thread.
 *
 * <p>Decoded samples lie as native ones (PS3.5 8.1): in little endian, their stored bits below the high bit, those of
 * signed ones extended into the bits above.
 */
public interface FrameDecoder {
    /**
     * What decoded frames are like: as the data set says, but for what decoding changes. A compression that undoes a
     * colour transform gives another Photometric Interpretation, and one that gives all samples of every pixel has no
     * subsampled one.
     *
     * @param layout of the data set with the compressed frames
     * @return the layout of decoded frames
     */
    ImageLayout decodedLayout(ImageLayout layout);

    /**
     * Decodes a frame.
     *
     * @param source       holds the compressed frame, its fragments joined
     * @param offset       of its first byte
     * @param length       in bytes; padding at the end does no harm
     * @param layout       of the data set
     * @param target       takes {@link ImageLayout#frameLength()} bytes of {@link #decodedLayout}
     * @param targetOffset where they begin
     * @throws DicomException            where the frame cannot be decoded, or is not as the layout says; the target
     *                                   then holds what it may
     * @throws IndexOutOfBoundsException where an array is too small for what the arguments say
     */
    void decode(byte[] source, int offset, int length, ImageLayout layout, byte[] target, int targetOffset);

    /**
     * Decodes a frame of 16 bits allocated.
     *
     * @param source       holds the compressed frame, its fragments joined
     * @param offset       of its first byte
     * @param length       in bytes; padding at the end does no harm
     * @param layout       of the data set, with 16 bits allocated
     * @param target       takes {@link ImageLayout#samples()} values of {@link #decodedLayout}
     * @param targetOffset where they begin
     * @throws DicomException            where the frame cannot be decoded, or is not as the layout says
     * @throws IllegalArgumentException  where other than 16 bits are allocated
     * @throws IndexOutOfBoundsException where an array is too small for what the arguments say
     */
    void decode(byte[] source, int offset, int length, ImageLayout layout, short[] target, int targetOffset);
}
