package org.bitewing.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.bitewing.Limits;
import org.junit.jupiter.api.Test;

/** What {@link JpegLsEncoder} writes, {@link JpegLsDecoder} gives back. */
class JpegLsRoundTripTest {
    private final JpegLsDecoder decoder = JpegLsDecoder.within(Limits.defaults());

    @Test
    void everyDepthComesBackFromEveryInterleaveMode() {
        for (int bits = 2; bits <= 16; bits++) {
            for (int components = 1; components <= 4; components++) {
                for (InterleaveMode mode : InterleaveMode.values()) {
                    JpegLsHeader header = JpegLsHeader.lossless(67, 41, components, bits).withInterleave(mode);
                    short[] samples = Pictures.of(header, bits * 10 + components);
                    byte[] stream = Pictures.encode(header, samples);
                    assertArrayEquals(samples, decode(stream, samples.length), header.toString());
                    assertTrue(stream.length < samples.length * 2 + 100);
                }
            }
        }
    }

    @Test
    void nearLosslessKeepsItsBound() {
        for (int bits : new int[] {2, 5, 8, 12, 16}) {
            for (int near : new int[] {1, 2, 3, 7, 100, 255}) {
                for (InterleaveMode mode : InterleaveMode.values()) {
                    if (near <= ((1 << bits) - 1) / 2) {
                        JpegLsHeader header = JpegLsHeader.lossless(50, 37, 3, bits).withInterleave(mode)
                                .withNear(near);
                        short[] samples = Pictures.of(header, near);
                        assertNear(samples, decode(Pictures.encode(header, samples), samples.length), near, header);
                    }
                }
            }
        }
    }

