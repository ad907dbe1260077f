package org.bitewing.net;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * What is known of a connection.
 *
 * @param number      counts the connections of this process from 1
 * @param isRequestor true where we opened it
 * @param local       our address
 * @param peer        the peer's address
 * @param tls         the session; empty for plain TCP
 */
public record ConnectionInfo(long number, boolean isRequestor, InetSocketAddress local, InetSocketAddress peer,
                             Optional<SSLSession> tls) {

    /**
     * Checks that nothing is missing.
     *
     * @param number      1 or more
     * @param isRequestor true where we opened it
     * @param local       our address
     * @param peer        the peer's address
     * @param tls         the session
     */
    public ConnectionInfo {
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(tls, "tls");
    }
}
