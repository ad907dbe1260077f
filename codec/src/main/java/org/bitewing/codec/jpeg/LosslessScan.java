package org.bitewing.codec.jpeg;

/**
 * Decodes the scans of lossless frames (10918-1 H.2): a line of differences is read into the plane, and prediction
 * turns it into samples in place. Two plain loops are faster than one that does both, and the predictors stay readable.
 */
final class LosslessScan {
    private final HuffmanDifferences huffman = new HuffmanDifferences();
    private final ArithmeticDifferences arithmetic = new ArithmeticDifferences();

    /** Reads the differences of one entropy coding. */
    interface Differences {
        /** Prepares for a scan, and checks that its tables are there. */
        void begin(Scan scan, DecodingTables tables, EntropySegment segment);

        /** Starts the first or the next restart interval, whose segment is loaded. */
        void restart();

        /** Reads the differences of one line of MCUs into the planes of the scan's components. */
        void read(int mcuLine);
    }

    void decode(Frame frame, Scan scan, DecodingTables tables, EntropySegment segment, CodestreamReader reader,
            DecodeOptions options) {
        int linesPerInterval = scan.mcusDown;
        if (frame.restartInterval != 0) {
            // H.1.1: a restart interval is a whole number of lines of MCUs.
            if (frame.restartInterval % scan.mcusAcross != 0) {
                throw scan.malformed("restart interval of " + frame.restartInterval + " MCUs is not a multiple of the "
                        + scan.mcusAcross + " MCUs of a line (10918-1 H.1.1)");
            }
            linesPerInterval = frame.restartInterval / scan.mcusAcross;
        }
        huffman.acceptCategory17(options.category17());
        Differences differences = frame.process.isArithmetic() ? arithmetic : huffman;
        differences.begin(scan, tables, segment);
        segment.load(reader);
        differences.restart();
        int neighbourMask = options.signedPrediction() ? -1 : 0xFFFF;
        for (int line = 0; line < scan.mcusDown; line++) {
            boolean first = line % linesPerInterval == 0;
            if (first && line > 0) {
                segment.restart(line / linesPerInterval);
                differences.restart();
            }
            differences.read(line);
            for (int i = 0; i < scan.componentCount; i++) {
                predict(frame, scan, scan.components[i], line, first, neighbourMask);
            }
        }
        if (scan.pointTransform() > 0) {
            for (int i = 0; i < scan.componentCount; i++) {
                scale(scan.components[i], scan.pointTransform());
            }
        }
    }

    private static void predict(Frame frame, Scan scan, Component component, int mcuLine, boolean first,
            int neighbourMask) {
        int lines = scan.isSingle() ? 1 : component.vertical;
        int width = scan.isSingle() ? component.width : component.stride;
        short[] plane = component.samples;
        for (int i = 0; i < lines; i++) {
            int line = mcuLine * lines + i;
            int from = line * component.stride;
            if (first && i == 0) {
                // The first line of a scan or interval: 2^(P - Pt - 1), then the sample to the left (H.1.2.1).
                plane[from] += (short) (1 << frame.precision - scan.pointTransform() - 1);
                predictLeft(plane, from, width);
            } else {
                plane[from] += plane[from - component.stride];
                predict(scan.predictor(), plane, from, from - component.stride, width, neighbourMask);
            }
            component.linesDone = Math.min(line + 1, component.height);
        }
    }

    /**
     * The predictors of Table H.1 on one line, from its second sample on; all arithmetic is modulo 2^16 (H.1.2.1), so a
     * sample may be kept as a {@code short} and only where a prediction is halved its sign matters.
     *
     * @param line  index of the line's first sample, which is final; the others are differences
     * @param above index of the first sample of the line above
     * @param mask  0xFFFF, or -1 to take neighbours as signed
     */
    private static void predict(int predictor, short[] plane, int line, int above, int width, int mask) {
        switch (predictor) {
            case 1 -> predictLeft(plane, line, width);
            case 2 -> {
                for (int x = 1; x < width; x++) {
                    plane[line + x] += plane[above + x];
                }
            }
            case 3 -> {
                for (int x = 1; x < width; x++) {
                    plane[line + x] += plane[above + x - 1];
                }
            }
            case 4 -> {
                int left = plane[line];
                for (int x = 1; x < width; x++) {
                    left += plane[above + x] - plane[above + x - 1] + plane[line + x];
                    plane[line + x] = (short) left;
                }
            }
            default -> predictHalf(predictor, plane, line, above, width, mask);
        }
    }

    /** Predictors 5, 6 and 7. */
    private static void predictHalf(int predictor, short[] plane, int line, int above, int width, int mask) {
        int left = plane[line] & mask;
        int corner = plane[above] & mask;
        for (int x = 1; x < width; x++) {
            int up = plane[above + x] & mask;
            int prediction = predictor == 5 ? left + (up - corner >> 1)
                    : predictor == 6 ? up + (left - corner >> 1) : left + up >> 1;
            left = (short) (prediction + plane[line + x]) & mask;
            plane[line + x] = (short) left;
            corner = up;
        }
    }

    private static void predictLeft(short[] plane, int line, int width) {
        int left = plane[line];
        for (int x = 1; x < width; x++) {
            left += plane[line + x];
            plane[line + x] = (short) left;
        }
    }

    /** Undoes the point transform (H.1.1). */
    private static void scale(Component component, int pointTransform) {
        short[] plane = component.samples;
        int end = component.height * component.stride;
        for (int i = 0; i < end; i++) {
            plane[i] = (short) (plane[i] << pointTransform);
        }
    }
}
