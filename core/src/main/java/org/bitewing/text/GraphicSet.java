package org.bitewing.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The graphic character sets of ISO 2022 that DICOM knows (PS3.3 tables C.12-3 and C.12-4), one a row: what kind of
 * set it is and the final byte of its registration, which together make its escape sequences, and the charset of the
 * JDK that has its characters, in codes with the high bit clear (left half) or set (right half). The JDK has Greek,
 * Hebrew and Korean with the few characters that later editions added.
 */
enum GraphicSet {
    ISO_IR_6(Kind.SET_94, 'B', "US-ASCII", 0x00),
    /** JIS X 0201 romaji, which is ASCII but for two characters; the JDK's JIS_X0201 has those of ASCII. */
    ISO_IR_14(Kind.SET_94, 'J', "US-ASCII", 0x00),
    ISO_IR_13(Kind.SET_94, 'I', "JIS_X0201", 0x80),
    ISO_IR_100(Kind.SET_96, 'A', "ISO-8859-1", 0x80),
    ISO_IR_101(Kind.SET_96, 'B', "ISO-8859-2", 0x80),
    ISO_IR_109(Kind.SET_96, 'C', "ISO-8859-3", 0x80),
    ISO_IR_110(Kind.SET_96, 'D', "ISO-8859-4", 0x80),
    ISO_IR_126(Kind.SET_96, 'F', "ISO-8859-7", 0x80),
    ISO_IR_127(Kind.SET_96, 'G', "ISO-8859-6", 0x80),
    ISO_IR_138(Kind.SET_96, 'H', "ISO-8859-8", 0x80),
    ISO_IR_144(Kind.SET_96, 'L', "ISO-8859-5", 0x80),
    ISO_IR_148(Kind.SET_96, 'M', "ISO-8859-9", 0x80),
    ISO_IR_166(Kind.SET_96, 'T', "TIS-620", 0x80),
    ISO_IR_203(Kind.SET_96, 'b', "ISO-8859-15", 0x80),
    /** JIS C 6226-1978, the elder of ISO-IR 87: not a set of DICOM, but files have it, and all readers do this. */
    ISO_IR_42(Kind.SET_94_BY_94, '@', "x-JIS0208", 0x00),
    ISO_IR_58(Kind.SET_94_BY_94, 'A', "GB2312", 0x80),
    ISO_IR_87(Kind.SET_94_BY_94, 'B', "x-JIS0208", 0x00),
    ISO_IR_149(Kind.SET_94_BY_94, 'C', "EUC-KR", 0x80),
    ISO_IR_159(Kind.SET_94_BY_94, 'D', "JIS_X0212-1990", 0x00);

    /** How many characters a set has, which ISO 2022 makes part of its name. */
    enum Kind {
        SET_94,
        SET_96,
        SET_94_BY_94
    }

    private static final GraphicSet[] ALL = values();

    private final Kind kind;
    private final char finalByte;
    private final String charset;
    private final int half;
    /** Made when first used: a race makes it twice, and both are the same. */
    private volatile CodeTable table;

    GraphicSet(Kind kind, char finalByte, String charset, int half) {
        this.kind = kind;
        this.finalByte = finalByte;
        this.charset = charset;
        this.half = half;
    }

    /** The set of an escape sequence, or null when DICOM does not know it. */
    static GraphicSet of(Kind kind, int finalByte) {
        for (GraphicSet set : ALL) {
            if (set.kind == kind && set.finalByte == finalByte) {
                return set;
            }
        }
        return null;
    }

    /** The escape sequence that designates this set as G0 or G1 (ISO 2022 13.2, 14.3). */
    byte[] escape(boolean toG1) {
        String intermediate = switch (kind) {
            case SET_94 -> toG1 ? ")" : "(";
            case SET_96 -> "-";
            // The three eldest sets of two bytes have no second intermediate byte when they are G0.
            case SET_94_BY_94 -> toG1 ? "$)" : finalByte <= 'B' ? "$" : "$(";
        };
        return ("\u001b" + intermediate + finalByte).getBytes(StandardCharsets.US_ASCII);
    }

    boolean isTwoBytes() {
        return kind == Kind.SET_94_BY_94;
    }

    /** Whether a byte in G0 may be a delimiter: in any other set 05/12, 05/14 and 03/13 are, or begin, a character. */
    boolean hasDelimiters() {
        return this == ISO_IR_6 || this == ISO_IR_14;
    }

    /** The characters, all U+FFFD where the Java runtime does not have the charset. */
    CodeTable table() {
        CodeTable made = table;
        if (made == null) {
            made = isAvailable() ? CodeTable.of(Charset.forName(charset), half, isTwoBytes()) : CodeTable.EMPTY;
            if (this == ISO_IR_14) {
                made = made.with(0x5c, '\u00a5').with(0x7e, '\u203e');
            }
            table = made;
        }
        return made;
    }

    String charset() {
        return charset;
    }

    boolean isAvailable() {
        return Charset.isSupported(charset);
    }
}
