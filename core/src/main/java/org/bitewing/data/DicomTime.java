package org.bitewing.data;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A time of day (VR TM, PS3.5 6.2) that may leave off minutes and seconds.
 *
 * @param time      what is given, the rest 0
 * @param precision HOURS, MINUTES, SECONDS, MILLIS (1 to 3 digits of fraction) or MICROS: the smallest part given
 */
public record DicomTime(LocalTime time, ChronoUnit precision) {
    /**
     * Checks that nothing is missing.
     *
     * @param time      what is given
     * @param precision the smallest part given
     */
    public DicomTime {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(precision, "precision");
    }

    /**
     * Reads {@code HH[MM[SS[.FFFFFF]]]}; {@code HH:MM:SS} as before DICOM is understood, too. The leap second 60 is
     * read as 59.
     *
     * @param text a value of VR TM without padding
     * @return the time
     * @throws DateTimeException where it is none
     */
    public static DicomTime parse(String text) {
        boolean colons = text.length() >= 5 && text.charAt(2) == ':';
        return DicomTimes.time(colons ? text.replace(":", "") : text, 0);
    }
}
