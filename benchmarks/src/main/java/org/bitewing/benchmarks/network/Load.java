package org.bitewing.benchmarks.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bitewing.Dicom;
import org.bitewing.benchmarks.SampleFiles;
import org.bitewing.benchmarks.Shape;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;

/**
 * What is sent.
 *
 * @param name         for the table
 * @param count        how many objects
 * @param pixelBytes   the length of the Pixel Data of each
 * @param frames       1 or more
 * @param associations over how many at a time
 */
record Load(String name, int count, int pixelBytes, int frames, int associations) {
    private static final String ROOT = "1.2.826.0.1.3680043.10.7777";

    /** The first objects of this load, for peers that would take minutes. */
    Load first(int most) {
        return new Load(name, Math.min(most, count), pixelBytes, frames, associations);
    }

    /** The folder of the objects that go over one of the associations. */
    static Path part(Path folder, int association) {
        return folder.resolve("part" + association);
    }

    /** Writes the objects, and says how many bytes they have together. */
    long write(Path folder) throws IOException {
        byte[] pixels = new byte[pixelBytes];
        new Random(pixelBytes).nextBytes(pixels);
        DataSet pattern = SampleFiles.tree(Shape.CT);
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            DataSet object = pattern.toBuilder()
                    .set(Tag.SOPClassUID, frames > 1 ? UID.EnhancedCTImageStorage : UID.CTImageStorage)
                    .set(Tag.SOPInstanceUID, ROOT + "." + i).set(Tag.NumberOfFrames, Integer.toString(frames))
                    .set(Value.of(Tag.PixelData, VR.OW, pixels)).build();
            Path file = Files.createDirectories(part(folder, i % associations)).resolve(i + ".dcm");
            Dicom.write(object, file);
            bytes += Files.size(file);
        }
        return bytes;
    }
}
