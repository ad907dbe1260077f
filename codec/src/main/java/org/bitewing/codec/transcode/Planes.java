package org.bitewing.codec.transcode;

import org.bitewing.pixel.ImageLayout;

/** How decoded colours are ordered: Planar Configuration (0028,0006). */
public enum Planes {
    /** As the compressed data set says. */
    KEPT,
    /** The samples of a pixel side by side. */
    BY_PIXEL,
    /** One plane after the other. */
    BY_PLANE;

    ImageLayout of(ImageLayout layout) {
        return layout.withByPlane(this == KEPT ? layout.byPlane() : this == BY_PLANE);
    }
}
