package org.bitewing.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

class SpecificCharacterSetTest {
    private static final SpecificCharacterSet ASCII = SpecificCharacterSet.ASCII;
    private static final SpecificCharacterSet LATIN = SpecificCharacterSet.of("ISO_IR 100");
    private static final SpecificCharacterSet KANJI = SpecificCharacterSet.of("", "ISO 2022 IR 87");
    private static final SpecificCharacterSet KOREAN = SpecificCharacterSet.of("", "ISO 2022 IR 149");

    /** Bytes of which each is a character here, with the escape character as {@code <}. */
    private static byte[] bytes(String text) {
        return text.replace('<', '\u001b').getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decode(SpecificCharacterSet set, String text, VR vr) {
        return set.decode(bytes(text), 0, text.length(), vr);
    }

    @Test
    void onlyTheGivenRangeIsDecoded() {
        byte[] value = bytes("<\u00e9ab\u00e9c<");

        assertEquals("ab", LATIN.decode(value, 2, 2, VR.LO));
        assertEquals("b\u00e9c", LATIN.decode(value, 3, 3, VR.LO));
        assertEquals("", LATIN.decode(value, 7, 0, VR.LO));
        assertThrows(IndexOutOfBoundsException.class, () -> LATIN.decode(value, 3, 5, VR.LO));
    }

    @Test
    void vrsOutsideTheCharacterSetAreAscii() {
        assertEquals("A\ufffd<".replace('<', '\u001b'), decode(LATIN, "A\u00e9<", VR.CS));
        assertEquals("<$B;3".replace('<', '\u001b'), decode(KANJI, "<$B;3", VR.UI));
        assertFalse(LATIN.canEncode("\u00e9", VR.CS));
        assertTrue(LATIN.canEncode("\u00e9", VR.UC));
    }

    @Test
    void delimitersAndControlCharactersBringTheInitialSetsBack() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144");
        for (char delimiter : "\\\r\n\t\f".toCharArray()) {
            assertEquals("\u042e" + delimiter + "\u00ce",
                    decode(set, "<-L\u00ce" + delimiter + "\u00ce", VR.LO));
        }
        assertEquals("\u042e^\u00ce", decode(set, "<-L\u00ce^\u00ce", VR.PN));
        assertEquals("\u042e=\u00ce", decode(set, "<-L\u00ce=\u00ce", VR.PN));
    }

    @Test
    void whatIsADelimiterElsewhereDoesNotBringTheInitialSetsBack() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144");

