package org.bitewing.io;

import java.io.IOException;
import org.bitewing.dict.VR;

/** The headers of elements, items and delimiters (PS3.5 7.1.2, 7.1.3, 7.5). */
final class Headers {
    private static final int UN = VR.UN.code();
    /** Of {@link VR#form}. */
    private static final int KNOWN = 0x80;
    private static final int LONG_FORM = 0x40;
    /** The longest even length of 16 bits (PS3.5 6.2.2). */
    private static final int LONGEST_SHORT = 0xfffe;

    private Headers() {
    }

    /** Whether two letters are no known VR, but may be one of the future. */
    static boolean isOfTheFuture(int vrCode) {
        return (VR.form(vrCode) & (KNOWN | LONG_FORM)) == LONG_FORM;
    }

    static int size(boolean explicit, int vrCode, long length) {
        return !explicit || isShort(VR.form(vrCode), length) ? 8 : 12;
    }

    /** Not so where a VR is known, but its value too long for it, or where it is none at all: it becomes UN. */
    private static boolean isShort(int form, long length) {
        return (form & (LONG_FORM | KNOWN)) == KNOWN && length <= LONGEST_SHORT;
    }

    /** The header of an element with an even length that fits 32 bits. */
    static void element(Output out, OpenLevel level, int tag, int vrCode, long length) throws IOException {
        int form = VR.form(vrCode);
        if (!level.explicit || !isShort(form, length)) {
            longForm(out, level, tag, (form & LONG_FORM) == 0 ? UN : vrCode, (int) length);
            return;
        }
        out.require(8);
        put(out, out.position, level, tag, vrCode << 16 | (int) length, shortForm(tag, vrCode, (int) length));
        out.position += 8;
    }

    /** 8 bytes as one number: in big endian a tag and what is behind it, in little endian the number that is given. */
    private static void put(Output out, int at, OpenLevel level, int tag, int behindTag, long little) {
        out.words.putLong(at, level.bigEndian
                ? Long.reverseBytes((long) tag << 32 | behindTag & EventReader.ALL_BITS) : little);
    }

    private static long itemForm(int tag, int length) {
        return (long) length << 32 | Integer.rotateLeft(tag, 16) & EventReader.ALL_BITS;
    }

    /** A short header in little endian as one number (PS3.5 7.1.2). */
    static long shortForm(int tag, int vrCode, int length) {
        int behindTag = length << 16 | (vrCode & 0xff) << 8 | vrCode >>> 8;
        return (long) behindTag << 32 | Integer.rotateLeft(tag, 16) & EventReader.ALL_BITS;
    }

    /** A header with a length of 32 bits, the VR before it where the syntax is explicit. */
    static void longForm(Output out, OpenLevel level, int tag, int vrCode, int length) throws IOException {
        int size = level.explicit ? 12 : 8;
        if (out.isCounting()) {
            out.skip(size);
            return;
        }
        out.require(size);
        int at = out.position;
        if (level.explicit) {
            put(out, at, level, tag, vrCode << 16, shortForm(tag, vrCode, 0));
            ByteOrders.putInt(out.bytes, at + 8, length, level.bigEndian);
        } else {
            put(out, at, level, tag, length, itemForm(tag, length));
        }
        out.position = at + size;
    }

    /** The header of an item, a fragment or a delimiter, which has no VR. */
    static void item(Output out, OpenLevel level, int tag, int length) throws IOException {
        if (out.isCounting()) {
            out.skip(8);
            return;
        }
        out.require(8);
        put(out, out.position, level, tag, length, itemForm(tag, length));
        out.position += 8;
    }
}
