package org.bitewing.codec.transcode;

import java.io.IOException;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;

/**
 * What a lossy compression needs of monochrome pixels: unsigned numbers of so many bits. Numbers are moved to begin
 * with zero and, where there are too many, scaled; Rescale Slope and Intercept (PS3.3 C.11.1) are changed so that
 * every pixel keeps its meaning.
 */
final class Reduction {
    private final ImageLayout from;
    private final ImageLayout layout;
    private final int least;
    private final double scale;
    private byte[] target = new byte[0];

    private Reduction(ImageLayout from, ImageLayout layout, int least, double scale) {
        this.from = from;
        this.layout = layout;
        this.least = least;
        this.scale = scale;
    }

    static Reduction none(ImageLayout layout) {
        return new Reduction(layout, layout, 0, 1);
    }

    /** The layout of unsigned pixels of so many bits. */
    static ImageLayout unsigned(ImageLayout layout, int bits) {
        return new ImageLayout(layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.photometric(),
                bits <= 8 ? 8 : 16, bits, bits - 1, false, layout.byPlane(), layout.frames());
    }

    /** What the pixels need to be unsigned numbers of so many bits; nothing for those that are. */
    static Reduction of(Attributes attributes, Frames frames, int bits) throws IOException {
        ImageLayout from = frames.decodedLayout();
        boolean suits = !from.signed() && from.bitsStored() <= bits && from.highBit() == from.bitsStored() - 1;
        boolean possible = from.photometric().isMonochrome()
                && (from.bitsAllocated() == 8 || from.bitsAllocated() == 16);
        if (suits || !possible) {
            return none(from);
        }
        if (attributes.contains(Tag.ModalityLUTSequence) || attributes.contains(Tag.PerFrameFunctionalGroupsSequence)) {
            throw new DicomException(DicomException.Kind.VALUE, "these pixels would have to be rescaled to be compressed"
                    + " with loss, and they have a modality LUT or functional groups",
                    new Location("data set", -1, TagPath.of(Tag.PixelData)), -1, -1);
        }
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        FrameReader reader = frames.reader();
        byte[] frame = reader.read(0);
        for (int index = 0; index < frames.size(); index++) {
            if (index > 0) {
                reader.read(index, frame, 0);
            }
            for (int i = 0; i < from.pixels(); i++) {
                int pixel = pixel(from, frame, i);
                least = Math.min(least, pixel);
                most = Math.max(most, pixel);
            }
        }
        double range = (1 << bits) - 1;
        double scale = most - least <= range ? 1 : range / (most - least);
        return new Reduction(from, unsigned(from, bits), least, scale);
    }

    private static int pixel(ImageLayout layout, byte[] frame, int index) {
        int word = layout.bitsAllocated() == 8 ? frame[index] & 0xff
                : frame[2 * index] & 0xff | (frame[2 * index + 1] & 0xff) << 8;
        int above = 31 - layout.highBit();
        int unused = 32 - layout.bitsStored();
        return layout.signed() ? word << above >> unused : word << above >>> unused;
    }

    ImageLayout layout() {
        return layout;
    }

    /** A frame as the compression needs it; the array is used again for the next one. */
    byte[] apply(byte[] frame) {
        if (from == layout) {
            return frame;
        }
        int bytes = layout.bytesPerSample();
        target = target.length < layout.frameLength() ? new byte[layout.frameLength()] : target;
        for (int i = 0; i < layout.pixels(); i++) {
            int pixel = (int) Math.round((pixel(from, frame, i) - (double) least) * scale);
            target[i * bytes] = (byte) pixel;
            if (bytes == 2) {
                target[2 * i + 1] = (byte) (pixel >> 8);
            }
        }
        return target;
    }

    /** Says in the data set what has changed. */
    void describe(Attributes attributes, DataSetBuilder builder) {
        if (from == layout) {
            return;
        }
        double slope = attributes.number(Tag.RescaleSlope).orElse(1);
        double intercept = attributes.number(Tag.RescaleIntercept).orElse(0);
        builder.set(Tag.BitsAllocated, layout.bitsAllocated()).set(Tag.BitsStored, layout.bitsStored())
                .set(Tag.HighBit, layout.highBit()).set(Tag.PixelRepresentation, 0)
                .set(Tag.RescaleSlope, slope / scale).set(Tag.RescaleIntercept, slope * least + intercept);
        if (!attributes.contains(Tag.RescaleType)) {
            builder.set(Tag.RescaleType, attributes.text(Tag.Modality).orElse("").equals("CT") ? "HU" : "US");
        }
        for (int tag : new int[] {Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue, Tag.PixelPaddingValue,
            Tag.PixelPaddingRangeLimit, Tag.SmallestPixelValueInSeries, Tag.LargestPixelValueInSeries}) {
            builder.remove(tag);
        }
    }
}
