package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.TagPath;
import org.junit.jupiter.api.Test;

/** Sequences, items, fragments and their delimiters (PS3.5 7.5 and A.4), as they should be and as they are. */
class NestingTest {
    private static final int SEQUENCE = 0x00081140;
    private static final int UID = 0x00081155;
    private static final String ONE = "(0008,1155) UI 312e322e3300";
    private static final String BEHIND = "(0010,0010) PN 415e4220";
    private static final ReadOptions BARE =
            ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);
    private static final ReadOptions IMPLICIT =
            ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);

    private static DicomBytes one(DicomBytes in) {
        return in.text(UID, "UI", "1.2.3");
    }

    private static DicomBytes behind(DicomBytes in) {
        return in.text(0x00100010, "PN", "A^B");
    }

    private static List<String> events(DicomBytes bytes) throws IOException {
        return Events.of(bytes.bytes(), BARE);
    }

    private static List<Kind> problems(DicomBytes bytes, ReadOptions options) throws IOException {
        DicomParser parser = DicomParser.of(ByteSource.of(bytes.bytes()), options);
        while (parser.next() != Event.END) {
            // Only the problems count.
        }
        return parser.problems().stream().map(Problem::kind).toList();
    }

    private static List<Kind> problems(DicomBytes bytes) throws IOException {
        return problems(bytes, BARE);
    }

    @Test
    void everyFormOfLengthGivesTheSameNesting() throws IOException {
        DicomBytes both = behind(DicomBytes.explicit().defined(SEQUENCE, "SQ", s -> s.definedItem(NestingTest::one)));
        assertEquals(List.of("(0008,1140) SQ 22 {", "item 14 <", ONE, ">", "}", BEHIND), events(both));
        DicomBytes none = behind(DicomBytes.explicit().undefined(SEQUENCE, "SQ", s -> s.undefinedItem(NestingTest::one)));
        assertEquals(List.of("(0008,1140) SQ u {", "item u <", ONE, ">", "}", BEHIND), events(none));
        DicomBytes mixed = behind(DicomBytes.explicit().undefined(SEQUENCE, "SQ", s -> s.definedItem(NestingTest::one)
                .undefinedItem(NestingTest::one)));
        assertEquals(List.of("(0008,1140) SQ u {", "item 14 <", ONE, ">", "item u <", ONE, ">", "}", BEHIND),
                events(mixed));
        DicomBytes inside = behind(DicomBytes.explicit().defined(SEQUENCE, "SQ", s -> s.undefinedItem(NestingTest::one)));
        assertEquals(List.of("(0008,1140) SQ 30 {", "item u <", ONE, ">", "}", BEHIND), events(inside));
        for (DicomBytes shape : List.of(both, none, mixed, inside)) {
            assertEquals(List.of(), problems(shape));
        }
    }

    @Test
    void emptySequencesAndItemsAreThere() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().defined(SEQUENCE, "SQ", s -> { })
                .undefined(SEQUENCE + 5, "SQ", s -> { })
                .defined(SEQUENCE + 0x0a, "SQ", s -> s.definedItem(item -> { }).undefinedItem(item -> { })));
        assertEquals(List.of("(0008,1140) SQ 0 {", "}", "(0008,1145) SQ u {", "}", "(0008,114a) SQ 24 {", "item 0 <",
                ">", "item u <", ">", "}", BEHIND), events(bytes));
    }

    @Test
    void sequencesAreInSequences() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().undefined(SEQUENCE, "SQ", s -> s.undefinedItem(item ->
                item.defined(SEQUENCE, "SQ", inner -> inner.definedItem(NestingTest::one)).text(UID, "UI", "1.2.3"))));
        assertEquals(List.of("(0008,1140) SQ u {", "item u <", "(0008,1140) SQ 22 {", "item 14 <", ONE, ">", "}", ONE,
                ">", "}", BEHIND), events(bytes));
    }

    @Test
    void thePathNamesSequencesItemsAndElements() throws IOException {
        byte[] bytes = DicomBytes.explicit().undefined(SEQUENCE, "SQ", s -> s.undefinedItem(NestingTest::one)
                .undefinedItem(NestingTest::one)).bytes();
        DicomParser parser = DicomParser.of(ByteSource.of(bytes), BARE);
        TagPath last = TagPath.ROOT;
        for (Event event = parser.next(); event != Event.END; event = parser.next()) {
            last = event == Event.ELEMENT ? parser.path() : last;
        }
        assertEquals("(0008,1140)[1].(0008,1155)", last.toString());
    }

    // ---- UN and private sequences ----------------------------------------------------------------------------------

    @Test
    void aUnOfUndefinedLengthHoldsImplicitVR() throws IOException {
        byte[] inside = one(DicomBytes.implicit().item(DicomBytes.UNDEFINED)).itemEnd().sequenceEnd().bytes();
        DicomBytes bytes = behind(DicomBytes.explicit().header(0x00091010, "UN", DicomBytes.UNDEFINED).raw(inside));
        assertEquals(List.of("(0009,1010) UN u {", "item u <", ONE, ">", "}", BEHIND), events(bytes));
        assertEquals(List.of(), problems(bytes));
    }

    @Test
    void aUnIsNestedInAUn() throws IOException {
        byte[] inside = DicomBytes.implicit().undefinedItem(item -> item.undefined(SEQUENCE, "SQ",
                s -> s.undefinedItem(NestingTest::one))).sequenceEnd().bytes();
        DicomBytes bytes = behind(DicomBytes.explicit().header(0x00091010, "UN", DicomBytes.UNDEFINED).raw(inside));
        assertEquals(List.of("(0009,1010) UN u {", "item u <", "(0008,1140) SQ u {", "item u <", ONE, ">", "}", ">", "}",
                BEHIND), events(bytes));
    }

    @Test
    void aUnOfUndefinedLengthWithExplicitVRByMistakeIsRead() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().undefined(0x00091010, "UN",
                s -> s.undefinedItem(NestingTest::one)));
        assertEquals(List.of("(0009,1010) UN u {", "item u <", ONE, ">", "}", BEHIND), events(bytes));
        assertEquals(List.of(Kind.UNKNOWN_EXPLICIT), problems(bytes));
        assertEquals(List.of(), problems(bytes, with(Tolerance.EXPLICIT_UNKNOWN)));
    }

    @Test
    void aPrivateSequenceOfUndefinedLengthIsReadWhetherTheDictionaryKnowsItOrNot() throws IOException {
        for (String creator : List.of("NOBODY", "AGFA-AG_HPState")) {
            byte[] bytes = DicomBytes.implicit().text(0x00710010, "LO", creator).undefined(0x00711018, "SQ",
                    s -> s.undefinedItem(NestingTest::one)).bytes();
            List<String> events = Events.of(bytes, IMPLICIT);
            assertEquals(List.of("item u <", ONE, ">", "}"), events.subList(2, 6), creator);
        }
    }

    @Test
    void aPrivateSequenceOfDefinedLengthIsReadWhereTheDictionaryKnowsIt() throws IOException {
        // (0071,xx18) of AGFA-AG_HPState is a sequence by the tables of private elements.
        byte[] known = DicomBytes.implicit().text(0x00710010, "LO", "AGFA-AG_HPState").defined(0x00711018, "SQ",
                s -> s.definedItem(NestingTest::one)).bytes();
        assertEquals(List.of("(0071,1018) SQ 22 {", "item 14 <", ONE, ">", "}"),
                Events.of(known, IMPLICIT).subList(1, 6));
        assertEquals("(0071,1018) UN", Events.of(known, IMPLICIT.withoutPrivateDictionary()).get(1).substring(0, 14));
    }

    @Test
    void aCreatorCountsInItsOwnItemOnly() throws IOException {
        byte[] bytes = DicomBytes.implicit()
                .undefined(SEQUENCE, "SQ", s -> s.undefinedItem(item -> item.text(0x00710010, "LO", "AGFA-AG_HPState")
                        .defined(0x00711018, "SQ", inner -> inner.definedItem(NestingTest::one))))
                .element(0x00711018, "UN", (byte) 1, (byte) 2).bytes();
        List<String> events = Events.of(bytes, IMPLICIT);
        assertTrue(events.contains("(0071,1018) SQ 22 {"), events.toString());
        assertEquals("(0071,1018) UN 0102", events.get(events.size() - 1));
    }

    // ---- encapsulated pixel data -----------------------------------------------------------------------------------

    @Test
    void fragmentsFollowTheBasicOffsetTable() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().undefined(0x7fe00010, "OB", fragments -> fragments
                .item(8).raw(new byte[8]).item(2).raw("ab").item(4).raw("cdef"));
        assertEquals(List.of("(7fe0,0010) OB fragments [", "fragment 0000000000000000", "fragment 6162",
                "fragment 63646566", "]"), events(bytes));
    }

    @Test
    void anExtendedOffsetTableIsAnElementLikeAnother() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().number(0x7fe00001, "OV", 8, 0).number(0x7fe00002, "OV", 8, 2)
                .undefined(0x7fe00010, "OB", fragments -> fragments.item(0).item(2).raw("ab"));
        assertEquals(List.of("(7fe0,0001) OV 0000000000000000", "(7fe0,0002) OV 0200000000000000",
                "(7fe0,0010) OB fragments [", "fragment ", "fragment 6162", "]"), events(bytes));
    }

    @Test
    void somethingElseAmongFragmentsIsAnError() {
        DicomBytes element = behind(DicomBytes.explicit().header(0x7fe00010, "OB", DicomBytes.UNDEFINED).item(0));
        assertThrows(DicomException.class, () -> events(element));
        DicomBytes undefined = DicomBytes.explicit().header(0x7fe00010, "OB", DicomBytes.UNDEFINED)
                .item(DicomBytes.UNDEFINED).raw(new byte[100]);
        assertThrows(DicomException.class, () -> events(undefined));
        DicomBytes tooLong = DicomBytes.explicit().header(0x7fe00010, "OB", DicomBytes.UNDEFINED).item(200)
                .raw(new byte[100]);
        assertEquals(DicomException.Kind.LENGTH,
                assertThrows(DicomException.class, () -> events(tooLong)).kind());
    }

    @Test
    void nativePixelDataWhereFragmentsAreNamedIsAProblem() throws IOException {
        DicomBytes file = DicomBytes.file("1.2.840.10008.1.2.4.50").element(0x7fe00010, "OB", (byte) 1, (byte) 2);
        assertEquals(List.of(Kind.PIXEL_DATA), problems(file, ReadOptions.defaults()));
        DicomBytes icon = DicomBytes.file("1.2.840.10008.1.2.4.50").undefined(0x00880200, "SQ",
                s -> s.undefinedItem(item -> item.element(0x7fe00010, "OB", (byte) 1, (byte) 2)));
        assertEquals(List.of(), problems(icon, ReadOptions.defaults()), "icons are never compressed");
    }

    // ---- delimiters and lengths that are wrong -----------------------------------------------------------------------

    @Test
    void aMissingItemDelimiterIsMadeGood() throws IOException {
        DicomBytes bytes = behind(one(DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                .item(DicomBytes.UNDEFINED)).sequenceEnd());
        assertEquals(List.of("(0008,1140) SQ u {", "item u <", ONE, ">", "}", BEHIND), events(bytes));
        assertEquals(List.of(Kind.DELIMITER_MISSING), problems(bytes));
    }

    @Test
    void delimitersBehindDefinedLengthsAreLeftOut() throws IOException {
        DicomBytes item = behind(DicomBytes.explicit().undefined(SEQUENCE, "SQ",
                s -> s.definedItem(inside -> one(inside).itemEnd())));
        assertEquals(List.of("(0008,1140) SQ u {", "item 22 <", ONE, ">", "}", BEHIND), events(item));
        assertEquals(List.of(Kind.DELIMITER_STRAY), problems(item));
        DicomBytes between = behind(DicomBytes.explicit().undefined(SEQUENCE, "SQ",
                s -> s.definedItem(NestingTest::one).itemEnd().definedItem(NestingTest::one)));
        assertEquals(List.of("(0008,1140) SQ u {", "item 14 <", ONE, ">", "item 14 <", ONE, ">", "}", BEHIND),
                events(between));
        DicomBytes sequence = behind(DicomBytes.explicit().defined(SEQUENCE, "SQ",
                s -> s.definedItem(NestingTest::one).sequenceEnd()));
        assertEquals(List.of("(0008,1140) SQ 30 {", "item 14 <", ONE, ">", "}", BEHIND), events(sequence));
        assertEquals(List.of(Kind.DELIMITER_STRAY), problems(sequence));
    }

    @Test
    void manyStrayDelimitersCostNoStack() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED);
        for (int i = 0; i < 200_000; i++) {
            bytes.itemEnd();
        }
        assertEquals(List.of("(0008,1140) SQ u {", "}"), events(bytes.sequenceEnd()));
    }

    @Test
    void delimitersAtTheLevelOfTheDataSet() throws IOException {
        DicomBytes item = behind(DicomBytes.explicit().itemEnd());
        assertEquals(List.of(), events(item), "an item's delimiter ends the data set");
        assertEquals(List.of(Kind.DELIMITER_STRAY), problems(item));
        assertThrows(DicomException.class, () -> events(behind(DicomBytes.explicit().sequenceEnd())));
        assertThrows(DicomException.class, () -> events(behind(DicomBytes.explicit().item(0))));
    }

    @Test
    void anElementWhereAnItemShouldBeIsAnError() {
        DicomBytes bytes = one(DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED));
        DicomException error = assertThrows(DicomException.class, () -> events(bytes));
        assertEquals("(0008,1140)", error.location().path().toString());
        assertEquals(12, error.location().offset());
        assertTrue(error.reason().startsWith("(0008,1155) where an item is expected"), error.reason());
    }

    @Test
    void itemLongerThanItsSequenceEndsWithIt() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().header(SEQUENCE, "SQ", 22).item(40).text(UID, "UI", "1.2.3"));
        assertEquals(List.of("(0008,1140) SQ 22 {", "item 40 <", ONE, ">", "}", BEHIND), events(bytes));
        assertEquals(List.of(Kind.ITEM_TOO_LONG), problems(bytes));
    }

    @Test
    void elementLongerThanItsItemIsAnError() {
        DicomBytes bytes = behind(DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED).item(14)
                .header(UID, "UI", 20).raw("1.2.3\0").sequenceEnd()).raw(new byte[100]);
        DicomException error = assertThrows(DicomException.class, () -> events(bytes));
        assertEquals(DicomException.Kind.LENGTH, error.kind());
        assertEquals("(0008,1140)[0].(0008,1155)", error.location().path().toString());
    }

    @Test
    void sequenceLongerThanItsItemIsAnError() {
        DicomBytes bytes = DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED).item(12)
                .header(SEQUENCE, "SQ", 30).item(22).raw(new byte[100]);
        assertEquals(DicomException.Kind.LENGTH, assertThrows(DicomException.class, () -> events(bytes)).kind());
    }

    @Test
    void sequenceLongerThanTheSourceIsReadAsFarAsItGoes() throws IOException {
        DicomBytes bytes = one(DicomBytes.explicit().header(SEQUENCE, "SQ", 500).item(14));
        assertEquals(List.of("(0008,1140) SQ 500 {", "item 14 <", ONE, ">", "}"), events(bytes));
        assertEquals(List.of(Kind.TRUNCATED), problems(bytes));
    }

    // ---- what a reader may be told ---------------------------------------------------------------------------------

    private static ReadOptions with(Tolerance first, Tolerance... rest) {
        Set<Tolerance> tolerances = EnumSet.of(first, rest);
        return BARE.withTolerances(tolerances);
    }

    @Test
    void wrongDelimitersAreTakenAsRightOnesWhenToldSo() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                .undefinedItem(NestingTest::one).itemEnd());
        assertThrows(DicomException.class, () -> events(bytes));
        assertEquals(List.of("(0008,1140) SQ u {", "item u <", ONE, ">", "}", BEHIND),
                Events.of(bytes.bytes(), with(Tolerance.WRONG_DELIMITERS)));
    }

    @Test
    void bytesOfUndefinedLengthAreASequenceWhenToldSo() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().undefined(0x00091010, "OB",
                s -> s.undefinedItem(NestingTest::one)));
        assertThrows(DicomException.class, () -> events(bytes));
        assertEquals(List.of("(0009,1010) SQ u {", "item u <", ONE, ">", "}", BEHIND),
                Events.of(bytes.bytes(), with(Tolerance.UNDEFINED_BYTES)));
    }

    @Test
    void textOfUndefinedLengthIsASequenceWhenToldSo() throws IOException {
        DicomBytes bytes = behind(DicomBytes.explicit().undefined(0x00091010, "UT",
                s -> s.undefinedItem(NestingTest::one)));
        assertThrows(DicomException.class, () -> Events.of(bytes.bytes(), with(Tolerance.UNDEFINED_BYTES)));
        assertEquals(List.of("(0009,1010) SQ u {", "item u <", ONE, ">", "}", BEHIND),
                Events.of(bytes.bytes(), with(Tolerance.UNDEFINED_VALUES)));
    }

    @Test
    void aSequenceDelimiterEndsAnItemAndAnItemDelimiterFragmentsWhenToldSo() throws IOException {
        DicomBytes item = behind(one(DicomBytes.explicit().header(SEQUENCE, "SQ", DicomBytes.UNDEFINED)
                .item(DicomBytes.UNDEFINED)).sequenceEnd().sequenceEnd());
        assertEquals(List.of("(0008,1140) SQ u {", "item u <", ONE, ">", "}", BEHIND),
                Events.of(item.bytes(), with(Tolerance.WRONG_DELIMITERS)));
        DicomBytes fragments = DicomBytes.explicit().header(0x7fe00010, "OB", DicomBytes.UNDEFINED).item(0).itemEnd();
        assertEquals(List.of("(7fe0,0010) OB fragments [", "fragment ", "]"),
                Events.of(fragments.bytes(), with(Tolerance.WRONG_DELIMITERS)));
    }

    @Test
    void aLookupTableOfWordsIsASequenceWhenToldSo() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().defined(0x00283010, "OW", s -> s.definedItem(NestingTest::one));
        assertEquals(1, events(bytes).size());
        assertEquals(List.of("(0028,3010) SQ 22 {", "item 14 <", ONE, ">", "}"),
                Events.of(bytes.bytes(), with(Tolerance.LOOKUP_TABLE_WORDS)));
    }

    @Test
    void aKnownElementStoredAsUnIsReadAsWhatItIsWhenToldSo() throws IOException {
        byte[] inside = DicomBytes.implicit().definedItem(NestingTest::one).bytes();
        DicomBytes bytes = DicomBytes.explicit().element(SEQUENCE, "UN", inside)
                .element(0x00100010, "UN", "A^B ".getBytes()).element(0x00091010, "UN", (byte) 1, (byte) 2);
        assertEquals(3, events(bytes).size());
        assertEquals(List.of("(0008,1140) SQ 22 {", "item 14 <", ONE, ">", "}", BEHIND, "(0009,1010) UN 0102"),
                Events.of(bytes.bytes(), with(Tolerance.KNOWN_UNKNOWN)));
    }

    // ---- depth -----------------------------------------------------------------------------------------------------

    private static DicomBytes deep(int levels) {
        DicomBytes bytes = DicomBytes.explicit();
        for (int i = 0; i < levels; i++) {
            bytes.header(SEQUENCE, "SQ", DicomBytes.UNDEFINED).item(DicomBytes.UNDEFINED);
        }
        return bytes;
    }

    @Test
    void aHundredThousandLevelsAreAnErrorThatNamesTheLimit() {
        byte[] bytes = deep(100_000).bytes();
        for (ReadOptions options : List.of(BARE, BARE.keepDamaged())) {
            DicomException error = assertThrows(DicomException.class, () -> Events.of(bytes, options));
            assertEquals(DicomException.Kind.LIMIT, error.kind());
            assertTrue(error.reason().contains("Limits.depth 128"), error.reason());
        }
        assertThrows(DicomException.class, () -> DataSetReader.read(ByteSource.of(bytes), BARE));
    }

    @Test
    void whatIsNotTooDeepOfAHundredThousandLevelsCanBeKept() throws IOException {
        var set = DataSetReader.read(ByteSource.of(deep(100_000).bytes()), BARE.keepDamaged());
        int depth = 0;
        for (var items = set.items(SEQUENCE); !items.isEmpty(); items = items.get(0).items(SEQUENCE)) {
            depth++;
        }
        assertEquals(128, depth);
    }

    @Test
    void theDeepestDataSetThatIsAllowedCanBeComparedAndPrinted() throws Exception {
        int most = 1000;
        ReadOptions options = BARE.withLimits(Limits.defaults().withDepth(most));
        byte[] bytes = deep(most).bytes();
        Throwable[] failure = new Throwable[1];
        Thread small = new Thread(null, () -> {
            try {
                var one = DataSetReader.read(ByteSource.of(bytes), options);
                var other = DataSetReader.read(ByteSource.of(bytes), options);
                assertEquals(one, other);
                assertEquals(one.hashCode(), other.hashCode());
                assertTrue(one.toString().contains("(0008,1140)"));
            } catch (Throwable e) {
                failure[0] = e;
            }
        }, "deep", 1 << 20);
        small.start();
        small.join();
        assertEquals(null, failure[0]);
        assertThrows(IllegalArgumentException.class, () -> Limits.defaults().withDepth(most + 1));
    }
}
