package org.bitewing.csa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsaHeaderTest {
    private static CsaBytes sample(CsaHeader.Format format) {
        return new CsaBytes(format, 3, 6)
                .tag("B_value", 1, "IS", "1000")
                .tag("DiffusionGradientDirection", 3, "FD", "0.5", " 0.25 ", "-1")
                .tag("Empty", 0, "LT");
    }

    private static byte[] image(String value) {
        return new CsaBytes(CsaHeader.Format.CSA2, 1, 6).tag("B_value", 1, "IS", value).bytes();
    }

    private static DataSetBuilder file(int tag, byte[] header) {
        return DataSet.builder().set(tag, header);
    }

    @ParameterizedTest
    @EnumSource(CsaHeader.Format.class)
    void bothFormatsGiveTagsByName(CsaHeader.Format format) {
        CsaHeader header = CsaHeader.parse(sample(format).bytes(), "test");
        assertEquals(format, header.format());
        assertEquals(List.of("B_value", "DiffusionGradientDirection", "Empty"),
                header.tags().stream().map(CsaTag::name).toList());
        assertEquals(new CsaTag("B_value", 1, "IS", 3, List.of("1000")), header.tag("B_value").orElseThrow());
        assertEquals(List.of("0.5", "0.25", "-1"), header.texts("DiffusionGradientDirection"));
        assertEquals(Optional.empty(), header.text("Empty"));
        assertEquals(Optional.empty(), header.text("NotThere"));
    }

    @Test
    void valuesBeyondTheMultiplicityDoNotCount() {
        byte[] bytes = new CsaBytes(CsaHeader.Format.CSA2, 1, 3).tag("T", 1, "LT", "a", "b", "c").bytes();
        assertEquals(List.of("a"), CsaHeader.parse(bytes, "test").texts("T"));
    }

    @Test
    void anOpenMultiplicityTakesAllItems() {
        byte[] bytes = new CsaBytes(CsaHeader.Format.CSA2, 1, 3).tag("T", 0, "LT", "a", "b", "c").bytes();
        assertEquals(List.of("a", "b", "c"), CsaHeader.parse(bytes, "test").texts("T"));
    }

    @Test
    void aLengthOfTheOlderFormatThatIsNoneEndsTheValues() {
        byte[] bytes = sample(CsaHeader.Format.CSA1).bytes();
        // The first item of the last tag, 6 items of 16 bytes before the end.
        bytes[bytes.length - 6 * 16] = 5;
        assertEquals(List.of(), CsaHeader.parse(bytes, "test").texts("Empty"));
    }

    @Test
    void bytesThatAreNoHeaderAreRefused() {
        DicomException e = assertThrows(DicomException.class, () -> CsaHeader.parse(new byte[100], "test"));
        assertEquals(DicomException.Kind.SYNTAX, e.kind());
        assertEquals("no CSA header: neither SV10 nor a count and 77 are at its start (test, offset 0)", e.getMessage());
    }

    @Test
    void aCountThatDoesNotFitIsRefusedBeforeAnythingIsMadeOfIt() {
        byte[] bytes = image("1");
        Arrays.fill(bytes, 8, 12, (byte) 0x7f);
        DicomException e = assertThrows(DicomException.class, () -> CsaHeader.parse(bytes, "test"));
        assertEquals(DicomException.Kind.LENGTH, e.kind());
        assertEquals(8, e.location().offset());
    }

    @Test
    void anItemLongerThanTheRestIsRefused() {
        byte[] bytes = image("1");
        // The second number of the first item.
        bytes[8 + 8 + 84 + 4 + 2] = 1;
        DicomException e = assertThrows(DicomException.class, () -> CsaHeader.parse(bytes, "test"));
        assertEquals(DicomException.Kind.LENGTH, e.kind());
        assertEquals(0x10002, e.length());
    }

    @ParameterizedTest
    @EnumSource(CsaHeader.Format.class)
    void truncationAndMutationEndInAHeaderOrAnError(CsaHeader.Format format) {
        byte[] bytes = sample(format).bytes();
        int errors = 0;
        for (int length = 0; length < bytes.length; length++) {
            errors += isRefused(Arrays.copyOf(bytes, length)) ? 1 : 0;
        }
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            errors += isRefused(mutated) ? 1 : 0;
        }
        assertTrue(errors > 500, errors + " errors");
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            int total = CsaHeader.parse(bytes, "test").tags().stream().mapToInt(tag -> tag.values().size()).sum();
            assertTrue(total <= bytes.length / 16, "more values than bytes");
            return false;
        } catch (DicomException e) {
            return true;
        }
    }

    // ---- where it lies -------------------------------------------------------------------------------------------

    private static String found(DataSetBuilder file) {
        return CsaHeader.image(file.build()).flatMap(header -> header.text("B_value")).orElse("none");
    }

    @Test
    void theBlockOfTheCreatorCounts() {
        assertEquals("5", found(file(0x00291510, image("5")).set(0x00291010, image("1"))
                .set(0x00290015, VR.LO, CsaHeader.CREATOR)));
    }

    @Test
    void withoutACreatorTheUsualBlocksAreTriedInTheirOrder() {
        assertEquals("1", found(file(0x00291010, image("1")).set(0x00291210, image("2"))));
        assertEquals("2", found(file(0x00291210, image("2")).set(0x00291110, image("3"))));
        assertEquals("3", found(file(0x00291110, image("3"))));
        assertEquals("none", found(file(0x00291310, image("4"))));
    }

    @Test
    void aBlockOfAnotherCreatorIsNotTried() {
        assertEquals("2", found(file(0x00291010, image("1")).set(0x00290010, VR.LO, "SIEMENS MEDCOM HEADER")
                .set(0x00291210, image("2"))));
    }

    @Test
    void somethingElseWithoutACreatorIsNoError() {
        assertEquals("none", found(file(0x00291010, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})));
    }

    @Test
    void aDamagedHeaderWithItsCreatorIsAnError() {
        DataSet set = file(0x00291020, new byte[] {1, 2, 3, 4}).set(0x00290010, VR.LO, CsaHeader.CREATOR).build();
        DicomException e = assertThrows(DicomException.class, () -> CsaHeader.series(set));
        assertEquals("a CSA header that ends too early (CSA header (0029,1020), offset 4)", e.getMessage());
    }

    @Test
    void anEmptyElementIsNoHeader() {
        assertEquals(Optional.empty(), CsaHeader.series(file(0x00291020, new byte[0])
                .set(0x00290010, VR.LO, CsaHeader.CREATOR).build()));
    }

    @Test
    void theProtocolComesFromEitherOfItsTags() {
        String text = "### ASCCONV BEGIN ###\nlSequenceID\t = \t7\n### ASCCONV END ###";
        for (String name : List.of("MrPhoenixProtocol", "MrProtocol")) {
            byte[] bytes = new CsaBytes(CsaHeader.Format.CSA2, 1, 1).tag(name, 1, "UN", text).bytes();
            assertEquals("7", CsaHeader.parse(bytes, "test").protocol().orElseThrow().text("lSequenceID").orElseThrow());
        }
    }
}
