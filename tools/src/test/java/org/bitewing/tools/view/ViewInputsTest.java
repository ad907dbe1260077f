package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, their links, DICOMDIRs, and several parameters. */
class ViewInputsTest {
    @TempDir
    private Path base;
    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createDirectories(base.resolve("in/deep/er")).getParent().getParent();
        Files.write(folder.resolve("deep/er/one"), Samples.bytes(Samples.slice(1, 1)));
    }

    private static TreeSet<String> names(Asked asked) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        asked.images().forEach(image -> names.add((String) image.get("name")));
        return names;
    }

    @Test
    void linksInCirclesAndOutOfTheFolderLeadNowhere() throws Exception {
        Files.write(base.resolve("outside"), Samples.bytes(Samples.slice(1, 2)));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("deep/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("file"), base.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("gone"), base.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("parent"), base);
        try (Asked asked = Asked.of(folder)) {
            assertEquals(List.of("deep/er/one"), List.copyOf(names(asked)));
            assertEquals(List.of("file", "gone", "parent"), List.copyOf(asked.problems().keySet()));
        }
        Path root = Files.createSymbolicLink(base.resolve("root"), folder);
        try (Asked asked = Asked.of(root)) {
            assertEquals(List.of("deep/er/one"), List.copyOf(names(asked)));
        }
    }

    @Test
    void linksAreFollowedOnRequest() throws Exception {
        Files.write(base.resolve("outside"), Samples.bytes(Samples.slice(1, 2)));
        Files.createSymbolicLink(folder.resolve("file"), base.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Catalog catalog = new Catalog("links");
        try (Scan scan = Scan.start(List.of(folder), true, catalog)) {
            scan.awaitComplete();
        }
        assertEquals(2, catalog.seriesImages("s0").orElseThrow().size());
    }

    @Test
    void severalParametersTellTheirNames() throws Exception {
        Path zip = Samples.zip(base.resolve("b.zip"), Map.of("x/two", Samples.bytes(Samples.slice(1, 2))));
        Path file = Files.write(base.resolve("three"), Samples.bytes(Samples.slice(1, 3)));
        try (Asked asked = Asked.of(folder, zip, file)) {
            assertEquals(List.of("b.zip!/x/two", "in/deep/er/one", "three"), List.copyOf(names(asked)));
            assertEquals("in, b.zip, three", asked.json("api/catalog").get("title"));
        }
    }

    private static DataSetBuilder record(String type, String... fileId) {
        DataSetBuilder record = DataSet.builder().set(Tag.OffsetOfTheNextDirectoryRecord, 0)
                .set(Tag.RecordInUseFlag, 0xffff).set(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, 0)
                .set(Tag.DirectoryRecordType, type);
        return fileId.length == 0 ? record : record.set(Tag.ReferencedFileID, fileId)
                .set(Tag.ReferencedSOPClassUIDInFile, UID.CTImageStorage);
    }

    /** A directory of one patient, whose records lie in the order of their levels. */
    private Path directory(Path in, boolean linked, DataSetBuilder... images) throws Exception {
        DataSetBuilder[] records = new DataSetBuilder[3 + images.length];
        records[0] = record("PATIENT").set(Tag.PatientID, "0815").set(Tag.PatientName, "Nobody");
        records[1] = record("STUDY").set(Tag.StudyInstanceUID, "1.2").set(Tag.StudyDate, "20260102");
        records[2] = record("SERIES").set(Tag.SeriesInstanceUID, "1.2.3").set(Tag.Modality, "CT")
                .set(Tag.SeriesNumber, 4);
        System.arraycopy(images, 0, records, 3, images.length);
        DataSetBuilder directory = DataSet.builder()
                .set(Tag.SOPClassUID, UID.MediaStorageDirectoryStorage).set(Tag.SOPInstanceUID, "1.2.4")
                .set(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, 0)
                .set(Tag.DirectoryRecordSequence, records);
        Path file = Files.write(in.resolve("DICOMDIR"), Samples.bytes(directory));
        if (linked) {
            // Once more, with the offsets that are known now; they have as many bytes.
            List<Long> offsets = DataSetReader.read(file, ReadOptions.defaults()).items(Tag.DirectoryRecordSequence)
                    .stream().map(item -> item.offset()).toList();
            for (int i = 0; i < 3; i++) {
                records[i].set(Tag.OffsetOfReferencedLowerLevelDirectoryEntity, (int) (long) offsets.get(i + 1));
            }
            for (int i = 3; i < records.length; i++) {
                // The last leads back to the first, which has to end all the same.
                int next = i + 1 < records.length ? i + 1 : 3;
                records[i].set(Tag.OffsetOfTheNextDirectoryRecord, (int) (long) offsets.get(next));
            }
            directory.set(Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, (int) (long) offsets.get(0))
                    .set(Tag.DirectoryRecordSequence, records);
            Files.write(file, Samples.bytes(directory));
        }
        return file;
    }

    @Test
    void directoryIsListedFromItsRecords() throws Exception {
        for (boolean linked : new boolean[] {true, false}) {
            Path file = directory(folder, linked, record("IMAGE", "DEEP", "ER", "ONE").set(Tag.InstanceNumber, 1),
                    record("IMAGE", "DEEP", "ER", "TWO").set(Tag.InstanceNumber, 2),
                    record("IMAGE", "DEEP", "ER", "LEFT").set(Tag.RecordInUseFlag, linked ? 0 : 0xffff));
            try (Asked asked = Asked.of(file)) {
                Map<String, Object> series = asked.series().get(0);
                assertEquals("1.2.3", series.get("uid"));
                assertEquals(linked ? 2.0 : 3.0, series.get("images"));
                List<Map<String, Object>> images = asked.images();
                assertEquals(8.0, images.get(0).get("rows"));
                assertEquals(true, images.get(0).get("picture"));
                assertEquals("the file is missing", images.get(1).get("why"));
                assertTrue(asked.problems().containsKey("DEEP/ER/TWO"), asked.problems().toString());
                assertEquals(200, asked.get("api/image/" + images.get(0).get("key") + "/frame/0").statusCode());
            }
        }
    }

    @Test
    void directoryNeverLeadsOutOfItsFolder() throws Exception {
        Files.write(base.resolve("OUT"), Samples.bytes(Samples.slice(1, 9)));
        Files.createSymbolicLink(folder.resolve("LINK"), base.resolve("OUT"));
        Files.createSymbolicLink(folder.resolve("UP"), base);
        Path file = directory(folder, true, record("IMAGE", "..", "OUT"), record("IMAGE", "../OUT"),
                record("IMAGE", base.resolve("OUT").toString()), record("IMAGE", "LINK"), record("IMAGE", "UP", "OUT"),
                record("IMAGE", "DEEP", "..", "..", "OUT"), record("IMAGE", "."));
        try (Asked asked = Asked.of(file)) {
            assertEquals(7, asked.images().size());
            for (Map<String, Object> image : asked.images()) {
                assertEquals("the file is missing", image.get("why"), image.toString());
                assertEquals(422, asked.get("api/image/" + image.get("key") + "/elements").statusCode());
            }
        }
    }
}
