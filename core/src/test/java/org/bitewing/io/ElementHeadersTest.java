package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

/** Tags, VRs and lengths of elements (PS3.5 7.1), right and wrong, and where reading stops. */
class ElementHeadersTest {
    private static final ReadOptions BARE =
            ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);

    private static DicomBytes behind(DicomBytes in) {
        return in.text(0x00100010, "PN", "A^B");
    }

    private static final String BEHIND = "(0010,0010) PN 415e4220";

    private static DataSet read(DicomBytes bytes, ReadOptions options) throws IOException {
        return DataSetReader.read(ByteSource.of(bytes.bytes()), options);
    }

    private static List<Kind> problems(DicomBytes bytes) throws IOException {
        return read(bytes, BARE).problems().stream().map(Problem::kind).toList();
    }

    private static ReadOptions with(Tolerance tolerance) {
        return BARE.withTolerances(EnumSet.of(tolerance));
    }

    @Test
    void everyVRHasItsFormOfLength() throws IOException {
        DicomBytes bytes = DicomBytes.explicit();
        StringBuilder expected = new StringBuilder();
        int tag = 0x00091000;
        for (VR vr : VR.values()) {
            if (vr != VR.SQ) {
                bytes.element(tag++, vr.name(), new byte[8]);
                expected.append(vr).append(' ');
            }
        }
        StringBuilder found = new StringBuilder();
        for (String line : Events.of(bytes.bytes(), BARE)) {
            assertTrue(line.endsWith(" 0000000000000000"), line);
            found.append(line, 12, 14).append(' ');
        }
        assertEquals(expected.toString(), found.toString());
        assertEquals(List.of(), problems(bytes));
    }

    @Test
    void aVROfTheFutureHasALongLength() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().element(0x00091010, "ZZ", new byte[70_000]));
        DataSet set = read(bytes, BARE.withBulkThreshold(1 << 20));
        assertEquals(70_000, set.element(0x00091010).orElseThrow().length());
        assertEquals('Z' << 8 | 'Z', set.element(0x00091010).orElseThrow().vrCode());
        assertEquals(VR.UN, set.element(0x00091010).orElseThrow().vr());
        assertEquals("A^B", set.text(Tag.PatientName).orElseThrow());
        assertEquals(List.of(Kind.VR_UNKNOWN), problems(bytes));
    }

    @Test
    void aVRThatIsNoneHasAShortLength() throws IOException {
        for (String letters : List.of("zz", "??", "\0\0", "  ", "1A", "Pn")) {
            DicomBytes bytes = behind(DicomBytes.explicit().element(0x00091010, letters, (byte) 1, (byte) 2));
            List<String> events = Events.of(bytes.bytes(), BARE);
            assertEquals(List.of("(0009,1010) " + letters + " 0102", BEHIND), events);
            assertEquals(List.of(Kind.VR_INVALID), problems(bytes), letters);
        }
    }

    @Test
    void aVRThatIsNoneIsImplicitVRWhenToldSo() throws IOException {
        byte[] implicit = DicomBytes.implicit().text(0x00100020, "LO", "ID").bytes();
        DicomBytes bytes = behind(DicomBytes.explicit().raw(implicit));
        assertEquals(List.of("(0010,0020) LO 4944", BEHIND), Events.of(bytes.bytes(), with(Tolerance.IMPLICIT_ELEMENTS)));
    }

    @Test
    void theVROfTheDictionaryCountsWhenToldSo() throws IOException {
        byte[] item = DicomBytes.explicit().definedItem(inside -> { }).bytes();
        DicomBytes bytes = DicomBytes.explicit().element(0x00081140, "OB", item).text(0x00100010, "LO", "A^B")
                .number(0x00280010, "SS", 2, 1).text(0x00091010, "LO", "mine");
        assertEquals(List.of("(0008,1140) SQ 8 {", "item 0 <", ">", "}", BEHIND, "(0028,0010) US 0100",
                "(0009,1010) LO 6d696e65"), Events.of(bytes.bytes(), with(Tolerance.DICTIONARY_VR)));
    }

    @Test
    void oddLengthsAreReadAsTheyAre() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().element(0x00091010, "LO", (byte) 'a'));
        assertEquals(List.of("(0009,1010) LO 61", BEHIND), Events.of(bytes.bytes(), BARE));
        assertEquals(List.of(Kind.LENGTH_ODD), problems(bytes));
        assertThrows(DicomException.class, () -> read(bytes, BARE.strict()));
    }

    @Test
    void oddLengthsAreOneLongerWhenToldSo() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().header(0x00091010, "LO", 3).raw("abc "));
        assertEquals(List.of("(0009,1010) LO 61626320", BEHIND),
                Events.of(bytes.bytes(), with(Tolerance.EVEN_LENGTHS)));
    }

    @Test
    void aLengthThatIsNoMultipleOfTheNumbersIsAProblem() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().element(0x00091010, "UL", new byte[6])
                .element(0x00091011, "FD", new byte[12]).element(0x00091012, "US", new byte[3]);
        assertEquals(List.of(Kind.LENGTH_MULTIPLE, Kind.LENGTH_MULTIPLE, Kind.LENGTH_MULTIPLE, Kind.LENGTH_ODD),
                problems(bytes));
    }

    @Test
    void claimedLengthsThatAreNotThereAreErrorsBeforeAnythingIsAllocated() {
        for (String vr : List.of("OW", "UT", "UN", "OB", "UV", "ZZ")) {
            DicomBytes bytes = DicomBytes.explicit().header(0x00091010, vr, 0xfffffffeL).raw(new byte[100]);
            DicomException error = assertThrows(DicomException.class, () -> read(bytes, BARE));
            assertEquals(DicomException.Kind.LENGTH, error.kind());
            assertEquals(0xfffffffeL, error.length());
            assertEquals(100, error.there());
            assertThrows(DicomException.class, () -> DataSetReader.read(
                    ByteSource.of(new ByteArrayInputStream(bytes.bytes()), "stream"), BARE));
        }
    }

    @Test
    void anUndefinedLengthIsForSequencesAndFragmentsOnly() {
        for (String vr : List.of("OB", "OW", "UT", "UC", "OV")) {
            DicomBytes bytes = behind(DicomBytes.explicit().header(0x00091010, vr, DicomBytes.UNDEFINED).item(0)
                    .sequenceEnd());
            DicomException error = assertThrows(DicomException.class, () -> read(bytes, BARE), vr);
            assertTrue(error.reason().contains("undefined length"), error.reason());
        }
    }

    @Test
    void theHighestAndTheLowestTagAreElements() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().text(0, "LO", "low ").text(-1, "LO", "high");
        DataSet set = read(bytes, BARE);
        assertEquals("low", set.text(0).orElseThrow());
        assertEquals("high", set.text(-1).orElseThrow());
        DicomBytes wrong = DicomBytes.explicit().element(0, "LO", (byte) 1);
        assertEquals("(0000,0000)", read(wrong, BARE).problems().get(0).location().path().toString());
    }

    @Test
    void otherTagsOfTheGroupOfItemsAreElements() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().text(0xfffe1030, "LO", "damage").text(0xfffee00c, "LO", "damage");
        assertEquals(2, read(bytes, BARE).elements().size());
    }

    @Test
    void unorderedElementsAreSortedAndTheFirstOfTwinsStays() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().text(0x00100020, "LO", "ID").text(0x00100010, "PN", "first ")
                .text(0x00100010, "PN", "second");
        DataSet set = read(bytes, BARE);
        assertEquals(List.of(0x00100010, 0x00100020), set.elements().stream().map(element -> element.tag()).toList());
        assertEquals("first", set.text(Tag.PatientName).orElseThrow());
        assertEquals(List.of(Kind.ORDER, Kind.ORDER, Kind.DUPLICATE), problems(bytes));
        assertEquals("(0010,0010)", set.problems().get(2).location().path().toString());
    }

    @Test
    void aTwinInAnItemIsNamedByItsPath() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().undefined(0x00081140, "SQ", s -> s
                .undefinedItem(item -> item.text(0x0020000d, "UI", "1.2.4"))
                .undefinedItem(item -> item.text(0x00100010, "PN", "one ").text(0x00100010, "PN", "two ")))
                .text(0x0020000d, "UI", "1.2.5");
        assertEquals(List.of("(0008,1140)[1].(0010,0010)"), read(bytes, BARE).problems().stream()
                .map(problem -> problem.location().path().toString()).toList());
    }

    // ---- where reading stops ---------------------------------------------------------------------------------------

    private static DicomBytes five() {
        return DicomBytes.explicit().text(0x00080018, "UI", "1.2.3")
                .undefined(0x00081140, "SQ", s -> s.undefinedItem(item -> item.text(0x0020000d, "UI", "1.2.4")))
                .text(0x00100010, "PN", "A^B").text(0x0020000d, "UI", "1.2.5").header(0x7fe00010, "OW", 999_999);
    }

    @Test
    void theReaderKnowsWhereItStopped() throws IOException {
        assertEquals(OptionalInt.of(Tag.PatientName), stoppedAt(BARE.stopBefore(Tag.PatientName)));
        assertEquals(OptionalInt.of(Tag.StudyInstanceUID), stoppedAt(BARE.stopBefore(Tag.PatientID)));
        assertEquals(OptionalInt.of(Tag.PatientName), stoppedAt(BARE.stopAfter(Tag.PatientName)));
        assertEquals(OptionalInt.empty(), stoppedAt(BARE.keepDamaged().stopAfter(Tag.PatientID)));
        assertEquals(OptionalInt.empty(), stoppedAt(BARE.keepDamaged()));
    }

    private static OptionalInt stoppedAt(ReadOptions options) throws IOException {
        try (DataSetReader reader = DataSetReader.of(ByteSource.of(five().bytes()), options)) {
            reader.read();
            return reader.stoppedAt();
        }
    }

    @Test
    void readingStopsBeforeATag() throws IOException {
        assertEquals(2, read(five(), BARE.stopBefore(Tag.PatientName)).elements().size());
        assertEquals(2, read(five(), BARE.stopBefore(Tag.PatientName - 1)).elements().size(), "the next one counts, too");
        DataSet set = read(five(), BARE.stopBefore(Tag.PixelData));
        assertEquals(4, set.elements().size());
        assertEquals("1.2.4", set.items(Tag.ReferencedImageSequence).get(0).uid(Tag.StudyInstanceUID).orElseThrow(),
                "tags in items do not stop");
    }

    @Test
    void readingStopsBehindATag() throws IOException {
        assertEquals(4, read(five(), BARE.stopAfter(Tag.StudyInstanceUID)).elements().size());
        assertEquals(2, read(five(), BARE.stopAfter(Tag.ReferencedImageSequence)).elements().size());
        assertThrows(DicomException.class, () -> read(five(), BARE.stopAfter(Tag.StudyInstanceUID + 1)),
                "an element that is not there does not stop");
    }

    @Test
    void stoppingDoesNotConcernTheMetaInformation() throws IOException {
        DicomBytes file = DicomBytes.file("1.2.840.10008.1.2.1").raw(five().bytes());
        DataSet set = read(file, ReadOptions.defaults().stopBefore(0x00010000));
        assertEquals(List.of(0x00020000, 0x00020010), set.elements().stream().map(element -> element.tag()).toList());
    }

    // ---- limits ----------------------------------------------------------------------------------------------------

    @Test
    void memoryIsLimited() {
        DicomBytes bytes = DicomBytes.explicit();
        for (int i = 0; i < 2000; i++) {
            bytes.element(0x00091000 + i, "UN", new byte[100]);
        }
        ReadOptions little = BARE.withLimits(Limits.defaults().withMemory(100_000));
        DicomException error = assertThrows(DicomException.class, () -> read(bytes, little));
        assertEquals(DicomException.Kind.LIMIT, error.kind());
        assertTrue(error.reason().contains("Limits.memory 100000"), error.reason());
    }

    @Test
    void manyEmptyElementsAndItemsCostMemoryToo() {
        DicomBytes items = DicomBytes.explicit().header(0x00081140, "SQ", DicomBytes.UNDEFINED);
        for (int i = 0; i < 2000; i++) {
            items.item(0);
        }
        items.sequenceEnd();
        ReadOptions little = BARE.withLimits(Limits.defaults().withMemory(100_000));
        assertEquals(DicomException.Kind.LIMIT, assertThrows(DicomException.class, () -> read(items, little)).kind());
        DicomBytes fragments = DicomBytes.explicit().header(0x7fe00010, "OB", DicomBytes.UNDEFINED);
        for (int i = 0; i < 3000; i++) {
            fragments.item(0);
        }
        fragments.sequenceEnd();
        assertEquals(DicomException.Kind.LIMIT,
                assertThrows(DicomException.class, () -> read(fragments, little)).kind());
    }

    @Test
    void aLargeValueOfAStreamIsBoundByMemoryUnlessItsHeadIsEnough() throws IOException {
        byte[] bytes = behind(DicomBytes.explicit().element(0x00091010, "OB", new byte[500_000])).bytes();
        ReadOptions little = BARE.withLimits(Limits.defaults().withMemory(300_000));
        DicomException error = assertThrows(DicomException.class,
                () -> DataSetReader.read(ByteSource.of(new ByteArrayInputStream(bytes), "stream"), little));
        assertEquals(DicomException.Kind.LIMIT, error.kind());
        DataSet set = DataSetReader.read(ByteSource.of(new ByteArrayInputStream(bytes), "stream"), little.discardBulk());
        BulkValue value = assertInstanceOf(BulkValue.class, set.element(0x00091010).orElseThrow());
        assertEquals(500_000, value.length());
        assertEquals("A^B", set.text(Tag.PatientName).orElseThrow());
        assertThrows(IOException.class, () -> value.data().bytes(), "what was not kept cannot be read");
    }

    @Test
    void problemsAreLimitedAndTheRestIsCounted() throws IOException {
        DicomBytes bytes = DicomBytes.explicit();
        for (int i = 0; i < 50; i++) {
            bytes.element(0x00091000 + i, "LO", (byte) 'x');
        }
        List<Problem> problems = read(bytes, BARE.withLimits(Limits.defaults().withProblems(10))).problems();
        assertEquals(11, problems.size());
        assertEquals(Kind.UNLISTED, problems.get(10).kind());
        assertTrue(problems.get(10).message().startsWith("40 "), problems.get(10).message());
    }

    @Test
    void strictReadingThrowsTheFirstProblemWithItsClauseAndPlace() {
        DicomBytes bytes = behind(DicomBytes.explicit().element(0x00091010, "LO", (byte) 'x'));
        DicomException error = assertThrows(DicomException.class, () -> read(bytes, BARE.strict()));
        assertTrue(error.reason().contains("PS3.5 7.1.1"), error.reason());
        assertEquals("(0009,1010)", error.location().path().toString());
        assertEquals(0, error.location().offset());
    }

    @Test
    void whatIsThereOfDamagedDataCanBeKept() throws IOException {
        DataSet set = read(five(), BARE.keepDamaged());
        assertEquals(4, set.elements().size());
        Problem last = set.problems().get(set.problems().size() - 1);
        assertEquals(Kind.DAMAGED, last.kind());
        assertEquals("(7fe0,0010)", last.location().path().toString());
        assertEquals(Problem.Severity.ERROR, last.kind().severity());
    }

    @Test
    void textThatIsAskedForWhileParsingIsTrimmed() throws IOException {
        DicomParser parser = DicomParser.of(ByteSource.of(five().bytes()), BARE);
        parser.next();
        assertEquals("1.2.3", parser.ascii());
        assertEquals("", parser.ascii(), "a value is read once");
        byte[] large = new byte[5000];
        Arrays.fill(large, (byte) 'x');
        DicomParser second = DicomParser.of(ByteSource.of(DicomBytes.explicit().element(0x00091010, "UT", large)
                .bytes()), BARE);
        second.next();
        assertEquals(new String(large, StandardCharsets.US_ASCII), second.ascii());
    }
}
