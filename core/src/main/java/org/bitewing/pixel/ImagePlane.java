package org.bitewing.pixel;

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
public record ImagePlane(double x, double y, double z, double distance) {
    /** The cosine from which on two planes are parallel: 2.5 degrees apart. */
    private static final double PARALLEL = 0.999;

    /**
     * The plane of an image.
     *
     * @param attributes its data set, or the item that has both attributes
     * @return the plane; empty without Image Position (Patient) and Image Orientation (Patient), or where they are no
     *         numbers or give no normal
     */
    public static Optional<ImagePlane> of(Attributes attributes) {
        try {
            return of(attributes.doubles(Tag.ImagePositionPatient), attributes.doubles(Tag.ImageOrientationPatient));
        } catch (DicomException e) {
            // Text that is no number: there is no geometry.
            return Optional.empty();
        }
    }

    /**
     * The plane of a position and an orientation.
     *
     * @param position    Image Position (Patient): 3 numbers, in mm
     * @param orientation Image Orientation (Patient): 6 direction cosines, of the row and then of the column
     * @return the plane; empty where numbers are missing or give no normal
     */
    public static Optional<ImagePlane> of(double[] position, double[] orientation) {
        if (position.length < 3 || orientation.length < 6) {
            return Optional.empty();
        }
        double x = orientation[1] * orientation[5] - orientation[2] * orientation[4];
        double y = orientation[2] * orientation[3] - orientation[0] * orientation[5];
        double z = orientation[0] * orientation[4] - orientation[1] * orientation[3];
        double length = Math.sqrt(x * x + y * y + z * z);
        double distance = (x * position[0] + y * position[1] + z * position[2]) / length;
        return Double.isFinite(distance) ? Optional.of(new ImagePlane(x / length, y / length, z / length, distance))
                : Optional.empty();
    }

    /**
     * Whether two planes are parallel, as those of one stack of slices are.
     *
     * @param other the other plane
     * @return true where their normals are less than about 2.5 degrees apart
     */
    public boolean isParallel(ImagePlane other) {
        return x * other.x + y * other.y + z * other.z >= PARALLEL;
    }
}
