package org.bitewing.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Keys and certificates of tests, made by the JDK's keytool and written as PEM. */
final class Keys {
    private static final String PASSWORD = "changeit";

    private final Path folder;

    Keys(Path folder) {
        this.folder = folder;
    }

    /** A key with a certificate that it signed itself: NAME.key and NAME.pem. */
    Keys selfSigned(String name, String algorithm) throws IOException, GeneralSecurityException {
        keytool(name, "-genkeypair", "-keyalg", algorithm, "-dname", "CN=" + name, "-validity", "3650", "-ext",
                "san=ip:127.0.0.1,dns:localhost", "-ext", "bc:c");
        return export(name);
    }

    /** A key with a certificate that an authority signed; NAME.pem holds the chain. */
    Keys signedBy(String authority, String name) throws IOException, GeneralSecurityException {
        keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-validity", "3650");
        Path request = folder.resolve(name + ".csr");
        Path signed = folder.resolve(name + ".signed");
        keytool(name, "-certreq", "-file", request.toString());
        keytool(authority, "-gencert", "-infile", request.toString(), "-outfile", signed.toString(), "-validity",
                "3650");
        run(name, "authority", "-importcert", "-noprompt", "-file", certificate(authority).toString());
        keytool(name, "-importcert", "-noprompt", "-file", signed.toString());
        return export(name);
    }

    Path key(String name) {
        return folder.resolve(name + ".key");
    }

    Path certificate(String name) {
        return folder.resolve(name + ".pem");
    }

    Tls tls(String own, String... trusted) throws IOException {
        return Tls.ofPem(key(own), certificate(own), Arrays.stream(trusted).map(this::certificate).toList());
    }

    private Keys export(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(stream, PASSWORD.toCharArray());
        }
        Key key = store.getKey("own", PASSWORD.toCharArray());
        Files.writeString(key(name), pem("PRIVATE KEY", key.getEncoded()));
        StringBuilder chain = new StringBuilder("Certificates of a test\n");
        for (Certificate certificate : store.getCertificateChain("own")) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(certificate(name), chain);
        return this;
    }

    static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }

    private void keytool(String name, String... arguments) throws IOException {
        run(name, "own", arguments);
    }

    private void run(String name, String alias, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-alias", alias, "-keystore", folder.resolve(name + ".p12").toString(), "-storetype",
                "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
