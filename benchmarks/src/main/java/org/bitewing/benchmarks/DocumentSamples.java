package org.bitewing.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;

/** Data sets without pixels (PS3.3 A.19, A.35, F): many small elements in deep or long sequences. */
final class DocumentSamples {
    private static final int REGIONS = 24;
    private static final int SLICES = 150;
    private static final int CONTOURS_OF_A_REGION = 35;
    /** Containers in a container, by its level. */
    private static final int[] CONTAINERS = {1, 4, 3, 3, 0};
    private static final int PATIENTS = 4;
    private static final int SERIES_OF_A_PATIENT = 10;
    private static final int IMAGES_OF_A_SERIES = 49;

    private static final String PATIENT_AND_STUDY = """
            SpecificCharacterSet ISO_IR 100
            InstanceCreationDate 20240119
            InstanceCreationTime 072731
            StudyDate 20240119
            StudyTime 072730
            AccessionNumber
            Manufacturer BITEWING SYSTEMS
            ReferringPhysicianName
            StationName STATION
            ManufacturerModelName RHAPSODY
            PatientName Samples^Document
            PatientID DOC1
            PatientBirthDate
            PatientSex O
            SoftwareVersions 1.0
            StudyInstanceUID 1.2.826.0.1.3680043.8.498.9000.2.1.20240119072730
            SeriesInstanceUID 1.2.826.0.1.3680043.8.498.9000.3.1.20240119072730
            StudyID 1
            SeriesNumber 1
            InstanceNumber 1
            """;
    private static final AttributeTable STRUCTURE_SET = AttributeTable.of(PATIENT_AND_STUDY + """
            SOPClassUID 1.2.840.10008.5.1.4.1.1.481.3
            SOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.481.20240119072730
            Modality RTSTRUCT
            StructureSetLabel Plan
            StructureSetName Structures
            StructureSetDate 20240119
            StructureSetTime 072730
            ApprovalStatus UNAPPROVED
            """);
    private static final AttributeTable REFERENCED_IMAGE = AttributeTable.of("""
            ReferencedSOPClassUID 1.2.840.10008.5.1.4.1.1.2
            ReferencedSOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.1.#.20240119072730
            """);
    private static final AttributeTable REGION = AttributeTable.of("""
            ROINumber #
            ReferencedFrameOfReferenceUID 1.2.826.0.1.3680043.8.498.9000.4.1.20240119072730
            ROIName Region #
            ROIGenerationAlgorithm MANUAL
            """);
    private static final AttributeTable OBSERVATION = AttributeTable.of("""
            ObservationNumber #
            ReferencedROINumber #
            RTROIInterpretedType ORGAN
            ROIInterpreter
            """);
    private static final AttributeTable CONTOUR = AttributeTable.of("""
            ContourGeometricType CLOSED_PLANAR
            NumberOfContourPoints 12
            ContourSlabThickness 5.0
            ContourNumber #
            """);

    private static final AttributeTable REPORT = AttributeTable.of(PATIENT_AND_STUDY + """
            SOPClassUID 1.2.840.10008.5.1.4.1.1.88.33
            SOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.88.20240119072730
            Modality SR
            ContentDate 20240119
            ContentTime 072730
            ValueType CONTAINER
            ContinuityOfContent SEPARATE
            CompletionFlag COMPLETE
            VerificationFlag UNVERIFIED
            """);
    private static final AttributeTable CODE = AttributeTable.of("""
            CodeValue 12#
            CodingSchemeDesignator DCM
            CodeMeaning Meaning of code #
            """);
    private static final AttributeTable CONTENT = AttributeTable.of("""
            RelationshipType CONTAINS
            ValueType TEXT
            """);

    private static final AttributeTable FILE_SET = AttributeTable.of("""
            FileSetID BITEWING_SAMPLE
            OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity 396
            OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity 396
            FileSetConsistencyFlag 0
            SOPClassUID 1.2.840.10008.1.3.10
            SOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.3.20240119072730
            """);
    private static final String RECORD = """
            OffsetOfTheNextDirectoryRecord #
            RecordInUseFlag 65535
            OffsetOfReferencedLowerLevelDirectoryEntity #
            """;
    private static final AttributeTable PATIENT_RECORD = AttributeTable.of(RECORD + """
            DirectoryRecordType PATIENT
            SpecificCharacterSet ISO_IR 100
            PatientName Samples^Patient^#
            PatientID P#
            """);
    private static final AttributeTable STUDY_RECORD = AttributeTable.of(RECORD + """
            DirectoryRecordType STUDY
            SpecificCharacterSet ISO_IR 100
            StudyDate 20240119
            StudyTime 072730
            AccessionNumber #
            StudyDescription Spine, at least four views
            StudyInstanceUID 1.2.826.0.1.3680043.8.498.9000.2.#.20240119072730
            StudyID #
            """);
    private static final AttributeTable SERIES_RECORD = AttributeTable.of(RECORD + """
            DirectoryRecordType SERIES
            SeriesDate 20240119
            SeriesTime 072730
            Modality CT
            SeriesDescription Thin slices
            ProtocolName Spine
            SeriesInstanceUID 1.2.826.0.1.3680043.8.498.9000.3.#.20240119072730
            SeriesNumber #
            """);
    private static final AttributeTable IMAGE_RECORD = AttributeTable.of(RECORD + """
            DirectoryRecordType IMAGE
            ReferencedFileID P1\\CT1\\#
            ReferencedSOPClassUIDInFile 1.2.840.10008.5.1.4.1.1.2
            ReferencedSOPInstanceUIDInFile 1.2.826.0.1.3680043.8.498.9000.1.1.#.20240119072730
            ReferencedTransferSyntaxUIDInFile 1.2.840.10008.1.2.1
            ImageType DERIVED\\PRIMARY
            InstanceNumber #
            """);

