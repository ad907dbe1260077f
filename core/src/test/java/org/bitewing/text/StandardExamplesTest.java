package org.bitewing.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

/** The examples of PS3.5 Annexes H to K, byte for byte as they are printed there. */
class StandardExamplesTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** Bytes in the notation of the standard, such as 05/12. */
    private static byte[] columns(String codes) {
        String[] each = codes.trim().split("\\s+");
        byte[] bytes = new byte[each.length];
        for (int i = 0; i < each.length; i++) {
            String[] part = each[i].split("/");
            bytes[i] = (byte) (Integer.parseInt(part[0]) << 4 | Integer.parseInt(part[1]));
        }
        return bytes;
    }

    private static String decode(SpecificCharacterSet set, byte[] bytes, VR vr) {
        return set.decode(bytes, 0, bytes.length, vr);
    }

    @Test
    void japaneseNameWithoutValueOne() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("\\ISO 2022 IR 87");
        byte[] bytes = columns("""
                05/09 06/01 06/13 06/01 06/04 06/01 05/14 05/04 06/01 07/02 06/15 07/05 03/13
                01/11 02/04 04/02 03/11 03/03 04/05 04/04 01/11 02/08 04/02 05/14
                01/11 02/04 04/02 04/02 04/00 04/15 03/10 01/11 02/08 04/02 03/13
                01/11 02/04 04/02 02/04 06/04 02/04 05/14 02/04 04/00 01/11 02/08 04/02 05/14
                01/11 02/04 04/02 02/04 03/15 02/04 06/13 02/04 02/06 01/11 02/08 04/02""");
        String name = "Yamada^Tarou=山田^太郎=やまだ^たろう";

        assertEquals(name, decode(set, bytes, VR.PN));
        assertArrayEquals(bytes, set.encode(name, VR.PN));
    }

    @Test
    void japaneseNameWithKatakanaInValueOne() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("ISO 2022 IR 13\\ISO 2022 IR 87");
        byte[] bytes = columns("""
                13/04 12/15 12/00 13/14 05/14 12/00 13/11 11/03 03/13
                01/11 02/04 04/02 03/11 03/03 04/05 04/04 01/11 02/08 04/10 05/14
                01/11 02/04 04/02 04/02 04/00 04/15 03/10 01/11 02/08 04/10 03/13
                01/11 02/04 04/02 02/04 06/04 02/04 05/14 02/04 04/00 01/11 02/08 04/10 05/14
                01/11 02/04 04/02 02/04 03/15 02/04 06/13 02/04 02/06 01/11 02/08 04/10""");
        String name = "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう";

        assertEquals(name, decode(set, bytes, VR.PN));
        assertArrayEquals(bytes, set.encode(name, VR.PN));
    }

    @Test
    void koreanName() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("\\ISO 2022 IR 149");
        byte[] bytes = columns("""
                04/08 06/15 06/14 06/07 05/14 04/07 06/09 06/12 06/04 06/15 06/14 06/07 03/13
                01/11 02/04 02/09 04/03 15/11 15/03 05/14 01/11 02/04 02/09 04/03 13/01 12/14 13/04 13/07 03/13
                01/11 02/04 02/09 04/03 12/08 10/11 05/14 01/11 02/04 02/09 04/03 11/01 14/06 11/05 11/15""");
        String name = "Hong^Gildong=洪^吉洞=홍^길동";

        assertEquals(name, decode(set, bytes, VR.PN));
        assertArrayEquals(bytes, set.encode(name, VR.PN));
    }

    @Test
    void koreanLongTextWithItsEscapeAtTheHeadOfEachLine() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("\\ISO 2022 IR 149");
        byte[] escape = hex("1b 24 29 43");
        byte[] bytes = concat(
                escape, ascii("The first line includes "), hex("c7 d1 b1 db"), ascii(".\r\n"),
                escape, ascii("The second line includes "), hex("c7 d1 b1 db"), ascii(", too.\r\n"),
                ascii("The third line."));

        assertEquals("The first line includes 한글.\r\nThe second line includes 한글, too.\r\nThe third line.",
                decode(set, bytes, VR.LT));
    }

    @Test
    void chineseNameInUtf8() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("ISO_IR 192");
        byte[] bytes = hex("57 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d e7 8e 8b 5e e5 b0 8f e6 9d b1 3d");

        assertEquals("Wang^XiaoDong=王^小東=", decode(set, bytes, VR.PN));
        assertArrayEquals(bytes, set.encode("Wang^XiaoDong=王^小東=", VR.PN));
    }

    @Test
    void chineseNameInGb18030AndGbk() {
        byte[] bytes = hex("57 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d cd f5 5e d0 a1 b6 ab 3d");

        for (String term : new String[] {"GB18030", "GBK"}) {
            SpecificCharacterSet set = SpecificCharacterSet.parse(term);
            assertEquals("Wang^XiaoDong=王^小东=", decode(set, bytes, VR.PN));
            assertArrayEquals(bytes, set.encode("Wang^XiaoDong=王^小东=", VR.PN));
        }
    }

    @Test
    void chineseLongTextInUtf8AndGb18030() {
        String text = "The first line includes中文.\r\nThe second line includes中文, too.\r\nThe third line.\r\n";
        String utf8 = """
                54686520666972737420 6c696e6520696e636c75646573 e4b8ad e69687 2e0d0a
                546865207365636f6e64206c696e6520696e636c75646573 e4b8ad e69687 2c20746f6f2e0d0a
                546865207468697264206c696e652e0d0a""";

        byte[] gb18030 = hex(utf8.replace("e4b8ad", "d6d0").replace("e69687", "cec4"));

        assertEquals(text, decode(SpecificCharacterSet.UTF_8, hex(utf8), VR.LT));
        assertArrayEquals(hex(utf8), SpecificCharacterSet.UTF_8.encode(text, VR.LT));
        assertEquals(text, decode(SpecificCharacterSet.of("GB18030"), gb18030, VR.LT));
        assertArrayEquals(gb18030, SpecificCharacterSet.of("GB18030").encode(text, VR.LT));
    }

    @Test
    void chineseNameWithCodeExtensions() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("\\ISO 2022 IR 58");
        byte[] bytes = hex("""
                5A 68 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB 3D 20""");

        assertEquals("Zhang^XiaoDong=张^小东= ", decode(set, bytes, VR.PN));
        assertArrayEquals(bytes, set.encode("Zhang^XiaoDong=张^小东= ", VR.PN));
    }

    @Test
    void chineseLongTextWithCodeExtensions() {
        SpecificCharacterSet set = SpecificCharacterSet.parse("\\ISO 2022 IR 58");
        byte[] bytes = hex("""
                31 2e 1B 24 29 41 B5 DA D2 BB D0 D0 CE C4 D7 D6 A1 A3 0D 0A
                32 2e 1B 24 29 41 B5 DA B6 FE D0 D0 CE C4 D7 D6 A1 A3 0D 0A
                33 2e 1B 24 29 41 B5 DA C8 FD D0 D0 CE C4 D7 D6 A1 A3 0D 0A""");
        String text = "1.第一行文字。\r\n2.第二行文字。\r\n3.第三行文字。\r\n";

        assertEquals(text, decode(set, bytes, VR.LT));
        assertArrayEquals(bytes, set.encode(text, VR.LT));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
