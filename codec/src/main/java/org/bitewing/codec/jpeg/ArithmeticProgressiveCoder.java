package org.bitewing.codec.jpeg;

/** Progressive DCT with arithmetic coding (10918-1 G.1.3): collects quantised coefficients over the scans. */
final class ArithmeticProgressiveCoder implements BlockCoder {
    private final ArithmeticDecoder decoder = new ArithmeticDecoder();
    private final ArithmeticStatistics statistics = new ArithmeticStatistics();
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private EntropySegment segment = new EntropySegment();

    @Override
    public void begin(Frame frame, Scan newScan, DecodingTables newTables, EntropySegment newSegment) {
        scan = newScan;
        tables = newTables;
        segment = newSegment;
    }

    @Override
    public void restart() {
        statistics.restart(scan);
        decoder.begin(segment);
    }

    @Override
    public void decode(Component component, int row, int column) {
        int at = (row * component.unitsAcross + column) * 64;
        if (scan.spectralStart == 0) {
            if (scan.successiveHigh == 0) {
                int value = statistics.directCurrent(decoder, component, tables);
                component.coefficients[at] = (short) (value << scan.successiveLow);
            } else {
                component.coefficients[at] |= (short) (decoder.decodeFixed() << scan.successiveLow);
            }
        } else if (scan.successiveHigh == 0) {
            first(component, at);
        } else {
            refine(component, at);
        }
    }

    private void first(Component component, int at) {
        byte[] bins = statistics.alternatingCurrent(component);
        int threshold = tables.threshold[component.alternatingCurrentTable];
        for (int k = scan.spectralStart; k <= scan.spectralEnd; k++) {
            if (decoder.decode(bins, 3 * (k - 1)) != 0) {
                return;
            }
            while (decoder.decode(bins, 3 * (k - 1) + 1) == 0) {
                k = next(k);
            }
            int value = ArithmeticStatistics.coefficient(decoder, bins, k, threshold);
            component.coefficients[at + DecodingTables.NATURAL[k]] = (short) (value << scan.successiveLow);
        }
    }

    /** G.1.3.3: an end of band is only coded behind the last coefficient that was not zero before. */
    private void refine(Component component, int at) {
        short[] coefficients = component.coefficients;
        byte[] bins = statistics.alternatingCurrent(component);
        int bit = 1 << scan.successiveLow;
        int known = scan.spectralEnd;
        while (known > 0 && coefficients[at + DecodingTables.NATURAL[known]] == 0) {
            known--;
        }
        for (int k = scan.spectralStart; k <= scan.spectralEnd; k++) {
            if (k > known && decoder.decode(bins, 3 * (k - 1)) != 0) {
                return;
            }
            while (coefficients[at + DecodingTables.NATURAL[k]] == 0
                    && decoder.decode(bins, 3 * (k - 1) + 1) == 0) {
                k = next(k);
            }
            int index = at + DecodingTables.NATURAL[k];
            int coefficient = coefficients[index];
            if (coefficient == 0) {
                coefficients[index] = (short) (decoder.decodeFixed() == 0 ? bit : -bit);
            } else if (decoder.decode(bins, 3 * (k - 1) + 2) != 0) {
                coefficients[index] = (short) (coefficient + (coefficient > 0 ? bit : -bit));
            }
        }
    }

    private int next(int k) {
        if (k >= scan.spectralEnd) {
            throw decoder.malformed("run of coefficients beyond the band");
        }
        return k + 1;
    }
}
