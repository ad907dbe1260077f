package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * Reads the arithmetically coded differences of lossless scans (10918-1 H.1.2.3). The statistics of a difference depend
 * on the differences to its left and above, each classed as zero, small or large of either sign.
 */
final class ArithmeticDifferences implements LosslessScan.Differences {
    /** 25 contexts of four bins, then for small and for large differences above 15 bins X and 14 bins M (Table H.3). */
    private static final int SMALL_X1 = 100;
    private static final int LARGE_X1 = 129;
    private static final int BINS = 158;

    private final ArithmeticDecoder decoder = new ArithmeticDecoder();
    private final byte[][] statistics = new byte[4][BINS];
    private Scan scan = new Scan();
    private DecodingTables tables = new DecodingTables();
    private EntropySegment segment = new EntropySegment();
    /** For each component of the scan its differences: as many lines as its MCU has, and the last one before. */
    private final short[][] differences = new short[4][0];

    @Override
    public void begin(Scan newScan, DecodingTables newTables, EntropySegment newSegment) {
        scan = newScan;
        tables = newTables;
        segment = newSegment;
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            int needed = component.stride * (component.vertical + 1);
            if (differences[i].length < needed) {
                differences[i] = new short[needed];
            }
        }
    }

    @Override
    public void restart() {
        for (int i = 0; i < scan.componentCount; i++) {
            Arrays.fill(statistics[scan.components[i].directCurrentTable], (byte) 0);
            Arrays.fill(differences[i], (short) 0);
        }
        decoder.begin(segment);
    }

    @Override
    public void read(int mcuLine) {
        for (int mcu = 0; mcu < scan.mcusAcross; mcu++) {
            for (int i = 0; i < scan.componentCount; i++) {
                Component component = scan.components[i];
                int across = scan.isSingle() ? 1 : component.horizontal;
                int down = scan.isSingle() ? 1 : component.vertical;
                for (int line = 0; line < down; line++) {
                    for (int column = mcu * across; column < (mcu + 1) * across; column++) {
                        int difference = readOne(i, component, line, column);
                        component.samples[(mcuLine * down + line) * component.stride + column] = (short) difference;
                    }
                }
            }
        }
        for (int i = 0; i < scan.componentCount; i++) {
            Component component = scan.components[i];
            int lines = scan.isSingle() ? 1 : component.vertical;
            System.arraycopy(differences[i], lines * component.stride, differences[i], 0, component.stride);
        }
    }

    /** Reads a difference; line 0 of {@link #differences} is the one above the MCU. */
    private int readOne(int index, Component component, int line, int column) {
        short[] lines = differences[index];
        int at = (line + 1) * component.stride + column;
        int table = component.directCurrentTable;
        int left = column == 0 ? 0 : classify(lines[at - 1], table);
        int above = classify(lines[at - component.stride], table);
        byte[] bins = statistics[table];
        int context = 4 * (5 * left + above);
        int difference = 0;
        if (decoder.decode(bins, context) != 0) {
            int sign = decoder.decode(bins, context + 1);
            int magnitude = decoder.magnitude(bins, context + 2 + sign, above > 2 ? LARGE_X1 : SMALL_X1);
            difference = sign == 0 ? magnitude : -magnitude;
        }
        lines[at] = (short) difference;
        return difference;
    }

    /** 0 for zero, 1 and 2 for small, 3 and 4 for large differences (F.1.4.4.1.2, H.1.2.3.1). */
    private int classify(int difference, int table) {
        int magnitude = Math.abs(difference);
        if (magnitude <= 1 << tables.lower[table] >> 1) {
            return 0;
        }
        int sign = difference < 0 ? 1 : 0;
        return (magnitude <= 1 << tables.upper[table] ? 1 : 3) + sign;
    }
}
