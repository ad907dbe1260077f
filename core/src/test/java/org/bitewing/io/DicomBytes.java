package org.bitewing.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes the bytes of a data set, right or wrong, one header after the other; for tests. */
public final class DicomBytes {
    /** The length of what ends with a delimiter. */
    public static final long UNDEFINED = 0xffffffffL;
    private static final String LONG_FORM = "OB OD OF OL OV OW SQ SV UC UN UR UT UV ZZ";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean explicit;
    private final boolean bigEndian;

    private DicomBytes(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    /** Explicit VR little endian. */
    public static DicomBytes explicit() {
        return new DicomBytes(true, false);
    }

    /** Explicit VR big endian. */
    public static DicomBytes bigEndian() {
        return new DicomBytes(true, true);
    }

    /** Implicit VR little endian. */
    public static DicomBytes implicit() {
        return new DicomBytes(false, false);
    }

    /** A preamble, DICM, and meta information with the right group length that names a transfer syntax. */
    public static DicomBytes file(String transferSyntax) {
        return explicit().raw(new byte[128]).raw("DICM").meta(transferSyntax);
    }

    /** Meta information with the right group length. */
    public DicomBytes meta(String transferSyntax) {
        byte[] rest = explicit().text(0x00020010, "UI", transferSyntax).bytes();
        return raw(explicit().number(0x00020000, "UL", 4, rest.length).raw(rest).bytes());
    }

    /** Text, padded to even length. */
    public DicomBytes text(int tag, String vr, String text) {
        String even = text.length() % 2 == 0 ? text : text + (vr.equals("UI") ? "\0" : " ");
        return element(tag, vr, even.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Numbers of a size in the byte order of the data set. */
    public DicomBytes number(int tag, String vr, int size, long... values) {
        header(tag, vr, (long) size * values.length);
        for (long value : values) {
            put(value, size);
        }
        return this;
    }

    /** A value as it is. */
    public DicomBytes element(int tag, String vr, byte... value) {
        return header(tag, vr, value.length).raw(value);
    }

    /** A header alone: tag, VR and length, whatever follows. */
    public DicomBytes header(int tag, String vr, long length) {
        put(tag >>> 16, 2);
        put(tag & 0xffff, 2);
        if (!explicit) {
            put(length, 4);
            return this;
        }
        raw(vr);
        if (LONG_FORM.contains(vr)) {
            put(0, 2);
            put(length, 4);
        } else {
            put(length, 2);
        }
        return this;
    }

    /** A sequence or an encapsulated value of undefined length, its delimiter included. */
    public DicomBytes undefined(int tag, String vr, Consumer<DicomBytes> content) {
        header(tag, vr, UNDEFINED);
        content.accept(this);
        return sequenceEnd();
    }

    /** A sequence of defined length. */
    public DicomBytes defined(int tag, String vr, Consumer<DicomBytes> content) {
        byte[] inside = inside(content);
        return header(tag, vr, inside.length).raw(inside);
    }

    /** An item of undefined length, its delimiter included. */
    public DicomBytes undefinedItem(Consumer<DicomBytes> content) {
        item(UNDEFINED);
        content.accept(this);
        return itemEnd();
    }

    /** An item of defined length; a fragment, too. */
    public DicomBytes definedItem(Consumer<DicomBytes> content) {
        byte[] inside = inside(content);
        return item(inside.length).raw(inside);
    }

    /** The header of an item or fragment. */
    public DicomBytes item(long length) {
        return delimiter(0xe000, length);
    }

    /** An item delimiter. */
    public DicomBytes itemEnd() {
        return delimiter(0xe00d, 0);
    }

    /** A sequence delimiter. */
    public DicomBytes sequenceEnd() {
        return delimiter(0xe0dd, 0);
    }

    /** Anything. */
    public DicomBytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Letters. */
    public DicomBytes raw(String letters) {
        return raw(letters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that was written. */
    public byte[] bytes() {
        return out.toByteArray();
    }

    private byte[] inside(Consumer<DicomBytes> content) {
        DicomBytes inside = new DicomBytes(explicit, bigEndian);
        content.accept(inside);
        return inside.bytes();
    }

    private DicomBytes delimiter(int element, long length) {
        put(0xfffe, 2);
        put(element, 2);
        put(length, 4);
        return this;
    }

    private void put(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> 8 * (bigEndian ? size - 1 - i : i)));
        }
    }
}
