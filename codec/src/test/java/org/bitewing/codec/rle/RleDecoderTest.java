package org.bitewing.codec.rle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.junit.jupiter.api.Test;

/** What {@link RleDecoder} makes of frames written by hand. */
class RleDecoderTest {
    private static final RleLayout ROW_OF_SIX = new RleLayout(1, 6, 1, 8);

    @Test
    void literalAndReplicateRunsAndNoOperationAreUnpacked() {
        byte[] frame = frame(bytes(1, 10, 20, -128, -2, 30, 0, 40));
        assertArrayEquals(bytes(10, 20, 30, 30, 30, 40), decode(frame, ROW_OF_SIX));
    }

    @Test
    void runsMayCrossLines() {
        byte[] frame = frame(bytes(-5, 7));
        assertArrayEquals(bytes(7, 7, 7, 7, 7, 7), decode(frame, new RleLayout(3, 2, 1, 8)));
    }

    @Test
    void firstSegmentHoldsTheMostSignificantBytes() {
        byte[] frame = frame(bytes(1, 0x12, 0x56), bytes(1, 0x34, 0x78));
        RleLayout layout = new RleLayout(1, 2, 1, 16);
        assertArrayEquals(bytes(0x34, 0x12, 0x78, 0x56), decode(frame, layout));
        short[] values = {-1, -1, -1};
        RleDecoder.create().decode(frame, 0, frame.length, layout, values, 1);
        assertArrayEquals(new short[] {-1, 0x1234, 0x5678}, values);
        byte[] reversed = new byte[4];
        RleDecoder.create().leastSignificantFirst(true).decode(frame, 0, frame.length, layout, reversed, 0);
        assertArrayEquals(bytes(0x12, 0x34, 0x56, 0x78), reversed);
    }

    @Test
    void samplesAreInterleavedOrInPlanesAsAsked() {
        byte[] frame = frame(bytes(1, 1, 2), bytes(1, 3, 4), bytes(1, 5, 6));
        RleLayout layout = new RleLayout(1, 2, 3, 8);
        assertArrayEquals(bytes(1, 3, 5, 2, 4, 6), decode(frame, layout));
        byte[] planes = new byte[6];
        RleDecoder.create().byPlane(true).decode(frame, 0, frame.length, layout, planes, 0);
        assertArrayEquals(bytes(1, 2, 3, 4, 5, 6), planes);
    }

    @Test
    void offsetsOfSourceAndTargetAreKept() {
        byte[] frame = frame(bytes(-5, 9));
        byte[] source = new byte[frame.length + 10];
        System.arraycopy(frame, 0, source, 7, frame.length);
        byte[] target = new byte[8];
        RleDecoder.create().decode(source, 7, frame.length, ROW_OF_SIX, target, 1);
        assertArrayEquals(bytes(0, 9, 9, 9, 9, 9, 9, 0), target);
    }

    @Test
    void noiseAfterTheLastPixelIsIgnored() {
        byte[] frame = frame(bytes(-5, 9, -60, 1, 127, 3, 4), bytes(-20, 8, 99, 99));
        assertArrayEquals(bytes(8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9), decode(frame, new RleLayout(1, 6, 1, 16)));
    }

    @Test
    void missingPadByteIsForgiven() {
        byte[] frame = frame(bytes(5, 1, 2, 3, 4, 5, 6));
        assertEquals(1, frame.length % 2);
        assertArrayEquals(bytes(1, 2, 3, 4, 5, 6), decode(frame, ROW_OF_SIX));
    }

    @Test
    void wrongCountBesideGoodOffsetsIsForgiven() {
        byte[] frame = frame(bytes(-5, 1), bytes(-5, 2));
        frame[0] = 9;
        assertArrayEquals(bytes(2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1), decode(frame, new RleLayout(1, 6, 1, 16)));
    }

    @Test
    void frameOfAnotherNumberOfSegmentsIsAnError() {
        byte[] frame = frame(bytes(-5, 1), bytes(-5, 2));
        DicomException error = assertThrows(DicomException.class, () -> decode(frame, ROW_OF_SIX));
        assertEquals(0, error.location().offset());
        assertEquals("RLE frame", error.location().source());
        assertTrue(error.reason().contains("counts 2 segments where the frame needs 1"), error.reason());
    }

    @Test
    void offsetOutsideIsAnErrorAtTheOffset() {
        byte[] frame = frame(bytes(-5, 1), bytes(-5, 2));
        frame[8] = (byte) frame.length;
        RleLayout layout = new RleLayout(1, 6, 1, 16);
        assertEquals(8, assertThrows(DicomException.class, () -> decode(frame, layout)).location().offset());
        frame[8] = 5;
        assertThrows(DicomException.class, () -> decode(frame, layout));
        frame[11] = -1;
        assertThrows(DicomException.class, () -> decode(frame, layout));
    }

    @Test
    void shortSegmentIsAnErrorWhereItEnds() {
        byte[] frame = frame(bytes(-1, 1, 2, 5, 5, 5), bytes(-5, 2));
        DicomException error = assertThrows(DicomException.class, () -> decode(frame, new RleLayout(1, 6, 1, 16)));
        assertEquals(70, error.location().offset());
        assertTrue(error.reason().contains("Segment 1 ends after 5 of 6 bytes"), error.reason());
    }

