package org.bitewing.tools.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bitewing.Limits;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/**
 * PNG, BMP and GIF, read by Java. Gray stays gray with the bits it has, a palette becomes the colors, or the grays, it
 * stands for; what is transparent becomes opaque.
 */
final class RasterReader {
    private static final int LARGEST_SIDE = 65535;

    private RasterReader() {
    }

    /** The picture of a file, or the frames of an animated GIF. */
    static List<Picture> read(byte[] file, String format, Console console) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new ImageException("this Java has no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            int columns = reader.getWidth(0);
            int rows = reader.getHeight(0);
            if (columns > LARGEST_SIDE || rows > LARGEST_SIDE || (long) rows * columns > Limits.defaults().pixels()) {
                throw new ImageException("the image is too large");
            }
            int images = format.equals("gif") ? reader.getNumImages(true) : 1;
            if (images > 1) {
                return GifFrames.read(reader, images);
            }
            BufferedImage image = reader.read(0);
            if (image.getColorModel().hasAlpha()) {
                console.log(Level.WARN, "what is transparent becomes opaque, as DICOM has no transparency");
            }
            return List.of(picture(image));
        } catch (IOException | RuntimeException e) {
            if (e instanceof ImageException known) {
                throw known;
            }
            // Java's readers answer to broken files with exceptions of any kind.
            throw new ImageException("Not a " + format.toUpperCase(java.util.Locale.ROOT) + " file - "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } finally {
            reader.dispose();
        }
    }

    private static Picture picture(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return fromPalette(image, palette);
        }
        Raster raster = image.getRaster();
        boolean wide = raster.getTransferType() == DataBuffer.TYPE_USHORT && colors.getComponentSize(0) == 16;
        if (colors.getNumColorComponents() == 1) {
            return samples(raster, 1, wide);
        }
        return wide ? samples(raster, 3, true) : fromRgb(image);
    }

    /** The samples as they are stored, the first bands of them. */
    private static Picture samples(Raster raster, int bands, boolean wide) {
        Picture.Layout layout = new Picture.Layout(raster.getHeight(), raster.getWidth(), bands, wide ? 16 : 8,
                bands == 3 ? "RGB" : "MONOCHROME2");
        byte[] pixels = new byte[size(layout)];
        int[] row = new int[raster.getWidth()];
        int step = wide ? 2 : 1;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < bands; band++) {
                raster.getSamples(0, y, raster.getWidth(), 1, band, row);
                int at = (y * raster.getWidth() * bands + band) * step;
                for (int value : row) {
                    pixels[at] = (byte) value;
                    if (wide) {
                        pixels[at + 1] = (byte) (value >> 8);
                    }
                    at += bands * step;
                }
            }
        }
        return Picture.plain(layout, pixels);
    }

    private static Picture fromPalette(BufferedImage image, IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return fromRgb(image);
            }
        }
        Picture.Layout layout = new Picture.Layout(image.getHeight(), image.getWidth(), 1, 8, "MONOCHROME2");
        byte[] pixels = new byte[size(layout)];
        Raster raster = image.getRaster();
        int[] row = new int[image.getWidth()];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            for (int index : raster.getSamples(0, y, image.getWidth(), 1, 0, row)) {
                pixels[at++] = (byte) palette.getRed(Math.min(index, palette.getMapSize() - 1));
            }
        }
        return Picture.plain(layout, pixels);
    }

    static Picture fromRgb(BufferedImage image) {
        Picture.Layout layout = new Picture.Layout(image.getHeight(), image.getWidth(), 3, 8, "RGB");
        byte[] pixels = new byte[size(layout)];
        int[] row = new int[image.getWidth()];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            for (int color : image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth())) {
                pixels[at++] = (byte) (color >> 16);
                pixels[at++] = (byte) (color >> 8);
                pixels[at++] = (byte) color;
            }
        }
        return Picture.plain(layout, pixels);
    }

    private static int size(Picture.Layout layout) {
        if (layout.size() > Integer.MAX_VALUE - 8) {
            throw new ImageException("the image is too large");
        }
        return (int) layout.size();
    }
}
