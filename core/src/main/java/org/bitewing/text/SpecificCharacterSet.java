package org.bitewing.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bitewing.dict.VR;

/**
 * What the element Specific Character Set (0008,0005) says (PS3.3 C.12.1.1.2): how the bytes of LO, LT, PN, SH, ST, UC
 * and UT stand for characters (PS3.5 6.1). Text of other VRs is ISO IR 6 under every character set, and a VR is
 * therefore part of each call. Immutable, and safe for use by several threads.
 *
 * <p><b>Reading</b> never fails and never drops a byte in silence. A byte or pair of bytes that is not a character of
 * its set becomes U+FFFD. Escape sequences are honoured whether (0008,0005) announces their set or not, except in
 * UTF-8, GB18030 and GBK, which have none. An escape sequence of a set that DICOM does not know stays in the text as
 * U+001B with the characters behind it; from there G0 is read as ISO IR 6, and G1 as U+FFFD. Delimiters and control
 * characters bring the initial sets back (PS3.5 6.1.2.5.3); the delimiters are {@code \} where the VR may have several
 * values, and {@code ^} and {@code =} in PN. Where value 1 leaves G1 undefined and the other values have one set for
 * it, bytes from 128 are that set, since files forget its escape sequence.
 *
 * <p><b>In ISO IR 13</b> the byte 05/12 is the delimiter backslash where the VR may have several values, and elsewhere
 * the yen sign; 07/14 is the overline.
 *
 * <p><b>Files that lie</b> are read by asking another character set than theirs.
 */
public final class SpecificCharacterSet {
    /** The default repertoire, ISO IR 6, of a data set without (0008,0005). */
    public static final SpecificCharacterSet ASCII = of();
    /** Unicode in UTF-8, {@code ISO_IR 192}. */
    public static final SpecificCharacterSet UTF_8 = of("ISO_IR 192");

    private final List<String> definedTerms;
    private final List<String> corrections;
    private final Code code;

    private SpecificCharacterSet(TermReader reader) {
        definedTerms = reader.spellings();
        corrections = reader.corrections();
        DefinedTerm first = reader.terms().get(0);
        code = first.isAlone() ? StandAloneCode.of(first.charset()) : ExtensibleCode.of(reader.terms());
    }

    /**
     * The character set of the values of (0008,0005). Never fails: see {@link #corrections()}.
     *
     * @param definedTerms the values; the first may be empty; surrounding spaces and NULs do not matter
     * @return the character set; the default repertoire when there is no value
     */
    public static SpecificCharacterSet of(String... definedTerms) {
        return of(List.of(definedTerms));
    }

    /**
     * The character set of the values of (0008,0005). Never fails: see {@link #corrections()}.
     *
     * @param definedTerms the values; the first may be empty; surrounding spaces and NULs do not matter
     * @return the character set; the default repertoire when there is no value
     */
    public static SpecificCharacterSet of(List<String> definedTerms) {
        return new SpecificCharacterSet(new TermReader(definedTerms));
    }

    /**
     * The character set of the whole value of (0008,0005). Never fails: see {@link #corrections()}.
     *
     * @param value the value, with backslashes between the defined terms, such as {@code "\ISO 2022 IR 87 "}
     * @return the character set; the default repertoire when the value is empty
     */
    public static SpecificCharacterSet parse(String value) {
        return of(List.of(value.split("\\\\", -1)));
    }

    /**
     * What a writer puts into (0008,0005), as the standard spells it.
     *
     * @return the values, the first possibly empty; none for the default repertoire
     */
    public List<String> definedTerms() {
        return definedTerms;
    }

    /**
     * What was wrong with the values and what is done about it, one sentence each, at most 32:
     * <ul>
     * <li>Spellings such as {@code ISO-IR 100}, {@code UTF-8} and {@code ISO_2022_IR_87} are understood, and
     * {@code GB2312} as GBK, of which it is part.
     * <li>A value that is no term at all is left out; it is ISO IR 6 when it is the first.
     * <li>{@code ISO_IR 192}, {@code GB18030} and {@code GBK} rule alone when no value before them says more than
     * ISO IR 6, and are left out otherwise.
     * <li>A set of two bytes in value 1 gets ISO IR 6 before it.
     * <li>A charset that this Java runtime lacks is named.
     * </ul>
     *
     * @return the sentences, without patient data; none where the values are right
     */
    public List<String> corrections() {
        return corrections;
    }

