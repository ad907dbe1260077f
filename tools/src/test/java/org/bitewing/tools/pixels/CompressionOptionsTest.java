package org.bitewing.tools.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.Voi;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of the commands that compress make of real images, against what DCMTK's commands make of them. */
class CompressionOptionsTest {
    private static final List<Integer> FACTS = List.of(Tag.SOPClassUID, Tag.ImageType, Tag.ConversionType,
            Tag.SamplesPerPixel, Tag.PhotometricInterpretation, Tag.PlanarConfiguration, Tag.BitsAllocated,
            Tag.BitsStored, Tag.HighBit, Tag.PixelRepresentation, Tag.LossyImageCompression);
    private static final List<Integer> VALUES = List.of(Tag.RescaleSlope, Tag.RescaleIntercept, Tag.WindowCenter,
            Tag.WindowWidth, Tag.PresentationLUTShape, Tag.PixelIntensityRelationship, Tag.LUTDescriptor);

    @TempDir
    Path folder;

    private DataSet[] compressed(String command, Path file, String options) throws IOException {
        DataSet[] results = new DataSet[2];
        for (int i = 0; i < 2; i++) {
            Path target = folder.resolve(i == 0 ? "theirs.dcm" : "ours.dcm");
            List<Object> words = new ArrayList<>(options.isEmpty() ? List.of() : List.of(options.split(" ")));
            words.addAll(List.of(file, target));
            if (i == 0) {
                String said = Judge.run(command, words.toArray());
                assertTrue(said.endsWith("0"), options + ": " + said);
            } else {
                ToolRun run = ToolRun.of(command, words.toArray());
                assertEquals(0, run.code(), options + ": " + run.errors());
            }
            results[i] = Dicom.read(target);
        }
        return results;
    }

    private static void assertSame(List<Integer> tags, DataSet[] results, String options) {
        for (int tag : tags) {
            List<String> theirs = results[0].texts(tag);
            List<String> ours = results[1].texts(tag);
            boolean number = !theirs.isEmpty() && theirs.size() == ours.size() && VALUES.contains(tag)
                    && theirs.get(0).matches("-?[0-9.]+(E-?[0-9]+)?");
            for (int i = 0; number && i < ours.size(); i++) {
                double difference = Double.parseDouble(theirs.get(i)) - Double.parseDouble(ours.get(i));
                // DCMTK writes six digits.
                assertEquals(0, difference, 1e-5 * Math.abs(Double.parseDouble(ours.get(i))), options + ": " + tag);
            }
            assertTrue(number || theirs.equals(ours), options + ": " + theirs + " and " + ours);
        }
    }

    /** How far two images look from each other, at most and on average. */
    private static void assertAlike(DataSet[] results, int most, double mean, String options) throws IOException {
        RenderOptions shown = RenderOptions.defaults();
        if (results[0].text(Tag.WindowCenter).isEmpty()) {
            shown = shown.with(Voi.EVERYTHING);
        }
        short[] theirs = picture(results[0], shown);
        short[] ours = picture(results[1], shown);
        assertEquals(theirs.length, ours.length);
        long sum = 0;
        for (int i = 0; i < ours.length; i++) {
            int difference = Math.abs(theirs[i] - ours[i]);
            assertTrue(difference <= most, options + ": " + difference + " at " + i);
            sum += difference;
        }
        assertTrue((double) sum / ours.length <= mean, options + ": " + (double) sum / ours.length + " on average");
    }

    private static short[] picture(DataSet set, RenderOptions options) throws IOException {
        Picture picture = FrameRenderer.of(set).render(0, options);
        return picture.values();
    }

