package org.bitewing.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/** Objects made up for tests. */
final class Objects {
    static final String STUDY = "1.2.826.0.1.3680043.10.1";

    private Objects() {
    }

    /** A CT image of so many bytes of pixels, which depend on the UID alone. */
    static DataSet ct(String instance, int pixelBytes) {
        byte[] pixels = new byte[pixelBytes];
        new Random(instance.hashCode()).nextBytes(pixels);
        DataSetBuilder builder = DataSet.builder()
                .set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyDate, "20260102")
                .set(Tag.Modality, "CT")
                .set(Tag.PatientName, "Test^Person")
                .set(Tag.PatientID, "T1")
                .set(Tag.StudyInstanceUID, STUDY)
                .set(Tag.SeriesInstanceUID, STUDY + ".1")
                .set(Tag.Rows, 1).set(Tag.Columns, Math.min(pixelBytes / 2, 1 << 14))
                .set(Tag.BitsAllocated, 16).set(Tag.BitsStored, 16).set(Tag.HighBit, 15)
                .set(Tag.SamplesPerPixel, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.PixelRepresentation, 0);
        return builder.set(org.bitewing.data.Value.of(Tag.PixelData, VR.OW, pixels)).build();
    }

    /** The bytes of a file in a transfer syntax. */
    static byte[] file(DataSet dataSet, TransferSyntax syntax) throws IOException {
        return DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(syntax));
    }

    /** The bytes of a data set in explicit VR little endian, as in a message. */
    static byte[] bare(DataSet dataSet) throws IOException {
        return DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE)
                .with(WriteOptions.FileMetaForm.NONE));
    }

    /** A file in explicit VR little endian. */
    static Path write(Path folder, String instance, int pixelBytes) throws IOException {
        return Files.write(folder.resolve(instance + ".dcm"),
                file(ct(instance, pixelBytes), TransferSyntax.EXPLICIT_LITTLE));
    }

    /** The data set of a file as bytes, without the meta information. */
    static byte[] dataSetBytes(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int start = (int) DicomFile.of(file).dataSetStart();
        return java.util.Arrays.copyOfRange(all, start, all.length);
    }
}
