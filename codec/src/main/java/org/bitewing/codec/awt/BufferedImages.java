package org.bitewing.codec.awt;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import org.bitewing.codec.image.Picture;

/** Rendered frames as images of AWT. */
public final class BufferedImages {
    private BufferedImages() {
    }

    /**
     * A picture as an image: {@link BufferedImage#TYPE_BYTE_GRAY}, {@link BufferedImage#TYPE_USHORT_GRAY} beyond 8 bits,
     * or {@link BufferedImage#TYPE_3BYTE_BGR}, for which colours beyond 8 bits lose their lower ones. Shades are scaled
     * to all of 8 or 16 bits.
     *
     * @param picture any
     * @return a new image
     */
    public static BufferedImage of(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), type(picture));
        short[] values = picture.values();
        int maximum = picture.maximum();
        if (image.getType() == BufferedImage.TYPE_USHORT_GRAY) {
            short[] target = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < target.length; i++) {
                target[i] = (short) scaled(values[i], maximum, 65_535);
            }
            return image;
        }
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int channels = picture.channels();
        for (int i = 0; i < target.length; i += channels) {
            for (int channel = 0; channel < channels; channel++) {
                // Blue comes first in the image, and red in the picture.
                target[i + channel] = (byte) scaled(values[i + channels - 1 - channel], maximum, 255);
            }
        }
        return image;
    }

    /** The type of image that a picture becomes. */
    static int type(Picture picture) {
        return type(picture.channels(), picture.bits());
    }

    static int type(int channels, int bits) {
        if (channels == 3) {
            return BufferedImage.TYPE_3BYTE_BGR;
        }
        return bits <= 8 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
    }

    private static int scaled(short value, int from, int to) {
        int number = value & 0xffff;
        return from == to ? number : (int) ((number * 2L * to + from) / (2L * from));
    }
}
