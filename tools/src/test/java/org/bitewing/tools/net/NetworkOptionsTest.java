package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.net.AccessPolicy;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.StorageOptions;
import org.bitewing.net.StorageScp;
import org.bitewing.net.Store;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the options of the network commands do. */
@Timeout(120)
class NetworkOptionsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private Path image(String instance) throws IOException {
        byte[] pixels = new byte[64 * 64 * 2];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) (i / 5);
            pixels[i + 1] = (byte) (i / 1000);
        }
        Path file = folder.resolve(instance + ".dcm");
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyInstanceUID, "1.2.3").set(Tag.SeriesInstanceUID, "1.2.3.4")
                .set(Tag.SamplesPerPixel, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.Rows, 64).set(Tag.Columns, 64).set(Tag.BitsAllocated, 16).set(Tag.BitsStored, 16)
                .set(Tag.HighBit, 15).set(Tag.PixelRepresentation, 0).set(Value.of(Tag.PixelData, VR.OW, pixels))
                .build(), file);
        return file;
    }

    private Receiver receiver(String... options) throws IOException {
        List<String> typed = new ArrayList<>(List.of(options));
        typed.add("--no-sync");
        return NetworkCommandsTest.receiver(Files.createDirectories(folder.resolve("out")), typed,
                new PrintStream(said, true, StandardCharsets.UTF_8), printed);
    }

    private static Called storescu(Receiver receiver, Path file, String... options) {
        return storescu(receiver.address().getPort(), file, options);
    }

    private static Called storescu(int port, Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("storescu"));
        words.addAll(List.of(options));
        words.addAll(List.of("localhost", Integer.toString(port), file.toString()));
        return Called.with(words.toArray(String[]::new));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] pixels(Path file) throws IOException {
        return Dicom.read(file).bytes(Tag.PixelData);
    }

    private static String syntax(Path file) throws IOException {
        return OutgoingObject.of(file).transferSyntaxUid();
    }

    @Test
    void compressedObjectsAreDecompressedForAPeerThatTakesNothingElse() throws IOException {
        Path image = image("1.2.3.1");
        for (String compressing : List.of("dcmcrle", "dcmcjpeg", "dcmcjpls")) {
            Path compressed = folder.resolve(compressing + ".dcm");
            assertEquals(0, Called.with(compressing, image.toString(), compressed.toString()).code(), compressing);
            assertNotEquals(syntax(image), syntax(compressed));
            try (Receiver receiver = receiver("+x=", "--replace")) {
                Called sent = storescu(receiver, compressed, "-v");
                assertEquals(0, sent.code(), sent.error());
                assertTrue(sent.error().contains(" -> Little Endian Explicit"), sent.error());
            }
            assertEquals(UID.ExplicitVRLittleEndian, syntax(stored().get(0)));
            assertArrayEquals(pixels(image), pixels(stored().get(0)), compressing);
        }
    }

    @Test
    void objectsAreCompressedWhereThatIsAskedForAndThePeerTakesNothingElse() throws IOException {
        Path image = image("1.2.3.1");
        Path configuration = Files.writeString(folder.resolve("scp.cfg"), """
                # JPEG alone
                [[TransferSyntaxes]]
                [Jpeg]
                TransferSyntax1 = JPEGLossless:Non-hierarchical-1stOrderPrediction
                [[PresentationContexts]]
                [Only]
                PresentationContext1 = CTImageStorage\\Jpeg
                [[Profiles]]
                [Default]
                PresentationContexts = Only
                """);
        try (Receiver receiver = receiver("-xf", configuration.toString(), "Default")) {
            Called plain = storescu(receiver, image);
            assertEquals(1, plain.code());
            assertEquals("F: No Acceptable Presentation Contexts\n", plain.error());
            Called lossless = storescu(receiver, image, "-xs");
            assertEquals(0, lossless.code(), lossless.error());
        }
        Path stored = stored().get(0);
        assertEquals(UID.JPEGLosslessSV1, syntax(stored));
        Path decoded = folder.resolve("decoded.dcm");
        assertTrue(Judge.run("dcmdjpeg", stored, decoded).endsWith("0"));
        assertArrayEquals(pixels(image), pixels(decoded));
    }

    @Test
    void profilesOfDcmtkAreRead() throws IOException {
        Path file = Path.of("/etc/dcmtk/storescp.cfg");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(file), "no profiles of DCMTK");
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver("-xf", file.toString(), "Default")) {
            Called sent = storescu(receiver, image, "-xf", "/etc/dcmtk/storescu.cfg", "Default");
            assertEquals(0, sent.code(), sent.error());
            assertTrue(Judge.run("storescu", "-xf", "/etc/dcmtk/storescu.cfg", "Default", "localhost",
                    Integer.toString(receiver.address().getPort()), image).endsWith("0"));
        }
        assertEquals(1, stored().size());
        Called unknown = storescu(1, image, "-xf", file.toString(), "NoSuch");
        assertTrue(unknown.error().contains("no section [NoSuch] in [[PROFILES]]"), unknown.error());
    }

    @Test
    void profilesHoldRolesAndExtendedNegotiation() throws IOException {
        Path file = Files.writeString(folder.resolve("all.cfg"), """
                [[TransferSyntaxes]]
                [Plain]
                TransferSyntax1 = LocalEndianExplicit
                TransferSyntax2 = 1.2.840.10008.1.2
                [[PresentationContexts]]
                [Some]
                PresentationContext1 = VerificationSOPClass\\Plain
                PresentationContext2 = CTImageStorage\\PLAIN
                [[SCPSCURoleSelection]]
                [Roles]
                Role1 = CTImageStorage\\BOTH
                [[ExtendedNegotiation]]
                [Extended]
                ExtendedNegotiation1 = CTImageStorage\\02\\00\\ff
                [[Profiles]]
                [All]
                PresentationContexts = Some
                SCPSCURoleSelection = Roles
                ExtendedNegotiation = Extended
                """);
        NegotiationProfile profile = NegotiationProfile.read(file, "all");
        assertEquals(List.of(UID.Verification, UID.CTImageStorage),
                profile.offers().stream().map(offer -> offer.abstractSyntax()).toList());
        assertEquals(List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian),
                profile.offers().get(1).transferSyntaxes());
        assertTrue(profile.offers().get(1).isProvider() && !profile.offers().get(0).isProvider());
        assertArrayEquals(new byte[] {2, 0, -1}, profile.extended().get(0).information());
    }

    @Test
    void objectsAreStoredInTheFormThatIsAskedFor() throws IOException {
        Path image = image("1.2.3.1");
        for (String option : List.of("+ti", "+tb", "+td", "+te")) {
            try (Receiver receiver = receiver(option, "+g", "--replace")) {
                assertEquals(0, storescu(receiver, image).code());
            }
            Path stored = stored().get(0);
            assertEquals(switch (option) {
                case "+ti" -> UID.ImplicitVRLittleEndian;
                case "+tb" -> UID.ExplicitVRBigEndian;
                case "+td" -> UID.DeflatedExplicitVRLittleEndian;
                default -> UID.ExplicitVRLittleEndian;
            }, syntax(stored), option);
            assertTrue(Dicom.read(stored).contains(0x0008_0000), option);
            assertTrue(Judge.run("dcmdump", "-q", "+P", "SOPInstanceUID", stored).contains("1.2.3.1"));
        }
        assertEquals(1, stored().size());
    }

    @Test
    void bitPreservingStoresWhatWasSent() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver("+ti", "+B")) {
            assertEquals(0, storescu(receiver, image).code());
        }
        assertEquals(UID.ExplicitVRLittleEndian, syntax(stored().get(0)));
    }

    /** The identities that a peer gets to see. */
    private List<Optional<UserIdentityRQ>> identities(String... options) throws IOException {
        List<Optional<UserIdentityRQ>> seen = new CopyOnWriteArrayList<>();
        AccessPolicy policy = (connection, request) -> {
            seen.add(request.userInformation().userIdentity());
            return Optional.empty();
        };
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), StorageOptions.defaults().with(policy),
                Store.discarding())) {
            Called sent = storescu(scp.address().getPort(), image("1.2.3.1"), options);
            assertEquals(List.of(options).contains("-rsp") ? 1 : 0, sent.code(), sent.error());
        }
        return seen;
    }

    @Test
    void theUserIsIdentified() throws IOException {
        Path ticket = Files.write(folder.resolve("ticket"), new byte[] {1, 2, 3});
        assertEquals(List.of(Optional.of(UserIdentityRQ.username("u", false))), identities("-usr", "u"));
        assertEquals(List.of(Optional.of(UserIdentityRQ.passcode("u", "p", false))),
                identities("-usr", "u", "-pwd", "p"));
        assertEquals(List.of(Optional.of(UserIdentityRQ.passcode("u", "", false))), identities("-usr", "u", "-epw"));
        assertEquals(List.of(Optional.of(new UserIdentityRQ(UserIdentityRQ.KERBEROS, false, new byte[] {1, 2, 3},
                new byte[0]))), identities("-kt", ticket.toString()));
        assertEquals(UserIdentityRQ.SAML, identities("--saml", ticket.toString()).get(0).orElseThrow().type());
        assertEquals(UserIdentityRQ.JWT, identities("--jwt", ticket.toString()).get(0).orElseThrow().type());
        assertTrue(identities("-usr", "u", "-rsp").get(0).orElseThrow().responseRequested());
    }

    @Test
    void linesOfTheLogAreJsonWhereThatIsAskedFor() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver("-v", "--log-json")) {
            Called sent = storescu(receiver, image, "-d", "--log-json");
            for (String line : sent.error().lines().toList()) {
                assertTrue(line.startsWith("{\"time\":\"20") && line.endsWith("\"}"), line);
            }
            assertTrue(sent.error().contains("\"sopInstanceUid\":\"1.2.3.1\""), sent.error());
            Files.delete(stored().get(0));
            Files.delete(folder.resolve("out"));
            assertEquals(0xa7, storescu(receiver, image).code());
        }
        String log = said.toString(StandardCharsets.UTF_8);
        assertTrue(log.lines().allMatch(line -> line.startsWith("{\"time\":\"20") && line.endsWith("\"}")), log);
        assertTrue(log.contains("\"level\":\"INFO\",\"association\":\""), log);
        assertTrue(log.contains("\"message\":\"an object was not stored: No such file or directory\""), log);
    }

    @Test
    void eachPieceOfAnObjectIsADot() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver("-v", "-pdu", "4096")) {
            Called sent = storescu(receiver, image, "-v");
            assertEquals("XMIT: ...\n", sent.text());
            assertEquals("RECV: ...\n", printed.toString(StandardCharsets.UTF_8));
            String theirs = Judge.run("storescu", "-v", "localhost",
                    Integer.toString(receiver.address().getPort()), image);
            assertTrue(theirs.contains("XMIT: ...\n"), theirs);
        }
    }

    @Test
    void contextsAreShownAndCombined() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver()) {
            Called separate = storescu(receiver, image, "-v", "+v");
            Called combined = storescu(receiver, image, "-v", "+v", "+C");
            assertTrue(separate.error().contains("Presentation Context 3: "), separate.error());
            assertTrue(combined.error().contains("Presentation Context 1: "), combined.error());
            assertTrue(!combined.error().contains("Presentation Context 3: "), combined.error());
        }
    }

    @Test
    void onlyImplicitIsProposedWhereThatIsAskedFor() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver()) {
            assertEquals(0, storescu(receiver, image, "-xi").code());
        }
        assertEquals(UID.ImplicitVRLittleEndian, syntax(stored().get(0)));
    }

    @Test
    void sendingIsRepeatedInventedAndAborted() throws IOException {
        Path image = image("1.2.3.1");
        try (Receiver receiver = receiver("-v")) {
            assertEquals(0, storescu(receiver, image, "--repeat", "3", "+II").code());
            assertEquals(0, storescu(receiver, image, "--abort").code());
        }
        List<Path> stored = stored();
        assertEquals(4, stored.size());
        assertEquals(3, said.toString(StandardCharsets.UTF_8).lines().filter("I: Association Release"::equals)
                .count());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("I: Association Aborted"));
        assertArrayEquals(pixels(image), pixels(stored.get(3)));
    }

    @Test
    void seriesAndStudiesAreInvented() throws IOException {
        List<String> words = new ArrayList<>(List.of("storescu", "+IR", "2", "+IS", "2", "localhost"));
        try (Receiver receiver = receiver()) {
            words.add(Integer.toString(receiver.address().getPort()));
            for (int i = 0; i < 8; i++) {
                words.add(image("1.2.3." + i).toString());
            }
            assertEquals(0, Called.with(words.toArray(String[]::new)).code());
        }
        TreeSet<String> series = new TreeSet<>();
        TreeSet<String> studies = new TreeSet<>();
        for (Path file : stored()) {
            series.add(Dicom.read(file).uid(Tag.SeriesInstanceUID).orElseThrow());
            studies.add(Dicom.read(file).uid(Tag.StudyInstanceUID).orElseThrow());
        }
        assertEquals(8, stored().size());
        assertEquals(4, series.size());
        assertEquals(2, studies.size());
    }

    @Test
    void aReceiverMayMisbehave() throws IOException {
        Path image = image("1.2.3.1");
        for (String option : List.of("--abort-during", "--abort-after")) {
            try (Receiver receiver = receiver(option)) {
                assertEquals(10, storescu(receiver, image).code(), option);
                assertTrue(Judge.run("storescu", "localhost", Integer.toString(receiver.address().getPort()), image)
                        .endsWith("10"), option);
                assertEquals(0, Called.with("echoscu", "localhost", Integer.toString(receiver.address().getPort()))
                        .code());
            }
        }
        try (Receiver receiver = receiver("--sleep-during", "1", "--sleep-after", "1", "--reject", "--replace")) {
            assertEquals(0, storescu(receiver, image).code());
        }
    }

    @Test
    void anEchoMayProposeMuch() throws IOException {
        try (Receiver receiver = receiver()) {
            Called echo = Called.with("echoscu", "-v", "+v", "-pts", "38", "-ppc", "128", "--repeat", "3",
                    "--max-send-pdu", "4096", "localhost", Integer.toString(receiver.address().getPort()));
            assertEquals(0, echo.code(), echo.error());
            assertTrue(echo.error().contains("Presentation Context 255: "), echo.error());
            assertTrue(echo.error().contains("(Max Send PDV: 4084)"), echo.error());
            assertTrue(echo.error().contains("(MsgID 3)"), echo.error());
        }
    }

    @Test
    void bareDataSetsAreRefusedWhereFilesAreAskedFor() throws IOException {
        Path image = image("1.2.3.1");
        Path bare = folder.resolve("bare");
        assertEquals(0, Called.with("dcmconv", "-F", image.toString(), bare.toString()).code());
        try (Receiver receiver = receiver()) {
            assertEquals(1, storescu(receiver, bare, "+fo").code());
            assertEquals(0, storescu(receiver, bare).code());
        }
    }

    @Test
    void keysMayHavePasswords() throws IOException {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Judge.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-passout", "pass:secret", "-keyout", key, "-out",
                certificate, "-subj", "/CN=localhost", "-days", "2");
        String[] tls = {"+tls", key.toString(), certificate.toString(), "+cf", certificate.toString(), "+pw", "secret"};
        try (Receiver receiver = receiver(tls)) {
            String port = Integer.toString(receiver.address().getPort());
            List<String> words = new ArrayList<>(List.of("echoscu"));
            words.addAll(List.of(tls));
            words.addAll(List.of("localhost", port));
            assertEquals(0, Called.with(words.toArray(String[]::new)).code());
            assertEquals("0", Judge.run("echoscu", (Object[]) words.subList(1, words.size()).toArray(String[]::new)));
            words.set(words.indexOf("secret"), "wrong");
            Called wrong = Called.with(words.toArray(String[]::new));
            assertEquals(1, wrong.code());
            assertTrue(wrong.error().contains("the password is wrong"), wrong.error());
            assertEquals(1, Called.with("echoscu", "+tla", "-ic", "localhost", port).code(), "a certificate is due");
        }
        try (Receiver receiver = receiver("+tls", key.toString(), certificate.toString(), "+pw", "secret", "-ic")) {
            String port = Integer.toString(receiver.address().getPort());
            assertEquals(0, Called.with("echoscu", "+tla", "-ic", "localhost", port).code());
        }
    }
}
