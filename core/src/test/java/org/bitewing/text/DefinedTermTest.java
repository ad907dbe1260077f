package org.bitewing.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinedTermTest {

    private static String decode(SpecificCharacterSet set, int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            value[i] = (byte) bytes[i];
        }
        return set.decode(value, 0, value.length, VR.LO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO_IR 100", "ISO_IR 101", "ISO_IR 109", "ISO_IR 110", "ISO_IR 144", "ISO_IR 127",
            "ISO_IR 126", "ISO_IR 138", "ISO_IR 148", "ISO_IR 203", "ISO_IR 13", "ISO_IR 166", "ISO_IR 192", "GB18030",
            "GBK", "ISO 2022 IR 100", "\\ISO 2022 IR 6", "ISO 2022 IR 6\\ISO 2022 IR 87",
            "ISO 2022 IR 100\\ISO 2022 IR 101", "ISO 2022 IR 109\\ISO 2022 IR 110",
            "ISO 2022 IR 144\\ISO 2022 IR 127", "ISO 2022 IR 126\\ISO 2022 IR 138",
            "ISO 2022 IR 148\\ISO 2022 IR 203", "ISO 2022 IR 13\\ISO 2022 IR 166", "\\ISO 2022 IR 87",
            "\\ISO 2022 IR 159", "\\ISO 2022 IR 149", "\\ISO 2022 IR 58"})
    void termsOfTheStandardNeedNoCorrection(String value) {
        SpecificCharacterSet set = SpecificCharacterSet.parse(value);

        assertEquals(List.of(), set.corrections());
        assertEquals(value.equals("\\ISO 2022 IR 6") ? "" : value, set.toString());
    }

    @ParameterizedTest
    @CsvSource({"ISO-IR 100, ISO_IR 100", "ISO IR 100, ISO_IR 100", "ISO_IR100, ISO_IR 100", "IR 100, ISO_IR 100",
            "ISO8859-1, ISO_IR 100", "ISO-8859-1, ISO_IR 100", "ISO 8859-1, ISO_IR 100", "latin1, ISO_IR 100",
            "iso_ir 100, ISO_IR 100", "ISO 2022 IR100, ISO_IR 100", "ISO 2022 100, ISO_IR 100",
            "ISO_2022_IR_100, ISO_IR 100", "ISO-2022-IR-100, ISO_IR 100", "ISO_8859-15, ISO_IR 203",
            "iso_ir 192, ISO_IR 192", "ISO IR 192, ISO_IR 192", "ISO 2022 IR 192, ISO_IR 192", "UTF-8, ISO_IR 192",
            "UTF8, ISO_IR 192", "ISO 2022 GBK, GBK", "GB2312, GBK", "ISO 2022 GB18030, GB18030", "gb18030, GB18030",
            "ISO_IR 6, ''", "ASCII, ''", "ISO_2022_IR_6, ''", "ISO_IR 87, \\ISO 2022 IR 87",
            "ISO_IR 149, \\ISO 2022 IR 149", "ISO_IR 58, \\ISO 2022 IR 58", "ISO 2022 IR 87, \\ISO 2022 IR 87"})
    void wrongSpellingsAreUnderstoodAndReported(String value, String expected) {
        SpecificCharacterSet set = SpecificCharacterSet.parse(value);

        assertEquals(expected, set.toString());
        assertFalse(set.corrections().isEmpty());
        assertTrue(set.corrections().get(0).startsWith("'" + value + "' "), set.corrections().toString());
    }

    @Test
    void paddingIsNotPartOfATerm() {
        assertEquals(List.of("", "ISO 2022 IR 87"), SpecificCharacterSet.parse(" \\ISO 2022 IR 87 ").definedTerms());
        assertEquals(List.of("ISO_IR 100"), SpecificCharacterSet.of("ISO_IR 100\0").definedTerms());
        assertEquals(List.of(), SpecificCharacterSet.of("ISO_IR 100\0").corrections());
    }

    @Test
    void noValueIsTheDefaultRepertoire() {
        assertEquals(SpecificCharacterSet.ASCII, SpecificCharacterSet.parse(""));
        assertEquals(List.of(), SpecificCharacterSet.parse("").definedTerms());
        assertEquals(List.of(), SpecificCharacterSet.of(List.of()).corrections());
    }

    @Test
    void termsWithoutAndWithCodeExtensionsAreNotMixed() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO_IR 13", "ISO_IR 87");

        assertEquals(List.of("ISO 2022 IR 13", "ISO 2022 IR 87"), set.definedTerms());
        assertEquals(List.of("'ISO_IR 13' is read as ISO 2022 IR 13", "'ISO_IR 87' is read as ISO 2022 IR 87"),
                set.corrections());
    }

    @Test
    void unknownTermsAreLeftOutOrIsoIr6() {
        SpecificCharacterSet first = SpecificCharacterSet.of("ISO_IR 42");
        SpecificCharacterSet second = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 165");

        assertEquals(List.of(), first.definedTerms());
        assertEquals(List.of("'ISO_IR 42' is not a defined term; ISO IR 6 is used"), first.corrections());
        assertEquals("A\ufffd", decode(first, 'A', 0xe9));
        assertEquals(List.of("ISO 2022 IR 100"), second.definedTerms());
        assertEquals(List.of("'ISO 2022 IR 165' is not a defined term, and left out"), second.corrections());
    }

    @Test
    void aTermThatStandsAloneRulesBehindIsoIr6AndIsLeftOutBehindOthers() {
        SpecificCharacterSet behindNone = SpecificCharacterSet.of("", "ISO_IR 192");
        SpecificCharacterSet first = SpecificCharacterSet.of("GBK", "ISO 2022 IR 58");
        SpecificCharacterSet behindLatin = SpecificCharacterSet.of("ISO 2022 IR 100", "GB18030", "ISO 2022 IR 87");

        assertEquals(SpecificCharacterSet.UTF_8, behindNone);
        assertEquals(List.of("GBK"), first.definedTerms());
        assertEquals(List.of("ISO 2022 IR 100", "ISO 2022 IR 87"), behindLatin.definedTerms());
        assertEquals(1, behindNone.corrections().size());
        assertEquals(1, first.corrections().size());
        assertEquals(1, behindLatin.corrections().size());
    }

    @Test
    void correctionsAreFewAndShortHoweverManyValuesThereAre() {
        SpecificCharacterSet set = SpecificCharacterSet.of(Collections.nCopies(30_000, "\u00e9\n" + "x".repeat(999)));

        assertEquals(32, set.corrections().size());
        assertEquals("'??xxxxxxxxxxxxxx' is not a defined term; ISO IR 6 is used", set.corrections().get(0));
    }
}
