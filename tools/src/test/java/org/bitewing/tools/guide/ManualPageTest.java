package org.bitewing.tools.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.tools.Called;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Judge;
import org.bitewing.tools.cli.HelpText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manual pages, as groff and mandoc understand them. */
class ManualPageTest {
    @TempDir
    Path folder;

    static List<Documented> commands() {
        return Commands.documented();
    }

    private Path page(String... words) throws IOException {
        Called page = Called.with(words);
        assertEquals(0, page.code(), page.error());
        return Files.writeString(folder.resolve("page.1"), page.text());
    }

    /** What groff makes of a page, every kind of warning on, in lines that nothing is too long for. */
    private static String formatted(Path page) throws IOException {
        return Judge.run("groff", "-man", "-Tascii", "-ww", "-P-cbou", "-rLL=1000n", "-rHY=0", page);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void groffFormatsEverythingAndWarnsOfNothing(Documented command) throws IOException {
        String text = formatted(page("help", "--man", command.name()));
        assertFalse(text.contains("page.1:"), text);
        assertTrue(text.endsWith("\n0"), text);
        String words = text.replaceAll("\\s+", " ");
        assertTrue(words.contains(command.page() + " - " + command.table().purpose()), text);
        assertTrue(words.contains(command.typed() + " " + command.table().usage()), text);
        HelpText help = command.table().text();
        for (HelpText.Described option : help.options()) {
            String names = (option.shortName().isEmpty() ? "" : option.shortName() + ", ") + option.longName()
                    + (option.value().isEmpty() ? "" : " " + option.value());
            assertTrue(words.contains((names + " " + option.text()).replaceAll("\\s+", " ")), names + " in " + text);
        }
        for (HelpText.Entry example : help.examples()) {
            assertTrue(words.contains(example.name().replaceAll("\\s+", " ")), example.name() + " in " + text);
        }
        for (String note : help.notes()) {
            assertTrue(words.contains(note.replaceAll("\\s+", " ")), note + " in " + text);
        }
    }

    @Test
    void theOverviewNamesEveryPage() throws IOException {
        String text = formatted(page("help", "--man"));
        assertFalse(text.contains("page.1:"), text);
        for (Documented command : commands()) {
            assertTrue(text.contains(command.page() + "(1)"), command.page() + " in " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void mandocMissesNothingButADate(Documented command) throws IOException {
        Path page = page("help", "--man", command.name());
        String found = Judge.run("mandoc", "-Tlint", "-Wwarning", page);
        assertEquals(1, found.lines().filter(line -> line.contains(page.toString())).count(), found);
        assertTrue(found.contains("missing date"), found);
    }
}
