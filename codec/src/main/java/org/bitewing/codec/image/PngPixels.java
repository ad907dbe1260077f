package org.bitewing.codec.image;

import java.util.Arrays;

/** The bytes of pixels in PNG (15948 7.2): of 8 or 16 bits, or the numbers of colours in a palette. */
final class PngPixels {
    private static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int INDEXED = 3;
    private static final int MOST_COLOURS = 256;
    /** Four for each colour that may be, so that a search ends soon. */
    private static final int SLOTS = 4 * MOST_COLOURS;

    private final Picture picture;
    private final int depth;
    private final byte[] palette;
    /** By slots: the colours, -1 for none, and their numbers. */
    private final int[] colours;
    private final byte[] numbers;

    private PngPixels(Picture picture, byte[] palette, int[] colours, byte[] numbers) {
        this.picture = picture;
        this.depth = picture.bits() <= 8 ? 8 : 16;
        this.palette = palette;
        this.colours = colours;
        this.numbers = numbers;
    }

    static PngPixels of(Picture picture) {
        PngPixels direct = new PngPixels(picture, new byte[0], new int[0], new byte[0]);
        return picture.channels() == 3 && picture.bits() == 8 ? indexed(picture, direct) : direct;
    }

    /** With a palette, or the other where there are too many colours. */
    private static PngPixels indexed(Picture picture, PngPixels direct) {
        int[] colours = new int[SLOTS];
        byte[] numbers = new byte[SLOTS];
        byte[] palette = new byte[3 * MOST_COLOURS];
        Arrays.fill(colours, -1);
        int count = 0;
        int before = -1;
        for (int i = 0; i < picture.values().length; i += 3) {
            int colour = colour(picture, i);
            if (colour == before) {
                continue;
            }
            before = colour;
            int slot = slot(colours, colour);
            if (colours[slot] >= 0) {
                continue;
            }
            if (count == MOST_COLOURS) {
                return direct;
            }
            colours[slot] = colour;
            numbers[slot] = (byte) count;
            palette[3 * count] = (byte) (colour >> 16);
            palette[3 * count + 1] = (byte) (colour >> 8);
            palette[3 * count + 2] = (byte) colour;
            count++;
        }
        return new PngPixels(picture, Arrays.copyOf(palette, 3 * count), colours, numbers);
    }

    private static int colour(Picture picture, int at) {
        short[] values = picture.values();
        return values[at] << 16 | values[at + 1] << 8 | values[at + 2];
    }

    private static int slot(int[] colours, int colour) {
        int slot = colour * 0x9e37_79b1 >>> 22;
        while (colours[slot] >= 0 && colours[slot] != colour) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    int depth() {
        return depth;
    }

    int colourType() {
        return palette.length > 0 ? INDEXED : picture.channels() == 1 ? GRAY : RGB;
    }

    /** Three bytes for each colour; none without a palette. */
    byte[] palette() {
        return palette;
    }

    /** Bytes of a pixel. */
    int unit() {
        return palette.length > 0 ? 1 : picture.channels() * depth / 8;
    }

    /** Puts pixels of a line into bytes: so many, from one on, with a step. */
    void line(int y, int first, int step, int count, byte[] target) {
        int channels = picture.channels();
        int at = (y * picture.width() + first) * channels;
        for (int i = 0, to = 0; i < count; i++, at += step * channels) {
            if (palette.length > 0) {
                target[to++] = numbers[slot(colours, colour(picture, at))];
                continue;
            }
            for (int channel = 0; channel < channels; channel++) {
                int value = value(picture.values()[at + channel] & 0xffff);
                if (depth == 16) {
                    target[to++] = (byte) (value >> 8);
                }
                target[to++] = (byte) value;
            }
        }
    }

    private int value(int value) {
        int most = depth == 8 ? 255 : 65_535;
        return picture.maximum() == most ? value
                : (int) ((value * 2L * most + picture.maximum()) / (2L * picture.maximum()));
    }
}
