package org.bitewing.tools.tour;

import org.bitewing.codec.jpeg.EncodeParameters;
import org.bitewing.codec.jpeg.JpegEncoder;
import org.bitewing.codec.jpeg.JpegProcess;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;

/** A small secondary capture image of nobody: a disc in a square, with the elements that such an image must have. */
final class SampleImage {
    private static final int SIZE = 64;
    private static final String ROOT = "2.25.312804060119838734181545495975360450170";

    private SampleImage() {
    }

    static int elementCount() {
        return make().elements().size();
    }

    static DataSet make() {
        return DataSet.builder()
                .set(Tag.SpecificCharacterSet, "ISO_IR 192")
                .set(Tag.ImageType, "DERIVED", "SECONDARY")
                .set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.SOPInstanceUID, ROOT + ".3")
                .set(Tag.StudyDate, "20260102")
                .set(Tag.StudyTime, "030405")
                .setEmpty(Tag.AccessionNumber)
                .set(Tag.Modality, "OT")
                .set(Tag.ConversionType, "SYN")
                .setEmpty(Tag.ReferringPhysicianName)
                .set(Tag.AnatomicRegionSequence, DataSet.builder()
                        .set(Tag.CodeValue, "T-D1100")
                        .set(Tag.CodingSchemeDesignator, "SRT")
                        .set(Tag.CodeMeaning, "Head"))
                .set(Tag.PatientName, "Nobody^Ann=山田^太郎")
                .set(Tag.PatientID, "0815")
                .setEmpty(Tag.PatientBirthDate)
                .set(Tag.PatientSex, "O")
                .set(Tag.StudyInstanceUID, ROOT + ".1")
                .set(Tag.SeriesInstanceUID, ROOT + ".2")
                .set(Tag.StudyID, "1")
                .set(Tag.SeriesNumber, 1)
                .set(Tag.InstanceNumber, 1)
                .setEmpty(Tag.PatientOrientation)
                .set(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.Rows, SIZE)
                .set(Tag.Columns, SIZE)
                .set(Tag.PixelSpacing, 0.5, 0.5)
                .set(Tag.BitsAllocated, 8)
                .set(Tag.BitsStored, 8)
                .set(Tag.HighBit, 7)
                .set(Tag.PixelRepresentation, 0)
                .set(Tag.PixelData, disc(SIZE))
                .build();
    }

    /** A slice of a ball as a JPEG picture: the first and the last small discs, the one between large. */
    static byte[] jpeg(int slice, int slices) {
        double height = 2.0 * slice / (slices + 1) - 1;
        int diameter = (int) Math.round(SIZE * Math.sqrt(1 - height * height));
        EncodeParameters parameters = EncodeParameters.lossy(JpegProcess.BASELINE, 8, SIZE, SIZE, 1);
        return new JpegEncoder().encode(parameters, disc(diameter), 0);
    }

    private static byte[] disc(int diameter) {
        byte[] pixels = new byte[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int x = 2 * column + 1 - SIZE;
                int y = 2 * row + 1 - SIZE;
                boolean inside = x * x + y * y < diameter * diameter;
                pixels[row * SIZE + column] = (byte) (inside ? 128 + row + column - SIZE : 0);
            }
        }
        return pixels;
    }
}
