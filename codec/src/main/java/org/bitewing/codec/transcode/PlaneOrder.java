package org.bitewing.codec.transcode;

import org.bitewing.pixel.ImageLayout;

/** Reorders the samples of a frame: Planar Configuration (0028,0006). */
final class PlaneOrder {
    private PlaneOrder() {
    }

    /**
     * A frame in another order.
     *
     * @param frame     by plane or by pixel as {@code from} says; not changed
     * @param workspace taken where it is another array of the right size
     * @return the frame itself where the order is the same
     */
    static byte[] of(byte[] frame, ImageLayout from, ImageLayout to, byte[] workspace) {
        if (from.byPlane() == to.byPlane() || from.samplesPerPixel() == 1) {
            return frame;
        }
        byte[] target = workspace != frame && workspace.length == frame.length ? workspace : new byte[frame.length];
        int bytes = from.bytesPerSample();
        int samples = from.samplesPerPixel();
        int pixels = from.pixels();
        int planar = 0;
        for (int sample = 0; sample < samples; sample++) {
            int mixed = sample * bytes;
            for (int pixel = 0; pixel < pixels; pixel++, mixed += (samples - 1) * bytes) {
                for (int i = 0; i < bytes; i++, planar++, mixed++) {
                    if (to.byPlane()) {
                        target[planar] = frame[mixed];
                    } else {
                        target[mixed] = frame[planar];
                    }
                }
            }
        }
        return target;
    }
}
