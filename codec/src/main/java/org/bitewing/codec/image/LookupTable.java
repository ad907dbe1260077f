package org.bitewing.codec.image;

import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/** A table of values: LUT Descriptor and LUT Data of PS3.3 C.11.1.1, C.11.2.1.1, C.11.4 and C.7.6.3.1.5. */
final class LookupTable {
    private final int first;
    private final int bits;
    private final int[] entries;

    private LookupTable(int first, int bits, int[] entries) {
        this.first = first;
        this.bits = bits;
        this.entries = entries;
    }

    /** Whether an item has a table; some writers leave items whose attributes are all empty. */
    static boolean isIn(Attributes item) {
        return item.bytes(Tag.LUTDescriptor).length > 0;
    }

    /** The table of an item with LUT Descriptor (0028,3002) and LUT Data (0028,3006). */
    static LookupTable of(Attributes item, boolean signed) {
        Descriptor descriptor = Descriptor.of(item, Tag.LUTDescriptor, signed);
        return of(descriptor, item.bytes(Tag.LUTData), Tag.LUTData);
    }

    static LookupTable of(Descriptor descriptor, byte[] data, int tag) {
        int count = descriptor.count();
        int[] entries = new int[count];
        // Tables of 8 bits are stored two to a word, or one to a word by writers that took OW at its word.
        boolean narrow = descriptor.bits() <= 8 && data.length < 2 * count;
        if (data.length < (narrow ? count : 2 * count)) {
            throw wrong(tag, "the table has " + data.length + " bytes for " + count + " entries");
        }
        int largest = 0;
        for (int i = 0; i < count; i++) {
            entries[i] = narrow ? data[i] & 0xff : data[2 * i] & 0xff | (data[2 * i + 1] & 0xff) << 8;
            largest = Math.max(largest, entries[i]);
        }
        return new LookupTable(descriptor.first(), bits(descriptor.bits(), largest), entries);
    }

    static LookupTable of(Descriptor descriptor, int[] entries) {
        int largest = 0;
        for (int entry : entries) {
            largest = Math.max(largest, entry);
        }
        return new LookupTable(descriptor.first(), bits(descriptor.bits(), largest), entries);
    }

    /** The bits that are told, unless the entries need more. */
    private static int bits(int told, int largest) {
        return Math.max(told, 32 - Integer.numberOfLeadingZeros(largest));
    }

    static DicomException wrong(int tag, String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason, new Location("data set", -1, TagPath.of(tag)), -1,
                -1);
    }

    /** The entry of a value; values outside take the one at the end. */
    int at(double value) {
        double index = Math.floor(value) - first;
        return entries[(int) Math.max(0, Math.min(index, entries.length - 1))];
    }

    /** The value of the last entry. */
    int last() {
        return first + entries.length - 1;
    }

    int bits() {
        return bits;
    }

    int maximum() {
        return (1 << bits) - 1;
    }

    /**
     * The three numbers of a LUT Descriptor.
     *
     * @param count entries, 1 to 65,536
     * @param first the value of the first entry
     * @param bits  of an entry, 1 to 16
     */
    record Descriptor(int count, int first, int bits) {
        /** Reads one as it is stored, for its VR is US or SS, and is not always the right one. */
        static Descriptor of(Attributes attributes, int tag, boolean signed) {
            byte[] bytes = attributes.bytes(tag);
            if (bytes.length < 6) {
                throw wrong(tag, "the descriptor of a table has not three numbers");
            }
            int count = word(bytes, 0);
            int first = word(bytes, 2);
            int bits = word(bytes, 4);
            if (bits < 1 || bits > 16) {
                // Written wrongly often enough; the entries tell.
                bits = 16;
            }
            return new Descriptor(count == 0 ? 65_536 : count, signed ? (short) first : first, bits);
        }

        private static int word(byte[] bytes, int at) {
            return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
        }
    }
}
