package org.bitewing.tools.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendering, against DCMTK's {@code dcmj2pnm}. */
class Dcm2pnmTest {
    private static final List<String> OPTIONS = List.of("", "+Wm", "+Wn", "+Wh 5", "+Ww 100 500", "+Wi 1", "-M -O",
            "+Piv", "+G", "+P", "+C 3 4 10 12", "+Rl", "+Lhv");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> picturesAreThoseOfDcmtkToOneLevel() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Corpus.files()) {
            if (!file.toString().contains("JPEG2000") && !file.toString().contains("dicomdirtests")) {
                int number = tests.size();
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file, number)));
            }
        }
        return tests.stream();
    }

    /** Two options for each file, in turn, as starting another program takes its time. */
    private void compare(Path file, int number) throws IOException {
        int compared = 0;
        for (int i = 0; i < 2; i++) {
            String option = OPTIONS.get((2 * number + i) % OPTIONS.size());
            List<Object> words = new ArrayList<>(List.of("+op"));
            words.addAll(option.isEmpty() ? List.of() : List.of(option.split(" ")));
            words.add(file);
            List<Object> theirs = new ArrayList<>(words);
            theirs.add(folder.resolve("theirs.pnm"));
            List<Object> ours = new ArrayList<>(words);
            ours.add(folder.resolve("ours.pnm"));
            // What DCMTK does not render, such as JPEG-LS or what is no image, is not compared.
            if (Judge.run("dcmj2pnm", theirs.toArray()).endsWith("\n1")
                    || !Files.exists(folder.resolve("theirs.pnm"))) {
                continue;
            }
            ToolRun run = ToolRun.of("dcmj2pnm", ours.toArray());
            assertEquals(0, run.code(), option + ": " + run.errors());
            assertAlike(option, folder.resolve("theirs.pnm"), folder.resolve("ours.pnm"));
            Files.delete(folder.resolve("theirs.pnm"));
            Files.delete(folder.resolve("ours.pnm"));
            compared++;
        }
        assumeTrue(compared > 0, "DCMTK shows nothing of it");
    }

    private static void assertAlike(String option, Path theirs, Path ours) throws IOException {
        byte[] expected = pixels(Files.readAllBytes(theirs));
        byte[] actual = pixels(Files.readAllBytes(ours));
        assertEquals(expected.length, actual.length, option);
        for (int i = 0; i < expected.length; i++) {
            int difference = Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
            assertTrue(difference <= 1, option + ": value " + i + " differs by " + difference);
        }
    }

    /** What follows the third number of the header; comments are skipped. */
    private static byte[] pixels(byte[] file) {
        int at = 2;
        for (int number = 0; number < 3; number++) {
            while (file[at] == '\n' || file[at] == ' ' || file[at] == '#') {
                boolean comment = file[at++] == '#';
                while (comment && file[at] != '\n') {
                    at++;
                }
            }
            while (file[at] > ' ') {
                at++;
            }
        }
        return Arrays.copyOfRange(file, at + 1, file.length);
    }

    /**
     * The last numbers are the most that a value may differ, and the mean. Areas are exact here, and of steps of 1/4096
     * in DCMTK; its linear and cubic scaling takes the last column but one for the last. The pixels next to edges tell.
     */
    @ParameterizedTest
    @CsvSource({"+Wm +Sxf 2, 1, 0.2", "+Wm +Sxf 0.5, 1, 0.2", "+Wm +Sxv 200, 1, 0.2", "+Wn +Sxf 0.25, 1, 0.2",
        "+Wm +Sxf 2 -i, 1, 0.01", "+Wm +Sxf 1.7 -i, 1, 0.01", "+Wm +Sxf 0.3 -i, 1, 0.01", "+Wm +Syv 77 -i, 1, 0.01",
        "+Wm +Sxf 1.5 +i 2, 1, 0.2", "+Wh 5 +Sxf 1.5, 1, 0.3", "+Wm +Sxf 2 +i 3, 60, 0.3", "+Wm +Sxf 2.3 +i 3, 60, 0.3",
        "+Wm +Sxf 2 +i 4, 60, 0.4", "+Wm +Sxf 2.3 +i 4, 60, 0.4", "+Wm +C 10 10 30 30, 1, 0.01",
        "+Wm +C -5 -5 40 30, 1, 0.01", "+C 200 100 90 90, 1, 0.01", "+Wm +C 3 3 40 40 +Sxf 2 -i, 1, 0.01",
        "+Wm +C 3 3 40 40 +Sxf 1.5 +i 2, 1, 0.2", "+Wr 3 3 20 20 +Rl +Lh +Sxf 0.5, 2, 0.3", "+Rr +Lv +P, 1, 0.2",
        "+Rtd +Piv, 1, 0.2", "+Pid +P, 1, 0.2", "+Wm +Syv 64, 3, 0.3", "+Wm +Sxf 3 -a, 1, 0.2"})
    void picturesArePutIntoShapeAsByDcmtk(String options, int most, double mean) throws IOException {
        for (String name : List.of("CT_small.dcm", "MR_small.dcm", "examples_rgb_color.dcm")) {
            List<Object> words = new ArrayList<>(List.of("+op"));
            words.addAll(List.of(options.split(" ")));
            words.add(Corpus.file(name));
            List<Object> theirs = new ArrayList<>(words);
            theirs.add(folder.resolve("theirs.pnm"));
            words.add(folder.resolve("ours.pnm"));
            String said = Judge.run("dcmj2pnm", theirs.toArray());
            assertTrue(said.endsWith("0"), said);
            ToolRun run = ToolRun.of("dcmj2pnm", words.toArray());
            assertEquals(0, run.code(), run.errors());
            byte[] expected = pixels(Files.readAllBytes(folder.resolve("theirs.pnm")));
            byte[] actual = pixels(Files.readAllBytes(folder.resolve("ours.pnm")));
            assertEquals(expected.length, actual.length, name);
            long sum = 0;
            for (int i = 0; i < expected.length; i++) {
                int difference = Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
                assertTrue(difference <= most, name + ": value " + i + " differs by " + difference);
                sum += difference;
            }
            assertTrue((double) sum / expected.length <= mean, name + ": " + (double) sum / expected.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ot", "+ot +Tr", "+ot +Tn +Rs 7", "+ot +Ph", "+on", "+on +il +mf", "+on2", "+ob", "+obt"})
    void filesOfAllFormatsHoldTheSamePixelsAsThoseOfDcmtk(String options) throws IOException {
        for (String name : List.of("MR_small.dcm", "examples_rgb_color.dcm", "examples_palette.dcm")) {
            BufferedImage[] images = new BufferedImage[2];
            for (int i = 0; i < 2; i++) {
                List<Object> words = new ArrayList<>(List.of(options.split(" ")));
                Path target = folder.resolve(i + ".image");
                words.addAll(List.of(Corpus.file(name), target));
                String said = i == 0 ? Judge.run("dcmj2pnm", words.toArray())
                        : ToolRun.of("dcmj2pnm", words.toArray()).errors() + "0";
                assertEquals("0", said, options);
                images[i] = ImageIO.read(target.toFile());
            }
            assertEquals(images[0].getWidth(), images[1].getWidth());
            assertEquals(images[0].getHeight(), images[1].getHeight());
            for (int y = 0; y < images[0].getHeight(); y++) {
                for (int x = 0; x < images[0].getWidth(); x++) {
                    int theirs = images[0].getRGB(x, y);
                    int ours = images[1].getRGB(x, y);
                    for (int shift = 0; shift < 24; shift += 8) {
                        assertTrue(Math.abs((theirs >> shift & 255) - (ours >> shift & 255)) <= 1, name + options);
                    }
                }
            }
        }
    }

    @Test
    void imagesAreDescribedInTheWordsOfDcmtk() throws IOException {
        for (String name : List.of("MR_small.dcm", "examples_overlay.dcm", "examples_rgb_color.dcm", "rtdose.dcm")) {
            List<String> theirs = facts(Judge.run("dcmj2pnm", "-v", "-o", "-im", Corpus.file(name)));
            assertTrue(theirs.size() > 12, theirs.toString());
            assertEquals(theirs, facts(ToolRun.of("dcmj2pnm", "-v", "-o", "-im", Corpus.file(name)).errors()));
        }
    }

    private static List<String> facts(String text) {
        return text.lines().filter(line -> line.startsWith("I:   ") || line.contains("dumping")).toList();
    }

    @Test
    void palettesUnderTheTagsOfLargeOnesAreFound() throws IOException {
        DataSet set = Dicom.read(Corpus.file("examples_palette.dcm"));
        DataSetBuilder moved = set.toBuilder();
        for (int tag : new int[] {0x0028_1101, 0x0028_1102, 0x0028_1103, 0x0028_1201, 0x0028_1202, 0x0028_1203}) {
            VR vr = tag < 0x0028_1200 ? VR.US : VR.OW;
            moved.remove(tag).set(org.bitewing.data.Value.of(tag + 0x10, vr, set.bytes(tag)));
        }
        Path file = folder.resolve("moved.dcm");
        Dicom.write(moved.build(), file);

        assertTrue(Judge.run("dcmj2pnm", "+Mp", "+op", file, folder.resolve("theirs.pnm")).endsWith("0"));
        assertEquals(0, ToolRun.of("dcmj2pnm", "+Mp", "+op", file, folder.resolve("ours.pnm")).code());
        assertAlike("+Mp", folder.resolve("theirs.pnm"), folder.resolve("ours.pnm"));
    }

    private Path image(int frames) throws IOException {
        byte[] pixels = new byte[6 * frames];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 10);
        }
        Path file = folder.resolve("image.dcm");
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.RawDataStorage).set(Tag.SOPInstanceUID, "2.25.1")
                .set(Tag.Rows, 2).set(Tag.Columns, 3).set(Tag.SamplesPerPixel, 1).set(Tag.NumberOfFrames, frames)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2").set(Tag.BitsAllocated, 8).set(Tag.BitsStored, 8)
                .set(Tag.HighBit, 7).set(Tag.PixelRepresentation, 0).set(Tag.PixelAspectRatio, 2, 1)
                .set(Tag.PixelData, pixels).build(), file);
        return file;
    }

    @Test
    void withoutAnOutputThereAreDigitsOnStandardOutput() throws IOException {
        ToolRun run = ToolRun.of("dcm2pnm", image(1));

        assertEquals("P2\n3 2\n255\n0 10 20 30 40 50 \n", run.text());
    }

    @Test
    void everyFrameGetsAFileOfItsOwn() throws IOException {
        assertEquals(0, ToolRun.of("dcm2pnm", "+Fa", "+on", image(3), folder.resolve("out")).code());
        assertEquals(0, ToolRun.of("dcm2pnm", "+Fr", "2", "2", "+Fn", "+op", image(3), folder.resolve("out")).code());

        assertEquals(120, ImageIO.read(folder.resolve("out.2.png").toFile()).getRaster().getSample(0, 0, 0));
        byte[] second = Files.readAllBytes(folder.resolve("out.2.pgm"));
        assertArrayEquals(new byte[] {60, 70, 80, 90, 100, 110}, Arrays.copyOfRange(second, 11, 17));
        assertTrue(Files.exists(folder.resolve("out.3.pgm")));
    }

    @Test
    void pixelsAreMadeSquareWhereSizeIsAskedFor() throws IOException {
        ToolRun run = ToolRun.of("dcm2pnm", "+Sxv", "6", "-i", image(1));

        assertTrue(run.text().startsWith("P2\n6 8\n"), run.text());
        assertTrue(ToolRun.of("dcm2pnm", "+Sxf", "2", "-a", image(1)).text().startsWith("P2\n6 4\n"));
    }

    @Test
    void dcm2imgTakesTheFormatFromTheName() throws IOException {
        assertEquals(0, ToolRun.of("dcm2img", image(1), folder.resolve("a.jpg")).code());
        assertEquals(0, ToolRun.of("dcm2img", image(1), folder.resolve("a.png")).code());

        assertEquals((byte) 0xff, Files.readAllBytes(folder.resolve("a.jpg"))[0]);
        assertTrue(new String(Files.readAllBytes(folder.resolve("a.png")), StandardCharsets.ISO_8859_1)
                .startsWith("\u0089PNG"));
    }

    @Test
    void badInputIsOneLineAndExitCodeOne() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no image");
        for (ToolRun run : List.of(ToolRun.of("dcm2pnm", text), ToolRun.of("dcm2pnm", folder.resolve("nothing")),
                ToolRun.of("dcm2pnm", "+Wi", "3", image(1)), ToolRun.of("dcm2pnm", "+F", "2", image(1)))) {
            assertEquals(1, run.code());
            assertTrue(!run.errors().contains("internal error"), run.errors());
        }
    }
}