    @Test
    void customParametersComeBack() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            int bits = 2 + random.nextInt(15);
            int most = (1 << bits) - 1 - random.nextInt(1 << bits - 1);
            int near = random.nextInt(Math.min(255, most / 2) + 1);
            int t1 = Math.min(most, near + 1 + random.nextInt(most));
            int t2 = t1 + random.nextInt(most - t1 + 1);
            int t3 = t2 + random.nextInt(most - t2 + 1);
            if (t1 > near) {
                JpegLsHeader header = new JpegLsHeader(40, 30, 3, bits, near,
                        InterleaveMode.values()[random.nextInt(3)],
                        new PresetParameters(most, t1, t2, t3, 3 + random.nextInt(253)), random.nextInt(9),
                        ColorTransform.NONE);
                short[] samples = Pictures.of(header, round);
                byte[] stream = Pictures.encode(header, samples);
                assertEquals(header, decoder.readHeader(stream, 0, stream.length));
                assertNear(samples, decode(stream, samples.length), near, header);
            }
        }
    }

    @Test
    void colourTransformsAreUndone() {
        for (ColorTransform transform : ColorTransform.values()) {
            for (int bits : new int[] {2, 7, 8, 12, 16}) {
                for (InterleaveMode mode : InterleaveMode.values()) {
                    JpegLsHeader header = JpegLsHeader.lossless(31, 17, 3, bits).withInterleave(mode)
                            .withTransform(transform);
                    short[] samples = Pictures.of(header, bits);
                    byte[] stream = Pictures.encode(header, samples);
                    assertEquals(transform, decoder.readHeader(stream, 0, stream.length).transform());
                    assertArrayEquals(samples, decode(stream, samples.length), header.toString());
                }
            }
        }
    }

    @Test
    void restartMarkersOfEveryIntervalArePassed() {
        for (InterleaveMode mode : InterleaveMode.values()) {
            for (int lines : new int[] {1, 2, 7, 20, 21, 100_000}) {
                JpegLsHeader header = JpegLsHeader.lossless(33, 21, 3, 8).withInterleave(mode)
                        .withRestartInterval(lines);
                short[] samples = Pictures.of(header, lines);
                byte[] stream = Pictures.encode(header, samples);
                assertEquals(lines, decoder.readHeader(stream, 0, stream.length).restartInterval());
                assertArrayEquals(samples, decode(stream, samples.length), header.toString());
            }
        }
    }

    @Test
    void oversizeDimensionsComeBack() {
        JpegLsHeader header = JpegLsHeader.lossless(70_000, 3, 1, 8);
        short[] samples = Pictures.of(header, 1);
        byte[] stream = Pictures.encode(header, samples);
        assertEquals(header, decoder.readHeader(stream, 0, stream.length));
        assertArrayEquals(samples, decode(stream, samples.length));
        JpegLsHeader tall = JpegLsHeader.lossless(2, 70_000, 1, 12);
        short[] column = Pictures.of(tall, 2);
        assertArrayEquals(column, decode(Pictures.encode(tall, column), column.length));
    }

    @Test
    void bytesShortsAndPlanesAreTheSameSamples() {
        for (int bits : new int[] {8, 12}) {
            JpegLsHeader header = JpegLsHeader.lossless(19, 11, 3, bits).withInterleave(InterleaveMode.LINE);
            int size = bits > 8 ? 2 : 1;
            short[] samples = Pictures.of(header, 5);
            byte[] bytes = new byte[samples.length * size];
            byte[] planes = new byte[bytes.length];
            for (int i = 0; i < samples.length; i++) {
                int plane = i % 3 * 19 * 11 + i / 3;
                for (int b = 0; b < size; b++) {
                    bytes[i * size + b] = (byte) (samples[i] >> 8 * b);
                    planes[plane * size + b] = bytes[i * size + b];
                }
            }
            byte[] stream = Pictures.encode(header, samples);
            byte[] fromBytes = new byte[stream.length + 2];
            assertEquals(stream.length, JpegLsEncoder.create().encode(header, bytes, 0, fromBytes, 2));
            assertArrayEquals(stream, Arrays.copyOfRange(fromBytes, 2, fromBytes.length));
            byte[] fromPlanes = new byte[stream.length];
            assertEquals(stream.length, JpegLsEncoder.create().byPlane(true).encode(header, planes, 0, fromPlanes, 0));
            assertArrayEquals(stream, fromPlanes);
            byte[] target = new byte[bytes.length + 1];
            assertEquals(11, decoder.byPlane(false).decode(fromBytes, 2, stream.length, target, 1));
            assertArrayEquals(bytes, Arrays.copyOfRange(target, 1, target.length));
            decoder.byPlane(true).decode(stream, 0, stream.length, target, 0);
            assertArrayEquals(planes, Arrays.copyOf(target, planes.length));
            decoder.byPlane(false);
        }
    }

    @Test
    void oneDecoderServesFramesOfAnyShapeInTurn() {
        JpegLsEncoder encoder = JpegLsEncoder.create();
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            JpegLsHeader header = JpegLsHeader.lossless(1 + random.nextInt(50), 1 + random.nextInt(50),
                    1 + random.nextInt(4), 2 + random.nextInt(15)).withNear(random.nextInt(2));
            short[] samples = Pictures.of(header, round);
            byte[] target = new byte[samples.length * 9 + 100];
            int length = encoder.encode(header, samples, 0, target, 0);
            short[] back = new short[samples.length];
            decoder.decode(target, 0, length, back, 0);
            assertNear(samples, back, header.near(), header);
        }
    }

    @Test
    void bitsAboveThoseOfASampleArePassedOver() {
        JpegLsHeader header = JpegLsHeader.lossless(4, 1, 1, 12);
        byte[] stream = Pictures.encode(header, new short[] {-1, -2048, 5, 0x7123});
        assertArrayEquals(new short[] {0xFFF, 0x800, 5, 0x123}, decode(stream, 4));
    }

    @Test
    void targetThatIsTooSmallIsTold() {
        JpegLsHeader header = JpegLsHeader.lossless(20, 20, 1, 8);
        short[] samples = Pictures.of(header, 4);
        int length = Pictures.encode(header, samples).length;
        JpegLsEncoder encoder = JpegLsEncoder.create();
        for (int size = 0; size < length; size++) {
            assertEquals(-1, encoder.encode(header, samples, 0, new byte[size], 0));
        }
        assertEquals(length, encoder.encode(header, samples, 0, new byte[length], 0));
    }

    @Test
    void wrongArgumentsAreRefused() {
        JpegLsEncoder encoder = JpegLsEncoder.create();
        JpegLsHeader header = JpegLsHeader.lossless(2, 2, 1, 8);
        byte[] target = new byte[100];
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(header, new byte[3], 0, target, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(header, new byte[4], 1, target, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(header, new byte[4], 0, target, 101));
        assertThrows(IllegalArgumentException.class, () -> JpegLsHeader.lossless(0, 1, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> JpegLsHeader.lossless(1, 1, 5, 8));
        assertThrows(IllegalArgumentException.class, () -> JpegLsHeader.lossless(1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> JpegLsHeader.lossless(1, 1, 1, 17));
        assertThrows(IllegalArgumentException.class, () -> header.withNear(128));
        assertThrows(IllegalArgumentException.class, () -> header.withNear(-1));
        assertThrows(IllegalArgumentException.class, () -> header.withTransform(ColorTransform.HP1));
        assertThrows(IllegalArgumentException.class, () -> header.withRestartInterval(-1));
        assertThrows(IllegalArgumentException.class,
                () -> header.withPreset(new PresetParameters(255, 9, 8, 10, 64)));
        JpegLsHeader small = header.withPreset(new PresetParameters(200, 3, 7, 21, 64));
        assertThrows(IllegalArgumentException.class,
                () -> encoder.encode(small, new byte[] {0, 0, (byte) 201, 0}, 0, target, 0));
    }

    private short[] decode(byte[] stream, int samples) {
        short[] target = new short[samples];
        decoder.decode(stream, 0, stream.length, target, 0);
        return target;
    }

    private static void assertNear(short[] expected, short[] actual, int near, JpegLsHeader header) {
        for (int i = 0; i < expected.length; i++) {
            int difference = Math.abs((expected[i] & 0xFFFF) - (actual[i] & 0xFFFF));
            assertTrue(difference <= near, header + ": sample " + i + " is off by " + difference);
        }
    }
}