    /**
     * The second number is the most that a pixel may look different, of 255. Where eight bits are less than there are,
     * both scale, DCMTK by powers of two and we to the full range, so that more than rounding differs.
     */
    @ParameterizedTest
    @CsvSource({"MR_small.dcm, +ee +ri, 1, 0.1", "MR_small.dcm, +es +ri, 1, 0.1", "MR_small.dcm, +ep +ri, 1, 0.1",
        "MR_small.dcm, +ee +sr +ri, 1, 0.1", "MR_small.dcm, +pl +ri, 0, 0", "MR_small.dcm, +pl +ri +bt, 0, 0",
        "MR_small.dcm, +eb +Wm, 12, 1", "MR_small.dcm, +ee +Wi 1, 1, 0.1", "MR_small.dcm, +pl +Wn, 0, 0",
        "MR_small.dcm, +pl +Wh 5, 1, 0.1", "MR_small.dcm, +ee +Ww 600 900, 1, 0.1",
        "MR_small.dcm, +ep +Wr 3 3 20 20, 1, 0.1", "MR_small.dcm, +eb +Wr 3 3 20 20 +sm 60, 1, 0.1",
        "CT_small.dcm, +es +Wm, 1, 0.1", "CT_small.dcm, +pl +Wm +be, 1, 0.1",
        "examples_palette.dcm, +eb, 1, 0.1", "examples_palette.dcm, +eb +cm, 1, 0.1", "examples_palette.dcm, +pl, 0, 0",
        "examples_palette.dcm, +es +s4 +sm 40, 1, 0.1", "examples_rgb_color.dcm, +eb +cm, 1, 0.1",
        "examples_rgb_color.dcm, +pl, 0, 0", "examples_rgb_color.dcm, +es, 1, 0.1",
        "examples_rgb_color.dcm, +eb +cr, 0, 0", "examples_rgb_color.dcm, +eb +s4 +sm 100, 1, 0.1",
        "examples_rgb_color.dcm, +ee +bt, 1, 0.1", "examples_rgb_color.dcm, +eb +n2, 1, 0.1",
        "examples_rgb_color.dcm, +eb +cs, 1, 0.1", "examples_ybr_color.dcm, +eb +q 40, 1, 0.1"})
    void jpegSaysAndShowsWhatThatOfDcmtkDoes(String name, String options, int most, double mean) throws IOException {
        DataSet[] results = compressed("dcmcjpeg", Corpus.file(name), options);

        assertSame(FACTS, results, options);
        assertSame(VALUES, results, options);
        assertAlike(results, most, mean, options);
        List<Double> ratios = Arrays.stream(results).map(set -> {
            double[] all = set.doubles(Tag.LossyImageCompressionRatio);
            return all[all.length - 1];
        }).toList();
        // DCMTK counts palette colours as 16 bits each, and its scaled pixels differ.
        boolean comparable = !name.contains("palette") && !name.startsWith("CT") && !options.contains("+Wm");
        assertTrue(!comparable || Math.abs(ratios.get(0) / ratios.get(1) - 1) < 0.02, options + ": " + ratios);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+eb", "+ee", "+pl", "+ee +sr", "+eb +be", "+ep +bt"})
    void pixelsKeepTheirValuesUnlessWindowsAreToFollow(String options) throws IOException {
        // DCMTK's default for other images than CT changes the windows, and the values are gone.
        for (String name : List.of("MR_small.dcm", "CT_small.dcm")) {
            DataSet before = Dicom.read(Corpus.file(name));
            DataSet after = compressed("dcmcjpeg", Corpus.file(name), options)[1];
            RenderOptions shown = RenderOptions.defaults().with(new Voi.Window(600, 1600,
                    org.bitewing.codec.image.VoiFunction.LINEAR));
            short[] expected = picture(before, shown);
            short[] actual = picture(after, shown);
            double sum = 0;
            for (int i = 0; i < actual.length; i++) {
                sum += Math.abs(expected[i] - actual[i]);
            }
            assertTrue(sum / actual.length < 4, options + " of " + name + ": " + sum / actual.length);
            assertEquals(before.text(Tag.WindowCenter), after.text(Tag.WindowCenter));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+Wm", "+be", "+bt", "+bs", "+cr", "+cm", "+sm 3", "+q 5", "+sv 3", "+eb +bt", "+eb +bs",
        "+ee +bs", "+eb +pl", "+eb +sv 2", "+eb +pt 2", "+Wi 1", "+Wl 1", "+Wn", "+Wh 2", "+Ww 2 3", "+Wr 1 2 3 4"})
    void optionsThatDoNotGoTogetherAreRefusedAsByDcmtk(String options) throws IOException {
        List<Object> words = new ArrayList<>(List.of(options.split(" ")));
        Path target = folder.resolve("out.dcm");
        words.addAll(List.of(Corpus.file("CT_small.dcm"), target));

        assertTrue(Judge.run("dcmcjpeg", words.toArray()).contains("allowed with"), options);
        ToolRun run = ToolRun.of("dcmcjpeg", words.toArray());

        assertEquals(1, run.code());
        assertTrue(run.errors().contains("allowed with"), run.errors());
        assertFalse(Files.exists(target));
    }

    @Test
    void valuesOfXRayImagesFollowTheirWindowsAndThoseOfCtDoNot() throws IOException {
        DataSet image = Dicom.read(Corpus.file("MR_small.dcm")).toBuilder()
                .set(Tag.SOPClassUID, UID.XRayAngiographicImageStorage).set(Tag.PixelIntensityRelationship, "LIN")
                .build();
        Path file = folder.resolve("xa.dcm");
        Dicom.write(image, file);

        DataSet[] results = compressed("dcmcjpeg", file, "+ee +rm");

        assertEquals(List.of("DISP"), results[1].texts(Tag.PixelIntensityRelationship));
        assertSame(FACTS, results, "+ee +rm");
        assertSame(VALUES, results, "+ee +rm");
    }

    @Test
    void overlaysInThePixelsGetDataOfTheirOwn() throws IOException {
        DataSet image = Dicom.read(Corpus.file("MR_small.dcm"));
        byte[] pixels = image.bytes(Tag.PixelData);
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i + 1] = (byte) (pixels[i + 1] & 15 | (i % 7 == 0 ? 0x20 : 0));
        }
        Path file = folder.resolve("overlay.dcm");
        Dicom.write(image.toBuilder().set(Tag.PixelData, pixels).set(Tag.BitsStored, 12).set(Tag.HighBit, 11)
                .set(Tag.PixelRepresentation, 0).set(0x6000_0010, 64).set(0x6000_0011, 64).set(0x6000_0040, "G")
                .set(0x6000_0050, 1, 1).set(0x6000_0100, 16).set(0x6000_0102, 13).build(), file);

