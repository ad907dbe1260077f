package org.bitewing.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

class ImagePlaneTest {
    private static final double[] AXIAL = {1, 0, 0, 0, 1, 0};
    private static final double[] CORONAL = {1, 0, 0, 0, 0, -1};

    @Test
    void theNormalIsThatOfRowAndColumnAndTheDistanceIsAlongIt() {
        assertEquals(new ImagePlane(0, 0, 1, -12.5), ImagePlane.of(new double[] {7, 8, -12.5}, AXIAL).orElseThrow());
        assertEquals(8, ImagePlane.of(new double[] {7, 8, 9}, CORONAL).orElseThrow().distance());
        // Cosines that are not quite of length one still give millimetres.
        assertEquals(9, ImagePlane.of(new double[] {7, 8, 9}, new double[] {2, 0, 0, 0, 2, 0}).orElseThrow().distance());
    }

    @Test
    void whatHasNoNormalHasNoPlane() {
        assertEquals(Optional.empty(), ImagePlane.of(new double[] {1, 2, 3}, new double[] {1, 0, 0, 1, 0, 0}));
        assertEquals(Optional.empty(), ImagePlane.of(new double[] {1, 2}, AXIAL));
        assertEquals(Optional.empty(), ImagePlane.of(new double[] {1, 2, 3}, new double[5]));
        assertEquals(Optional.empty(), ImagePlane.of(new double[] {1, 2, Double.NaN}, AXIAL));
        assertEquals(Optional.empty(), ImagePlane.of(DataSet.builder()
                .set(Tag.ImagePositionPatient, VR.DS, "a", "b", "c")
                .set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0").build()));
    }

    @Test
    void planesOfOneStackAreParallel() {
        ImagePlane axial = ImagePlane.of(new double[3], AXIAL).orElseThrow();
        assertTrue(axial.isParallel(ImagePlane.of(new double[] {0, 0, 5}, new double[] {1, 0, 0.02, 0, 1, 0})
                .orElseThrow()));
        assertFalse(axial.isParallel(ImagePlane.of(new double[3], CORONAL).orElseThrow()));
    }
}
