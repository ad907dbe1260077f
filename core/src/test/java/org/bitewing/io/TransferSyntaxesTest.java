package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Problem;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;

/** How a data set is encoded, and how that is found out (PS3.5 7.1 and A.1 to A.5, PS3.10 7.1). */
class TransferSyntaxesTest {
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final List<String> DATA = List.of("(0008,0060) CS 4354", "(0028,0010) US 0002");

    private static DicomBytes data(DicomBytes in) {
        return in.text(0x00080060, "CS", "CT").number(0x00280010, "US", 2, 512);
    }

    private static DicomParser parsed(byte[] bytes, ReadOptions options) throws IOException {
        DicomParser parser = DicomParser.of(ByteSource.of(bytes), options);
        while (parser.next() != Event.END) {
            // Only what the parser says afterwards counts.
        }
        return parser;
    }

    private static List<Kind> problems(byte[] bytes) throws IOException {
        return parsed(bytes, ReadOptions.defaults()).problems().stream().map(Problem::kind).toList();
    }

    /** The events of the data set itself, without file meta information. */
    private static List<String> dataEvents(byte[] bytes, ReadOptions options) throws IOException {
        return Events.of(bytes, options).stream().filter(line -> !line.startsWith("(0002")).toList();
    }

    private static List<String> dataEvents(byte[] bytes) throws IOException {
        return dataEvents(bytes, ReadOptions.defaults());
    }

    @Test
    void eachSyntaxGivesTheSameEvents() throws IOException {
        assertEquals(DATA, dataEvents(DicomBytes.file(EXPLICIT).raw(data(DicomBytes.explicit()).bytes()).bytes()));
        assertEquals(DATA, dataEvents(DicomBytes.file(IMPLICIT).raw(data(DicomBytes.implicit()).bytes()).bytes()));
        assertEquals(DATA, dataEvents(DicomBytes.file(BIG).raw(data(DicomBytes.bigEndian()).bytes()).bytes()));
    }

    @Test
    void aDeflatedDataSetIsInflatedWithAndWithoutAHeader() throws IOException {
        byte[] data = data(DicomBytes.explicit()).bytes();
        byte[] raw = DicomBytes.file(DEFLATED).raw(Deflated.raw(data)).bytes();
        assertEquals(DATA, dataEvents(raw));
        assertEquals(DATA, dataEvents(DicomBytes.file(DEFLATED).raw(Deflated.withHeader(data)).bytes()));
        assertEquals(DATA, dataEvents(Arrays.copyOf(raw, raw.length + 1)), "padding behind the last block");
    }

