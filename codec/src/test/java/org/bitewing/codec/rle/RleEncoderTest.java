package org.bitewing.codec.rle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.junit.jupiter.api.Test;

/** What {@link RleEncoder} writes, and that {@link RleDecoder} gives it back. */
class RleEncoderTest {

    @Test
    void eachLineIsPackedByItself() {
        RleLayout layout = new RleLayout(2, 3, 1, 8);
        byte[] target = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = RleEncoder.create().encode(new byte[] {5, 5, 5, 5, 5, 5}, 0, layout, target, 0);
        assertArrayEquals(new byte[] {-2, 5, -2, 5}, Arrays.copyOfRange(target, 64, length));
        assertEquals(1, target[0]);
        assertEquals(64, target[4]);
    }

    @Test
    void twoEqualBytesInsideOfALiteralRunStayThere() {
        RleLayout layout = new RleLayout(1, 9, 1, 8);
        byte[] target = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = RleEncoder.create().encode(new byte[] {3, 3, 1, 2, 2, 4, 9, 9, 9}, 0, layout, target, 0);
        assertArrayEquals(new byte[] {-1, 3, 3, 1, 2, 2, 4, -2, 9, 0}, Arrays.copyOfRange(target, 64, length));
    }

    @Test
    void everyShapeComesBack() {
        Random random = new Random(1);
        RleEncoder encoder = RleEncoder.create();
        RleDecoder decoder = RleDecoder.create();
        for (int bits : new int[] {8, 16, 32}) {
            for (int samples = 1; samples <= (bits == 32 ? 3 : 4); samples++) {
                for (int planar = 0; planar < 2; planar++) {
                    for (int columns : new int[] {1, 2, 127, 128, 129, 300}) {
                        RleLayout layout = new RleLayout(5, columns, samples, bits);
                        byte[] pixels = runs(random, layout.frameLength());
                        byte[] packed = new byte[(int) RleEncoder.maximumLength(layout) + 3];
                        int length = encoder.byPlane(planar == 1).encode(pixels, 0, layout, packed, 3);
                        assertEquals(0, length % 2);
                        byte[] back = new byte[pixels.length];
                        decoder.byPlane(planar == 1).decode(packed, 3, length, layout, back, 0);
                        assertArrayEquals(pixels, back);
                    }
                }
            }
        }
    }

    @Test
    void shortsAreTheSameAsTheirLittleEndianBytes() {
        Random random = new Random(2);
        RleLayout layout = new RleLayout(7, 50, 3, 16);
        byte[] pixels = runs(random, layout.frameLength());
        short[] values = new short[pixels.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (pixels[2 * i] & 0xFF | pixels[2 * i + 1] << 8);
        }
        byte[] fromBytes = new byte[(int) RleEncoder.maximumLength(layout)];
        byte[] fromShorts = new byte[fromBytes.length];
        for (int planar = 0; planar < 2; planar++) {
            RleEncoder encoder = RleEncoder.create().byPlane(planar == 1);
            int length = encoder.encode(pixels, 0, layout, fromBytes, 0);
            assertEquals(length, encoder.encode(values, 0, layout, fromShorts, 0));
            assertArrayEquals(fromBytes, fromShorts);
            short[] back = new short[values.length];
            RleDecoder.create().byPlane(planar == 1).decode(fromShorts, 0, length, layout, back, 0);
            assertArrayEquals(values, back);
        }
    }

    @Test
    void worstFrameFitsTheMaximumLengthAndSmallerTargetsAreTold() {
        RleLayout layout = new RleLayout(3, 129, 1, 16);
        byte[] pixels = new byte[layout.frameLength()];
        new Random(3).nextBytes(pixels);
        RleEncoder encoder = RleEncoder.create();
        byte[] target = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = encoder.encode(pixels, 0, layout, target, 0);
        assertTrue(length > 0);
        for (int size = 0; size < length; size++) {
            assertEquals(-1, encoder.encode(pixels, 0, layout, new byte[size], 0));
        }
        assertEquals(length, encoder.encode(pixels, 0, layout, new byte[length], 0));
    }

    @Test
    void wrongArgumentsAreRefused() {
        RleEncoder encoder = RleEncoder.create();
        RleLayout layout = new RleLayout(2, 2, 1, 8);
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(new byte[3], 0, layout, new byte[99], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(new byte[4], 0, layout, new byte[9], 10));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(new short[4], 0, layout, new byte[99], 0));
    }

    @Test
    void cutFramesAreErrorsOrPartialAtEveryByte() {
        RleLayout layout = new RleLayout(6, 20, 3, 16);
        byte[] pixels = runs(new Random(4), layout.frameLength());
        byte[] packed = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = RleEncoder.create().encode(pixels, 0, layout, packed, 0);
        while (packed[length - 1] == 0) {
            length--;
        }
        RleDecoder strict = RleDecoder.create();
        RleDecoder partial = RleDecoder.create().partial(true);
        byte[] target = new byte[pixels.length];
        for (int cut = 0; cut < length - 1; cut++) {
            int end = cut;
            assertThrows(DicomException.class, () -> strict.decode(packed, 0, end, layout, target, 0));
            int lines = partial.decode(packed, 0, cut, layout, target, 0);
            int line = pixels.length / layout.rows();
            assertTrue(lines < layout.rows() && partial.failure().isPresent());
            assertArrayEquals(Arrays.copyOf(pixels, lines * line), Arrays.copyOf(target, lines * line));
        }
    }

    @Test
    void changedFramesEndInPixelsOrDicomException() {
        RleLayout layout = new RleLayout(16, 16, 3, 8);
        byte[] packed = new byte[(int) RleEncoder.maximumLength(layout)];
        int length = RleEncoder.create().encode(runs(new Random(5), layout.frameLength()), 0, layout, packed, 0);
        RleDecoder decoder = RleDecoder.create();
        byte[] target = new byte[layout.frameLength()];
        Random random = new Random(6);
        int errors = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = Arrays.copyOf(packed, length);
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(random.nextBoolean() ? 68 : length)] = (byte) random.nextInt();
            }
            try {
                decoder.decode(changed, 0, random.nextInt(length + 1), layout, target, 0);
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, "most changes are noticed: " + errors);
    }

    /** Runs of random length, as pixels have them. */
    private static byte[] runs(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length;) {
            int stop = Math.min(length, i + 1 + (random.nextBoolean() ? 0 : random.nextInt(200)));
            byte value = (byte) random.nextInt();
            while (i < stop) {
                bytes[i++] = value;
            }
        }
        return bytes;
    }
}
