package org.bitewing.codec.jpeg;

import java.util.Objects;
import java.util.Optional;
import org.bitewing.DicomException;

/**
 * Decodes frames of ISO 10918-1: baseline, extended sequential, progressive and lossless, coded with Huffman or
 * arithmetic codes. Hierarchical frames are refused with an error that says so.
 *
 * <p>A decoder keeps its workspace, so that frames of one size after the first cost no allocation; it is not
 * thread-safe. What a stream asks for is checked against the target and the {@link DecodeOptions#limits() limits}
 * before anything is allocated. Errors are {@link DicomException}s whose {@link DicomException#location() location}
 * has the byte offset from the start of the stream.
 *
 * <p>Tolerated, because the meaning is clear: a missing EOI after complete data, fill bytes and bytes without meaning
 * between segments and after the last scan, an Se of 0 in sequential scans, category 16 of lossless differences (it has
 * no additional bits), and differences that only come out right modulo 2<sup>8</sup>. Where a stream says different
 * things about its colours, {@link ColourConversion#forFrame} says which wins.
 */
public final class JpegDecoder {
    private final DecodeOptions options;
    private final StreamParser parser = new StreamParser();
    private final EntropySegment segment = new EntropySegment();
    private final LosslessScan losslessScan = new LosslessScan();
    private final DctScan dctScan = new DctScan();
    private final FrameOutput output = new FrameOutput();
    private boolean tablesLoaded;
    private DicomException problem;

