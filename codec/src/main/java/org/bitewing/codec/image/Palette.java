package org.bitewing.codec.image;

import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/** The three tables of palette colours, plain or segmented (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6, C.7.9). */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {
    /** From Red Palette Color Lookup Table Descriptor (0028,1101) to its large fellow (0028,1111). */
    private static final int LARGE = 0x10;

    static Palette of(Attributes attributes, boolean signed) {
        return new Palette(
                table(attributes, signed, Tag.RedPaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData,
                        Tag.SegmentedRedPaletteColorLookupTableData),
                table(attributes, signed, Tag.GreenPaletteColorLookupTableDescriptor,
                        Tag.GreenPaletteColorLookupTableData, Tag.SegmentedGreenPaletteColorLookupTableData),
                table(attributes, signed, Tag.BluePaletteColorLookupTableDescriptor,
                        Tag.BluePaletteColorLookupTableData, Tag.SegmentedBluePaletteColorLookupTableData));
    }

    private static LookupTable table(Attributes attributes, boolean signed, int descriptorTag, int dataTag,
                                     int segmentedTag) {
        // Some writers took the tags of large palettes (retired) for those of ordinary ones.
        int shift = attributes.contains(descriptorTag) ? 0 : LARGE;
        LookupTable.Descriptor descriptor = LookupTable.Descriptor.of(attributes,
                attributes.contains(descriptorTag + shift) ? descriptorTag + shift : descriptorTag, signed);
        int data = attributes.contains(dataTag) ? dataTag : dataTag + shift;
        if (attributes.contains(data)) {
            return LookupTable.of(descriptor, attributes.bytes(data), data);
        }
        if (!attributes.contains(segmentedTag)) {
            throw LookupTable.wrong(dataTag, "a palette without its table");
        }
        return LookupTable.of(descriptor, SegmentedTable.expand(attributes.bytes(segmentedTag), descriptor,
                segmentedTag));
    }

    void colour(long stored, int maximum, short[] values, int at) {
        values[at] = scaled(red, stored, maximum);
        values[at + 1] = scaled(green, stored, maximum);
        values[at + 2] = scaled(blue, stored, maximum);
    }

    private static short scaled(LookupTable table, long stored, int maximum) {
        return ColourSpace.scaled(table.at(stored), table.maximum(), maximum);
    }
}
