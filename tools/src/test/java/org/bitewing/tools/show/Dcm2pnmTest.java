package org.bitewing.tools.show;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

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
