package org.bitewing.tools.image;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Sequence;
import org.bitewing.data.Uids;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.pixel.OffsetTables;
import org.bitewing.pixel.PixelFragments;

/** A composite image object of one or more frames that are alike (PS3.3 C.7.6.3). */
final class ImageObject {
    private static final int[] EMPTY_IN_ALL = {Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber,
        Tag.ReferringPhysicianName, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate, Tag.PatientSex, Tag.StudyID,
        Tag.SeriesNumber, Tag.InstanceNumber};
    private static final Set<Integer> OF_FRAMES = Set.of(Tag.PageNumberVector, Tag.FrameTime, Tag.FrameTimeVector);
    private static final int RATIO_DIGITS = 5;

    private final SopClass sopClass;
    private final List<Picture> frames;

    /**
     * An object.
     *
     * @throws ImageException where the frames differ
     */
    ImageObject(SopClass sopClass, List<Picture> frames) {
        this.sopClass = sopClass;
        this.frames = List.copyOf(frames);
        Picture first = frames.get(0);
        for (Picture frame : frames) {
            if (!frame.layout().equals(first.layout()) || !frame.compression().equals(first.compression())) {
                throw new ImageException("frames of one image have the same size, bits, colors and compression");
            }
        }
    }

    /**
     * Sets what the pixels and the class say; what is there already stays where it says more than they know.
     *
     * @param set     to be filled
     * @param before  what is there
     * @param invents true where attributes of type 1 that say nothing of the pixels are set, too
     */
    void fill(DataSetBuilder set, DataSet before, boolean invents) {
        Picture.Layout layout = frames.get(0).layout();
        for (Element element : described()) {
            int tag = element.tag();
            boolean ofPixels = tag >>> 16 == 0x0028 && tag != Tag.BurnedInAnnotation || OF_FRAMES.contains(tag);
            if (ofPixels || invents && !before.contains(tag)) {
                set.set(element);
            }
        }
        set.set(Tag.SOPClassUID, sopClass.uid(layout)).set(Tag.SOPInstanceUID, Uids.random());
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            if (before.uid(tag).isEmpty()) {
                set.set(tag, Uids.random());
            }
        }
        set.set(Tag.SamplesPerPixel, layout.samples()).set(Tag.PhotometricInterpretation, layout.photometric())
                .set(Tag.Rows, layout.rows()).set(Tag.Columns, layout.columns())
                .set(Tag.BitsAllocated, layout.allocated()).set(Tag.BitsStored, layout.stored())
                .set(Tag.HighBit, layout.stored() - 1).set(Tag.PixelRepresentation, 0);
        if (layout.samples() > 1) {
            set.set(Tag.PlanarConfiguration, 0);
        }
        pixels(set);
    }

    private List<Element> described() {
        DataSetBuilder described = DataSet.builder();
        sopClass.describe(described, frames);
        return described.build().elements();
    }

    private void pixels(DataSetBuilder set) {
        Picture first = frames.get(0);
        if (first.compression().isEmpty()) {
            if (sopClass != SopClass.SECONDARY_CAPTURE && sopClass != SopClass.MULTI_FRAME_SECONDARY_CAPTURE) {
                set.set(Tag.LossyImageCompression, "00");
            }
            set.set(Value.of(Tag.PixelData, VR.OW, joined()));
            return;
        }
        List<BulkData> streams = new ArrayList<>();
        long compressed = 0;
        for (Picture frame : frames) {
            streams.add(BulkData.of(frame.bytes()));
            compressed += frame.bytes().length;
        }
        PixelFragments.set(set, streams, OffsetTables.BASIC);
        if (first.compression().get().isLossy()) {
            BigDecimal ratio = BigDecimal.valueOf((double) first.layout().size() * frames.size() / compressed)
                    .setScale(RATIO_DIGITS, RoundingMode.HALF_UP);
            set.set(Tag.LossyImageCompression, "01").set(Tag.LossyImageCompressionRatio, ratio.toPlainString())
                    .set(Tag.LossyImageCompressionMethod, first.compression().get().method());
        } else {
            set.set(Tag.LossyImageCompression, "00");
        }
    }

    private byte[] joined() {
        long size = 0;
        for (Picture frame : frames) {
            size += frame.bytes().length;
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new ImageException("the frames have 2 GiB or more together");
        }
        if (frames.size() == 1) {
            return frames.get(0).bytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) size);
        for (Picture frame : frames) {
            bytes.writeBytes(frame.bytes());
        }
        return bytes.toByteArray();
    }

    /** The attributes of type 2 that are not there. */
    List<Integer> missingType2(DataSet set) {
        List<Integer> missing = new ArrayList<>();
        // Of a body part that has a pair, one of the two says which it is (PS3.3 C.7.3.1 and C.7.6.1).
        if (sopClass != SopClass.OPHTHALMIC && !set.contains(Tag.Laterality)
                && !set.contains(Tag.ImageLaterality)) {
            missing.add(Tag.Laterality);
        }
        for (int[] tags : new int[][] {EMPTY_IN_ALL, sopClass.mayBeEmpty()}) {
            for (int tag : tags) {
                if (!set.contains(tag)) {
                    missing.add(tag);
                }
            }
        }
        return missing;
    }

    /** The attributes of type 1 without a value: those that nobody can make up, and those that were not. */
    List<Integer> missingType1(DataSet set) {
        List<Integer> missing = new ArrayList<>();
        for (Element element : described()) {
            addIfEmpty(element.tag(), set, missing);
        }
        for (int tag : sopClass.mustBeGiven()) {
            addIfEmpty(tag, set, missing);
        }
        return missing;
    }

    private static void addIfEmpty(int tag, DataSet set, List<Integer> missing) {
        Optional<Element> found = set.element(tag);
        boolean isSequence = found.isPresent() && found.get() instanceof Sequence;
        if (found.isEmpty() || (isSequence ? set.items(tag).isEmpty() : found.get().length() == 0)) {
            missing.add(tag);
        }
    }

    /** Refuses a data set in which attributes are missing. */
    static void refuse(List<Integer> missing, int type) {
        StringBuilder text = new StringBuilder();
        for (int tag : missing) {
            text.append(text.length() == 0 ? "" : "\n").append("Missing type ").append(type).append(" attribute: ")
                    .append(Dictionary.keywordOf(tag)).append(' ').append(Tag.toString(tag));
        }
        if (!missing.isEmpty()) {
            throw new ImageException(text.toString());
        }
    }
}
