package org.bitewing.codec.jpeg;

/** Codes one scan of a progressive DCT frame (10918-1 G.1.2). */
final class ProgressiveEncoder {
    private static final int MOST_END_OF_BAND = 0x7FFF;
    /** Correction bits that may wait for the end of band run they belong to; more make the run end. */
    private static final int MOST_CORRECTIONS = 1000;

    private EntropyWriter writer = new EntropyWriter();
    private HuffmanCode table = new HuffmanCode();
    private ScanScript.Step step = new ScanScript.Step(new int[0], 0, 0, 0, 0);

    /** EOBRUN, and the correction bits of its blocks. */
    private int endOfBandRun;
    private final byte[] corrections = new byte[MOST_CORRECTIONS + 64];
    private int correctionCount;
    private final int[] magnitudes = new int[64];

    /** Runs over the scan: counts or writes, as the writer is set. */
    void encode(EncodeParameters parameters, EncodedComponent[] components, ScanScript.Step newStep,
            HuffmanCode[] tables, EntropyWriter newWriter) {
        step = newStep;
        writer = newWriter;
        endOfBandRun = 0;
        correctionCount = 0;
        if (step.start() == 0) {
            encodeDirect(parameters, components, tables);
        } else {
            EncodedComponent component = components[step.components()[0]];
            table = tables[parameters.isYcbcr() && component.index > 0 ? 1 : 0];
            encodeAlternating(parameters, component);
        }
        writer.align();
    }

    private void encodeDirect(EncodeParameters parameters, EncodedComponent[] components, HuffmanCode[] tables) {
        int mcusAcross = components[0].paddedAcross / components[0].horizontal;
        int mcusDown = components[0].paddedDown / components[0].vertical;
        for (int row = 0; row < mcusDown; row++) {
            if (row == 0 || isRestart(parameters, row)) {
                for (EncodedComponent component : components) {
                    component.prediction = 0;
                }
                restart(parameters, row);
            }
            for (int column = 0; column < mcusAcross; column++) {
                for (int i : step.components()) {
                    HuffmanCode direct = tables[parameters.isYcbcr() && i > 0 ? 1 : 0];
                    directMcu(components[i], row, column, direct);
                }
            }
        }
    }

    private static boolean isRestart(EncodeParameters parameters, int row) {
        return parameters.restartInterval() != 0 && row % parameters.restartInterval() == 0;
    }

    private void restart(EncodeParameters parameters, int row) {
        if (row > 0) {
            writer.restart(row / parameters.restartInterval() - 1);
        }
    }

    private void directMcu(EncodedComponent component, int mcuRow, int mcuColumn, HuffmanCode direct) {
        for (int i = 0; i < component.vertical; i++) {
            int row = mcuRow * component.vertical + i;
            for (int j = 0; j < component.horizontal; j++) {
                int block = row * component.paddedAcross + mcuColumn * component.horizontal + j;
                int value = component.coefficients[block * 64];
                if (step.high() == 0) {
                    int shifted = value >> step.low();
                    SequentialEncoder.difference(shifted - component.prediction, direct, writer);
                    component.prediction = shifted;
                } else {
                    writer.raw(value >> step.low(), 1);
                }
            }
        }
    }

    private void encodeAlternating(EncodeParameters parameters, EncodedComponent component) {
        for (int row = 0; row < component.blocksDown; row++) {
            if (row > 0 && isRestart(parameters, row)) {
                endRun();
                restart(parameters, row);
            }
            for (int column = 0; column < component.blocksAcross; column++) {
                int at = (row * component.paddedAcross + column) * 64;
                if (step.high() == 0) {
                    first(component.coefficients, at);
                } else {
                    refine(component.coefficients, at);
                }
            }
        }
        endRun();
    }

    private void first(short[] coefficients, int at) {
        int run = 0;
        for (int k = step.start(); k <= step.end(); k++) {
            int value = coefficients[at + k];
            // The point transform is a division here, for it rounds towards zero (G.1.2.1).
            int magnitude = Math.abs(value) >> step.low();
            if (magnitude == 0) {
                run++;
                continue;
            }
            endRun();
            for (; run > 15; run -= 16) {
                writer.code(table, 0xF0, 0, 0);
            }
            int category = SequentialEncoder.category(magnitude);
            writer.code(table, run << 4 | category, value < 0 ? ~magnitude : magnitude, category);
            run = 0;
        }
        if (run > 0 && ++endOfBandRun == MOST_END_OF_BAND) {
            endRun();
        }
    }

    /** G.1.2.3: new coefficients are coded as in a first scan, and each old one passed on the way gives one bit. */
    private void refine(short[] coefficients, int at) {
        int lastNew = 0;
        for (int k = step.start(); k <= step.end(); k++) {
            magnitudes[k] = Math.abs(coefficients[at + k]) >> step.low();
            if (magnitudes[k] == 1) {
                lastNew = k;
            }
        }
        int run = 0;
        int own = correctionCount; // where this block's own correction bits begin
        for (int k = step.start(); k <= step.end(); k++) {
            int magnitude = magnitudes[k];
            if (magnitude == 0) {
                run++;
                continue;
            }
            while (run > 15 && k <= lastNew) {
                own = flushBefore(own);
                writer.code(table, 0xF0, 0, 0);
                run -= 16;
                own = flushOwn();
            }
            if (magnitude > 1) {
                corrections[correctionCount++] = (byte) (magnitude & 1);
                continue;
            }
            own = flushBefore(own);
            writer.code(table, run << 4 | 1, coefficients[at + k] < 0 ? 0 : 1, 1);
            own = flushOwn();
            run = 0;
        }
        if (run > 0 || correctionCount > own) {
            endOfBandRun++;
            if (endOfBandRun == MOST_END_OF_BAND || correctionCount > MOST_CORRECTIONS) {
                endRun();
            }
        }
    }

    /** Ends the run of the blocks before, and leaves the correction bits of this block waiting. */
    private int flushBefore(int own) {
        if (endOfBandRun == 0) {
            return own;
        }
        int mine = correctionCount - own;
        correctionCount = own;
        endRun();
        System.arraycopy(corrections, own, corrections, 0, mine);
        correctionCount = mine;
        return 0;
    }

    private int flushOwn() {
        writeCorrections();
        return 0;
    }

    private void endRun() {
        if (endOfBandRun > 0) {
            int category = SequentialEncoder.category(endOfBandRun) - 1;
            writer.code(table, category << 4, endOfBandRun, category);
            endOfBandRun = 0;
            writeCorrections();
        }
    }

    private void writeCorrections() {
        for (int i = 0; i < correctionCount; i++) {
            writer.raw(corrections[i], 1);
        }
        correctionCount = 0;
    }
}
