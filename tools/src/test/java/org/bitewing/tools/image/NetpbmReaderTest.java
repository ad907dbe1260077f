package org.bitewing.tools.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetpbmReaderTest {
    private static byte[] file(String header, int... raw) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] file = java.util.Arrays.copyOf(text, text.length + raw.length);
        for (int i = 0; i < raw.length; i++) {
            file[text.length + i] = (byte) raw[i];
        }
        return file;
    }

    private static void assertPixels(Picture picture, int rows, int columns, int samples, int stored, int... pixels) {
        assertEquals(new Picture.Layout(rows, columns, samples, stored, samples == 1 ? "MONOCHROME2" : "RGB"),
                picture.layout());
        assertArrayEquals(file("", pixels), picture.bytes());
    }

    private static Picture one(byte[] file) {
        List<Picture> pictures = NetpbmReader.read(file);
        assertEquals(1, pictures.size());
        return pictures.get(0);
    }

    @Test
    void allKindsAreRead() {
        assertPixels(one(file("P1\n# comment\n3 2\n101\n0 1 0\n")), 2, 3, 1, 8, 0, 255, 0, 255, 0, 255);
        assertPixels(one(file("P2 2 1 255 0 200")), 1, 2, 1, 8, 0, 200);
        assertPixels(one(file("P3 1 1 255 1 2 3")), 1, 1, 3, 8, 1, 2, 3);
        assertPixels(one(file("P4 9 1\n", 0x80, 0x80)), 1, 9, 1, 8, 0, 255, 255, 255, 255, 255, 255, 255, 0);
        assertPixels(one(file("P5 2 1 255\n", 10, 11)), 1, 2, 1, 8, 10, 11);
        assertPixels(one(file("P6 1 1 255\n", 1, 2, 3)), 1, 1, 3, 8, 1, 2, 3);
    }

    @Test
    void wideSamplesBecomeWordsInLittleEndianWithTheBitsTheyNeed() {
        assertPixels(one(file("P5 2 1 4095\n", 0x0a, 0xbc, 0, 1)), 1, 2, 1, 12, 0xbc, 0x0a, 1, 0);
        assertPixels(one(file("P2 1 1 65535 65534")), 1, 1, 1, 16, 0xfe, 0xff);
        assertPixels(one(file("P6 1 1 65535\n", 1, 2, 3, 4, 5, 6)), 1, 1, 3, 16, 2, 1, 4, 3, 6, 5);
    }

    @Test
    void colorsOfASmallMaximumAreStretched() {
        assertPixels(one(file("P3 1 1 15 0 7 15")), 1, 1, 3, 8, 0, 119, 255);
    }

    @Test
    void rawFilesMayHoldSeveral() {
        List<Picture> pictures = NetpbmReader.read(file("P5 1 1 255\n7P5 1 1 255\n8"));

        assertEquals(2, pictures.size());
        assertPixels(pictures.get(1), 1, 1, 1, 8, '8');
    }

    @Test
    void wrongFilesAreRefused() {
        for (String text : List.of("P5 2 2 255\nab", "P5 0 1 255\n", "P5 1 1 0\n", "P5 70000 1 255\n", "P2 1 1 10 11",
                "P1 1 1 2", "P3 1 1 255 1 2", "P2 1 1 x", "P6 65535 65535 65535\n", "P5", "P2 2 1 255 1 ", "P7 1 1")) {
            assertThrows(ImageException.class, () -> NetpbmReader.read(file(text)), text);
        }
    }
}
