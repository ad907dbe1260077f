package org.bitewing.benchmarks;

import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** Data sets of images (PS3.3 A.3, A.4, A.36) as scanners write them. */
final class ImageSamples {
    static final int FRAMES = 204;
    private static final int FRAME_BYTES = 32 * 32 * 2;

    private static final AttributeTable CT = AttributeTable.of("""
            SpecificCharacterSet ISO_IR 100
            ImageType ORIGINAL\\PRIMARY\\AXIAL
            InstanceCreationDate 20240119
            InstanceCreationTime 072731
            InstanceCreatorUID 1.2.826.0.1.3680043.8.498.9000.3
            SOPClassUID 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.1.#.20240119072730
            StudyDate 20240119
            SeriesDate 20240119
            AcquisitionDate 20240119
            ContentDate 20240119
            StudyTime 072730
            SeriesTime 112749
            AcquisitionTime 112936
            ContentTime 113008
            AccessionNumber
            Modality CT
            Manufacturer BITEWING SYSTEMS
            InstitutionName SAMPLE IMAGING CENTER
            ReferringPhysicianName
            TimezoneOffsetFromUTC -0500
            StationName CT01_OC0
            StudyDescription Head and neck
            ManufacturerModelName RHAPSODY
            PatientName Samples^CT^#
            PatientID CT#
            PatientBirthDate
            PatientSex O
            PatientAge 000Y
            PatientWeight 0.000000
            AdditionalPatientHistory
            ContrastBolusAgent IODINE 300/100
            ScanOptions HELICAL MODE
            SliceThickness 5.000000
            KVP 120
            SpacingBetweenSlices 5.000000
            DataCollectionDiameter 480.000000
            SoftwareVersions 05
            ContrastBolusRoute IV
            ReconstructionDiameter 338.671600
            DistanceSourceToDetector 1099.3100585938
            DistanceSourceToPatient 630.000000
            GantryDetectorTilt 0.000000
            TableHeight 133.699997
            ExposureTime 1601
            XRayTubeCurrent 170
            Exposure 170
            FilterType LARGE BODY FILT
            FocalSpots 0.700000
            ConvolutionKernel STANDARD
            PatientPosition FFS
            StudyInstanceUID 1.2.826.0.1.3680043.8.498.9000.2.#.20240119072730
            SeriesInstanceUID 1.2.826.0.1.3680043.8.498.9000.3.#.1.20240119072730
            StudyID CT#
            SeriesNumber 1
            AcquisitionNumber 2
            InstanceNumber #
            ImagePositionPatient -158.135803\\-179.035797\\-75.699997
            ImageOrientationPatient 1.000000\\0.000000\\0.000000\\0.000000\\1.000000\\0.000000
            FrameOfReferenceUID 1.2.826.0.1.3680043.8.498.9000.4.1.20240119072730
            Laterality
            PositionReferenceIndicator SN
            SliceLocation -77.2040634155
            ImageComments Uncompressed
            SamplesPerPixel 1
            PhotometricInterpretation MONOCHROME2
            Rows 512
            Columns 512
            PixelSpacing 0.661468\\0.661468
            BitsAllocated 16
            BitsStored 16
            HighBit 15
            PixelRepresentation 1
            PixelPaddingValue 63536
            RescaleIntercept -1024
            RescaleSlope 1
            """);

    private static final AttributeTable MR = AttributeTable.of("""
            ImageType DERIVED\\SECONDARY\\OTHER
            InstanceCreationDate 20240826
            InstanceCreationTime 185434
            InstanceCreatorUID 1.2.826.0.1.3680043.8.498.9000.3
            SOPClassUID 1.2.840.10008.5.1.4.1.1.4
            SOPInstanceUID 1.2.826.0.1.3680043.8.498.9000.1.4.#.20240826185059
            StudyDate 20240826
            SeriesDate
            AcquisitionDate
            StudyTime 185059
            SeriesTime
            AcquisitionTime
            AccessionNumber
            Modality MR
            Manufacturer BITEWING SYSTEMS
            InstitutionName SAMPLE
            ReferringPhysicianName
            TimezoneOffsetFromUTC -0400
            StationName 000000000
            NameOfPhysiciansReadingStudy ----
            OperatorsName ----
            ManufacturerModelName MRT50
            PatientName Samples^MR^#
            PatientID MR#
            PatientBirthDate
            PatientSex F
            PatientSize
            PatientWeight 80.0000
            ContrastBolusAgent
            ScanningSequence SE
            SequenceVariant NONE
            ScanOptions
            MRAcquisitionType 3D
            SliceThickness 0.8000
            RepetitionTime 4000.0000
            EchoTime 240.0000
            NumberOfAverages 1.0000
            ImagingFrequency 63.92433900
            ImagedNucleus H
            EchoNumbers 1
            EchoTrainLength
            DeviceSerialNumber -0000200
            SoftwareVersions V3.51*P25
            FlipAngle 90
            PatientPosition HFS
            StudyInstanceUID 1.2.826.0.1.3680043.8.498.9000.2.#.20240826185059
            SeriesInstanceUID 1.2.826.0.1.3680043.8.498.9000.3.#.1.20240826185059
            StudyID MR#
            SeriesNumber 1
            AcquisitionNumber 0
            InstanceNumber #
            ImagePositionPatient -83.9063\\-91.2000\\6.6406
            ImageOrientationPatient 1.0000\\0.0000\\0.0000\\0.0000\\1.0000\\0.0000
            FrameOfReferenceUID 1.2.826.0.1.3680043.8.498.9000.4.4.20240826185059
            Laterality
            PositionReferenceIndicator
            SliceLocation 0.0000
            ImageComments Uncompressed
            SamplesPerPixel 1
            PhotometricInterpretation MONOCHROME2
            Rows 64
            Columns 64
            PixelSpacing 0.3125\\0.3125
            BitsAllocated 16
            BitsStored 16
            HighBit 15
            PixelRepresentation 1
            SmallestImagePixelValue 0
            LargestImagePixelValue 4000
            WindowCenter 600
            WindowWidth 1600
            """);

