package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With DCMTK's tools as peers, in both roles, plain and over TLS. */
@Timeout(300)
class DcmtkTest {
    /** The option of storescu that proposes a compressed transfer syntax. */
    private static final Map<String, String> PROPOSALS = Map.ofEntries(Map.entry(UID.JPEGBaseline8Bit, "-xy"),
            Map.entry(UID.JPEGExtended12Bit, "-xx"), Map.entry(UID.JPEGLosslessSV1, "-xs"),
            Map.entry(UID.JPEGLSLossless, "-xt"), Map.entry(UID.JPEGLSNearLossless, "-xu"),
            Map.entry(UID.JPEG2000Lossless, "-xv"), Map.entry(UID.JPEG2000, "-xw"), Map.entry(UID.RLELossless, "-xr"),
            Map.entry(UID.DeflatedExplicitVRLittleEndian, "-xd"), Map.entry(UID.ExplicitVRLittleEndian, "-xe"),
            Map.entry(UID.ExplicitVRBigEndian, "-xb"), Map.entry(UID.ImplicitVRLittleEndian, "-xi"));

    @TempDir
    Path folder;

    /** One object of each SOP instance: the corpus holds some twice. */
    private static List<OutgoingObject> distinct(List<OutgoingObject> objects) {
        Map<String, OutgoingObject> first = new LinkedHashMap<>();
        objects.forEach(object -> first.putIfAbsent(object.sopInstanceUid(), object));
        return List.copyOf(first.values());
    }

    private static byte[] dataSet(OutgoingObject object) throws IOException {
        return Objects.dataSetBytes(object.path().orElseThrow());
    }

    @Test
    void echoscuIsAnswered() throws IOException {
        Dcmtk.assumeInstalled("echoscu");
        try (StorageScp scp = Loopback.scp(Store.discarding())) {
            Dcmtk.Result result = Dcmtk.run(List.of("echoscu", "-v", "127.0.0.1",
                    Integer.toString(scp.address().getPort())));

            assertEquals(0, result.code(), result.output());
            assertTrue(result.output().contains("Received Echo Response (Success)"), result.output());
        }
    }

