package org.bitewing.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bitewing.codec.jpeg.Subsampling;
import org.junit.jupiter.api.Test;

/** What is written, the reader of the JDK reads. */
class PictureFilesTest {
    private static Picture picture(int width, int height, int channels, int bits) {
        Random random = new Random(width);
        short[] values = new short[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i % 3 == 0 ? random.nextInt(1 << bits) : i * 5 & (1 << bits) - 1);
        }
        return Picture.of(width, height, channels, bits, values);
    }

    private static void assertSame(Picture picture, byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        assertEquals(picture.width(), image.getWidth());
        assertEquals(picture.height(), image.getHeight());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                for (int channel = 0; channel < picture.channels(); channel++) {
                    assertEquals(picture.value(x, y, channel), image.getRaster().getSample(x, y, channel));
                }
            }
        }
    }

    @Test
    void pngOfEightAndSixteenBitsInGrayAndColour() throws IOException {
        for (int channels : new int[] {1, 3}) {
            for (int bits : new int[] {8, 16}) {
                Picture picture = picture(301, 67, channels, bits);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                PngWriter.write(picture, file);
                assertSame(picture, file.toByteArray());
            }
        }
    }

    @Test
    void bmpOfEveryDepth() throws IOException {
        for (int bits : new int[] {24, 32}) {
            Picture picture = picture(13, 7, 3, 8);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            BmpWriter.write(picture, bits, file);
            assertSame(picture, file.toByteArray());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BmpWriter.write(picture(13, 7, 1, 8), 8, file);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        assertEquals(picture(13, 7, 1, 8).value(3, 2, 0), image.getRaster().getSample(3, 2, 0));
    }

    @Test
    void aProfileIsHandedThroughToPngWhereItIsForThoseChannels() throws IOException {
        byte[] profile = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB).getData();
        ByteArrayOutputStream colour = new ByteArrayOutputStream();
        ByteArrayOutputStream gray = new ByteArrayOutputStream();

        PngWriter.write(picture(4, 4, 3, 8).withIccProfile(profile), colour);
        PngWriter.write(picture(4, 4, 1, 8).withIccProfile(profile), gray);

        assertTrue(colour.toString(StandardCharsets.ISO_8859_1).contains("iCCPICC profile"));
        assertTrue(!gray.toString(StandardCharsets.ISO_8859_1).contains("iCCP"));
    }

    @Test
    void pnmInBytesAndInDigits() throws IOException {
        Picture picture = Picture.of(2, 1, 1, 16, new short[] {1, (short) 0x8002});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream digits = new ByteArrayOutputStream();

        PnmWriter.writeBinary(picture, bytes);
        PnmWriter.writeText(picture, digits);

        assertEquals("P5\n2 1\n65535\n\0\1\u0080\2", bytes.toString(StandardCharsets.ISO_8859_1));
        assertEquals("P2\n2 1\n65535\n1 32770 \n", digits.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void jpegIsCloseToThePicture() throws IOException {
        short[] values = new short[32 * 32 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i / 3 % 32 * 8);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        JpegWriter.write(Picture.of(32, 32, 3, 8, values), 95, Subsampling.HALF_WIDTH, file);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        assertEquals(80, image.getRGB(10, 10) & 0xff, 6);
    }

    @Test
    void turnsAndMirrorsMoveEveryPixel() {
        // 1 2 3
        // 4 5 6
        Picture picture = Picture.of(3, 2, 1, 8, new short[] {1, 2, 3, 4, 5, 6});

        assertArrayEquals(new short[] {4, 1, 5, 2, 6, 3}, Geometry.turned(picture, 1).values());
        assertArrayEquals(new short[] {3, 6, 2, 5, 1, 4}, Geometry.turned(picture, -1).values());
        assertArrayEquals(new short[] {6, 5, 4, 3, 2, 1}, Geometry.turned(picture, 2).values());
        assertArrayEquals(new short[] {3, 2, 1, 6, 5, 4}, Geometry.mirrored(picture, true, false).values());
        assertArrayEquals(new short[] {4, 5, 6, 1, 2, 3}, Geometry.mirrored(picture, false, true).values());
        assertArrayEquals(new short[] {5, 6, 0, 0}, Geometry.cut(picture, 1, 1, 2, 2).values());
    }

    @Test
    void scalingKeepsEvenShadesAndMeansOfUnevenOnes() {
        Picture picture = Picture.of(4, 1, 1, 8, new short[] {100, 100, 100, 100});
        Picture edge = Picture.of(2, 1, 1, 8, new short[] {0, 200});

        assertArrayEquals(new short[] {100, 100, 100}, Geometry.scaled(picture, 3, 1, true).values());
        assertArrayEquals(new short[] {0, 0, 200, 200}, Geometry.scaled(edge, 4, 1, false).values());
        assertArrayEquals(new short[] {0, 50, 150, 200}, Geometry.scaled(edge, 4, 1, true).values());
    }
}
