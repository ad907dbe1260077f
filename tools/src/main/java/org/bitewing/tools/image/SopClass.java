package org.bitewing.tools.image;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;

/** What pictures can become, with the attributes that each wants beside those of every image (PS3.3 A.8 and A.32). */
enum SopClass {
    /** Secondary Capture: one frame of any kind. */
    SECONDARY_CAPTURE("Secondary Capture Image SOP Class", "OT"),
    /** The multi-frame classes of Secondary Capture, by kind of pixels. */
    MULTI_FRAME_SECONDARY_CAPTURE("Multi-frame Secondary Capture Image SOP Classes", "OT"),
    /** VL Photographic: one frame in color or gray. */
    PHOTOGRAPHIC("Visible Light Photographic Image SOP Class", "XC"),
    /** Ophthalmic Photography, 8 or 16 bits. */
    OPHTHALMIC("Ophthalmic Photography SOP Classes", "OP");

    private final String title;
    private final String modality;

    SopClass(String title, String modality) {
        this.title = title;
        this.modality = modality;
    }

    /** As DCMTK names it in messages. */
    String title() {
        return title;
    }

    boolean isMultiFrame() {
        return this == MULTI_FRAME_SECONDARY_CAPTURE || this == OPHTHALMIC;
    }

    /** The UID for pixels of a kind; refuses those that the class does not take. */
    String uid(Picture.Layout layout) {
        if (this == PHOTOGRAPHIC && layout.stored() != 8) {
            throw new ImageException(title + " takes 8 bits a sample, not " + layout.stored());
        }
        return switch (this) {
            case SECONDARY_CAPTURE -> UID.SecondaryCaptureImageStorage;
            case MULTI_FRAME_SECONDARY_CAPTURE -> layout.samples() == 3
                    ? UID.MultiFrameTrueColorSecondaryCaptureImageStorage
                    : layout.allocated() == 8 ? UID.MultiFrameGrayscaleByteSecondaryCaptureImageStorage
                    : UID.MultiFrameGrayscaleWordSecondaryCaptureImageStorage;
            case PHOTOGRAPHIC -> UID.VLPhotographicImageStorage;
            case OPHTHALMIC -> layout.allocated() == 8 ? UID.OphthalmicPhotography8BitImageStorage
                    : UID.OphthalmicPhotography16BitImageStorage;
        };
    }

    /** Sets what the class wants of type 1 and can be known. */
    void describe(DataSetBuilder set, List<Picture> frames) {
        Picture.Layout layout = frames.get(0).layout();
        set.set(Tag.Modality, modality);
        if (isMultiFrame()) {
            set.set(Tag.NumberOfFrames, frames.size()).set(Tag.BurnedInAnnotation, "NO");
            if (layout.samples() == 1) {
                set.set(Tag.PresentationLUTShape, "IDENTITY");
            }
        }
        switch (this) {
            case SECONDARY_CAPTURE -> set.set(Tag.ConversionType, "WSD");
            case MULTI_FRAME_SECONDARY_CAPTURE -> {
                set.set(Tag.ConversionType, "WSD");
                if (layout.samples() == 1) {
                    set.set(Tag.RescaleIntercept, "0").set(Tag.RescaleSlope, "1").set(Tag.RescaleType, "US");
                }
                if (frames.size() > 1) {
                    increments(set, frames);
                }
            }
            case PHOTOGRAPHIC -> {
                set.set(Tag.ImageType, "DERIVED", "SECONDARY");
                madeNow(set);
            }
            case OPHTHALMIC -> {
                set.set(Tag.ImageType, "ORIGINAL", "PRIMARY");
                madeNow(set);
                ophthalmic(set);
            }
        }
    }

    private static void madeNow(DataSetBuilder set) {
        LocalDateTime now = LocalDateTime.now();
        set.set(Tag.ContentDate, now.format(DateTimeFormatter.BASIC_ISO_DATE))
                .set(Tag.ContentTime, now.format(DateTimeFormatter.ofPattern("HHmmss")));
    }

    /**
     * Frames of an animation follow each other in time (PS3.3 C.7.6.5); others are told apart by a vector of page
     * numbers (C.7.6.6, C.8.6.3 and C.8.6.4).
     */
    private static void increments(DataSetBuilder set, List<Picture> frames) {
        double[] times = new double[frames.size()];
        int[] pages = new int[frames.size()];
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            pages[i] = i + 1;
            // The time of a frame is from the one before it, so that for the last one none tells how long it is shown.
            times[i] = i == 0 ? 0 : frames.get(i - 1).shown();
        }
        boolean alike = true;
        boolean timed = false;
        for (Picture frame : frames) {
            alike &= frame.shown() == frames.get(0).shown();
            timed |= frame.shown() > 0;
        }
        if (timed && alike) {
            set.set(Tag.FrameTime, times[last]).set(Tag.FrameIncrementPointer, Tag.FrameTime);
        } else if (timed) {
            set.set(Tag.FrameTimeVector, times).set(Tag.FrameIncrementPointer, Tag.FrameTimeVector);
        } else {
            set.set(Tag.PageNumberVector, pages).set(Tag.FrameIncrementPointer, Tag.PageNumberVector);
        }
    }

    /** An eye, at no time that was synchronized with anything (PS3.3 C.7.4.2, C.8.17.2 and C.8.17.5). */
    private static void ophthalmic(DataSetBuilder set) {
        set.set(Tag.SynchronizationFrameOfReferenceUID, UID.UTC)
                .set(Tag.SynchronizationTrigger, "NO TRIGGER").set(Tag.AcquisitionTimeSynchronized, "N")
                .set(Tag.FrameTime, "0").set(Tag.FrameIncrementPointer, Tag.FrameTime)
                .set(Tag.AnatomicRegionSequence, DataSet.builder().set(Tag.CodeValue, "81745001")
                        .set(Tag.CodingSchemeDesignator, "SCT").set(Tag.CodeMeaning, "Eye"));
    }

    /** What may be empty, and must be there (type 2). */
    int[] mayBeEmpty() {
        return switch (this) {
            case SECONDARY_CAPTURE, MULTI_FRAME_SECONDARY_CAPTURE -> new int[] {Tag.PatientOrientation};
            case PHOTOGRAPHIC -> new int[] {Tag.Manufacturer, Tag.AcquisitionContextSequence, Tag.PatientOrientation};
            case OPHTHALMIC -> new int[] {Tag.Manufacturer, Tag.AcquisitionContextSequence, Tag.PatientOrientation,
                Tag.PatientEyeMovementCommanded, Tag.RefractiveStateSequence, Tag.EmmetropicMagnification,
                Tag.IntraOcularPressure, Tag.HorizontalFieldOfView, Tag.PupilDilated, Tag.IlluminationTypeCodeSequence,
                Tag.LightPathFilterTypeStackCodeSequence, Tag.ImagePathFilterTypeStackCodeSequence,
                Tag.LensesCodeSequence, Tag.DetectorType};
        };
    }

    /** What must have a value that nobody but the user knows (type 1). */
    int[] mustBeGiven() {
        return this == OPHTHALMIC ? new int[] {Tag.ImageLaterality, Tag.AcquisitionDeviceTypeCodeSequence}
                : new int[0];
    }
}