    private DocumentSamples() {
    }

    static DataSetBuilder structureSet() {
        DataSetBuilder[] images = new DataSetBuilder[SLICES];
        for (int i = 0; i < SLICES; i++) {
            images[i] = REFERENCED_IMAGE.builder(i);
        }
        DataSetBuilder[] regions = new DataSetBuilder[REGIONS];
        DataSetBuilder[] contours = new DataSetBuilder[REGIONS];
        DataSetBuilder[] observations = new DataSetBuilder[REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            regions[i] = REGION.builder(i + 1);
            observations[i] = OBSERVATION.builder(i + 1);
            contours[i] = DataSet.builder().set(Tag.ROIDisplayColor, 255, 10 * i, 0)
                    .set(Tag.ReferencedROINumber, i + 1).set(Tag.ContourSequence, contours(i));
        }
        return STRUCTURE_SET.builder(1).set(Tag.ReferencedFrameOfReferenceSequence, frameOfReference(images))
                .set(Tag.StructureSetROISequence, regions).set(Tag.ROIContourSequence, contours)
                .set(Tag.RTROIObservationsSequence, observations);
    }

    private static DataSetBuilder frameOfReference(DataSetBuilder[] images) {
        DataSetBuilder series = AttributeTable.of("SeriesInstanceUID 1.2.826.0.1.3680043.8.498.9000.3.1.20240119072730")
                .builder(0).set(Tag.ContourImageSequence, images);
        DataSetBuilder study = REFERENCED_IMAGE.builder(0).set(Tag.RTReferencedSeriesSequence, series);
        return AttributeTable.of("FrameOfReferenceUID 1.2.826.0.1.3680043.8.498.9000.4.1.20240119072730").builder(0)
                .set(Tag.RTReferencedStudySequence, study);
    }

    private static DataSetBuilder[] contours(int region) {
        DataSetBuilder[] contours = new DataSetBuilder[CONTOURS_OF_A_REGION];
        for (int i = 0; i < contours.length; i++) {
            contours[i] = CONTOUR.builder(i + 1).set(Tag.ContourImageSequence, REFERENCED_IMAGE.builder(i))
                    .set(Tag.NumberOfContourPoints, 8 + i).set(Tag.ContourData, points(region, i));
        }
        return contours;
    }

    private static String[] points(int region, int slice) {
        String[] numbers = new String[3 * (8 + slice)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = "-" + (region + i) + "." + (100 + i) + (i % 3 == 2 ? "" : "25");
        }
        return numbers;
    }

    static DataSetBuilder report() {
        return REPORT.builder(1).set(Tag.ConceptNameCodeSequence, CODE.builder(1))
                .set(Tag.ContentSequence, content(0));
    }

    /** What a container holds: text, a code, a number with its unit, and, down to the fifth level, containers. */
    private static DataSetBuilder[] content(int level) {
        List<DataSetBuilder> all = new ArrayList<>();
        all.add(named("TEXT", 10).set(Tag.TextValue, "A mass of diameter 3 cm was detected in the upper lobe."));
        all.add(named("CODE", 20).set(Tag.ConceptCodeSequence, CODE.builder(21)));
        all.add(named("NUM", 30).set(Tag.MeasuredValueSequence, DataSet.builder().set(Tag.NumericValue, "3.25")
                .set(Tag.MeasurementUnitsCodeSequence, CODE.builder(31))));
        for (int i = 0; i < CONTAINERS[level]; i++) {
            all.add(named("CONTAINER", 40 + i).set(Tag.ContinuityOfContent, "SEPARATE")
                    .set(Tag.ContentSequence, content(level + 1)));
        }
        return all.toArray(DataSetBuilder[]::new);
    }

    private static DataSetBuilder named(String valueType, int code) {
        return CONTENT.builder(0).set(Tag.ValueType, valueType).set(Tag.ConceptNameCodeSequence, CODE.builder(code));
    }

    /** The offsets between the records lead nowhere: who parses does not follow them. */
    static DataSetBuilder directory() {
        List<DataSetBuilder> records = new ArrayList<>();
        for (int patient = 0; patient < PATIENTS; patient++) {
            records.add(PATIENT_RECORD.builder(patient));
            records.add(STUDY_RECORD.builder(patient));
            for (int series = 0; series < SERIES_OF_A_PATIENT; series++) {
                records.add(SERIES_RECORD.builder(series));
                for (int image = 0; image < IMAGES_OF_A_SERIES; image++) {
                    records.add(IMAGE_RECORD.builder(image));
                }
            }
        }
        return FILE_SET.builder(1).set(Tag.DirectoryRecordSequence, records.toArray(DataSetBuilder[]::new));
    }
}
