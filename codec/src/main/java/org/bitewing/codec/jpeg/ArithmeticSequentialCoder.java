package org.bitewing.codec.jpeg;

/** Sequential DCT with arithmetic coding (10918-1 F.2.4): decodes, dequantises and transforms block by block. */
final class ArithmeticSequentialCoder implements BlockCoder {
    private final InverseDct inverse;
    private final ArithmeticDecoder decoder = new ArithmeticDecoder();
    private final ArithmeticStatistics statistics = new ArithmeticStatistics();
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private EntropySegment segment = new EntropySegment();

    ArithmeticSequentialCoder(InverseDct inverse) {
        this.inverse = inverse;
    }

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
        inverse.set(0, statistics.directCurrent(decoder, component, tables) * component.quantisation[0]);
        int last = 0;
        byte[] bins = statistics.alternatingCurrent(component);
        int threshold = tables.threshold[component.alternatingCurrentTable];
        // Decode_AC_coefficients (Figure F.20): end of block?, then zero or not for each coefficient.
        for (int k = 1; k <= 63; k++) {
            if (decoder.decode(bins, 3 * (k - 1)) != 0) {
                break;
            }
            while (decoder.decode(bins, 3 * (k - 1) + 1) == 0) {
                k++;
                if (k > 63) {
                    throw decoder.malformed("run of coefficients beyond the block");
                }
            }
            int value = ArithmeticStatistics.coefficient(decoder, bins, k, threshold);
            inverse.set(k, value * component.quantisation[k]);
            last = k;
        }
        inverse.transform(last, component, row * 8 * component.stride + column * 8);
    }
}
