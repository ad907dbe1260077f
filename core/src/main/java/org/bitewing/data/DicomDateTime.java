package org.bitewing.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A date with time (VR DT, PS3.5 6.2) that may leave off everything behind the year.
 *
 * @param start     the earliest moment it can mean
 * @param precision YEARS, MONTHS, DAYS, HOURS, MINUTES, SECONDS, MILLIS or MICROS: the smallest part given
 * @param offset    from UTC, where it is given
 */
public record DicomDateTime(LocalDateTime start, ChronoUnit precision, Optional<ZoneOffset> offset) {
    /**
     * Checks that nothing is missing.
     *
     * @param start     the earliest moment
     * @param precision the smallest part given
     * @param offset    from UTC
     */
    public DicomDateTime {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(offset, "offset");
    }

    /**
     * Reads {@code YYYY[MM[DD[HH[MM[SS[.FFFFFF]]]]]][+HHMM]}.
     *
     * @param text a value of VR DT without padding
     * @return the date and time
     * @throws DateTimeException where it is none
     */
    public static DicomDateTime parse(String text) {
        int zone = Math.max(text.indexOf('+'), text.indexOf('-'));
        Optional<ZoneOffset> offset = zone < 0 ? Optional.empty() : Optional.of(DicomTimes.offset(text.substring(zone)));
        String digits = zone < 0 ? text : text.substring(0, zone);
        int year = DicomTimes.number(digits, 0, 4);
        int month = digits.length() > 4 ? DicomTimes.number(digits, 4, 6) : 1;
        int day = digits.length() > 6 ? DicomTimes.number(digits, 6, 8) : 1;
        LocalDateTime date = LocalDateTime.of(year, month, day, 0, 0);
        if (digits.length() > 8) {
            DicomTime time = DicomTimes.time(digits, 8);
            return new DicomDateTime(date.with(time.time()), time.precision(), offset);
        }
        ChronoUnit precision = switch (digits.length()) {
            case 4 -> ChronoUnit.YEARS;
            case 6 -> ChronoUnit.MONTHS;
            default -> ChronoUnit.DAYS;
        };
        return new DicomDateTime(date, precision, offset);
    }
}
