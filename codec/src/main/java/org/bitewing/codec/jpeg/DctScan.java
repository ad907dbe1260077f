package org.bitewing.codec.jpeg;

/** Decodes the scans of DCT frames: the order of MCUs and data units, and restarts (10918-1 A.2, F.2.1, G.2). */
final class DctScan {
    private final InverseDct inverse = new InverseDct();
    private final HuffmanSequentialCoder huffmanSequential = new HuffmanSequentialCoder(inverse);
    private final HuffmanProgressiveCoder huffmanProgressive = new HuffmanProgressiveCoder();
    private final ArithmeticSequentialCoder arithmeticSequential = new ArithmeticSequentialCoder(inverse);
    private final ArithmeticProgressiveCoder arithmeticProgressive = new ArithmeticProgressiveCoder();

    void decode(Frame frame, Scan scan, DecodingTables tables, EntropySegment segment, CodestreamReader reader) {
        inverse.begin(frame.precision);
        try {
            decodeUnits(frame, scan, tables, segment, reader);
        } finally {
            inverse.flush();
        }
    }

    private void decodeUnits(Frame frame, Scan scan, DecodingTables tables, EntropySegment segment,
            CodestreamReader reader) {
        BlockCoder coder = coderFor(frame.process);
        coder.begin(frame, scan, tables, segment);
        segment.load(reader);
        coder.restart();
        int interval = 0;
        int untilRestart = frame.restartInterval == 0 ? Integer.MAX_VALUE : frame.restartInterval;
        for (int row = 0; row < scan.mcusDown; row++) {
            for (int column = 0; column < scan.mcusAcross; column++) {
                if (untilRestart == 0) {
                    segment.restart(++interval);
                    coder.restart();
                    untilRestart = frame.restartInterval;
                }
                untilRestart--;
                if (scan.isSingle()) {
                    coder.decode(scan.components[0], row, column);
                } else {
                    decodeInterleaved(coder, scan, row, column);
                }
            }
            noteLines(scan, row);
        }
    }

    private BlockCoder coderFor(JpegProcess process) {
        if (process.isProgressive()) {
            return process.isArithmetic() ? arithmeticProgressive : huffmanProgressive;
        }
        return process.isArithmetic() ? arithmeticSequential : huffmanSequential;
    }

    private static void decodeInterleaved(BlockCoder coder, Scan scan, int mcuRow, int mcuColumn) {
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            int firstColumn = mcuColumn * component.horizontal;
            int firstRow = mcuRow * component.vertical;
            for (int row = firstRow; row < firstRow + component.vertical; row++) {
                for (int column = firstColumn; column < firstColumn + component.horizontal; column++) {
                    coder.decode(component, row, column);
                }
            }
        }
    }

    private static void noteLines(Scan scan, int mcuRow) {
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            int lines = (mcuRow + 1) * 8 * (scan.isSingle() ? 1 : component.vertical);
            component.linesDone = Math.max(component.linesDone, Math.min(lines, component.height));
        }
    }

    /** Turns the coefficients of a progressive frame into samples, once all its scans are decoded. */
    void transform(Frame frame) {
        inverse.begin(frame.precision);
        for (int i = 0; i < frame.componentCount; i++) {
            Component component = frame.component(i);
            int at = 0;
            for (int row = 0; row < component.unitsDown; row++) {
                int line = row * 8 * component.stride;
                for (int column = 0; column < component.unitsAcross; column++, at += 64) {
                    int last = dequantise(component, at);
                    inverse.transform(last, component, line + column * 8);
                }
            }
        }
        inverse.flush();
    }

    /** Gives the zig-zag index of the last coefficient. */
    private int dequantise(Component component, int at) {
        int last = 0;
        for (int k = 0; k < 64; k++) {
            int natural = DecodingTables.NATURAL[k];
            int coefficient = component.coefficients[at + natural];
            if (coefficient != 0) {
                inverse.set(k, coefficient * component.quantisation[k]);
                last = k;
            }
        }
        return last;
    }
}
