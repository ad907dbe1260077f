package org.bitewing.codec.jpeg;

/** Sequential DCT with Huffman coding (10918-1 F.2.2): decodes, dequantises and transforms block by block. */
final class HuffmanSequentialCoder implements BlockCoder {
    private final InverseDct inverse;
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private EntropySegment segment = new EntropySegment();

    HuffmanSequentialCoder(InverseDct inverse) {
        this.inverse = inverse;
    }

    @Override
    public void begin(Frame frame, Scan newScan, DecodingTables newTables, EntropySegment newSegment) {
        scan = newScan;
        tables = newTables;
        segment = newSegment;
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            if (!tables.directCurrent[component.directCurrentTable].isDefined()
                    || !tables.alternatingCurrent[component.alternatingCurrentTable].isDefined()) {
                throw scan.malformed("Huffman table " + component.directCurrentTable + " of class 0 or "
                        + component.alternatingCurrentTable + " of class 1 is not defined");
            }
        }
    }

    @Override
    public void restart() {
        for (int i = 0; i < scan.componentCount; i++) {
            scan.components[i].prediction = 0;
        }
    }

    @Override
    public void decode(Component component, int row, int column) {
        int last = coefficients(component, tables.directCurrent[component.directCurrentTable],
                tables.alternatingCurrent[component.alternatingCurrentTable]);
        segment.checkOverrun();
        if (last > 63) {
            throw segment.malformed("run of coefficients beyond the block");
        }
        inverse.transform(last, component, row * 8 * component.stride + column * 8);
    }

    /**
     * What sequential decoding spends its time in (F.2.2.1, F.2.2.2): see {@link EntropySegment} for how bits are read.
     *
     * @return the zig-zag index of the last coefficient
     */
    private int coefficients(Component component, HuffmanTable directCurrent, HuffmanTable alternatingCurrent) {
        EntropySegment state = segment;
        byte[] bytes = state.bytes;
        long bits = state.bits;
        int count = state.count;
        int position = state.position;
        if (count < 32) {
            bits |= EntropySegment.word(bytes, position) >>> count;
            position += 63 - count >> 3;
            count |= 56;
        }
        int entry = directCurrent.lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
        if ((entry & HuffmanTable.COMPLETE) == 0 || (entry >> 8 & 0xFF) > 15) {
            entry = directCurrent(directCurrent, entry, bits);
        }
        int length = entry & HuffmanTable.LENGTH;
        bits <<= length;
        count -= length;
        int[] coefficients = inverse.coefficients;
        int[] places = InverseDct.PLACE;
        int[] quantisation = component.quantisation;
        int block = inverse.block;
        component.prediction += entry >> 16;
        coefficients[block] = component.prediction * quantisation[0];

        int[] lookup = alternatingCurrent.lookup;
        int last = 0;
        for (int k = 1; k < 64; k++) {
            if (count < 32) {
                bits |= EntropySegment.word(bytes, position) >>> count;
                position += 63 - count >> 3;
                count |= 56;
            }
            entry = lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
            entry = entry != 0 ? entry : longEntry(alternatingCurrent, bits);
            length = entry & HuffmanTable.LENGTH;
            int value = entry >> 16;
            k += entry >> 12 & 15;
            if ((entry & HuffmanTable.COMPLETE) == 0) {
                int category = entry >> 8 & 15;
                if (category == 0) {
                    bits <<= length;
                    count -= length;
                    break; // end of block
                }
                value = HuffmanTable.extend((int) (bits << length >>> 64 - category), category);
                length += category;
            }
            bits <<= length;
            count -= length;
            // A run beyond the block lands on the slack of the tables, and is found by the caller.
            coefficients[places[k] + block] = value * quantisation[k];
            last = k;
        }
        state.bits = bits;
        state.count = count;
        state.position = position;
        return last;
    }

    /** A complete entry of a DC difference that the lookup does not hold whole. */
    private int directCurrent(HuffmanTable table, int found, long bits) {
        int entry = found != 0 ? found : longEntry(table, bits);
        int category = entry >> 8 & 0xFF;
        if (category > 15) {
            throw segment.malformed("DC difference of category 16 in a DCT scan");
        }
        int length = entry & HuffmanTable.LENGTH;
        int value = category == 0 ? 0 : HuffmanTable.extend((int) (bits << length >>> 64 - category), category);
        return value << 16 | length + category;
    }

    /** The entry of a code that is longer than the lookup. */
    private int longEntry(HuffmanTable table, long bits) {
        int entry = table.longCode((int) (bits >>> 48));
        if (entry < 0) {
            throw segment.malformed("bits that are no Huffman code");
        }
        return entry;
    }
}
