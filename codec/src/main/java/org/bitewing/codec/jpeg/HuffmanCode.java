package org.bitewing.codec.jpeg;

import java.util.Arrays;

/** A Huffman table for encoding: counts symbols, makes the best code of them, and knows its DHT segment. */
final class HuffmanCode {
    /** A symbol beyond the others, so that no code is all ones (10918-1 K.2). */
    private static final int RESERVED = 256;

    final int[] frequency = new int[257];
    /** For each symbol its code, and how many bits it has; 0 where there is none. */
    final int[] code = new int[256];
    final int[] length = new int[256];
    /** Counts by length and symbols by code: what the DHT segment holds. */
    final byte[] counts = new byte[16];
    final byte[] symbols = new byte[256];
    int symbolCount;

    private final int[] weight = new int[257];
    private final int[] size = new int[257];
    private final int[] next = new int[257];
    private final int[] sizes = new int[258];

    void clear() {
        Arrays.fill(frequency, 0);
    }

    /** Takes a given table. */
    void define(byte[] newCounts, byte[] newSymbols) {
        System.arraycopy(newCounts, 0, counts, 0, 16);
        System.arraycopy(newSymbols, 0, symbols, 0, newSymbols.length);
        symbolCount = newSymbols.length;
        assign();
    }

    /** Makes a code for the symbols counted (10918-1 K.2, Figures K.1 to K.4). */
    void optimise() {
        System.arraycopy(frequency, 0, weight, 0, 256);
        weight[RESERVED] = 1;
        Arrays.fill(size, 0);
        Arrays.fill(next, -1);
        merge();
        Arrays.fill(sizes, 0);
        for (int symbol = 0; symbol <= RESERVED; symbol++) {
            sizes[size[symbol]]++;
        }
        limit();
        symbolCount = 0;
        // Symbols in the order of their lengths before limiting: that is their order of frequency.
        for (int bits = 1; bits < sizes.length; bits++) {
            for (int symbol = 0; symbol < 256; symbol++) {
                if (size[symbol] == bits) {
                    symbols[symbolCount++] = (byte) symbol;
                }
            }
        }
        for (int bits = 1; bits <= 16; bits++) {
            counts[bits - 1] = (byte) sizes[bits];
        }
        assign();
    }

    /** Code_size (Figure K.1): joins the two least frequent trees until one is left. */
    private void merge() {
        while (true) {
            int least = -1;
            int second = -1;
            for (int symbol = 0; symbol <= RESERVED; symbol++) {
                if (weight[symbol] == 0) {
                    continue;
                }
                if (least < 0 || weight[symbol] <= weight[least]) {
                    second = least;
                    least = symbol;
                } else if (second < 0 || weight[symbol] <= weight[second]) {
                    second = symbol;
                }
            }
            if (second < 0) {
                return;
            }
            weight[least] += weight[second];
            weight[second] = 0;
            int last = deepen(least);
            next[last] = second;
            deepen(second);
        }
    }

    /** Lengthens all codes of a tree by one bit, and gives its last symbol. */
    private int deepen(int symbol) {
        int at = symbol;
        size[at]++;
        while (next[at] >= 0) {
            at = next[at];
            size[at]++;
        }
        return at;
    }

    /** Adjust_BITS (Figure K.3): no code longer than 16 bits; then the reserved symbol gives up the longest. */
    private void limit() {
        for (int bits = sizes.length - 1; bits > 16; bits--) {
            while (sizes[bits] > 0) {
                int shorter = bits - 2;
                while (sizes[shorter] == 0) {
                    shorter--;
                }
                sizes[bits] -= 2;
                sizes[bits - 1]++;
                sizes[shorter + 1] += 2;
                sizes[shorter]--;
            }
        }
        int longest = 16;
        while (sizes[longest] == 0) {
            longest--;
        }
        sizes[longest]--;
    }

    /** Generates the codes (Figures C.1 to C.3). */
    private void assign() {
        Arrays.fill(length, 0);
        int value = 0;
        int index = 0;
        for (int bits = 1; bits <= 16; bits++) {
            for (int i = counts[bits - 1] & 0xFF; i > 0; i--, index++, value++) {
                code[symbols[index] & 0xFF] = value;
                length[symbols[index] & 0xFF] = bits;
            }
            value <<= 1;
        }
    }
}
