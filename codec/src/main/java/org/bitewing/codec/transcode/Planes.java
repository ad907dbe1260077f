package org.bitewing.codec.transcode;

import java.util.Set;
import org.bitewing.dict.UID;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** How decoded colours are ordered: Planar Configuration (0028,0006). */
public enum Planes {
    /** As the compressed data set says. */
    KEPT,
    /** The samples of a pixel side by side. */
    BY_PIXEL,
    /** One plane after the other. */
    BY_PLANE,
    /** By plane for YBR_FULL of ultrasound (PS3.3 C.8.5.6.1.16), otherwise by pixel. */
    BY_CLASS;

    private static final Set<String> ULTRASOUND = Set.of(UID.UltrasoundImageStorage,
            UID.UltrasoundImageStorageRetired, UID.UltrasoundMultiFrameImageStorage,
            UID.UltrasoundMultiFrameImageStorageRetired);

    /** The layout in this order, for an image of a SOP class. */
    ImageLayout of(ImageLayout layout, String sopClass) {
        return layout.withByPlane(switch (this) {
            case KEPT -> layout.byPlane();
            case BY_PIXEL -> false;
            case BY_PLANE -> true;
            case BY_CLASS -> sopClass.equals(UID.HardcopyColorImageStorage)
                    || layout.photometric() == PhotometricInterpretation.YBR_FULL && ULTRASOUND.contains(sopClass);
        });
    }
}
