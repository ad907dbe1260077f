package org.bitewing.net;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends many objects to one peer: over as many associations as their presentation contexts need, several at a time
 * where that is wanted, again where an association or the peer's resources gave way. Immutable and thread-safe.
 */
public final class StorageSender {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_PARALLEL = 256;

    private final ApplicationEntity entity;
    private final String host;
    private final int port;
    private final String calledTitle;
    private final Settings settings;

    /** How to send. */
    record Settings(int parallel, int retries, Duration firstWait, boolean stopsAtFailure, boolean aborts,
                    Conversion conversion, Function<Collection<OutgoingObject>, List<Offers.Group>> grouping,
                    Consumer<SendResult> listener) {
    }

    private StorageSender(ApplicationEntity entity, String host, int port, String calledTitle, Settings settings) {
        this.entity = entity;
        this.host = host;
        this.port = port;
        this.calledTitle = calledTitle;
        this.settings = settings;
    }

    /**
     * A sender over one association at a time, without retries, that goes on after a failure and converts between
     * uncompressed transfer syntaxes.
     *
     * @param entity      who we are
     * @param host        a host name or an address
     * @param port        1 to 65535
     * @param calledTitle the peer's AE title
     * @return a sender
     */
    public static StorageSender to(ApplicationEntity entity, String host, int port, String calledTitle) {
        return new StorageSender(Objects.requireNonNull(entity, "entity"), Objects.requireNonNull(host, "host"), port,
                Objects.requireNonNull(calledTitle, "calledTitle"),
                new Settings(1, 0, FIRST_WAIT, false, false, Conversion.UNCOMPRESSED,
                        objects -> Offers.groups(objects, Conversion.UNCOMPRESSED), result -> {
                }));
    }

    /**
     * This with several associations at a time.
     *
     * @param associations 1 to 256
     * @return a changed copy
     */
    public StorageSender withParallel(int associations) {
        if (associations < 1 || associations > MOST_PARALLEL) {
            throw new IllegalArgumentException("1 to 256 associations, not " + associations);
        }
        Settings s = settings;
        return with(new Settings(associations, s.retries, s.firstWait, s.stopsAtFailure, s.aborts, s.conversion,
                s.grouping, s.listener));
    }

    /**
     * This with retries of what an association or the peer's resources prevented: of an object, and of associations.
     *
     * @param retries   0 or more, beyond the first attempt
     * @param firstWait before the first retry; each further one waits twice as long, up to 32 times this
     * @return a changed copy
     */
    public StorageSender withRetries(int retries, Duration firstWait) {
        if (retries < 0 || firstWait.isNegative()) {
            throw new IllegalArgumentException("neither retries nor waits are negative");
        }
        Settings s = settings;
        return with(new Settings(s.parallel, retries, firstWait, s.stopsAtFailure, s.aborts, s.conversion,
                s.grouping, s.listener));
    }

    /**
     * This, where the first object that fails ends the sending.
     *
     * @return a changed copy
     */
    public StorageSender stoppingAtFailure() {
        Settings s = settings;
        return with(new Settings(s.parallel, s.retries, s.firstWait, true, s.aborts, s.conversion, s.grouping,
                s.listener));
    }

    /**
     * This with another conversion of what the peer does not take as it is.
     *
     * @param conversion makes objects fit
     * @return a changed copy
     */
    public StorageSender with(Conversion conversion) {
        Objects.requireNonNull(conversion, "conversion");
        Settings s = settings;
        return with(new Settings(s.parallel, s.retries, s.firstWait, s.stopsAtFailure, s.aborts, conversion,
                objects -> Offers.groups(objects, conversion), s.listener));
    }

    /**
     * This with fixed offers, instead of those that the objects and their conversion need. To be called after {@link
     * #with(Conversion)}. What none of them suits fails.
     *
     * @param offers 1 to 128
     * @return a changed copy
     */
    public StorageSender withOffers(List<Offer> offers) {
        List<Offer> fixed = List.copyOf(offers);
        Settings s = settings;
        return with(new Settings(s.parallel, s.retries, s.firstWait, s.stopsAtFailure, s.aborts, s.conversion,
                objects -> List.of(new Offers.Group(fixed, List.copyOf(objects))), s.listener));
    }

    /**
     * This, where associations are aborted at their end instead of released: to test peers.
     *
     * @return a changed copy
     */
    public StorageSender abortingAtTheEnd() {
        Settings s = settings;
        return with(new Settings(s.parallel, s.retries, s.firstWait, s.stopsAtFailure, true, s.conversion, s.grouping,
                s.listener));
    }

    /**
     * This with somebody who hears of each object when it is done, by the thread that sent it.
     *
     * @param listener hears of results
     * @return a changed copy
     */
    public StorageSender onResult(Consumer<SendResult> listener) {
        Settings s = settings;
        return with(new Settings(s.parallel, s.retries, s.firstWait, s.stopsAtFailure, s.aborts, s.conversion,
                s.grouping, Objects.requireNonNull(listener, "listener")));
    }

    private StorageSender with(Settings changed) {
        return new StorageSender(entity, host, port, calledTitle, changed);
    }

    /**
     * Sends objects and waits until each has its result.
     *
     * @param objects what to send
     * @return what became of each; no failure of the network is an exception
     */
    public SendReport send(Collection<OutgoingObject> objects) {
        return new SendingRun(settings, offers -> StorageScu.over(
                entity.connect(host, port, calledTitle, offers), settings.conversion)).send(objects);
    }
}
