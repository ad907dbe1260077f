package org.bitewing.tools.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Judge;
import org.bitewing.tools.PixelComparison;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed pixels of every number of bits, as DCMTK and GDCM decode them. */
class CompressedBitsTest {
    private static final int ROWS = 19;
    private static final int COLUMNS = 30;

    @TempDir
    Path folder;

    private Path image(int allocated, int stored, boolean signed, int unused) throws IOException {
        int bytes = allocated / 8;
        byte[] pixels = new byte[ROWS * COLUMNS * bytes];
        Random random = new Random(stored);
        int most = (1 << stored) - 1;
        for (int i = 0; i < pixels.length; i += bytes) {
            int pixel = Math.min(most, i * most / pixels.length + random.nextInt(3));
            pixel = signed ? pixel - (most + 1) / 2 : pixel;
            pixel |= unused;
            pixels[i] = (byte) pixel;
            if (bytes == 2) {
                pixels[i + 1] = (byte) (pixel >> 8);
            }
        }
        Path file = folder.resolve("image.dcm");
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.StudyInstanceUID, "2.25.2")
                .set(Tag.SeriesInstanceUID, "2.25.3").set(Tag.Rows, ROWS).set(Tag.Columns, COLUMNS)
                .set(Tag.SamplesPerPixel, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.BitsAllocated, allocated).set(Tag.BitsStored, stored).set(Tag.HighBit, stored - 1)
                .set(Tag.PixelRepresentation, signed ? 1 : 0).set(Tag.PixelData, pixels).build(), file);
        return file;
    }

    private Path compressed(Path image, String command) throws IOException {
        String[] words = command.split(" ");
        List<Object> arguments = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        Path target = folder.resolve("compressed.dcm");
        arguments.addAll(List.of(image, target));
        ToolRun run = ToolRun.of(words[0], arguments.toArray());
        assertEquals(0, run.code(), command + ": " + run.errors());
        return target;
    }

    private Path decoded(Path compressed, String... command) throws IOException {
        Path target = folder.resolve("decoded.dcm");
        Files.deleteIfExists(target);
        List<Object> arguments = new ArrayList<>(Arrays.asList(command).subList(1, command.length));
        arguments.addAll(List.of(compressed, target));
        String said = Judge.run(command[0], arguments.toArray());
        assertTrue(said.endsWith("0"), () -> String.join(" ", command) + ": " + said);
        return target;
    }

    @ParameterizedTest
    @CsvSource({"8,1,false", "8,2,false", "8,4,true", "8,7,false", "8,7,true", "8,8,true", "16,1,false", "16,6,true",
        "16,8,false", "16,8,true", "16,9,false", "16,12,true", "16,15,true", "16,16,false"})
    void losslessPixelsComeBackExactly(int allocated, int stored, boolean signed) throws IOException {
        Path image = image(allocated, stored, signed, 0);
        for (String command : List.of("dcmcjpls", "dcmcjpeg", "dcmcjpeg +el +sv 6", "dcmcrle")) {
            Path compressed = compressed(image, command);
            String decoder = command.split(" ")[0].replace("dcmc", "dcmd");

            assertEquals(0, PixelComparison.largestDifference(image, decoded(compressed, decoder)), command);
            // Debian's GDCM stops at an assertion of its own for fewer than 8 bits in a byte.
            if (allocated == 16 || stored == 8) {
                assertEquals(0, PixelComparison.largestDifference(image, decoded(compressed, "gdcmconv", "--raw")),
                        command + " and GDCM");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8,1,0", "8,6,0", "8,6,128", "8,8,0", "16,7,0", "16,7,1024", "16,8,0", "16,10,4096", "16,12,32768"})
    void lossyPixelsAreOfAsManyBitsAsTheirStream(int allocated, int stored, int unused) throws IOException {
        int most = 1 << stored;
        for (String command : List.of("dcmcjpeg +ee +q 95", "dcmcjpls +en +md 1")) {
            Path compressed = compressed(image(allocated, stored, false, unused), command);
            Path original = image(allocated, stored, false, 0);
            String decoder = command.split(" ")[0].replace("dcmc", "dcmd");
            int bits = stored <= 8 ? 8 : command.contains("jpls") ? stored : 12;
            DataSet said = Dicom.read(compressed);

            assertEquals(bits, said.integer(Tag.BitsStored).orElseThrow(), command);
            assertEquals(bits - 1, said.integer(Tag.HighBit).orElseThrow(), command);
            assertEquals(stored <= 8 ? 8 : 16, said.integer(Tag.BitsAllocated).orElseThrow(), command);
            for (Path decoded : List.of(decoded(compressed, decoder), decoded(compressed, "gdcmconv", "--raw"))) {
                assertTrue(farthest(original, decoded) <= (command.contains("jpls") ? 1 : 4 + most / 64), command);
            }
        }
    }

    private static int farthest(Path original, Path decoded) throws IOException {
        int[] before = pixels(Dicom.read(original));
        int[] after = pixels(Dicom.read(decoded));
        int most = 0;
        for (int i = 0; i < before.length; i++) {
            most = Math.max(most, Math.abs(before[i] - after[i]));
        }
        return most;
    }

    private static int[] pixels(DataSet set) {
        byte[] bytes = set.bytes(Tag.PixelData);
        boolean wide = set.integer(Tag.BitsAllocated).orElseThrow() == 16;
        int[] pixels = new int[ROWS * COLUMNS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = wide ? bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8 : bytes[i] & 0xff;
        }
        return pixels;
    }

    @ParameterizedTest
    @CsvSource({"8,6,false", "8,5,true", "16,10,false", "16,7,true"})
    void lossyImagesLookLikeTheirOriginals(int allocated, int stored, boolean signed) throws IOException {
        Path image = image(allocated, stored, signed, 0);
        for (boolean rescaled : new boolean[] {false, true}) {
            if (rescaled) {
                DataSet set = Dicom.read(image);
                Dicom.write(set.toBuilder().set(Tag.RescaleSlope, 2).set(Tag.RescaleIntercept, -30).build(), image);
            }
            Path compressed = compressed(image, "dcmcjpeg +ee +q 95");

            byte[] before = shown(image, "-W");
            byte[] after = shown(compressed, "+Wi");

            for (int i = 20; i < before.length; i++) {
                assertEquals(before[i] & 0xff, after[i] & 0xff, 2 + 4 * 255.0 / (1 << stored), "byte " + i);
            }
        }
    }

    /** As DCMTK shows it. */
    private byte[] shown(Path file, String window) throws IOException {
        Path picture = folder.resolve("shown.pgm");
        String said = window.equals("-W") ? Judge.run("dcmj2pnm", "-W", "+op", file, picture)
                : Judge.run("dcmj2pnm", window, 1, "+op", file, picture);
        assertTrue(said.endsWith("0"), said);
        return Files.readAllBytes(picture);
    }

    @Test
    void windowsOfLossyImagesStandForTheSamePixels() throws IOException {
        Path image = image(16, 7, false, 0);
        DataSet set = Dicom.read(image);
        Dicom.write(set.toBuilder().set(Tag.WindowCenter, 60).set(Tag.WindowWidth, 100).build(), image);

        DataSet lossy = Dicom.read(compressed(image, "dcmcjpeg +eb"));

        assertEquals(60, lossy.number(Tag.WindowCenter).orElseThrow());
        assertTrue(lossy.number(Tag.RescaleSlope).isEmpty());
    }

    /** The shades of the decoded image, as a share of white, are those of the original. */
    @ParameterizedTest
    @CsvSource({"16,15,0,+eb", "16,15,1,+ee", "12,11,0,+eb", "12,11,1,+ee", "12,14,0,+ee", "10,9,1,+ep", "7,6,0,+eb"})
    void coloursOfManyBitsKeepTheirShades(int stored, int high, int planar, String process) throws IOException {
        int most = (1 << stored) - 1;
        int[] colours = new int[3 * ROWS * COLUMNS];
        byte[] pixels = new byte[2 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (int) ((i / 3 / COLUMNS + i % 3 * 8L) * most / (ROWS + 16));
            int at = planar == 0 ? i : i % 3 * ROWS * COLUMNS + i / 3;
            int word = colours[i] << high + 1 - stored;
            pixels[2 * at] = (byte) word;
            pixels[2 * at + 1] = (byte) (word >> 8);
        }
        Path file = folder.resolve("colours.dcm");
        Dicom.write(Dicom.read(image(16, stored, false, 0)).toBuilder().set(Tag.SamplesPerPixel, 3)
                .set(Tag.PhotometricInterpretation, "RGB").set(Tag.PlanarConfiguration, planar).set(Tag.HighBit, high)
                .set(Tag.PixelData, pixels).build(), file);
        Path compressed = folder.resolve("compressed.dcm");
        ToolRun run = ToolRun.of("dcmcjpeg", process, "+q", "98", "+s4", file, compressed);
        assertEquals(0, run.code(), run.errors());

        DataSet decoded = Dicom.read(decoded(compressed, "dcmdjpeg", "+px"));

        byte[] bytes = decoded.bytes(Tag.PixelData);
        boolean wide = decoded.integer(Tag.BitsAllocated).orElseThrow() == 16;
        double white = (1 << decoded.integer(Tag.BitsStored).orElseThrow()) - 1;
        assertEquals(process.equals("+eb") ? 255 : 4095, white);
        for (int i = 0; i < colours.length; i++) {
            int shade = wide ? bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8 : bytes[i] & 0xff;
            assertEquals(colours[i] / (double) most, shade / white, 0.02, "value " + i);
        }
        assertTrue(decoded.number(Tag.RescaleSlope).isEmpty());
    }
}
