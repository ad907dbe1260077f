package org.bitewing.tools.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendering of images of kinds that the corpus lacks, against DCMTK's {@code dcm2pnm}. */
class MadeImagesTest {
    private static final int ROWS = 23;
    private static final int COLUMNS = 40;

    @TempDir
    Path folder;

    private static DataSetBuilder image(int samples, int bits) {
        byte[] pixels = new byte[ROWS * COLUMNS * samples * (bits > 8 ? 2 : 1)];
        for (int i = 0; i < pixels.length; i++) {
            boolean high = bits > 8 && (i & 1) == 1;
            pixels[i] = (byte) (high ? i / 2 * 7 % (1 << bits - 8) : i * 5 / samples + i / COLUMNS * 3);
        }
        DataSetBuilder image = DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.Rows, ROWS).set(Tag.Columns, COLUMNS)
                .set(Tag.SamplesPerPixel, samples).set(Tag.PhotometricInterpretation, samples == 1 ? "MONOCHROME2" : "RGB")
                .set(Tag.BitsAllocated, bits > 8 ? 16 : 8).set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1)
                .set(Tag.PixelRepresentation, 0).set(Tag.PixelData, pixels);
        return samples == 1 ? image : image.set(Tag.PlanarConfiguration, 0);
    }

    /** The first three numbers are width, height and the largest value; the rest are the pixels. */
    private List<Integer> shown(boolean theirs, Path file, String options) throws IOException {
        Path target = folder.resolve("shown.pnm");
        Files.deleteIfExists(target);
        List<Object> words = new ArrayList<>(List.of(options.split(" ")));
        words.addAll(List.of(file, target));
        if (theirs) {
            String said = Judge.run("dcm2pnm", words.toArray());
            assertTrue(said.endsWith("0"), options + ": " + said);
        } else {
            ToolRun run = ToolRun.of("dcm2pnm", words.toArray());
            assertEquals(0, run.code(), options + ": " + run.errors());
        }
        List<Integer> numbers = new ArrayList<>();
        try (Scanner scanner = new Scanner(Files.readString(target).replaceAll("#.*\n", "").substring(2))) {
            while (scanner.hasNextInt()) {
                numbers.add(scanner.nextInt());
            }
        }
        return numbers;
    }

    private void assertAlike(DataSetBuilder image, String options, int most) throws IOException {
        Path file = folder.resolve("image.dcm");
        Dicom.write(image.build(), file);
        List<Integer> theirs = shown(true, file, options);
        List<Integer> ours = shown(false, file, options);
        assertEquals(theirs.subList(0, 3), ours.subList(0, 3), options);
        assertEquals(theirs.size(), ours.size(), options);
        for (int i = 3; i < ours.size(); i++) {
            int difference = Math.abs(theirs.get(i) - ours.get(i));
            assertTrue(difference <= most, options + ": value " + (i - 3) + " differs by " + difference);
        }
    }

    @ParameterizedTest
    @CsvSource({"R, +opb", "R, +opw", "R, +opn 7", "R, +opn 12", "R, +Omr +opb", "G, +Omi +opb", "G, +opb",
        "G, +Omv +opb", "G, +Omt +Ost 0.3 +opb", "R, +Wm +Lh +opb"})
    void overlaysThatCoverAPartOfTheImageLeaveTheRest(String type, String options) throws IOException {
        int group = 0x60000000;
        byte[] bits = {(byte) 0x5A, (byte) 0xC3, 0x0F, 0x77, (byte) 0x81, 0x3C, (byte) 0xE0, 0x19};
        DataSetBuilder image = image(1, 8).set(Value.of(group | 0x10, VR.US, new byte[] {6, 0}))
                .set(Value.of(group | 0x11, VR.US, new byte[] {10, 0}))
                .set(Value.of(group | 0x40, VR.CS, (type + " ").getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .set(Value.of(group | 0x50, VR.SS, new byte[] {5, 0, 8, 0}))
                .set(Value.of(group | 0x100, VR.US, new byte[] {1, 0}))
                .set(Value.of(group | 0x102, VR.US, new byte[] {0, 0}))
                .set(Value.of(group | 0x3000, VR.OW, bits));

        assertAlike(image, options, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+opb", "+opw", "+Wm +opb", "+Wm +opw", "+Wn +opb", "+Wh 5 +opb", "+Ww 100 100 +opb",
        "+Wr 3 3 10 10 +opb", "+P +Wm +opb", "+Wm +Sxf 2 +opb"})
    void coloursThatBecomeGrayAreSeenThroughWindows(String options) throws IOException {
        assertAlike(image(3, 8), "+G " + options, options.contains("opw") ? 256 : 1);
        assertAlike(image(3, 12), "+G " + options, options.contains("opw") ? 256 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+Rr -i +Sxv 60", "+Rl -i +Syv 60", "+Rr -i +Sxf 2", "+Rl +Sxf 0.5", "+Rtd -i +Sxf 2",
        "+Rr +C 3 2 11 10 -i +Sxf 2", "+Rl +C 3 2 11 10 -i +Sxf 2", "+Rtd +C 3 2 11 10 -i +Sxf 2",
        "+Lh +C 3 2 11 10 -i +Sxf 2", "+Rr +Lv +C 3 2 11 10 -i +Sxf 2", "+Rr +C 3 2 11 10", "+Rl +Lh +Sxv 46"})
    void picturesAreTurnedBeforeTheyAreScaled(String options) throws IOException {
        assertAlike(image(1, 8), options + " +opb", 2);
        assertAlike(image(1, 8).set(Tag.PixelAspectRatio, 2, 1), options + " +opb", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+Wm", "+Wn", "+Ww 100 80", "+Wh 5", "+Wr 2 2 20 10", "+Wfl +Wm"})
    void windowsAreOfTheFunctionThatTheImageNames(String options) throws IOException {
        assertAlike(image(1, 8).set(Tag.VOILUTFunction, "SIGMOID"), options + " +opb", 1);
        assertAlike(image(1, 12).set(Tag.VOILUTFunction, "LINEAR"), "+Wfs " + options + " +opb", 1);
    }
}
