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

    private PngWriter() {
    }

    /**
     * Writes a picture.
     *
     * @param picture any
     * @param target  where it goes; stays open
     * @throws IOException where it cannot be written
     */
    public static void write(Picture picture, OutputStream target) throws IOException {
        target.write(SIGNATURE);
        int depth = picture.bits() <= 8 ? 8 : 16;
        byte[] header = {0, 0, 0, 0, 0, 0, 0, 0, (byte) depth, (byte) (picture.channels() == 1 ? 0 : 2), 0, 0, 0};
        putInt(header, 0, picture.width());
        putInt(header, 4, picture.height());
        chunk("IHDR", header, header.length, target);
        byte[] profile = picture.iccProfile().orElse(new byte[0]);
        if (profile.length > 0 && isFor(profile, picture.channels())) {
            byte[] compressed = compressedProfile(profile);
            chunk("iCCP", compressed, compressed.length, target);
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (DeflaterOutputStream data = new DeflaterOutputStream(new DataChunks(target), deflater, 1 << 13)) {
            lines(picture, depth, data);
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
    private static void lines(Picture picture, int depth, OutputStream data) throws IOException {
        int unit = picture.channels() * depth / 8;
        int length = picture.width() * unit;
        byte[] line = new byte[length];
        byte[] above = new byte[length];
        byte[][] filtered = new byte[FILTERS][length];
        for (int y = 0; y < picture.height(); y++) {
            bytes(picture, y, depth, line);
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int filter = 0; filter < FILTERS; filter++) {
                long sum = filter(filter, line, above, unit, filtered[filter]);
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

    private static void bytes(Picture picture, int y, int depth, byte[] line) {
        short[] values = picture.values();
        int count = picture.width() * picture.channels();
        int to = depth == 8 ? 255 : 65_535;
        for (int i = 0; i < count; i++) {
            int value = values[y * count + i] & 0xffff;
            if (picture.maximum() != to) {
                value = (int) ((value * 2L * to + picture.maximum()) / (2L * picture.maximum()));
            }
            if (depth == 8) {
                line[i] = (byte) value;
            } else {
                line[2 * i] = (byte) (value >> 8);
                line[2 * i + 1] = (byte) value;
            }
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
