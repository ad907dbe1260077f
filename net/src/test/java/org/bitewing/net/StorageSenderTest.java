package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.TransferSyntax;
import org.bitewing.net.SendResult.Outcome;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a sender promises: every object has its result, and what can be stored is. */
@Timeout(60)
class StorageSenderTest {
    @TempDir
    Path folder;

    private static StorageSender sender(StorageScp scp) {
        return sender(scp.address().getPort());
    }

    private static StorageSender sender(int port) {
        return StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", port, "SCP");
    }

    private List<OutgoingObject> objects(int count) throws IOException {
        List<OutgoingObject> objects = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            objects.add(OutgoingObject.of(Objects.write(folder, "1.2.3." + i, 100)));
        }
        return objects;
    }

    /** Takes objects until one comes for which it says no, which it does so many times. */
    private static Store refusing(String instance, int times, AtomicInteger count) {
        Store inner = Store.discarding();
        return request -> {
            if (request.sopInstanceUid().equals(instance) && count.incrementAndGet() <= times) {
                throw new IOException("No space left on device");
            }
            return inner.begin(request);
        };
    }

    @Test
    void everyObjectIsSentAndReportedInItsOrder() throws IOException {
        List<OutgoingObject> objects = objects(20);
        ConcurrentLinkedQueue<SendResult> heard = new ConcurrentLinkedQueue<>();
        try (StorageScp scp = Loopback.scp(Store.toFolder(folder.resolve("in")).withoutSync())) {
            SendReport report = sender(scp).withParallel(4).onResult(heard::add).send(objects);

            assertEquals(objects, report.results().stream().map(SendResult::object).toList());
            assertEquals(20, report.stored());
            assertEquals(List.of(), report.unsent());
            assertEquals(20, heard.size());
            assertTrue(scp.counters().associations() <= 4);
        }
    }

    @Test
    void moreContextsThanAnAssociationHasAreMoreAssociations() throws IOException {
        List<String> classes = IntStream.range(0, 100).mapToObj(i -> "1.2.3.4." + i).toList();
        List<OutgoingObject> objects = new ArrayList<>();
        for (String sopClass : classes) {
            DataSet object = Objects.ct(sopClass + ".1", 10).toBuilder().set(Tag.SOPClassUID, sopClass).build();
            objects.add(OutgoingObject.of(Files.write(folder.resolve(sopClass),
                    Objects.file(object, TransferSyntax.EXPLICIT_LITTLE))));
        }
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().takingAnyClass(), Store.discarding())) {
            assertEquals(100, sender(scp).send(objects).stored());
            // Each class in two uncompressed transfer syntaxes or more, and 128 contexts are the most.
            assertTrue(scp.counters().associations() >= 2, scp.counters().toString());
            assertEquals(100, scp.counters().objects());
        }
    }

    @Test
    void aRefusalForWantOfResourcesIsTriedAgain() throws IOException {
        List<OutgoingObject> objects = objects(3);
        AtomicInteger tries = new AtomicInteger();
        try (StorageScp scp = Loopback.scp(refusing("1.2.3.2", 2, tries))) {
            SendReport report = sender(scp).withRetries(3, Duration.ofMillis(10)).send(objects);

            assertEquals(3, report.stored());
            assertEquals(List.of(1, 3, 1), report.results().stream().map(SendResult::attempts).toList());
        }
    }

    @Test
    void withoutRetriesARefusalIsAFailureAndTheRestGoesOn() throws IOException {
        List<OutgoingObject> objects = objects(3);
        try (StorageScp scp = Loopback.scp(refusing("1.2.3.2", 99, new AtomicInteger()))) {
            SendReport report = sender(scp).send(objects);

            assertEquals(List.of(Outcome.STORED, Outcome.FAILED, Outcome.STORED),
                    report.results().stream().map(SendResult::outcome).toList());
            assertEquals(Optional.of(0xa700), report.results().get(1).status().map(Status::code));
            assertEquals(List.of(objects.get(1)), report.unsent());
        }
    }

    @Test
    void theFirstFailureMayEndTheSending() throws IOException {
        try (StorageScp scp = Loopback.scp(refusing("1.2.3.2", 99, new AtomicInteger()))) {
            SendReport report = sender(scp).stoppingAtFailure().send(objects(4));

            assertEquals(List.of(Outcome.STORED, Outcome.FAILED, Outcome.NOT_SENT, Outcome.NOT_SENT),
                    report.results().stream().map(SendResult::outcome).toList());
        }
    }

    @Test
    void aServerThatDiesLeavesAReportOfWhatIsMissingAndASecondRunSendsThat() throws IOException {
        List<OutgoingObject> objects = objects(10);
        FolderStore store = Store.toFolder(folder.resolve("in")).withoutSync();
        AtomicInteger count = new AtomicInteger();
        StorageScp[] dying = new StorageScp[1];
        dying[0] = Loopback.scp(request -> {
            if (count.incrementAndGet() == 4) {
                CompletableFuture.runAsync(() -> dying[0].stop(Duration.ofMillis(1)), Loopback.THREADS).join();
            }
            return store.begin(request);
        });
        SendReport first = sender(dying[0]).send(objects);
        assertEquals(3, first.stored());
        for (SendResult result : first.results()) {
            assertEquals(result.outcome() == Outcome.STORED, result.message().isEmpty());
        }

        try (StorageScp scp = Loopback.scp(store)) {
            SendReport second = sender(scp).send(first.unsent());
            assertEquals(10 - first.stored(), second.stored());
        }
        for (OutgoingObject object : objects) {
            assertTrue(Files.exists(folder.resolve("in").resolve(object.sopInstanceUid() + ".dcm")));
        }
    }

    @Test
    void aServerThatIsNotThereYetIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<OutgoingObject> objects = objects(2);
        SendReport nobody = sender(port).send(objects);
        assertEquals(List.of(Outcome.NOT_SENT, Outcome.NOT_SENT),
                nobody.results().stream().map(SendResult::outcome).toList());
        assertTrue(nobody.results().get(0).message().contains("no connection"), nobody.results().get(0).message());

        AtomicInteger waits = new AtomicInteger();
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().with((connection, request) -> waits.incrementAndGet() < 3
                        ? Optional.of(org.bitewing.net.pdu.AAssociateRJ.Reason.TEMPORARY_CONGESTION)
                        : Optional.empty()), Store.discarding())) {
            assertEquals(2, sender(scp).withRetries(5, Duration.ofMillis(5)).send(objects).stored());
        }
    }

    @Test
    void aPermanentRejectionIsNotTriedAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().with((connection, request) -> {
                    asked.incrementAndGet();
                    return Optional.of(org.bitewing.net.pdu.AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED);
                }), Store.discarding())) {
            SendReport report = sender(scp).withRetries(5, Duration.ofMillis(5)).send(objects(1));

            assertEquals(Outcome.NOT_SENT, report.results().get(0).outcome());
            assertTrue(report.results().get(0).message().contains("calling-AE-title-not-recognized"));
            assertEquals(1, asked.get());
        }
    }

    @Test
    void moreThan128ContextsAreMoreThanOneAssociation() throws IOException {
        List<OutgoingObject> objects = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            DataSet dataSet = DataSet.builder().set(Tag.SOPClassUID, "1.2.840.113619." + i)
                    .set(Tag.SOPInstanceUID, "1.2." + i).build();
            objects.add(OutgoingObject.of(Files.write(folder.resolve("f" + i),
                    Objects.file(dataSet, TransferSyntax.EXPLICIT_LITTLE))));
        }
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().takingAnyClass(), Store.discarding())) {
            assertEquals(150, sender(scp).send(objects).stored());
            assertEquals(3, scp.counters().associations());
        }
        List<Path> all = objects.stream().map(object -> object.path().orElseThrow()).toList();
        assertThrows(IllegalArgumentException.class, () -> StorageScu.offersFor(all));
    }

    @Test
    void anUncompressedObjectIsConvertedForAPeerThatWantsAnotherEncoding() throws IOException {
        DataSet ct = Objects.ct("1.2.3", 500);
        for (TransferSyntax syntax : List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG, TransferSyntax.DEFLATED)) {
            Path file = Files.write(folder.resolve("x.dcm"), Objects.file(ct, syntax));
            for (String wanted : List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian)) {
                Path in = folder.resolve("in-" + syntax.uid() + "-" + wanted);
                try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                        StorageOptions.defaults().withTransferSyntaxes(List.of(wanted)), Store.toFolder(in))) {
                    assertEquals(1, sender(scp).send(List.of(OutgoingObject.of(file))).stored(), syntax.uid());
                }
                DataSet stored = Dicom.read(in.resolve("1.2.3.dcm"));
                assertEquals(Optional.of(wanted), stored.uid(Tag.TransferSyntaxUID));
                assertArrayEquals(ct.bytes(Tag.PixelData), stored.bytes(Tag.PixelData));
                assertEquals(ct.text(Tag.PatientName), stored.text(Tag.PatientName));
            }
        }
    }

    @Test
    void anObjectThatThePeerDoesNotTakeFailsWithItsReason() throws IOException {
        Path file = Files.write(folder.resolve("x.dcm"),
                Objects.file(Objects.ct("1.2.3", 10), TransferSyntax.EXPLICIT_LITTLE));
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().withSopClasses(List.of(UID.MRImageStorage)), Store.discarding())) {
            SendResult result = sender(scp).send(List.of(OutgoingObject.of(file))).results().get(0);

            assertEquals(Outcome.FAILED, result.outcome());
            assertTrue(result.message().contains("no presentation context"), result.message());
        }
    }

    @Test
    void aFileThatShrinksWhileItIsSentFailsAloneAndTheOthersAreSent() throws IOException {
        List<OutgoingObject> objects = objects(3);
        Path damaged = folder.resolve("1.2.3.2.dcm");
        try (StorageScp scp = Loopback.scp(Store.discarding())) {
            Files.delete(damaged);
            SendReport report = sender(scp).withRetries(1, Duration.ofMillis(1)).send(objects);

            assertEquals(List.of(Outcome.STORED, Outcome.FAILED, Outcome.STORED),
                    report.results().stream().map(SendResult::outcome).toList());
            assertEquals("the data set could not be read: " + damaged, report.results().get(1).message());
        }
    }

    @Test
    void filesWithAndWithoutMetaInformationAndStreamsAreSent() throws IOException {
        DataSet ct = Objects.ct("1.2.3", 300);
        byte[] bare = Objects.bare(ct);
        Path noMeta = Files.write(folder.resolve("bare"), bare);
        byte[] file = Objects.file(ct, TransferSyntax.IMPLICIT_LITTLE);
        OutgoingObject stream = OutgoingObject.of("archive.zip!/x", () -> new ByteArrayInputStream(file));
        assertEquals(UID.ImplicitVRLittleEndian, stream.transferSyntaxUid());
        assertEquals(Optional.empty(), stream.path());
        try (StorageScp scp = Loopback.scp(Store.toFolder(folder.resolve("in")))) {
            assertEquals(2, sender(scp).send(List.of(OutgoingObject.of(noMeta), stream)).stored());
        }
        assertArrayEquals(bare, Objects.dataSetBytes(folder.resolve("in/1.2.3.dcm")));
        assertEquals(Optional.of(UID.ImplicitVRLittleEndian),
                Dicom.read(folder.resolve("in/1.2.3.2.dcm")).uid(Tag.TransferSyntaxUID));
    }

    @Test
    void whatIsNoObjectIsAnErrorOfItsFile() throws IOException {
        Path text = Files.writeString(folder.resolve("x.txt"), "This is a text and no DICOM file at all.");
        Path noInstance = Files.write(folder.resolve("y.dcm"), Objects.file(DataSet.builder()
                .set(Tag.SOPClassUID, "../../x").set(Tag.SOPInstanceUID, "1.2").build(),
                TransferSyntax.EXPLICIT_LITTLE));

        assertThrows(DicomException.class, () -> OutgoingObject.of(text));
        assertThrows(DicomException.class, () -> OutgoingObject.of(noInstance));
    }
}
