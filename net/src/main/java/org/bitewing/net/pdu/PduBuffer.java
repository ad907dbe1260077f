package org.bitewing.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a PDU to be, in big endian (PS3.8 9.3.1), with lengths that are filled in when an item ends. */
final class PduBuffer {
    private byte[] bytes = new byte[512];
    private int size;

    PduBuffer u8(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    PduBuffer u16(int value) {
        return u8(value >> 8).u8(value);
    }

    PduBuffer u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    PduBuffer zeros(int count) {
        for (int i = 0; i < count; i++) {
            u8(0);
        }
        return this;
    }

    PduBuffer bytes(byte[] source, int offset, int length) {
        if (length > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, length)));
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    PduBuffer bytes(byte[] source) {
        return bytes(source, 0, source.length);
    }

    PduBuffer text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A title of 16 characters, padded with spaces (PS3.8 9.3.2). */
    PduBuffer title(String title) {
        text(title);
        for (int i = title.length(); i < AAssociateRQ.LONGEST_AE_TITLE; i++) {
            u8(' ');
        }
        return this;
    }

    /** Two bytes of length, then the bytes. */
    PduBuffer counted(byte[] source) {
        return u16(source.length).bytes(source);
    }

    PduBuffer counted(String text) {
        return counted(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Begins a PDU; the result goes to {@link #endPdu}. */
    int startPdu(PduType type) {
        u8(type.code()).u8(0).u32(0);
        return size;
    }

    byte[] endPdu(int start) {
        int length = size - start;
        bytes[start - 4] = (byte) (length >>> 24);
        bytes[start - 3] = (byte) (length >>> 16);
        bytes[start - 2] = (byte) (length >>> 8);
        bytes[start - 1] = (byte) length;
        return Arrays.copyOf(bytes, size);
    }

    /** Begins an item or sub-item; the result goes to {@link #endItem}. */
    int startItem(int type) {
        u8(type).u8(0).u16(0);
        return size;
    }

    void endItem(int start) {
        int length = size - start;
        if (length > 0xffff) {
            throw new IllegalArgumentException("an item has at most 65535 bytes, not " + length);
        }
        bytes[start - 2] = (byte) (length >>> 8);
        bytes[start - 1] = (byte) length;
    }

    /** The bytes from an index on. */
    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    PduBuffer item(int type, String text) {
        int start = startItem(type);
        text(text);
        endItem(start);
        return this;
    }
}
