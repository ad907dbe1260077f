package org.bitewing.codec.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes pictures as TIFF 6.0: gray or RGB of 8 or 16 bits, little endian, in strips. */
public final class TiffWriter {
    /** The most bytes of a strip, unless a line has more (TIFF 6.0, section 7). */
    private static final int STRIP = 8192;
    private static final int HEADER = 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    /** How strips are compressed. */
    public enum Compression {
        /** Not at all. */
        NONE(1),
        /** LZW (section 13). */
        LZW(5),
        /** PackBits (section 9). */
        PACK_BITS(32_773);

        private final int code;

        Compression(int code) {
            this.code = code;
        }
    }

    private TiffWriter() {
    }

    /**
     * Writes a picture.
     *
     * @param picture     any
     * @param compression of its strips
     * @param differences whether neighbours are subtracted before LZW (section 14)
     * @param rows        lines of a strip; 0 for as many as 8 KiB hold
     * @param target      where it goes; stays open
     * @throws IOException              where it cannot be written
     * @throws IllegalArgumentException where the file would exceed 2 GiB
     */
    public static void write(Picture picture, Compression compression, boolean differences, int rows,
                             OutputStream target) throws IOException {
        int unit = picture.bits() <= 8 ? 1 : 2;
        long length = (long) picture.width() * picture.channels() * unit;
        if (length * picture.height() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("a TIFF of " + length * picture.height() + " bytes");
        }
        int perStrip = rows > 0 ? Math.min(rows, picture.height()) : (int) Math.max(1, STRIP / length);
        boolean predicted = differences && compression == Compression.LZW;
        int strips = (picture.height() + perStrip - 1) / perStrip;
        int[] offsets = new int[strips];
        int[] sizes = new int[strips];
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        LzwEncoder lzw = new LzwEncoder();
        for (int strip = 0; strip < strips; strip++) {
            int first = strip * perStrip;
            byte[] lines = lines(picture, first, Math.min(perStrip, picture.height() - first), unit, predicted);
            offsets[strip] = HEADER + data.size();
            switch (compression) {
                case NONE -> data.write(lines);
                case LZW -> lzw.encode(lines, data);
                case PACK_BITS -> packBits(lines, (int) length, data);
            }
            sizes[strip] = HEADER + data.size() - offsets[strip];
            if ((data.size() & 1) == 1) {
                data.write(0);
            }
        }
        Directory directory = new Directory(HEADER + data.size());
        describe(picture, compression, predicted, perStrip, directory, offsets, sizes);
        byte[] header = {'I', 'I', 42, 0, 0, 0, 0, 0};
        Directory.putInt(header, 4, HEADER + data.size());
        target.write(header);
        data.writeTo(target);
        target.write(directory.bytes());
    }

    /** The fields of a baseline file, in ascending order (section 2). */
    private static void describe(Picture picture, Compression compression, boolean predicted, int perStrip,
                                 Directory directory, int[] offsets, int[] sizes) {
        int[] bits = new int[picture.channels()];
        java.util.Arrays.fill(bits, picture.bits() <= 8 ? 8 : 16);
        directory.add(256, LONG, picture.width());
        directory.add(257, LONG, picture.height());
        directory.add(258, SHORT, bits);
        directory.add(259, SHORT, compression.code);
        directory.add(262, SHORT, picture.channels() == 1 ? 1 : 2);
        directory.add(273, LONG, offsets);
        directory.add(277, SHORT, picture.channels());
        directory.add(278, LONG, perStrip);
        directory.add(279, LONG, sizes);
        directory.add(282, RATIONAL, 1, 1);
        directory.add(283, RATIONAL, 1, 1);
        directory.add(284, SHORT, 1);
        // The resolution is a ratio, and has no unit.
        directory.add(296, SHORT, 1);
        if (predicted) {
            directory.add(317, SHORT, 2);
        }
        picture.iccProfile().ifPresent(profile -> directory.add(34_675, profile));
    }

