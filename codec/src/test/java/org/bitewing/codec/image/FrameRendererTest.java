package org.bitewing.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.bitewing.DicomException;
import org.bitewing.codec.image.RenderOptions.OverlayOptions;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

class FrameRendererTest {
    /** One line of pixels of 16 bits. */
    private static DataSetBuilder line(int... pixels) {
        byte[] bytes = new byte[2 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[2 * i] = (byte) pixels[i];
            bytes[2 * i + 1] = (byte) (pixels[i] >> 8);
        }
        return image(pixels.length, 1, "MONOCHROME2", 16).set(Tag.PixelData, bytes);
    }

    private static DataSetBuilder image(int columns, int samples, String photometric, int bits) {
        return DataSet.builder().set(Tag.Rows, 1).set(Tag.Columns, columns).set(Tag.SamplesPerPixel, samples)
                .set(Tag.PhotometricInterpretation, photometric).set(Tag.BitsAllocated, bits)
                .set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1).set(Tag.PixelRepresentation, 0);
    }

    private static int[] render(DataSetBuilder builder, RenderOptions options) throws IOException {
        Picture picture = FrameRenderer.of(builder.build()).render(0, options);
        int[] values = new int[picture.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.values()[i] & 0xffff;
        }
        return values;
    }

    private static RenderOptions with(Voi voi) {
        return RenderOptions.defaults().with(voi);
    }

    @Test
    void theLinearWindowIsThatOfTheStandard() throws IOException {
        // PS3.3 C.11.2.1.2.1: center 2048, width 4096: 0 is black, 4095 white, and between them a line.
        int[] values = render(line(0, 1024, 2048, 4095, 5000),
                with(new Voi.Window(2048, 4096, VoiFunction.LINEAR)));

        assertArrayEquals(new int[] {0, 63, 127, 255, 255}, values);
    }

    @Test
    void theNarrowestLinearWindowIsAThreshold() throws IOException {
        // PS3.3 C.11.2.1.2.1: center 2048, width 1.
        assertArrayEquals(new int[] {0, 255}, render(line(2047, 2048), with(new Voi.Window(2048, 1, VoiFunction.LINEAR))));
    }

    @Test
    void theExactWindowGoesFromEdgeToEdge() throws IOException {
        assertArrayEquals(new int[] {0, 0, 127, 255},
                render(line(0, 100, 150, 200), with(new Voi.Window(150, 100, VoiFunction.LINEAR_EXACT))));
    }

    @Test
    void theSigmoidIsHalfWayAtItsCenter() throws IOException {
        int[] values = render(line(0, 100, 1000), with(new Voi.Window(100, 40, VoiFunction.SIGMOID)));

        assertArrayEquals(new int[] {0, 127, 255}, values);
    }

    @Test
    void theWindowCountsInValuesOfTheModality() throws IOException {
        DataSetBuilder image = line(0, 100, 200).set(Tag.RescaleSlope, 2).set(Tag.RescaleIntercept, -200)
                .set(Tag.WindowCenter, 0.5).set(Tag.WindowWidth, 401).set(Tag.VOILUTFunction, "LINEAR");

        assertArrayEquals(new int[] {0, 127, 255}, render(image, RenderOptions.defaults()));
    }

    @Test
    void withoutAWindowTheValuesThatAreThereGoFromBlackToWhite() throws IOException {
        assertArrayEquals(new int[] {0, 127, 255}, render(line(1000, 1050, 1100), RenderOptions.defaults()));
    }

    @Test
    void paddingIsDarkAndNotOfInterest() throws IOException {
        DataSetBuilder image = line(60_000, 100, 200).set(Tag.PixelPaddingValue, VR.US, 60_000);

        assertArrayEquals(new int[] {0, 0, 255}, render(image, RenderOptions.defaults()));
        assertArrayEquals(new int[] {255, 0, 0}, render(image, RenderOptions.defaults().withPadding(false)));
    }

    @Test
    void monochrome1IsInvertedUnlessAShapeSaysOtherwise() throws IOException {
        DataSetBuilder image = line(0, 100).set(Tag.PhotometricInterpretation, "MONOCHROME1");

        assertArrayEquals(new int[] {255, 0}, render(image, RenderOptions.defaults()));
        assertArrayEquals(new int[] {0, 255}, render(image.set(Tag.PresentationLUTShape, "IDENTITY"),
                RenderOptions.defaults()));
    }

    @Test
    void signedPixelsAreSigned() throws IOException {
        DataSetBuilder image = line(-100, 0, 100).set(Tag.PixelRepresentation, 1);

        assertArrayEquals(new int[] {0, 127, 255}, render(image, RenderOptions.defaults()));
    }

    @Test
    void itemsWhoseAttributesAreAllEmptyAreNoTables() throws IOException {
        DataSetBuilder empty = DataSet.builder().setEmpty(Tag.LUTDescriptor).setEmpty(Tag.LUTData);
        for (int sequence : new int[] {Tag.ModalityLUTSequence, Tag.VOILUTSequence, Tag.PresentationLUTSequence}) {
            assertArrayEquals(new int[] {0, 127, 255}, render(line(1000, 1050, 1100).set(sequence, empty),
                    RenderOptions.defaults()));
        }
    }

    @Test
    void aModalityTableIsLookedUpAndEndsAtItsEdges() throws IOException {
        DataSetBuilder table = DataSet.builder().set(Tag.LUTDescriptor, VR.US, 2, 10, 16)
                .set(Tag.LUTData, VR.US, 5, 30_000);
        DataSetBuilder image = line(0, 10, 11, 12).set(Tag.ModalityLUTSequence, table);

        assertArrayEquals(new int[] {0, 0, 255, 255}, render(image, RenderOptions.defaults()));
    }

    @Test
    void aVoiTableIsUsedWhereThereIsNoWindow() throws IOException {
        DataSetBuilder table = DataSet.builder().set(Tag.LUTDescriptor, VR.US, 3, 1, 8)
                .set(Tag.LUTData, VR.US, 9, 99, 199);
        DataSetBuilder image = line(0, 1, 2, 3, 4).set(Tag.VOILUTSequence, table);

        assertArrayEquals(new int[] {9, 9, 99, 199, 199}, render(image, RenderOptions.defaults()));
    }

    @Test
    void aFramesOwnWindowCountsBeforeThatOfTheDataSet() throws IOException {
        DataSetBuilder voi = DataSet.builder().set(Tag.WindowCenter, 50.5).set(Tag.WindowWidth, 101);
        DataSetBuilder image = line(0, 100).set(Tag.WindowCenter, 5000).set(Tag.WindowWidth, 10)
                .set(Tag.PerFrameFunctionalGroupsSequence, DataSet.builder().set(Tag.FrameVOILUTSequence, voi));

        assertArrayEquals(new int[] {0, 255}, render(image, RenderOptions.defaults()));
    }

    @Test
    void sixteenBitsKeepWhatEightCannotShow() throws IOException {
        int[] values = render(line(0, 1, 65_535), RenderOptions.defaults().withBits(16));

        assertArrayEquals(new int[] {0, 1, 65_535}, values);
    }

    @Test
    void aSegmentedPaletteIsExpanded() throws IOException {
        // PS3.3 C.7.9.2: two discrete entries, a ramp of four, and both again.
        byte[] segments = {0, 2, 10, 20, 1, 4, 60, 2, 2, 0, 0, 0, 0, 0};
        DataSetBuilder image = image(4, 1, "PALETTE COLOR", 8).set(Tag.PixelData, new byte[] {1, 3, 5, 11});
        for (int colour = 0; colour < 3; colour++) {
            image.set(Tag.RedPaletteColorLookupTableDescriptor + colour, VR.US, 12, 0, 8);
            image.set(Tag.SegmentedRedPaletteColorLookupTableData + colour, segments);
        }

        assertArrayEquals(new int[] {20, 20, 20, 40, 40, 40, 60, 60, 60, 60, 60, 60},
                render(image, RenderOptions.defaults()));
    }

    @Test
    void anIndirectSegmentThatLeadsNowhereIsAnError() {
        DataSetBuilder image = image(1, 1, "PALETTE COLOR", 8).set(Tag.PixelData, new byte[] {0, 0});
        for (int colour = 0; colour < 3; colour++) {
            image.set(Tag.RedPaletteColorLookupTableDescriptor + colour, VR.US, 256, 0, 8);
            image.set(Tag.SegmentedRedPaletteColorLookupTableData + colour, new byte[] {0, 1, 7, 2, 9, -1, -1, -1, -1, 0});
        }

        assertThrows(DicomException.class, () -> render(image, RenderOptions.defaults()));
    }

    @Test
    void subsampledChrominancesAreSharedByTwoPixels() throws IOException {
        DataSetBuilder image = image(2, 3, "YBR_FULL_422", 8).set(Tag.PlanarConfiguration, 0)
                .set(Tag.PixelData, new byte[] {76, (byte) 150, 85, (byte) 255});

        int[] values = render(image, RenderOptions.defaults());

        // Red of luminance 76, and the same chrominances with more light.
        assertEquals(254, values[0], 1);
        assertEquals(0, values[1], 1);
        assertEquals(0, values[2], 1);
        assertEquals(255, values[3], 1);
        assertEquals(74, values[4], 1);
    }

    @Test
    void partialRangeIsStretched() throws IOException {
        DataSetBuilder image = image(2, 3, "YBR_PARTIAL_422", 8).set(Tag.PlanarConfiguration, 0)
                .set(Tag.PixelData, new byte[] {16, (byte) 235, (byte) 128, (byte) 128});

        assertArrayEquals(new int[] {0, 0, 0, 255, 255, 255}, render(image, RenderOptions.defaults()));
    }

    @Test
    void planesAndPixelsRenderAlike() throws IOException {
        DataSetBuilder byPixel = image(2, 3, "RGB", 8).set(Tag.PlanarConfiguration, 0)
                .set(Tag.PixelData, new byte[] {1, 2, 3, 4, 5, 6});
        DataSetBuilder byPlane = image(2, 3, "RGB", 8).set(Tag.PlanarConfiguration, 1)
                .set(Tag.PixelData, new byte[] {1, 4, 2, 5, 3, 6});

        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, render(byPixel, RenderOptions.defaults()));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, render(byPlane, RenderOptions.defaults()));
    }

    @Test
    void overlaysAreDrawnWhereTheirOriginSays() throws IOException {
        DataSetBuilder image = line(0, 0, 0, 0, 100)
                .set(0x60000010, VR.US, 1).set(0x60000011, VR.US, 2).set(0x60000040, VR.CS, "G")
                .set(0x60000050, VR.SS, 1, 2).set(0x60000100, VR.US, 1).set(0x60000102, VR.US, 0)
                .set(org.bitewing.data.Value.of(0x60003000, VR.OW, new byte[] {0b11, 0}));

        assertArrayEquals(new int[] {0, 255, 255, 0, 255}, render(image, RenderOptions.defaults()));
        assertArrayEquals(new int[] {0, 0, 0, 0, 255}, render(image, RenderOptions.defaults().with(OverlayOptions.NONE)));
    }

    @Test
    void overlaysInUnusedBitsAreNoPartOfTheValue() throws IOException {
        DataSetBuilder image = line(0x8000, 10, 100).set(Tag.BitsStored, 12).set(Tag.HighBit, 11)
                .set(0x60000010, VR.US, 1).set(0x60000011, VR.US, 3).set(0x60000040, VR.CS, "G")
                .set(0x60000050, VR.SS, 1, 1).set(0x60000100, VR.US, 16).set(0x60000102, VR.US, 15);

        assertArrayEquals(new int[] {255, 25, 255}, render(image, RenderOptions.defaults()));
        assertArrayEquals(new int[] {0, 25, 255},
                render(image, RenderOptions.defaults().with(OverlayOptions.NONE)));
    }

    @Test
    void aWindowThatIsNotThereIsAnError() {
        assertThrows(DicomException.class, () -> render(line(1, 2), with(new Voi.StoredWindow(0))));
    }
}
