package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS between our two roles, and against peers who want less. */
@Timeout(120)
class TlsTest {
    @TempDir
    static Path keyFolder;
    private static Keys keys;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new Keys(keyFolder).selfSigned("server", "RSA").selfSigned("client", "EC").selfSigned("stranger", "EC")
                .selfSigned("authority", "EC").signedBy("authority", "member");
    }

    private static StorageScp scp(Tls tls, Store store) throws IOException {
        return StorageScp.listen(ApplicationEntity.of("SCP").withTls(tls).withTimeouts(
                Loopback.IMPATIENT.withArtim(java.time.Duration.ofSeconds(5))), Loopback.ANY_PORT,
                StorageOptions.defaults(), store);
    }

    private static Status echo(Tls tls, StorageScp scp) throws IOException {
        return EchoScu.echo(ApplicationEntity.of("ME").withTls(tls), "127.0.0.1", scp.address().getPort(), "SCP");
    }

    @Test
    void bothSidesProveWhoTheyAreAndObjectsPass() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 1_000_000);
        try (StorageScp scp = scp(keys.tls("server", "client"), Store.toFolder(folder.resolve("in")))) {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME").withTls(keys.tls("client", "server")),
                    "127.0.0.1", scp.address().getPort(), "SCP").send(List.of(OutgoingObject.of(file)));

            assertEquals(1, report.stored(), () -> report.results().toString());
        }
        assertTrue(java.util.Arrays.equals(Objects.dataSetBytes(file),
                Objects.dataSetBytes(folder.resolve("in/1.2.3.dcm"))));
    }

    @Test
    void whoIsNotTrustedIsNotLetIn() throws IOException {
        try (StorageScp scp = scp(keys.tls("server", "client"), Store.discarding())) {
            assertThrows(IOException.class, () -> echo(keys.tls("stranger", "server"), scp));
            assertThrows(IOException.class, () -> echo(Tls.anonymous(List.of(keys.certificate("server"))), scp));
            assertThrows(IOException.class, () -> echo(keys.tls("client", "stranger"), scp));
            assertThrows(IOException.class, () -> EchoScu.echo(Loopback.WITHIN_A_SECOND, "127.0.0.1",
                    scp.address().getPort(), "SCP"));
            assertEquals(Status.SUCCESS, echo(keys.tls("client", "server"), scp));
        }
    }

    @Test
    void aChainUpToATrustedAuthorityIsTrusted() throws IOException {
        try (StorageScp scp = scp(keys.tls("member", "authority"), Store.discarding())) {
            assertEquals(Status.SUCCESS, echo(keys.tls("member", "authority"), scp));
        }
    }

    @Test
    void aCertificateMayBeTheKey() throws IOException {
        AccessPolicy policy = AccessPolicy.certificates(
                certificate -> certificate.getSubjectX500Principal().getName().equals("CN=client"));
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP").withTls(keys.tls("server", "client",
                "stranger")), Loopback.ANY_PORT, StorageOptions.defaults().with(policy), Store.discarding());
             StorageScp plain = StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT,
                     StorageOptions.defaults().with(policy), Store.discarding())) {
            assertEquals(Status.SUCCESS, echo(keys.tls("client", "server"), scp));
            assertEquals(AssociationException.Kind.REJECTED, assertThrows(AssociationException.class,
                    () -> echo(keys.tls("stranger", "server"), scp)).kind());
            assertEquals(AssociationException.Kind.REJECTED, assertThrows(AssociationException.class,
                    () -> EchoScu.echo(ApplicationEntity.of("ME"), "127.0.0.1", plain.address().getPort(), "SCP"))
                    .kind());
        }
    }

    @Test
    void aCancelIsSeenThroughTls() throws IOException {
        try (AssociationServer server = AssociationServer.listen(ApplicationEntity.of("SCP").withTls(
                keys.tls("server", "client")), Loopback.ANY_PORT, List.of(new AssociationTest.Query()),
                AccessPolicy.open(), 5);
             RawPeer peer = new RawPeer(keys.tls("client", "server").client(new Socket("127.0.0.1",
                     server.address().getPort()), server.address()))) {
            peer.send(RawPeer.REQUEST).read();

            assertEquals(Status.CANCEL, AssociationTest.cancelled(peer));
        }
    }

    @Test
    void aServerMayDoWithoutClientCertificates() throws IOException {
        Tls anonymous = Tls.anonymous(List.of(keys.certificate("server")));
        for (Tls.ClientCertificate treatment : List.of(Tls.ClientCertificate.WANTED, Tls.ClientCertificate.IGNORED)) {
            try (StorageScp scp = scp(keys.tls("server").with(treatment), Store.discarding())) {
                assertEquals(Status.SUCCESS, echo(anonymous, scp));
            }
        }
    }

    @Test
    void theNameOfTheHostIsCheckedWhereThatIsWanted() throws IOException {
        try (StorageScp named = scp(keys.tls("server", "client"), Store.discarding());
             StorageScp unnamed = scp(keys.tls("member", "client"), Store.discarding())) {
            assertEquals(Status.SUCCESS, echo(keys.tls("client", "server").checkingHostName(), named));
            assertEquals(Status.SUCCESS, echo(keys.tls("client", "authority"), unnamed));
            assertThrows(IOException.class, () -> echo(keys.tls("client", "authority").checkingHostName(), unnamed));
        }
    }

    /** What a client that trusts everybody agrees on; empty where there is no agreement. */
    private static Optional<String> agreed(StorageScp scp, String version, String... suites) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1",
                scp.address().getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            if (suites.length > 0) {
                socket.setEnabledCipherSuites(suites);
            }
            socket.startHandshake();
            return Optional.of(socket.getSession().getCipherSuite());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** For looking at what is agreed on, not at whom with. */
    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {
            // Anybody.
        }

        @Override
        public java.security.cert.X509Certificate[] getAcceptedIssuers() {
            return new java.security.cert.X509Certificate[0];
        }
    }

    @Test
    void theProfilesAgreeOnWhatTheyAllow() throws Exception {
        String weak = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256";
        String good = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
        Tls tls = keys.tls("server").with(Tls.ClientCertificate.IGNORED);
        try (StorageScp strict = scp(tls, Store.discarding());
             StorageScp lenient = scp(tls.with(Tls.Profile.BCP_195), Store.discarding())) {
            assertEquals(Optional.of(good), agreed(strict, "TLSv1.2", weak, good));
            assertEquals(Optional.empty(), agreed(strict, "TLSv1.2", weak));
            assertEquals(Optional.of(weak), agreed(lenient, "TLSv1.2", weak));
            assertEquals(Optional.of(good), agreed(lenient, "TLSv1.2", weak, good));
            assertEquals(Optional.of("TLS_AES_256_GCM_SHA384"), agreed(strict, "TLSv1.3"));
            assertEquals(Optional.empty(), agreed(strict, "TLSv1.1"));
            assertEquals(Optional.empty(), agreed(lenient, "TLSv1.1"));
        }
    }

    @Test
    void whoDoesNotSpeakTlsIsGivenUp() throws IOException {
        Random random = new Random(12);
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP").withTls(keys.tls("server", "client"))
                .withTimeouts(Loopback.IMPATIENT.withAssociate(java.time.Duration.ofMillis(500))), Loopback.ANY_PORT,
                StorageOptions.defaults(), Store.discarding())) {
            for (int i = 0; i < 30; i++) {
                byte[] bytes = new byte[random.nextInt(500)];
                random.nextBytes(bytes);
                try (Socket socket = new Socket("127.0.0.1", scp.address().getPort())) {
                    socket.setSoTimeout(20_000);
                    socket.getOutputStream().write(bytes);
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (java.net.SocketException e) {
                    // Given up before everything was read, which is as good.
                    continue;
                }
            }
            try (Socket silent = new Socket("127.0.0.1", scp.address().getPort())) {
                silent.setSoTimeout(20_000);
                assertEquals(-1, silent.getInputStream().read());
            }
        }
    }

    @Test
    void keysThatCannotBeReadTellWhy() throws IOException {
        Path encrypted = Files.writeString(folder.resolve("a.key"), Keys.pem("ENCRYPTED PRIVATE KEY", new byte[9]));
        Path old = Files.writeString(folder.resolve("b.key"), Keys.pem("RSA PRIVATE KEY", new byte[9]));
        Path noise = Files.writeString(folder.resolve("c.key"), Keys.pem("PRIVATE KEY", new byte[99]));
        Path cut = Files.writeString(folder.resolve("d.key"), "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(new byte[9]));
        Path noBase64 = Files.writeString(folder.resolve("e.key"),
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n");
        for (Path key : List.of(encrypted, old, noise, cut, noBase64)) {
            IOException error = assertThrows(IOException.class,
                    () -> Tls.ofPem(key, keys.certificate("server"), List.of()), key.toString());
            assertTrue(error.getMessage().contains(key.getFileName().toString()), error.getMessage());
        }
        assertThrows(IOException.class, () -> Tls.ofPem(keys.key("server"), keys.key("server"), List.of()));
        assertThrows(IOException.class, () -> Tls.ofPem(keys.key("client"), keys.certificate("server"), List.of()));
    }

    private static void openssl(List<String> words, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(words);
        command.addAll(List.of(more));
        Dcmtk.Result result = Dcmtk.run(command);
        assertEquals(0, result.code(), result.output());
    }

    @Test
    void keysAreReadInEveryForm() throws IOException {
        Dcmtk.assumeInstalled("openssl");
        Map<String, List<String>> forms = Map.of(
                "aes", List.of("pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:secret"),
                "sha512", List.of("pkcs8", "-topk8", "-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA512", "-passout",
                        "pass:secret"),
                "des3", List.of("pkcs8", "-topk8", "-v2", "des3", "-v2prf", "hmacWithSHA1", "-passout", "pass:secret"),
                "der", List.of("pkcs8", "-topk8", "-nocrypt", "-outform", "DER"),
                "encryptedder", List.of("pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:secret", "-outform",
                        "DER"),
                "pkcs1", List.of("rsa", "-traditional"),
                "pkcs1der", List.of("rsa", "-traditional", "-outform", "DER"));
        for (Map.Entry<String, List<String>> form : forms.entrySet()) {
            Path key = folder.resolve(form.getKey() + ".key");
            openssl(form.getValue(), "-in", keys.key("server").toString(), "-out", key.toString());
            AtomicInteger asked = new AtomicInteger();
            Tls.ofPem(key, () -> {
                asked.incrementAndGet();
                return "secret".toCharArray();
            }, keys.certificate("server"), TlsTrust.of(List.of()));
            assertEquals(form.getValue().contains("-passout") ? 1 : 0, asked.get(), form.getKey());
            if (asked.get() > 0) {
                IOException wrong = assertThrows(IOException.class, () -> Tls.ofPem(key, "wrong"::toCharArray,
                        keys.certificate("server"), TlsTrust.of(List.of())), form.getKey());
                assertTrue(wrong.getMessage().contains(key.toString()), wrong.getMessage());
            }
        }
    }

    @Test
    void anybodyIsBelievedWhereThatIsWanted() throws IOException {
        try (StorageScp scp = scp(keys.tls("server", "client"), Store.discarding())) {
            Tls any = Tls.ofPem(keys.key("client"), () -> new char[0], keys.certificate("client"),
                    TlsTrust.anybody());
            assertEquals(Status.SUCCESS, echo(any, scp));
        }
    }

    @Test
    void aRevokedCertificateIsNotBelieved() throws IOException {
        Dcmtk.assumeInstalled("openssl");
        Path ca = Files.createDirectories(folder.resolve("ca"));
        Files.writeString(ca.resolve("index.txt"), "");
        Files.writeString(ca.resolve("serial"), "01\n");
        Files.writeString(ca.resolve("crlnumber"), "01\n");
        Path configuration = Files.writeString(ca.resolve("ca.cnf"), """
                [ca]
                default_ca = own
                [own]
                dir = %1$s
                database = %1$s/index.txt
                serial = %1$s/serial
                crlnumber = %1$s/crlnumber
                new_certs_dir = %1$s
                default_md = sha256
                default_days = 30
                default_crl_days = 30
                policy = any
                certificate = %1$s/ca.pem
                private_key = %1$s/ca.key
                [any]
                commonName = supplied
                """.formatted(ca));
        openssl(List.of("req"), "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", ca + "/ca.key", "-out",
                ca + "/ca.pem", "-subj", "/CN=authority", "-days", "30");
        for (String name : List.of("good", "bad")) {
            openssl(List.of("req"), "-new", "-newkey", "rsa:2048", "-nodes", "-keyout",
                    ca + "/" + name + ".key", "-out", ca + "/" + name + ".csr", "-subj", "/CN=" + name);
            openssl(List.of("ca"), "-batch", "-config", configuration.toString(), "-in",
                    ca + "/" + name + ".csr", "-out", ca + "/" + name + ".pem", "-notext");
        }
        openssl(List.of("ca"), "-config", configuration.toString(), "-revoke", ca + "/bad.pem");
        openssl(List.of("ca"), "-config", configuration.toString(), "-gencrl", "-out", ca + "/list.pem");
        for (TlsTrust.Revocation which : List.of(TlsTrust.Revocation.LEAF, TlsTrust.Revocation.CHAIN)) {
            TlsTrust trust = TlsTrust.of(List.of(ca.resolve("ca.pem")))
                    .withRevocation(List.of(ca.resolve("list.pem")), which);
            Tls server = Tls.ofPem(ca.resolve("good.key"), () -> new char[0], ca.resolve("good.pem"), trust);
            try (StorageScp scp = scp(server, Store.discarding())) {
                for (String name : List.of("good", "bad")) {
                    Tls client = Tls.ofPem(ca.resolve(name + ".key"), ca.resolve(name + ".pem"),
                            List.of(ca.resolve("ca.pem")));
                    if (name.equals("good")) {
                        assertEquals(Status.SUCCESS, echo(client, scp));
                    } else {
                        assertThrows(IOException.class, () -> echo(client, scp));
                    }
                }
            }
        }
    }

    @Test
    void furtherSuitesComeLast() throws IOException {
        Tls tls = keys.tls("server", "client");
        List<String> suites = tls.withFurtherSuites(List.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")).suites();
        assertEquals("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", suites.get(suites.size() - 1));
        assertEquals(tls.suites().size() + 1, suites.size());
        assertThrows(IllegalArgumentException.class, () -> tls.withFurtherSuites(List.of("TLS_NO_SUCH")));
    }
}