    /**
     * The text of a whole value field or of a part of it that begins behind a delimiter.
     *
     * @param bytes  holds the value
     * @param offset where it begins
     * @param length how many bytes it has
     * @param vr     the VR of its element
     * @return the characters, delimiters and padding among them; no more than there are bytes
     * @throws IndexOutOfBoundsException when the range is not within the array
     */
    public String decode(byte[] bytes, int offset, int length, VR vr) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        Code used = code(vr);
        if (isPlain(bytes, offset, offset + length, used.hasYenSign())) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        return used.decode(bytes, offset, length, vr);
    }

    /**
     * The values of a value field. A byte 05/12 that is part of a longer code does not separate values (PS3.5 6.1.2.3),
     * and none does in a VR that has one value.
     *
     * @param bytes  holds the value field
     * @param offset where it begins
     * @param length how many bytes it has
     * @param vr     the VR of its element
     * @return the values in their order, with their padding; one empty value for no bytes; immutable
     * @throws IndexOutOfBoundsException when the range is not within the array
     */
    public List<String> decodeValues(byte[] bytes, int offset, int length, VR vr) {
        String text = decode(bytes, offset, length, vr);
        // No set has a backslash but as the delimiter, so that what is decoded may be split.
        return vr.isMultiple() && text.indexOf('\\') >= 0 ? List.of(text.split("\\\\", -1)) : List.of(text);
    }

    /**
     * The bytes of text. The initial sets are used where they will do, others are designated by escape sequences, and
     * the initial state returns before delimiters, control characters and the end (PS3.5 6.1.2.5.3). There is no
     * padding.
     *
     * @param text the whole value field, with delimiters
     * @param vr   the VR of its element
     * @return the bytes
     * @throws IllegalArgumentException when {@link #canEncode(String, VR)} is false
     */
    public byte[] encode(String text, VR vr) {
        Code.Encoded encoded = encoded(text, vr);
        if (!encoded.complete()) {
            throw new IllegalArgumentException("text for VR " + vr + " has characters that character set '" + this
                    + "' does not have; choose ISO_IR 192 or encodeReplacing");
        }
        return encoded.bytes();
    }

    /**
     * The bytes of text as in {@link #encode(String, VR)}, where each character that cannot be encoded is a question
     * mark.
     *
     * @param text the whole value field, with delimiters
     * @param vr   the VR of its element
     * @return the bytes
     */
    public byte[] encodeReplacing(String text, VR vr) {
        return encoded(text, vr).bytes();
    }

    /**
     * Whether this character set has all characters of a text. In ISO IR 13 it depends on the VR: a yen sign would be
     * read as a backslash where that is a delimiter, and elsewhere a backslash as a yen sign.
     *
     * @param text the whole value field, with delimiters
     * @param vr   the VR of its element
     * @return true when decoding what {@link #encode(String, VR)} makes gives the same text
     */
    public boolean canEncode(String text, VR vr) {
        return encoded(text, vr).complete();
    }

    private Code code(VR vr) {
        return vr.usesCharacterSet() ? code : StandAloneCode.ASCII;
    }

    private Code.Encoded encoded(String text, VR vr) {
        Code used = code(vr);
        // What is no ASCII becomes a question mark here, and is then not the same text.
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        boolean plain = isPlain(bytes, 0, bytes.length, used.hasYenSign())
                && new String(bytes, StandardCharsets.US_ASCII).equals(text);
        return plain ? new Code.Encoded(bytes, true) : used.encode(text, vr);
    }

    /** Whether bytes are ASCII and none is ESC, nor 05/12 or 07/14 where those have another meaning. */
    private static boolean isPlain(byte[] bytes, int from, int to, boolean yenSign) {
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (value < 0 || value == ExtensibleCode.ESC || yenSign && (value == '\\' || value == '~')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the defined terms are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet set && set.definedTerms.equals(definedTerms);
    }

    @Override
    public int hashCode() {
        return definedTerms.hashCode();
    }

    /** The value of (0008,0005). */
    @Override
    public String toString() {
        return String.join("\\", definedTerms);
    }
}
