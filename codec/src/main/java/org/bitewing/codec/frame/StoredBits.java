package org.bitewing.codec.frame;

import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/**
 * Where the bits of a sample are: a compressed stream has unsigned samples of so many bits, its precision; a native
 * sample has Bits Stored below High Bit in Bits Allocated (PS3.5 8.1.1).
 *
 * <p>A stream of as many bits as are stored, or fewer, has what is stored: it is shifted to the high bit. A stream of
 * more has the low bits of the native sample as they were. Signed samples are extended from the highest bit of a
 * stream that has all stored bits; in a stream with fewer bits the highest one is no sign.
 */
public final class StoredBits {
    private StoredBits() {
    }

    /**
     * The error of a frame that is not as the data set says.
     *
     * @param reason what is wrong
     * @return the error
     */
    public static DicomException mismatch(String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason, Location.of("compressed frame"), -1, -1);
    }

    /**
     * Refuses a stream whose frame is not that of the data set.
     *
     * @param width      of the stream's frame
     * @param height     of the stream's frame
     * @param components of the stream's frame
     * @param precision  bits of its samples
     * @param layout     of the data set
     * @throws DicomException where they differ, or the samples do not fit
     */
    public static void check(int width, int height, int components, int precision, ImageLayout layout) {
        if (width != layout.columns() || height != layout.rows() || components != layout.samplesPerPixel()) {
            throw mismatch("the stream has " + width + " by " + height + " pixels of " + components
                    + " components, the data set " + layout.columns() + " by " + layout.rows() + " of "
                    + layout.samplesPerPixel());
        }
        if (precision > layout.bitsAllocated()) {
            throw mismatch("the stream has samples of " + precision + " bits, the data set has " + layout.bitsAllocated()
                    + " bits allocated");
        }
    }

    /**
     * Refuses what a stream of at most 16 bits cannot hold.
     *
     * @param layout of the data set
     * @throws DicomException where other than 8 or 16 bits are allocated
     */
    public static void checkAllocated(ImageLayout layout) {
        if (layout.bitsAllocated() != 8 && layout.bitsAllocated() != 16) {
            throw mismatch("this compression is for 8 or 16 bits allocated, not " + layout.bitsAllocated());
        }
    }

    /**
     * What decoded samples mean where a decoder gives all samples of every pixel: without subsampling.
     *
     * @param layout of the data set
     * @return the same layout, or that of YBR_FULL
     */
    public static ImageLayout allSamples(ImageLayout layout) {
        return switch (layout.photometric()) {
            case YBR_FULL_422 -> layout.withPhotometric(PhotometricInterpretation.YBR_FULL);
            case YBR_PARTIAL_422 -> layout.withPhotometric(PhotometricInterpretation.YBR_PARTIAL_420);
            default -> layout;
        };
    }

    private static int shift(ImageLayout layout, int precision) {
        return precision <= layout.bitsStored() ? layout.highBit() + 1 - layout.bitsStored() : 0;
    }

    private static boolean isExtended(ImageLayout layout, int precision) {
        return layout.signed() && precision >= layout.bitsStored() && precision < layout.bitsAllocated();
    }

    /**
     * Puts decoded samples where native ones are.
     *
     * @param samples   decoded, one byte each
     * @param offset    of the first
     * @param count     how many
     * @param precision of the stream
     * @param layout    of the data set
     */
    public static void place(byte[] samples, int offset, int count, int precision, ImageLayout layout) {
        int shift = shift(layout, precision);
        int unused = isExtended(layout, precision) ? 32 - precision : 0;
        if (shift != 0 || unused != 0) {
            for (int i = offset; i < offset + count; i++) {
                samples[i] = (byte) ((samples[i] & 0xff) << unused >> unused << shift);
            }
        }
    }

    /**
     * Puts decoded samples where native ones are.
     *
     * @param samples   decoded
     * @param offset    of the first
     * @param count     how many
     * @param precision of the stream
     * @param layout    of the data set
     */
    public static void place(short[] samples, int offset, int count, int precision, ImageLayout layout) {
        int shift = shift(layout, precision);
        int unused = isExtended(layout, precision) ? 32 - precision : 0;
        if (shift != 0 || unused != 0) {
            for (int i = offset; i < offset + count; i++) {
                samples[i] = (short) ((samples[i] & 0xffff) << unused >> unused << shift);
            }
        }
    }

    /**
     * How many bits of native samples a stream has to have, so that they come back bit by bit: those stored, unless
     * what is above them is neither zero nor the sign. Streams fill the bytes that are allocated, 8 bits or at least 9,
     * because DCMTK and GDCM take a stream of 8 bits for one of bytes, and know no JPEG-LS of fewer.
     *
     * @param source native samples, little endian
     * @param offset of the first
     * @param layout of 8 or 16 bits allocated
     * @return 8 to 16
     */
    public static int precision(byte[] source, int offset, ImageLayout layout) {
        int stored = Math.max(layout.bitsStored(), 9);
        if (layout.bitsAllocated() == 8 || stored == 16 || layout.highBit() != layout.bitsStored() - 1) {
            return layout.bitsAllocated();
        }
        int unused = 32 - stored;
        int end = offset + layout.frameLength();
        for (int i = offset; i < end; i += 2) {
            int sample = source[i] & 0xff | source[i + 1] << 8;
            int expected = layout.signed() ? sample << unused >> unused : (sample & 0xffff) << unused >>> unused;
            if (expected != (layout.signed() ? sample : sample & 0xffff)) {
                return 16;
            }
        }
        return stored;
    }

    /**
     * What a data set says of samples whose stream has lost something: all bits of the stream are stored
     * (PS3.5 8.2.1), in bytes where they fit.
     *
     * @param layout    of the native samples
     * @param precision of the stream, at least as many bits as are stored
     * @return the same layout but for its bits
     */
    public static ImageLayout withLoss(ImageLayout layout, int precision) {
        return layout.withBits(precision <= 8 ? 8 : 16, precision);
    }

    /**
     * Native samples as a lossy compression takes them: without the unused bits above, which are no part of them.
     *
     * @param source little endian
     * @param offset of the first sample
     * @param layout of 8 or 16 bits allocated
     * @param target takes samples from its start
     * @param count  how many
     */
    public static void toShortsWithoutUnused(byte[] source, int offset, ImageLayout layout, short[] target, int count) {
        int mask = (1 << layout.highBit() + 1) - 1;
        if (layout.bitsAllocated() == 8) {
            for (int i = 0; i < count; i++) {
                target[i] = (short) (source[offset + i] & mask);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[i] = (short) ((source[offset + 2 * i] & 0xff | source[offset + 2 * i + 1] << 8) & mask);
            }
        }
    }

    /**
     * Little endian bytes of samples.
     *
     * @param samples of 16 bits
     * @param from    the first sample
     * @param count   how many
     * @param target  takes two bytes each
     * @param offset  of the first byte
     */
    public static void toBytes(short[] samples, int from, int count, byte[] target, int offset) {
        for (int i = 0; i < count; i++) {
            short sample = samples[from + i];
            target[offset + 2 * i] = (byte) sample;
            target[offset + 2 * i + 1] = (byte) (sample >> 8);
        }
    }

    /**
     * Samples of little endian bytes.
     *
     * @param source holds two bytes each
     * @param offset of the first byte
     * @param target takes samples from its start
     * @param count  how many
     */
    public static void toShorts(byte[] source, int offset, short[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = (short) (source[offset + 2 * i] & 0xff | source[offset + 2 * i + 1] << 8);
        }
    }
}
