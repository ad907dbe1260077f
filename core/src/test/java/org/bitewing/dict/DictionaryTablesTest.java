package org.bitewing.dict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks the tables line by line: all that they hold is found, with what they say of it. */
class DictionaryTablesTest {

    /** The tables as the test reads them, not as the dictionary does. */
    private static List<String[]> lines(String table) throws IOException {
        return Files.readAllLines(root().resolve("core/src/main/resources/org/bitewing/dict").resolve(table)).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("core/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    @Test
    void classesAreCurrent() throws IOException {
        for (Map.Entry<Path, String> file : GenerateDictionary.files(root()).entrySet()) {
            assertTrue(Files.readString(file.getKey()).equals(file.getValue()),
                    file.getKey() + " is not what the tables say: run GenerateDictionary");
        }
    }

    @Test
    void everyElementIsFound() throws Exception {
        List<String[]> lines = lines("elements.tsv");
        assertEquals(5430, lines.size());
        Set<Integer> own = new HashSet<>();
        for (String[] line : lines) {
            if (line[0].matches("[0-9A-F]{8}")) {
                own.add(Integer.parseUnsignedInt(line[0], 16));
            }
        }
        for (String[] line : lines) {
            int found = 0;
            // Every digit that x may be, as far as no element of its own or group length is in the way.
            for (String digit : "0 1 2 3 4 5 6 7 8 9 A B C D E F".split(" ")) {
                String digits = line[0].replaceAll("^(50|60|7F)[xX]{2}", "$1" + digit + "2").replaceAll("[xX]", digit);
                int tag = Integer.parseUnsignedInt(digits, 16);
                boolean repeats = line[0].matches(".*[xX].*");
                if (repeats && (own.contains(tag) || (tag & 0xffff) == 0)) {
                    continue;
                }
                ElementDefinition element = Dictionary.element(tag).orElseThrow();
                assertEquals(tag, element.tag());
                assertEquals(line[1], element.vrs().isEmpty() ? "NONE"
                        : String.join("/", element.vrs().stream().map(VR::name).toList()), line[0]);
                assertEquals(element.vrs(), Dictionary.vrsOf(tag), line[0]);
                assertEquals(line[2], element.vm(), line[0]);
                assertEquals(line[3], element.keyword(), line[0]);
                assertEquals(line[4], element.name(), line[0]);
                assertEquals(line[5].equals("RET"), element.retired(), line[0]);
                assertEquals(line[3], Dictionary.keywordOf(tag), line[0]);
                assertEquals(line[5].equals("RET"), Dictionary.isRetired(tag), line[0]);
                assertEquals(line[1].contains("OW") ? "OW" : line[1].substring(0, 2),
                        line[1].equals("NONE") ? "NO" : Dictionary.vrOf(tag).name(), line[0]);
                assertEquals(line[1].equals("US/SS"), Dictionary.dependsOnPixelRepresentation(tag), line[0]);
                found++;
            }
            assertTrue(found > 10, line[0]);
        }
    }

    @Test
    void everyKeywordIsAConstantAndLeadsBackToItsTag() throws Exception {
        Map<String, Integer> constants = new HashMap<>();
        for (Field field : Tag.class.getFields()) {
            constants.put(field.getName(), field.getInt(null));
        }
        Set<String> keywords = new HashSet<>();
        for (String[] line : lines("elements.tsv")) {
            if (!line[3].isEmpty() && keywords.add(line[3])) {
                assertEquals(OptionalInt.of(constants.get(line[3])), Dictionary.tagOf(line[3]), line[3]);
                assertTrue("%08X".formatted(constants.get(line[3])).matches(line[0].replaceAll("[xX]", ".")), line[3]);
            }
        }
        assertEquals(keywords, constants.keySet());
    }

    @Test
    void everyUidIsFound() throws Exception {
        List<String[]> lines = lines("uids.tsv");
        assertEquals(490, lines.size());
        Map<String, Object> constants = new HashMap<>();
        for (Field field : UID.class.getFields()) {
            constants.put(field.getName(), field.get(null));
        }
        for (String[] line : lines) {
            assertEquals(new UidDefinition(line[0], line[1], line[2], line[3], line[4].equals("RET")),
                    Dictionary.uid(line[0]).orElseThrow());
            if (!line[2].isEmpty()) {
                assertEquals(Optional.of(line[0]), Dictionary.uidOf(line[2]));
                assertEquals(line[0], constants.remove(line[2]));
            }
        }
        assertEquals(Map.of(), constants);
    }

    @Test
    void everyPrivateElementIsFound() throws IOException {
        List<String[]> lines = lines("private.tsv");
        assertEquals(10545, lines.size());
        for (String[] line : lines) {
            String digits = line[1].endsWith("10xx") ? line[1].replace("10xx", "0010")
                    : line[1].replace("xxxx", "013A").replace("xx", "3A");
            PrivateElement element = Dictionary.privateElement(line[0], Integer.parseUnsignedInt(digits, 16))
                    .orElseThrow(() -> new AssertionError(String.join(" ", line)));
            assertEquals(line[2].replace(" or ", "_"),
                    String.join("_", element.vrs().stream().map(VR::name).toList()), line[1]);
            assertEquals(line[3], element.vm(), line[1]);
            assertEquals(line[4], element.name(), line[1]);
        }
    }
}
