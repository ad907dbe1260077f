package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.CommonExtendedNegotiation;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a storage SCP promises: who hears success has an object on the disk; who does not, has none. */
@Timeout(60)
class StorageScpTest {
    @TempDir
    Path folder;

    private static StorageScu scu(StorageScp scp, Path... files) throws IOException {
        return StorageScu.connect("127.0.0.1", scp.address().getPort(), "ME", "SCP",
                StorageScu.offersFor(List.of(files)));
    }

    /** A store whose disk fails at a step. */
    private static Store failing(String step, IOException failure) {
        return failing(step, failure, () -> {
            // Nothing was begun.
        });
    }

    private static Store failing(String step, IOException failure, Runnable onClose) {
        return request -> {
            if (step.equals("begin")) {
                throw failure;
            }
            return new Store.Incoming() {
                @Override
                public OutputStream dataSet() {
                    return new OutputStream() {
                        @Override
                        public void write(int value) throws IOException {
                            if (step.equals("write")) {
                                throw failure;
                            }
                        }
                    };
                }

                @Override
                public StoredObject commit() throws IOException {
                    throw failure;
                }

                @Override
                public void close() {
                    onClose.run();
                }
            };
        };
    }

    @Test
    void aStoreThatFailsIsOutOfResourcesAndTheAssociationGoesOn() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 500_000);
        for (String step : List.of("begin", "write", "commit")) {
            try (StorageScp scp = Loopback.scp(failing(step, new IOException("No space left on device")));
                 StorageScu scu = scu(scp, file)) {
                assertEquals(Status.OUT_OF_RESOURCES, scu.send(file), step);
                assertEquals(Status.OUT_OF_RESOURCES, scu.send(file), step);
                assertEquals(2, scp.counters().failures());
                assertEquals(0, scp.counters().objects());
            }
        }
    }

    @Test
    void theRoomOfAnObjectThatFailedIsGivenBackBeforeItsEnd() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (StorageScp scp = Loopback.scp(failing("write", new IOException("No space left on device"),
                () -> closed.complete(null)));
             RawPeer peer = RawPeer.associate(scp.address().getPort())) {
            peer.sendStore("1.2.3").send(3, false, false, new byte[100]);

            closed.get(20, TimeUnit.SECONDS);

            peer.send(3, false, true, new byte[100]);
            assertEquals(Status.OUT_OF_RESOURCES, peer.readCommand().status());
        }
    }

    @Test
    void aStoreMayRefuseWithAStatusOfItsOwn() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 10);
        try (StorageScp scp = Loopback.scp(failing("commit", new StoreException(Status.NOT_AUTHORIZED, "no")));
             StorageScu scu = scu(scp, file)) {
            assertEquals(Status.NOT_AUTHORIZED, scu.send(file));
        }
    }

    @Test
    void aFolderThatIsGoneIsOutOfResources() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 10);
        FolderStore store = Store.toFolder(folder.resolve("in"));
        Files.delete(folder.resolve("in"));
        try (StorageScp scp = Loopback.scp(store); StorageScu scu = scu(scp, file)) {
            assertEquals(Status.OUT_OF_RESOURCES, scu.send(file));
            assertFalse(Files.exists(folder.resolve("in")));

            Files.createDirectory(folder.resolve("in"));
            assertEquals(Status.SUCCESS, scu.send(file));
        }
    }

    @Test
    void whatIsHeardOfAnObjectIsWhatWasStored() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 100);
        List<StoredObject> heard = new ArrayList<>();
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().onStored(heard::add), Store.toFolder(folder.resolve("in")));
             StorageScu scu = scu(scp, file)) {
            scu.send(file);
            scu.send(file);

            assertEquals(List.of(StoredObject.Outcome.NEW, StoredObject.Outcome.IDENTICAL),
                    heard.stream().map(StoredObject::outcome).toList());
            StoreRequest request = heard.get(0).request();
            assertEquals(List.of(UID.CTImageStorage, "1.2.3", UID.ExplicitVRLittleEndian, "ME", "SCP"),
                    List.of(request.sopClassUid(), request.sopInstanceUid(), request.transferSyntaxUid(),
                            request.callingAETitle(), request.calledAETitle()));
            assertTrue(request.connection().peer().getAddress().isLoopbackAddress());
            assertEquals(2, scp.counters().objects());
            assertEquals(1, scp.counters().associations());
            assertEquals(2L * Objects.dataSetBytes(file).length, scp.counters().bytes());
        }
    }

    /** The results of the contexts that a server answers. */
    private static List<String> answer(StorageOptions options, UserInformation user, ProposedContext... contexts)
            throws IOException {
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT, options,
                Store.discarding()); RawPeer peer = RawPeer.connect(scp.address().getPort())) {
            AAssociateAC answer = (AAssociateAC) peer.send(AAssociateRQ.of("SCP", "RAW", List.of(contexts), user))
                    .read();
            return answer.presentationContexts().stream().map(context -> context.isAccepted()
                    ? context.transferSyntax() : "refused " + context.result()).toList();
        }
    }

    @Test
    void theClassesAndEncodingsThatAreWantedAreTaken() throws IOException {
        UserInformation user = RawPeer.REQUEST.userInformation();
        UserInformation declaring = user.withExtended(List.of(), List.of(
                new CommonExtendedNegotiation("1.2.3.4", UID.Storage, List.of())));
        ProposedContext ct = new ProposedContext(1, UID.CTImageStorage, List.of("1.2.3.77", UID.JPEG2000,
                UID.ExplicitVRLittleEndian));
        ProposedContext unknown = new ProposedContext(3, "1.2.3.4", List.of(UID.ImplicitVRLittleEndian));
        ProposedContext commitment = new ProposedContext(5, UID.StorageCommitmentPushModel,
                List.of(UID.ImplicitVRLittleEndian));
        ProposedContext path = new ProposedContext(7, "../x", List.of(UID.ImplicitVRLittleEndian));
        StorageOptions defaults = StorageOptions.defaults();

        assertEquals(List.of("1.2.3.77", "refused 3", "refused 3", "refused 3"),
                answer(defaults, user, ct, unknown, commitment, path));
        assertEquals(List.of("1.2.3.77", UID.ImplicitVRLittleEndian), answer(defaults, declaring, ct, unknown));
        assertEquals(List.of("1.2.3.77", UID.ImplicitVRLittleEndian, "refused 3"),
                answer(defaults.takingAnyClass(), user, ct, unknown, path));
        assertEquals(List.of("refused 3", UID.ImplicitVRLittleEndian),
                answer(defaults.withSopClasses(List.of("1.2.3.4")), user, ct, unknown));
        assertEquals(List.of(UID.ExplicitVRLittleEndian, "refused 4"), answer(defaults.takingAnyClass()
                .withTransferSyntaxes(List.of(UID.ExplicitVRLittleEndian, UID.JPEG2000)), user, ct, unknown));
    }

    @Test
    void stoppingLetsTheObjectUnderWayFinishAndAbortsWhoWaits() throws Exception {
        byte[] object = Objects.bare(Objects.ct("1.2.3", 1000));
        CountDownLatch begun = new CountDownLatch(1);
        FolderStore inner = Store.toFolder(folder.resolve("in"));
        StorageScp scp = Loopback.scp(request -> {
            begun.countDown();
            return inner.begin(request);
        });
        try (RawPeer busy = RawPeer.associate(scp.address().getPort());
             RawPeer idle = RawPeer.associate(scp.address().getPort())) {
            busy.sendStore("1.2.3").send(3, false, false, object);
            begun.await();
            CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(
                    () -> scp.stop(Duration.ofSeconds(20)), Loopback.THREADS);
            assertEquals(AAbort.BY_USER, idle.read());
            idle.socket.close();
            assertThrows(IOException.class, () -> RawPeer.associate(scp.address().getPort()));
            busy.send(3, false, true, new byte[0]);

            assertEquals(Status.SUCCESS, busy.readCommand().status());
            assertEquals(AAbort.BY_USER, busy.read());
            busy.socket.close();
            assertTrue(stopped.get());
        }
        assertTrue(Files.exists(folder.resolve("in/1.2.3.dcm")));
    }

    @Test
    void whatDoesNotEndInTimeIsGivenUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FolderStore inner = Store.toFolder(folder.resolve("in"));
        StorageScp scp = Loopback.scp(request -> {
            begun.countDown();
            return inner.begin(request);
        });
        try (RawPeer busy = RawPeer.associate(scp.address().getPort())) {
            busy.sendStore("1.2.3").send(3, false, false, new byte[1000]);
            begun.await();

            assertFalse(scp.stop(Duration.ofMillis(200)));
            assertEquals(java.util.Optional.empty(), busy.readToEnd());
        }
        try (Stream<Path> left = Files.list(folder.resolve("in"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void manyAssociationsAtOnceStoreWhatTheySend() throws Exception {
        int count = 60;
        byte[] object = Objects.bare(Objects.ct("1.2.3", 100_000));
        AtomicInteger stored = new AtomicInteger();
        try (StorageScp scp = Loopback.scp(Store.toFolder(folder.resolve("in")).withoutSync())) {
            List<RawPeer> peers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                peers.add(RawPeer.associate(scp.address().getPort()).sendStore("1.2.3." + i)
                        .send(3, false, false, java.util.Arrays.copyOf(object, 50_000)));
            }
            for (RawPeer peer : peers) {
                peer.send(3, false, true, java.util.Arrays.copyOfRange(object, 50_000, object.length));
                stored.addAndGet(peer.readCommand().status().equals(Status.SUCCESS) ? 1 : 0);
                peer.close();
            }
        }
        assertEquals(count, stored.get());
        for (int i = 0; i < count; i++) {
            assertArrayEquals(object, Objects.dataSetBytes(folder.resolve("in/1.2.3." + i + ".dcm")));
        }
    }

    @Test
    void anExecutorOfTheUsersRunsTheAssociations() throws IOException {
        List<String> threads = new ArrayList<>();
        ApplicationEntity entity = ApplicationEntity.of("SCP").withExecutor(task -> {
            Thread thread = new Thread(task, "mine");
            threads.add(thread.getName());
            thread.start();
        });
        try (StorageScp scp = StorageScp.listen(entity, Loopback.ANY_PORT, StorageOptions.defaults(),
                Store.discarding())) {
            assertEquals(Status.SUCCESS, EchoScu.echo(ApplicationEntity.of("ME"), "127.0.0.1",
                    scp.address().getPort(), "SCP"));
        }
        assertEquals(List.of("mine"), threads);
    }

    @Test
    void associationsRunInVirtualThreadsWhereTheJvmHasThem() throws IOException {
        AtomicReference<String> thread = new AtomicReference<>("");
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().onStored(stored -> thread.set(Thread.currentThread().toString())),
                Store.discarding())) {
            assertEquals(1, StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", scp.address().getPort(), "SCP")
                    .send(List.of(OutgoingObject.of(Objects.write(folder, "1.2.3", 100)))).stored());
        }
        assertEquals(Runtime.version().feature() >= 21, thread.get().startsWith("VirtualThread["), thread.get());
    }

    @Test
    void theStorageClassesAreThoseOfTheStandard() {
        assertTrue(StorageService.isStorageClass(UID.CTImageStorage));
        assertTrue(StorageService.isStorageClass(UID.EncapsulatedPDFStorage));
        assertTrue(StorageService.isStorageClass("1.2.840.10008.5.1.4.1.1.12.3"));
        assertFalse(StorageService.isStorageClass(UID.StorageCommitmentPushModel));
        assertFalse(StorageService.isStorageClass(UID.Verification));
        assertFalse(StorageService.isStorageClass(UID.ExplicitVRLittleEndian));
        assertFalse(StorageService.isStorageClass("1.2.3"));
    }

    @Test
    void aMessageWithoutADataSetIsNotUnderstood() throws IOException {
        try (StorageScp scp = Loopback.scp(Store.discarding()); RawPeer peer = RawPeer.associate(
                scp.address().getPort())) {
            CommandSet command = CommandSet.of(CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3",
                    CommandSet.Priority.LOW).elements().toBuilder().set(org.bitewing.dict.Tag.CommandDataSetType,
                    CommandSet.NO_DATA_SET).build());
            peer.send(3, true, true, command.toBytes());

            assertEquals(0xc000, peer.readCommand().status().code());
        }
    }
}