    @Test
    void partialFrameKeepsWhatWasDecodedAndClearsTheRest() {
        byte[] frame = frame(bytes(-4, 1), bytes(-5, 2));
        RleLayout layout = new RleLayout(3, 2, 1, 16);
        RleDecoder decoder = RleDecoder.create().partial(true);
        byte[] target = new byte[12];
        Arrays.fill(target, (byte) 99);
        assertEquals(2, decoder.decode(frame, 0, frame.length, layout, target, 0));
        assertArrayEquals(bytes(2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 0), target);
        assertEquals(66, decoder.failure().orElseThrow().location().offset());
        short[] values = new short[6];
        assertEquals(2, decoder.decode(frame, 0, frame.length, layout, values, 0));
        assertArrayEquals(new short[] {0x102, 0x102, 0x102, 0x102, 0x102, 2}, values);
        byte[] good = frame(bytes(-5, 1), bytes(-5, 2));
        assertEquals(3, decoder.decode(good, 0, good.length, layout, target, 0));
        assertTrue(decoder.failure().isEmpty());
    }

    @Test
    void frameWithoutHeaderIsAnErrorAndNoLineInPart() {
        byte[] frame = new byte[63];
        assertThrows(DicomException.class, () -> decode(frame, ROW_OF_SIX));
        RleDecoder decoder = RleDecoder.create().partial(true);
        byte[] target = bytes(1, 1, 1, 1, 1, 1);
        assertEquals(0, decoder.decode(frame, 0, 63, ROW_OF_SIX, target, 0));
        assertArrayEquals(new byte[6], target);
    }

    @Test
    void argumentsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(0, 1, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(1, 65536, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(1, 1, 5, 8));
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(1, 1, 1, 12));
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(1, 1, 4, 32));
        assertThrows(IllegalArgumentException.class, () -> new RleLayout(65535, 65535, 1, 8));
        byte[] frame = frame(bytes(-5, 9));
        RleDecoder decoder = RleDecoder.create();
        assertThrows(IndexOutOfBoundsException.class,
                () -> decoder.decode(frame, 0, frame.length, ROW_OF_SIX, new byte[5], 0));
        assertThrows(IndexOutOfBoundsException.class,
                () -> decoder.decode(frame, 1, frame.length, ROW_OF_SIX, new byte[6], 0));
        assertThrows(IllegalArgumentException.class,
                () -> decoder.decode(frame, 0, frame.length, ROW_OF_SIX, new short[6], 0));
    }

    /** Writes runs of all kinds and lengths, and the bytes that they stand for. */
    private static byte[] randomSegment(Random random, byte[] plane) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        for (int at = 0; at < plane.length;) {
            int run = Math.min(plane.length - at, 1 + random.nextInt(random.nextBoolean() ? 10 : 128));
            if (random.nextInt(9) == 0) {
                segment.write(-128);
            }
            if (run > 1 && random.nextBoolean()) {
                Arrays.fill(plane, at, at + run, (byte) random.nextInt());
                segment.write(1 - run);
                segment.write(plane[at]);
            } else {
                for (int i = at; i < at + run; i++) {
                    plane[i] = (byte) random.nextInt();
                }
                segment.write(run - 1);
                segment.write(plane, at, run);
            }
            at += run;
        }
        return segment.toByteArray();
    }

    @Test
    void runsOfAllKindsAndLengthsAreUnpackedToTheirPlaces() {
        Random random = new Random(5);
        for (int samples = 1; samples <= 4; samples++) {
            RleLayout layout = new RleLayout(100, 131, samples, 8);
            byte[][] planes = new byte[samples][layout.pixels()];
            byte[][] segments = new byte[samples][];
            byte[] expected = new byte[layout.frameLength()];
            for (int i = 0; i < samples; i++) {
                segments[i] = randomSegment(random, planes[i]);
                for (int pixel = 0; pixel < layout.pixels(); pixel++) {
                    expected[pixel * samples + i] = planes[i][pixel];
                }
            }
            byte[] frame = frame(segments);
            assertArrayEquals(expected, decode(frame, layout));

            // The last segment is cut: its samples end somewhere, and are zero from there on.
            byte[] cut = Arrays.copyOf(frame, frame.length - 5000);
            RleDecoder decoder = RleDecoder.create().partial(true);
            byte[] target = new byte[expected.length];
            Arrays.fill(target, (byte) 99);
            int lines = decoder.decode(cut, 0, cut.length, layout, target, 0);
            assertTrue(lines > 10 && lines < 90, lines + " lines");
            assertEquals(cut.length, decoder.failure().orElseThrow().location().offset());
            int whole = lines * layout.columns();
            for (int pixel = 0; pixel < layout.pixels(); pixel++) {
                for (int i = 0; i < samples; i++) {
                    byte sample = target[pixel * samples + i];
                    boolean isCut = i == samples - 1 && pixel >= whole + layout.columns();
                    boolean mayBeCut = i == samples - 1 && pixel >= whole && !isCut;
                    assertTrue(sample == (isCut ? 0 : planes[i][pixel]) || mayBeCut && sample == 0);
                }
            }
        }
    }

    private static byte[] decode(byte[] frame, RleLayout layout) {
        byte[] target = new byte[layout.frameLength()];
        assertEquals(layout.rows(), RleDecoder.create().decode(frame, 0, frame.length, layout, target, 0));
        return target;
    }

    private static byte[] frame(byte[]... segments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] header = new byte[64];
        header[0] = (byte) segments.length;
        int offset = 64;
        for (int i = 0; i < segments.length; i++) {
            header[4 + 4 * i] = (byte) offset;
            header[5 + 4 * i] = (byte) (offset >> 8);
            header[6 + 4 * i] = (byte) (offset >> 16);
            offset += segments[i].length;
        }
        out.writeBytes(header);
        for (byte[] segment : segments) {
            out.writeBytes(segment);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
