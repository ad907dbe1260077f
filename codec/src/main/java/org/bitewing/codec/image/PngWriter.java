package org.bitewing.codec.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG (ISO/IEC 15948): gray or truecolour, 8 bits for pictures of up to 8 bits and 16 for others,
 * not interlaced, with the ICC profile that a picture has.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 15;
    private static final int FILTERS = 5;
    /** First column and line, and the steps to the next ones. */
    private static final int[] WHOLE = {0, 0, 1, 1};
    private static final int[][] PASSES = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
        {1, 0, 2, 2}, {0, 1, 1, 2}};

    private PngWriter() {
    }

    /**
     * Writes a picture, lines from the top.
     *
     * @param picture any
     * @param target  where it goes; stays open
     * @throws IOException where it cannot be written
     */
    public static void write(Picture picture, OutputStream target) throws IOException {
        write(picture, false, "", target);
    }

    /**
     * Writes a picture. One of few colours, 8 bits each, has a palette.
     *
     * @param picture    any
     * @param interlaced whether every eighth pixel comes first, and then those between (15948 8.2)
     * @param title      of the picture, in Latin-1; empty for none
     * @param target     where it goes; stays open
     * @throws IOException where it cannot be written
     */
    public static void write(Picture picture, boolean interlaced, String title, OutputStream target)
            throws IOException {
        target.write(SIGNATURE);
        PngPixels pixels = PngPixels.of(picture);
        byte[] header = {0, 0, 0, 0, 0, 0, 0, 0, (byte) pixels.depth(), (byte) pixels.colourType(), 0, 0,
            (byte) (interlaced ? 1 : 0)};
        putInt(header, 0, picture.width());
        putInt(header, 4, picture.height());
        chunk("IHDR", header, header.length, target);
        byte[] profile = picture.iccProfile().orElse(new byte[0]);
        if (profile.length > 0 && isFor(profile, picture.channels())) {
            byte[] compressed = compressedProfile(profile);
            chunk("iCCP", compressed, compressed.length, target);
        }
        if (!title.isEmpty()) {
            byte[] text = ("Title\0" + title).getBytes(StandardCharsets.ISO_8859_1);
            chunk("tEXt", text, text.length, target);
        }
        if (pixels.palette().length > 0) {
            chunk("PLTE", pixels.palette(), pixels.palette().length, target);
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (DeflaterOutputStream data = new DeflaterOutputStream(new DataChunks(target), deflater, 1 << 13)) {
            if (interlaced) {
                for (int[] pass : PASSES) {
                    lines(pixels, picture.width(), picture.height(), pass, data);
                }
            } else {
                lines(pixels, picture.width(), picture.height(), WHOLE, data);
            }
        } finally {
            deflater.end();
        }
        chunk("IEND", new byte[0], 0, target);
    }

    /** ICC.1 7.2.6: a profile of another colour space would make the file invalid. */
    private static boolean isFor(byte[] profile, int channels) {
        return profile.length > 128 && new String(profile, 16, 4, StandardCharsets.ISO_8859_1)
                .equals(channels == 1 ? "GRAY" : "RGB ");
    }

    private static byte[] compressedProfile(byte[] profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("ICC profile".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(0);
        bytes.write(0);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(profile);
        }
        return bytes.toByteArray();
    }

    /** Every line with the filter of the least sum of differences, which is what 15948 12.8 recommends. */
    private static void lines(PngPixels pixels, int width, int height, int[] pass, OutputStream data)
            throws IOException {
        int across = (width - pass[0] + pass[2] - 1) / pass[2];
        int length = across * pixels.unit();
        if (across <= 0) {
            return;
        }
        byte[] line = new byte[length];
        byte[] above = new byte[length];
        byte[][] filtered = new byte[FILTERS][length];
        // Neighbours in a palette have nothing in common, so that filters only cost.
        int filters = pixels.palette().length > 0 ? 1 : FILTERS;
        for (int y = pass[1]; y < height; y += pass[3]) {
            pixels.line(y, pass[0], pass[2], across, line);
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int filter = 0; filter < filters; filter++) {
                long sum = filter(filter, line, above, pixels.unit(), filtered[filter]);
                if (sum < least) {
                    least = sum;
                    best = filter;
                }
            }
            data.write(best);
            data.write(filtered[best]);
            byte[] swap = above;
            above = line;
            line = swap;
        }
    }

    private static long filter(int filter, byte[] line, byte[] above, int unit, byte[] target) {
        long sum = 0;
        for (int i = 0; i < line.length; i++) {
            int left = i < unit ? 0 : line[i - unit] & 0xff;
            int up = above[i] & 0xff;
            int corner = i < unit ? 0 : above[i - unit] & 0xff;
            int predicted = switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> left + up >> 1;
                default -> paeth(left, up, corner);
            };
            target[i] = (byte) (line[i] - predicted);
            sum += Math.abs(target[i]);
        }
        return sum;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int fromLeft = Math.abs(estimate - left);
        int fromUp = Math.abs(estimate - up);
        int fromCorner = Math.abs(estimate - corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }

    private static void chunk(String type, byte[] data, int length, OutputStream target) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        byte[] number = new byte[4];
        putInt(number, 0, length);
        target.write(number);
        target.write(name);
        target.write(data, 0, length);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data, 0, length);
        putInt(number, 0, (int) check.getValue());
        target.write(number);
    }

    private static void putInt(byte[] target, int at, int value) {
        target[at] = (byte) (value >> 24);
        target[at + 1] = (byte) (value >> 16);
        target[at + 2] = (byte) (value >> 8);
        target[at + 3] = (byte) value;
    }

    /** Cuts compressed data into IDAT chunks. */
    private static final class DataChunks extends OutputStream {
        private final OutputStream target;
        private final byte[] buffer = new byte[CHUNK];
        private int count;

        DataChunks(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            if (count == CHUNK) {
                send();
            }
            buffer[count++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            while (at < offset + length) {
                if (count == CHUNK) {
                    send();
                }
                int part = Math.min(CHUNK - count, offset + length - at);
                System.arraycopy(bytes, at, buffer, count, part);
                count += part;
                at += part;
            }
        }

        private void send() throws IOException {
            chunk("IDAT", buffer, count, target);
            count = 0;
        }

        /** Sends what is left; the target stays open. */
        @Override
        public void close() throws IOException {
            if (count > 0) {
                send();
            }
        }
    }
}
