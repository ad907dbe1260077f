package org.bitewing.codec.transcode;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;

/**
 * What a lossy compression needs of pixels: unsigned numbers of so many bits. Colours of other bits are scaled.
 * Monochrome numbers are moved to begin with zero and, where there are too many, scaled. Either Rescale Slope and
 * Intercept (PS3.3 C.11.1) are changed so that every pixel keeps its meaning, or the windows are, and the numbers stand
 * for themselves.
 */
final class Reduction {
    private final ImageLayout from;
    private final ImageLayout layout;
    /** The number that becomes zero. */
    private final int base;
    /** Less than zero where numbers are turned round, as a rescale slope less than zero does. */
    private final double scale;
    private final boolean identity;
    private byte[] target = new byte[0];

    private Reduction(ImageLayout from, ImageLayout layout, int base, double scale, boolean identity) {
        this.from = from;
        this.layout = layout;
        this.base = base;
        this.scale = scale;
        this.identity = identity;
    }

    static Reduction none(ImageLayout layout) {
        return new Reduction(layout, layout, 0, 1, false);
    }

    /** The layout of unsigned pixels of so many bits. */
    static ImageLayout unsigned(ImageLayout layout, int bits) {
        return new ImageLayout(layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.photometric(),
                bits <= 8 ? 8 : 16, bits, bits - 1, false, layout.byPlane(), layout.frames());
    }

    /** What the pixels need to be unsigned numbers of so many bits; nothing for those that are. */
    static Reduction of(Attributes attributes, Frames frames, int bits, GrayMapping mapping) throws IOException {
        ImageLayout from = frames.decodedLayout();
        boolean gray = from.photometric().isMonochrome();
        boolean direct = from.samplesPerPixel() == 3 && !from.signed();
        boolean possible = (gray || direct) && (from.bitsAllocated() == 8 || from.bitsAllocated() == 16);
        boolean all = direct || mapping.bits() != 0;
        boolean suits = !from.signed() && from.bitsStored() <= bits && from.highBit() == from.bitsStored() - 1
                && (!all || from.bitsStored() == bits);
        boolean identity = isIdentity(attributes, mapping, suits);
        double slope = slope(attributes);
        boolean rescaled = slope != 1 || intercept(attributes) != 0;
        if (!possible || suits && !(identity && rescaled)) {
            return none(from);
        }
        if (direct) {
            // Colours have no rescale, and shades of all bits become shades of fewer.
            return new Reduction(from, unsigned(from, bits), 0, ((1 << bits) - 1.0) / ((1 << from.bitsStored()) - 1),
                    false);
        }
        if (attributes.contains(Tag.ModalityLUTSequence) || identity && FunctionalGroups.areIn(attributes)) {
            throw new DicomException(DicomException.Kind.VALUE, "these pixels would have to be rescaled to be compressed"
                    + " with loss, and they have a modality LUT, or windows in functional groups that would have to follow",
                    new Location("data set", -1, TagPath.of(Tag.PixelData)), -1, -1);
        }
        int[] range = mapping.wholeRange() ? possible(from) : used(frames);
        if (suits && slope > 0) {
            return new Reduction(from, from, 0, 1, true);
        }
        double most = (1 << bits) - 1;
        double extent = Math.max(1, (double) range[1] - range[0]);
        double scale = extent <= most && bits <= from.bitsStored() ? 1 : most / extent;
        boolean turned = identity && slope < 0;
        return new Reduction(from, unsigned(from, bits), range[turned ? 1 : 0], turned ? -scale : scale, identity);
    }

    /** Values of CT are Hounsfield units, and rescale of X-ray images leads to something else (PS3.3 C.8.7.1.1). */
    private static boolean isIdentity(Attributes attributes, GrayMapping mapping, boolean suits) {
        String sopClass = attributes.uid(Tag.SOPClassUID).orElse("");
        return !sopClass.equals(UID.CTImageStorage) && (mapping.identity() || isXRay(sopClass) && !suits);
    }

    private static boolean isXRay(String sopClass) {
        return sopClass.equals(UID.XRayAngiographicImageStorage) || sopClass.equals(UID.XRayRadiofluoroscopicImageStorage)
                || sopClass.equals(UID.XRayAngiographicBiPlaneImageStorage);
    }

    private static double slope(Attributes attributes) {
        double slope = attributes.number(Tag.RescaleSlope).orElse(1);
        return slope == 0 ? 1 : slope;
    }

    private static double intercept(Attributes attributes) {
        return attributes.number(Tag.RescaleIntercept).orElse(0);
    }

    private static int[] possible(ImageLayout layout) {
        int count = 1 << layout.bitsStored();
        return layout.signed() ? new int[] {-count / 2, count / 2 - 1} : new int[] {0, count - 1};
    }

    private static int[] used(Frames frames) throws IOException {
        ImageLayout layout = frames.decodedLayout();
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        FrameReader reader = frames.reader();
        byte[] frame = reader.read(0);
        for (int index = 0; index < frames.size(); index++) {
            if (index > 0) {
                reader.read(index, frame, 0);
            }
            for (int i = 0; i < layout.pixels(); i++) {
                int pixel = pixel(layout, frame, i);
                least = Math.min(least, pixel);
                most = Math.max(most, pixel);
            }
        }
        return new int[] {least, most};
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
        int samples = (int) layout.samples();
        for (int i = 0; i < samples; i++) {
            int pixel = (int) Math.round((pixel(from, frame, i) - (double) base) * scale);
            target[i * bytes] = (byte) pixel;
            if (bytes == 2) {
                target[2 * i + 1] = (byte) (pixel >> 8);
            }
        }
        return target;
    }

