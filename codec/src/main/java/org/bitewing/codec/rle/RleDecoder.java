package org.bitewing.codec.rle;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * Decodes one frame of RLE Lossless (PS3.5 Annex G) into an array of the caller.
 *
 * <p>Forgiven, as the meaning is clear: a missing pad byte, segments and frames that go on after the last pixel, runs
 * that cross lines, a count of segments that contradicts good offsets, offsets in any order. What cannot be read is a
 * {@link DicomException} with the byte offset in the frame, or, if {@link #partial(boolean) so asked}, a frame with
 * fewer complete lines.
 *
 * <p>A decoder may be used for any number of frames, by one thread at a time. It keeps a few kilobytes for each
 * segment, and allocates nothing for a frame of no more segments than one before.
 */
public final class RleDecoder {
    private final SegmentTable table = new SegmentTable();
    private final BytePlane plane = new BytePlane();
    private SegmentReader[] readers = {};
    private boolean byPlane;
    private boolean partial;
    private boolean leastSignificantFirst;
    private DicomException failure;

    private RleDecoder() {
    }

    /**
     * A decoder that writes the samples of a pixel side by side, and throws at the first error.
     *
     * @return a new decoder
     */
    public static RleDecoder create() {
        return new RleDecoder();
    }

    /**
     * Chooses the order of samples in the target.
     *
     * @param planes true for one plane after the other, which is Planar Configuration (0028,0006) of 1; false for the
     *               samples of a pixel side by side, which is the default
     * @return this decoder
     */
    public RleDecoder byPlane(boolean planes) {
        byPlane = planes;
        return this;
    }

    /**
     * Chooses what becomes of a frame that cannot be decoded to its end.
     *
     * @param keep true to keep what was decoded, the rest being zero, and to return the number of complete lines;
     *             {@link #failure()} then tells why. False to throw, which is the default
     * @return this decoder
     */
    public RleDecoder partial(boolean keep) {
        partial = keep;
        return this;
    }

    /**
     * Chooses the order of segments: the standard has the most significant byte of a sample first (PS3.5 G.2), a few
     * writers did the opposite.
     *
     * @param first true if the frame has the least significant byte first
     * @return this decoder
     */
    public RleDecoder leastSignificantFirst(boolean first) {
        leastSignificantFirst = first;
        return this;
    }

    /**
     * Why the last frame is not complete.
     *
     * @return the error, empty if the last call of {@code decode} returned all lines
     */
    public Optional<DicomException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Decodes a frame to bytes, little endian where a sample has more than one.
     *
     * @param source       holds the compressed frame, its fragments joined
     * @param offset       where the frame begins
     * @param length       bytes of the frame; more than needed is ignored
     * @param layout       the shape of the frame
     * @param target       takes {@link RleLayout#frameLength()} bytes
     * @param targetOffset where they begin
     * @return complete lines: all of them, unless {@link #partial(boolean)} is set
     * @throws DicomException            if the frame cannot be decoded; the target then holds what it may
     * @throws IndexOutOfBoundsException if source or target are too small for what the arguments say
     */
    public int decode(byte[] source, int offset, int length, RleLayout layout, byte[] target, int targetOffset) {
        Objects.checkFromIndexSize(offset, length, source.length);
        Objects.checkFromIndexSize(targetOffset, layout.frameLength(), target.length);
        if (partial) {
            Arrays.fill(target, targetOffset, targetOffset + layout.frameLength(), (byte) 0);
        }
        return decode(source, offset, length, layout, target, null, targetOffset);
    }

    /**
     * Decodes a frame of 16 bits allocated.
     *
     * @param source       holds the compressed frame, its fragments joined
     * @param offset       where the frame begins
     * @param length       bytes of the frame; more than needed is ignored
     * @param layout       the shape of the frame, of 16 bits allocated
     * @param target       takes pixels times samples per pixel values
     * @param targetOffset where they begin
     * @return complete lines: all of them, unless {@link #partial(boolean)} is set
     * @throws DicomException            if the frame cannot be decoded; the target then holds what it may
     * @throws IllegalArgumentException  if the layout has other than 16 bits allocated
     * @throws IndexOutOfBoundsException if source or target are too small for what the arguments say
     */
    public int decode(byte[] source, int offset, int length, RleLayout layout, short[] target, int targetOffset) {
        if (layout.bitsAllocated() != 16) {
            throw new IllegalArgumentException("short[] takes 16 bits allocated, not " + layout.bitsAllocated());
        }
        int samples = layout.pixels() * layout.samplesPerPixel();
        Objects.checkFromIndexSize(offset, length, source.length);
        Objects.checkFromIndexSize(targetOffset, samples, target.length);
        // Both bytes of a sample are added to what is there.
        Arrays.fill(target, targetOffset, targetOffset + samples, (short) 0);
        return decode(source, offset, length, layout, null, target, targetOffset);
    }

    /** Decodes to whichever of {@code bytes} and {@code shorts} is there; returns complete lines. */
    private int decode(byte[] source, int offset, int length, RleLayout layout, byte[] bytes, short[] shorts,
            int targetOffset) {
        failure = null;
        reserve(layout.segments());
        try {
            table.read(source, offset, length, layout.segments());
            for (int segment = 0; segment < layout.segments(); segment++) {
                open(segment, source, offset, layout);
            }
            int least = layout.pixels();
            int count;
            for (int first = 0; first < layout.pixels(); first += count) {
                count = Math.min(SegmentReader.PIECE, layout.pixels() - first);
                for (int segment = 0; segment < layout.segments(); segment++) {
                    int done = unpack(segment, first, count, offset, layout);
                    least = done < count ? Math.min(least, first + done) : least;
                    direct(segment, first, layout, bytes, shorts, targetOffset);
                    plane.put(readers[segment].bytes, count);
                    readers[segment].drop(count);
                }
            }
            return least / layout.columns();
        } catch (DicomException e) {
            note(e);
            return 0;
        } finally {
            plane.close();
            for (SegmentReader reader : readers) {
                reader.close();
            }
        }
    }

    private void reserve(int segments) {
        int have = readers.length;
        if (have < segments) {
            readers = Arrays.copyOf(readers, segments);
            for (int i = have; i < segments; i++) {
                readers[i] = new SegmentReader();
            }
        }
    }

    /** Begins a segment; one of which nothing can be read is empty. */
    private void open(int segment, byte[] source, int offset, RleLayout layout) {
        try {
            readers[segment].open(source, offset + table.start(segment),
                    offset + table.end(segment, layout.segments()));
        } catch (DicomException e) {
            note(e);
        }
    }

    /** Unpacks the bytes of some pixels; returns how many of them are there. */
    private int unpack(int segment, int first, int count, int offset, RleLayout layout) {
        int done = readers[segment].fill(count);
        if (done < count && failure == null) {
            note(error("Segment " + (segment + 1) + " ends after " + (first + done) + " of " + layout.pixels()
                    + " bytes", readers[segment].position() - offset));
        }
        return done;
    }

    /** Directs the plane to where the bytes of a segment go from a pixel on. */
    private void direct(int segment, int first, RleLayout layout, byte[] bytes, short[] shorts, int targetOffset) {
        int size = layout.bytesPerSample();
        int unit = bytes != null ? size : 1;
        int stride = byPlane ? unit : layout.samplesPerPixel() * unit;
        int start = targetOffset + segment / size * (byPlane ? layout.pixels() * unit : unit) + first * stride;
        int place = leastSignificantFirst ? segment % size : size - 1 - segment % size;
        if (bytes != null) {
            plane.open(bytes, start + place, stride);
        } else {
            plane.open(shorts, start, stride, 8 * place);
        }
    }

    /** Keeps the first error of a partial frame, or throws. */
    private void note(DicomException error) {
        if (!partial) {
            throw error;
        }
        if (failure == null) {
            failure = error;
        }
    }

    static DicomException error(String reason, long offset) {
        return new DicomException(reason, new Location("RLE frame", offset, TagPath.ROOT));
    }
}
