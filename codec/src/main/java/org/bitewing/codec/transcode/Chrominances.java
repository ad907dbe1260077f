package org.bitewing.codec.transcode;

import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** Native YBR_FULL_422 with all samples of every pixel, which is YBR_FULL (PS3.3 C.7.6.3.1.2). */
final class Chrominances {
    private Chrominances() {
    }

    static boolean areShared(ImageLayout layout) {
        return layout.photometric() == PhotometricInterpretation.YBR_FULL_422;
    }

    /** The layout that {@link #expand} gives; the same one where nothing is shared. */
    static ImageLayout expanded(ImageLayout layout) {
        return areShared(layout) ? layout.withPhotometric(PhotometricInterpretation.YBR_FULL) : layout;
    }

    /** A frame in which both pixels of a pair have the chrominances of the pair. */
    static byte[] expand(byte[] frame, ImageLayout from) {
        ImageLayout to = expanded(from);
        int bytes = from.bytesPerSample();
        int pairs = (from.columns() + 1) / 2;
        byte[] target = new byte[to.frameLength()];
        for (int row = 0; row < from.rows(); row++) {
            for (int column = 0; column < from.columns(); column++) {
                int pair = (row * pairs + column / 2) * 4 * bytes;
                int at = (row * from.columns() + column) * 3 * bytes;
                System.arraycopy(frame, pair + (column & 1) * bytes, target, at, bytes);
                System.arraycopy(frame, pair + 2 * bytes, target, at + bytes, 2 * bytes);
            }
        }
        return target;
    }
}
