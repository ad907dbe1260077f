package org.bitewing.codec.jpegls;

import java.util.Objects;

/**
 * Encodes one frame as JPEG-LS (ISO/IEC 14495-1), lossless or near-lossless, with all that a {@link JpegLsHeader} can
 * tell. At the same parameters the stream has the bytes that other encoders of the standard give, for JPEG-LS leaves
 * an encoder no choice.
 *
 * <p>An encoder may be used for any number of frames, by one thread at a time. It allocates nothing for a frame after
 * the first of the same size and parameters.
 */
public final class JpegLsEncoder {
    private final FrameSource source = new FrameSource();
    private final BitWriter out = new BitWriter();
    private final FrameWriter writer = new FrameWriter(out);
    private final ScanEncoder scan = new ScanEncoder(source, out);

    private JpegLsEncoder() {
    }

    /**
     * An encoder of frames that have the samples of a pixel side by side.
     *
     * @return a new encoder
     */
    public static JpegLsEncoder create() {
        return new JpegLsEncoder();
    }

    /**
     * Says how the samples are ordered in the source.
     *
     * @param planes true for one plane after the other, which is Planar Configuration (0028,0006) of 1; false for the
     *               samples of a pixel side by side, which is the default
     * @return this encoder
     */
    public JpegLsEncoder byPlane(boolean planes) {
        source.byPlane = planes;
        return this;
    }

    /**
     * Encodes a frame of bytes: one for a sample of up to eight bits, otherwise two, little endian. Bits above those
     * of a sample are passed over.
     *
     * @param header       the shape of the frame, and how to encode it
     * @param samples      holds width times height times components samples
     * @param sampleOffset where they begin
     * @param target       takes the stream; its length cannot be known before, but is that of the native frame at most
     *                     unless there is little but noise
     * @param targetOffset where the stream begins
     * @return bytes written; -1 if the target is too small
     * @throws IllegalArgumentException  if a sample exceeds a MAXVAL that is not all ones
     * @throws IndexOutOfBoundsException if the source is too small, or an offset is outside
     */
    public int encode(JpegLsHeader header, byte[] samples, int sampleOffset, byte[] target, int targetOffset) {
        checkRoom(header.samples() * (header.bitsPerSample() > 8 ? 2 : 1), samples.length, sampleOffset);
        return encode(header, samples, null, sampleOffset, target, targetOffset);
    }

    /**
     * Encodes a frame of shorts, of any number of bits. Bits above those of a sample are passed over, as the sign of
     * a signed sample is.
     *
     * @param header       the shape of the frame, and how to encode it
     * @param samples      holds width times height times components samples
     * @param sampleOffset where they begin
     * @param target       takes the stream; its length cannot be known before, but is that of the native frame at most
     *                     unless there is little but noise
     * @param targetOffset where the stream begins
     * @return bytes written; -1 if the target is too small
     * @throws IllegalArgumentException  if a sample exceeds a MAXVAL that is not all ones
     * @throws IndexOutOfBoundsException if the source is too small, or an offset is outside
     */
    public int encode(JpegLsHeader header, short[] samples, int sampleOffset, byte[] target, int targetOffset) {
        checkRoom(header.samples(), samples.length, sampleOffset);
        return encode(header, null, samples, sampleOffset, target, targetOffset);
    }

    private static void checkRoom(long needed, int length, int offset) {
        Objects.checkFromIndexSize(offset, 0, length);
        if (needed > length - offset) {
            throw new IndexOutOfBoundsException("The frame needs " + needed + " elements, " + (length - offset)
                    + " are there");
        }
    }

    private int encode(JpegLsHeader header, byte[] bytes, short[] shorts, int offset, byte[] target,
            int targetOffset) {
        Objects.checkFromIndexSize(targetOffset, 0, target.length);
        int together = header.interleave() == InterleaveMode.NONE ? 1 : header.components();
        try {
            source.open(header, bytes, shorts, offset);
            out.start(target, targetOffset);
            writer.writeHeader(header);
            for (int first = 0; first < header.components() && !out.isFull(); first += together) {
                writer.writeScanHeader(header, first, together);
                scan.encode(header, first, together);
            }
            writer.writeEnd();
            return out.isFull() ? -1 : out.position() - targetOffset;
        } finally {
            source.close();
            out.close();
        }
    }
}
