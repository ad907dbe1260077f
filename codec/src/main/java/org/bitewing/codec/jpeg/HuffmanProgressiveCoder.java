package org.bitewing.codec.jpeg;

/** Progressive DCT with Huffman coding (10918-1 G.2): collects quantised coefficients over the scans. */
final class HuffmanProgressiveCoder implements BlockCoder {
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private EntropySegment segment = new EntropySegment();
    /** EOBRUN: blocks still to come without new coefficients (G.1.2.2). */
    private int endOfBandRun;

    @Override
    public void begin(Frame frame, Scan newScan, DecodingTables newTables, EntropySegment newSegment) {
        scan = newScan;
        tables = newTables;
        segment = newSegment;
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            boolean direct = scan.spectralStart == 0;
            int table = direct ? component.directCurrentTable : component.alternatingCurrentTable;
            boolean needed = !direct || scan.successiveHigh == 0;
            if (needed && !(direct ? tables.directCurrent : tables.alternatingCurrent)[table].isDefined()) {
                throw scan.malformed("Huffman table " + table + " of class " + (direct ? 0 : 1) + " is not defined");
            }
        }
    }

    @Override
    public void restart() {
        endOfBandRun = 0;
        for (int i = 0; i < scan.componentCount; i++) {
            scan.components[i].prediction = 0;
        }
    }

    @Override
    public void decode(Component component, int row, int column) {
        int at = (row * component.unitsAcross + column) * 64;
        if (scan.spectralStart == 0) {
            if (scan.successiveHigh == 0) {
                firstDirect(component, at);
            } else {
                component.coefficients[at] |= (short) (segment.read(1) << scan.successiveLow);
            }
        } else if (scan.successiveHigh == 0) {
            firstAlternating(component, at);
        } else {
            refineAlternating(component, at);
        }
        segment.checkOverrun();
    }

    /** G.1.2.1: as in sequential mode, the lowest bits to come later. */
    private void firstDirect(Component component, int at) {
        int category = segment.symbol(tables.directCurrent[component.directCurrentTable]);
        if (category > 15) {
            throw segment.malformed("DC difference of category 16 in a DCT scan");
        }
        component.prediction += HuffmanTable.extend(segment.read(category), category);
        component.coefficients[at] = (short) (component.prediction << scan.successiveLow);
    }

    /** G.1.2.2: runs of bands without coefficients beside those of zeros. */
    private void firstAlternating(Component component, int at) {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        HuffmanTable table = tables.alternatingCurrent[component.alternatingCurrentTable];
        for (int k = scan.spectralStart; k <= scan.spectralEnd; k++) {
            int symbol = segment.symbol(table);
            int run = symbol >> 4;
            int category = symbol & 15;
            if (category == 0 && run < 15) {
                endOfBandRun = (1 << run) - 1 + segment.read(run);
                return;
            }
            k += run;
            if (category != 0) {
                if (k > scan.spectralEnd) {
                    throw segment.malformed("run of coefficients beyond the band");
                }
                int value = HuffmanTable.extend(segment.read(category), category);
                component.coefficients[at + DecodingTables.NATURAL[k]] = (short) (value << scan.successiveLow);
            }
        }
    }

    /** G.1.2.3: a correction bit for each coefficient that is not zero already, between the new ones. */
    private void refineAlternating(Component component, int at) {
        short[] coefficients = component.coefficients;
        int k = scan.spectralStart;
        if (endOfBandRun == 0) {
            HuffmanTable table = tables.alternatingCurrent[component.alternatingCurrentTable];
            for (; k <= scan.spectralEnd; k++) {
                int symbol = segment.symbol(table);
                int run = symbol >> 4;
                int value = 0;
                if ((symbol & 15) == 0 && run < 15) {
                    endOfBandRun = (1 << run) + segment.read(run);
                    break;
                } else if ((symbol & 15) == 1) {
                    value = segment.read(1) == 1 ? 1 << scan.successiveLow : -1 << scan.successiveLow;
                } else if ((symbol & 15) != 0) {
                    throw segment.malformed("new coefficient of category " + (symbol & 15) + " in a refinement scan");
                }
                k = refineRun(coefficients, at, k, run);
                if (value != 0) {
                    if (k > scan.spectralEnd) {
                        throw segment.malformed("run of coefficients beyond the band");
                    }
                    coefficients[at + DecodingTables.NATURAL[k]] = (short) value;
                }
            }
        }
        if (endOfBandRun > 0) {
            refineRun(coefficients, at, k, 64);
            endOfBandRun--;
        }
    }

    /**
     * Corrects the nonzero coefficients and passes zero ones.
     *
     * @param zeros how many zero coefficients to pass
     * @return the index of the zero coefficient behind these, beyond the band where there is none
     */
    private int refineRun(short[] coefficients, int at, int from, int zeros) {
        int left = zeros;
        int k = from;
        for (; k <= scan.spectralEnd; k++) {
            int index = at + DecodingTables.NATURAL[k];
            int coefficient = coefficients[index];
            if (coefficient == 0) {
                if (left-- == 0) {
                    break;
                }
            } else if (segment.read(1) == 1) {
                int correction = 1 << scan.successiveLow;
                coefficients[index] = (short) (coefficient + (coefficient > 0 ? correction : -correction));
            }
        }
        return k;
    }
}
