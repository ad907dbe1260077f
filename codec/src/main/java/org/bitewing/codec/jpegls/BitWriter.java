package org.bitewing.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes a stream: whole bytes for its segments, bits for its scans, first bit highest (14495-1 A.1). After a byte of
 * all ones the next one gets seven bits only. A target that is too small is not an error here but a fact,
 * {@link #isFull()}, that callers ask for in time.
 */
final class BitWriter {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] target;
    private int position;
    private boolean full;
    /** Bits that wait, the last one lowest. */
    private long buffer;
    private int bits;
    private boolean afterOnes;

    void start(byte[] newTarget, int offset) {
        target = newTarget;
        position = offset;
        full = false;
        buffer = 0;
        bits = 0;
        afterOnes = false;
    }

    /** Lets go of the target. */
    void close() {
        target = null;
    }

    int position() {
        return position;
    }

    /** True if something did not fit. */
    boolean isFull() {
        return full;
    }

    void putByte(int value) {
        if (position < target.length) {
            target[position++] = (byte) value;
        } else {
            full = true;
        }
    }

    void putShort(int value) {
        putByte(value >> 8);
        putByte(value);
    }

    void putMarker(int code) {
        putByte(0xFF);
        putByte(code);
    }

    /** Writes up to 32 bits. */
    void write(int value, int count) {
        buffer = buffer << count | value & (1L << count) - 1;
        bits += count;
        if (bits >= 32) {
            flush();
        }
    }

    private void flush() {
        int word = (int) (buffer >>> bits - 32);
        boolean hasOnes = ((~word - 0x01010101) & word & 0x80808080) != 0;
        if (!hasOnes && !afterOnes && target.length - position >= Integer.BYTES) {
            INT.set(target, position, word);
            position += Integer.BYTES;
            bits -= 32;
        } else {
            flushBytes();
        }
    }

    private void flushBytes() {
        while (bits >= 8) {
            int count = afterOnes ? 7 : 8;
            bits -= count;
            int value = (int) (buffer >>> bits) & (1 << count) - 1;
            putByte(value);
            afterOnes = value == 0xFF;
        }
    }

    /** Writes a Golomb code (14495-1 A.5.3); the counterpart of {@link BitReader#readGolomb}. */
    void writeGolomb(int mapped, int k, int longest, int errorBits) {
        int escape = longest - errorBits - 1;
        int zeros = mapped >> k;
        if (zeros < escape) {
            if (zeros + 1 + k <= 32) {
                write(1 << k | mapped & (1 << k) - 1, zeros + 1 + k);
            } else {
                writeZerosAndOne(zeros);
                write(mapped, k);
            }
        } else {
            writeZerosAndOne(escape);
            write(mapped - 1, errorBits);
        }
    }

    private void writeZerosAndOne(int zeros) {
        if (zeros > 31) {
            write(0, 31);
            write(1, zeros - 30);
        } else {
            write(1, zeros + 1);
        }
    }

    /** Ends a scan or a restart interval: fills the last byte with zeros, one more byte if it is all ones. */
    void endBits() {
        flushBytes();
        if (bits > 0 || afterOnes) {
            putByte((int) (buffer << (afterOnes ? 7 : 8) - bits) & (afterOnes ? 0x7F : 0xFF));
        }
        buffer = 0;
        bits = 0;
        afterOnes = false;
    }
}
