package org.bitewing.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * A piece of a PDU that is taken apart from front to back: the body of the PDU, an item in it, a sub-item. Whatever is
 * longer than what holds it is an error.
 */
final class Items {
    private static final int LONGEST_UID = 64;
    private final byte[] bytes;
    private final String source;
    private final int end;
    private int position;

    Items(byte[] bytes, int start, int end, String source) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
        this.source = source;
    }

    boolean hasMore() {
        return position < end;
    }

    int left() {
        return end - position;
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return position;
    }

    int u8() {
        require(1);
        return bytes[position++] & 0xff;
    }

    int u16() {
        require(2);
        int value = (bytes[position] & 0xff) << 8 | bytes[position + 1] & 0xff;
        position += 2;
        return value;
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    void skip(int count) {
        require(count);
        position += count;
    }

    /** The next bytes as a piece of their own. */
    Items piece(long length) {
        require(length);
        Items piece = new Items(bytes, position, position + (int) length, source);
        position += (int) length;
        return piece;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    byte[] counted() {
        return piece(u16()).rest();
    }

    /** Two bytes of length, then a UID. */
    String countedUid() {
        return piece(u16()).uid();
    }

    /** All that is left, as a UID (PS3.5 9.1); some peers pad it with a NUL or a space, which is tolerated. */
    String uid() {
        if (end - position > LONGEST_UID + 1) {
            throw error(DicomException.Kind.LENGTH, "a UID has 64 characters at most", end - position);
        }
        return trimmed(end - position);
    }

    /** The next bytes as text of ISO 646, without the spaces and NULs at its end. */
    String text(int length) {
        return trimmed(length);
    }

    private String trimmed(int length) {
        require(length);
        int last = position + length;
        while (last > position && (bytes[last - 1] == ' ' || bytes[last - 1] == 0)) {
            last--;
        }
        String text = new String(bytes, position, last - position, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    private void require(long count) {
        if (count > end - position) {
            throw error(DicomException.Kind.LENGTH, "a PDU or item is too short for what it holds", count);
        }
    }

    DicomException error(DicomException.Kind kind, String reason, long length) {
        return new DicomException(kind, reason, new Location(source, position, TagPath.ROOT), length, end - position);
    }
}