    /**
     * Says what was shown where nothing did, as the stream has more bits than are stored: then all that they could hold
     * was shown, and would be darker now.
     */
    void describeShown(Attributes attributes, DataSetBuilder builder) {
        boolean said = attributes.contains(Tag.WindowCenter) || attributes.contains(Tag.VOILUTSequence)
                || attributes.contains(Tag.ModalityLUTSequence) || FunctionalGroups.areIn(attributes);
        if (!said && !identity && from.photometric().isMonochrome()) {
            int[] range = possible(from);
            double first = slope(attributes) * range[0] + intercept(attributes);
            double last = slope(attributes) * range[1] + intercept(attributes);
            // The linear window that begins with the one and ends with the other (PS3.3 C.11.2.1.2.1).
            builder.set(Tag.WindowCenter, (first + last + 1) / 2).set(Tag.WindowWidth, Math.abs(last - first) + 1);
        }
    }

    /** Says in the data set what has changed. */
    void describe(Attributes attributes, DataSetBuilder builder) {
        if (from != layout) {
            builder.set(Tag.BitsAllocated, layout.bitsAllocated()).set(Tag.BitsStored, layout.bitsStored())
                    .set(Tag.HighBit, layout.highBit()).set(Tag.PixelRepresentation, 0);
            for (int tag : new int[] {Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue, Tag.PixelPaddingValue,
                Tag.PixelPaddingRangeLimit, Tag.SmallestPixelValueInSeries, Tag.LargestPixelValueInSeries}) {
                builder.remove(tag);
            }
        }
        if (identity) {
            describeIdentity(attributes, builder);
        } else if (from != layout && from.photometric().isMonochrome()) {
            String type = attributes.text(Tag.Modality).orElse("").equals("CT") ? "HU" : "US";
            if (FunctionalGroups.areIn(attributes)) {
                rescaleGroups(attributes, builder, type);
            } else {
                rescale(attributes, builder, type);
            }
        }
    }

    private void rescale(Attributes attributes, DataSetBuilder builder, String type) {
        builder.set(Tag.RescaleSlope, slope(attributes) / scale)
                .set(Tag.RescaleIntercept, slope(attributes) * base + intercept(attributes));
        if (!attributes.contains(Tag.RescaleType)) {
            builder.set(Tag.RescaleType, type);
        }
    }

    /** Each frame may have a rescale of its own; where none has, all get one. */
    private void rescaleGroups(Attributes attributes, DataSetBuilder builder, String type) {
        int group = Tag.PixelValueTransformationSequence;
        if (FunctionalGroups.have(attributes, group)) {
            FunctionalGroups.change(attributes, builder, (groups, changed) -> groups.items(group).stream().findFirst()
                    .ifPresent(item -> changed.set(group, rescaled(item, type))));
            return;
        }
        DataSetBuilder shared = DataSet.builder();
        attributes.items(Tag.SharedFunctionalGroupsSequence).stream().findFirst().ifPresent(shared::setAll);
        builder.set(Tag.SharedFunctionalGroupsSequence, shared.set(group, rescaled(attributes, type)));
        builder.remove(Tag.RescaleSlope).remove(Tag.RescaleIntercept).remove(Tag.RescaleType);
    }

    private DataSetBuilder rescaled(Attributes attributes, String type) {
        DataSetBuilder item = DataSet.builder();
        for (int tag : new int[] {Tag.RescaleSlope, Tag.RescaleIntercept, Tag.RescaleType}) {
            attributes.element(tag).ifPresent(item::set);
        }
        rescale(attributes, item, type);
        return item;
    }

    /** The new numbers are the values: windows follow them, and tables that the old ones looked up are gone. */
    private void describeIdentity(Attributes attributes, DataSetBuilder builder) {
        double factor = scale / slope(attributes);
        double offset = slope(attributes) * base + intercept(attributes);
        double[] centers = attributes.doubles(Tag.WindowCenter);
        double[] widths = attributes.doubles(Tag.WindowWidth);
        if (centers.length > 0) {
            builder.set(Tag.WindowCenter, Arrays.stream(centers).map(center -> (center - offset) * factor).toArray());
            builder.set(Tag.WindowWidth, Arrays.stream(widths).map(width -> width * factor).toArray());
        }
        builder.remove(Tag.VOILUTSequence);
        if (attributes.contains(Tag.RescaleSlope)) {
            builder.set(Tag.RescaleSlope, 1).set(Tag.RescaleIntercept, 0).set(Tag.RescaleType, "US");
        }
        if (isXRay(attributes.uid(Tag.SOPClassUID).orElse(""))) {
            builder.set(Tag.PixelIntensityRelationship, "DISP");
            builder.remove(Tag.RescaleSlope).remove(Tag.RescaleIntercept).remove(Tag.RescaleType);
        }
    }
}
