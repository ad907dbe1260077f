package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bitewing.Dicom;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.Voi;
import org.bitewing.codec.image.VoiFunction;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that are sent, pixel by pixel. */
class ViewFrameTest {
    @TempDir
    private Path folder;

    private Path image(DataSetBuilder image) throws IOException {
        return Files.write(folder.resolve("image.dcm"), Samples.bytes(image));
    }

    /** The values of a picture as ImageIO, another implementation of PNG, reads them. */
    private static int[] values(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        if (picture.getColorModel() instanceof IndexColorModel colours) {
            picture = colours.convertToIntDiscrete(picture.getRaster(), false);
        }
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    private static int[] values(Picture picture) {
        int[] values = new int[picture.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.values()[i] & 0xffff;
        }
        return values;
    }

    @Test
    void frameIsWhatTheRendererMakes() throws Exception {
        Path file = image(Samples.slice(1, 1));
        FrameRenderer renderer = FrameRenderer.of(Dicom.read(file));
        RenderOptions window = RenderOptions.defaults().with(new Voi.Window(100, 300, VoiFunction.LINEAR));
        try (Asked asked = Asked.of(file)) {
            assertArrayEquals(values(renderer.render(0, RenderOptions.defaults())),
                    values(asked.get("api/image/i0/frame/0").body()));
            assertArrayEquals(values(renderer.render(0, window)),
                    values(asked.get("api/image/i0/frame/0?center=100&width=300").body()));
            assertArrayEquals(
                    values(renderer.render(0, window.with(RenderOptions.Presentation.OPPOSITE_OF_IMAGE))),
                    values(asked.get("api/image/i0/frame/0?center=1e2&width=300.0&invert=1").body()));
        }
    }

    @Test
    void grayFramesAreThoseOfDcmtkToOneLevel() throws Exception {
        for (String photometric : new String[] {"MONOCHROME1", "MONOCHROME2"}) {
            Path file = image(Samples.slice(1, 1).set(Tag.PhotometricInterpretation, photometric));
            Path theirs = folder.resolve("theirs.pgm");
            Judge.run("dcm2pnm", "+op", "+Ww", "100", "300", file, theirs);
            byte[] pgm = Files.readAllBytes(theirs);
            byte[] expected = Arrays.copyOfRange(pgm, pgm.length - 16 * 8, pgm.length);
            try (Asked asked = Asked.of(file)) {
                int[] actual = values(asked.get("api/image/i0/frame/0?center=100&width=300").body());
                assertEquals(expected.length, actual.length);
                for (int i = 0; i < actual.length; i++) {
                    assertTrue(Math.abs(actual[i] - (expected[i] & 0xff)) <= 1, photometric + " pixel " + i);
                }
            }
        }
    }

    @Test
    void coloursAndTheirOppositesAreSent() throws Exception {
        byte[] pixels = new byte[16 * 8 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        Path file = image(Samples.slice(1, 1).set(Tag.SamplesPerPixel, 3).set(Tag.PlanarConfiguration, 0)
                .set(Tag.PhotometricInterpretation, "RGB").set(Tag.BitsAllocated, 8).set(Tag.BitsStored, 8)
                .set(Tag.HighBit, 7).set(Tag.PixelRepresentation, 0).set(Tag.PixelData, pixels));
        try (Asked asked = Asked.of(file)) {
            int[] colours = values(asked.get("api/image/i0/frame/0").body());
            int[] opposite = values(asked.get("api/image/i0/frame/0?invert=1").body());
            for (int i = 0; i < pixels.length; i++) {
                assertEquals(pixels[i] & 0xff, colours[i]);
                assertEquals(255 - colours[i], opposite[i]);
            }
            assertTrue(asked.text("api/image/i0/info").contains("\"monochrome\":false,\"window\":null"));
        }
    }

    @Test
    void compressedFramesAreThoseOfTheirOriginal() throws Exception {
        byte[] pixels = new byte[3 * 16 * 8 * 2];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? i * 11 : i / 256);
        }
        Path file = image(Samples.slice(1, 1).set(Tag.NumberOfFrames, 3).set(Tag.PixelData, pixels));
        for (String command : new String[] {"dcmcrle", "dcmcjpls", "dcmcjpeg"}) {
            Path compressed = folder.resolve(command);
            assertEquals(0, ToolRun.of(command, file, compressed).code());
            try (Asked asked = Asked.of(file, compressed)) {
                Map<String, Object> one = asked.images().get(0);
                Map<String, Object> other = asked.images().get(1);
                for (int frame = 0; frame < 3; frame++) {
                    String rest = "/frame/" + frame + "?center=1000&width=3000";
                    assertArrayEquals(values(asked.get("api/image/" + one.get("key") + rest).body()),
                            values(asked.get("api/image/" + other.get("key") + rest).body()), command);
                }
            }
        }
    }

    @Test
    void thumbnailHasTheLongestSideThatWasAskedFor() throws Exception {
        try (Asked asked = Asked.of(image(Samples.slice(1, 1)))) {
            BufferedImage small = ImageIO.read(new ByteArrayInputStream(asked.get("api/image/i0/frame/0?max=4").body()));
            assertEquals("4 2", small.getWidth() + " " + small.getHeight());
            BufferedImage same = ImageIO.read(new ByteArrayInputStream(asked.get("api/image/i0/frame/0?max=999").body()));
            assertEquals("16 8", same.getWidth() + " " + same.getHeight());
        }
    }

    @Test
    void overlaysAreDrawnUnlessTheyAreNotWanted() throws Exception {
        byte[] bits = new byte[16];
        bits[0] = 1;
        Path file = image(Samples.slice(1, 1).set(Tag.OverlayRows, 8).set(Tag.OverlayColumns, 16)
                .set(Tag.OverlayType, "G").set(Tag.OverlayOrigin, 1, 1).set(Tag.OverlayBitsAllocated, 1)
                .set(Tag.OverlayBitPosition, 0).set(Tag.OverlayData, bits));
        try (Asked asked = Asked.of(file)) {
            assertEquals(255, values(asked.get("api/image/i0/frame/0").body())[0]);
            assertEquals(0, values(asked.get("api/image/i0/frame/0?overlays=0").body())[0]);
            assertTrue(asked.text("api/image/i0/info").contains("\"overlays\":true"));
        }
    }
}