    private static final AttributeTable SHARED_TIMING = AttributeTable.of("""
            EchoTrainLength 1
            FlipAngle 12
            RepetitionTime 7.9
            RFEchoTrainLength 0
            GradientEchoTrainLength 1
            """);
    private static final AttributeTable PIXEL_MEASURES = AttributeTable.of("""
            SliceThickness 1.000000e+00
            SpacingBetweenSlices 1.000000e+00
            PixelSpacing 8.105470e-01\\8.105470e-01
            """);
    private static final AttributeTable FRAME_CONTENT = AttributeTable.of("""
            FrameAcquisitionDateTime 20240826185059.120000
            FrameReferenceDateTime 20240826185059.120000
            FrameAcquisitionDuration 7.9
            StackID 1
            InStackPositionNumber #
            TemporalPositionIndex 1
            FrameAcquisitionNumber #
            DimensionIndexValues 1\\#
            """);
    private static final AttributeTable FRAME_TYPE = AttributeTable.of("""
            FrameType ORIGINAL\\PRIMARY\\T1\\NONE
            PixelPresentation MONOCHROME
            VolumetricProperties VOLUME
            VolumeBasedCalculationTechnique NONE
            ComplexImageComponent MAGNITUDE
            AcquisitionContrast T1
            """);
    private static final AttributeTable PLANE_POSITION =
            AttributeTable.of("ImagePositionPatient -83.9063\\-91.2000\\#.6406");
    private static final AttributeTable PLANE_ORIENTATION = AttributeTable.of("ImageOrientationPatient 1\\0\\0\\0\\1\\0");
    private static final AttributeTable WINDOW = AttributeTable.of("""
            WindowCenter 600.0
            WindowWidth 1600.0
            """);
    private static final AttributeTable TRANSFORMATION = AttributeTable.of("""
            RescaleIntercept 0
            RescaleSlope 1.5
            RescaleType US
            """);
    private static final AttributeTable IRRADIATION =
            AttributeTable.of("IrradiationEventUID 1.2.826.0.1.3680043.8.498.9000.5.#.20240826185059");
    private static final AttributeTable ECHO = AttributeTable.of("EffectiveEchoTime 240");

    private ImageSamples() {
    }

    static DataSetBuilder ct() {
        return ct(1, 512 * 512 * 2);
    }

    /** A CT image of a number that its UIDs hold, with as many bytes of pixels as are wanted. */
    static DataSetBuilder ct(int number, int pixelBytes) {
        DataSetBuilder builder = CT.builder(number);
        DataSetBuilder identifier = AttributeTable.of("""
                PatientID ABCD1234
                TypeOfPatientID TEXT
                """).builder(0);
        DataSetBuilder other = AttributeTable.of("""
                PatientID 1234ABCD
                TypeOfPatientID TEXT
                """).builder(0);
        builder.set(Tag.OtherPatientIDsSequence, identifier, other);
        int[][] vendor = {{0x09, 10}, {0x11, 2}, {0x19, 57}, {0x21, 14}, {0x23, 4}, {0x25, 9}, {0x27, 34}, {0x43, 45}};
        for (int[] block : vendor) {
            AttributeTable.setPrivate(builder, block[0], "BITEWING_0" + block[0], block[1]);
        }
        builder.set(Value.of(0x00431080, VR.OB, new byte[2068]));
        return builder.set(pixels(pixelBytes));
    }

    static DataSetBuilder mr() {
        return MR.builder(1).set(pixels(64 * 64 * 2));
    }

    static DataSetBuilder enhanced() {
        DataSetBuilder[] frames = new DataSetBuilder[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = frame(i + 1);
        }
        DataSetBuilder shared = DataSet.builder()
                .set(Tag.MRTimingAndRelatedParametersSequence, SHARED_TIMING.builder(0))
                .set(Tag.PixelMeasuresSequence, PIXEL_MEASURES.builder(0));
        return MR.builder(1)
                .set(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.4.1")
                .set(Tag.NumberOfFrames, FRAMES).set(Tag.Rows, 32).set(Tag.Columns, 32)
                .set(Tag.SharedFunctionalGroupsSequence, shared)
                .set(Tag.PerFrameFunctionalGroupsSequence, frames)
                .set(pixels(FRAMES * FRAME_BYTES));
    }

    private static DataSetBuilder frame(int number) {
        return DataSet.builder()
                .set(Tag.FrameContentSequence, FRAME_CONTENT.builder(number))
                .set(Tag.MRImageFrameTypeSequence, FRAME_TYPE.builder(number))
                .set(Tag.PlanePositionSequence, PLANE_POSITION.builder(number))
                .set(Tag.PlaneOrientationSequence, PLANE_ORIENTATION.builder(number))
                .set(Tag.FrameVOILUTSequence, WINDOW.builder(number))
                .set(Tag.PixelValueTransformationSequence, TRANSFORMATION.builder(number))
                .set(Tag.MREchoSequence, ECHO.builder(number))
                .set(Tag.IrradiationEventIdentificationSequence, IRRADIATION.builder(number));
    }

    /** Not all zero, so that no file system finds holes in them. */
    static Value pixels(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31 + (i >>> 8));
        }
        return Value.of(Tag.PixelData, VR.OW, bytes);
    }
}
