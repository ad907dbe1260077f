package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * A Huffman table for decoding (10918-1 Annex C and F.2.2.3), made for speed: the next {@link #LOOKAHEAD} bits of the
 * stream index an entry that tells the code's symbol and length, and, wherever the additional bits that follow the code
 * lie within these bits too, the value itself (F.2.2.1 EXTEND done beforehand). Longer codes are searched by length.
 *
 * <p>An entry is {@code value << 16 | symbol << 8 | COMPLETE | length}. With {@link #COMPLETE} the length counts the
 * additional bits and the value is final; without it the length is that of the code alone; 0 means a longer code or
 * none.
 */
final class HuffmanTable {
    static final int LOOKAHEAD = 10;
    static final int COMPLETE = 0x80;
    static final int LENGTH = 0x1F;
    /** ZRL: a run of 15 zeros and a zero (F.1.2.2.1), whose entry is complete with the value 0. */
    private static final int SIXTEEN_ZEROS = 0xF0;

    final int[] lookup = new int[1 << LOOKAHEAD];
    /** For each length, what a code of that length is below when 16 bits are looked at; 0 where there is none. */
    private final int[] bound = new int[17];
    /** For each length, what to add to a code for the index of its symbol. */
    private final int[] symbolOffset = new int[17];
    private final int[] symbols = new int[256];
    private final int[] counts = new int[17];
    private final boolean directCurrent;
    private boolean defined;

    /**
     * An undefined table.
     *
     * @param directCurrent whether it is of class 0: symbols are categories of differences, else runs and categories
     */
    HuffmanTable(boolean directCurrent) {
        this.directCurrent = directCurrent;
    }

    boolean isDefined() {
        return defined;
    }

    void undefine() {
        defined = false;
    }

    /** Reads the 16 counts and the symbols of one table of a DHT segment (B.2.4.2). */
    void read(CodestreamReader reader) {
        int total = 0;
        for (int length = 1; length <= 16; length++) {
            counts[length] = reader.unsigned8();
            total += counts[length];
        }
        if (total > 256) {
            throw reader.malformed("Huffman table of " + total + " codes; 256 are the most");
        }
        defined = false;
        for (int i = 0; i < total; i++) {
            symbols[i] = reader.unsigned8();
        }
        build(reader);
        defined = true;
    }

    private void build(CodestreamReader reader) {
        Arrays.fill(lookup, 0);
        int code = 0;
        int index = 0;
        for (int length = 1; length <= 16; length++) {
            symbolOffset[length] = index - code;
            for (int i = 0; i < counts[length]; i++, code++, index++) {
                if (code >= 1 << length) {
                    throw reader.malformed("over-full Huffman table: more codes of " + length
                            + " bits than are left (10918-1 C.2)");
                }
                if (length <= LOOKAHEAD) {
                    enter(code, length, symbols[index]);
                }
            }
            bound[length] = counts[length] == 0 ? 0 : code << 16 - length;
            code <<= 1;
        }
    }

    /** Fills all entries that begin with a code. */
    private void enter(int code, int length, int symbol) {
        int free = LOOKAHEAD - length;
        int first = code << free;
        int category = directCurrent ? symbol : symbol & 15;
        if (directCurrent && symbol > 16) {
            return; // no such difference category (H.1.2.2); an error when it is met
        }
        // Category 16 has no additional bits: the difference is 32768, which is -32768 modulo 2^16 (H.1.2.2).
        int additional = category == 16 ? 0 : category;
        for (int rest = 0; rest < 1 << free; rest++) {
            int entry = symbol << 8 | length;
            if (category == 16) {
                entry = 0x8000 << 16 | symbol << 8 | COMPLETE | length;
            } else if (additional <= free && (directCurrent || additional > 0 || symbol == SIXTEEN_ZEROS)) {
                int value = extend(rest >> free - additional, additional);
                entry = value << 16 | symbol << 8 | COMPLETE | length + additional;
            }
            lookup[first + rest] = entry;
        }
    }

    /** EXTEND (Figure F.12): the signed value of additional bits. */
    static int extend(int bits, int category) {
        return category == 0 || bits >= 1 << category - 1 ? bits : bits - (1 << category) + 1;
    }

    /**
     * Finds a code that the lookup does not hold.
     *
     * @param next the next 16 bits
     * @return an entry, complete only for {@link #SIXTEEN_ZEROS}, or -1 where these bits begin no code
     */
    int longCode(int next) {
        for (int length = LOOKAHEAD + 1; length <= 16; length++) {
            if (next < bound[length]) {
                int symbol = symbols[(next >> 16 - length) + symbolOffset[length] & 0xFF];
                int complete = !directCurrent && symbol == SIXTEEN_ZEROS ? COMPLETE : 0;
                return directCurrent && symbol > 16 ? -1 : symbol << 8 | complete | length;
            }
        }
        return -1;
    }
}
