package org.bitewing.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The digits of DA, TM, DT and of offsets from UTC (PS3.5 6.2), and the forms of ACR-NEMA that are still met. */
final class DicomTimes {
    private static final int[] NANOS = {100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000};

    private DicomTimes() {
    }

    /** {@code YYYYMMDD}, or {@code YYYY.MM.DD} as before DICOM. */
    static LocalDate date(String text) {
        String digits = text.length() == 10 && text.charAt(4) == '.' && text.charAt(7) == '.'
                ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8) : text;
        if (digits.length() != 8) {
            throw new DateTimeException("a date has 8 digits");
        }
        return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
    }

    /** {@code HH[MM[SS[.FFFFFF]]]} from an index on. */
    static DicomTime time(String text, int start) {
        int length = text.length() - start;
        int hour = number(text, start, start + 2);
        if (length == 2) {
            return new DicomTime(LocalTime.of(hour, 0), ChronoUnit.HOURS);
        }
        int minute = number(text, start + 2, start + 4);
        if (length == 4) {
            return new DicomTime(LocalTime.of(hour, minute), ChronoUnit.MINUTES);
        }
        // 60 is a leap second, which java.time does not have.
        int second = Math.min(59, number(text, start + 4, start + 6));
        LocalTime time = LocalTime.of(hour, minute, second);
        if (length == 6) {
            return new DicomTime(time, ChronoUnit.SECONDS);
        }
        int digits = length - 7;
        if (text.charAt(start + 6) != '.' || digits < 1 || digits > NANOS.length) {
            throw new DateTimeException("a fraction is a dot and 1 to 6 digits");
        }
        int fraction = number(text, start + 7, text.length());
        return new DicomTime(time.withNano(fraction * NANOS[digits - 1]),
                digits <= 3 ? ChronoUnit.MILLIS : ChronoUnit.MICROS);
    }

    /** {@code +HHMM} or {@code -HHMM}. */
    static ZoneOffset offset(String text) {
        char sign = text.isEmpty() ? ' ' : text.charAt(0);
        if (text.length() != 5 || sign != '+' && sign != '-') {
            throw new DateTimeException("an offset is a sign and 4 digits");
        }
        int minutes = number(text, 1, 3) * 60 + number(text, 3, 5);
        return ZoneOffset.ofTotalSeconds((sign == '-' ? -60 : 60) * minutes);
    }

    static int number(String text, int start, int end) {
        if (end > text.length()) {
            throw new DateTimeException("digits are missing");
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw new DateTimeException("a digit is expected");
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
