package org.bitewing.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomBytes;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the getters of {@link Attributes} make of the values of every VR (PS3.5 6.2). */
class TypedGettersTest {
    private static final int TAG = 0x00091010;

    private static DataSet read(DicomBytes bytes) {
        try {
            return DataSetReader.read(ByteSource.of(bytes.bytes()),
                    ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DataSet text(String vr, String text) {
        return read(DicomBytes.explicit().text(TAG, vr, text));
    }

    private static DicomException wrong(Runnable question) {
        DicomException error = assertThrows(DicomException.class, question::run);
        assertEquals(DicomException.Kind.VALUE, error.kind());
        return error;
    }

    // ---- text ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "PN", "SH", "TM"})
    void spacesAtBothEndsDoNotCount(String vr) {
        assertEquals(List.of("1", "2"), text(vr, " 1 \\2  ").texts(TAG));
        assertEquals(Optional.of("1\\2"), text(vr, " 1 \\2  ").text(TAG));
        assertEquals(List.of(), text(vr, "  ").texts(TAG));
        assertEquals(List.of("", "1", ""), text(vr, "\\1\\").texts(TAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LT", "ST", "UT", "UR"})
    void inLongTextLeadingSpacesAndBackslashesCount(String vr) {
        assertEquals(List.of(" a\\b"), text(vr, " a\\b  ").texts(TAG));
    }

    @Test
    void unlimitedCharactersHaveSeveralValuesAndLeadingSpaces() {
        assertEquals(List.of(" a", "b"), text("UC", " a\\b ").texts(TAG));
    }

    @Test
    void identifiersArePaddedWithNul() {
        assertEquals(Optional.of("1.2.3"), text("UI", "1.2.3").uid(TAG));
        assertEquals(List.of("1.2", "1.3"), text("UI", "1.2\\1.3").texts(TAG));
        assertEquals(Optional.empty(), text("UI", "").uid(TAG));
    }

    @Test
    void numbersAndTagsHaveATextForm() {
        DataSet set = read(DicomBytes.explicit().number(TAG, "SS", 2, -5, 7).number(TAG + 1, "UV", 8, -1)
                .number(TAG + 2, "AT", 2, 0x0010, 0x0020).number(TAG + 3, "FL", 4, Float.floatToIntBits(0.1f))
                .number(TAG + 4, "FD", 8, Double.doubleToLongBits(0.1)));
        assertEquals(Optional.of("-5\\7"), set.text(TAG));
        assertEquals(Optional.of("18446744073709551615"), set.text(TAG + 1));
        assertEquals(Optional.of("(0010,0020)"), set.text(TAG + 2));
        assertEquals(Optional.of("0.1"), set.text(TAG + 3));
        assertEquals(Optional.of("0.1"), set.text(TAG + 4));
    }

    @Test
    void bytesAndSequencesAreNoText() {
        DataSet set = read(DicomBytes.explicit().element(TAG, "OB", (byte) 1, (byte) 2)
                .undefined(TAG + 1, "SQ", s -> s.undefinedItem(item -> { })));
        assertEquals("(0009,1010)", wrong(() -> set.text(TAG)).location().path().toString());
        wrong(() -> set.text(TAG + 1));
        wrong(() -> set.ints(TAG));
        wrong(() -> set.items(TAG));
        wrong(() -> set.bytes(TAG + 1));
    }

    @Test
    void textIsDecodedWithTheCharacterSetOfItsDataSetOrItem() {
        DataSet set = read(DicomBytes.explicit().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 100")
                .undefined(0x00081140, "SQ", s -> s.undefinedItem(item -> item.text(0x00104000, "LT", "h\u00e9"))
                        .undefinedItem(item -> item.text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192")
                                .element(0x00104000, "LT", "h\u00e9 ".getBytes(StandardCharsets.UTF_8))))
                .text(0x00104000, "LT", "h\u00e9"));
        assertEquals(Optional.of("h\u00e9"), set.text(0x00104000));
        for (Item item : set.items(0x00081140)) {
            assertEquals(Optional.of("h\u00e9"), item.text(0x00104000));
        }
    }

    // ---- persons ---------------------------------------------------------------------------------------------------

    @Test
    void aNameHasGroupsAndComponents() {
        DataSet set = text("PN", "Yamada^Tarou^M^Dr^Jr=Y^T=y");
        PersonName name = set.personName(TAG).orElseThrow();
        assertEquals(new PersonName.Group("Yamada", "Tarou", "M", "Dr", "Jr"), name.alphabetic());
        assertEquals(new PersonName.Group("Y", "T", "", "", ""), name.ideographic());
        assertEquals("y", name.phonetic().family());
        assertEquals("Yamada^Tarou^M^Dr^Jr=Y^T=y", name.toString());
    }

    @ParameterizedTest
    @CsvSource({"Doe,Doe", "Doe^John^^,Doe^John", "^John,^John", "=^I,=^I", "A=B=,A=B", "'Doe ^ John',Doe^John"})
    void emptyEndsOfANameFallAway(String stored, String printed) {
        assertEquals(printed, text("PN", stored).personName(TAG).orElseThrow().toString());
    }

    @Test
    void severalNamesAreSeveralValues() {
        assertEquals(List.of("A^B", "C"), text("PN", "A^B\\C").personNames(TAG).stream().map(PersonName::toString).toList());
        assertEquals(Optional.empty(), text("PN", "").personName(TAG));
        assertTrue(PersonName.parse("").alphabetic().isEmpty());
    }

    // ---- numbers ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"SS,2,-32768", "SS,2,32767", "US,2,65535", "SL,4,-2147483648", "SL,4,2147483647", "UL,4,4294967295",
        "SV,8,-9223372036854775808", "SV,8,9223372036854775807", "OW,2,65535", "OL,4,4294967295"})
    void binaryIntegersKeepTheirRange(String vr, int size, long value) {
        DataSet set = read(DicomBytes.explicit().number(TAG, vr, size, value, 1));
        assertArrayEquals(new long[] {value, 1}, set.longs(TAG));
        assertEquals(List.of(BigDecimal.valueOf(value), BigDecimal.ONE), set.decimals(TAG));
        assertArrayEquals(new double[] {value, 1}, set.doubles(TAG));
        if (value == (int) value) {
            assertArrayEquals(new int[] {(int) value, 1}, set.ints(TAG));
        } else {
            wrong(() -> set.ints(TAG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UV", "OV"})
    void the64thBitIsNoSign(String vr) {
        DataSet set = read(DicomBytes.explicit().number(TAG, vr, 8, -1));
        assertEquals(List.of(new BigDecimal("18446744073709551615")), set.decimals(TAG));
        assertArrayEquals(new double[] {1.8446744073709552e19}, set.doubles(TAG));
        wrong(() -> set.longs(TAG));
    }

    @Test
    void decimalStringsAreExact() {
        DataSet set = text("DS", "1.50\\-0.1\\+3e5\\1E-3");
        assertEquals(List.of(new BigDecimal("1.50"), new BigDecimal("-0.1"), new BigDecimal("3e5"),
                new BigDecimal("1E-3")), set.decimals(TAG));
        assertEquals(2, set.decimals(TAG).get(0).scale());
        assertArrayEquals(new double[] {1.5, -0.1, 300000, 0.001}, set.doubles(TAG));
        assertEquals(OptionalDouble.of(1.5), set.number(TAG));
        wrong(() -> set.ints(TAG));
        assertArrayEquals(new int[] {300000}, text("DS", "3e5").ints(TAG));
    }

    @Test
    void integerStringsAreExact() {
        assertArrayEquals(new int[] {1, -2, 3}, text("IS", "1\\-2\\+3").ints(TAG));
        assertEquals(OptionalInt.of(2147483647), text("IS", "2147483647").integer(TAG));
        wrong(() -> text("IS", "2147483648").ints(TAG));
        wrong(() -> text("IS", "1.5").longs(TAG));
        assertEquals(OptionalInt.empty(), text("IS", "").integer(TAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,5", "1 2", "0x10", "--1", "1e", "1e99999999", "NaN", "Infinity",
        "11111111111111111111111111111111111111111111111111111111111111111"})
    void whatIsNoNumberIsAnErrorThatDoesNotTellIt(String text) {
        DicomException error = wrong(() -> text("DS", text).doubles(TAG));
        assertFalse(error.getMessage().contains(text), error.getMessage());
        assertTrue(error.getMessage().contains("(0009,1010)"), error.getMessage());
    }

    @Test
    void floatingPointNumbersOfBothSizes() {
        DataSet set = read(DicomBytes.explicit()
                .number(TAG, "FL", 4, Float.floatToIntBits(1.5f), Float.floatToIntBits(Float.NaN))
                .number(TAG + 1, "OF", 4, Float.floatToIntBits(-0.25f))
                .number(TAG + 2, "FD", 8, Double.doubleToLongBits(0.1))
                .number(TAG + 3, "OD", 8, Double.doubleToLongBits(Double.NEGATIVE_INFINITY)));
        assertArrayEquals(new double[] {1.5, Double.NaN}, set.doubles(TAG));
        assertArrayEquals(new double[] {-0.25}, set.doubles(TAG + 1));
        assertEquals(new BigDecimal(0.1), set.decimals(TAG + 2).get(0));
        assertArrayEquals(new double[] {Double.NEGATIVE_INFINITY}, set.doubles(TAG + 3));
        wrong(() -> set.decimals(TAG));
        wrong(() -> set.decimals(TAG + 3));
    }

    @Test
    void anIncompleteLastNumberIsLeftOut() {
        assertArrayEquals(new int[] {257}, read(DicomBytes.explicit().element(TAG, "US", new byte[] {1, 1, 1})).ints(TAG));
        assertArrayEquals(new int[0], read(DicomBytes.explicit().element(TAG, "UL", new byte[2])).ints(TAG));
    }

    @Test
    void tagsAreValues() {
        DataSet set = read(DicomBytes.explicit().number(TAG, "AT", 2, 0x0010, 0x0020, 0xfffe, 0xe000));
        assertArrayEquals(new int[] {0x00100020, 0xfffee000}, set.tags(TAG));
        wrong(() -> set.ints(TAG));
        wrong(() -> text("LO", "x").tags(TAG));
    }

    // ---- time ------------------------------------------------------------------------------------------------------

    @Test
    void datesAreRead() {
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), text("DA", "20240229").date(TAG));
        assertEquals(Optional.of(LocalDate.of(1993, 8, 22)), text("DA", "1993.08.22").date(TAG), "as before DICOM");
        assertEquals(Optional.empty(), text("DA", "").date(TAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20230229", "2024", "202402", "2024-02-29", "abcdefgh", "00000000", "20240101\\x"})
    void whatIsNoDateIsAnErrorUnlessTheFirstValueIsOne(String text) {
        if (text.contains("\\")) {
            assertEquals(LocalDate.of(2024, 1, 1), text("DA", text).date(TAG).orElseThrow());
        } else {
            assertFalse(wrong(() -> text("DA", text).date(TAG)).getMessage().contains(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"12,12:00,HOURS", "1230,12:30,MINUTES", "123015,12:30:15,SECONDS", "123015.5,12:30:15.5,MILLIS",
        "123015.123,12:30:15.123,MILLIS", "123015.000001,12:30:15.000001,MICROS", "235960,23:59:59,SECONDS",
        "12:30:15,12:30:15,SECONDS"})
    void timesAreAsPreciseAsTheyAreStored(String text, String time, ChronoUnit precision) {
        assertEquals(new DicomTime(LocalTime.parse(time), precision), text("TM", text).time(TAG).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "123", "12301", "1230151", "123015.", "123015.1234567", "250000", "126000", "12h", "-1"})
    void whatIsNoTimeIsAnError(String text) {
        wrong(() -> text("TM", text).time(TAG));
    }

    @ParameterizedTest
    @CsvSource({"2024,2024-01-01T00:00,YEARS,", "202402,2024-02-01T00:00,MONTHS,", "20240229,2024-02-29T00:00,DAYS,",
        "2024022912,2024-02-29T12:00,HOURS,", "20240229123015.5+0130,2024-02-29T12:30:15.5,MILLIS,+01:30",
        "2024-0500,2024-01-01T00:00,YEARS,-05:00"})
    void datesWithTimesAreAsPreciseAsTheyAreStored(String text, LocalDateTime start, ChronoUnit precision, String offset) {
        assertEquals(new DicomDateTime(start, precision, Optional.ofNullable(offset).map(ZoneOffset::of)),
                text("DT", text).dateTime(TAG).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "20240", "2024022", "202402291", "20240229+1", "20240229+9900", "20240229+00:00"})
    void whatIsNoDateWithTimeIsAnError(String text) {
        wrong(() -> text("DT", text).dateTime(TAG));
    }

    @Test
    void anInstantNeedsAnOffset() {
        assertEquals(Optional.of(Instant.parse("2024-02-29T11:00:00Z")), text("DT", "2024022912+0100").instant(TAG));
        assertEquals(Optional.empty(), text("DT", "2024022912").instant(TAG));
        DataSet set = read(DicomBytes.explicit().text(Tag.TimezoneOffsetFromUTC, "SH", "-0200")
                .text(TAG, "DT", "2024022912"));
        assertEquals(Optional.of(Instant.parse("2024-02-29T14:00:00Z")), set.instant(TAG));
    }

    // ---- UN and absence ----------------------------------------------------------------------------------------------

    @Test
    void anUnknownElementIsReadAsTheDictionarySays() {
        DataSet set = read(DicomBytes.explicit().element(Tag.PatientName, "UN", "A^B ".getBytes())
                .element(Tag.PatientID, "UN", "4711".getBytes())
                .element(Tag.Rows, "UN", (byte) 0, (byte) 2).text(0x00710010, "LO", "AGFA-AG_HPState")
                .element(0x00711018, "UN", (byte) 1, (byte) 2));
        assertEquals("A", set.personName(Tag.PatientName).orElseThrow().alphabetic().family());
        assertEquals(Optional.of("4711"), set.text(Tag.PatientID));
        assertEquals(OptionalInt.of(512), set.integer(Tag.Rows));
        assertEquals(VR.UN, set.meaning(set.element(0x00711018).orElseThrow()), "a sequence cannot be guessed");
        assertArrayEquals(new byte[] {0, 2}, set.bytes(Tag.Rows));
    }

    @Test
    void absentAndEmptyElementsGiveEmptyAnswers() {
        for (DataSet set : List.of(DataSet.builder().build(), text("UN", ""), text("OB", ""), text("SQ", ""))) {
            assertEquals(Optional.empty(), set.text(TAG));
            assertEquals(List.of(), set.texts(TAG));
            assertEquals(OptionalInt.empty(), set.integer(TAG));
            assertEquals(OptionalDouble.empty(), set.number(TAG));
            assertEquals(List.of(), set.decimals(TAG));
            assertArrayEquals(new int[0], set.tags(TAG));
            assertEquals(Optional.empty(), set.date(TAG));
            assertEquals(Optional.empty(), set.time(TAG));
            assertEquals(Optional.empty(), set.dateTime(TAG));
            assertEquals(Optional.empty(), set.instant(TAG));
            assertEquals(Optional.empty(), set.personName(TAG));
            assertEquals(List.of(), set.items(TAG));
        }
        assertFalse(DataSet.builder().build().contains(TAG));
        assertTrue(text("OB", "").contains(TAG));
    }

    @Test
    void privateElementsAreFoundByTheirCreator() {
        DataSet set = read(DicomBytes.explicit().text(0x00090010, "LO", "OTHER").text(0x00090011, "LO", "MINE")
                .text(0x00091005, "LO", "not mine").text(0x00091105, "LO", "mine"));
        assertEquals(OptionalInt.of(0x00091105), set.privateTag("MINE", 0x00090005));
        assertEquals("mine", set.text(set.privateElement("MINE", 0x00090005).orElseThrow().tag()).orElseThrow());
        assertEquals(Optional.empty(), set.privateElement("MINE", 0x00090006));
        assertEquals(Optional.empty(), set.privateElement("NOBODY", 0x00090005));
        assertEquals(OptionalInt.empty(), set.privateTag("MINE", 0x00100005), "no private group");
    }
}
