package org.bitewing.pixel;

import java.util.Objects;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/**
 * How the pixels of an image are laid out: the numbers of the Image Pixel module (PS3.3 C.7.6.3), checked, and the
 * sizes that follow from them (PS3.5 8.1.1), none of which overflows.
 *
 * @param rows            lines, 1 to 65,535
 * @param columns         pixels of a line, 1 to 65,535
 * @param samplesPerPixel 1 to 4
 * @param photometric     what the samples mean
 * @param bitsAllocated   bits of a sample in memory: 1, 8, 16, 24, 32, 40, 48, 56 or 64
 * @param bitsStored      bits of a sample that count, 1 to {@code bitsAllocated}
 * @param highBit         the highest of them
 * @param signed          true for two's complement (Pixel Representation 1)
 * @param byPlane         true for all of a sample before all of the next one (Planar Configuration 1); false for the
 *                        samples of a pixel side by side
 * @param frames          1 or more
 */
public record ImageLayout(int rows, int columns, int samplesPerPixel, PhotometricInterpretation photometric,
                          int bitsAllocated, int bitsStored, int highBit, boolean signed, boolean byPlane,
                          int frames) {
    private static final int MOST = 65_535;

    /**
     * Checks every number, and that a frame fits an array.
     *
     * @param rows            lines
     * @param columns         pixels of a line
     * @param samplesPerPixel samples of a pixel
     * @param photometric     what the samples mean
     * @param bitsAllocated   bits in memory
     * @param bitsStored      bits that count
     * @param highBit         the highest of them
     * @param signed          two's complement
     * @param byPlane         one plane after the other
     * @param frames          how many
     * @throws IllegalArgumentException where a number is out of its range, or a frame has 2 GiB or more
     */
    public ImageLayout {
        Objects.requireNonNull(photometric, "photometric");
        check("Rows", rows, 1, MOST);
        check("Columns", columns, 1, MOST);
        check("Samples per Pixel", samplesPerPixel, 1, 4);
        check("Bits Allocated", bitsAllocated, 1, 64);
        if (bitsAllocated > 1 && bitsAllocated % 8 != 0) {
            throw new IllegalArgumentException("Bits Allocated is 1 or a multiple of 8, not " + bitsAllocated);
        }
        check("Bits Stored", bitsStored, 1, bitsAllocated);
        check("High Bit", highBit, bitsStored - 1, bitsAllocated - 1);
        check("Number of Frames", frames, 1, Integer.MAX_VALUE);
        if (photometric.samples() > 1 && samplesPerPixel != photometric.samples()) {
            throw new IllegalArgumentException(photometric.term() + " has " + photometric.samples()
                    + " samples per pixel, not " + samplesPerPixel);
        }
        if (photometric.samples() == 1 && samplesPerPixel != 1) {
            throw new IllegalArgumentException(photometric.term() + " has one sample per pixel, not "
                    + samplesPerPixel);
        }
        long bytes = ((long) rows * columns * samplesPerPixel * bitsAllocated + 7) / 8;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a frame of " + bytes + " bytes does not fit an array");
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }

    /**
     * The layout that a data set tells of. What is missing and clear is filled in, as for ACR-NEMA images: one frame,
     * one sample per pixel, all bits stored, the high bit that goes with them, MONOCHROME2 or RGB.
     *
     * @param attributes a data set, or the item of an icon
     * @param limits     {@link Limits#pixels()} and {@link Limits#memory()} bound a frame
     * @return the layout
     * @throws DicomException where a number is missing, wrong or beyond the limits
     */
    public static ImageLayout of(Attributes attributes, Limits limits) {
        int rows = number(attributes, Tag.Rows, "Rows");
        int columns = number(attributes, Tag.Columns, "Columns");
        if ((long) rows * columns > limits.pixels()) {
            throw new DicomException(DicomException.Kind.LIMIT, "a frame of " + rows + " by " + columns
                    + " pixels is more than Limits.pixels() = " + limits.pixels(), place(Tag.Rows), -1, -1);
        }
        int samples = attributes.integer(Tag.SamplesPerPixel).orElse(1);
        int allocated = number(attributes, Tag.BitsAllocated, "Bits Allocated");
        int stored = attributes.integer(Tag.BitsStored).orElse(allocated);
        int high = attributes.integer(Tag.HighBit).orElse(stored - 1);
        boolean signed = attributes.integer(Tag.PixelRepresentation).orElse(0) == 1;
        boolean byPlane = samples > 1 && attributes.integer(Tag.PlanarConfiguration).orElse(0) == 1;
        OptionalInt frames = frames(attributes);
        try {
            ImageLayout layout = new ImageLayout(rows, columns, samples, photometric(attributes, samples), allocated,
                    stored, high, signed, byPlane, frames.orElse(1));
            if (layout.frameLength() > limits.memory()) {
                throw new DicomException(DicomException.Kind.LIMIT, "a frame of " + layout.frameLength()
                        + " bytes is more than Limits.memory() = " + limits.memory(), place(Tag.PixelData), -1, -1);
            }
            return layout;
        } catch (IllegalArgumentException e) {
            throw wrong(Tag.PixelData, e.getMessage());
        }
    }

    /** A text that is no number says nothing, and neither does none. */
    private static OptionalInt frames(Attributes attributes) {
        try {
            OptionalInt frames = attributes.integer(Tag.NumberOfFrames);
            return frames.orElse(0) == 0 ? OptionalInt.empty() : frames;
        } catch (DicomException e) {
            return OptionalInt.empty();
        }
    }

    private static PhotometricInterpretation photometric(Attributes attributes, int samples) {
        String term = attributes.text(Tag.PhotometricInterpretation).orElse("");
        if (term.isEmpty()) {
            return samples == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB;
        }
        return PhotometricInterpretation.of(term).orElseThrow(() -> wrong(Tag.PhotometricInterpretation,
                "the Photometric Interpretation is none of PS3.3 C.7.6.3.1.2"));
    }

    private static int number(Attributes attributes, int tag, String name) {
        return attributes.integer(tag).orElseThrow(() -> wrong(tag, name + " is missing"));
    }

    private static DicomException wrong(int tag, String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason, place(tag), -1, -1);
    }

    private static Location place(int tag) {
        return new Location("data set", -1, TagPath.of(tag));
    }

    /**
     * This layout with another photometric interpretation of as many samples.
     *
     * @param other what the samples mean
     * @return a new layout
     */
    public ImageLayout withPhotometric(PhotometricInterpretation other) {
        return new ImageLayout(rows, columns, samplesPerPixel, other, bitsAllocated, bitsStored, highBit, signed,
                byPlane, frames);
    }

    /**
     * This layout with another order of samples.
     *
     * @param planes true for Planar Configuration 1; always false of one sample per pixel
     * @return a new layout
     */
    public ImageLayout withByPlane(boolean planes) {
        return new ImageLayout(rows, columns, samplesPerPixel, photometric, bitsAllocated, bitsStored, highBit, signed,
                planes && samplesPerPixel > 1, frames);
    }

    /**
     * This layout with other bits.
     *
     * @param allocated bits of a sample in memory
     * @param stored    those that count, the lowest ones
     * @return a new layout
     */
    public ImageLayout withBits(int allocated, int stored) {
        return new ImageLayout(rows, columns, samplesPerPixel, photometric, allocated, stored, stored - 1, signed,
                byPlane, frames);
    }

    /**
     * Pixels of a frame.
     *
     * @return rows times columns
     */
    public int pixels() {
        return (int) ((long) rows * columns);
    }

    /**
     * Whether two pixels of a line share chrominances in memory: see
     * {@link PhotometricInterpretation#isSubsampled()}. Such frames are by pixel, and have an even number of columns.
     *
     * @return true where a pixel takes two samples in memory and not three
     */
    public boolean isSubsampled() {
        return photometric.isSubsampled();
    }

    /**
     * Samples of a frame in memory.
     *
     * @return pixels times samples per pixel, or less where chrominances are subsampled
     */
    public long samples() {
        long pixels = (long) rows * columns;
        return isSubsampled() ? (columns + 1L) / 2 * 4 * rows : pixels * samplesPerPixel;
    }

    /**
     * Bytes of a sample.
     *
     * @return 1 to 8; 1 also where a sample is a bit
     */
    public int bytesPerSample() {
        return Math.max(1, bitsAllocated / 8);
    }

    /**
     * Bits of a frame in memory; frames follow each other without a gap, also within a byte (PS3.5 8.1.1).
     *
     * @return 1 or more
     */
    public long frameBits() {
        return samples() * bitsAllocated;
    }

    /**
     * Bytes of a frame in memory.
     *
     * @return the least that hold {@link #frameBits()}
     */
    public int frameLength() {
        return (int) ((frameBits() + 7) / 8);
    }

    /**
     * Bytes of all frames.
     *
     * @return the least that hold all bits, without the padding to an even number
     * @throws DicomException where that is more than 63 bits tell
     */
    public long length() {
        try {
            return Math.addExact(Math.multiplyExact(frameBits(), (long) frames), 7) / 8;
        } catch (ArithmeticException e) {
            throw wrong(Tag.NumberOfFrames, "there are too many frames");
        }
    }
}
