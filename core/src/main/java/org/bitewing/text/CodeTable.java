package org.bitewing.text;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The characters of a {@link GraphicSet} by their code and the codes by their character; immutable. A code is one
 * byte, or two with the first in bits 8 to 15, with the high bits clear, as if in G0.
 */
final class CodeTable {
    /** Stands for a character that is not there, as in Unicode. */
    static final char NONE = '\ufffd';
    /** A table without characters. */
    static final CodeTable EMPTY = new CodeTable(new char[0], new int[0]);

    private static final int FIRST = 0x21;
    private static final int SIDE = 94;

    private final char[] characters;
    /** Character in bits 16 to 31, code in bits 0 to 15; sorted. */
    private final int[] codes;

    private CodeTable(char[] characters, int[] codes) {
        this.characters = characters;
        this.codes = codes;
    }

    /** The table of all codes of one or two bytes, as the charset decodes them with their high bits from half. */
    static CodeTable of(Charset charset, int half, boolean twoBytes) {
        char[] characters = new char[twoBytes ? SIDE * SIDE : 0x80];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = decode(charset, half, code(i, twoBytes), twoBytes);
        }
        return of(characters);
    }

    private static CodeTable of(char[] characters) {
        boolean twoBytes = characters.length > 0x80;
        int[] codes = new int[characters.length];
        int count = 0;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] != NONE) {
                codes[count++] = characters[i] << 16 | code(i, twoBytes);
            }
        }
        codes = Arrays.copyOf(codes, count);
        Arrays.sort(codes);
        return new CodeTable(characters, codes);
    }

    private static int code(int index, boolean twoBytes) {
        return twoBytes ? FIRST + index / SIDE << 8 | FIRST + index % SIDE : index;
    }

    /** This table of codes of one byte with another character at one of them. */
    CodeTable with(int code, char character) {
        char[] changed = characters.clone();
        changed[code] = character;
        return of(changed);
    }

    private static char decode(Charset charset, int half, int code, boolean twoBytes) {
        byte second = (byte) (code | half);
        byte[] bytes = twoBytes ? new byte[] {(byte) (code >> 8 | half), second} : new byte[] {second};
        String text = new String(bytes, charset);
        return text.length() == 1 ? text.charAt(0) : NONE;
    }

    /** The character of a code of one byte, or {@link #NONE}. */
    char character(int code) {
        return code < characters.length ? characters[code] : NONE;
    }

    /** The character of a code of two bytes, each from 02/01 to 07/14, or {@link #NONE}. */
    char character(int first, int second) {
        return character((first - FIRST) * SIDE + second - FIRST);
    }

    /** The lowest code of a character, or -1. */
    int code(char character) {
        int key = character << 16;
        int at = Arrays.binarySearch(codes, key);
        int found = at < 0 ? ~at : at;
        return found < codes.length && codes[found] >>> 16 == character ? codes[found] & 0xffff : -1;
    }
}
