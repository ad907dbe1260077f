package org.bitewing.dict;

import java.util.Arrays;

/**
 * Value Representations (PS3.5 6.2): how the bytes of a value are to be understood, and how its length is stored
 * (PS3.5 7.1.2). A VR of the future is carried by its two letters (see {@link #of(int)}) and treated as {@link #UN}.
 */
public enum VR {
    /** Application Entity. */
    AE(Kind.TEXT, 1, ' '),
    /** Age String. */
    AS(Kind.TEXT, 1, ' '),
    /** Attribute Tag. */
    AT(Kind.TAG, 2, 0),
    /** Code String. */
    CS(Kind.TEXT, 1, ' '),
    /** Date. */
    DA(Kind.TEXT, 1, ' '),
    /** Decimal String. */
    DS(Kind.TEXT, 1, ' '),
    /** Date Time. */
    DT(Kind.TEXT, 1, ' '),
    /** Floating Point Double. */
    FD(Kind.FLOAT, 8, 0),
    /** Floating Point Single. */
    FL(Kind.FLOAT, 4, 0),
    /** Integer String. */
    IS(Kind.TEXT, 1, ' '),
    /** Long String. */
    LO(Kind.TEXT, 1, ' '),
    /** Long Text. */
    LT(Kind.TEXT, 1, ' '),
    /** Other Byte. */
    OB(Kind.BINARY, 1, 0),
    /** Other Double. */
    OD(Kind.BINARY, 8, 0),
    /** Other Float. */
    OF(Kind.BINARY, 4, 0),
    /** Other Long. */
    OL(Kind.BINARY, 4, 0),
    /** Other 64-bit Very Long. */
    OV(Kind.BINARY, 8, 0),
    /** Other Word. */
    OW(Kind.BINARY, 2, 0),
    /** Person Name. */
    PN(Kind.TEXT, 1, ' '),
    /** Short String. */
    SH(Kind.TEXT, 1, ' '),
    /** Signed Long. */
    SL(Kind.INTEGER, 4, 0),
    /** Sequence of Items. */
    SQ(Kind.SEQUENCE, 1, 0),
    /** Signed Short. */
    SS(Kind.INTEGER, 2, 0),
    /** Short Text. */
    ST(Kind.TEXT, 1, ' '),
    /** Signed 64-bit Very Long. */
    SV(Kind.INTEGER, 8, 0),
    /** Time. */
    TM(Kind.TEXT, 1, ' '),
    /** Unlimited Characters. */
    UC(Kind.TEXT, 1, ' '),
    /** Unique Identifier. */
    UI(Kind.TEXT, 1, 0),
    /** Unsigned Long. */
    UL(Kind.INTEGER, 4, 0),
    /** Unknown. */
    UN(Kind.BINARY, 1, 0),
    /** Universal Resource Identifier or Locator. */
    UR(Kind.TEXT, 1, ' '),
    /** Unsigned Short. */
    US(Kind.INTEGER, 2, 0),
    /** Unlimited Text. */
    UT(Kind.TEXT, 1, ' '),
    /** Unsigned 64-bit Very Long. */
    UV(Kind.INTEGER, 8, 0);

    /** What a value is made of. */
    public enum Kind {
        /** Characters. */
        TEXT,
        /** Binary integers of a fixed size. */
        INTEGER,
        /** IEEE 754 numbers. */
        FLOAT,
        /** Pairs of 16-bit group and element numbers. */
        TAG,
        /** A stream of bytes or words without multiplicity. */
        BINARY,
        /** Items. */
        SEQUENCE
    }

    /** VRs by their two letters: 5 bits each, so that the parser finds one without hashing. */
    private static final VR[] BY_LETTERS = new VR[32 * 32];
    /**
     * See {@link #form}, by the same index. The two letters stand above the form, so that one look tells whether the
     * index, which has 5 bits of each, is that of others; where there is no VR all bits are set.
     */
    private static final int[] FORMS = new int[32 * 32];
    private static final int KNOWN = 0x80;
    private static final int LONG = 0x40;
    /** The VRs whose explicit length has 32 bits (PS3.5 table 7.1-1). */
    private static final String LONG_FORM = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
    private static final String CHARACTER_SET = "LO LT PN SH ST UC UT";
    private static final String SINGLE_VALUE = "LT ST UT UR OB OD OF OL OV OW SQ UN";

