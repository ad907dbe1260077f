package org.bitewing.tools.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bitewing.dict.UID;
import org.junit.jupiter.api.Test;

class JpegStreamTest {
    private static final JpegSettings USUAL = new JpegSettings(false, false, false, false, false);

    /** A stream of markers; what is between them does not have to be decodable. */
    private static final class Stream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Stream() {
            marker(0xd8);
        }

        private void marker(int code) {
            bytes.write(0xff);
            bytes.write(code);
        }

        Stream segment(int code, int... content) {
            marker(code);
            bytes.write((content.length + 2) >> 8);
            bytes.write(content.length + 2);
            for (int value : content) {
                bytes.write(value);
            }
            return this;
        }

        Stream text(int code, String start, int... more) {
            byte[] letters = start.getBytes(StandardCharsets.US_ASCII);
            int[] content = Arrays.copyOf(new int[0], letters.length + more.length);
            for (int i = 0; i < content.length; i++) {
                content[i] = i < letters.length ? letters[i] : more[i - letters.length];
            }
            return segment(code, content);
        }

        /** A frame header of 5 lines and 7 columns, components given as id and sampling. */
        Stream frame(int code, int precision, int... components) {
            int[] content = new int[6 + components.length / 2 * 3];
            content[0] = precision;
            content[2] = 5;
            content[4] = 7;
            content[5] = components.length / 2;
            for (int i = 0; i < content[5]; i++) {
                content[6 + 3 * i] = components[2 * i];
                content[7 + 3 * i] = components[2 * i + 1];
            }
            return segment(code, content);
        }

        Stream scan(int first) {
            segment(0xda, 1, 1, 0, first, 0, 0);
            bytes.writeBytes(new byte[] {1, 2, (byte) 0xff, 0, 3, (byte) 0xff, (byte) 0xd0, 4});
            return this;
        }

