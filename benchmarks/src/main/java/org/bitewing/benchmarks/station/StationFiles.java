package org.bitewing.benchmarks.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.Dicom;
import org.bitewing.benchmarks.SampleFiles;
import org.bitewing.benchmarks.Shape;
import org.bitewing.data.DataSet;
import org.bitewing.data.Edit;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/**
 * Files for a station to scan: CT images like those of the scan, in studies of several series.
 *
 * @param studies how many studies
 * @param series  how many series each study has
 * @param objects how many images each series has
 */
record StationFiles(int studies, int series, int objects) {
    private static final int PIXELS = 8192;
    private static final String ROOT = "1.2.826.0.1.3680043.8.498.";

    /** The Study Instance UID of the files in a folder that was written. */
    static String uid(String folder) {
        return ROOT + folder.substring("study".length());
    }

    /** Writes the files, each study in a folder of its own; the studies count from the first. */
    void write(Path folder, int firstStudy) throws IOException {
        // Whoever looks at heads alone leaves the pixels out; without them 10,000 files fit into memory.
        DataSet image = SampleFiles.tree(Shape.CT)
                .with(Edit.setBytes(TagPath.of(Tag.PixelData), new byte[PIXELS]));
        for (int study = firstStudy; study < firstStudy + studies; study++) {
            Path own = Files.createDirectories(folder.resolve("study" + study));
            for (int one = 1; one <= series; one++) {
                write(image, study, one, own);
            }
        }
    }

    private void write(DataSet image, int study, int one, Path folder) throws IOException {
        String uid = ROOT + study;
        DataSet first = image.with(Edit.set(Tag.StudyInstanceUID, uid), Edit.set(Tag.SeriesInstanceUID, uid + "." + one),
                Edit.set(Tag.PatientID, "PAT" + study), Edit.set(Tag.SeriesNumber, Integer.toString(one)));
        for (int number = 1; number <= objects; number++) {
            Dicom.write(first.with(Edit.set(Tag.SOPInstanceUID, uid + "." + one + "." + number),
                    Edit.set(Tag.InstanceNumber, Integer.toString(number)),
                    Edit.set(Tag.ImagePositionPatient, "0\\0\\" + number)), folder.resolve(one + "-" + number));
        }
    }

    /**
     * Writes files.
     *
     * @param arguments a folder, and the numbers of studies, series and images
     * @throws IOException where they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new StationFiles(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3])).write(Path.of(arguments[0]), 1);
    }
}
