package org.bitewing.codec.rle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.codec.Judges;
import org.bitewing.codec.PixelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RLE against DCMTK and GDCM, where they are installed. */
class RleJudgesTest {
    @TempDir
    private Path folder;

    @Test
    void framesOfTheCorpusAreAsDcmtkDecodesThem() throws Exception {
        for (Path file : corpus()) {
            PixelFile compressed = PixelFile.read(file);
            Path plain = folder.resolve("plain.dcm");
            Judges.run("dcmdrle", file, plain);
            PixelFile expected = PixelFile.read(plain);
            RleLayout layout = layout(compressed);
            byte[] frame = new byte[layout.frameLength()];
            RleDecoder decoder = RleDecoder.create().byPlane(expected.planar() == 1);
            for (int i = 0; i < compressed.frames(); i++) {
                byte[] packed = compressed.frame(i);
                decoder.decode(packed, 0, packed.length, layout, frame, 0);
                assertArrayEquals(Arrays.copyOfRange(expected.pixels(), i * frame.length, (i + 1) * frame.length),
                        frame, file + " frame " + i);
            }
        }
    }

    @Test
    void whatWeEncodeDcmtkAndGdcmDecode() throws Exception {
        for (int bits : new int[] {8, 16, 32}) {
            for (int samples : bits == 32 ? new int[] {1} : new int[] {1, 3}) {
                byte[] pixels = picture(120, 201, samples * bits / 8);
                PixelFile file = encode(pixels, 120, 201, samples, bits);
                Path packed = folder.resolve("packed.dcm");
                Path plain = folder.resolve("plain.dcm");
                file.write(packed);
                Judges.run("dcmdrle", packed, plain);
                String shape = samples + " samples of " + bits + " bits";
                assertArrayEquals(pixels, PixelFile.read(plain).interleavedPixels(), "DCMTK, " + shape);
                if (samples == 1 || bits == 8) { // GDCM mixes up the bytes of wider samples in colour
                    Judges.run("gdcmconv", "--raw", packed, plain);
                    assertArrayEquals(pixels, PixelFile.read(plain).interleavedPixels(), "GDCM, " + shape);
                }
            }
        }
    }

    @Test
    void framesAreNoLongerThanThoseOfDcmtk() throws Exception {
        for (Path file : corpus()) {
            Path plain = folder.resolve("plain.dcm");
            Path theirs = folder.resolve("theirs.dcm");
            Judges.run("dcmdrle", file, plain);
            PixelFile pixels = PixelFile.read(plain);
            Judges.run("dcmcrle", plain, theirs);
            RleLayout layout = layout(pixels);
            byte[] target = new byte[(int) RleEncoder.maximumLength(layout)];
            PixelFile expected = PixelFile.read(theirs);
            for (int i = 0; i < pixels.frames(); i++) {
                int length = RleEncoder.create().byPlane(pixels.planar() == 1)
                        .encode(pixels.pixels(), i * layout.frameLength(), layout, target, 0);
                assertTrue(length <= expected.frame(i).length * 1.01,
                        file + ": " + length + " bytes, DCMTK has " + expected.frame(i).length);
            }
        }
    }

    private static List<Path> corpus() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Judges.shared("corpus/files"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (file.getFileName().toString().toLowerCase().contains("rle") && !isBroken(file)) {
                    found.add(file);
                }
            }
        }
        assertTrue(found.size() >= 12, "RLE files of the corpus: " + found);
        return found;
    }

    private static boolean isBroken(Path file) throws IOException {
        byte[] start = new byte[132];
        try (var in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, 132);
        }
        return !new String(start, 128, 4, StandardCharsets.US_ASCII).equals("DICM");
    }

    private static RleLayout layout(PixelFile file) {
        return new RleLayout(file.rows(), file.columns(), file.samples(), file.bitsAllocated());
    }

    private static PixelFile encode(byte[] pixels, int rows, int columns, int samples, int bits) {
        RleLayout layout = new RleLayout(rows, columns, samples, bits);
        byte[] target = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = RleEncoder.create().encode(pixels, 0, layout, target, 0);
        return new PixelFile(PixelFile.RLE, rows, columns, samples, bits, bits, 0, 1,
                List.of(Arrays.copyOf(target, length)));
    }

    /** A gradient with flat parts and noise, {@code size} bytes a pixel. */
    private static byte[] picture(int rows, int columns, int size) {
        byte[] pixels = new byte[rows * columns * size];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / size % columns;
            int y = i / size / columns;
            pixels[i] = (byte) (y < 20 ? 0 : i % size * 50 + (x + y) / 7 + (x > 100 ? (x * 31 + y * 17) % 5 : 0));
        }
        return pixels;
    }
}
