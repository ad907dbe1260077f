package org.bitewing.codec.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes pictures as BMP of the Windows 3 kind, uncompressed, lines from the bottom. */
public final class BmpWriter {
    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int GRAYS = 256;

    private BmpWriter() {
    }

    /**
     * Writes a picture.
     *
     * @param picture of 8 bits
     * @param bits    of a pixel: 8 with a palette of grays, for gray pictures; 24 or 32
     * @param target  where it goes; stays open
     * @throws IOException              where it cannot be written
     * @throws IllegalArgumentException where the bits are none of these, or the file would exceed 2 GiB
     */
    public static void write(Picture picture, int bits, OutputStream target) throws IOException {
        if (picture.bits() != 8 || bits != 8 && bits != 24 && bits != 32 || bits == 8 && picture.channels() != 1) {
            throw new IllegalArgumentException(bits + " bits a pixel for a picture of " + picture.channels()
                    + " channels of " + picture.bits() + " bits");
        }
        long lineLength = ((long) picture.width() * bits / 8 + 3) / 4 * 4;
        int offset = FILE_HEADER + INFO_HEADER + (bits == 8 ? 4 * GRAYS : 0);
        long size = offset + lineLength * picture.height();
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a BMP of " + size + " bytes");
        }
        BufferedOutputStream out = new BufferedOutputStream(target);
        out.write('B');
        out.write('M');
        numbers(out, (int) size, 0, offset, INFO_HEADER, picture.width(), picture.height(), 1 | bits << 16, 0,
                (int) lineLength * picture.height(), 0, 0, bits == 8 ? GRAYS : 0, 0);
        for (int gray = 0; bits == 8 && gray < GRAYS; gray++) {
            numbers(out, gray | gray << 8 | gray << 16);
        }
        for (int y = picture.height() - 1; y >= 0; y--) {
            line(picture, y, bits, out);
            for (long at = (long) picture.width() * bits / 8; at < lineLength; at++) {
                out.write(0);
            }
        }
        out.flush();
    }

    private static void line(Picture picture, int y, int bits, OutputStream out) throws IOException {
        short[] values = picture.values();
        int channels = picture.channels();
        for (int x = 0; x < picture.width(); x++) {
            int at = (y * picture.width() + x) * channels;
            if (bits == 8) {
                out.write(values[at]);
                continue;
            }
            out.write(values[at + channels - 1]);
            out.write(values[at + channels / 2]);
            out.write(values[at]);
            if (bits == 32) {
                out.write(0);
            }
        }
    }

    private static void numbers(OutputStream out, int... numbers) throws IOException {
        for (int number : numbers) {
            out.write(number);
            out.write(number >> 8);
            out.write(number >> 16);
            out.write(number >> 24);
        }
    }
}
