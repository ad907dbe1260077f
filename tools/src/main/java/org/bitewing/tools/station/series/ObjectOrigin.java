package org.bitewing.tools.station.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

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
    /** Of a presentation address (PS3.10 7.1.1.1). */
    private static final String SCHEME = "dicom://";

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

    /**
     * The origin of a file: what its meta information says of the connection over which it was received (PS3.10 7.1),
     * and then its time as that of its arrival.
     *
     * @param meta      its elements of group 0002
     * @param file      the file
     * @param otherwise what counts where the file was not received, or does not say so
     * @return the origin
     */
    static ObjectOrigin recordedIn(Attributes meta, Path file, ObjectOrigin otherwise) {
        if (!meta.contains(Tag.ReceivingApplicationEntityTitle)) {
            return otherwise;
        }
        ObjectOrigin recorded = recordedIn(meta, otherwise);
        try {
            // To the millisecond, as a copy of the file keeps it on every file system.
            Instant time = Instant.ofEpochMilli(Files.getLastModifiedTime(file).toMillis());
            return new ObjectOrigin(recorded.caller, recorded.called, recorded.address, Optional.of(time));
        } catch (IOException e) {
            return recorded;
        }
    }

    /** Without the time. */
    static ObjectOrigin recordedIn(Attributes meta, ObjectOrigin otherwise) {
        Optional<String> called = text(meta, Tag.ReceivingApplicationEntityTitle);
        if (called.isEmpty()) {
            return otherwise;
        }
        String address = text(meta, Tag.SendingPresentationAddress).orElse(UNKNOWN);
        return new ObjectOrigin(text(meta, Tag.SendingApplicationEntityTitle).orElse(UNKNOWN), called.get(),
                address.startsWith(SCHEME) ? host(address.substring(SCHEME.length())) : UNKNOWN, otherwise.arrival);
    }

    /** Without the port, and the brackets around addresses of version 6. */
    private static String host(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') : authority.indexOf(':');
        String host = end < 0 ? authority : authority.substring(0, end);
        return host.startsWith("[") ? host.substring(1) : host;
    }

    private static Optional<String> text(Attributes meta, int tag) {
        try {
            return meta.text(tag).filter(text -> !text.isBlank());
        } catch (DicomException e) {
            return Optional.empty();
        }
    }
}
