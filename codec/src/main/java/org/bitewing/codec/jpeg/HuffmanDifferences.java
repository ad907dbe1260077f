package org.bitewing.codec.jpeg;

/** Reads the Huffman coded differences of lossless scans (10918-1 H.2.2). */
final class HuffmanDifferences implements LosslessScan.Differences {
    private EntropySegment segment = new EntropySegment();
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private boolean category17;

    /** What each sample of an interleaved MCU belongs to, in order. */
    private final Component[] unitComponent = new Component[Scan.MOST_UNITS];
    private final HuffmanTable[] unitTable = new HuffmanTable[Scan.MOST_UNITS];
    private final int[] unitLine = new int[Scan.MOST_UNITS];
    private final int[] unitColumn = new int[Scan.MOST_UNITS];
    private final int[] unitIndex = new int[Scan.MOST_UNITS];
    private int units;

    void acceptCategory17(boolean accept) {
        category17 = accept;
    }

    @Override
    public void begin(Scan newScan, DecodingTables newTables, EntropySegment newSegment) {
        scan = newScan;
        tables = newTables;
        segment = newSegment;
        units = 0;
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            if (!tables.directCurrent[component.directCurrentTable].isDefined()) {
                throw scan.malformed("Huffman table " + component.directCurrentTable + " of class 0 is not defined");
            }
            if (!scan.isSingle()) {
                addUnits(component);
            }
        }
    }

    private void addUnits(Component component) {
        for (int line = 0; line < component.vertical; line++) {
            for (int column = 0; column < component.horizontal; column++) {
                unitComponent[units] = component;
                unitLine[units] = line;
                unitColumn[units] = column;
                units++;
            }
        }
    }

    @Override
    public void restart() {
        // Huffman coding keeps no state but that of the segment.
    }

    @Override
    public void read(int mcuLine) {
        if (scan.isSingle()) {
            Component component = scan.components[0];
            int from = mcuLine * component.stride;
            readLine(tables.directCurrent[component.directCurrentTable], component.samples, from,
                    from + component.width);
        } else {
            readInterleaved(mcuLine);
        }
        segment.checkOverrun();
    }

    /** The loop that lossless decoding spends its time in: see {@link EntropySegment} for how bits are read. */
    private void readLine(HuffmanTable table, short[] plane, int from, int to) {
        byte[] bytes = segment.bytes;
        int[] lookup = table.lookup;
        int end = segment.length + 8;
        long bits = segment.bits;
        int count = segment.count;
        int position = segment.position;
        // The check after the line finds a position beyond the end.
        for (int i = from; i < to && position <= end; i++) {
            // 32 bits are enough for any code and its additional bits.
            if (count < 32) {
                bits |= EntropySegment.word(bytes, position) >>> count;
                position += 63 - count >> 3;
                count |= 56;
            }
            int entry = lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
            int length = entry & HuffmanTable.LENGTH;
            if ((entry & HuffmanTable.COMPLETE) != 0) {
                plane[i] = (short) (entry >> 16);
            } else if (entry != 0) {
                // Here the category is 1 to 15: 0 and 16 have no additional bits, so their entries are complete.
                int category = entry >> 8;
                plane[i] = (short) HuffmanTable.extend((int) (bits << length >>> 64 - category), category);
                length += category;
            } else {
                plane[i] = (short) longDifference(table, bits, count, position);
                bits = segment.bits;
                count = segment.count;
                position = segment.position;
            }
            bits <<= length;
            count -= length;
        }
        segment.bits = bits;
        segment.count = count;
        segment.position = position;
    }

    /** The same for MCUs of several samples. */
    private void readInterleaved(int mcuLine) {
        findUnits(mcuLine);
        byte[] bytes = segment.bytes;
        int end = segment.length + 8;
        long bits = segment.bits;
        int count = segment.count;
        int position = segment.position;
        for (int mcu = 0; mcu < scan.mcusAcross && position <= end; mcu++) {
            for (int unit = 0; unit < units; unit++) {
                HuffmanTable table = unitTable[unit];
                if (count < 32) {
                    bits |= EntropySegment.word(bytes, position) >>> count;
                    position += 63 - count >> 3;
                    count |= 56;
                }
                int entry = table.lookup[(int) (bits >>> 64 - HuffmanTable.LOOKAHEAD)];
                int length = entry & HuffmanTable.LENGTH;
                int difference = entry >> 16;
                if (entry == 0) {
                    difference = longDifference(table, bits, count, position);
                    bits = segment.bits;
                    count = segment.count;
                    position = segment.position;
                } else if ((entry & HuffmanTable.COMPLETE) == 0) {
                    int category = entry >> 8;
                    difference = HuffmanTable.extend((int) (bits << length >>> 64 - category), category);
                    length += category;
                }
                bits <<= length;
                count -= length;
                unitComponent[unit].samples[unitIndex[unit]] = (short) difference;
                unitIndex[unit] += unitComponent[unit].horizontal;
            }
        }
        segment.bits = bits;
        segment.count = count;
        segment.position = position;
    }

    private void findUnits(int mcuLine) {
        for (int unit = 0; unit < units; unit++) {
            Component component = unitComponent[unit];
            unitTable[unit] = tables.directCurrent[component.directCurrentTable];
            unitIndex[unit] = (mcuLine * component.vertical + unitLine[unit]) * component.stride + unitColumn[unit];
        }
    }

    /** A difference whose code is longer than the lookup, or is none; it is read by way of the segment's fields. */
    private int longDifference(HuffmanTable table, long bits, int count, int position) {
        segment.bits = bits;
        segment.count = count;
        segment.position = position;
        int code = table.longCode((int) (segment.bits >>> 48));
        int category;
        if (code >= 0) {
            segment.read(code & HuffmanTable.LENGTH);
            category = code >> 8;
        } else if (category17 && segment.bits >>> 47 == 0x1FFFF) {
            segment.read(17);
            category = 17;
        } else {
            throw segment.malformed("bits that are no Huffman code");
        }
        return category == 16 ? 32768 : HuffmanTable.extend(segment.read(category), category);
    }
}
