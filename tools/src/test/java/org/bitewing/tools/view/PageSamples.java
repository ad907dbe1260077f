package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;

/** A study for the page: slices, a film, a file with very many elements, and one whose texts are scripts. */
final class PageSamples {
    static final String SCRIPT = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>";
    static final int SLICES = 5;
    static final int FRAMES = 12;
    static final int COLUMNS = 96;
    static final int ROWS = 64;
    /** Longer than what is sent of a value at first. */
    static final String COMMENT = "begin " + "of a comment that is long, ".repeat(300) + "end";

    private PageSamples() {
    }

    static Path zip(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 1; i <= SLICES; i++) {
            entries.put("ct/slice" + i + ".dcm", Samples.bytes(slice(i)));
        }
        entries.put("us/film.dcm", Samples.bytes(film()));
        entries.put("drawn.dcm", Samples.bytes(drawn()));
        entries.put("many.dcm", Samples.bytes(many()));
        entries.put("x/" + SCRIPT.replace('/', '|') + ".dcm", Samples.bytes(Samples.slice(9, 1)
                .set(Tag.PatientName, SCRIPT).set(Tag.PatientID, "x\" onload=\"window.hacked=1")
                .set(Tag.StudyInstanceUID, Samples.ROOT + ".9").set(Tag.SeriesDescription, "</span>" + SCRIPT)));
        entries.put("notes.txt", "no DICOM".getBytes());
        return Samples.zip(file, entries);
    }

    static DataSetBuilder slice(int number) {
        DataSetBuilder slice = Samples.slice(1, number)
                .set(Tag.Rows, ROWS).set(Tag.Columns, COLUMNS)
                .set(Tag.WindowCenter, 40, -600).set(Tag.WindowWidth, 400, 1500)
                .set(Tag.WindowCenterWidthExplanation, "SOFT", "LUNG")
                .set(Tag.PixelData, pixels(number))
                .set(Tag.ImageComments, COMMENT)
                .set(Tag.RequestAttributesSequence, DataSet.builder()
                        .set(Tag.ScheduledProcedureStepID, "STEP")
                        .set(Tag.ScheduledProtocolCodeSequence, DataSet.builder().set(Tag.CodeValue, "T-D3000")
                                .set(Tag.CodingSchemeDesignator, "SRT").set(Tag.CodeMeaning, "Chest")))
                .set(0x00290010, VR.LO, "BITEWING TEST")
                .set(0x00291001, VR.LO, "secret recipe");
        return number == 2 ? slice.set(Tag.ImageLaterality, "L") : slice;
    }

    private static byte[] pixels(int number) {
        byte[] pixels = new byte[COLUMNS * ROWS * 2];
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            int value = (i % COLUMNS * 37 + i / COLUMNS * 101 + number * 53) % 3000 - 1024;
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        return pixels;
    }

    private static DataSetBuilder film() {
        byte[] pixels = new byte[32 * 32 * FRAMES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / (32 * 32) * 20);
        }
        return Samples.slice(2, 1)
                .set(Tag.SOPClassUID, UID.UltrasoundMultiFrameImageStorage).set(Tag.Modality, "US")
                .set(Tag.SeriesDescription, "Film").set(Tag.NumberOfFrames, FRAMES).set(Tag.FrameTime, 40)
                .set(Tag.Rows, 32).set(Tag.Columns, 32).set(Tag.BitsAllocated, 8).set(Tag.BitsStored, 8)
                .set(Tag.HighBit, 7).set(Tag.PixelRepresentation, 0).set(Tag.WindowCenter, 128)
                .set(Tag.WindowWidth, 256).set(Tag.PixelData, pixels);
    }

    /** A slice with a square drawn over it, away from the side (PS3.3 C.9.2). */
    private static DataSetBuilder drawn() {
        byte[] bits = new byte[ROWS * COLUMNS / 8];
        for (int y = 16; y < 32; y++) {
            bits[(y * COLUMNS + 16) / 8] = (byte) 0xff;
        }
        return Samples.slice(4, 1).set(Tag.SeriesDescription, "Drawn").set(Tag.Rows, ROWS).set(Tag.Columns, COLUMNS)
                .set(Tag.PixelData, new byte[2 * ROWS * COLUMNS])
                .set(0x60000010, VR.US, ROWS).set(0x60000011, VR.US, COLUMNS).set(0x60000040, VR.CS, "G")
                .set(0x60000050, VR.SS, 1, 1).set(0x60000100, VR.US, 1).set(0x60000102, VR.US, 0)
                .set(Value.of(0x60003000, VR.OW, bits));
    }

    /** 20,000 elements in 250 items. */
    private static DataSetBuilder many() {
        DataSetBuilder[] items = new DataSetBuilder[250];
        for (int i = 0; i < items.length; i++) {
            items[i] = DataSet.builder().set(0x00290010, VR.LO, "BITEWING TEST");
            for (int j = 0; j < 79; j++) {
                items[i].set(0x00291001 + j, VR.LO, "value " + i + "/" + j);
            }
        }
        return Samples.slice(3, 1).set(Tag.SeriesDescription, "Many").set(Tag.ReferencedImageSequence, items);
    }
}
