package org.bitewing.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of every set, and bytes that are none. */
class RoundTripTest {
    private static final int ESC = 0x1b;

    private static String decode(SpecificCharacterSet set, byte[] bytes) {
        return set.decode(bytes, 0, bytes.length, VR.LT);
    }

    /** The number of characters of each set is that of its standard (ISO-IR 126 and 138 with what was added later). */
    @ParameterizedTest
    @CsvSource({"ISO_IR 100, 96", "ISO_IR 101, 96", "ISO_IR 109, 89", "ISO_IR 110, 96", "ISO_IR 144, 96",
            "ISO_IR 127, 51", "ISO_IR 126, 93", "ISO_IR 138, 60", "ISO_IR 148, 96", "ISO_IR 203, 96", "ISO_IR 13, 63",
            "ISO_IR 166, 88"})
    void everyByteOfASingleByteSetIsACharacterAndBackOrIsReplaced(String term, int charactersInG1) {
        SpecificCharacterSet set = SpecificCharacterSet.of(term);
        int count = 0;
        for (int i = 0; i < 256; i++) {
            byte[] bytes = {(byte) i};
            String text = decode(set, bytes);
            assertEquals(1, text.length());
            if (text.equals("\ufffd") || i == ESC) {
                assertFalse(set.canEncode(text, VR.LT));
            } else {
                assertArrayEquals(bytes, set.encode(text, VR.LT));
                count += i >= 0xa0 ? 1 : 0;
            }
        }
        assertEquals(charactersInG1, count);
    }

    /**
     * Another charset with the same characters judges: EUC-JP holds both sets of kanji, GBK all of GB 2312, but for
     * the middle dot and the dash, which it has elsewhere in Unicode; windows-949 lacks what KS X 1001 got in 2002.
     */
    @ParameterizedTest
    @CsvSource({"ISO 2022 IR 87, 1b2442, '', EUC-JP, 6879, ''", "ISO 2022 IR 159, 1b242844, 8f, EUC-JP, 6067, ''",
            "ISO 2022 IR 149, 1b242943, '', x-windows-949, 8227, '\u327e'",
            "ISO 2022 IR 58, 1b242941, '', GBK, 7445, '\u30fb\u2015'"})
    void everyPairOfATwoByteSetIsTheCharacterThatAnotherCharsetHas(String term, String escape, String prefix,
            String judge, int characters, String otherwise) {
        assumeTrue(Charset.isSupported(judge), judge + " is in module jdk.charsets");
        SpecificCharacterSet set = SpecificCharacterSet.of("", term);
        byte[] designation = HexFormat.of().parseHex(escape);
        byte[] shift = HexFormat.of().parseHex(prefix);
        boolean inG1 = designation.length == 4 && designation[2] == ')';
        int count = 0;
        for (int code = 0; code < 94 * 94; code++) {
            byte first = (byte) (0xa1 + code / 94);
            byte second = (byte) (0xa1 + code % 94);
            int mask = inG1 ? 0xff : 0x7f;
            byte[] bytes = append(designation, (byte) (first & mask), (byte) (second & mask));
            String text = decode(set, bytes);
            if (!text.equals("\ufffd")) {
                count++;
                String judged = new String(append(shift, first, second), Charset.forName(judge));
                assertTrue(text.equals(judged) || otherwise.contains(text), text + " or " + judged);
                assertTrue(text.length() == 1 && text.charAt(0) >= 0x80, "a delimiter may not come from two bytes");
                byte[] encoded = set.encode(text, VR.LT);
                assertEquals(text, decode(set, encoded));
            }
        }
        assertEquals(characters, count);
    }

