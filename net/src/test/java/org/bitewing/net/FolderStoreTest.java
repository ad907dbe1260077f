package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.net.StoredObject.Outcome;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of objects in a folder. */
class FolderStoreTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 104);
    private static final ConnectionInfo CONNECTION = new ConnectionInfo(1, false, ADDRESS, ADDRESS, Optional.empty());

    @TempDir
    Path folder;

    private static StoreRequest request(String instance) {
        return new StoreRequest(UID.CTImageStorage, instance, UID.ExplicitVRLittleEndian, "THEM", "US", CONNECTION);
    }

    private static StoredObject store(Store store, String instance, byte... dataSet) throws IOException {
        try (Store.Incoming incoming = store.begin(request(instance))) {
            incoming.dataSet().write(dataSet);
            return incoming.commit();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }

    private static byte[] dataSet(String description) throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.SOPInstanceUID, "1.2.3").set(Tag.StudyInstanceUID, "9.8")
                .set(Tag.PatientName, description).build();
        return Objects.bare(dataSet);
    }

    @Test
    void aFileHasItsNameOnlyWhenItIsComplete() throws IOException {
        FolderStore store = Store.toFolder(folder);
        byte[] dataSet = dataSet("A");
        try (Store.Incoming incoming = store.begin(request("1.2.3"))) {
            incoming.dataSet().write(dataSet);
            assertFalse(Files.exists(folder.resolve("1.2.3.dcm")));

            StoredObject stored = incoming.commit();

            assertEquals(Outcome.NEW, stored.outcome());
            assertEquals(dataSet.length, stored.length());
            assertEquals(Optional.of(store.folder().resolve("1.2.3.dcm")), stored.path());
        }
        DataSet read = Dicom.read(folder.resolve("1.2.3.dcm"));
        assertEquals(Optional.of("THEM"), read.text(Tag.SourceApplicationEntityTitle));
        assertEquals(Optional.of(UID.CTImageStorage), read.uid(Tag.MediaStorageSOPClassUID));
        assertEquals(List.of("1.2.3.dcm"), files());
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws IOException {
        try (Store.Incoming incoming = Store.toFolder(folder).begin(request("1.2.3"))) {
            incoming.dataSet().write(new byte[10]);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void theSameDataSetAgainChangesNothing() throws IOException {
        FolderStore store = Store.toFolder(folder);
        store(store, "1.2.3", dataSet("A"));
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(folder.resolve("1.2.3.dcm"), old);

        StoredObject again = store(store, "1.2.3", dataSet("A"));

        assertEquals(Outcome.IDENTICAL, again.outcome());
        assertEquals(old, Files.getLastModifiedTime(folder.resolve("1.2.3.dcm")));
        assertEquals(List.of("1.2.3.dcm"), files());
    }

    @Test
    void differentDataSetsOfAnInstanceStandBesideEachOther() throws IOException {
        FolderStore store = Store.toFolder(folder);
        assertEquals(Outcome.NEW, store(store, "1.2.3", dataSet("A")).outcome());
        assertEquals(Outcome.BESIDE, store(store, "1.2.3", dataSet("BB")).outcome());
        assertEquals(Outcome.BESIDE, store(store, "1.2.3", dataSet("CC")).outcome());
        assertEquals(Outcome.IDENTICAL, store(store, "1.2.3", dataSet("BB")).outcome());

        assertEquals(List.of("1.2.3.2.dcm", "1.2.3.3.dcm", "1.2.3.dcm"), files());
        assertEquals(Optional.of("A"), Dicom.read(folder.resolve("1.2.3.dcm")).text(Tag.PatientName));
        assertEquals(Optional.of("BB"), Dicom.read(folder.resolve("1.2.3.2.dcm")).text(Tag.PatientName));
    }

    @Test
    void aDifferentDataSetMayReplaceTheFirstOrBeRefused() throws IOException {
        FolderStore store = Store.toFolder(folder);
        store(store, "1.2.3", dataSet("A"));

        StoreException refused = assertThrows(StoreException.class,
                () -> store(store.with(FolderStore.Duplicates.REFUSE), "1.2.3", dataSet("B")));
        assertEquals(Status.DUPLICATE_SOP_INSTANCE, refused.status());
        assertEquals(Optional.of("A"), Dicom.read(folder.resolve("1.2.3.dcm")).text(Tag.PatientName));

        assertEquals(Outcome.REPLACED,
                store(store.with(FolderStore.Duplicates.REPLACE), "1.2.3", dataSet("B")).outcome());
        assertEquals(Optional.of("B"), Dicom.read(folder.resolve("1.2.3.dcm")).text(Tag.PatientName));
        assertEquals(List.of("1.2.3.dcm"), files());
    }

    @Test
    void aFileThatIsNoDicomIsNotLostEither() throws IOException {
        Files.writeString(folder.resolve("1.2.3.dcm"), "notes");

        assertEquals(Outcome.BESIDE, store(Store.toFolder(folder), "1.2.3", dataSet("A")).outcome());
        assertEquals("notes", Files.readString(folder.resolve("1.2.3.dcm")));
    }

    @Test
    void manyAtOnceOfOneInstanceAreAllKept() throws IOException {
        FolderStore store = Store.toFolder(folder).withoutSync();
        List<CompletableFuture<Outcome>> all = IntStream.range(0, 40).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> assertDoesNotThrow(() -> store(store, "1.2.3", dataSet("Number " + i / 2)).outcome()),
                Loopback.THREADS)).toList();
        List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();

        assertEquals(1, outcomes.stream().filter(Outcome.NEW::equals).count());
        assertEquals(20, outcomes.stream().filter(Outcome.IDENTICAL::equals).count());
        assertEquals(19, outcomes.stream().filter(Outcome.BESIDE::equals).count());
        assertEquals(20, files().size());
    }

    @Test
    void bareDataSetsAreTheBytesAlone() throws IOException {
        FolderStore store = Store.toFolder(folder).withoutFileMeta();
        store(store, "1.2.3", dataSet("A"));

        assertArrayEquals(dataSet("A"), Files.readAllBytes(folder.resolve("1.2.3.dcm")));
        assertEquals(Outcome.IDENTICAL, store(store, "1.2.3", dataSet("A")).outcome());
    }

    @Test
    void aFileMaySayOverWhichConnectionItCame() throws IOException {
        FolderStore store = Store.toFolder(folder);
        Path plain = store(store, "1.2.3", dataSet("A")).path().orElseThrow();
        assertFalse(Dicom.read(plain).contains(Tag.ReceivingApplicationEntityTitle));
        Path path = store(store.withConnection(), "1.2.4", dataSet("A")).path().orElseThrow();
        DataSet set = Dicom.read(path);
        assertEquals("THEM", set.text(Tag.SendingApplicationEntityTitle).orElse(""));
        assertEquals("US", set.text(Tag.ReceivingApplicationEntityTitle).orElse(""));
        assertEquals("dicom://127.0.0.1:104", set.text(Tag.SendingPresentationAddress).orElse(""));
    }

    @Test
    void namesMayComeFromTheDataSet() throws IOException {
        FileNaming naming = object -> "scp_" + FileNaming.clean(object.dataSetBefore(Tag.StudyInstanceUID + 1)
                .uid(Tag.StudyInstanceUID).orElse("")) + "/CT." + object.request().sopInstanceUid();

        store(Store.toFolder(folder).with(naming), "1.2.3", dataSet("A"));

        assertEquals(List.of("scp_9.8/CT.1.2.3"), files());
    }

    @Test
    void namesThatLeaveTheFolderOrAreNoneAreRefused() throws IOException {
        for (String name : List.of("../x", "a/../../x", "/etc/x", "", "a//b", ".", "..", "a/", "x\0y", "a\\b", "c:x",
                ".bitewing-x", "x".repeat(256), "a\nb")) {
            FolderStore store = Store.toFolder(folder).with(object -> name);
            assertThrows(IOException.class, () -> store(store, "1.2.3", dataSet("A")), name);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void textOfADataSetCanBeMadeAName() {
        assertEquals("_.__etc_passwd", FileNaming.clean("../\0etc/passwd").replaceFirst("^_\\.", "_."));
        assertEquals("_", FileNaming.clean(""));
        assertEquals("M_ller_Anna__M_", FileNaming.clean("M\u00fcller^Anna (M)"));
        assertEquals("_rf", FileNaming.clean("-rf"));
        assertEquals(128, FileNaming.clean("x".repeat(300)).length());
    }

    @Test
    void objectsMayBeStoredInAnotherForm() throws IOException {
        Conversion implicit = new Conversion() {
            @Override
            public List<String> targets(String transferSyntaxUid) {
                return transferSyntaxUid.equals(UID.ExplicitVRLittleEndian) ? List.of(UID.ImplicitVRLittleEndian)
                        : List.of();
            }

            @Override
            public void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException {
                UNCOMPRESSED.convert(file, transferSyntaxUid, target);
            }
        };
        FolderStore store = Store.toFolder(folder).with(implicit);
        byte[] sent = Objects.bare(Objects.ct("1.2.3", 1000));
        byte[] damaged = Arrays.copyOf(sent, sent.length - 1);
        store(store, "1.2.3", sent);
        store(store, "1.2.3", sent);
        store(store, "1.2.4", damaged);
        store(store.withoutFileMeta(), "1.2.5", Objects.bare(Objects.ct("1.2.5", 1000)));

        assertEquals(List.of("1.2.3.dcm", "1.2.4.dcm", "1.2.5.dcm"), files());
        DataSet stored = Dicom.read(folder.resolve("1.2.3.dcm"));
        assertEquals(UID.ImplicitVRLittleEndian, stored.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals(Objects.STUDY, stored.uid(Tag.StudyInstanceUID).orElseThrow());
        assertArrayEquals(damaged, Objects.dataSetBytes(folder.resolve("1.2.4.dcm")));
        assertEquals(8, Files.readAllBytes(folder.resolve("1.2.5.dcm"))[0]);
    }

    @Test
    void whatAProcessThatIsGoneLeftUnfinishedIsRemoved() throws IOException {
        Path gone = Files.createFile(folder.resolve(FolderStore.TEMPORARY + Long.MAX_VALUE + "-1-1"
                + FolderStore.UNFINISHED));
        Path earlier = Files.createFile(folder.resolve(FolderStore.TEMPORARY + ProcessHandle.current().pid() + "-1-1"
                + FolderStore.UNFINISHED));
        Path alive = Files.createFile(folder.resolve(FolderStore.TEMPORARY
                + ProcessHandle.current().parent().orElseThrow().pid() + "-1-1" + FolderStore.UNFINISHED));
        try (Store.Incoming mine = Store.toFolder(folder).begin(request("1.2.3"))) {
            mine.dataSet().write(1);
            Store.toFolder(folder);

            assertFalse(Files.exists(gone));
            assertFalse(Files.exists(earlier));
            assertTrue(Files.exists(alive));
            mine.commit();
        }
        assertTrue(Files.exists(folder.resolve("1.2.3.dcm")));
    }
}
