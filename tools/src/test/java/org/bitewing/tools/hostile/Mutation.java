package org.bitewing.tools.hostile;

import java.util.Arrays;
import java.util.Random;

/**
 * Damage to a file as transport, disks, other programs and attackers do it. The same seed does the same damage, so
 * that a failure can be repeated.
 */
enum Mutation {
    /** A bit here and there. */
    BIT_FLIPS {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            byte[] bytes = file.clone();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                bytes[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    /** Bytes that mean something to a parser. */
    TELLING_BYTES {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            byte[] bytes = file.clone();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                bytes[place(bytes, random)] = TELLING[random.nextInt(TELLING.length)];
            }
            return bytes;
        }
    },
    /** Numbers that are wrong as a length, of 16 or 32 bits. */
    LENGTHS {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            byte[] bytes = file.clone();
            int at = place(bytes, random) & ~1;
            long length = WRONG_LENGTHS[random.nextInt(WRONG_LENGTHS.length)] + random.nextInt(3) - 1;
            int size = random.nextBoolean() ? 4 : 2;
            for (int i = 0; i < size && at + i < bytes.length; i++) {
                bytes[at + i] = (byte) (length >>> 8 * i);
            }
            return bytes;
        }
    },
    /** The end is missing. */
    TRUNCATION {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            return Arrays.copyOf(file, place(file, random));
        }
    },
    /** A piece is missing. */
    DELETION {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int at = place(file, random);
            int count = Math.min(1 + random.nextInt(24), file.length - at);
            byte[] bytes = Arrays.copyOf(file, file.length - count);
            System.arraycopy(file, at + count, bytes, at, file.length - at - count);
            return bytes;
        }
    },
    /** A piece of another file, or of another place, in between. */
    SPLICE {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int at = place(file, random) & ~1;
            int from = place(other, random) & ~1;
            int count = Math.min(2 * random.nextInt(64), other.length - from);
            byte[] bytes = new byte[file.length + count];
            System.arraycopy(file, 0, bytes, 0, at);
            System.arraycopy(other, from, bytes, at, count);
            System.arraycopy(file, at, bytes, at + count, file.length - at);
            return bytes;
        }
    },
    /** The start of one file and the end of another. */
    CROSSING {
        @Override
        byte[] apply(byte[] file, byte[] other, Random random) {
            int at = place(file, random) & ~1;
            int from = place(other, random) & ~1;
            byte[] bytes = Arrays.copyOf(file, at + other.length - from);
            System.arraycopy(other, from, bytes, at, other.length - from);
            return bytes;
        }
    };

    private static final byte[] TELLING =
            {0, -1, -2, 1, 2, 0x7f, (byte) 0x80, (byte) 0xe0, (byte) 0xdd, 0x0d, 'O', 'B', 'W', 'S', 'Q', 'U', 'N', '\\', 0x1b, ' '};
    private static final long[] WRONG_LENGTHS =
            {0, 1, 3, 0x7f, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffffL, 0x80000000L, 0xfffffffeL, 0xffffffffL};

    /** The head of a file holds most of what there is to go wrong; pixels hold nothing. */
    private static final int HEAD = 4096;

    abstract byte[] apply(byte[] file, byte[] other, Random random);

    private static int place(byte[] bytes, Random random) {
        int bound = random.nextInt(8) == 0 ? bytes.length : Math.min(bytes.length, HEAD);
        return random.nextInt(bound);
    }

    /** One of the mutations, or two of them one after the other. */
    static byte[] of(byte[] file, byte[] other, long seed) {
        Random random = new Random(seed);
        byte[] bytes = values()[random.nextInt(values().length)].apply(file, other, random);
        return bytes.length > 0 && random.nextInt(4) == 0
                ? values()[random.nextInt(values().length)].apply(bytes, other, random) : bytes;
    }
}
