package org.bitewing.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bitewing.DicomException;

/**
 * The bits of one entropy-coded segment (10918-1 B.1.1.5), which is a whole scan or one restart interval of it.
 *
 * <p>The segment is first copied without its stuffed zero bytes (F.1.2.3), up to the marker that ends it, and zero
 * bytes are put behind it. So the readers of bits need not look for {@code 0xFF}: they fill a 64-bit buffer with one
 * unaligned read, and cannot leave the array, because they check for the end once a block or a few samples, and what
 * they may read in between is less than the {@link #SLACK} behind the end.
 *
 * <p>The fields {@link #bits}, {@link #count} and {@link #position} are the state of the buffer: hot loops copy them to
 * local variables, work, and put them back. To fill it:
 * <pre>
 * bits |= word(bytes, position) &gt;&gt;&gt; count;
 * position += 63 - count &gt;&gt; 3;
 * count |= 56;
 * </pre>
 * That adds as many whole bytes as fit; the lower bits of the word that did not fit whole are overwritten by themselves
 * with the next read.
 */
final class EntropySegment {
    /** A block takes at most 64 codes of 16 bits with 16 bits behind, and the buffer is 8 bytes ahead. */
    static final int SLACK = 64 * 4 + 64;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    byte[] bytes = new byte[0];
    /** How many of {@link #bytes} are of the segment. */
    int length;
    /** Unread bits, the next one highest; below the first {@link #count} they are not valid. */
    long bits;
    int count;
    /** Index of the byte behind those in {@link #bits}. */
    int position;

    /** Whether a marker ended the segment, rather than the end of the stream. */
    private boolean endedByMarker;
    private int sourceStart;
    private CodestreamReader reader;

    static long word(byte[] bytes, int index) {
        return (long) WORD.get(bytes, index);
    }

    /** Takes the segment that begins at the reader's position, and leaves the reader before the marker that ends it. */
    void load(CodestreamReader newReader) {
        reader = newReader;
        sourceStart = reader.position();
        long needed = (long) reader.end() - sourceStart + SLACK + 8;
        if (bytes.length < needed) {
            // Some more, for the next frame may compress to a little more.
            bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8, needed + needed / 4)];
        }
        reader.position(unstuff(reader.source(), sourceStart, reader.end()));
        Arrays.fill(bytes, length, length + SLACK, (byte) 0);
        bits = 0;
        count = 0;
        position = 0;
    }

    /**
     * Copies up to a marker without stuffed bytes.
     *
     * @return where the marker is, or the end
     */
    private int unstuff(byte[] source, int from, int end) {
        byte[] to = bytes;
        int in = from;
        int out = 0;
        endedByMarker = false;
        while (true) {
            // Eight bytes at a time while none of them is 0xFF, that is while no byte of the complement is zero.
            while (in <= end - 8) {
                long word = (long) WORD.get(source, in);
                if ((~word - LOW_BITS & word & HIGH_BITS) != 0) {
                    break;
                }
                WORD.set(to, out, word);
                in += 8;
                out += 8;
            }
            int stop = Math.min(in + 8, end);
            for (; in < stop; in++) {
                byte next = source[in];
                if (next == (byte) 0xFF) {
                    int behind = in + 1;
                    while (behind < end && source[behind] == (byte) 0xFF) {
                        behind++;
                    }
                    if (behind == end || source[behind] != 0) {
                        endedByMarker = behind < end;
                        length = out;
                        return behind < end ? behind - 1 : end;
                    }
                    in = behind;
                }
                to[out++] = next;
            }
            if (in >= end) {
                length = out;
                return end;
            }
        }
    }

    /**
     * Goes on with the next restart interval (F.2.1.3.1).
     *
     * @param interval how many intervals were before
     */
    void restart(int interval) {
        int expected = Marker.RST0 + (interval - 1 & 7);
        int at = reader.offset();
        int marker = reader.nextMarker();
        if (marker != expected) {
            throw Malformed.at(at, "RST" + (expected & 7) + " expected between restart intervals, "
                    + (marker < 0 ? "the stream ends" : "marker FF" + Integer.toHexString(marker).toUpperCase()
                    + " found"));
        }
        load(reader);
    }

    /** Whether more bits were taken than there are. */
    boolean isOverrun() {
        return position - (count >> 3) > length;
    }

    /** Whether the stream was cut in this segment. */
    boolean isCut() {
        return !endedByMarker;
    }

    void checkOverrun() {
        if (isOverrun()) {
            throw malformed(endedByMarker
                    ? "the entropy-coded segment ends before its data is complete"
                    : "the stream ends before the entropy-coded data is complete");
        }
    }

    /** An error at the byte where the next bit is. */
    DicomException malformed(String reason) {
        int consumed = Math.min(length, Math.max(0, position - (count >> 3)));
        byte[] source = reader.source();
        int in = sourceStart;
        for (int i = 0; i < consumed; i++, in++) {
            if (source[in] == (byte) 0xFF) {
                while (in + 1 < reader.end() && source[in + 1] == (byte) 0xFF) {
                    in++;
                }
                in++;
            }
        }
        return Malformed.at(reader.offset(in), reason);
    }

    private void fill() {
        if (position > length + 8) {
            throw malformed("the entropy-coded data ends too early");
        }
        bits |= word(bytes, position) >>> count;
        position += 63 - count >> 3;
        count |= 56;
    }

    /** The next bits as a number; for all but the hottest loops. */
    int read(int howMany) {
        if (howMany == 0) {
            return 0;
        }
        if (count < howMany) {
            fill();
        }
        int value = (int) (bits >>> 64 - howMany);
        bits <<= howMany;
        count -= howMany;
        return value;
    }

    /** The next symbol of a table (F.2.2.3 DECODE). */
    int symbol(HuffmanTable table) {
        if (count < 16) {
            fill();
        }
        int entry = table.lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
        if ((entry & HuffmanTable.COMPLETE) != 0) {
            int symbol = entry >> 8 & 0xFF;
            return consume(symbol, (entry & HuffmanTable.LENGTH) - (symbol & 15));
        }
        if (entry == 0) {
            entry = table.longCode((int) (bits >>> 48));
            if (entry < 0) {
                throw malformed("bits that are no Huffman code");
            }
        }
        return consume(entry >> 8 & 0xFF, entry & HuffmanTable.LENGTH);
    }

    private int consume(int symbol, int length) {
        bits <<= length;
        count -= length;
        return symbol;
    }
}
