package org.bitewing.tools.image;

import java.util.Optional;

/**
 * One frame, as it will be in Pixel Data (7FE0,0010).
 *
 * @param layout      what the pixels are
 * @param bytes       the pixels, by row, samples of a pixel together, words in little endian; or the compressed stream
 * @param compression how they are compressed, if they are
 * @param shown       for how many milliseconds an animation shows it; 0 where it does not say
 */
record Picture(Layout layout, byte[] bytes, Optional<Compression> compression, int shown) {

    /**
     * What frames must have in common.
     *
     * @param rows        1 to 65535
     * @param columns     1 to 65535
     * @param samples     1 or 3
     * @param stored      bits of a sample
     * @param photometric Photometric Interpretation (0028,0004)
     */
    record Layout(int rows, int columns, int samples, int stored, String photometric) {
        int allocated() {
            return stored > 8 ? 16 : 8;
        }

        /** The size of one frame without compression, in bytes. */
        long size() {
            return (long) rows * columns * samples * (allocated() / 8);
        }
    }

    /**
     * A compression.
     *
     * @param transferSyntax its UID
     * @param method         Lossy Image Compression Method (0028,2114); empty where nothing was lost
     */
    record Compression(String transferSyntax, String method) {
        boolean isLossy() {
            return !method.isEmpty();
        }
    }

    static Picture plain(Layout layout, byte[] pixels) {
        return new Picture(layout, pixels, Optional.empty(), 0);
    }

    Picture withShown(int milliseconds) {
        return new Picture(layout, bytes, compression, milliseconds);
    }
}
