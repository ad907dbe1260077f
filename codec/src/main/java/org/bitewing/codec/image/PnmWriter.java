package org.bitewing.codec.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes pictures as PGM where they are gray, and as PPM where they are not. */
public final class PnmWriter {
    private static final int NUMBERS_A_LINE = 12;

    private PnmWriter() {
    }

    /**
     * Writes a picture in binary (P5, P6): one byte a value up to 8 bits, two with the higher one first beyond.
     *
     * @param picture any
     * @param target  where it goes; stays open
     * @throws IOException where it cannot be written
     */
    public static void writeBinary(Picture picture, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target);
        header(picture, picture.channels() == 1 ? "P5" : "P6", out);
        for (short value : picture.values()) {
            if (picture.bits() > 8) {
                out.write(value >> 8);
            }
            out.write(value);
        }
        out.flush();
    }

    /**
     * Writes a picture in digits (P2, P3).
     *
     * @param picture any
     * @param target  where it goes; stays open
     * @throws IOException where it cannot be written
     */
    public static void writeText(Picture picture, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target);
        header(picture, picture.channels() == 1 ? "P2" : "P3", out);
        int column = 0;
        for (short value : picture.values()) {
            out.write(Integer.toString(value & 0xffff).getBytes(StandardCharsets.US_ASCII));
            column++;
            out.write(column % NUMBERS_A_LINE == 0 ? '\n' : ' ');
        }
        out.write('\n');
        out.flush();
    }

    private static void header(Picture picture, String kind, OutputStream out) throws IOException {
        out.write((kind + "\n" + picture.width() + " " + picture.height() + "\n" + picture.maximum() + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