    /**
     * A decoder with an empty workspace.
     *
     * @param options how it decodes
     */
    public JpegDecoder(DecodeOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Reads what a stream says before its first entropy-coded byte.
     *
     * @param source the array that holds the stream
     * @param offset where the stream begins in it
     * @param length of the stream in bytes
     * @return the header, also of frames that need a DNL segment for their height
     * @throws DicomException where the stream is not JPEG, is hierarchical, or has no scan
     */
    public static FrameHeader readHeader(byte[] source, int offset, int length) {
        StreamParser parser = new StreamParser();
        parser.open(source, offset, length);
        if (!parser.nextScan()) {
            throw parser.reader.malformed("the stream has no scan");
        }
        return parser.header();
    }

    /**
     * Loads the tables of a stream in the abbreviated format for table specifications (10918-1 B.5) for all frames
     * after it. DICOM does not use this format.
     *
     * @param source the array that holds the stream
     * @param offset where the stream begins in it
     * @param length of the stream in bytes
     * @throws DicomException where the stream is not JPEG, or has a scan
     */
    public void loadTables(byte[] source, int offset, int length) {
        parser.tables.reset();
        parser.open(source, offset, length);
        try {
            if (parser.nextScan()) {
                throw parser.reader.malformed("a stream of tables with a scan");
            }
            tablesLoaded = true;
        } finally {
            parser.reader.close();
        }
    }

    /**
     * Decodes a frame of at most 8 bits.
     *
     * @param source       the array that holds the stream
     * @param offset       where the stream begins in it
     * @param length       of the stream in bytes
     * @param target       where the samples go, one byte each, unsigned; beyond the frame nothing is touched
     * @param targetOffset index of the first sample
     * @return how many lines were decoded: all of them, or fewer only if {@link DecodeOptions#keepPartial()}, and then
     *         {@link #problem()} tells why
     * @throws DicomException where the stream is bad, or its frame is of more bits or does not fit in the target
     */
    public int decode(byte[] source, int offset, int length, byte[] target, int targetOffset) {
        int room = room(target.length, targetOffset);
        int lines = decode(source, offset, length, room, 8);
        output.writeBytes(parser.frame, convertsToRgb(), options.planar(), lines, target, targetOffset);
        return lines;
    }

    /**
     * Decodes a frame of 2 to 16 bits.
     *
     * @param source       the array that holds the stream
     * @param offset       where the stream begins in it
     * @param length       of the stream in bytes
     * @param target       where the samples go, 16 bits each, unsigned; beyond the frame nothing is touched
     * @param targetOffset index of the first sample
     * @return how many lines were decoded: all of them, or fewer only if {@link DecodeOptions#keepPartial()}, and then
     *         {@link #problem()} tells why
     * @throws DicomException where the stream is bad, or its frame does not fit in the target
     */
    public int decode(byte[] source, int offset, int length, short[] target, int targetOffset) {
        int room = room(target.length, targetOffset);
        int lines = decode(source, offset, length, room, 16);
        output.writeShorts(parser.frame, convertsToRgb(), options.planar(), lines, target, targetOffset);
        return lines;
    }

    /**
     * Why the last frame was not decoded whole.
     *
     * @return the error that ended it, empty where there was none
     */
    public Optional<DicomException> problem() {
        return Optional.ofNullable(problem);
    }

    private static int room(int targetLength, int targetOffset) {
        if (targetOffset < 0 || targetOffset > targetLength) {
            throw new IllegalArgumentException("offset " + targetOffset + " is outside of a target of " + targetLength
                    + " samples");
        }
        return targetLength - targetOffset;
    }

    private boolean convertsToRgb() {
        Frame frame = parser.frame;
        if (frame.componentCount != 3 || options.colour() == ColourConversion.NONE) {
            return false;
        }
        return options.colour() == ColourConversion.YCBCR_TO_RGB || ColourConversion.isYcbcr(frame.process,
                frame.adobeTransform, frame.component(0).identifier, frame.component(1).identifier,
                frame.component(2).identifier, options.photometric());
    }

    private int decode(byte[] source, int offset, int length, int room, int precision) {
        problem = null;
        if (!tablesLoaded) {
            parser.tables.reset();
        }
        parser.tables.resetConditioning();
        parser.open(source, offset, length);
        boolean allocated = false;
        try {
            while (parser.nextScan()) {
                if (!allocated) {
                    checkSize(parser.frame, room, precision);
                    parser.frame.allocate();
                    allocated = true;
                }
                decodeScan();
                if (parser.isComplete()) {
                    break;
                }
            }
            parser.checkEnd();
        } catch (DicomException e) {
            if (!allocated || !options.keepPartial()) {
                throw e;
            }
            problem = e;
        } finally {
            parser.reader.close();
        }
        if (parser.frame.process.isProgressive()) {
            dctScan.transform(parser.frame);
        }
        return problem == null ? parser.frame.height : parser.frame.linesDone();
    }

    private void decodeScan() {
        parser.scan.begin(parser.frame, parser.tables);
        if (parser.frame.process.isLossless()) {
            losslessScan.decode(parser.frame, parser.scan, parser.tables, segment, parser.reader, options);
        } else {
            dctScan.decode(parser.frame, parser.scan, parser.tables, segment, parser.reader);
        }
    }

    private void checkSize(Frame frame, int room, int precision) {
        long pixels = (long) frame.width * frame.height;
        if (pixels > options.limits().pixels()) {
            throw Malformed.at(frame.offset, "frame of " + frame.width + " by " + frame.height
                    + " pixels is more than Limits.pixels() = " + options.limits().pixels());
        }
        long samples = pixels * frame.componentCount;
        if (samples > room) {
            throw Malformed.at(frame.offset, "frame of " + frame.width + " by " + frame.height + " pixels and "
                    + frame.componentCount + " components does not fit in a target of " + room + " samples");
        }
        if (frame.precision > precision) {
            throw Malformed.at(frame.offset, "frame of " + frame.precision + " bits does not fit in a target of bytes");
        }
        // Planes are padded to whole MCUs, which is little but for frames of a few samples a line.
        if (frame.planesLength() > Math.min(Integer.MAX_VALUE - 8, Math.max(1 << 20, 8 * samples))) {
            throw Malformed.at(frame.offset, "sampling factors that make much more of the frame's "
                    + samples + " samples");
        }
    }
}
