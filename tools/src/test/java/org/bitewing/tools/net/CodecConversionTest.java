package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.net.OutgoingObject;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code storescu} makes of objects for DCMTK's {@code storescp}: decompressed where that takes nothing else, with
 * the pixels that DCMTK's own decoders find; compressed where that is asked for, so that they find what was there.
 */
@Timeout(120)
class CodecConversionTest {
    private static final int SIZE = 80;
    /** What a lossy compression leaves in a data set for ever (PS3.3 C.7.6.1.1.5). */
    private static final int[] LOSSY_FACTS = {Tag.LossyImageCompression, Tag.LossyImageCompressionRatio,
        Tag.LossyImageCompressionMethod, Tag.ImageType, Tag.DerivationDescription, Tag.SOPInstanceUID};

    @TempDir
    Path folder;

    /** An image with gradients: of 12 bits, of 8, or in colours. */
    private Path image(String kind) throws IOException {
        int samples = kind.equals("rgb") ? 3 : 1;
        int bits = kind.equals("gray12") ? 12 : 8;
        int bytes = bits > 8 ? 2 : 1;
        byte[] pixels = new byte[SIZE * SIZE * samples * bytes];
        for (int i = 0; i < SIZE * SIZE * samples; i++) {
            int value = i * 31 / (samples + 4) + i / SIZE * 7 & (1 << bits) - 1;
            pixels[i * bytes] = (byte) value;
            if (bytes == 2) {
                pixels[i * bytes + 1] = (byte) (value >> 8);
            }
        }
        DataSet image = DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY").set(Tag.SOPInstanceUID, "1.2.3.1")
                .set(Tag.StudyInstanceUID, "1.2.3").set(Tag.SeriesInstanceUID, "1.2.3.4")
                .set(Tag.SamplesPerPixel, samples)
                .set(Tag.PhotometricInterpretation, samples == 3 ? "RGB" : "MONOCHROME2")
                .set(Tag.Rows, SIZE).set(Tag.Columns, SIZE).set(Tag.BitsAllocated, bytes * 8).set(Tag.BitsStored, bits)
                .set(Tag.HighBit, bits - 1).set(Tag.PixelRepresentation, 0)
                .set(Value.of(Tag.PixelData, bytes == 2 ? VR.OW : VR.OB, pixels)).build();
        DataSet whole = samples == 3 ? image.toBuilder().set(Tag.PlanarConfiguration, 0).build() : image;
        Path file = folder.resolve(kind + ".dcm");
        Dicom.write(whole, file);
        return file;
    }

