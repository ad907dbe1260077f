package org.bitewing.tools.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.PixelComparison;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands that decode and compress, against DCMTK's of the same names. */
class PixelCommandsTest {
    @TempDir
    Path folder;

    private Path image(int bits, int samples) throws IOException {
        byte[] pixels = new byte[40 * 30 * samples * 2 * bits / 8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (bits == 16 && (i & 1) == 1 ? i / 2 / 40 & 15 : i / 3);
        }
        DataSetBuilder builder = DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.StudyInstanceUID, "2.25.2")
                .set(Tag.SeriesInstanceUID, "2.25.3").set(Tag.Rows, 30).set(Tag.Columns, 40)
                .set(Tag.SamplesPerPixel, samples).set(Tag.NumberOfFrames, 2)
                .set(Tag.PhotometricInterpretation, samples == 1 ? "MONOCHROME2" : "RGB")
                .set(Tag.BitsAllocated, bits).set(Tag.BitsStored, bits == 16 ? 12 : 8)
                .set(Tag.HighBit, bits == 16 ? 11 : 7).set(Tag.PixelRepresentation, 0).set(Tag.PixelData, pixels);
        if (samples > 1) {
            builder.set(Tag.PlanarConfiguration, 0);
        }
        Path file = folder.resolve("image" + bits + samples + ".dcm");
        Dicom.write(builder.build(), file);
        return file;
    }

    private static void assertDone(ToolRun run) {
        assertEquals(0, run.code(), run.errors());
    }

    @Test
    void whatIsCompressedWithoutLossDcmtkDecodesExactly() throws IOException {
        for (Path image : List.of(image(8, 1), image(16, 1), image(8, 3))) {
            for (String command : List.of("dcmcrle", "dcmcjpls", "dcmcjpls +is", "dcmcjpls +in", "dcmcjpeg",
                    "dcmcjpeg +el +sv 4", "dcmcjpeg +fs 1", "dcmcjpls -ot")) {
                String[] words = command.split(" ");
                List<Object> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
                Path compressed = folder.resolve("compressed.dcm");
                Path decoded = folder.resolve("decoded.dcm");
                arguments.addAll(List.of(image, compressed));

                assertDone(ToolRun.of(words[0], arguments.toArray()));

                String judge = words[0].replace("dcmc", "dcmd");
                String said = Judge.run(judge, compressed, decoded);
                assertTrue(said.endsWith("0"), command + ": " + said);
                assertEquals(0, PixelComparison.largestDifference(image, decoded), command + " of " + image);
                assertDone(ToolRun.of(judge, compressed, decoded));
                assertEquals(0, PixelComparison.largestDifference(image, decoded), "own " + command);
            }
        }
    }

    @Test
    void whatIsCompressedWithLossDcmtkDecodesAsWeDo() throws IOException {
        for (String command : List.of("dcmcjpls +en +md 3", "dcmcjpeg +eb +q 80", "dcmcjpeg +ee", "dcmcjpeg +ep +s4",
                "dcmcjpeg +eb +cr", "dcmcjpeg +eb +n1")) {
            for (Path image : List.of(image(8, 1), image(8, 3))) {
                String[] words = command.split(" ");
                List<Object> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
                Path compressed = folder.resolve("compressed.dcm");
                arguments.addAll(List.of(image, compressed));
                assertDone(ToolRun.of(words[0], arguments.toArray()));
                String decoder = words[0].replace("dcmc", "dcmd");

                assertTrue(Judge.run(decoder, compressed, folder.resolve("theirs.dcm")).endsWith("0"), command);
                assertDone(ToolRun.of(decoder, compressed, folder.resolve("ours.dcm")));

                long difference = PixelComparison.largestDifference(folder.resolve("ours.dcm"),
                        folder.resolve("theirs.dcm"));
                assertTrue(difference >= 0 && difference <= 1, command + ": " + difference);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> compressedFilesDecodeAsWithDcmtk() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Corpus.files()) {
            String name = file.toString();
            boolean jpeg2000 = name.contains("JPEG2000");
            String decoder = name.contains("RLE") ? "dcmdrle" : name.contains("JPEGLS") ? "dcmdjpls" : "dcmdjpeg";
            if (name.contains("compressed") && !jpeg2000) {
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(decoder, file)));
            }
        }
        return tests.stream();
    }

    private void compare(String decoder, Path file) throws IOException {
        Path theirs = folder.resolve("theirs.dcm");
        Path ours = folder.resolve("ours.dcm");

        String said = Judge.run(decoder, file, theirs);
        assertDone(ToolRun.of(decoder, file, ours));

        assertTrue(said.endsWith("0"), said);
        assertEquals(0, PixelComparison.largestDifference(ours, theirs));
    }

    @Test
    void uidsAndFormsAreAsTheOptionsSay() throws IOException {
        Path image = image(8, 1);
        Path out = folder.resolve("out.dcm");

        assertDone(ToolRun.of("dcmcjpeg", "+eb", image, out));
        assertFalse(Dicom.read(out).uid(Tag.SOPInstanceUID).orElseThrow().equals("2.25.1"));
        assertDone(ToolRun.of("dcmcjpeg", "+eb", "+un", image, out));
        assertEquals("2.25.1", Dicom.read(out).uid(Tag.SOPInstanceUID).orElseThrow());
        assertDone(ToolRun.of("dcmcrle", "+ua", image, out));
        assertFalse(Dicom.read(out).uid(Tag.SOPInstanceUID).orElseThrow().equals("2.25.1"));
        assertDone(ToolRun.of("dcmcrle", "+ox", image, out));
        assertTrue(Dicom.read(out).contains(Tag.ExtendedOffsetTable));
        assertDone(ToolRun.of("dcmdrle", "+tb", out, folder.resolve("big.dcm")));
        assertEquals(UID.ExplicitVRBigEndian, Dicom.read(folder.resolve("big.dcm")).uid(Tag.TransferSyntaxUID)
                .orElseThrow());
        assertEquals(0, PixelComparison.largestDifference(image, folder.resolve("big.dcm")));
    }

    @Test
    void filesOfAnotherCompressionAreRefusedAndNothingIsWritten() throws IOException {
        Path rle = folder.resolve("rle.dcm");
        Path out = folder.resolve("none.dcm");
        assertDone(ToolRun.of("dcmcrle", image(8, 1), rle));

        ToolRun run = ToolRun.of("dcmdjpeg", rle, out);

        assertEquals(1, run.code());
        assertTrue(run.errors().contains("not supported"), run.errors());
        assertFalse(Files.exists(out));
    }

    @Test
    void damagedFramesAreErrorsAndNothingIsWritten() throws IOException {
        Path compressed = folder.resolve("compressed.dcm");
        Path out = folder.resolve("none.dcm");
        assertDone(ToolRun.of("dcmcjpeg", image(8, 1), compressed));
        DataSet set = Dicom.read(compressed);
        Fragments fragments = (Fragments) set.element(Tag.PixelData).orElseThrow();
        byte[] cut = java.util.Arrays.copyOf(fragments.all().get(2).bytes(), 60);
        List<org.bitewing.data.BulkData> all = new ArrayList<>(fragments.all());
        all.set(2, org.bitewing.data.BulkData.of(cut));
        Dicom.write(set.toBuilder().set(new Fragments(Tag.PixelData, fragments.vrCode(), all)).build(), compressed);

        ToolRun run = ToolRun.of("dcmdjpeg", compressed, out);

        assertEquals(1, run.code());
        assertTrue(run.errors().startsWith("F: "), run.errors());
        assertFalse(Files.exists(out));
    }
}