    @Test
    void aDeflatedDataSetThatEndsTooEarlySaysSo() throws IOException {
        byte[] data = data(DicomBytes.explicit()).bytes();
        byte[] stored = new byte[data.length + 5];
        // RFC 1951 3.2.4: a stored block that is not the last one, and nothing behind it.
        stored[1] = (byte) data.length;
        stored[3] = (byte) ~data.length;
        stored[2] = 0;
        stored[4] = (byte) 0xff;
        System.arraycopy(data, 0, stored, 5, data.length);
        byte[] file = DicomBytes.file(DEFLATED).raw(stored).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.TRUNCATED), problems(file));
    }

    @Test
    void whatCannotBeInflatedIsAnError() {
        byte[] file = DicomBytes.file(DEFLATED).raw(new byte[] {7, 7, 7, 7, 7, 7, 7, 7}).bytes();
        DicomException error = assertThrows(DicomException.class, () -> Events.of(file));
        assertTrue(error.reason().contains("deflated"), error.reason());
    }

    @Test
    void aDeflatedStreamThatWantsADictionaryIsAnError() {
        // RFC 1950 2.2: FDICT is set, and nobody knows the dictionary.
        byte[] file = DicomBytes.file(DEFLATED).raw((byte) 0x78, (byte) 0xbb, (byte) 1, (byte) 2, (byte) 3, (byte) 4,
                (byte) 5, (byte) 6).bytes();
        assertThrows(DicomException.class, () -> Events.of(file));
    }

    @Test
    void aDeflateBombEndsAtTheLimit() {
        byte[] bomb = Deflated.raw(DicomBytes.explicit().element(0x7fe00010, "OB", new byte[20_000_000]).bytes());
        assertTrue(bomb.length < 30_000);
        ReadOptions options = ReadOptions.defaults().withLimits(Limits.defaults().withInflate(100, 1_000_000));
        DicomException error = assertThrows(DicomException.class,
                () -> parsed(DicomBytes.file(DEFLATED).raw(bomb).bytes(), options));
        assertEquals(DicomException.Kind.LIMIT, error.kind());
        assertTrue(error.reason().contains("Limits.inflateRatio"), error.reason());
        assertTrue(error.length() < 2_000_000, "it stopped soon: " + error.length());
    }

    // ---- the start of a file -------------------------------------------------------------------------------------

    @Test
    void thePreambleIsKept() throws IOException {
        byte[] file = DicomBytes.file(EXPLICIT).raw(data(DicomBytes.explicit()).bytes()).bytes();
        file[5] = 42;
        byte[] preamble = parsed(file, ReadOptions.defaults()).preamble();
        assertEquals(128, preamble.length);
        assertEquals(42, preamble[5]);
        assertEquals(List.of(), problems(file));
    }

    @Test
    void aPrefixWithoutPreambleIsRead() throws IOException {
        byte[] file = DicomBytes.explicit().raw("DICM").meta(EXPLICIT).raw(data(DicomBytes.explicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.FILE_META_MISSING), problems(file));
    }

    @Test
    void metaInformationWithoutPrefixIsRead() throws IOException {
        byte[] file = DicomBytes.explicit().meta(BIG).raw(data(DicomBytes.bigEndian()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertTrue(parsed(file, ReadOptions.defaults()).transferSyntax().bigEndian());
        assertEquals(0, parsed(file, ReadOptions.defaults()).preamble().length);
    }

    @Test
    void aBareDataSetIsDetectedInEveryEncoding() throws IOException {
        for (DicomBytes encoding : List.of(DicomBytes.explicit(), DicomBytes.bigEndian(), DicomBytes.implicit())) {
            byte[] bytes = data(encoding).bytes();
            assertEquals(DATA, Events.of(bytes));
            assertEquals(List.of(Kind.FILE_META_MISSING), problems(bytes));
            assertEquals(DATA, Events.of(bytes, ReadOptions.defaults().bareDataSet()));
        }
        assertEquals(List.of(), parsed(data(DicomBytes.implicit()).bytes(), ReadOptions.defaults().bareDataSet())
                .problems(), "nothing is missing where nothing is wanted");
    }

    @Test
    void aForcedTransferSyntaxCounts() throws IOException {
        byte[] bytes = data(DicomBytes.implicit()).bytes();
        ReadOptions forced = ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);
        assertEquals(DATA, Events.of(bytes, forced));
        ReadOptions wrong = ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.EXPLICIT_BIG);
        assertThrows(DicomException.class, () -> Events.of(bytes, wrong));
    }

    @Test
    void aForcedTransferSyntaxWinsOverTheNamedOne() throws IOException {
        byte[] bytes = DicomBytes.file(BIG).raw(data(DicomBytes.implicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(bytes,
                ReadOptions.defaults().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE)));
    }

    @Test
    void detectionKeepsTheNameOfWhatItAgreesWith() throws IOException {
        String jpeg = "1.2.840.10008.1.2.4.50";
        byte[] agrees = DicomBytes.file(jpeg).raw(data(DicomBytes.explicit()).bytes()).bytes();
        byte[] contradicts = DicomBytes.file(jpeg).raw(data(DicomBytes.implicit()).bytes()).bytes();
        ReadOptions detect = ReadOptions.defaults().detectTransferSyntax();
        assertEquals(jpeg, parsed(agrees, detect).transferSyntax().uid());
        assertEquals(IMPLICIT, parsed(contradicts, detect).transferSyntax().uid());
    }

    // ---- meta information that is not as it should be --------------------------------------------------------------

    private static byte[] withGroupLength(long wrong) {
        return DicomBytes.explicit().raw(new byte[128]).raw("DICM").number(0x00020000, "UL", 4, wrong)
                .text(0x00020010, "UI", EXPLICIT).text(0x00020013, "SH", "WRITER")
                .raw(data(DicomBytes.explicit()).bytes()).bytes();
    }

    @Test
    void aWrongGroupLengthDoesNotMatter() throws IOException {
        for (long length : new long[] {0, 1, 20, 41, 43, 52, 60, 1_000_000, 0xffffffffL}) {
            byte[] file = withGroupLength(length);
            assertEquals(DATA, dataEvents(file), "group length " + length);
            assertEquals(List.of(Kind.FILE_META_LENGTH), problems(file), "group length " + length);
        }
        assertEquals(List.of(), problems(withGroupLength(42)));
    }

    @Test
    void theGroupLengthMayBeMissing() throws IOException {
        byte[] file = DicomBytes.explicit().raw(new byte[128]).raw("DICM").text(0x00020010, "UI", IMPLICIT)
                .raw(data(DicomBytes.implicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.FILE_META_LENGTH), problems(file));
        assertEquals(List.of(), parsed(file, tolerant(Tolerance.META_LENGTH)).problems());
    }

    private static ReadOptions tolerant(Tolerance tolerance) {
        return ReadOptions.defaults().withTolerances(Set.of(tolerance));
    }

    @Test
    void aGroupLengthThatIsNotLookedAtIsNotWrong() throws IOException {
        assertEquals(List.of(), parsed(withGroupLength(7), tolerant(Tolerance.META_LENGTH)).problems());
    }

    @Test
    void metaInformationInImplicitVRIsRead() throws IOException {
        byte[] file = DicomBytes.implicit().raw(new byte[128]).raw("DICM").number(0x00020000, "UL", 4, 28)
                .text(0x00020010, "UI", EXPLICIT).raw(data(DicomBytes.explicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.FILE_META_ENCODING), problems(file));
    }

    @Test
    void metaInformationInBigEndianIsRead() throws IOException {
        byte[] file = DicomBytes.bigEndian().raw(new byte[128]).raw("DICM").number(0x00020000, "UL", 4, 26)
                .text(0x00020010, "UI", IMPLICIT).raw(data(DicomBytes.implicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.FILE_META_ENCODING), problems(file));
    }

    @Test
    void anElementOfAnotherGroupDoesNotEndTheMetaInformation() throws IOException {
        byte[] stranger = DicomBytes.explicit().text(0x02000003, "UI", "1.2").bytes();
        byte[] rest = DicomBytes.explicit().raw(stranger).text(0x00020010, "UI", IMPLICIT).bytes();
        byte[] file = DicomBytes.explicit().raw(new byte[128]).raw("DICM").number(0x00020000, "UL", 4, rest.length)
                .raw(rest).raw(data(DicomBytes.implicit()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file).subList(1, 3), "read by the transfer syntax behind the stranger");
        assertEquals(IMPLICIT, parsed(file, ReadOptions.defaults()).transferSyntax().uid());
    }

    @Test
    void aMissingTransferSyntaxIsDetected() throws IOException {
        byte[] file = DicomBytes.explicit().raw(new byte[128]).raw("DICM").number(0x00020000, "UL", 4, 16)
                .text(0x00020013, "SH", "WRITER  ").raw(data(DicomBytes.bigEndian()).bytes()).bytes();
        assertEquals(DATA, dataEvents(file));
        assertEquals(List.of(Kind.FILE_META_MISSING), problems(file));
    }

    @Test
    void aTransferSyntaxThatTheBytesContradictIsCorrected() throws IOException {
        byte[] explicit = DicomBytes.file(IMPLICIT).raw(data(DicomBytes.explicit()).bytes()).bytes();
        byte[] implicit = DicomBytes.file(EXPLICIT).raw(data(DicomBytes.implicit()).bytes()).bytes();
        for (byte[] file : List.of(explicit, implicit)) {
            assertEquals(DATA, dataEvents(file));
            assertEquals(List.of(Kind.TRANSFER_SYNTAX), problems(file));
            assertThrows(DicomException.class, () -> Events.of(file, ReadOptions.defaults().strict()));
        }
    }

    @Test
    void anUnknownTransferSyntaxIsExplicitAndEncapsulated() throws IOException {
        byte[] file = DicomBytes.file("1.2.3.4").raw(data(DicomBytes.explicit()).bytes()).bytes();
        DicomParser parser = parsed(file, ReadOptions.defaults());
        assertEquals(new TransferSyntax("1.2.3.4", true, false, false, true), parser.transferSyntax());
        assertEquals(DATA, dataEvents(file));
    }

    @Test
    void aFileOfMetaInformationAloneHasNoData() throws IOException {
        byte[] file = DicomBytes.file(EXPLICIT).bytes();
        assertEquals(List.of(), dataEvents(file));
        assertEquals(2, Events.of(file).size());
    }

    @Test
    void nothingAtAllIsAnErrorOfItsOwn() {
        DicomException empty = assertThrows(DicomException.class, () -> Events.of(new byte[0]));
        assertEquals(DicomException.Kind.EMPTY, empty.kind());
        byte[] preamble = DicomBytes.explicit().raw(new byte[128]).raw("DICM").bytes();
        DicomException behind = assertThrows(DicomException.class, () -> Events.of(preamble));
        assertEquals(DicomException.Kind.EMPTY, behind.kind());
    }

    @Test
    void inMetaInformationTheParserSaysSo() throws IOException {
        DicomParser parser = DicomParser.of(ByteSource.of(
                DicomBytes.file(BIG).raw(data(DicomBytes.bigEndian()).bytes()).bytes()));
        parser.next();
        parser.next();
        assertEquals(Tag.TransferSyntaxUID, parser.tag());
        assertTrue(parser.inFileMeta());
        assertTrue(parser.isExplicit());
        assertFalse(parser.isBigEndian());
        parser.next();
        assertFalse(parser.inFileMeta());
        assertTrue(parser.isBigEndian());
    }

    // ---- big endian ------------------------------------------------------------------------------------------------

    @Test
    void numbersOfEverySizeComeInLittleEndian() throws IOException {
        byte[] file = DicomBytes.file(BIG).raw(DicomBytes.bigEndian()
                .number(0x00091001, "US", 2, 0x0102).number(0x00091002, "UL", 4, 0x01020304)
                .number(0x00091003, "FD", 8, 0x0102030405060708L).number(0x00091004, "AT", 2, 0x0010, 0x0020)
                .number(0x00091005, "OW", 2, 0x0102, 0x0304).number(0x00091006, "UV", 8, 1)
                .text(0x00091007, "LO", "text").element(0x00091008, "UN", (byte) 1, (byte) 2).bytes()).bytes();
        assertEquals(List.of("(0009,1001) US 0201", "(0009,1002) UL 04030201", "(0009,1003) FD 0807060504030201",
                "(0009,1004) AT 10002000", "(0009,1005) OW 02010403", "(0009,1006) UV 0100000000000000",
                "(0009,1007) LO 74657874", "(0009,1008) UN 0102"), dataEvents(file));
    }

    @Test
    void aUnOfUndefinedLengthIsLittleEndianInsideAndBigEndianReturnsBehindIt() throws IOException {
        byte[] inside = DicomBytes.implicit().undefinedItem(item -> item.number(0x00280010, "US", 2, 512)).sequenceEnd()
                .bytes();
        byte[] file = DicomBytes.file(BIG).raw(DicomBytes.bigEndian().header(0x00091010, "UN", DicomBytes.UNDEFINED)
                .raw(inside).number(0x00280011, "US", 2, 256).bytes()).bytes();
        assertEquals(List.of("(0009,1010) UN u {", "item u <", "(0028,0010) US 0002", ">", "}", "(0028,0011) US 0001"),
                dataEvents(file));
    }

    @Test
    void aValueCanBeReadInPieces() throws IOException {
        byte[] words = new byte[1000];
        for (int i = 0; i < words.length; i++) {
            words[i] = (byte) i;
        }
        byte[] file = DicomBytes.file(BIG).raw(DicomBytes.bigEndian().element(0x00091010, "OW", words).bytes()).bytes();
        DicomParser parser = DicomParser.of(ByteSource.of(file));
        while (parser.tag() != 0x00091010) {
            parser.next();
        }
        byte[] pieces = new byte[1000];
        int count = 0;
        for (int read = parser.read(pieces, 0, 13); read >= 0; read = parser.read(pieces, count, Math.max(8, Math.min(13,
                1000 - count)))) {
            count += read;
        }
        byte[] swapped = new byte[1000];
        for (int i = 0; i < 1000; i++) {
            swapped[i] = words[i ^ 1];
        }
        assertEquals(1000, count);
        assertArrayEquals(swapped, pieces);
        assertThrows(IllegalArgumentException.class, () -> parser.read(pieces, 0, 7));
    }
}