        assertEquals("\u042e^\u042e=\u042e", decode(set, "<-L\u00ce^\u00ce=\u00ce", VR.LO));
        assertEquals("\u042e\\\u042e", decode(set, "<-L\u00ce\\\u00ce", VR.LT));
        assertEquals("\u042e \u042e", decode(set, "<-L\u00ce \u00ce", VR.PN));
    }

    @Test
    void controlCharacterEndsATwoByteStateThatTheWriterForgotToEnd() {
        assertEquals("山\r\nA", decode(KANJI, "<$B;3\r\nA", VR.LT));
    }

    @Test
    void backslashInsideATwoByteCharacterSeparatesNothing() {
        // JIS X 0208 03/09 05/12 and 05/12 02/01.
        assertEquals(List.of("砿棔", "b"), KANJI.decodeValues(bytes("<$B9\\\\!<(B\\b"), 0, 12, VR.LO));
        assertArrayEquals(bytes("<$B9\\\\!<(B\\b"), KANJI.encode("砿棔\\b", VR.LO));
    }

    @Test
    void backslashAsSecondByteOfGbkSeparatesNothing() {
        SpecificCharacterSet gbk = SpecificCharacterSet.of("GBK");
        byte[] value = {(byte) 0x81, 0x5c, '\\', (byte) 0x95, 0x5c};

        assertEquals(List.of("乗", "昞"), gbk.decodeValues(value, 0, 5, VR.LO));
        assertEquals(List.of("乗", "昞"), SpecificCharacterSet.of("GB18030").decodeValues(value, 0, 5, VR.LO));
        assertArrayEquals(value, gbk.encode("乗\\昞", VR.LO));
    }

    @Test
    void valuesKeepTheirOrderAndEmptinessAndSingleValuesStayWhole() {
        assertEquals(List.of("", "a", "", "b "), ASCII.decodeValues(bytes("\\a\\\\b "), 0, 6, VR.LO));
        assertEquals(List.of("a\\b"), ASCII.decodeValues(bytes("a\\b"), 0, 3, VR.ST));
        assertEquals(List.of(""), ASCII.decodeValues(new byte[0], 0, 0, VR.LO));
    }

    @Test
    void eachValueMayDesignateItsOwnSet() {
        assertEquals(List.of("山", "A", "田"), KANJI.decodeValues(bytes("<$B;3<(B\\A\\<$BED<(B"), 0, 19, VR.SH));
        assertArrayEquals(bytes("<$B;3<(B\\A\\<$BED<(B"), KANJI.encode("山\\A\\田", VR.SH));
    }

    @Test
    void escapeSequencesThatAreNotAnnouncedAreHonoured() {
        assertEquals("山^A", decode(ASCII, "<$B;3<(B^A", VR.PN));
        assertEquals("\u00e9\u042e", decode(LATIN, "\u00e9<-L\u00ce", VR.LO));
        assertEquals("홍", decode(LATIN, "<$)C\u00c8\u00ab", VR.LO));
        // Forms that DICOM does not use: JIS C 6226-1978, the long form of JIS X 0208, katakana in G0.
        assertEquals("山山ﾔ", decode(ASCII, "<$@;3<$(B;3<(IT<(B", VR.LO));
    }

    @Test
    void bytesBehindAForgottenEscapeAreTheOnlySetThereIsForThem() {
        assertEquals("洪^吉洞", decode(KOREAN, "\u00fb\u00f3^\u00d1\u00ce\u00d4\u00d7", VR.PN));
        assertEquals("홍", decode(SpecificCharacterSet.of("ISO_IR 149"), "\u00c8\u00ab", VR.LO));
        assertEquals("\ufffd\ufffd", decode(SpecificCharacterSet.of("", "ISO 2022 IR 149", "ISO 2022 IR 58"),
                "\u00c8\u00ab", VR.LO));
    }

    @Test
    void unknownEscapeSequencesStayVisible() {
        assertEquals("a\u001b(ZbA", decode(ASCII, "a<(ZbA", VR.LO));
        assertEquals("山\u001b(HTaro", decode(KANJI, "<$B;3<(HTaro", VR.LO));
        assertEquals("\u001b-Z\ufffd\\\u00e9", decode(LATIN, "<-Z\u00e9\\\u00e9", VR.LO));
        assertEquals("\u001b$)Z\ufffd", decode(LATIN, "<$)Z\u00e9", VR.LO));
        assertEquals("\u001bNx\u001b%G\u00e9", decode(LATIN, "<Nx<%G\u00e9", VR.LO));
        assertEquals("x\u001b", decode(LATIN, "x<", VR.LO));
        assertEquals("x\u001b$(", decode(LATIN, "x<$(", VR.LO));
        assertEquals("\u001b(^\u00e9", decode(LATIN, "<(^\u00e9", VR.PN));
        assertEquals("\u001b\u001b(", decode(LATIN, "<<(", VR.PN));
    }

    @Test
    void escapeIsACharacterLikeOthersInUtf8() {
        assertEquals("\u001b$B;3é", decode(SpecificCharacterSet.UTF_8, "<$B;3\u00c3\u00a9", VR.LO));
    }

    @Test
    void whatIsNoCharacterBecomesOneReplacementCharacter() {
        assertEquals("a\ufffdb", decode(ASCII, "a\u00e9b", VR.LO));
        assertEquals("\ufffd^b", decode(KOREAN, "<$)C\u00c8^b", VR.PN));
        assertEquals("\ufffdA홍", decode(KOREAN, "<$)C\u00c8A\u00c8\u00ab", VR.LO));
        assertEquals("\ufffd", decode(KANJI, "<$B;", VR.LO));
        assertEquals("\ufffd山", decode(KANJI, "<$B)!;3", VR.LO));
        assertEquals("\ufffd山", decode(KANJI, "<$B;<$B;3", VR.LO));
        assertEquals("\ufffdb", decode(SpecificCharacterSet.UTF_8, "\u00e9b", VR.LO));
    }

    @Test
    void spaceIsASpaceInEveryState() {
        assertEquals("山 田", decode(KANJI, "<$B;3 ED<(B", VR.LO));
    }

    @Test
    void yenSignIsADelimiterWhereThereMayBeSeveralValues() {
        SpecificCharacterSet romaji = SpecificCharacterSet.of("ISO_IR 13");

        assertEquals(List.of("a", "b\u203e"), romaji.decodeValues(bytes("a\\b~"), 0, 4, VR.LO));
        assertEquals("a\u00a5b", decode(romaji, "a\\b", VR.LT));
        assertArrayEquals(bytes("a\\b~"), romaji.encode("a\u00a5b\u203e", VR.LT));
        assertArrayEquals(bytes("a\\b"), romaji.encode("a\\b", VR.LO));
        assertFalse(romaji.canEncode("\u00a5", VR.LO));
        assertFalse(romaji.canEncode("\\", VR.LT));
        assertFalse(romaji.canEncode("~", VR.LO));
    }

    @Test
    void everyInitialSetReturnsBeforeDelimitersAndTheEnd() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 87");

        assertArrayEquals(bytes("\u00e9<-L\u00ce<$B;3<(B<-A\\\u00e9<-L\u00ce<-A"), set.encode("éЮ山\\éЮ", VR.LO));
        assertArrayEquals(bytes("<$B;3<(B\r\nA"), set.encode("山\r\nA", VR.LT));
        assertArrayEquals(bytes("<-L\u00ce^\u00ce<-A"), set.encode("Ю^Ю", VR.LO));
        assertArrayEquals(bytes("<-L\u00ce<-A^<-L\u00ce<-A"), set.encode("Ю^Ю", VR.PN));
    }

    @Test
    void charactersStayInTheStateThatHasThem() {
        SpecificCharacterSet set = SpecificCharacterSet.of("", "ISO 2022 IR 13", "ISO 2022 IR 87");

        assertArrayEquals(bytes("a<)I\u00d4<$B;3ED\u00cf<(Bb\u00c0"), set.encode("aﾔ山田ﾏbﾀ", VR.LO));
        assertArrayEquals(bytes("<(J\\a<(B~"), set.encode("\u00a5a~", VR.LT));
    }

    @Test
    void aWriterIsRefusedOrGetsOneQuestionMarkForEachCharacter() {
        String text = "aЮ😀\ud800b\u001b";

        assertFalse(LATIN.canEncode(text, VR.LO));
        assertThrows(IllegalArgumentException.class, () -> LATIN.encode(text, VR.LO));
        assertArrayEquals(bytes("a???b?"), LATIN.encodeReplacing(text, VR.LO));
        assertArrayEquals(bytes("?<$B;3<(B?"), KANJI.encodeReplacing("é山é", VR.LO));
        assertArrayEquals(bytes("a?b"), SpecificCharacterSet.UTF_8.encodeReplacing("a\ud800b", VR.LO));
        assertFalse(SpecificCharacterSet.UTF_8.canEncode("a\ud800b", VR.LO));
        assertFalse(LATIN.canEncode("\ufffd", VR.LO));
    }

    @Test
    void errorsHoldNoneOfTheText() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> LATIN.encode("Ivanov Ю", VR.PN));

        assertFalse(error.getMessage().contains("Ivanov"));
        assertFalse(error.getMessage().contains("Ю"));
    }

    @Test
    void singleTermsDoNotEscape() {
        assertFalse(LATIN.canEncode("Ю", VR.LO));
        assertTrue(SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 144").canEncode("Ю", VR.LO));
    }

    @Test
    void anotherCharacterSetReadsAFileThatLies() {
        assertEquals("Ю", SpecificCharacterSet.of("ISO_IR 144").decode(bytes("\u00ce"), 0, 1, VR.LO));
        assertEquals("Î", LATIN.decode(bytes("\u00ce"), 0, 1, VR.LO));
    }
}