    @Test
    void everyObjectOfTheCorpusComesBackFromOurselvesBitForBit() throws IOException {
        List<OutgoingObject> objects = distinct(Dcmtk.objects(Dcmtk.corpus("files")));
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                StorageOptions.defaults().takingAnyClass(), Store.toFolder(folder).withoutSync())) {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", scp.address().getPort(),
                    "SCP").withParallel(2).send(objects);
            report.results().forEach(result -> assertEquals(SendResult.Outcome.STORED, result.outcome(),
                    result.object().name() + ": " + result.message()));
        }
        TreeSet<String> syntaxes = new TreeSet<>();
        for (OutgoingObject object : objects) {
            Path stored = folder.resolve(object.sopInstanceUid() + ".dcm");
            byte[] sent = dataSet(object);
            if (sent.length % 2 == 0) {
                assertArrayEquals(sent, Objects.dataSetBytes(stored), object.name());
            } else {
                assertEquals(sent.length + 1, Objects.dataSetBytes(stored).length, object.name());
            }
            assertEquals(object.transferSyntaxUid(), DicomFile.of(stored).transferSyntaxUid());
            syntaxes.add(object.transferSyntaxUid());
        }
        assertTrue(syntaxes.size() >= 10, syntaxes.toString());
    }

    @Test
    void storescpGetsEveryObjectOfTheCorpusBitForBit() throws IOException {
        Dcmtk.assumeInstalled("storescp");
        List<OutgoingObject> objects = distinct(Dcmtk.objects(Dcmtk.corpus("files")));
        int stored = 0;
        try (Dcmtk.Scp scp = Dcmtk.Scp.start(folder, "+B", "+xa", "-pm")) {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1", scp.port(), "STORESCP")
                    .send(objects);
            for (SendResult result : report.results()) {
                OutgoingObject object = result.object();
                if (result.outcome() == SendResult.Outcome.FAILED) {
                    // What storescp does not know it does not accept; all else it has to have stored.
                    assertTrue(result.message().contains("no presentation context"),
                            object.name() + ": " + result.message());
                } else {
                    assertEquals(SendResult.Outcome.STORED, result.outcome(), object.name());
                    stored++;
                    try (Stream<Path> files = Files.list(folder)) {
                        Path file = files.filter(path -> path.toString().endsWith("." + object.sopInstanceUid()))
                                .findFirst().orElseThrow();
                        boolean isEven = dataSet(object).length % 2 == 0;
                        if (isEven && DicomFile.of(file).transferSyntaxUid().equals(object.transferSyntaxUid())) {
                            assertArrayEquals(dataSet(object), Objects.dataSetBytes(file), object.name());
                        }
                    }
                }
            }
        }
        assertTrue(stored * 10 >= objects.size() * 9, stored + " of " + objects.size());
    }

    @Test
    void storescuSendsEveryTransferSyntaxThatItKnows() throws IOException {
        Dcmtk.assumeInstalled("storescu");
        TreeSet<String> sent = new TreeSet<>();
        try (StorageScp scp = Loopback.scp(Store.toFolder(folder).withoutSync())) {
            for (OutgoingObject object : distinct(Dcmtk.objects(Dcmtk.corpus("files")))) {
                if (StorageService.isStorageClass(object.sopClassUid())
                        && PROPOSALS.containsKey(object.transferSyntaxUid())
                        && !sent.contains(object.transferSyntaxUid()) && isSent(object, scp)) {
                    sent.add(object.transferSyntaxUid());
                }
            }
        }
        assertTrue(sent.size() >= 8, sent.toString());
    }

    /** False where storescu itself does not read the file. */
    private boolean isSent(OutgoingObject object, StorageScp scp) throws IOException {
        Dcmtk.Result result = Dcmtk.run(List.of("storescu", "-v", "-R", PROPOSALS.get(object.transferSyntaxUid()),
                "-aec", "SCP", "127.0.0.1", Integer.toString(scp.address().getPort()), object.name()));
        if (result.output().contains("missing SOP class") || result.output().contains("Bad DICOM file")) {
            return false;
        }
        assertEquals(0, result.code(), object.name() + "\n" + result.output());
        Path stored = folder.resolve(object.sopInstanceUid() + ".dcm");
        assertEquals(object.transferSyntaxUid(), DicomFile.of(stored).transferSyntaxUid(), object.name());
        if (Dcmtk.isInstalled("dcmdump")) {
            assertEquals(0, Dcmtk.run(List.of("dcmdump", "-q", stored.toString())).code(), object.name());
        }
        return true;
    }

    @Test
    void aRefusalReachesStorescuAsItsExitCode() throws IOException {
        Dcmtk.assumeInstalled("storescu");
        Path file = Objects.write(folder, "1.2.3", 100_000);
        try (StorageScp scp = Loopback.scp(request -> {
            throw new IOException("No space left on device");
        })) {
            Dcmtk.Result result = Dcmtk.run(List.of("storescu", "-v", "127.0.0.1",
                    Integer.toString(scp.address().getPort()), file.toString()));

            assertEquals(0xa7, result.code(), result.output());
            assertTrue(result.output().contains("Refused: OutOfResources"), result.output());
        }
    }

    private static List<String> tls(Keys keys, String own, String trusted) {
        return List.of("+tls", keys.key(own).toString(), keys.certificate(own).toString(), "+cf",
                keys.certificate(trusted).toString());
    }

    @Test
    void objectsPassOverTlsInBothRolesAndProfiles() throws Exception {
        Dcmtk.assumeInstalled("storescu");
        Dcmtk.assumeInstalled("storescp");
        Keys keys = new Keys(folder).selfSigned("ours", "RSA").selfSigned("theirs", "RSA");
        Path file = Objects.write(folder, "1.2.3", 300_000);
        // The extended profile of theirs is TLS 1.2 alone.
        for (String option : List.of("+px", "+py", "+pz")) {
            Set<String> versions = ConcurrentHashMap.newKeySet();
            Tls.Profile profile = option.equals("+px") ? Tls.Profile.BCP_195 : Tls.Profile.BCP_195_NON_DOWNGRADING;
            ApplicationEntity ours = ApplicationEntity.of("OURS").withTls(keys.tls("ours", "theirs").with(profile))
                    .withListener(hearing(versions));
            Path in = folder.resolve("in" + option);
            try (StorageScp scp = StorageScp.listen(ours, Loopback.ANY_PORT, StorageOptions.defaults(),
                    Store.toFolder(in))) {
                List<String> command = new ArrayList<>(List.of("storescu", "-v", option));
                command.addAll(tls(keys, "theirs", "ours"));
                command.addAll(List.of("127.0.0.1", Integer.toString(scp.address().getPort()), file.toString()));
                Dcmtk.Result result = Dcmtk.run(command);
                assertEquals(0, result.code(), result.output());
            }
            assertArrayEquals(Objects.dataSetBytes(file), Objects.dataSetBytes(in.resolve("1.2.3.dcm")));

            Path theirs = Files.createDirectory(folder.resolve("theirs" + option));
            List<String> options = new ArrayList<>(List.of("+B", option));
            options.addAll(tls(keys, "theirs", "ours"));
            try (Dcmtk.Scp scp = Dcmtk.Scp.start(theirs, options.toArray(String[]::new))) {
                assertEquals(Status.SUCCESS, EchoScu.echo(ours, "127.0.0.1", scp.port(), "STORESCP"));
                assertEquals(1, StorageSender.to(ours, "127.0.0.1", scp.port(), "STORESCP")
                        .send(List.of(OutgoingObject.of(file))).stored());
            }
            assertArrayEquals(Objects.dataSetBytes(file), Objects.dataSetBytes(theirs.resolve("CT.1.2.3")));
            assertEquals(Set.of(option.equals("+pz") ? "TLSv1.2" : "TLSv1.3"), versions, option);
        }
    }

    /** The versions of TLS that are agreed on. */
    private static AssociationListener hearing(Set<String> versions) {
        return new AssociationListener() {
            @Override
            public void opened(ConnectionInfo connection) {
                versions.add(connection.tls().orElseThrow().getProtocol());
            }
        };
    }
}
