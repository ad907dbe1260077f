package org.bitewing.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bitewing.dict.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in real files, against what pydicom 2.3.1 reads in them; skipped where the files are not. */
class CharacterSetCorpusTest {

    /** The folder of shared files: as given, or beside the root of the project. */
    private static Path shared() {
        String given = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        if (given != null) {
            return Path.of(given);
        }
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared");
    }

    /** The value of the first element with a tag of explicit VR little endian and a length of 16 bits; or no bytes. */
    private static byte[] value(byte[] file, String header) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf(header);
        if (at < 0) {
            return new byte[0];
        }
        int length = file[at + 6] & 0xff | (file[at + 7] & 0xff) << 8;
        return Arrays.copyOfRange(file, at + 8, at + 8 + length);
    }

    @ParameterizedTest
    @CsvSource({"chrArab, قباني^لنزار", "chrFren, Buc^Jérôme", "chrFrenMulti, Buc^Jérôme", "chrGerm, Äneas^Rüdiger",
            "chrGreek, Διονυσιος", "chrH31, Yamada^Tarou=山田^太郎=やまだ^たろう",
            "chrH32, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", "chrHbrw, שרון^דבורה", "chrI2, Hong^Gildong=洪^吉洞=홍^길동",
            "chrJapMulti, やまだ^たろう", "chrJapMultiExplicitIR6, やまだ^たろう", "chrKoreanMulti, 김희중",
            "chrRuss, Люкceмбypг", "chrX1, Wang^XiaoDong=王^小東", "chrX2, Wang^XiaoDong=王^小东"})
    void namesAreThoseThatPydicomReads(String file, String expected) throws IOException {
        Path path = shared().resolve("corpus/files/charset/" + file + ".dcm");
        assumeTrue(Files.exists(path), "the corpus is not here: set BITEWING_SHARED to its folder");
        byte[] bytes = Files.readAllBytes(path);
        byte[] terms = value(bytes, "\u0008\0\u0005\0CS");
        byte[] name = value(bytes, "\u0010\0\u0010\0PN");

        SpecificCharacterSet set = SpecificCharacterSet.parse(new String(terms, StandardCharsets.US_ASCII));
        String text = set.decode(name, 0, name.length, VR.PN);

        // pydicom takes the padding and empty component groups from the end.
        assertEquals(expected, text.replaceAll("[ =]+$", ""));
        if (!file.equals("chrKoreanMulti")) {
            // The one left out returns to ISO IR 6 at its end though it never left it.
            assertArrayEquals(name, set.encode(text, VR.PN));
        }
    }
}