    /** Sends to a storescp of DCMTK's, and gives what it stored. */
    private Path sent(Path file, String acceptance, String... options) throws IOException, InterruptedException {
        assumeTrue(!Judge.run("storescp", "--version").isEmpty());
        Path out = Files.createTempDirectory(folder, "out");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder("storescp", acceptance, "+B", "-od", out.toString(),
                Integer.toString(port)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TCP_NODELAY", "1");
        Process scp = builder.start();
        try {
            List<String> words = new ArrayList<>(List.of("storescu", "--retries", "5"));
            words.addAll(Arrays.asList(options));
            words.addAll(List.of("localhost", Integer.toString(port), file.toString()));
            Called sent = Called.with(words.toArray(String[]::new));
            assertEquals(0, sent.code(), sent.error());
        } finally {
            scp.destroy();
            scp.waitFor();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String syntax(Path file) throws IOException {
        return OutgoingObject.of(file).transferSyntaxUid();
    }

    @ParameterizedTest
    @CsvSource({"gray12, dcmcrle, dcmdrle, ''", "gray8, dcmcrle, dcmdrle, ''", "rgb, dcmcrle, dcmdrle, ''",
        "gray12, dcmcjpeg, dcmdjpeg, +e1", "gray8, dcmcjpeg, dcmdjpeg, +el", "rgb, dcmcjpeg, dcmdjpeg, +e1",
        "gray12, dcmcjpls, dcmdjpls, +el", "gray8, dcmcjpls, dcmdjpls, +en", "rgb, dcmcjpls, dcmdjpls, +el",
        "gray8, dcmcjpeg, dcmdjpeg, +eb", "rgb, dcmcjpeg, dcmdjpeg, +eb", "gray12, dcmcjpeg, dcmdjpeg, +ee"})
    void whatTheyCompressedIsDecompressedAsTheyWould(String kind, String encoder, String decoder, String option)
            throws Exception {
        Path compressed = folder.resolve("compressed.dcm");
        List<Object> words = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
        words.addAll(List.of(image(kind), compressed));
        assertEquals("0", Judge.run(encoder, words.toArray()));
        Path decoded = folder.resolve("decoded.dcm");
        // Colours as they are decoded, so that both stay in the space in which they were compressed, or are RGB.
        assertEquals("0", Judge.run(decoder, compressed, decoded));

        Path stored = sent(compressed, "+x=");

        assertEquals(UID.ExplicitVRLittleEndian, syntax(stored));
        DataSet ours = Dicom.read(stored);
        DataSet theirs = Dicom.read(decoded);
        assertEquals(theirs.text(Tag.PhotometricInterpretation), ours.text(Tag.PhotometricInterpretation));
        assertEquals(theirs.integer(Tag.PlanarConfiguration), ours.integer(Tag.PlanarConfiguration));
        assertArrayEquals(theirs.bytes(Tag.PixelData), ours.bytes(Tag.PixelData));
        DataSet before = Dicom.read(compressed);
        for (int tag : LOSSY_FACTS) {
            assertEquals(before.texts(tag), ours.texts(tag), Tag.toString(tag));
        }
    }

    @ParameterizedTest
    @CsvSource({"gray12, -xs, +xs, dcmdjpeg", "rgb, -xs, +xs, dcmdjpeg", "gray12, -xt, +xt, dcmdjpls",
        "rgb, -xt, +xt, dcmdjpls", "gray8, -xr, +xr, dcmdrle", "gray12, -xr, +xr, dcmdrle", "rgb, -xr, +xr, dcmdrle",
        "gray12, -xd, +xd, dcmconv"})
    void whatIsCompressedForThemIsWhatWasThere(String kind, String proposal, String acceptance, String decoder)
            throws Exception {
        Path image = image(kind);
        // In one context, so that the peer chooses, who likes the compression best.
        Path stored = sent(image, acceptance, proposal, "+C");

        assertNotEquals(syntax(image), syntax(stored));
        Path decoded = folder.resolve("decoded.dcm");
        assertEquals("0", decoder.equals("dcmconv") ? Judge.run(decoder, "+te", stored, decoded)
                : Judge.run(decoder, stored, decoded));
        DataSet before = Dicom.read(image);
        DataSet after = Dicom.read(decoded);
        assertArrayEquals(pixels(before), pixels(after));
        for (int tag : LOSSY_FACTS) {
            assertEquals(before.texts(tag), after.texts(tag), Tag.toString(tag));
        }
    }

    /** Samples by pixel, whichever way the planes lie. */
    private static byte[] pixels(DataSet image) {
        byte[] bytes = image.bytes(Tag.PixelData);
        if (image.integer(Tag.PlanarConfiguration).orElse(0) == 0) {
            return bytes;
        }
        byte[] byPixel = new byte[bytes.length];
        int plane = bytes.length / 3;
        for (int i = 0; i < bytes.length; i++) {
            byPixel[i % plane * 3 + i / plane] = bytes[i];
        }
        return byPixel;
    }

    @Test
    void whatNobodyHereDecodesIsNotOfferedOtherwise() {
        CodecConversion conversion = new CodecConversion(List.of(UID.ExplicitVRLittleEndian), List.of(UID.RLELossless),
                false, false, false, 6);
        assertEquals(List.of(), conversion.targets(UID.HEVCMP51));
        assertEquals(List.of(UID.ExplicitVRLittleEndian, UID.RLELossless), conversion.targets(UID.JPEGBaseline8Bit));
    }
}
