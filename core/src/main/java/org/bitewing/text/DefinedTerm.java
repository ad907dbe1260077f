package org.bitewing.text;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The defined terms of PS3.3 C.12.1.1.2, one a row: the graphic sets that it designates as G0 and G1, or the charset
 * of a term that stands alone (table C.12-5), and other names that files have for it.
 */
enum DefinedTerm {
    IR_6("6", GraphicSet.ISO_IR_6, null, "ASCII", "US-ASCII", "ISO646"),
    IR_100("100", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_100, "ISO8859-1", "LATIN1"),
    IR_101("101", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_101, "ISO8859-2", "LATIN2"),
    IR_109("109", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_109, "ISO8859-3", "LATIN3"),
    IR_110("110", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_110, "ISO8859-4", "LATIN4"),
    IR_144("144", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_144, "ISO8859-5"),
    IR_127("127", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_127, "ISO8859-6"),
    IR_126("126", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_126, "ISO8859-7"),
    IR_138("138", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_138, "ISO8859-8"),
    IR_148("148", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_148, "ISO8859-9", "LATIN5"),
    IR_203("203", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_203, "ISO8859-15", "LATIN9"),
    IR_13("13", GraphicSet.ISO_IR_14, GraphicSet.ISO_IR_13, "JISX0201"),
    IR_166("166", GraphicSet.ISO_IR_6, GraphicSet.ISO_IR_166, "TIS620", "ISO8859-11"),
    IR_87("87", GraphicSet.ISO_IR_87, null, "JISX0208"),
    IR_159("159", GraphicSet.ISO_IR_159, null, "JISX0212"),
    IR_149("149", null, GraphicSet.ISO_IR_149, "KSX1001", "KSC5601", "EUC-KR"),
    IR_58("58", null, GraphicSet.ISO_IR_58),
    IR_192("192", "UTF-8"),
    GB18030("GB18030", "GB18030"),
    /** Files that say GB2312 have its two bytes without escapes, and often characters that only GBK has. */
    GBK("GBK", "GBK", "GB2312", "EUC-CN", "CP936");

    private static final DefinedTerm[] ALL = values();

    private final String number;
    private final GraphicSet g0;
    private final GraphicSet g1;
    private final String charset;
    private final String[] otherNames;

    DefinedTerm(String number, GraphicSet g0, GraphicSet g1, String... otherNames) {
        this.number = number;
        this.g0 = g0;
        this.g1 = g1;
        this.charset = null;
        this.otherNames = otherNames;
    }

    DefinedTerm(String number, String charset, String... otherNames) {
        this.number = number;
        this.g0 = null;
        this.g1 = null;
        this.charset = charset;
        this.otherNames = otherNames;
    }

    /** The letters and digits of a name, in upper case, without a leading ISO. */
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z') {
                letters.append(c);
            }
        }
        return letters.indexOf("ISO") == 0 ? letters.substring(3) : letters.toString();
    }

    /** The term that a value of (0008,0005) means, however it is spelled, or null. */
    static DefinedTerm of(String value) {
        String letters = letters(value);
        DefinedTerm term = named(letters);
        return term == null && letters.startsWith("2022") ? named(letters.substring(4)) : term;
    }

    /** A search, since a table of all names costs a program that starts more than the few terms of its file do. */
    private static DefinedTerm named(String letters) {
        for (DefinedTerm term : ALL) {
            // The number alone is seen behind "ISO 2022" only.
            if (is(letters, "IR", term.number) || is(letters, "2022", term.number)) {
                return term;
            }
        }
        for (DefinedTerm term : ALL) {
            if (term.hasName(letters)) {
                return term;
            }
        }
        return null;
    }

    private static boolean is(String letters, String start, String end) {
        return letters.length() == start.length() + end.length() && letters.startsWith(start) && letters.endsWith(end);
    }

    private boolean hasName(String letters) {
        for (String name : otherNames) {
            if (letters.equals(letters(name))) {
                return true;
            }
        }
        return isAlone() && letters.equals(letters(charset));
    }

    /** The term as the standard spells it with or without code extensions; none for ISO IR 6 alone. */
    String spelling(boolean codeExtension) {
        return switch (this) {
            case GB18030, GBK -> number;
            case IR_192 -> "ISO_IR " + number;
            case IR_6 -> codeExtension ? "ISO 2022 IR " + number : "";
            default -> (codeExtension ? "ISO 2022 IR " : "ISO_IR ") + number;
        };
    }

    /** Whether no other term may be beside this one (PS3.3 table C.12-5). */
    boolean isAlone() {
        return charset != null;
    }

    /** Whether the term may not be the first value (PS3.3 table C.12-4). */
    boolean isExtensionOnly() {
        return g0 == null ? g1 != null : g0.isTwoBytes();
    }

    GraphicSet g0() {
        return g0;
    }

    GraphicSet g1() {
        return g1;
    }

    String charset() {
        return charset;
    }

    /** The name of a charset of this term that the Java runtime does not have, or null. */
    String missingCharset() {
        if (charset != null) {
            return Charset.isSupported(charset) ? null : charset;
        }
        if (g0 != null && !g0.isAvailable()) {
            return g0.charset();
        }
        return g1 != null && !g1.isAvailable() ? g1.charset() : null;
    }
}