    private static byte[] append(byte[] bytes, byte first, byte second) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + 2);
        all[bytes.length] = first;
        all[bytes.length + 1] = second;
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO_IR 192", "GB18030"})
    void unicodeIsEncodedAsAWhole(String term) {
        SpecificCharacterSet set = SpecificCharacterSet.of(term);
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                all.appendCodePoint(codePoint);
            }
        }
        assertEquals(all.toString(), decode(set, set.encode(all.toString(), VR.LT)));
    }

    @Test
    void everyCharacterOfGbkIsEncodedAsItWas() {
        SpecificCharacterSet gbk = SpecificCharacterSet.of("GBK");
        int characters = 0;
        for (int first = 0x81; first <= 0xfe; first++) {
            for (int second = 0x40; second <= 0xfe; second++) {
                byte[] bytes = {(byte) first, (byte) second};
                String text = decode(gbk, bytes);
                if (text.length() == 1 && !text.equals("\ufffd")) {
                    characters++;
                    assertArrayEquals(bytes, gbk.encode(text, VR.LT));
                }
            }
        }
        assertTrue(characters >= 21_886, characters + " of the 21,886 characters of GBK");
    }

    @Test
    void textOfMixedScriptsComesBackUnderAllSets() {
        SpecificCharacterSet set = SpecificCharacterSet.of("ISO 2022 IR 100", "ISO 2022 IR 101", "ISO 2022 IR 109",
                "ISO 2022 IR 110", "ISO 2022 IR 144", "ISO 2022 IR 127", "ISO 2022 IR 126", "ISO 2022 IR 138",
                "ISO 2022 IR 148", "ISO 2022 IR 203", "ISO 2022 IR 13", "ISO 2022 IR 166", "ISO 2022 IR 87",
                "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58");
        String alphabet = "aZ 0~^=\\\r\n\téÖłĦŗЮقΔשğ€ﾔก山丂홍张¥";
        Random random = new Random(20_260_729);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (VR vr : new VR[] {VR.PN, VR.LO, VR.UT}) {
                byte[] bytes = set.encode(text.toString(), vr);
                assertEquals(text.toString(), set.decode(bytes, 0, bytes.length, vr));
            }
        }
    }

    @Test
    void anyBytesAreTextOfNoMoreCharactersThanBytes() {
        List<SpecificCharacterSet> sets = List.of(SpecificCharacterSet.ASCII, SpecificCharacterSet.UTF_8,
                SpecificCharacterSet.of("ISO_IR 100"), SpecificCharacterSet.of("ISO_IR 13"),
                SpecificCharacterSet.of("GBK"), SpecificCharacterSet.of("GB18030"),
                SpecificCharacterSet.of("ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159"),
                SpecificCharacterSet.of("", "ISO 2022 IR 149"), SpecificCharacterSet.of("", "ISO 2022 IR 58"));
        String likely = "\u001b\u001b\u001b$()-@ABCDIJL\\^=\r\u00a1\u00fe\u00c8";
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length && i % 2 == 0; j++) {
                bytes[j] = (byte) likely.charAt(random.nextInt(likely.length()));
            }
            for (SpecificCharacterSet set : sets) {
                for (VR vr : new VR[] {VR.PN, VR.LT, VR.CS}) {
                    String text = set.decode(bytes, 0, bytes.length, vr);
                    assertTrue(text.length() <= bytes.length);
                    assertTrue(set.encodeReplacing(text, vr).length <= 16 * text.length());
                }
                assertEquals(set.decode(bytes, 0, bytes.length, VR.PN),
                        String.join("\\", set.decodeValues(bytes, 0, bytes.length, VR.PN)));
            }
        }
    }

    @Test
    void aCharsetThatTheJavaRuntimeLacksHasNoCharacters() {
        byte[] bytes = {'a', (byte) 0x81, (byte) 0x40};

        assertEquals("a\ufffd@", StandAloneCode.of("x-no-such-charset").decode(bytes, 0, 3, VR.LT));
        assertFalse(StandAloneCode.of("x-no-such-charset").encode("山", VR.LT).complete());
        assertEquals('\ufffd', CodeTable.EMPTY.character(0x21, 0x21));
        assertEquals('\ufffd', CodeTable.EMPTY.character(0x41));
        assertEquals(-1, CodeTable.EMPTY.code('A'));
    }

    @Test
    void asciiIsTheSameWithAndWithoutTheShortWay() {
        byte[] ascii = "Doe^John=x\\y ".getBytes(StandardCharsets.US_ASCII);
        byte[] withMore = Arrays.copyOf(ascii, ascii.length + 1);
        withMore[ascii.length] = (byte) 0xe9;

        assertEquals("Doe^John=x\\y ", SpecificCharacterSet.of("ISO_IR 144").decode(ascii, 0, ascii.length, VR.PN));
        assertEquals("Doe^John=x\\y щ",
                SpecificCharacterSet.of("ISO_IR 144").decode(withMore, 0, withMore.length, VR.PN));
    }
}
