package org.bitewing.tools.dcmtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitewing.tools.SharedFiles;
import org.junit.jupiter.api.Test;

/** The names in the dumps that DCMTK made of real files, with its dictionary of edition 2026b. */
class ExpectedDumpsTest {
    /** An element line in one piece; a value with line breaks is skipped, as its name is not on the tag's line. */
    private static final Pattern LINE = Pattern.compile(
            "^ *\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (\\S\\S) (.*?) *# +(?:\\d+|u/l), *\\d+ (.+)$");
    private static final Pattern UID_NAME = Pattern.compile("=(\\S+)");

    private static int forEachLine(BiConsumer<Path, Matcher> check) throws IOException {
        Path dumps = SharedFiles.shared("corpus/expected/dcmdump");
        int lines = 0;
        List<Path> files = SharedFiles.below(dumps).stream().filter(path -> path.toString().endsWith(".txt")).toList();
        for (Path file : files) {
            for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    lines++;
                    check.accept(file, matcher);
                }
            }
        }
        return lines;
    }

    @Test
    void everyElementHasItsName() throws IOException {
        List<String> wrong = new ArrayList<>();
        int lines = forEachLine((file, line) -> {
            String name = DcmtkNames.elementName(Integer.parseUnsignedInt(line.group(1) + line.group(2), 16));
            if (!name.equals(line.group(5))) {
                wrong.add(file.getFileName() + ": " + line.group() + " is not " + name);
            }
        });
        assertTrue(lines > 20_000, "only " + lines + " lines");
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyNameOfAUidLeadsBothWays() throws IOException {
        List<String> wrong = new ArrayList<>();
        int[] names = new int[1];
        forEachLine((file, line) -> {
            Matcher value = UID_NAME.matcher(line.group(4));
            if (line.group(3).equals("UI") && value.matches()) {
                names[0]++;
                Optional<String> uid = DcmtkNames.uidOf(value.group(1));
                if (!uid.flatMap(DcmtkNames::uidName).equals(Optional.of(value.group(1)))) {
                    wrong.add(file.getFileName() + ": " + value.group(1) + " is " + uid);
                }
            }
        });
        assertTrue(names[0] > 500, "only " + names[0] + " names");
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyLineOfTheTableOfDcmtkNamesIsObeyed() throws IOException {
        Path table = SharedFiles.shared("standard/dcmtk_element_names.tsv");
        List<String> lines = Files.readAllLines(table).stream().filter(line -> !line.startsWith("#")).toList();
        assertTrue(lines.size() > 500, "only " + lines.size() + " lines");
        for (String line : lines) {
            String[] columns = line.split("\t");
            String[] numbers = columns[0].split(",");
            for (int group : ends(numbers[0])) {
                for (int element : ends(numbers[1])) {
                    int tag = group << 16 | element;
                    String name = DcmtkNames.elementName(tag);
                    // Later lines are for what the earlier ones leave: (0000,0000) has a name of its own.
                    if (!columns[3].equals("GENERIC") || group != 0 && group % 2 == 0) {
                        assertEquals(columns[2], name, line);
                        assertEquals(columns[1], DcmtkNames.elementVr(tag), line);
                    }
                }
            }
        }
    }

    /** The ends of {@code 6000-60FF} (even numbers), {@code 0009-o-FFFF} (odd), {@code 0010-u-00FF} (all). */
    private static List<Integer> ends(String range) {
        String[] parts = range.split("-");
        int first = Integer.parseInt(parts[0], 16);
        int last = Integer.parseInt(parts[parts.length - 1], 16);
        return List.of(first, parts.length == 2 ? last - 1 : last);
    }

    @Test
    void everyLineOfTheTableOfUidNamesIsObeyed() throws IOException {
        Path table = SharedFiles.shared("standard/dcmtk_uid_names.tsv");
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.split("\t");
            if (!line.startsWith("#")) {
                assertEquals(Optional.of(columns[1]), DcmtkNames.uidName(columns[0]));
                assertEquals(Optional.of(columns[0]), DcmtkNames.uidOf(columns[1]));
            }
        }
    }
}