        byte[] end() {
            marker(0xd9);
            return bytes.toByteArray();
        }
    }

    private static Picture read(byte[] stream) {
        return JpegStream.read(stream, USUAL);
    }

    private static String syntax(byte[] stream) {
        return read(stream).compression().orElseThrow().transferSyntax();
    }

    private static String colors(Stream stream) {
        return read(stream.end()).layout().photometric();
    }

    @Test
    void everyProcessHasItsTransferSyntax() {
        assertEquals(UID.JPEGBaseline8Bit, syntax(new Stream().frame(0xc0, 8, 1, 0x11).scan(0).end()));
        assertEquals(UID.JPEGExtended12Bit, syntax(new Stream().frame(0xc1, 12, 1, 0x11).scan(0).end()));
        assertEquals("1.2.840.10008.1.2.4.55", syntax(new Stream().frame(0xc2, 8, 1, 0x11).scan(0).end()));
        assertEquals(UID.JPEGLosslessSV1, syntax(new Stream().frame(0xc3, 16, 1, 0x11).scan(1).end()));
        assertEquals(UID.JPEGLossless, syntax(new Stream().frame(0xc3, 16, 1, 0x11).scan(6).end()));
        assertEquals("1.2.840.10008.1.2.4.52", syntax(new Stream().frame(0xc9, 8, 1, 0x11).scan(0).end()));
        assertEquals("1.2.840.10008.1.2.4.56", syntax(new Stream().frame(0xca, 8, 1, 0x11).scan(0).end()));
        assertEquals("1.2.840.10008.1.2.4.58", syntax(new Stream().frame(0xcb, 8, 1, 0x11).scan(1).end()));
        assertEquals(UID.JPEGLSLossless, syntax(new Stream().frame(0xf7, 8, 1, 0x11).scan(0).end()));
        assertEquals(UID.JPEGLSNearLossless, syntax(new Stream().frame(0xf7, 8, 1, 0x11).scan(2).end()));
    }

    @Test
    void hierarchicalStreamsHaveTheirOwn() {
        int[][] kinds = {{0xc1, 59}, {0xc9, 60}, {0xc2, 63}, {0xca, 64}, {0xc3, 65}, {0xcb, 66}};
        for (int[] kind : kinds) {
            byte[] stream = new Stream().frame(0xde, 8, 1, 0x11).frame(kind[0], 8, 1, 0x11).scan(1)
                    .frame(kind[0] + 4, 8, 1, 0x11).scan(1).end();
            assertEquals("1.2.840.10008.1.2.4." + kind[1], syntax(stream));
        }
    }

    @Test
    void losslessStreamsHaveLostNothing() {
        assertEquals("", read(new Stream().frame(0xc3, 8, 1, 0x11).scan(1).end()).compression().orElseThrow().method());
        assertEquals("ISO_14495_1",
                read(new Stream().frame(0xf7, 8, 1, 0x11).scan(1).end()).compression().orElseThrow().method());
    }

    @Test
    void sizeAndBitsComeFromTheFrameHeader() {
        assertEquals(new Picture.Layout(5, 7, 1, 12, "MONOCHROME2"),
                read(new Stream().frame(0xc1, 12, 1, 0x11).scan(0).end()).layout());
    }

    @Test
    void linesThatAreDefinedLaterCount() {
        byte[] stream = new Stream().frame(0xc0, 8, 1, 0x11).scan(0).segment(0xdc, 0, 9).end();
        stream[8] = 0;
        assertEquals(0, stream[7]);

        assertEquals(9, read(stream).layout().rows());
    }

    @Test
    void markersTellTheColors() {
        int[] full = {1, 0x11, 2, 0x11, 3, 0x11};
        int[] half = {1, 0x21, 2, 0x11, 3, 0x11};
        int[] letters = {'R', 0x11, 'G', 0x11, 'B', 0x11};
        // PS3.5 table 8.2.1-1: lossy JPEG has no YBR_FULL.
        assertEquals("YBR_FULL_422", colors(new Stream().frame(0xc0, 8, full).scan(0)));
        assertEquals("YBR_FULL_422", colors(new Stream().frame(0xc0, 8, half).scan(0)));
        assertEquals("RGB", colors(new Stream().frame(0xc0, 8, letters).scan(0)));
        assertEquals("YBR_FULL", colors(new Stream().text(0xee, "Adobe", 0, 100, 0, 0, 0, 0, 1).frame(0xc3, 8, full)
                .scan(1)));
        assertEquals("YBR_FULL_422", colors(new Stream().text(0xe0, "JFIF", 0).frame(0xc0, 8, letters).scan(0)));
        assertEquals("RGB", colors(new Stream().text(0xee, "Adobe", 0, 100, 0, 0, 0, 0, 0).frame(0xc0, 8, half).scan(0)));
        assertEquals("YBR_FULL_422", colors(new Stream().text(0xee, "Adobe", 0, 100, 0, 0, 0, 0, 1).frame(0xc0, 8, letters)
                .scan(0)));
        assertEquals("RGB", colors(new Stream().frame(0xc3, 8, full).scan(1)));
        assertEquals("RGB", colors(new Stream().frame(0xf7, 8, full).scan(0)));
    }

    @Test
    void applicationDataGoesAndTheRestIsCopiedByteForByte() {
        byte[] plain = new Stream().frame(0xc0, 8, 1, 0x11).scan(0).end();
        byte[] laden = new Stream().text(0xe0, "JFIF", 0).text(0xe1, "Exif", 1, 2).frame(0xc0, 8, 1, 0x11).scan(0).end();
        byte[] noted = new Stream().text(0xfe, "note").frame(0xc0, 8, 1, 0x11).scan(0).end();

        assertArrayEquals(plain, read(laden).bytes());
        assertArrayEquals(noted, read(noted).bytes());
        assertArrayEquals(plain, JpegStream.read(noted, new JpegSettings(false, false, false, false, true)).bytes());
        String kept = new String(JpegStream.read(laden, new JpegSettings(false, false, false, true, false)).bytes(),
                StandardCharsets.ISO_8859_1);
        assertTrue(kept.contains("Exif") && !kept.contains("JFIF"));
    }

    @Test
    void bytesBehindTheEndAreLeftOut() {
        byte[] plain = new Stream().frame(0xc0, 8, 1, 0x11).scan(0).end();

        assertArrayEquals(plain, read(Arrays.copyOf(plain, plain.length + 9)).bytes());
    }

    @Test
    void whatIsRefusedSaysWhy() {
        byte[] progressive = new Stream().frame(0xc2, 8, 1, 0x11).scan(0).end();
        byte[] extended = new Stream().frame(0xc1, 8, 1, 0x11).scan(0).end();
        byte[] four = new Stream().frame(0xc0, 8, 1, 0x11, 2, 0x11, 3, 0x11, 4, 0x11).scan(0).end();

        assertRefused("Unable to convert: Progressive JPEG coding found but disabled", progressive,
                new JpegSettings(true, false, false, false, false));
        assertRefused("Unable to convert: Extended sequential JPEG coding found but disabled", extended,
                new JpegSettings(false, true, false, false, false));
        assertRefused("No JFIF information found in JPEG file", extended,
                new JpegSettings(false, false, true, false, false));
        assertRefused("JPEG data with 4 components not supported: DICOM has images of 1 or 3 samples a pixel", four, USUAL);
        assertRefused("Not a JPEG file", new byte[] {1, 2, 3, 4}, USUAL);
    }

    private static void assertRefused(String reason, byte[] stream, JpegSettings settings) {
        assertEquals(reason, assertThrows(ImageException.class, () -> JpegStream.read(stream, settings)).getMessage());
    }

    @Test
    void damagedStreamsAreReadOrRefusedAndNothingElse() {
        byte[] stream = new Stream().text(0xee, "Adobe", 0, 100, 0, 0, 0, 0, 1)
                .frame(0xc0, 8, 1, 0x21, 2, 0x11, 3, 0x11).scan(0).segment(0xdc, 0, 5).end();
        for (int length = 0; length < stream.length; length++) {
            byte[] cut = Arrays.copyOf(stream, length);
            assertThrows(ImageException.class, () -> read(cut));
        }
        Random random = new Random(1);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = stream.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                read(changed);
                read++;
            } catch (ImageException e) {
                assertTrue(e.getMessage().length() > 5);
            }
        }
        assertTrue(read > 100, "only " + read + " were read");
    }
}
