package org.bitewing.codec.jpeg;

/** The tables of 10918-1 Annex K that encoders begin with. */
final class StandardTables {
    /** Tables K.1 (luminance) and K.2 (chrominance), row by row. */
    private static final String QUANTISATION = """
            16 11 10 16 24 40 51 61      17 18 24 47 99 99 99 99
            12 12 14 19 26 58 60 55      18 21 26 66 99 99 99 99
            14 13 16 24 40 57 69 56      24 26 56 99 99 99 99 99
            14 17 22 29 51 87 80 62      47 66 99 99 99 99 99 99
            18 22 37 56 68 109 103 77    99 99 99 99 99 99 99 99
            24 35 55 64 81 104 113 92    99 99 99 99 99 99 99 99
            49 64 78 87 103 121 120 101  99 99 99 99 99 99 99 99
            72 92 95 98 112 100 103 99   99 99 99 99 99 99 99 99
            """;

    /** Tables K.3 to K.6: for luminance, then for chrominance, class 0 then 1: the 16 counts, the symbols (hex). */
    private static final String[] HUFFMAN = {
        "00010501010101010100000000000000 000102030405060708090A0B",
        "0002010303020403050504040000017D 01020300041105122131410613516107227114328191A1082342B1C11552D1F02433"
            + "627282090A161718191A25262728292A3435363738393A434445464748494A535455565758595A636465666768696A73747576"
            + "7778797A838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4"
            + "D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA",
        "00030101010101010101010000000000 000102030405060708090A0B",
        "00020102040403040705040400010277 000102031104052131061241510761711322328108144291A1B1C109233352F01562"
            + "72D10A162434E125F11718191A262728292A35363738393A434445464748494A535455565758595A636465666768696A737475"
            + "767778797A82838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2"
            + "D3D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8F9FA"};

    private StandardTables() {
    }

    /**
     * A quantisation table, row by row, scaled as libjpeg scales: quality 50 is the table itself, 100 is all ones.
     *
     * @param chrominance 0 for luminance, 1 for chrominance
     */
    static int[] quantisation(int chrominance, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
        String[] cells = QUANTISATION.trim().split("\\s+");
        int[] table = new int[64];
        for (int i = 0; i < 64; i++) {
            int base = Integer.parseInt(cells[i / 8 * 16 + chrominance * 8 + i % 8]);
            table[i] = Math.max(1, Math.min(255, (base * scale + 50) / 100));
        }
        return table;
    }

    /**
     * Defines a Huffman table.
     *
     * @param tableClass  0 for DC, 1 for AC
     * @param chrominance 0 for luminance, 1 for chrominance
     */
    static void define(HuffmanCode code, int tableClass, int chrominance) {
        String[] parts = HUFFMAN[chrominance * 2 + tableClass].split(" ");
        byte[] counts = java.util.HexFormat.of().parseHex(parts[0]);
        byte[] symbols = java.util.HexFormat.of().parseHex(parts[1]);
        code.define(counts, symbols);
    }
}
