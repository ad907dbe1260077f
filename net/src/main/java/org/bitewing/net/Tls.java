package org.bitewing.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS for DICOM connections (PS3.15 B.12 and the non-downgrading profile), in both roles: our key and certificate
 * chain, whom we trust, and which versions and cipher suites may be agreed on. Immutable and thread-safe; make one and
 * use it for all connections.
 */
public final class Tls {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
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
    private final List<String> furtherSuites;

    private Tls(SSLContext context, Profile profile, ClientCertificate clientCertificate, boolean checksHostName,
                List<String> furtherSuites) {
        this.context = context;
        this.profile = profile;
        this.clientCertificate = clientCertificate;
        this.checksHostName = checksHostName;
        this.furtherSuites = furtherSuites;
    }

    /**
     * TLS from PEM or DER files, with the non-downgrading profile and certificates on both sides.
     *
     * @param key         our private key: PKCS#8 or, for RSA, PKCS#1; not encrypted
     * @param certificate our certificate, followed by the chain up to its authority
     * @param trusted     files of authorities, or of peers' own certificates, that are trusted
     * @return TLS in both roles
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls ofPem(Path key, Path certificate, List<Path> trusted) throws IOException {
        return ofPem(key, () -> new char[0], certificate, TlsTrust.of(trusted));
    }

    /**
     * TLS from PEM or DER files, with the non-downgrading profile and certificates on both sides.
     *
     * @param key         our private key: PKCS#8, also encrypted, or, for RSA, PKCS#1
     * @param password    of the key, asked for only where it is encrypted; the array is overwritten
     * @param certificate our certificate, followed by the chain up to its authority
     * @param trust       whom to believe
     * @return TLS in both roles
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls ofPem(Path key, Supplier<char[]> password, Path certificate, TlsTrust trust) throws IOException {
        try {
            Certificate[] chain = TlsTrust.read(certificate).toArray(Certificate[]::new);
            PrivateKey privateKey = PrivateKeys.read(key, password);
            if (!PrivateKeys.isPair(privateKey, chain[0].getPublicKey())) {
                throw new IOException(key + " is not the key of the first certificate in " + certificate);
            }
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, NO_PASSWORD);
            own.setKeyEntry("own", privateKey, NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            return make(keys.getKeyManagers(), trust);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS from " + key + " and " + certificate + ": " + e.getMessage(), e);
        }
    }

    /**
     * TLS without a certificate of our own, as an SCU may use it where the SCP does not ask for one.
     *
     * @param trusted files of authorities, or of peers' own certificates, that are trusted
     * @return TLS for the role of requestor
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls anonymous(List<Path> trusted) throws IOException {
        return anonymous(TlsTrust.of(trusted));
    }

    /**
     * TLS without a certificate of our own, as an SCU may use it where the SCP does not ask for one.
     *
     * @param trust whom to believe
     * @return TLS for the role of requestor
     * @throws IOException where a file cannot be read or does not hold what it should
     */
    public static Tls anonymous(TlsTrust trust) throws IOException {
        try {
            return make(new KeyManager[0], trust);
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
                ClientCertificate.REQUIRED, false, List.of());
    }

    private static Tls make(KeyManager[] keys, TlsTrust trust) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.managers(), null);
        return of(context);
    }

    /**
     * This with another profile.
     *
     * @param other what may be agreed on
     * @return a changed copy
     */
    public Tls with(Profile other) {
        return new Tls(context, Objects.requireNonNull(other, "other"), clientCertificate, checksHostName,
                furtherSuites);
    }

    /**
     * This with another way to treat clients, as a server.
     *
     * @param other whether they need a certificate
     * @return a changed copy
     */
    public Tls with(ClientCertificate other) {
        return new Tls(context, profile, Objects.requireNonNull(other, "other"), checksHostName, furtherSuites);
    }

    /**
     * This, where as a client the certificate of the peer must name the host that was asked for (RFC 6125). Hospitals'
     * certificates often do not, and trust is by the authority alone; that is the default.
     *
     * @return a changed copy
     */
    public Tls checkingHostName() {
        return new Tls(context, profile, clientCertificate, true, furtherSuites);
    }

    /**
     * This with cipher suites beside those of the profile.
     *
     * @param suites as the Java platform names them, such as {@code TLS_RSA_WITH_AES_128_CBC_SHA}
     * @return a changed copy
     * @throws IllegalArgumentException where the platform does not have one of them
     */
    public Tls withFurtherSuites(List<String> suites) {
        List<String> known = Arrays.asList(context.getSupportedSSLParameters().getCipherSuites());
        for (String suite : suites) {
            if (!known.contains(suite)) {
                throw new IllegalArgumentException("the Java platform does not have the cipher suite " + suite);
            }
        }
        return new Tls(context, profile, clientCertificate, checksHostName, List.copyOf(suites));
    }

    /**
     * The cipher suites that may be agreed on, the one that is liked best first.
     *
     * @return their names
     */
    public List<String> suites() {
        return List.of(suites(context.getDefaultSSLParameters().getCipherSuites()));
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
        parameters.setCipherSuites(suites(socket.getEnabledCipherSuites()));
        return parameters;
    }

    private String[] suites(String[] enabled) {
        Set<String> suites = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        for (String suite : enabled) {
            if (isRecommended(suite)) {
                suites.add(suite);
            } else {
                others.add(suite);
            }
        }
        if (profile == Profile.BCP_195) {
            suites.addAll(others);
        }
        suites.addAll(furtherSuites);
        return suites.toArray(String[]::new);
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
