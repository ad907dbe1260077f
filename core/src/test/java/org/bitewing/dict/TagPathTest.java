package org.bitewing.dict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths to elements, as text and back. */
class TagPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "(0010,0010) (0010,0010)", "0010,0010 (0010,0010)", "00100010 (0010,0010)", "PatientName (0010,0010)",
        "(0040,0275)[0].(0040,0007) (0040,0275)[0].(0040,0007)",
        "RequestAttributesSequence[12].ScheduledProcedureStepDescription (0040,0275)[12].(0040,0007)",
        "(0040,0275)[*].(0040,0007) (0040,0275)[*].(0040,0007)", "(0040,0275)[3] (0040,0275)[3]",
        "7FE00010 (7fe0,0010)", "(0008,1140)[0].(0008,1140)[1].PatientID (0008,1140)[0].(0008,1140)[1].(0010,0020)"})
    void everyFormIsReadAndPrintedInNumbers(String text, String printed) {
        TagPath path = TagPath.parse(text);
        assertEquals(printed, path.toString());
        assertEquals(path, TagPath.parse(printed));
        assertEquals(path.hashCode(), TagPath.parse(printed).hashCode());
    }

    @Test
    void theStepsCanBeAskedFor() {
        TagPath path = TagPath.parse("(0040,0275)[7].(0040,0007)");
        assertEquals(2, path.size());
        assertEquals(0x00400275, path.tag(0));
        assertEquals(7, path.item(0));
        assertEquals(0x00400007, path.tag(1));
        assertEquals(TagPath.NO_ITEM, path.item(1));
        assertEquals(TagPath.EVERY_ITEM, TagPath.parse("(0040,0275)[*]").item(0));
        assertEquals(path, TagPath.ROOT.item(0x00400275, 7).element(0x00400007));
        assertTrue(TagPath.ROOT.isRoot());
        assertEquals("", TagPath.ROOT.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"'' 1", "Patientname 1", "(0010,0010 1", "(0010) 1", "(00100010 1",
        "PatientName. 13", ".PatientName 1", "(0040,0275)[ 12", "(0040,0275)[] 12", "(0040,0275)[-1] 12",
        "(0040,0275)[x] 12", "(0040,0275)[1234567890] 12", "(0040,0275)[0]x 15", "(0040,0275)[0]. 16",
        "(0040,0275)[0](0040,0007) 15", "(00g0,0010) 1", "(0010,0010)x 12"})
    void whatIsNoPathIsAnErrorThatNamesTheCharacter(String text, int character) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TagPath.parse(text));
        assertTrue(error.getMessage().contains("at character " + character + ":"), error.getMessage());
        assertTrue(error.getMessage().startsWith("\"" + text + "\""), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PatientName.PatientID", "(0010,0010).(0010,0020)"})
    void whatGoesOnIntoAnElementNamesAnItem(String text) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> TagPath.parse(text));
        assertTrue(error.getMessage().contains("item"), error.getMessage());
    }

    @Test
    void itemsCountFromZero() {
        assertThrows(IllegalArgumentException.class, () -> TagPath.ROOT.item(0x00400275, -1));
        assertThrows(IllegalArgumentException.class, () -> TagPath.of(0x00100010).element(0x00100020));
    }
}
