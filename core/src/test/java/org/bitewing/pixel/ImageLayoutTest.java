package org.bitewing.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;

class ImageLayoutTest {
    private static DataSetBuilder gray(int rows, int columns, int bits) {
        return DataSet.builder().set(Tag.Rows, rows).set(Tag.Columns, columns).set(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2").set(Tag.BitsAllocated, bits)
                .set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1).set(Tag.PixelRepresentation, 0);
    }

    private static ImageLayout of(DataSetBuilder builder) {
        return ImageLayout.of(builder.build(), Limits.defaults());
    }

    @Test
    void sizesFollowFromTheNumbers() {
        ImageLayout layout = of(gray(5, 7, 16).set(Tag.NumberOfFrames, 3));

        assertEquals(35, layout.pixels());
        assertEquals(70, layout.frameLength());
        assertEquals(210, layout.length());
    }

    @Test
    void framesOfBitsFollowEachOtherWithoutAGap() {
        ImageLayout layout = of(gray(3, 3, 1).set(Tag.NumberOfFrames, 3));

        assertEquals(9, layout.frameBits());
        assertEquals(2, layout.frameLength());
        assertEquals(4, layout.length());
    }

    @Test
    void subsampledChrominancesTakeLessRoom() {
        ImageLayout layout = of(gray(3, 4, 8).set(Tag.SamplesPerPixel, 3).set(Tag.PlanarConfiguration, 0)
                .set(Tag.PhotometricInterpretation, "YBR_FULL_422"));

        assertTrue(layout.isSubsampled());
        assertEquals(24, layout.frameLength());
    }

    @Test
    void theNumberOfFramesDoesNotOverflow() {
        ImageLayout layout = of(gray(6_000, 4_000, 64).set(Tag.NumberOfFrames, Integer.MAX_VALUE));

        assertEquals(8L * 24_000_000 * Integer.MAX_VALUE, layout.length());
    }

    @Test
    void giantFramesAreRefusedByTheLimits() {
        DataSet set = gray(65_535, 65_535, 8).build();

        DicomException e = assertThrows(DicomException.class, () -> ImageLayout.of(set, Limits.defaults()));

        assertEquals(DicomException.Kind.LIMIT, e.kind());
        assertTrue(e.getMessage().contains("Limits.pixels()"), e.getMessage());
    }

    @Test
    void wrongNumbersAreErrorsWithAPlace() {
        assertThrows(DicomException.class, () -> of(gray(0, 4, 8)));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 12)));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.BitsStored, 9)));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.HighBit, 8)));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.SamplesPerPixel, 3)));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.PhotometricInterpretation, "RGB")));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.PhotometricInterpretation, "BLUE")));
        assertThrows(DicomException.class, () -> of(gray(4, 4, 8).set(Tag.NumberOfFrames, -1)));
        DicomException e = assertThrows(DicomException.class, () -> of(gray(4, 4, 8).remove(Tag.Columns)));
        assertEquals(Tag.Columns, e.location().path().tag(0));
    }

    @Test
    void noFramesAtAllAreOneFrame() {
        assertEquals(1, of(gray(4, 4, 8).set(Tag.NumberOfFrames, 0)).frames());
    }

    @Test
    void whatAcrNemaImagesLackIsFilledIn() {
        ImageLayout layout = of(DataSet.builder().set(Tag.Rows, 2).set(Tag.Columns, 2).set(Tag.BitsAllocated, 16)
                .set(Tag.BitsStored, 12));

        assertEquals(PhotometricInterpretation.MONOCHROME2, layout.photometric());
        assertEquals(11, layout.highBit());
        assertEquals(1, layout.frames());
        assertFalse(layout.signed());
    }
}
