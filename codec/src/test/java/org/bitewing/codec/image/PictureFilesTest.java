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
    void interlacedPngHasTheSamePixelsWhateverTheirNumber() throws IOException {
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {4, 5}, {5, 1}, {1, 9}, {301, 67}}) {
            for (int channels : new int[] {1, 3}) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                PngWriter.write(picture(size[0], size[1], channels, 16), true, "Any", file);
                assertSame(picture(size[0], size[1], channels, 16), file.toByteArray());
            }
        }
    }

    @Test
    void fewColoursBecomeAPalette() throws IOException {
        for (int colours : new int[] {1, 2, 256, 257}) {
            short[] values = new short[3 * 40 * 30];
            for (int i = 0; i < values.length; i += 3) {
                int colour = i / 3 * 7 % colours;
                values[i] = (short) (colour & 255);
                values[i + 1] = (short) (255 - (colour & 255));
                values[i + 2] = (short) (colour >> 8);
            }
            for (boolean interlaced : new boolean[] {false, true}) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                PngWriter.write(Picture.of(40, 30, 3, 8, values), interlaced, "", file);
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
                assertEquals(colours <= 256,
                        image.getColorModel() instanceof java.awt.image.IndexColorModel, colours + " colours");
                for (int i = 0; i < values.length; i += 3) {
                    int expected = 255 << 24 | values[i] << 16 | values[i + 1] << 8 | values[i + 2];
                    assertEquals(expected, image.getRGB(i / 3 % 40, i / 3 / 40));
                }
            }
        }
    }

    @Test
    void tiffOfEveryCompressionIsReadByImageIo() throws IOException {
        for (TiffWriter.Compression compression : TiffWriter.Compression.values()) {
            for (boolean differences : new boolean[] {false, true}) {
                for (int[] shape : new int[][] {{301, 67, 1, 8, 0}, {301, 67, 3, 8, 5}, {301, 67, 3, 16, 0},
                    {1, 1, 1, 8, 0}, {9000, 3, 1, 8, 100}, {640, 480, 3, 8, 480}}) {
                    Picture picture = picture(shape[0], shape[1], shape[2], shape[3]);
                    ByteArrayOutputStream file = new ByteArrayOutputStream();
                    // The JDK reads no differences of 16 bits.
                    TiffWriter.write(picture, compression, differences && shape[3] == 8, shape[4], file);
                    assertSame(picture, file.toByteArray());
                }
            }
        }
    }

    @Test
    void tiffKeepsRunsAndNoiseOfEveryLength() throws IOException {
        for (int width = 1; width < 400; width += 3) {
            short[] values = new short[width * 2];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (i < width ? i * 37 / 5 & 255 : i / 5 % 2 == 0 ? 9 : i * 101 & 255);
            }
            Picture picture = Picture.of(width, 2, 1, 8, values);
            for (TiffWriter.Compression compression : TiffWriter.Compression.values()) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                TiffWriter.write(picture, compression, false, 0, file);
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
    }

    @Test
    void scalingKeepsEvenShadesAndMeansOfUnevenOnes() {
        Picture picture = Picture.of(4, 1, 1, 8, new short[] {100, 100, 100, 100});
        Picture edge = Picture.of(2, 1, 1, 8, new short[] {0, 200});

        assertArrayEquals(new short[] {100, 100, 100}, Geometry.scaled(picture, 3, 1).values());
        assertArrayEquals(new short[] {0, 50, 150, 200}, Geometry.scaled(edge, 4, 1).values());
    }
}
