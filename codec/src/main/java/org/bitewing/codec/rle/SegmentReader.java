package org.bitewing.codec.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Unpacks one segment (PS3.5 G.3.2) piece by piece: so the pieces of all segments of a frame meet in the cache. A run is
 * never cut; what of it belongs to the next piece waits behind {@link #PIECE}.
 */
final class SegmentReader {
    /** The most bytes that can be asked for at once. */
    static final int PIECE = 4096;
    /** Bytes of the longest run, and of the longest that is written as one number. */
    private static final int LONGEST_RUN = 128;
    private static final int SHORT_RUN = 8;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;

    /** The next unpacked bytes, and how many they are. */
    final byte[] bytes = new byte[PIECE + LONGEST_RUN];
    private int available;

    private byte[] source = new byte[0];
    private int position;
    private int end;

    /** Begins a segment. */
    void open(byte[] newSource, int newPosition, int newEnd) {
        source = newSource;
        position = newPosition;
        end = newEnd;
        available = 0;
    }

    /** Lets go of the source; what follows is nothing. */
    void close() {
        open(bytes, 0, 0);
    }

    /** Index in the source of the byte behind those that are unpacked. */
    int position() {
        return position;
    }

    /** Forgets the first bytes, as many as were asked for. */
    void drop(int count) {
        available = Math.max(0, available - count);
        System.arraycopy(bytes, count, bytes, 0, available);
    }

    /**
     * Unpacks until so many bytes are there, or the segment ends; then the rest of them is zero.
     *
     * @param wanted how many, at most {@link #PIECE}
     * @return how many there are of these
     */
    int fill(int wanted) {
        byte[] from = source;
        byte[] to = bytes;
        int in = position;
        int out = available;
        while (out < wanted && in < end) {
            int control = from[in];
            int replicates = control >> 31;
            int run = (control ^ replicates) + 1 - replicates;
            if (run <= SHORT_RUN && in < end - SHORT_RUN) {
                putShortRun(from, in + 1, replicates, to, out);
                in += 1 + (run & ~replicates | 1 & replicates);
                out += run;
            } else if (control >= 0) {
                int here = Math.min(run, end - in - 1);
                System.arraycopy(from, in + 1, to, out, here);
                in += 1 + here;
                out += here;
            } else if (control == -128 || in + 1 == end) {
                in++; // no operation, or a run of which the value is missing
            } else {
                Arrays.fill(to, out, out + run, from[in + 1]);
                in += 2;
                out += run;
            }
        }
        position = in;
        available = out;
        if (out < wanted) {
            Arrays.fill(to, out, wanted, (byte) 0);
        }
        return Math.min(out, wanted);
    }

    /**
     * Most runs are short, and of which kind and length they are cannot be foreseen, so that each branch on it costs
     * more than the bytes. So eight bytes are written whatever the run is, and the next run overwrites what was too much.
     *
     * @param replicates all bits set for a replicate run, none for a literal one
     */
    private static void putShortRun(byte[] from, int in, long replicates, byte[] to, int out) {
        long literal = (long) EIGHT.get(from, in);
        long replicated = (literal & 0xFF) * EACH_BYTE;
        EIGHT.set(to, out, literal & ~replicates | replicated & replicates);
    }
}
