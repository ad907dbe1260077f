package org.bitewing.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom to believe in TLS (RFC 5280 6).
 *
 * @param certificates    files of authorities, or of peers' own certificates; PEM or DER
 * @param revocationLists files of certificate revocation lists; PEM or DER
 * @param revocation      which certificates must be found on the lists as not revoked
 * @param isAnybody       true to believe any certificate, which leaves TLS its secrecy but no proof of who the peer is
 */
public record TlsTrust(List<Path> certificates, List<Path> revocationLists, Revocation revocation,
                       boolean isAnybody) {

    /** Which certificates of a chain are looked up in the revocation lists. */
    public enum Revocation {
        /** None. */
        UNCHECKED,
        /** The peer's own. */
        LEAF,
        /** All below the trusted authority. */
        CHAIN
    }

    /**
     * Copies the lists.
     *
     * @param certificates    files
     * @param revocationLists files
     * @param revocation      which certificates are looked up
     * @param isAnybody       true to believe any certificate
     */
    public TlsTrust {
        certificates = List.copyOf(certificates);
        revocationLists = List.copyOf(revocationLists);
        Objects.requireNonNull(revocation, "revocation");
    }

    /**
     * Trust in authorities, or in peers' own certificates, without revocation lists.
     *
     * @param certificates files, PEM or DER
     * @return the trust
     */
    public static TlsTrust of(List<Path> certificates) {
        return new TlsTrust(certificates, List.of(), Revocation.UNCHECKED, false);
    }

    /**
     * Trust in whoever comes.
     *
     * @return the trust
     */
    public static TlsTrust anybody() {
        return new TlsTrust(List.of(), List.of(), Revocation.UNCHECKED, true);
    }

    /**
     * This with revocation lists.
     *
     * @param lists files, PEM or DER
     * @param which which certificates are looked up
     * @return a changed copy
     */
    public TlsTrust withRevocation(List<Path> lists, Revocation which) {
        return new TlsTrust(certificates, lists, which, isAnybody);
    }

    TrustManager[] managers() throws GeneralSecurityException, IOException {
        if (isAnybody) {
            return new TrustManager[] {new Anybody()};
        }
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, new char[0]);
        for (Path file : certificates) {
            for (Certificate certificate : read(file)) {
                authorities.setCertificateEntry("trusted" + authorities.size(), certificate);
            }
        }
        if (revocation == Revocation.UNCHECKED || authorities.size() == 0) {
            TrustManagerFactory plain = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            plain.init(authorities);
            return plain.getTrustManagers();
        }
        TrustManagerFactory checking = TrustManagerFactory.getInstance("PKIX");
        checking.init(new CertPathTrustManagerParameters(parameters(authorities)));
        return checking.getTrustManagers();
    }

    private PKIXBuilderParameters parameters(KeyStore authorities) throws GeneralSecurityException, IOException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, new X509CertSelector());
        PKIXRevocationChecker checker = (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX")
                .getRevocationChecker();
        Set<PKIXRevocationChecker.Option> options = EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS,
                PKIXRevocationChecker.Option.NO_FALLBACK);
        if (revocation == Revocation.LEAF) {
            options.add(PKIXRevocationChecker.Option.ONLY_END_ENTITY);
        }
        checker.setOptions(options);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<CRL> lists = new ArrayList<>();
        for (Path file : revocationLists) {
            for (Pem.Block block : Pem.read(file)) {
                if (block.label().endsWith("CRL") || block.label().equals(Pem.DER)) {
                    lists.add(factory.generateCRL(new ByteArrayInputStream(block.bytes())));
                }
            }
        }
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        parameters.addCertPathChecker(checker);
        return parameters;
    }

    /** The certificates of a file, at least one. */
    static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> certificates = new ArrayList<>();
        for (Pem.Block block : Pem.read(file)) {
            if (block.label().endsWith("CERTIFICATE") || block.label().equals(Pem.DER)) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate in PEM or DER form");
        }
        return certificates;
    }

    /** Believes. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            // Whoever it is.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // Whoever it is.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // Whoever it is.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // Whoever it is.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
