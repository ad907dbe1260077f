package org.bitewing.tools.station.series;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an object came from. Immutable.
 *
 * @param caller  the AE title that sent it
 * @param called  the AE title that was called
 * @param address the IP address of the sender
 * @param arrival when it arrived, where that is known
 */
public record ObjectOrigin(String caller, String called, String address, Optional<Instant> arrival) {
    private static final String UNKNOWN = "unknown";

    /**
     * Checks that nothing is missing.
     *
     * @param caller  the AE title that sent it
     * @param called  the AE title that was called
     * @param address the IP address of the sender
     * @param arrival when it arrived
     */
    public ObjectOrigin {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(called, "called");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(arrival, "arrival");
    }

    /**
     * The origin of a file that was simply there.
     *
     * @return {@code unknown} in each place, and no time
     */
    public static ObjectOrigin unknown() {
        return new ObjectOrigin(UNKNOWN, UNKNOWN, UNKNOWN, Optional.empty());
    }
}
