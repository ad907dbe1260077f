package org.bitewing.tools.view;

import java.util.Optional;
import org.bitewing.pixel.ImagePlane;

/**
 * An image, or any other object, in the catalog: small, as there may be a hundred thousand.
 *
 * @param number         of its key
 * @param place          where it is
 * @param sopClass       its SOP Class UID, or empty
 * @param instanceNumber as stored, or empty
 * @param frames         0 where it has no pixels
 * @param rows           0 where it has no pixels
 * @param columns        0 where it has no pixels
 * @param why            why there is no picture; empty where there is one
 * @param slice          where it lies in the patient
 */
record CatalogImage(int number, Place place, String sopClass, String instanceNumber, int frames, int rows, int columns,
                    String why, Optional<ImagePlane> slice) {

    String key() {
        return "i" + number;
    }

    boolean isPicture() {
        return why.isEmpty();
    }

    /** The number to sort by; what is no number comes last. */
    long order() {
        try {
            return Long.parseLong(instanceNumber);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
