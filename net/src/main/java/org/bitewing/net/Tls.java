package org.bitewing.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS for DICOM connections (PS3.15 B.12 and the non-downgrading profile), in both roles: our key and certificate
 * chain, whom we trust, and which versions and cipher suites may be agreed on. Immutable and thread-safe; make one and
 * use it for all connections.
 */
public final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] KEY_ALGORITHMS = {"RSA", "EC", "EdDSA", "RSASSA-PSS"};
    /** Protects a key store that lives in memory only. */
    private static final char[] NO_PASSWORD = {};

    /** What may be agreed on; both take TLS 1.2 and 1.3 and nothing older (RFC 8996). */
    public enum Profile {
        /** The suites that RFC 9325 recommends first, then others that the Java platform still allows. */
        BCP_195,
        /** Forward secrecy and authenticated encryption or no connection. */
        BCP_195_NON_DOWNGRADING
    }

    /** Whether a server asks its peers for certificates. */
    public enum ClientCertificate {
        /** Yes, and without a trusted one there is no connection. */
        REQUIRED,
        /** It asks, and takes a peer without one. */
        WANTED,
        /** It does not ask. */
        IGNORED
    }

    private final SSLContext context;
    private final Profile profile;
    private final ClientCertificate clientCertificate;
    private final boolean checksHostName;

    private Tls(SSLContext context, Profile profile, ClientCertificate clientCertificate, boolean checksHostName) {
        this.context = context;
        this.profile = profile;
        this.clientCertificate = clientCertificate;
        this.checksHostName = checksHostName;
    }

    /**
     * TLS from PEM files, with the non-downgrading profile and certificates on both sides.
     *
     * @param key         our private key: PKCS#8, not encrypted
     * @param certificate our certificate, followed by the chain up to its authority
     * @param trusted     files of authorities, or of peers' own certificates, that are trusted
     * @return TLS in both roles
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls ofPem(Path key, Path certificate, List<Path> trusted) throws IOException {
        try {
            Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
            KeyStore own = emptyStore();
            PrivateKey privateKey = privateKey(key);
            if (!isPair(privateKey, chain[0].getPublicKey())) {
                throw new IOException(key + " is not the key of the first certificate in " + certificate);
            }
            own.setKeyEntry("own", privateKey, NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            return make(keys.getKeyManagers(), trusted);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS from " + key + " and " + certificate + ": " + e.getMessage(), e);
        }
    }

    /**
     * TLS without a certificate of our own, as an SCU may use it where the SCP does not ask for one.
     *
     * @param trusted PEM files of authorities, or of peers' own certificates, that are trusted
     * @return TLS for the role of requestor
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls anonymous(List<Path> trusted) throws IOException {
        try {
            return make(new KeyManager[0], trusted);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS: " + e.getMessage(), e);
        }
    }

    /**
     * TLS with a context that is made elsewhere, for keys in hardware and the like.
     *
     * @param context initialised, with keys and trust
     * @return TLS in the roles that the context's keys allow
     */
    public static Tls of(SSLContext context) {
        return new Tls(Objects.requireNonNull(context, "context"), Profile.BCP_195_NON_DOWNGRADING,
                ClientCertificate.REQUIRED, false);
    }

    private static Tls make(KeyManager[] keys, List<Path> trusted) throws GeneralSecurityException, IOException {
        KeyStore authorities = emptyStore();
        for (Path file : trusted) {
            for (Certificate certificate : certificates(file)) {
                authorities.setCertificateEntry("trusted" + authorities.size(), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return of(context);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> certificates = new ArrayList<>();
        for (Pem.Block block : Pem.read(file)) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate in PEM form");
        }
        return certificates;
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        Optional<Pem.Block> key = Pem.read(file).stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY")).findFirst();
        if (key.isEmpty() || !key.get().label().equals("PRIVATE KEY")) {
            throw new IOException(file + " holds no unencrypted PKCS#8 key in PEM form (BEGIN PRIVATE KEY);"
                    + " make one with: openssl pkcs8 -topk8 -nocrypt");
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(key.get().bytes());
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // A key of another algorithm: PKCS#8 names it inside, and each factory knows its own alone.
                continue;
            }
        }
        throw new IOException(file + " holds a key of an unknown algorithm");
    }

    /** Whether what the one signs the other confirms; an algorithm that is not tried here is believed. */
    private static boolean isPair(PrivateKey own, PublicKey published) throws GeneralSecurityException {
        Optional<String> algorithm = switch (own.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            case "EdDSA" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
        if (algorithm.isEmpty() || !own.getAlgorithm().equals(published.getAlgorithm())) {
            return algorithm.isEmpty();
        }
        Signature signature = Signature.getInstance(algorithm.get());
        signature.initSign(own);
        byte[] signed = signature.sign();
        signature.initVerify(published);
        return signature.verify(signed);
    }

    /**
     * This with another profile.
     *
     * @param other what may be agreed on
     * @return a changed copy
     */
    public Tls with(Profile other) {
        return new Tls(context, Objects.requireNonNull(other, "other"), clientCertificate, checksHostName);
    }

    /**
     * This with another way to treat clients, as a server.
     *
     * @param other whether they need a certificate
     * @return a changed copy
     */
    public Tls with(ClientCertificate other) {
        return new Tls(context, profile, Objects.requireNonNull(other, "other"), checksHostName);
    }

    /**
     * This, where as a client the certificate of the peer must name the host that was asked for (RFC 6125). Hospitals'
     * certificates often do not, and trust is by the authority alone; that is the default.
     *
     * @return a changed copy
     */
    public Tls checkingHostName() {
        return new Tls(context, profile, clientCertificate, true);
    }

    SSLSocket client(Socket plain, InetSocketAddress address) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHostString(),
                address.getPort(), true);
        socket.setUseClientMode(true);
        SSLParameters parameters = parameters(socket);
        if (checksHostName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    SSLSocket server(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain,
                plain.getInetAddress().getHostAddress(), plain.getPort(), true);
        socket.setUseClientMode(false);
        SSLParameters parameters = parameters(socket);
        switch (clientCertificate) {
            case REQUIRED -> parameters.setNeedClientAuth(true);
            case WANTED -> parameters.setWantClientAuth(true);
            case IGNORED -> parameters.setNeedClientAuth(false);
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private SSLParameters parameters(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setUseCipherSuitesOrder(true);
        List<String> recommended = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String suite : socket.getEnabledCipherSuites()) {
            (isRecommended(suite) ? recommended : others).add(suite);
        }
        if (profile == Profile.BCP_195) {
            recommended.addAll(others);
        }
        parameters.setCipherSuites(recommended.toArray(String[]::new));
        return parameters;
    }

    /** RFC 9325 4.2 and TLS 1.3: an ephemeral exchange of keys and authenticated encryption. */
    private static boolean isRecommended(String suite) {
        boolean authenticated = suite.contains("_GCM_") || suite.contains("_CHACHA20_");
        boolean forward = suite.startsWith("TLS_ECDHE_") || suite.startsWith("TLS_DHE_")
                || Arrays.asList("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256")
                .contains(suite);
        return authenticated && forward;
    }
}
