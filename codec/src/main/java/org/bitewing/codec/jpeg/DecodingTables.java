package org.bitewing.codec.jpeg;

import java.util.Arrays;

/** The tables that DQT, DHT and DAC segments set (10918-1 B.2.4), each with its four destinations. */
final class DecodingTables {
    /** Natural (row by row) index of each coefficient in zig-zag order (Figure A.6), with slack for bad runs. */
    static final int[] NATURAL = naturalOrder();

    /** In zig-zag order. */
    final int[][] quantisation = new int[4][64];
    final boolean[] quantisationDefined = new boolean[4];
    final HuffmanTable[] directCurrent = new HuffmanTable[4];
    final HuffmanTable[] alternatingCurrent = new HuffmanTable[4];
    /** Lower and upper bound of the small differences, for DC conditioning (F.1.4.4.1.2). */
    final int[] lower = new int[4];
    final int[] upper = new int[4];
    /** Kx of AC conditioning (F.1.4.4.2). */
    final int[] threshold = new int[4];

    DecodingTables() {
        for (int i = 0; i < 4; i++) {
            directCurrent[i] = new HuffmanTable(true);
            alternatingCurrent[i] = new HuffmanTable(false);
        }
        reset();
    }

    private static int[] naturalOrder() {
        int[] order = new int[64 + 16];
        Arrays.fill(order, 63);
        int row = 0;
        int column = 0;
        for (int k = 0; k < 64; k++) {
            order[k] = row * 8 + column;
            boolean up = (row + column & 1) == 0;
            if (up && column == 7 || !up && row == 7) {
                row += up ? 1 : 0;
                column += up ? 0 : 1;
            } else if (up && row == 0 || !up && column == 0) {
                row += up ? 0 : 1;
                column += up ? 1 : 0;
            } else {
                row += up ? -1 : 1;
                column += up ? 1 : -1;
            }
        }
        return order;
    }

    /** Forgets everything; conditioning returns to its defaults (F.1.4.4). */
    void reset() {
        Arrays.fill(quantisationDefined, false);
        for (int i = 0; i < 4; i++) {
            directCurrent[i].undefine();
            alternatingCurrent[i].undefine();
        }
        resetConditioning();
    }

    void resetConditioning() {
        Arrays.fill(lower, 0);
        Arrays.fill(upper, 1);
        Arrays.fill(threshold, 5);
    }

    /**
     * Reads a segment if it is one of tables.
     *
     * @return false if it is another, of which nothing is read
     */
    boolean read(int marker, CodestreamReader reader) {
        switch (marker) {
            case Marker.DQT -> readQuantisation(reader);
            case Marker.DHT -> readHuffman(reader);
            case Marker.DAC -> readConditioning(reader);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readQuantisation(CodestreamReader reader) {
        reader.enterSegment("DQT");
        while (reader.remaining() > 0) {
            int precisionAndTable = reader.unsigned8();
            int table = precisionAndTable & 15;
            int precision = precisionAndTable >> 4;
            if (table > 3 || precision > 1) {
                throw reader.malformed("quantisation table " + table + " of precision " + precision
                        + "; tables are 0 to 3, precisions 0 and 1");
            }
            quantisationDefined[table] = false;
            for (int k = 0; k < 64; k++) {
                quantisation[table][k] = precision == 0 ? reader.unsigned8() : reader.unsigned16();
            }
            quantisationDefined[table] = true;
        }
        reader.leaveSegment("DQT");
    }

    private void readHuffman(CodestreamReader reader) {
        reader.enterSegment("DHT");
        while (reader.remaining() > 0) {
            int classAndTable = reader.unsigned8();
            int table = classAndTable & 15;
            if (table > 3 || classAndTable >> 4 > 1) {
                throw reader.malformed("Huffman table " + table + " of class " + (classAndTable >> 4)
                        + "; tables are 0 to 3, classes 0 and 1");
            }
            (classAndTable >> 4 == 0 ? directCurrent : alternatingCurrent)[table].read(reader);
        }
        reader.leaveSegment("DHT");
    }

    private void readConditioning(CodestreamReader reader) {
        reader.enterSegment("DAC");
        while (reader.remaining() > 0) {
            int classAndTable = reader.unsigned8();
            int table = classAndTable & 15;
            int value = reader.unsigned8();
            if (table > 3 || classAndTable >> 4 > 1) {
                throw reader.malformed("conditioning table " + table + " of class " + (classAndTable >> 4)
                        + "; tables are 0 to 3, classes 0 and 1");
            }
            if (classAndTable >> 4 == 1) {
                if (value < 1 || value > 63) {
                    throw reader.malformed("AC conditioning value " + value + "; 1 to 63 are allowed");
                }
                threshold[table] = value;
            } else {
                if ((value & 15) > value >> 4) {
                    throw reader.malformed("DC conditioning bounds " + (value & 15) + " to " + (value >> 4));
                }
                lower[table] = value & 15;
                upper[table] = value >> 4;
            }
        }
        reader.leaveSegment("DAC");
    }
}
