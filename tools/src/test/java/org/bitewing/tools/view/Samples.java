package org.bitewing.tools.view;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;

/** Images of nobody, made for the tests. */
final class Samples {
    static final String ROOT = "2.25.312804060119838734181545495975360450170";

    private Samples() {
    }

    /** A slice of 16 by 8 pixels of 16 bits: {@code value = 100 * row + column - 200}, as a CT has it. */
    static DataSetBuilder slice(int series, int number) {
        return DataSet.builder()
                .set(Tag.SpecificCharacterSet, "ISO_IR 192")
                .set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, ROOT + ".3." + series + "." + number)
                .set(Tag.StudyDate, "20260102")
                .set(Tag.StudyTime, "030405")
                .set(Tag.Modality, "CT")
                .set(Tag.StudyDescription, "Head")
                .set(Tag.SeriesDescription, "AX " + series)
                .set(Tag.PatientName, "Nobody^Ann=山田^太郎")
                .set(Tag.PatientID, "0815")
                .set(Tag.StudyInstanceUID, ROOT + ".1")
                .set(Tag.SeriesInstanceUID, ROOT + ".2." + series)
                .set(Tag.SeriesNumber, series)
                .set(Tag.InstanceNumber, number)
                .set(Tag.ImagePositionPatient, 0, 0, 5 * number)
                .set(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0)
                .set(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.Rows, 8)
                .set(Tag.Columns, 16)
                .set(Tag.PixelSpacing, 0.5, 0.5)
                .set(Tag.BitsAllocated, 16)
                .set(Tag.BitsStored, 16)
                .set(Tag.HighBit, 15)
                .set(Tag.PixelRepresentation, 1)
                .set(Tag.WindowCenter, 150)
                .set(Tag.WindowWidth, 700)
                .set(Tag.PixelData, pixels());
    }

    private static byte[] pixels() {
        byte[] pixels = new byte[16 * 8 * 2];
        for (int i = 0; i < 16 * 8; i++) {
            int value = 100 * (i / 16) + i % 16 - 200;
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        return pixels;
    }

    static byte[] bytes(DataSetBuilder image) {
        try {
            return Dicom.toBytes(image.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip file by the JDK, deflated. */
    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
