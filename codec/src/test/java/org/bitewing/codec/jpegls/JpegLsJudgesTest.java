package org.bitewing.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitewing.Limits;
import org.bitewing.codec.Judges;
import org.bitewing.codec.PixelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG-LS against the streams of the standard, and against DCMTK, GDCM and libjpeg where they are installed. */
class JpegLsJudgesTest {
    @TempDir
    private Path folder;
    private final JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults());

    @Test
    void conformanceStreamsOfOneImageAgreeWithEachOther() throws Exception {
        byte[] planes = conformance("JLS/T8C0E0.JLS");
        assertArrayEquals(planes, conformance("JLS/T8C1E0.JLS"));
        assertArrayEquals(planes, conformance("JLS/T8C2E0.JLS"));
        for (String near : List.of("JNL/T8C0E3.JLS", "JNL/T8C1E3.JLS", "JNL/T8C2E3.JLS")) {
            assertNear(planes, conformance(near), 3, 1);
        }
        assertNear(conformance("JLS/T16E0.JLS"), conformance("JNL/T16E3.JLS"), 3, 2);
        assertNear(conformance("JLS/T8NDE0.JLS"), conformance("JNL/T8NDE3.JLS"), 3, 1);
    }

    /** All of them are in the two tests around this one. */
    @Test
    void everyConformanceStreamHasAVerdict() throws Exception {
        Path streams = Judges.shared("corpus/conformance/14495");
        try (Stream<Path> files = Files.walk(streams)) {
            assertEquals("JLS/T16E0 JLS/T8C0E0 JLS/T8C1E0 JLS/T8C2E0 JLS/T8NDE0 JLS/T8SSE0"
                    + " JNL/T16E3 JNL/T8C0E3 JNL/T8C1E3 JNL/T8C2E3 JNL/T8NDE3 JNL/T8SSE3",
                    files.filter(file -> file.toString().endsWith(".JLS"))
                            .map(file -> streams.relativize(file).toString().replace(".JLS", "")).sorted()
                            .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void subsampledConformanceStreamsAreTheImageWithSamplesRepeated() throws Exception {
        byte[] pixels = conformance("JLS/T8C0E0.JLS");
        byte[] repeated = new byte[pixels.length];
        int[] columnRatio = {1, 1, 2};
        int[] lineRatio = {1, 4, 2};
        for (int i = 0; i < pixels.length; i++) {
            int c = i % 3;
            int x = i / 3 % 256 / columnRatio[c] * columnRatio[c];
            int y = i / 3 / 256 / lineRatio[c] * lineRatio[c];
            repeated[i] = pixels[(y * 256 + x) * 3 + c];
        }
        assertArrayEquals(repeated, conformance("JLS/T8SSE0.JLS"));
        assertNear(repeated, conformance("JNL/T8SSE3.JLS"), 3, 1);
    }

    @Test
    void conformanceStreamsAreAsDcmtkDecodesThem() throws Exception {
        for (String name : List.of("JLS/T16E0", "JLS/T8C0E0", "JLS/T8C1E0", "JLS/T8C2E0", "JLS/T8NDE0", "JNL/T16E3",
                "JNL/T8C0E3", "JNL/T8C1E3", "JNL/T8C2E3", "JNL/T8NDE3")) {
            byte[] stream = Files.readAllBytes(Judges.shared("corpus/conformance/14495/" + name + ".JLS"));
            assertArrayEquals(dcmtk(stream), conformance(name + ".JLS"), name);
        }
    }

    @Test
    void framesOfTheCorpusAreAsDcmtkDecodesThem() throws Exception {
        List<Path> files = corpus();
        assertTrue(files.size() >= 8, files.toString());
        for (Path file : files) {
            PixelFile compressed = PixelFile.read(file);
            Path plain = folder.resolve("plain.dcm");
            Judges.run("dcmdjpls", file, plain);
            byte[] expected = PixelFile.read(plain).interleavedPixels();
            int size = expected.length / compressed.frames();
            for (int i = 0; i < compressed.frames(); i++) {
                byte[] stream = compressed.frame(i);
                byte[] frame = new byte[size];
                decoder.decode(stream, 0, stream.length, frame, 0);
                assertArrayEquals(Arrays.copyOfRange(expected, i * size, (i + 1) * size), frame, file + " " + i);
            }
        }
    }

    @Test
    void framesOfTheCorpusBecomeTheBytesThatDcmtkWrites() throws Exception {
        for (Path file : corpus()) {
            Path plain = folder.resolve("plain.dcm");
            Path theirs = folder.resolve("theirs.dcm");
            Judges.run("dcmdjpls", file, plain);
            PixelFile pixels = PixelFile.read(plain);
            Judges.run("dcmcjpls", "--encode-lossless", plain, theirs);
            PixelFile expected = PixelFile.read(theirs);
            JpegLsHeader header = decoder.readHeader(expected.frame(0), 0, expected.frame(0).length);
            byte[] target = new byte[pixels.pixels().length * 2 + 1000];
            for (int i = 0; i < pixels.frames(); i++) {
                int size = pixels.rows() * pixels.columns() * pixels.samples() * (pixels.bitsAllocated() / 8);
                byte[] stream = expected.frame(i);
                int length = JpegLsEncoder.create().encode(header, pixels.interleavedPixels(), i * size, target, 0);
                // A fragment has an even length, for which there may be a fill byte before EOI.
                assertEquals(stream.length, length + length % 2, file.toString());
                int coded = length - 2;
                assertArrayEquals(Arrays.copyOf(stream, coded), Arrays.copyOf(target, coded), file.toString());
            }
        }
    }

    @Test
    void whatWeEncodeDcmtkAndGdcmDecode() throws Exception {
        for (int bits : new int[] {8, 12, 16}) {
            for (int near : new int[] {0, 3}) {
                for (InterleaveMode mode : InterleaveMode.values()) {
                    for (int components : bits == 8 ? new int[] {1, 3} : new int[] {1}) {
                        JpegLsHeader header = JpegLsHeader.lossless(161, 90, components, bits).withInterleave(mode)
                                .withNear(near);
                        byte[] stream = Pictures.encode(header, Pictures.of(header, bits));
                        byte[] expected = decode(stream);
                        assertArrayEquals(expected, dcmtk(stream), "DCMTK: " + header);
                        assertArrayEquals(expected, gdcm(stream), "GDCM: " + header);
                    }
                }
            }
        }
    }

    @Test
    void colourTransformsAreUndoneByDcmtkToo() throws Exception {
        for (ColorTransform transform : ColorTransform.values()) {
            for (InterleaveMode mode : List.of(InterleaveMode.LINE, InterleaveMode.SAMPLE)) {
                JpegLsHeader header = JpegLsHeader.lossless(70, 50, 3, 8).withInterleave(mode)
                        .withTransform(transform);
                short[] samples = Pictures.of(header, 8);
                byte[] decoded = dcmtk(Pictures.encode(header, samples));
                for (int i = 0; i < samples.length; i++) {
                    assertEquals(samples[i], decoded[i] & 0xFF, header + ", sample " + i);
                }
            }
        }
    }

    @Test
    void rareParametersAreAsLibjpegDecodesThem() throws Exception {
        // CharLS, which is in DCMTK and GDCM, does not follow MAXVAL, nor RESET with interleaved samples.
        for (int bits : new int[] {2, 5, 8, 12, 16}) {
            for (InterleaveMode mode : InterleaveMode.values()) {
                for (int near : new int[] {0, 1}) {
                    int most = (1 << bits) * 3 / 4;
                    PresetParameters preset = new PresetParameters(most, near + 1, near + 1, most / 2 + 1, 31);
                    JpegLsHeader header = JpegLsHeader.lossless(61, 40, 3, bits).withInterleave(mode).withNear(near)
                            .withPreset(preset).withRestartInterval(near * 9);
                    byte[] stream = Pictures.encode(header, Pictures.of(header, bits));
                    assertArrayEquals(decode(stream), libjpeg(stream), header.toString());
                }
            }
        }
    }

    private byte[] conformance(String name) throws IOException {
        return decode(Files.readAllBytes(Judges.shared("corpus/conformance/14495/" + name)));
    }

    private byte[] decode(byte[] stream) {
        JpegLsHeader header = decoder.readHeader(stream, 0, stream.length);
        byte[] target = new byte[(int) header.samples() * (header.bitsPerSample() > 8 ? 2 : 1)];
        assertEquals(header.height(), decoder.decode(stream, 0, stream.length, target, 0));
        return target;
    }

    private byte[] dcmtk(byte[] stream) throws Exception {
        Path plain = folder.resolve("dcmtk.dcm");
        Judges.run("dcmdjpls", wrap(stream), plain);
        return PixelFile.read(plain).interleavedPixels();
    }

    private byte[] gdcm(byte[] stream) throws Exception {
        Path plain = folder.resolve("gdcm.dcm");
        Judges.run("gdcmconv", "--raw", wrap(stream), plain);
        return PixelFile.read(plain).interleavedPixels();
    }

    private Path wrap(byte[] stream) throws IOException {
        JpegLsHeader header = decoder.readHeader(stream, 0, stream.length);
        Path file = folder.resolve("packed.dcm");
        new PixelFile(header.near() == 0 ? PixelFile.JPEG_LS_LOSSLESS : PixelFile.JPEG_LS_NEAR_LOSSLESS,
                header.height(), header.width(), header.components(), header.bitsPerSample() > 8 ? 16 : 8,
                header.bitsPerSample(), 0, 1, List.of(stream)).write(file);
        return file;
    }

    /** Thomas Richter's implementation, the command of Debian's libjpeg-tools: a PNM, big endian. */
    private byte[] libjpeg(byte[] stream) throws Exception {
        Path file = folder.resolve("packed.jls");
        Path picture = folder.resolve("picture.pnm");
        Files.write(file, stream);
        Judges.run("jpeg", "-c", file, picture);
        JpegLsHeader header = decoder.readHeader(stream, 0, stream.length);
        int size = header.bitsPerSample() > 8 ? 2 : 1;
        byte[] pnm = Files.readAllBytes(picture);
        byte[] pixels = Arrays.copyOfRange(pnm, pnm.length - (int) header.samples() * size, pnm.length);
        for (int i = 0; size == 2 && i < pixels.length; i += 2) {
            byte high = pixels[i];
            pixels[i] = pixels[i + 1];
            pixels[i + 1] = high;
        }
        return pixels;
    }

    private static List<Path> corpus() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Judges.shared("corpus/files"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString().toLowerCase();
                if (name.contains("jls") || name.contains("jpegls") || name.contains("jpeg_ls")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static void assertNear(byte[] expected, byte[] actual, int near, int size) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i += size) {
            int difference = value(expected, i, size) - value(actual, i, size);
            assertTrue(Math.abs(difference) <= near, "byte " + i + " is off by " + difference);
        }
    }

    private static int value(byte[] bytes, int at, int size) {
        return bytes[at] & 0xFF | (size == 2 ? (bytes[at + 1] & 0xFF) << 8 : 0);
    }
}
