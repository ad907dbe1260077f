package org.bitewing.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * The entropy-coded bits of a scan, first bit highest (14495-1 A.1, C.2.3). After a byte of all ones the next one has
 * seven bits only; eight would be a marker, where the bits end.
 *
 * <p>The next bits are kept in {@link #buffer}, left-aligned. Hot loops keep buffer and count in local variables and
 * store them before they call any method here.
 */
final class BitReader {
    /** So many bits are there after {@link #refill}, unless the data ends. */
    private static final int REFILLED = 49;
    /**
     * Codes of less zeros are cut from the buffer as they are: with a k of up to 16, the 32 bits that are there are
     * enough, and in regular mode none of them is an escape, for LIMIT less qbpp is 18 or more. Where there are less
     * bits, as the data ends, {@link #bits} becomes negative, and the next refill tells.
     */
    static final int SHORT_CODE = 16;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The next bits, from the highest down. */
    long buffer;
    /** How many bits of the buffer count; negative if more were taken than there are. */
    int bits;
    private byte[] source;
    private int origin;
    private int position;
    private int end;

    /** Begins at a byte; {@code origin} is where the stream begins, for places in errors. */
    void start(byte[] newSource, int newOrigin, int from, int newEnd) {
        source = newSource;
        origin = newOrigin;
        position = from;
        end = newEnd;
        buffer = 0;
        bits = 0;
    }

    /** Lets go of the stream; the position stays. */
    void close() {
        source = null;
    }

    /** The first byte that is not in the buffer; never beyond a marker. */
    int position() {
        return position;
    }

    /**
     * Fills the buffer.
     *
     * @throws DicomException if more bits were taken than there are
     */
    void refill() {
        checkNotExhausted();
        if (position <= end - Long.BYTES) {
            long next = (long) LONG.get(source, position);
            // No byte of all ones: the classic test for a zero byte, on the complement.
            if (((~next - LOW_BITS) & next & HIGH_BITS) == 0) {
                // Bits beyond the last whole byte come again with the next refill, at the same place.
                buffer |= next >>> bits;
                int bytes = 63 - bits >>> 3;
                position += bytes;
                bits += bytes << 3;
                return;
            }
        }
        refillByBytes();
    }

    private void refillByBytes() {
        while (bits < REFILLED && position < end) {
            int value = source[position] & 0xFF;
            if (value != 0xFF) {
                buffer |= (long) value << 56 - bits;
                bits += 8;
                position++;
            } else if (position + 1 < end && source[position + 1] >= 0) {
                buffer |= (long) (0x7F80 | source[position + 1]) << 49 - bits;
                bits += 15;
                position += 2;
            } else {
                return;
            }
        }
    }

    /**
     * To be asked at the end of each line.
     *
     * @throws DicomException if more bits were taken than there are
     */
    void checkNotExhausted() {
        if (bits < 0) {
            throw exhausted();
        }
    }

    int readBit() {
        if (bits < 1) {
            refill();
            if (bits < 1) {
                throw exhausted();
            }
        }
        int bit = (int) (buffer >>> 63);
        buffer <<= 1;
        bits--;
        return bit;
    }

    /** Reads up to 31 bits. */
    int readBits(int count) {
        if (bits < count) {
            refill();
            if (bits < count) {
                throw exhausted();
            }
        }
        int value = (int) (buffer >>> 1 >>> 63 - count);
        buffer <<= count;
        bits -= count;
        return value;
    }

    /**
     * Reads a Golomb code of any length (14495-1 A.5.3).
     *
     * @param k         the Golomb parameter
     * @param longest   LIMIT, for run interruption less what 14495-1 A.7.2 says
     * @param errorBits qbpp
     */
    int readGolomb(int k, int longest, int errorBits) {
        int escape = longest - errorBits - 1;
        if (bits < 32) {
            refill();
        }
        int zeros = Long.numberOfLeadingZeros(buffer);
        if (zeros < SHORT_CODE && zeros < escape) {
            buffer = buffer << zeros << 1;
            int low = (int) (buffer >>> 1 >>> ~k); // by 63 - k: only six bits of a shift count
            buffer <<= k;
            bits -= zeros + 1 + k;
            return (zeros << k) + low;
        }
        return readLongGolomb(k, escape, errorBits);
    }

    private int readLongGolomb(int k, int escape, int errorBits) {
        int zeros = readZeros(escape);
        if (zeros == escape) {
            return readBits(errorBits) + 1;
        }
        return (zeros << k) + readBits(k & 31);
    }

    /** Reads zeros up to the next one, which is read as well. */
    private int readZeros(int most) {
        int zeros = 0;
        while (true) {
            if (bits < 32) {
                refill();
                if (bits == 0) {
                    throw exhausted();
                }
            }
            int here = Math.min(Long.numberOfLeadingZeros(buffer), bits);
            zeros += here;
            if (zeros > most) {
                throw error("Golomb code of more than " + most + " zeros");
            }
            if (here < bits) {
                buffer = buffer << here << 1;
                bits -= here + 1;
                return zeros;
            }
            buffer = 0;
            bits = 0;
        }
    }

    private DicomException exhausted() {
        bits = 0;
        return error(position < end ? "The scan ends too early, at a marker" : "The stream ends within a scan");
    }

    /** An error at about the next bit. */
    DicomException error(String reason) {
        return error(reason, position - (bits >> 3) - origin);
    }

    static DicomException error(String reason, long offset) {
        return new DicomException(reason, new Location("JPEG-LS stream", offset, TagPath.ROOT));
    }
}
