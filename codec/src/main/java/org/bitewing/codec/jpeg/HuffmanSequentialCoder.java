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
        component.prediction += directCurrent(component);
        inverse.set(0, component.prediction * component.quantisation[0]);
        int last = alternatingCurrent(component);
        segment.checkOverrun();
        if (last > 63) {
            throw segment.malformed("run of coefficients beyond the block");
        }
        inverse.transform(last, component.samples, row * 8 * component.stride + column * 8, component.stride);
    }

    /** The difference of the DC coefficient (F.2.2.1). */
    private int directCurrent(Component component) {
        HuffmanTable table = tables.directCurrent[component.directCurrentTable];
        EntropySegment state = segment;
        if (state.count < 32) {
            state.bits |= EntropySegment.word(state.bytes, state.position) >>> state.count;
            state.position += 63 - state.count >> 3;
            state.count |= 56;
        }
        int entry = table.lookup[(int) (state.bits >>> 64 - HuffmanTable.LOOKAHEAD)];
        if (entry == 0) {
            entry = longEntry(table, state.bits);
        }
        int length = entry & HuffmanTable.LENGTH;
        int value = entry >> 16;
        int category = entry >> 8 & 0xFF;
        if (category > 15) {
            throw segment.malformed("DC difference of category 16 in a DCT scan");
        }
        if ((entry & HuffmanTable.COMPLETE) == 0 && category > 0) {
            value = HuffmanTable.extend((int) (state.bits << length >>> 64 - category), category);
            length += category;
        }
        state.bits <<= length;
        state.count -= length;
        return value;
    }

    /**
     * The loop that sequential decoding spends its time in (F.2.2.2): see {@link EntropySegment} for how bits are read.
     *
     * @return the zig-zag index of the last coefficient
     */
    private int alternatingCurrent(Component component) {
        HuffmanTable table = tables.alternatingCurrent[component.alternatingCurrentTable];
        int[] lookup = table.lookup;
        int[][] coefficients = inverse.coefficients;
        int base = inverse.base;
        byte[] bytes = segment.bytes;
        long bits = segment.bits;
        int count = segment.count;
        int position = segment.position;
        int last = 0;
        for (int k = 1; k < 64; k++) {
            if (count < 32) {
                bits |= EntropySegment.word(bytes, position) >>> count;
                position += 63 - count >> 3;
                count |= 56;
            }
            int entry = lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
            entry = entry != 0 ? entry : longEntry(table, bits);
            int length = entry & HuffmanTable.LENGTH;
            int category = entry >> 8 & 15;
            int value = entry >> 16;
            k += entry >> 12 & 15;
            if ((entry & HuffmanTable.COMPLETE) == 0) {
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
            // A run beyond the block lands on the table's slack, index 63, and is found by the caller.
            int at = DecodingTables.NATURAL[k];
            coefficients[at >> 3][base + (at & 7)] = value * component.quantisation[at];
            last = k;
        }
        segment.bits = bits;
        segment.count = count;
        segment.position = position;
        return last;
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
