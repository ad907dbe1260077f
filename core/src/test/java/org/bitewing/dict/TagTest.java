package org.bitewing.dict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TagTest {

    @Test
    void textIsLowerCaseInParentheses() {
        assertEquals("(0010,0010)", Tag.toString(Tag.PatientName));
        assertEquals("(fffe,e0dd)", Tag.toString(0xfffee0dd));
        assertEquals("(89ab,cdef)", Tag.toString(0x89abcdef));
    }

    @Test
    void eightDigitsOfEitherCaseWithOrWithoutCommaAreATag() {
        assertEquals(OptionalInt.of(0xfffee0dd), Tag.parse("FFFE,e0DD"));
        assertEquals(OptionalInt.of(0x00100010), Tag.parse("00100010"));
    }

    @Test
    void anythingElseIsNone() {
        for (String text : new String[] {"", "0010", "0010,001", "0010,00100", "(0010,0010)", "0010-0010", "+0100010",
            "0010,,010", "00100,010", "0010001g", "\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661"}) {
            assertEquals(OptionalInt.empty(), Tag.parse(text), text);
        }
    }
}
