package org.bitewing.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.bitewing.Limits;
import org.bitewing.net.pdu.ExtendedNegotiation;
import org.bitewing.net.pdu.UserIdentityRQ;

/**
 * Who we are on the network, and how we talk: AE title, time-outs, TLS, limits. Immutable; one serves any number of
 * associations of both roles, by any thread.
 *
 * <p>Threads: an {@link AssociationServer} runs each association in one thread of the {@link #executor()}. Where none
 * is given that is a thread of its own: a virtual one on Java 21 or later, else a platform thread.
 */
public final class ApplicationEntity {
    /** The longest P-DATA-TF that is announced where nothing else is said. */
    public static final int DEFAULT_PDU_LENGTH = 1 << 17;
    private static final int SHORTEST_PDU = 1 << 12;
    private static final int LONGEST_PDU = 1 << 24;

    private final Settings settings;

    private ApplicationEntity(Settings settings) {
        this.settings = settings;
    }

    /** The values behind one {@link ApplicationEntity}. */
    private record Settings(String title, int pduLength, Timeouts timeouts, Optional<Tls> tls, Limits limits,
                            AssociationListener listener, Optional<Executor> executor,
                            Optional<UserIdentityRQ> identity, int sentLength,
                            List<ExtendedNegotiation> extended) {
    }

    /**
     * An application entity with default time-outs and limits, without TLS.
     *
     * @param title its AE title: 1 to 16 characters as PS3.5 6.2 wants them
     * @return the application entity
     */
    public static ApplicationEntity of(String title) {
        if (!AETitles.isValid(title)) {
            throw new IllegalArgumentException(
                    "an AE title has 1 to 16 characters, not only spaces, and no backslash or control character");
        }
        return new ApplicationEntity(new Settings(title.strip(), DEFAULT_PDU_LENGTH, Timeouts.defaults(),
                Optional.empty(), Limits.defaults(), AssociationListener.NONE, Optional.empty(), Optional.empty(),
                LONGEST_PDU, List.of()));
    }

