package org.bitewing.tools.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compression of images whose frames have a rescale and a window each. The pixels are decoded by DCMTK. */
class FunctionalGroupsTest {
    private static final int SIDE = 32;
    private static final int FRAMES = 2;
    private static final double[] SLOPES = {1, 2};
    private static final double[] INTERCEPTS = {-100, 50};
    private static final double[] CENTERS = {0, 700};
    private static final double[] WIDTHS = {400, 2000};

    @TempDir
    Path folder;

    /** From -512 to 511, smooth, turned round in the second frame. */
    private static int stored(int frame, int pixel) {
        return pixel * (frame == 0 ? 1 : -1) - (frame == 0 ? 512 : -511);
    }

    private Path image(boolean grouped) throws IOException {
        byte[] pixels = new byte[FRAMES * SIDE * SIDE * 2];
        for (int i = 0; i < pixels.length / 2; i++) {
            int pixel = stored(i / (SIDE * SIDE), i % (SIDE * SIDE));
            pixels[2 * i] = (byte) pixel;
            pixels[2 * i + 1] = (byte) (pixel >> 8);
        }
        DataSetBuilder[] groups = new DataSetBuilder[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            groups[i] = DataSet.builder().set(Tag.FrameVOILUTSequence, DataSet.builder()
                    .set(Tag.WindowCenter, CENTERS[i]).set(Tag.WindowWidth, WIDTHS[i]));
            if (grouped) {
                groups[i].set(Tag.PixelValueTransformationSequence, DataSet.builder()
                        .set(Tag.RescaleIntercept, INTERCEPTS[i]).set(Tag.RescaleSlope, SLOPES[i])
                        .set(Tag.RescaleType, "US"));
            }
        }
        Path file = folder.resolve("image.dcm");
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.EnhancedMRImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.StudyInstanceUID, "2.25.2")
                .set(Tag.SeriesInstanceUID, "2.25.3").set(Tag.Rows, SIDE).set(Tag.Columns, SIDE)
                .set(Tag.SamplesPerPixel, 1).set(Tag.NumberOfFrames, FRAMES)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2").set(Tag.BitsAllocated, 16).set(Tag.BitsStored, 16)
                .set(Tag.HighBit, 15).set(Tag.PixelRepresentation, 1)
                .set(Tag.SharedFunctionalGroupsSequence, DataSet.builder().set(Tag.PixelMeasuresSequence,
                        DataSet.builder().set(Tag.SliceThickness, 3.0)))
                .set(Tag.PerFrameFunctionalGroupsSequence, groups).set(Tag.PixelData, pixels).build(), file);
        return file;
    }

    /** The compressed data set, with the pixels that DCMTK makes of it. */
    private DataSet compressed(Path image, String... options) throws IOException {
        Path compressed = folder.resolve("compressed.dcm");
        Path decoded = folder.resolve("decoded.dcm");
        List<Object> words = new ArrayList<>(List.of(options));
        words.addAll(List.of(image, compressed));
        ToolRun run = ToolRun.of("dcmcjpeg", words.toArray());
        assertEquals(0, run.code(), run.errors());
        String said = Judge.run("dcmdjpeg", compressed, decoded);
        assertTrue(said.endsWith("0"), said);
        return Dicom.read(decoded);
    }

    private static int pixel(DataSet set, int frame, int index) {
        byte[] pixels = set.bytes(Tag.PixelData);
        int at = frame * SIDE * SIDE + index;
        return set.integer(Tag.BitsAllocated).orElseThrow() == 8 ? pixels[at] & 0xff
                : pixels[2 * at] & 0xff | (pixels[2 * at + 1] & 0xff) << 8;
    }

    private static Item transformation(Item groups) {
        return groups.items(Tag.PixelValueTransformationSequence).get(0);
    }

    @Test
    void theWindowOfEachFrameIsAppliedToIt() throws IOException {
        DataSet shown = compressed(image(true), "+eb", "+q", "100", "+Wi", "1");

        List<Item> groups = shown.items(Tag.PerFrameFunctionalGroupsSequence);
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                double value = stored(frame, i) * SLOPES[frame] + INTERCEPTS[frame];
                double shade = ((value - (CENTERS[frame] - 0.5)) / (WIDTHS[frame] - 1) + 0.5) * 255;
                assertEquals(Math.max(0, Math.min(shade, 255)), pixel(shown, frame, i), 4, frame + ": " + i);
            }
            assertTrue(groups.get(frame).items(Tag.FrameVOILUTSequence).isEmpty());
            assertEquals(1, transformation(groups.get(frame)).number(Tag.RescaleSlope).orElseThrow());
            assertEquals(0, transformation(groups.get(frame)).number(Tag.RescaleIntercept).orElseThrow());
        }
        assertEquals(3, shown.items(Tag.SharedFunctionalGroupsSequence).get(0).items(Tag.PixelMeasuresSequence).get(0)
                .number(Tag.SliceThickness).orElseThrow());
    }

    @Test
    void valuesOfLossyFramesAreThoseOfTheirOwnRescale() throws IOException {
        DataSet lossy = compressed(image(true), "+ee", "+q", "98");

        List<Item> groups = lossy.items(Tag.PerFrameFunctionalGroupsSequence);
        for (int frame = 0; frame < FRAMES; frame++) {
            Item transformation = transformation(groups.get(frame));
            double slope = transformation.number(Tag.RescaleSlope).orElseThrow();
            double intercept = transformation.number(Tag.RescaleIntercept).orElseThrow();
            for (int i = 0; i < SIDE * SIDE; i++) {
                double value = stored(frame, i) * SLOPES[frame] + INTERCEPTS[frame];
                assertEquals(value, pixel(lossy, frame, i) * slope + intercept, 8 * SLOPES[frame], frame + ": " + i);
            }
            assertEquals(CENTERS[frame], groups.get(frame).items(Tag.FrameVOILUTSequence).get(0)
                    .number(Tag.WindowCenter).orElseThrow());
        }
        assertTrue(lossy.number(Tag.RescaleSlope).isEmpty());
    }

    @Test
    void framesWithoutARescaleGetOneThatAllShare() throws IOException {
        DataSet lossy = compressed(image(false), "+ee", "+q", "98");

        Item shared = lossy.items(Tag.SharedFunctionalGroupsSequence).get(0);
        double slope = transformation(shared).number(Tag.RescaleSlope).orElseThrow();
        double intercept = transformation(shared).number(Tag.RescaleIntercept).orElseThrow();
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertEquals(stored(1, i), pixel(lossy, 1, i) * slope + intercept, 8, "pixel " + i);
        }
        assertEquals(1, shared.items(Tag.PixelMeasuresSequence).size());
        assertTrue(lossy.number(Tag.RescaleSlope).isEmpty());
    }
}
