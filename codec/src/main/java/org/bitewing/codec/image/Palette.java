package org.bitewing.codec.image;

import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/** The three tables of palette colours, plain or segmented (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6, C.7.9). */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {

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
        LookupTable.Descriptor descriptor = LookupTable.Descriptor.of(attributes, descriptorTag, signed);
        if (attributes.contains(dataTag)) {
            return LookupTable.of(descriptor, attributes.bytes(dataTag), dataTag);
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
