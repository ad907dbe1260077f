package org.bitewing.tools.station.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A JSON object on a line of its own whose last member, {@code sum}, is the CRC-32 of what stands before it. So a line
 * that was not written to its end, or was changed, is known.
 */
final class CheckedLine {
    private static final String SUM = ",\"sum\":\"";
    /** The sum's name, eight digits, a quotation mark and a brace. */
    private static final int TAIL = SUM.length() + 10;

    private CheckedLine() {
    }

    /** The line of an object with one member at least, its end included. */
    static byte[] of(String object) {
        String start = object.substring(0, object.length() - 1);
        return (start + SUM + sum(start) + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The object of a line without its end; empty where the line is not as it was written. */
    static Optional<String> object(String line) {
        int tail = line.length() - TAIL;
        if (tail < 1 || !line.startsWith(SUM, tail) || !line.endsWith("\"}")) {
            return Optional.empty();
        }
        String start = line.substring(0, tail);
        return line.regionMatches(tail + SUM.length(), sum(start), 0, 8) ? Optional.of(start + "}")
                : Optional.empty();
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
