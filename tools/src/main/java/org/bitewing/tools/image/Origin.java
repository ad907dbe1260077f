package org.bitewing.tools.image;

import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.dict.Tag;

/** What a new image takes from a file that is there. */
enum Origin {
    /** Everything but pixels, and what says which image it is. */
    DATA_SET {
        @Override
        void copy(DataSet from, DataSetBuilder to) {
            for (Element element : from.elements()) {
                if (element.tag() >>> 16 > 2 && !isOfPixels(element.tag())) {
                    to.set(element);
                }
            }
        }
    },
    /** Patient and study. */
    STUDY {
        @Override
        void copy(DataSet from, DataSetBuilder to) {
            copy(STUDY_TAGS, from, to);
        }
    },
    /** Patient, study and series. */
    SERIES {
        @Override
        void copy(DataSet from, DataSetBuilder to) {
            copy(STUDY_TAGS, from, to);
            copy(SERIES_TAGS, from, to);
        }
    };

    private static final int[] STUDY_TAGS = {Tag.SpecificCharacterSet, Tag.StudyDate, Tag.StudyTime,
        Tag.AccessionNumber, Tag.ReferringPhysicianName, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate,
        Tag.PatientSex, Tag.StudyInstanceUID, Tag.StudyID};
    private static final int[] SERIES_TAGS = {Tag.Modality, Tag.Manufacturer, Tag.SeriesInstanceUID, Tag.SeriesNumber};

    /** Text is copied as it is, together with its character set. */
    abstract void copy(DataSet from, DataSetBuilder to);

    static void copy(int[] tags, DataSet from, DataSetBuilder to) {
        for (int tag : tags) {
            from.element(tag).ifPresent(to::set);
        }
    }

    /** The image pixel module, what tells of lossy compression, and the image itself. */
    private static boolean isOfPixels(int tag) {
        int group = tag >>> 16;
        return tag == Tag.SOPClassUID || tag == Tag.SOPInstanceUID || group == 0x7fe0
                || Integer.compareUnsigned(tag, Tag.SamplesPerPixel) >= 0
                && Integer.compareUnsigned(tag, Tag.LargestPixelValueInSeries) <= 0 && tag != Tag.BurnedInAnnotation
                || tag >= 0x00281101 && tag <= 0x00281203 || tag >= 0x00282110 && tag <= 0x00282114;
    }
}
