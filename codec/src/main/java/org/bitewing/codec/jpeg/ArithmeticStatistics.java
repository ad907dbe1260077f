package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * The statistics areas of arithmetically coded DCT scans, and the values that are decoded with them (10918-1
 * F.1.4.4).
 */
final class ArithmeticStatistics {
    /** Table F.4: five contexts of four bins, then 15 bins X and 14 bins M. */
    private static final int DIRECT_X1 = 20;
    private static final int DIRECT_BINS = 49;
    /** Table F.5: three bins for each of 63 coefficients, then 28 bins for the low ones and 28 for the high ones. */
    private static final int LOW_X2 = 189;
    private static final int HIGH_X2 = 217;
    private static final int ALTERNATING_BINS = 245;

    private final byte[][] direct = new byte[4][DIRECT_BINS];
    private final byte[][] alternating = new byte[4][ALTERNATING_BINS];

    /** Forgets everything about the tables of the scan, at its start and at restarts (F.2.4.4). */
    void restart(Scan scan) {
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            Arrays.fill(direct[component.directCurrentTable], (byte) 0);
            Arrays.fill(alternating[component.alternatingCurrentTable], (byte) 0);
            component.prediction = 0;
            component.context = 0;
        }
    }

    byte[] alternatingCurrent(Component component) {
        return alternating[component.alternatingCurrentTable];
    }

    /** Decode_DC_DIFF (Figure F.19): gives the coefficient itself. */
    int directCurrent(ArithmeticDecoder decoder, Component component, DecodingTables tables) {
        int table = component.directCurrentTable;
        byte[] bins = direct[table];
        int context = component.context;
        if (decoder.decode(bins, context) == 0) {
            component.context = 0;
            return component.prediction;
        }
        int sign = decoder.decode(bins, context + 1);
        int magnitude = decoder.magnitude(bins, context + 2 + sign, DIRECT_X1);
        // The class of this difference is the context of the next (F.1.4.4.1.2).
        if (magnitude <= 1 << tables.lower[table] >> 1) {
            component.context = 0;
        } else {
            component.context = (magnitude <= 1 << tables.upper[table] ? 4 : 12) + 4 * sign;
        }
        component.prediction += sign == 0 ? magnitude : -magnitude;
        return component.prediction;
    }

    /** The value of a coefficient that is not zero (Figures F.21 to F.24): the sign is even odds, the rest has bins. */
    static int coefficient(ArithmeticDecoder decoder, byte[] bins, int k, int threshold) {
        int sign = decoder.decodeFixed();
        int first = 3 * (k - 1) + 2;
        int magnitude = 1;
        if (decoder.decode(bins, first) != 0) {
            // The bin SP is also X1.
            magnitude = decoder.decode(bins, first) == 0 ? 2
                    : decoder.larger(bins, k <= threshold ? LOW_X2 : HIGH_X2, 2);
        }
        return sign == 0 ? magnitude : -magnitude;
    }
}