    private static byte[] lines(Picture picture, int first, int count, int unit, boolean predicted) {
        int samples = picture.width() * picture.channels();
        byte[] lines = new byte[samples * count * unit];
        int to = unit == 1 ? 255 : 65_535;
        int[] line = new int[samples];
        for (int y = 0; y < count; y++) {
            for (int i = 0; i < samples; i++) {
                int value = picture.values()[(first + y) * samples + i] & 0xffff;
                line[i] = picture.maximum() == to ? value
                        : (int) ((value * 2L * to + picture.maximum()) / (2L * picture.maximum()));
            }
            for (int i = samples - 1; predicted && i >= picture.channels(); i--) {
                line[i] -= line[i - picture.channels()];
            }
            for (int i = 0; i < samples; i++) {
                int at = (y * samples + i) * unit;
                lines[at] = (byte) line[i];
                if (unit == 2) {
                    lines[at + 1] = (byte) (line[i] >> 8);
                }
            }
        }
        return lines;
    }

    /** Each line for itself: runs of three and more, and what is between them. */
    private static void packBits(byte[] lines, int length, ByteArrayOutputStream target) {
        for (int start = 0; start < lines.length; start += length) {
            int end = start + length;
            int at = start;
            while (at < end) {
                int run = run(lines, at, end);
                if (run >= 3) {
                    target.write(1 - run);
                    target.write(lines[at]);
                    at += run;
                    continue;
                }
                int next = at;
                while (next < end && next - at < 128 && run(lines, next, end) < 3) {
                    next++;
                }
                target.write(next - at - 1);
                target.write(lines, at, next - at);
                at = next;
            }
        }
    }

    private static int run(byte[] bytes, int at, int end) {
        int next = at + 1;
        while (next < end && next - at < 128 && bytes[next] == bytes[at]) {
            next++;
        }
        return next - at;
    }

    /** An image file directory, and the values that do not fit its entries behind it. */
    private static final class Directory {
        private static final int ENTRY = 12;
        private static final int MOST = 16;

        private final int offset;
        private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();
        private int count;

        Directory(int offset) {
            this.offset = offset;
        }

        void add(int tag, int type, int... numbers) {
            int size = type == SHORT ? 2 : 4;
            byte[] bytes = new byte[numbers.length * size];
            for (int i = 0; i < numbers.length; i++) {
                bytes[i * size] = (byte) numbers[i];
                bytes[i * size + 1] = (byte) (numbers[i] >> 8);
                if (size == 4) {
                    putInt(bytes, i * size, numbers[i]);
                }
            }
            entry(tag, type, type == RATIONAL ? 1 : numbers.length, bytes);
        }

        void add(int tag, byte[] bytes) {
            entry(tag, UNDEFINED, bytes.length, bytes);
        }

        private void entry(int tag, int type, int number, byte[] bytes) {
            byte[] entry = new byte[ENTRY];
            entry[0] = (byte) tag;
            entry[1] = (byte) (tag >> 8);
            entry[2] = (byte) type;
            putInt(entry, 4, number);
            if (bytes.length <= 4) {
                System.arraycopy(bytes, 0, entry, 8, bytes.length);
            } else {
                putInt(entry, 8, offset + 2 + MOST * ENTRY + 4 + values.size());
                values.writeBytes(bytes);
                if ((values.size() & 1) == 1) {
                    values.write(0);
                }
            }
            entries.writeBytes(entry);
            count++;
        }

        byte[] bytes() {
            int room = 2 + MOST * ENTRY + 4;
            byte[] bytes = new byte[room + values.size()];
            bytes[0] = (byte) count;
            System.arraycopy(entries.toByteArray(), 0, bytes, 2, entries.size());
            System.arraycopy(values.toByteArray(), 0, bytes, room, values.size());
            return bytes;
        }

        static void putInt(byte[] target, int at, int value) {
            target[at] = (byte) value;
            target[at + 1] = (byte) (value >> 8);
            target[at + 2] = (byte) (value >> 16);
            target[at + 3] = (byte) (value >> 24);
        }
    }
}
