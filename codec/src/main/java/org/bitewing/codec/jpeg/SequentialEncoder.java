package org.bitewing.codec.jpeg;

/** Codes the coefficients of a sequential DCT frame in one interleaved scan (10918-1 F.1.2). */
final class SequentialEncoder {
    private SequentialEncoder() {
    }

    /** Runs over the whole scan: counts or writes, as the writer is set. */
    static void encode(EncodeParameters parameters, EncodedComponent[] components, HuffmanCode[] direct,
            HuffmanCode[] alternating, EntropyWriter writer) {
        int mcusAcross = components[0].paddedAcross / components[0].horizontal;
        int mcusDown = components[0].paddedDown / components[0].vertical;
        for (EncodedComponent component : components) {
            component.prediction = 0;
        }
        int interval = parameters.restartInterval();
        for (int row = 0; row < mcusDown; row++) {
            if (interval != 0 && row > 0 && row % interval == 0) {
                writer.restart(row / interval - 1);
                for (EncodedComponent component : components) {
                    component.prediction = 0;
                }
            }
            for (int column = 0; column < mcusAcross; column++) {
                for (int i = 0; i < parameters.components(); i++) {
                    int table = parameters.isYcbcr() && i > 0 ? 1 : 0;
                    encodeMcu(components[i], row, column, direct[table], alternating[table], writer);
                }
            }
        }
        writer.align();
    }

    private static void encodeMcu(EncodedComponent component, int mcuRow, int mcuColumn, HuffmanCode direct,
            HuffmanCode alternating, EntropyWriter writer) {
        for (int i = 0; i < component.vertical; i++) {
            int row = mcuRow * component.vertical + i;
            for (int j = 0; j < component.horizontal; j++) {
                int column = mcuColumn * component.horizontal + j;
                int at = (row * component.paddedAcross + column) * 64;
                int value = component.coefficients[at];
                difference(value - component.prediction, direct, writer);
                component.prediction = value;
                encodeBlock(component.coefficients, at, alternating, writer);
            }
        }
    }

    /** F.1.2.1: the category, then the bits; those of a negative value less one. */
    static void difference(int difference, HuffmanCode table, EntropyWriter writer) {
        int category = category(difference);
        writer.code(table, category, difference < 0 ? difference - 1 : difference, category);
    }

    static int category(int value) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    }

    /** F.1.2.2: runs of zeros with the category of the coefficient behind. */
    private static void encodeBlock(short[] coefficients, int at, HuffmanCode table, EntropyWriter writer) {
        int run = 0;
        for (int k = 1; k < 64; k++) {
            int value = coefficients[at + k];
            if (value == 0) {
                run++;
                continue;
            }
            for (; run > 15; run -= 16) {
                writer.code(table, 0xF0, 0, 0);
            }
            int category = category(value);
            writer.code(table, run << 4 | category, value < 0 ? value - 1 : value, category);
            run = 0;
        }
        if (run > 0) {
            writer.code(table, 0, 0, 0);
        }
    }
}
