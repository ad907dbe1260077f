package org.bitewing.tools.view;

import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/**
 * Where an image lies in the patient (PS3.3 C.7.6.2.1.1): the normal of its plane, and how far along it the plane is.
 *
 * @param x        of the unit normal
 * @param y        of the unit normal
 * @param z        of the unit normal
 * @param distance from the origin, in mm
 */
record Slice(double x, double y, double z, double distance) {
    /** The cosine from which on two planes are parallel: 2.5 degrees apart. */
    private static final double PARALLEL = 0.999;

    static Optional<Slice> of(Attributes attributes) {
        double[] position;
        double[] direction;
        try {
            position = attributes.doubles(Tag.ImagePositionPatient);
            direction = attributes.doubles(Tag.ImageOrientationPatient);
        } catch (DicomException e) {
            // Text that is no number: there is no geometry.
            return Optional.empty();
        }
        if (position.length < 3 || direction.length < 6) {
            return Optional.empty();
        }
        double x = direction[1] * direction[5] - direction[2] * direction[4];
        double y = direction[2] * direction[3] - direction[0] * direction[5];
        double z = direction[0] * direction[4] - direction[1] * direction[3];
        double length = Math.sqrt(x * x + y * y + z * z);
        double distance = (x * position[0] + y * position[1] + z * position[2]) / length;
        return Double.isFinite(distance) ? Optional.of(new Slice(x / length, y / length, z / length, distance))
                : Optional.empty();
    }

    boolean isParallel(Slice other) {
        return x * other.x + y * other.y + z * other.z >= PARALLEL;
    }
}
