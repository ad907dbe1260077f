package org.bitewing.csa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * Walks the bytes of a CSA header, little endian throughout:
 *
 * <pre>
 * CSA2: "SV10", 4 bytes, count of tags, 77, tags      CSA1: count of tags, 77, tags
 * tag:  name (64 bytes, ended by zero), VM, VR (4), type, count of items, 77 or 205, items
 * item: 4 numbers, of which one tells the length; the value; zeros up to a multiple of 4
 * </pre>
 */
final class CsaReader {
    private static final int NAME = 64;
    private static final int TAG = NAME + 20;
    private static final int ITEM = 16;
    /** What stands behind the count of tags. */
    private static final int SIGN = 77;

    private final byte[] bytes;
    private final String source;
    private final CsaHeader.Format format;
    private int position;
    /** In CSA1 an item's length is more by the count of items of the first tag. */
    private int excess;

    CsaReader(byte[] bytes, String source) {
        this.bytes = bytes;
        this.source = source;
        boolean second = bytes.length >= 4 && bytes[0] == 'S' && bytes[1] == 'V' && bytes[2] == '1' && bytes[3] == '0';
        this.format = second ? CsaHeader.Format.CSA2 : CsaHeader.Format.CSA1;
    }

    CsaHeader header() {
        position = format == CsaHeader.Format.CSA2 ? 8 : 0;
        int count = number();
        int sign = number();
        if (format == CsaHeader.Format.CSA1 && sign != SIGN) {
            throw error(DicomException.Kind.SYNTAX, "no CSA header: neither SV10 nor a count and 77 are at its start", 0);
        }
        checkCount(count, TAG, "tags", position - 8);
        List<CsaTag> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(tag(i == 0));
        }
        return new CsaHeader(format, tags);
    }

    private CsaTag tag(boolean first) {
        need(TAG);
        String name = text(position, NAME);
        position += NAME;
        int vm = number();
        String vr = text(position, 4);
        position += 4;
        int type = number();
        int items = number();
        position += 4;
        checkCount(items, ITEM, "items of a tag", position - 8);
        if (first) {
            excess = items;
        }
        return new CsaTag(name, Math.max(vm, 0), vr, type, values(vm > 0 ? vm : items, items));
    }

    private List<String> values(int most, int items) {
        List<String> values = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < items; i++) {
            need(ITEM);
            int start = position;
            int length = number();
            int second = number();
            position = start + ITEM;
            if (format == CsaHeader.Format.CSA2) {
                length = second;
                if (length < 0 || length > bytes.length - position) {
                    throw new DicomException(DicomException.Kind.LENGTH, "an item of " + length + " bytes where "
                            + (bytes.length - position) + " are left", place(start), length, bytes.length - position);
                }
            } else {
                length -= excess;
                if (length < 0 || length > bytes.length - position) {
                    // Such a number is no length, and the values of the tag end before it.
                    break;
                }
            }
            if (i < most) {
                values.add(text(position, length));
                filled = values.get(i).isEmpty() ? filled : i + 1;
            }
            // The zeros behind the last value may be missing.
            position = Math.min(bytes.length, position + length + (-length & 3));
        }
        return values.subList(0, filled);
    }

    /** Up to the first zero, without the spaces around it. Names and values are ASCII, or at most ISO 8859-1. */
    private String text(int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
    }

    private int number() {
        need(4);
        int value = bytes[position] & 0xff | (bytes[position + 1] & 0xff) << 8 | (bytes[position + 2] & 0xff) << 16
                | bytes[position + 3] << 24;
        position += 4;
        return value;
    }

    private void need(int count) {
        if (count > bytes.length - position) {
            throw error(DicomException.Kind.END, "a CSA header that ends too early", position);
        }
    }

    private void checkCount(int count, int size, String what, int offset) {
        if (count < 0 || count > (bytes.length - position) / size) {
            throw error(DicomException.Kind.LENGTH, count + " " + what + " do not fit the " + (bytes.length - position)
                    + " bytes that are left of the CSA header", offset);
        }
    }

    private DicomException error(DicomException.Kind kind, String reason, int offset) {
        return new DicomException(kind, reason, place(offset), -1, -1);
    }

    private Location place(int offset) {
        return new Location(source, offset, TagPath.ROOT);
    }
}
