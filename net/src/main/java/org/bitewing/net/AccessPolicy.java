package org.bitewing.net;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.UserIdentityAC;

/**
 * Who may associate: asked for each A-ASSOCIATE-RQ after its form was checked. Called by the threads of several
 * associations at once. Titles and addresses can be forged; only TLS with client certificates proves who a peer is.
 */
@FunctionalInterface
public interface AccessPolicy {

    /**
     * Decides.
     *
     * @param connection addresses and TLS session
     * @param request    what the peer says of itself
     * @return why not; empty to let it in
     */
    Optional<AAssociateRJ.Reason> refuse(ConnectionInfo connection, AAssociateRQ request);

    /**
     * The answer to a user identity that was let in and asked for an answer (PS3.7 D.3.3.7). Only a policy that checked
     * the identity gives one.
     *
     * @param request with the identity
     * @return empty where the identity was not looked at
     */
    default Optional<UserIdentityAC> identityResponse(AAssociateRQ request) {
        return Optional.empty();
    }

    /**
     * Everybody may.
     *
     * @return the policy
     */
    static AccessPolicy open() {
        return (connection, request) -> Optional.empty();
    }

    /**
     * Those may who call one of these titles.
     *
     * @param titles AE titles of ours
     * @return the policy
     */
    static AccessPolicy called(Set<String> titles) {
        Set<String> known = Set.copyOf(titles);
        return (connection, request) -> known.contains(request.calledAETitle()) ? Optional.empty()
                : Optional.of(AAssociateRJ.Reason.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }

    /**
     * Those may who have one of these titles.
     *
     * @param titles AE titles of peers
     * @return the policy
     */
    static AccessPolicy calling(Set<String> titles) {
        Set<String> known = Set.copyOf(titles);
        return (connection, request) -> known.contains(request.callingAETitle()) ? Optional.empty()
                : Optional.of(AAssociateRJ.Reason.CALLING_AE_TITLE_NOT_RECOGNIZED);
    }

    /**
     * Those may who have one of these addresses.
     *
     * @param addresses of peers
     * @return the policy
     */
    static AccessPolicy addresses(Set<InetAddress> addresses) {
        Set<InetAddress> known = Set.copyOf(addresses);
        return (connection, request) -> known.contains(connection.peer().getAddress()) ? Optional.empty()
                : Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN);
    }

    /**
     * Those may who come over TLS with a certificate that is wanted; it is trusted already.
     *
     * @param isWanted looks at the peer's own certificate
     * @return the policy
     */
    static AccessPolicy certificates(Predicate<X509Certificate> isWanted) {
        return (connection, request) -> connection.tls().flatMap(AccessPolicy::certificate).filter(isWanted).isPresent()
                ? Optional.empty() : Optional.of(AAssociateRJ.Reason.NO_REASON_GIVEN);
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            // The peer has shown none.
            return Optional.empty();
        }
    }

    /**
     * This policy, and another one for those whom this lets in.
     *
     * @param other the second
     * @return both
     */
    default AccessPolicy and(AccessPolicy other) {
        AccessPolicy first = this;
        return new AccessPolicy() {
            @Override
            public Optional<AAssociateRJ.Reason> refuse(ConnectionInfo connection, AAssociateRQ request) {
                return first.refuse(connection, request).or(() -> other.refuse(connection, request));
            }

            @Override
            public Optional<UserIdentityAC> identityResponse(AAssociateRQ request) {
                return first.identityResponse(request).or(() -> other.identityResponse(request));
            }
        };
    }
}