        for (String options : List.of("+ee +ri", "+eb +Wm", "+pl")) {
            DataSet[] results = compressed("dcmcjpeg", file, options);
            assertSame(List.of(0x6000_0100, 0x6000_0102), results, options);
            assertTrue(Arrays.equals(results[0].bytes(0x6000_3000), results[1].bytes(0x6000_3000)), options);
        }
    }

    @Test
    void oddStreamsOfJpegLsArePaddedInsideOrBehind() throws IOException {
        boolean odd = false;
        for (int error = 1; error < 6; error++) {
            for (String padding : List.of("+ps", "+pz")) {
                DataSet[] results = compressed("dcmcjpls", Corpus.file("examples_palette.dcm"),
                        padding + " +t3 " + (21 + error));
                byte[] theirs = end(results[0]);
                byte[] ours = end(results[1]);
                assertTrue(Arrays.equals(theirs, ours), padding);
                odd |= padding.equals("+ps") && ours[ours.length - 3] == (byte) 0xff;
            }
        }
        assertTrue(odd, "no stream was odd");
    }

    private static byte[] end(DataSet set) throws IOException {
        byte[] last = fragments(set).all().get(fragments(set).all().size() - 1).bytes();
        return Arrays.copyOfRange(last, last.length - 4, last.length);
    }

    private static Fragments fragments(DataSet set) {
        return (Fragments) set.element(Tag.PixelData).orElseThrow();
    }

    @Test
    void incompleteJpegLsAndWrongOffsetTablesAreToleratedWhereAskedFor() throws IOException {
        DataSet whole = compressed("dcmcjpls", Corpus.file("examples_palette.dcm"), "")[1];
        byte[] frame = fragments(whole).all().get(1).bytes();
        Path cut = folder.resolve("cut.dcm");
        Dicom.write(whole.toBuilder().set(new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(new byte[0]), BulkData.of(Arrays.copyOf(frame, frame.length / 4 * 2))))).build(), cut);
        Path out = folder.resolve("out.dcm");

        assertEquals(1, ToolRun.of("dcmdjpls", cut, out).code());
        assertEquals(0, ToolRun.of("dcmdjpls", "+wi", cut, out).code());

        byte[] expected = Dicom.read(Corpus.file("examples_palette.dcm")).bytes(Tag.PixelData);
        byte[] partial = Dicom.read(out).bytes(Tag.PixelData);
        assertTrue(Arrays.mismatch(expected, partial) > expected.length / 10);
        Path wrong = folder.resolve("wrong.dcm");
        // Two frames of two fragments each, and a table that says one and three.
        int half = frame.length / 4 * 2;
        BulkData first = BulkData.of(Arrays.copyOf(frame, half));
        BulkData second = BulkData.of(Arrays.copyOfRange(frame, half, frame.length));
        byte[] table = {0, 0, 0, 0, (byte) (half + 8), (byte) (half + 8 >> 8), (byte) (half + 8 >> 16), 0};
        Dicom.write(whole.toBuilder().set(Tag.NumberOfFrames, 2).set(new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(table), first, second, first, second))).build(), wrong);
        assertEquals(1, ToolRun.of("dcmdjpls", wrong, out).code());
        assertEquals(0, ToolRun.of("dcmdjpls", "+io", wrong, out).code());
        assertTrue(Arrays.equals(expected, Arrays.copyOf(Dicom.read(out).bytes(Tag.PixelData), expected.length)));
    }

    @Test
    void ultrasoundOfLuminanceAndChrominanceIsStoredByPlane() throws IOException {
        for (String option : List.of("+pa", "+px", "+pl", "")) {
            DataSet[] results = compressed("dcmdjpeg", Corpus.file("examples_ybr_color.dcm"), ("+cn " + option).strip());
            assertSame(FACTS, results, option);
            assertEquals(option.equals("+px") ? "0" : "1", results[1].text(Tag.PlanarConfiguration).orElseThrow());
        }
    }

    static Stream<String> fragments() {
        return Stream.of("+fs 1", "-ot", "+ff");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("fragments")
    void fragmentsAreCutAsThoseOfDcmtk(String option) throws IOException {
        DataSet[] results = compressed("dcmcjpls", Corpus.file("CT_small.dcm"), option);

        assertEquals(fragments(results[0]).all().stream().map(BulkData::length).toList(),
                fragments(results[1]).all().stream().map(BulkData::length).toList());
    }
}
