package org.bitewing.codec.jpegls;

import java.util.Objects;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Limits;

/**
 * Decodes one frame of JPEG-LS (ISO/IEC 14495-1), lossless or near-lossless, into an array of the caller.
 *
 * <p>Read are 2 to 16 bits, 1 to 4 components of any interleave mode, preset parameters, restart intervals, oversize
 * dimensions, a late number of lines (DNL), evenly subsampled components (each sample is repeated to the size of the
 * frame), and the colour transforms of Hewlett-Packard's software, which are undone. Refused are mapping tables: DICOM
 * has palettes of its own and nothing that would carry the mapped depth (PS3.5 8.2.3). The samples are unsigned; a
 * signed pixel representation has to be extended by the caller.
 *
 * <p>Forgiven: a missing EOI, fill and stray bytes before markers, application data of any kind. What cannot be read
 * is a {@link DicomException} with the byte offset in the stream, or, if {@link #partial(boolean) so asked}, a frame
 * with fewer complete lines.
 *
 * <p>A decoder may be used for any number of frames, by one thread at a time. It allocates nothing for a frame after
 * the first of the same size and parameters; what it keeps are two lines of the widest frame and a table of twice the
 * largest sample.
 */
public final class JpegLsDecoder {
    private final FrameReader frame;
    private final FrameTarget target = new FrameTarget();
    private final ScanDecoder scan;
    private boolean partial;
    private DicomException failure;

    private JpegLsDecoder(Limits limits) {
        frame = new FrameReader(limits);
        scan = new ScanDecoder(frame, target);
    }

    /**
     * A decoder that writes the samples of a pixel side by side, and throws at the first error.
     *
     * @param limits bounds the pixels of a frame
     * @return a new decoder
     */
    public static JpegLsDecoder within(Limits limits) {
        return new JpegLsDecoder(Objects.requireNonNull(limits, "limits"));
    }

    /**
     * Chooses the order of samples in the target.
     *
     * @param planes true for one plane after the other, which is Planar Configuration (0028,0006) of 1; false for the
     *               samples of a pixel side by side, which is the default
     * @return this decoder
     */
    public JpegLsDecoder byPlane(boolean planes) {
        target.byPlane = planes;
        return this;
    }

    /**
     * Chooses what becomes of a frame that cannot be decoded to its end.
     *
     * @param keep true to keep what was decoded, the rest being zero, and to return the number of complete lines;
     *             {@link #failure()} then tells why. False to throw, which is the default. What is wrong before the
     *             first sample is thrown in any case
     * @return this decoder
     */
    public JpegLsDecoder partial(boolean keep) {
        partial = keep;
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
     * Reads what the stream says of its frame, without decoding.
     *
     * @param source holds the stream
     * @param offset where it begins
     * @param length bytes of the stream; more than needed is ignored
     * @return the facts of the frame, within the limits
     * @throws DicomException            if they cannot be read, or are not those of a JPEG-LS frame
     * @throws IndexOutOfBoundsException if the source is too small for what the arguments say
     */
    public JpegLsHeader readHeader(byte[] source, int offset, int length) {
        return readFrame(source, offset, length).header();
    }

    /** As {@link #readHeader}, the facts being where this decoder keeps them, so that they cost no object. */
    FrameReader readFrame(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        try {
            frame.readHeader(source, offset, length);
            return frame;
        } finally {
            frame.close();
        }
    }

    /**
     * Decodes a frame to bytes: one for a sample of up to eight bits, otherwise two, little endian.
     *
     * @param source       holds the stream
     * @param offset       where it begins
     * @param length       bytes of the stream; more than needed is ignored
     * @param samples      takes width times height times components samples
     * @param sampleOffset where they begin
     * @return complete lines: all of them, unless {@link #partial(boolean)} is set
     * @throws DicomException            if the frame cannot be decoded, or does not fit; the target then holds what
     *                                   it may
     * @throws IndexOutOfBoundsException if the source is too small for what the arguments say, or an offset is outside
     */
    public int decode(byte[] source, int offset, int length, byte[] samples, int sampleOffset) {
        Objects.checkFromIndexSize(sampleOffset, 0, samples.length);
        return decode(source, offset, length, samples, null, sampleOffset);
    }

    /**
     * Decodes a frame of any number of bits to shorts, which hold unsigned values.
     *
     * @param source       holds the stream
     * @param offset       where it begins
     * @param length       bytes of the stream; more than needed is ignored
     * @param samples      takes width times height times components samples
     * @param sampleOffset where they begin
     * @return complete lines: all of them, unless {@link #partial(boolean)} is set
     * @throws DicomException            if the frame cannot be decoded, or does not fit; the target then holds what
     *                                   it may
     * @throws IndexOutOfBoundsException if the source is too small for what the arguments say, or an offset is outside
     */
    public int decode(byte[] source, int offset, int length, short[] samples, int sampleOffset) {
        Objects.checkFromIndexSize(sampleOffset, 0, samples.length);
        return decode(source, offset, length, null, samples, sampleOffset);
    }

    private int decode(byte[] source, int offset, int length, byte[] bytes, short[] shorts, int targetOffset) {
        Objects.checkFromIndexSize(offset, length, source.length);
        failure = null;
        try {
            frame.readHeader(source, offset, length);
            target.open(frame, bytes, shorts, targetOffset);
            if (partial) {
                target.clear();
            }
            scan.reset();
            decodeScans();
            int lines = scan.completeLines();
            if (frame.transform != ColorTransform.NONE) {
                target.undo(frame.transform, frame.bitsPerSample, lines);
            }
            return lines;
        } finally {
            // The arrays are the caller's; a decoder that waits for the next frame should not keep them alive.
            frame.close();
            scan.close();
            target.close();
        }
    }

    private void decodeScans() {
        try {
            scan.decode();
            while (scan.completeLines() < frame.height) {
                frame.readNextScan(scan.position());
                scan.decode();
            }
        } catch (DicomException e) {
            if (!partial) {
                throw e;
            }
            failure = e;
        }
    }
}