    /**
     * This with another length of PDUs, for both directions: what is announced to the peer, and the most that is sent
     * to a peer who takes more.
     *
     * @param bytes 4,096 to 16,777,216 without the PDU's header
     * @return a changed copy
     */
    public ApplicationEntity withPduLength(int bytes) {
        if (bytes < SHORTEST_PDU || bytes > LONGEST_PDU) {
            throw new IllegalArgumentException("a PDU length is 4096 to 16777216, not " + bytes);
        }
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, bytes, s.timeouts, s.tls, s.limits, s.listener, s.executor,
                s.identity, s.sentLength, s.extended));
    }

    /**
     * This with other time-outs.
     *
     * @param timeouts how long to wait
     * @return a changed copy
     */
    public ApplicationEntity withTimeouts(Timeouts timeouts) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, Objects.requireNonNull(timeouts, "timeouts"),
                s.tls, s.limits, s.listener, s.executor, s.identity, s.sentLength, s.extended));
    }

    /**
     * This with TLS for all its connections.
     *
     * @param tls keys, trust and profile
     * @return a changed copy
     */
    public ApplicationEntity withTls(Tls tls) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, Optional.of(tls), s.limits,
                s.listener, s.executor, s.identity, s.sentLength, s.extended));
    }

    /**
     * This with other limits.
     *
     * @param limits what peers may cost
     * @return a changed copy
     */
    public ApplicationEntity withLimits(Limits limits) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls,
                Objects.requireNonNull(limits, "limits"), s.listener, s.executor, s.identity, s.sentLength,
                s.extended));
    }

    /**
     * This with somebody who hears of everything that happens.
     *
     * @param listener hears of each association; called by the threads of the associations
     * @return a changed copy
     */
    public ApplicationEntity withListener(AssociationListener listener) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls, s.limits,
                Objects.requireNonNull(listener, "listener"), s.executor, s.identity, s.sentLength, s.extended));
    }

    /**
     * This with other threads; see the class.
     *
     * @param executor runs each task in a thread of its own, at once: one that queues would let peers wait for others
     * @return a changed copy
     */
    public ApplicationEntity withExecutor(Executor executor) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls, s.limits, s.listener,
                Optional.of(executor), s.identity, s.sentLength, s.extended));
    }

    /**
     * This with a user's identity in each association that it asks for. Where it requests a response and the peer gives
     * none, the association is given up: the peer has not looked at the identity (PS3.7 D.3.3.7).
     *
     * @param identity who the user is (PS3.7 D.3.3.7)
     * @return a changed copy
     */
    public ApplicationEntity withUserIdentity(UserIdentityRQ identity) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls, s.limits, s.listener,
                s.executor, Optional.of(identity), s.sentLength, s.extended));
    }

    /**
     * This with a limit on what is sent, beside what the peer takes and {@link #pduLength()}.
     *
     * @param bytes the longest P-DATA-TF without its header, 4,096 to 16,777,216
     * @return a changed copy
     */
    public ApplicationEntity withSentPduLength(int bytes) {
        if (bytes < SHORTEST_PDU || bytes > LONGEST_PDU) {
            throw new IllegalArgumentException("a PDU length is 4096 to 16777216, not " + bytes);
        }
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls, s.limits, s.listener,
                s.executor, s.identity, bytes, s.extended));
    }

    /**
     * This with service class application information in each association that it asks for.
     *
     * @param negotiations one for each SOP class that needs it (PS3.7 D.3.3.5)
     * @return a changed copy
     */
    public ApplicationEntity withExtendedNegotiations(List<ExtendedNegotiation> negotiations) {
        Settings s = settings;
        return new ApplicationEntity(new Settings(s.title, s.pduLength, s.timeouts, s.tls, s.limits, s.listener,
                s.executor, s.identity, s.sentLength, List.copyOf(negotiations)));
    }

    /**
     * Opens an association, with the contexts that are offered numbered 1, 3, 5 and so on.
     *
     * @param host        a host name or an address
     * @param port        1 to 65535
     * @param calledTitle the AE title of the peer
     * @param offers      1 to 128
     * @return an established association, to be closed; perhaps without a single accepted context
     * @throws AssociationException where the peer rejects or aborts, or does not answer
     * @throws IOException          where there is no connection
     */
    public Association connect(String host, int port, String calledTitle, List<Offer> offers) throws IOException {
        return Requestor.connect(this, new InetSocketAddress(host, port), calledTitle, offers);
    }

    /**
     * The AE title.
     *
     * @return 1 to 16 characters
     */
    public String title() {
        return settings.title;
    }

    /**
     * The longest P-DATA-TF in both directions.
     *
     * @return bytes without the PDU's header
     */
    public int pduLength() {
        return settings.pduLength;
    }

    /**
     * The longest P-DATA-TF that is sent to a peer who takes more.
     *
     * @return bytes without the PDU's header
     */
    public int sentPduLength() {
        return Math.min(settings.pduLength, settings.sentLength);
    }

    /**
     * Service class application information for SOP classes.
     *
     * @return at most one a SOP class
     */
    public List<ExtendedNegotiation> extendedNegotiations() {
        return settings.extended;
    }

    /**
     * How long to wait.
     *
     * @return the time-outs
     */
    public Timeouts timeouts() {
        return settings.timeouts;
    }

    /**
     * Keys, trust and profile.
     *
     * @return empty for plain TCP
     */
    public Optional<Tls> tls() {
        return settings.tls;
    }

    /**
     * What peers may cost.
     *
     * @return the limits
     */
    public Limits limits() {
        return settings.limits;
    }

    /**
     * Who hears of everything that happens.
     *
     * @return the listener; one that does nothing where none was given
     */
    public AssociationListener listener() {
        return settings.listener;
    }

    /**
     * Who runs the associations that come in.
     *
     * @return empty for threads of the server's own
     */
    public Optional<Executor> executor() {
        return settings.executor;
    }

    /**
     * Who the user is.
     *
     * @return empty where that is not said
     */
    public Optional<UserIdentityRQ> userIdentity() {
        return settings.identity;
    }
}
