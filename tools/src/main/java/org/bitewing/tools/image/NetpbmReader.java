package org.bitewing.tools.image;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.Limits;

/**
 * PBM, PGM and PPM, plain and raw, with up to 16 bits a sample; raw files may hold several images. Black and white
 * become 0 and 255. Gray values stay the numbers they are; colors of a maximum between are stretched to 8 or 16 bits,
 * as nothing in DICOM could say what their maximum is.
 */
final class NetpbmReader {
    private static final int LARGEST_SIDE = 65535;

    private final byte[] file;
    private int position;

    private NetpbmReader(byte[] file) {
        this.file = file;
    }

    static boolean isOne(byte[] file) {
        return file.length > 2 && file[0] == 'P' && file[1] >= '1' && file[1] <= '6' && isBlank(file[2] & 0xff);
    }

    static List<Picture> read(byte[] file) {
        if (!isOne(file)) {
            throw new ImageException("Not a PNM file");
        }
        NetpbmReader reader = new NetpbmReader(file);
        List<Picture> pictures = new ArrayList<>();
        do {
            pictures.add(reader.picture());
            reader.skipBlanks();
        } while (reader.position < file.length);
        return pictures;
    }

    private Picture picture() {
        if (position + 2 >= file.length || file[position] != 'P' || file[position + 1] < '1'
                || file[position + 1] > '6') {
            throw wrong("an image begins with P1 to P6");
        }
        int kind = file[position + 1] - '0';
        position += 2;
        int columns = number(LARGEST_SIDE);
        int rows = number(LARGEST_SIDE);
        boolean bits = kind == 1 || kind == 4;
        int most = bits ? 1 : number(LARGEST_SIDE);
        int samples = kind == 3 || kind == 6 ? 3 : 1;
        if (rows == 0 || columns == 0 || most == 0) {
            throw wrong("width, height and maximum are 1 or more");
        }
        long count = (long) rows * columns * samples;
        if (count > Limits.defaults().pixels() * 3L || count > Integer.MAX_VALUE / 2 - 8) {
            throw wrong("the image is too large");
        }
        boolean raw = kind > 3;
        if (raw) {
            position++;
        }
        checkSize(kind, rows, columns, count, most);
        int stored = bits ? 8 : samples == 3 ? most > 255 ? 16 : 8 : Integer.SIZE - Integer.numberOfLeadingZeros(most);
        Picture.Layout layout = new Picture.Layout(rows, columns, samples, stored,
                samples == 3 ? "RGB" : "MONOCHROME2");
        byte[] pixels = new byte[(int) layout.size()];
        if (bits) {
            bits(pixels, rows, columns, raw);
        } else {
            numbers(pixels, (int) count, most, raw, samples == 3);
        }
        return Picture.plain(layout, pixels);
    }

    /** Before anything is allocated, there must be so much of the file; a plain sample is a digit at least. */
    private void checkSize(int kind, int rows, int columns, long count, int most) {
        long needed = switch (kind) {
            case 4 -> (long) rows * ((columns + 7) / 8);
            case 5, 6 -> most > 255 ? 2 * count : count;
            default -> count;
        };
        if (needed > file.length - position) {
            throw wrong("the file ends before its pixels");
        }
    }

    private void bits(byte[] pixels, int rows, int columns, boolean raw) {
        int stride = (columns + 7) / 8;
        for (int i = 0; i < pixels.length; i++) {
            int bit;
            if (raw) {
                int column = i % columns;
                bit = file[position + i / columns * stride + column / 8] >> 7 - column % 8 & 1;
            } else {
                skipBlanks();
                // The digits of a plain bitmap need nothing between them.
                bit = position < file.length ? file[position++] - '0' : -1;
                if (bit != 0 && bit != 1) {
                    throw wrong("a pixel is 0 or 1");
                }
            }
            pixels[i] = (byte) (bit == 1 ? 0 : 255);
        }
        position += raw ? rows * stride : 0;
    }

    private void numbers(byte[] pixels, int count, int most, boolean raw, boolean stretched) {
        boolean wide = pixels.length > count;
        int full = wide ? 0xffff : 0xff;
        for (int i = 0; i < count; i++) {
            int value;
            if (!raw) {
                value = number(LARGEST_SIDE);
            } else if (most > 255) {
                value = (file[position] & 0xff) << 8 | file[position + 1] & 0xff;
                position += 2;
            } else {
                value = file[position++] & 0xff;
            }
            if (value > most) {
                throw wrong("a sample is larger than the maximum");
            }
            int stored = stretched && most != full ? (int) (((long) value * full + most / 2) / most) : value;
            if (wide) {
                pixels[2 * i] = (byte) stored;
                pixels[2 * i + 1] = (byte) (stored >> 8);
            } else {
                pixels[i] = (byte) stored;
            }
        }
    }

    private int number(int most) {
        skipBlanks();
        int start = position;
        int number = 0;
        while (position < file.length && file[position] >= '0' && file[position] <= '9') {
            number = number * 10 + file[position++] - '0';
            if (number > most) {
                throw wrong("a number is larger than " + most);
            }
        }
        if (position == start) {
            throw wrong("a number is expected");
        }
        return number;
    }

    /** White space, and comments from a number sign to the end of the line. */
    private void skipBlanks() {
        while (position < file.length && (isBlank(file[position] & 0xff) || file[position] == '#')) {
            if (file[position] == '#') {
                while (position < file.length && file[position] != '\n' && file[position] != '\r') {
                    position++;
                }
            } else {
                position++;
            }
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private ImageException wrong(String reason) {
        return new ImageException("Not a PNM file: " + reason + " (offset " + position + ")");
    }
}