    static {
        Arrays.fill(FORMS, -1);
        for (VR vr : values()) {
            BY_LETTERS[index(vr.code)] = vr;
            FORMS[index(vr.code)] = vr.code << 8 | KNOWN | (vr.longForm ? LONG : 0) | 1 | vr.unit - 1;
        }
    }

    private final int code;
    private final Kind kind;
    private final int unit;
    private final byte padding;
    private final boolean longForm;
    private final boolean characterSet;
    private final boolean multiple;

    VR(Kind kind, int unit, int padding) {
        this.code = name().charAt(0) << 8 | name().charAt(1);
        this.kind = kind;
        this.unit = unit;
        this.padding = (byte) padding;
        this.longForm = LONG_FORM.contains(name());
        this.characterSet = CHARACTER_SET.contains(name());
        this.multiple = !SINGLE_VALUE.contains(name());
    }

    private static int index(int code) {
        return (code >> 3 & 0x3e0) | (code & 0x1f);
    }

    /**
     * The VR of two letters.
     *
     * @param code the first letter in bits 8 to 15, the second in bits 0 to 7
     * @return the VR; {@link #UN} for letters that PS3.5 does not know, which are then a VR of the future
     */
    public static VR of(int code) {
        VR vr = BY_LETTERS[index(code)];
        return vr != null && vr.code == code ? vr : UN;
    }

    /**
     * Whether two letters are a VR of PS3.5 6.2.
     *
     * @param code the letters, as in {@link #of(int)}
     * @return true for a VR of this enum
     */
    public static boolean isKnown(int code) {
        VR vr = BY_LETTERS[index(code)];
        return vr != null && vr.code == code;
    }

    /**
     * Whether the length of a VR in explicit syntaxes has 32 bits behind two reserved bytes (PS3.5 7.1.2), which is
     * also so for VRs of the future: two upper-case letters that PS3.5 does not know.
     *
     * @param code the letters, as in {@link #of(int)}
     * @return true for 32 bits, false for 16
     */
    public static boolean hasLongForm(int code) {
        return (form(code) & LONG) != 0;
    }

    /**
     * What a parser must know of a VR, in one number, so that its hot loop looks it up once: bits 0 to 2 are set where
     * they must be clear in a length (all lengths are even, those of numbers multiples of their size), bit 6 for a
     * long form, bit 7 for a VR of PS3.5 6.2.
     *
     * @param code the letters, as in {@link #of(int)}
     * @return the bits
     */
    public static int form(int code) {
        int found = FORMS[index(code)];
        return found >>> 8 == code ? found & 0xff : unknownForm(code);
    }

    private static int unknownForm(int code) {
        int first = code >> 8;
        int second = code & 0xff;
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z' ? LONG | 1 : 1;
    }

    /**
     * The two letters as a number, as in {@link #of(int)}.
     *
     * @return the code
     */
    public int code() {
        return code;
    }

    /**
     * What a value is made of.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The size of what is swapped in big endian (PS3.5 7.3): of one number, or of half an AT.
     *
     * @return 1, 2, 4 or 8 bytes; 1 for text and bytes
     */
    public int unit() {
        return unit;
    }

    /**
     * What fills a value of odd length (PS3.5 6.2): a space for text, NUL for UI and binary values.
     *
     * @return the padding byte
     */
    public byte padding() {
        return padding;
    }

    /**
     * Whether the explicit length has 32 bits (PS3.5 7.1.2).
     *
     * @return true for 32 bits, false for 16
     */
    public boolean isLongForm() {
        return longForm;
    }

    /**
     * Whether Specific Character Set (0008,0005) applies (PS3.5 6.1.2.3); other text is ISO IR 6.
     *
     * @return true for LO, LT, PN, SH, ST, UC and UT
     */
    public boolean usesCharacterSet() {
        return characterSet;
    }

    /**
     * Whether an element may hold several values (PS3.5 6.4); in LT, ST, UT and UR a backslash is text.
     *
     * @return true where a backslash, or the size of a number, separates values
     */
    public boolean isMultiple() {
        return multiple;
    }
}
