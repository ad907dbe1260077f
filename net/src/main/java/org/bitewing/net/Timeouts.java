package org.bitewing.net;

import java.time.Duration;

/**
 * How long to wait, each 1 millisecond to 10 years.
 *
 * @param connect   for the transport connection to open
 * @param associate for the answer to an A-ASSOCIATE-RQ or A-RELEASE-RQ, and for a TLS handshake
 * @param artim     the ARTIM timer of PS3.8 9.1.5: for the A-ASSOCIATE-RQ of a peer who connected, and for a peer to
 *                  close a connection that is over
 * @param dimse     for the next PDU of a message, for a response, and for a peer to take what is sent
 * @param idle      for the next message of a peer who has sent none
 */
public record Timeouts(Duration connect, Duration associate, Duration artim, Duration dimse, Duration idle) {
    private static final Duration LONGEST = Duration.ofDays(3650);

    /**
     * Checks the range.
     *
     * @param connect   for the transport connection
     * @param associate for the association
     * @param artim     for a peer that does nothing
     * @param dimse     within messages
     * @param idle      between messages
     */
    public Timeouts {
        check(connect);
        check(associate);
        check(artim);
        check(dimse);
        check(idle);
    }

    private static void check(Duration duration) {
        if (duration.compareTo(LONGEST) > 0 || duration.toMillis() < 1) {
            throw new IllegalArgumentException("a time-out is 1 ms to 10 years, not " + duration);
        }
    }

    /**
     * 30 seconds for connecting, associating and ARTIM, 60 within messages, 300 between them.
     *
     * @return the defaults
     */
    public static Timeouts defaults() {
        Duration shortly = Duration.ofSeconds(30);
        return new Timeouts(shortly, shortly, shortly, Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    /**
     * These with another one for the transport connection.
     *
     * @param duration how long
     * @return a changed copy
     */
    public Timeouts withConnect(Duration duration) {
        return new Timeouts(duration, associate, artim, dimse, idle);
    }

    /**
     * These with another one for the association.
     *
     * @param duration how long
     * @return a changed copy
     */
    public Timeouts withAssociate(Duration duration) {
        return new Timeouts(connect, duration, artim, dimse, idle);
    }

    /**
     * These with another ARTIM timer.
     *
     * @param duration how long
     * @return a changed copy
     */
    public Timeouts withArtim(Duration duration) {
        return new Timeouts(connect, associate, duration, dimse, idle);
    }

    /**
     * These with another one within messages.
     *
     * @param duration how long
     * @return a changed copy
     */
    public Timeouts withDimse(Duration duration) {
        return new Timeouts(connect, associate, artim, duration, idle);
    }

    /**
     * These with another one between messages.
     *
     * @param duration how long
     * @return a changed copy
     */
    public Timeouts withIdle(Duration duration) {
        return new Timeouts(connect, associate, artim, dimse, duration);
    }
}
