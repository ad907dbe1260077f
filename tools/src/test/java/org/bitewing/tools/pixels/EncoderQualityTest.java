package org.bitewing.tools.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How small and how good compressed images are, beside those of DCMTK at the same process and settings. */
class EncoderQualityTest {
    private static final List<String> IMAGES = List.of("CT_small.dcm", "MR_small.dcm", "examples_rgb_color.dcm",
            "examples_palette.dcm", "examples_overlay.dcm");
    /** Noise of the count of blocks and headers, in small images. */
    private static final int HEADERS = 64;

    @TempDir
    Path folder;

    private Path compressed(boolean theirs, String command, Path file) throws IOException {
        Path target = folder.resolve(theirs ? "theirs.dcm" : "ours.dcm");
        String[] words = command.split(" ");
        List<Object> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
        arguments.addAll(List.of(file, target));
        if (theirs) {
            String said = Judge.run(words[0], arguments.toArray());
            assertTrue(said.endsWith("0"), command + ": " + said);
        } else {
            ToolRun run = ToolRun.of(words[0], arguments.toArray());
            assertEquals(0, run.code(), run.errors());
        }
        return target;
    }

    private static long size(Path file) throws IOException {
        Fragments fragments = (Fragments) Dicom.read(file).element(Tag.PixelData).orElseThrow();
        return fragments.all().stream().skip(1).mapToLong(BulkData::length).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcmcjpeg +e1", "dcmcjpeg +el +sv 1", "dcmcjpeg +el +sv 2", "dcmcjpeg +el +sv 3",
        "dcmcjpeg +el +sv 4", "dcmcjpeg +el +sv 5", "dcmcjpeg +el +sv 6", "dcmcjpeg +el +sv 7", "dcmcjpls",
        "dcmcjpls +is", "dcmcjpls +in", "dcmcrle"})
    void losslessFramesAreNotLarger(String command) throws IOException {
        for (String name : IMAGES) {
            long theirs = size(compressed(true, command, Corpus.file(name)));
            long ours = size(compressed(false, command, Corpus.file(name)));

            assertTrue(ours <= theirs * 1.01, command + " of " + name + ": " + ours + " and " + theirs);
        }
    }

    @ParameterizedTest
    @CsvSource({"+eb +q 50", "+eb +q 90", "+eb +q 98 +s4", "+ee +q 70", "+es +q 90", "+ep +q 30", "+ep +q 90 +s4",
        "+eb +cr", "+eb -ho"})
    void lossyFramesAreAsGoodAtTheSizeOfThoseOfDcmtk(String options) throws IOException {
        for (String name : List.of("examples_rgb_color.dcm", "examples_overlay.dcm")) {
            if (name.contains("overlay") && (options.startsWith("+eb") || options.contains("s4"))) {
                // Of 12 bits, which baseline would have to scale.
                continue;
            }
            Path file = Corpus.file(name);
            String command = "dcmcjpeg " + options;
            long theirs = size(compressed(true, command, file));
            long ours = size(compressed(false, command, file));
            double theirNoise = meanSquare(file, folder.resolve("theirs.dcm"));
            double ourNoise = meanSquare(file, folder.resolve("ours.dcm"));

            assertTrue(ours <= theirs * 1.01 + HEADERS, command + " of " + name + ": " + ours + " and " + theirs);
            // A hundredth of the mean square error is 0.04 dB.
            assertTrue(ourNoise <= theirNoise * 1.01, command + " of " + name + ": " + ourNoise + " and " + theirNoise);
        }
    }

    /** How far decoded pixels are from those of the original; both are decoded by DCMTK. */
    private double meanSquare(Path original, Path compressed) throws IOException {
        Path decoded = folder.resolve("decoded.dcm");
        assertTrue(Judge.run("dcmdjpeg", compressed, decoded).endsWith("0"));
        DataSet before = Dicom.read(original);
        byte[] expected = before.bytes(Tag.PixelData);
        byte[] actual = Dicom.read(decoded).bytes(Tag.PixelData);
        int step = before.integer(Tag.BitsAllocated).orElseThrow() / 8;
        int count = Math.min(expected.length, actual.length) / step;
        double sum = 0;
        for (int i = 0; i < count * step; i += step) {
            double error = sample(expected, i, step) - sample(actual, i, step);
            sum += error * error;
        }
        return sum / count;
    }

    private static int sample(byte[] pixels, int at, int bytes) {
        return bytes == 1 ? pixels[at] & 0xff : pixels[at] & 0xff | (pixels[at + 1] & 0xff) << 8;
    }
}
