package org.bitewing.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A DICOM file cut down to its pixels, for tests that feed other programs and read what they wrote: just enough of
 * PS3.10 and PS3.5 for explicit VR little endian files that the test chose itself.
 *
 * @param transferSyntax UID of the transfer syntax
 * @param rows           lines
 * @param columns        pixels in a line
 * @param samples        samples per pixel
 * @param bitsAllocated  bits of a sample in memory
 * @param bitsStored     bits of a sample that count
 * @param planar         planar configuration
 * @param frames         number of frames
 * @param fragments      the fragments after the offset table, or one array of native pixels
 */
public record PixelFile(String transferSyntax, int rows, int columns, int samples, int bitsAllocated, int bitsStored,
        int planar, int frames, List<byte[]> fragments) {
    public static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    public static final String RLE = "1.2.840.10008.1.2.5";
    public static final String JPEG_LS_LOSSLESS = "1.2.840.10008.1.2.4.80";
    public static final String JPEG_LS_NEAR_LOSSLESS = "1.2.840.10008.1.2.4.81";

    public static PixelFile read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        in.position(132);
        String syntax = "";
        int[] numbers = {0, 0, 1, 8, 8, 0};
        int frames = 1;
        List<byte[]> fragments = new ArrayList<>();
        while (in.remaining() >= 8) {
            int tag = in.getShort() << 16 | in.getShort() & 0xFFFF;
            String vr = "" + (char) in.get() + (char) in.get();
            boolean isLong = "OB OW OF OD OL OV SQ UC UN UR UT SV UV".contains(vr);
            int length = in.getShort() & 0xFFFF;
            if (isLong) {
                length = in.getInt();
            }
            int index = List.of(0x00280010, 0x00280011, 0x00280002, 0x00280100, 0x00280101, 0x00280006).indexOf(tag);
            if (tag == 0x7FE00010) {
                readPixels(in, length, fragments);
                break;
            } else if (index >= 0) {
                numbers[index] = in.getShort() & 0xFFFF;
            } else if (length == -1) {
                skipItems(in);
            } else {
                byte[] value = new byte[length];
                in.get(value);
                String text = new String(value, StandardCharsets.ISO_8859_1).trim();
                if (tag == 0x00020010) {
                    syntax = text;
                } else if (tag == 0x00280008) {
                    frames = Integer.parseInt(text);
                }
            }
        }
        return new PixelFile(syntax, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], frames,
                fragments);
    }

    private static void readPixels(ByteBuffer in, int length, List<byte[]> fragments) {
        if (length != -1) {
            byte[] pixels = new byte[length];
            in.get(pixels);
            fragments.add(pixels);
            return;
        }
        for (boolean table = true; in.getInt() == 0xE000FFFE; table = false) {
            byte[] fragment = new byte[in.getInt()];
            in.get(fragment);
            if (!table) {
                fragments.add(fragment);
            }
        }
    }

    /** Skips a sequence of undefined length, byte by byte to its delimiter, other such sequences inside included. */
    private static void skipItems(ByteBuffer in) {
        int depth = 1;
        while (depth > 0) {
            int at = in.position();
            int word = in.getInt(at);
            if (word == 0xE0DDFFFE && in.getInt(at + 4) == 0) {
                depth--;
                in.position(at + 8);
            } else if (word == ('S' | 'Q' << 8) && in.getInt(at + 4) == -1) {
                depth++;
                in.position(at + 8);
            } else {
                in.position(at + 1);
            }
        }
    }

    /** The pixels of a native file. */
    public byte[] pixels() {
        return fragments.get(0);
    }

    /** The compressed bytes of a frame: all fragments of a single one, else the fragment of that number. */
    public byte[] frame(int index) {
        if (frames == 1) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            fragments.forEach(joined::writeBytes);
            return joined.toByteArray();
        }
        if (fragments.size() != frames) {
            throw new IllegalStateException(fragments.size() + " fragments, " + frames + " frames");
        }
        return fragments.get(index);
    }

    /** The pixels of a native file, the samples of a pixel side by side. */
    public byte[] interleavedPixels() {
        int size = bitsAllocated / 8;
        int frame = rows * columns * samples * size;
        byte[] stored = Arrays.copyOf(pixels(), frame * frames);
        if (planar == 0 || samples == 1) {
            return stored;
        }
        byte[] pixels = new byte[stored.length];
        int plane = frame / samples;
        for (int i = 0; i < pixels.length; i++) {
            int at = i % frame;
            int pixel = at % plane / size;
            pixels[i - at + (pixel * samples + at / plane) * size + at % size] = stored[i];
        }
        return pixels;
    }

    /** A file that other programs accept, with a photometric interpretation that goes with the samples. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        binary(meta, 0x00020001, "OB", new byte[] {0, 1});
        text(meta, 0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7");
        text(meta, 0x00020003, "UI", "2.25.7");
        text(meta, 0x00020010, "UI", transferSyntax);
        text(meta, 0x00020012, "UI", "2.25.9");
        byte[] length = {(byte) meta.size(), (byte) (meta.size() >> 8), 0, 0};
        element(out, 0x00020000, "UL", length);
        out.writeBytes(meta.toByteArray());
        text(out, 0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7");
        text(out, 0x00080018, "UI", "2.25.7");
        text(out, 0x00080060, "CS", "OT");
        text(out, 0x0020000D, "UI", "2.25.5");
        text(out, 0x0020000E, "UI", "2.25.6");
        number(out, 0x00280002, samples);
        text(out, 0x00280004, "CS", samples == 1 ? "MONOCHROME2" : samples == 3 ? "RGB" : "CMYK");
        if (samples > 1) {
            number(out, 0x00280006, planar);
        }
        text(out, 0x00280008, "IS", Integer.toString(frames));
        number(out, 0x00280010, rows);
        number(out, 0x00280011, columns);
        number(out, 0x00280100, bitsAllocated);
        number(out, 0x00280101, bitsStored);
        number(out, 0x00280102, bitsStored - 1);
        number(out, 0x00280103, 0);
        if (transferSyntax.equals(EXPLICIT_LITTLE_ENDIAN)) {
            binary(out, 0x7FE00010, bitsAllocated > 8 ? "OW" : "OB", pixels());
        } else {
            header(out, 0x7FE00010, "OB", -1);
            item(out, 0xFFFEE000, new byte[0]);
            fragments.forEach(fragment -> item(out, 0xFFFEE000, fragment));
            item(out, 0xFFFEE0DD, new byte[0]);
        }
        Files.write(file, out.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int tag, int value) {
        element(out, tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
    }

    private static void text(ByteArrayOutputStream out, int tag, String vr, String value) {
        String pad = value.length() % 2 == 0 ? "" : vr.equals("UI") ? "\0" : " ";
        element(out, tag, vr, (value + pad).getBytes(StandardCharsets.US_ASCII));
    }

    private static void element(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
        shorts(out, tag >> 16, tag);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        shorts(out, value.length);
        out.writeBytes(value);
    }

    private static void binary(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
        header(out, tag, vr, value.length + (value.length & 1));
        out.writeBytes(value);
        out.writeBytes(new byte[value.length & 1]);
    }

    private static void header(ByteArrayOutputStream out, int tag, String vr, int length) {
        shorts(out, tag >> 16, tag);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        shorts(out, 0, length, length >> 16);
    }

    private static void item(ByteArrayOutputStream out, int tag, byte[] value) {
        int length = value.length + (value.length & 1);
        shorts(out, tag >> 16, tag, length, length >> 16);
        out.writeBytes(value);
        out.writeBytes(new byte[value.length & 1]);
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value);
            out.write(value >> 8);
        }
    }
}
