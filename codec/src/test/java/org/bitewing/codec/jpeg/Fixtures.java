package org.bitewing.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/** What several tests need: the shared corpus, DICOM around a frame, and other programs as judges. */
final class Fixtures {
    static final String BASELINE = "1.2.840.10008.1.2.4.50";
    static final String EXTENDED = "1.2.840.10008.1.2.4.51";
    static final String PROGRESSIVE = "1.2.840.10008.1.2.4.55";
    static final String LOSSLESS = "1.2.840.10008.1.2.4.57";

    private Fixtures() {
    }

    /** A path in the folder of test data beside the repository; the test is skipped without it. */
    static Path shared(String path) {
        String given = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        Path shared = given != null ? Path.of(given) : besideRoot();
        Path found = shared == null ? Path.of("shared", path) : shared.resolve(path);
        Assumptions.assumeTrue(Files.exists(found), "needs " + path + " of the test data beside the repository");
        return found;
    }

    private static Path besideRoot() {
        Path root = null;
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".ci"))) {
                return at.resolveSibling("shared");
            }
            root = Files.exists(at.resolve("pom.xml")) ? at : root;
        }
        return root == null ? null : root.resolveSibling("shared");
    }

    static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The streams in encapsulated pixel data: a fragment that begins with SOI begins the next one. */
    static List<byte[]> streams(byte[] file) {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = encapsulated(data) + 12;
        at += 8 + data.getInt(at + 4); // offset table
        List<byte[]> streams = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (data.getInt(at) == 0xE000FFFE) {
            int length = data.getInt(at + 4);
            if (stream.size() > 0 && data.getShort(at + 8) == (short) 0xD8FF) {
                streams.add(stream.toByteArray());
                stream.reset();
            }
            stream.write(file, at + 8, length);
            at += 8 + length;
        }
        streams.add(stream.toByteArray());
        return streams;
    }

    private static int encapsulated(ByteBuffer data) {
        for (int at = data.capacity() - 12; at > 0; at--) {
            if (data.getInt(at) == 0x00107FE0 && data.getInt(at + 8) == -1) {
                return at;
            }
        }
        throw new IllegalArgumentException("no encapsulated pixel data");
    }

    /** The value of native pixel data, the last such element of a file in explicit VR little endian. */
    static byte[] nativePixels(byte[] file) {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = file.length - 12; at > 0; at--) {
            int length = data.getInt(at + 8);
            boolean pixelData = data.getInt(at) == 0x00107FE0 && data.get(at + 4) == 'O';
            if (pixelData && length > 0 && length <= file.length - at - 12) {
                return java.util.Arrays.copyOfRange(file, at + 12, at + 12 + length);
            }
        }
        throw new IllegalArgumentException("no native pixel data");
    }

    /** A secondary capture image of one compressed frame. */
    static byte[] dicom(byte[] stream, String transferSyntax, EncodeParameters p, String photometric) {
        ByteBuffer out = ByteBuffer.allocate(stream.length + 2000).order(ByteOrder.LITTLE_ENDIAN);
        out.position(128);
        out.put("DICM".getBytes(StandardCharsets.US_ASCII));
        int metaLength = 8 + 26 + 8 + 8 + 8 + transferSyntax.length() + transferSyntax.length() % 2;
        element(out, 0x0002, 0x0000, "UL", new byte[] {(byte) metaLength, 0, 0, 0});
        text(out, 0x0002, 0x0002, "UI", "1.2.840.10008.5.1.4.1.1.7");
        text(out, 0x0002, 0x0003, "UI", "1.2.3.44");
        text(out, 0x0002, 0x0010, "UI", transferSyntax);
        text(out, 0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.7");
        text(out, 0x0008, 0x0018, "UI", "1.2.3.44");
        number(out, 0x0002, p.components());
        text(out, 0x0028, 0x0004, "CS", photometric);
        if (p.components() > 1) {
            number(out, 0x0006, 0);
        }
        number(out, 0x0010, p.height());
        number(out, 0x0011, p.width());
        number(out, 0x0100, p.precision() > 8 ? 16 : 8);
        number(out, 0x0101, p.precision());
        number(out, 0x0102, p.precision() - 1);
        number(out, 0x0103, 0);
        out.putInt(0x00107FE0).put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(-1);
        out.putInt(0xE000FFFE).putInt(0);
        out.putInt(0xE000FFFE).putInt(stream.length + stream.length % 2).put(stream);
        if (stream.length % 2 == 1) {
            out.put((byte) 0);
        }
        out.putInt(0xE0DDFFFE).putInt(0);
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void number(ByteBuffer out, int element, int value) {
        element(out, 0x0028, element, "US", new byte[] {(byte) value, (byte) (value >> 8)});
    }

    private static void text(ByteBuffer out, int group, int element, String vr, String value) {
        String padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        element(out, group, element, vr, padded.getBytes(StandardCharsets.US_ASCII));
    }

    private static void element(ByteBuffer out, int group, int element, String vr, byte[] value) {
        out.putShort((short) group).putShort((short) element).put(vr.getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) value.length).put(value);
    }

    /** Runs a judge on a file; the test is skipped where the judge is not installed. */
    static byte[] judge(byte[] input, String suffix, String... command) {
        try {
            Path in = Files.createTempFile("bitewing", suffix);
            Path out = Files.createTempFile("bitewing", ".out");
            try {
                Files.write(in, input);
                List<String> words = new ArrayList<>();
                for (String word : command) {
                    words.add(word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word);
                }
                int status = run(words);
                if (status != 0) {
                    throw new AssertionError(String.join(" ", command) + " failed with status " + status);
                }
                return Files.readAllBytes(out);
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(List<String> words) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException absent) {
            Assumptions.abort("needs the program " + words.get(0) + " as judge");
            return -1;
        }
        try (InputStream messages = process.getInputStream()) {
            messages.readAllBytes();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What DCMTK makes of a DICOM file: the native pixels. */
    static byte[] dcmdjpeg(byte[] file, String... options) {
        List<String> command = new ArrayList<>(List.of("dcmdjpeg"));
        command.addAll(List.of(options));
        command.addAll(List.of("IN", "OUT"));
        return nativePixels(judge(file, ".dcm", command.toArray(String[]::new)));
    }

    /** What GDCM makes of a DICOM file: the native pixels. */
    static byte[] gdcmconv(byte[] file) {
        return nativePixels(judge(file, ".dcm", "gdcmconv", "--raw", "-i", "IN", "-o", "OUT"));
    }

    /** What libjpeg-turbo makes of a stream: the samples of the PGM or PPM. */
    static byte[] djpeg(byte[] stream) {
        byte[] picture = judge(stream, ".jpg", "djpeg", "-dct", "int", "-pnm", "-outfile", "OUT", "IN");
        FrameHeader header = JpegDecoder.readHeader(stream, 0, stream.length);
        return java.util.Arrays.copyOfRange(picture, picture.length - (int) header.samples(), picture.length);
    }

    /** libjpeg-turbo's stream of 8-bit samples by pixel. */
    static byte[] cjpeg(byte[] samples, int width, int height, String... options) {
        boolean gray = samples.length == width * height;
        byte[] head = ((gray ? "P5 " : "P6 ") + width + " " + height + " 255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] picture = java.util.Arrays.copyOf(head, head.length + samples.length);
        System.arraycopy(samples, 0, picture, head.length, samples.length);
        List<String> command = new ArrayList<>(List.of("cjpeg"));
        command.addAll(List.of(options));
        command.addAll(List.of("-outfile", "OUT", "IN"));
        return judge(picture, ".pnm", command.toArray(String[]::new));
    }

    static byte[] bytes(short[] samples) {
        ByteBuffer out = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.asShortBuffer().put(samples);
        return out.array();
    }

    /** A picture with smooth parts, edges and noise, the same for the same arguments. */
    static short[] picture(int width, int height, int components, int precision) {
        Random random = new Random(width * 31L + height * 7L + components + precision * 1000L);
        short[] samples = new short[width * height * components];
        double most = (1 << precision) - 1;
        for (int i = 0; i < samples.length; i++) {
            int x = i / components % width;
            int y = i / components / width;
            double value = 0.5 + 0.35 * Math.sin(x / 9.0 + i % components) * Math.cos(y / 13.0)
                    + random.nextGaussian() * 0.01;
            if ((x / 16 + y / 16) % 5 == 0) {
                value = (x * 7 + y * 3 + i % components * 50) % 100 / 100.0;
            }
            samples[i] = (short) Math.max(0, Math.min(most, Math.round(value * most)));
        }
        return samples;
    }

    static byte[] narrow(short[] samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return bytes;
    }

    static byte[] decodeBytes(byte[] stream, DecodeOptions options) {
        byte[] samples = new byte[(int) JpegDecoder.readHeader(stream, 0, stream.length).samples()];
        new JpegDecoder(options).decode(stream, 0, stream.length, samples, 0);
        return samples;
    }

    static short[] decodeShorts(byte[] stream, DecodeOptions options) {
        short[] samples = new short[(int) JpegDecoder.readHeader(stream, 0, stream.length).samples()];
        new JpegDecoder(options).decode(stream, 0, stream.length, samples, 0);
        return samples;
    }

    /** The samples as a judge writes them into DICOM: bytes, or little endian words where the precision is above 8. */
    static byte[] decodeNative(byte[] stream, DecodeOptions options) {
        return JpegDecoder.readHeader(stream, 0, stream.length).precision() <= 8 ? decodeBytes(stream, options)
                : bytes(decodeShorts(stream, options));
    }
}
