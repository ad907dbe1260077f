package org.bitewing.io;

import java.io.EOFException;
import java.io.IOException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** The bytes of values (PS3.5 6.2, 7.3): in the byte order of where they stand, and of even length. */
final class Values {
    private Values() {
    }

    /** Where a value that comes in pieces is taken from: whole multiples of 8 bytes, but for the last piece. */
    interface Pieces {
        /** At least one byte, at most {@code count}; -1 at the end. */
        int read(byte[] target, int offset, int count) throws IOException;
    }

    /** A value in memory, to be copied in parts. */
    interface Part {
        void copyTo(int from, byte[] target, int at, int count);
    }

    /** Swaps, pads and counts a value that lies at the output's position, with room for a byte behind it. */
    static void finish(Output out, OpenLevel level, int size, int vrCode) {
        byte[] bytes = out.bytes;
        int at = out.position;
        if (level.bigEndian) {
            ByteOrders.swap(bytes, at, size, VR.of(vrCode).unit());
        }
        int even = size;
        if ((size & 1) != 0) {
            bytes[at + size] = VR.of(vrCode).padding();
            even++;
        }
        out.position = at + even;
    }

    /** A value that does not fit the buffer with its padding. */
    static void write(Output out, OpenLevel level, int tag, int vrCode, int size, Part value) throws IOException {
        int[] from = {0};
        write(out, level, tag, vrCode, size, (target, at, count) -> {
            value.copyTo(from[0], target, at, count);
            from[0] += count;
            return count;
        });
    }

    /** A value of any size, through the buffer. */
    static void write(Output out, OpenLevel level, int tag, int vrCode, long size, Pieces value) throws IOException {
        int unit = level.bigEndian ? VR.of(vrCode).unit() : 1;
        long left = size;
        while (left > 0) {
            if (out.room() < left && out.position > 0) {
                out.flush();
            }
            int wanted = left <= out.room() ? (int) left : out.room() & ~7;
            int count = value.read(out.bytes, out.position, wanted);
            if (count <= 0) {
                throw new EOFException("the value of " + Tag.toString(tag) + " ends " + left + " bytes early");
            }
            ByteOrders.swap(out.bytes, out.position, count, unit);
            out.position += count;
            left -= count;
        }
        pad(out, size, vrCode);
    }

    /** Makes the length of a value even that has just been written. */
    static void pad(Output out, long size, int vrCode) throws IOException {
        if ((size & 1) != 0) {
            out.require(1);
            out.bytes[out.position++] = VR.of(vrCode).padding();
        }
    }
}
