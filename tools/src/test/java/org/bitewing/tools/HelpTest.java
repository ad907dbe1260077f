package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bitewing.dict.Dictionary;
import org.bitewing.tools.cli.HelpText;
import org.bitewing.tools.cli.OptionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What commands say of themselves. */
class HelpTest {
    private static final int LINES = 40;
    private static final int COLUMNS = 100;

    static List<String> commands() {
        return Commands.NAMES;
    }

    private static OptionTable table(String command) {
        return Commands.find(command).orElseThrow().options();
    }

    @Test
    void theCommandsFitOneScreen() {
        Called help = Called.with("help");
        assertEquals(0, help.code());
        List<String> lines = help.text().lines().toList();
        assertTrue(lines.size() <= LINES, lines.size() + " lines");
        for (String line : lines) {
            assertTrue(line.length() <= COLUMNS, line);
        }
        for (String command : Commands.NAMES) {
            assertTrue(help.text().matches("(?s).*\\b" + command + "\\b.*"), command);
        }
        for (String same : List.of("--help", "-h")) {
            assertEquals(help.text(), Called.with(same).text());
        }
        assertEquals(help.text(), Called.with().text());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsTheSameInEveryWayToAskForIt(String command) {
        Called help = Called.with("help", command);
        assertEquals(0, help.code());
        assertTrue(help.text().contains("usage: " + command + " "), help.text());
        assertEquals(help.text(), Called.with(command, "--help").text());
        assertEquals(help.text(), Called.with(command, "--bogus", "-h").text());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theVersionNamesTheEditionOfTheStandardAndJava(String command) {
        for (Called version : List.of(Called.with(command, "--version"), Called.with("--version"))) {
            assertEquals(0, version.code());
            assertTrue(version.text().contains("edition " + Dictionary.EDITION), version.text());
            assertTrue(version.text().contains("Java " + Runtime.version()), version.text());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyLineOfTheHelpIsUnderstood(String command) {
        HelpText text = table(command).text();
        Set<String> names = new HashSet<>();
        for (HelpText.Described option : text.options()) {
            assertTrue(names.add(option.longName()), option.longName() + " is there twice");
            assertTrue(option.shortName().isEmpty() || names.add(option.shortName()),
                    option.shortName() + " is there twice");
            assertFalse(option.text().isBlank(), option.longName() + " says nothing");
            assertEquals(option.kind() == HelpText.Value.CHOICE, option.choices().size() > 1, option.toString());
            assertFalse(option.kind() != HelpText.Value.NONE && option.values() == 0, option.toString());
        }
        // Lines that look like options are options, whatever they are read by.
        List<String> lines = table(command).help("").lines().filter(line -> line.matches(" +([-+]\\S+ +)?--\\S.*"))
                .map(line -> line.strip().replaceFirst("^[-+][^-]\\S* +(?=--)", "").split(" ")[0]).toList();
        assertEquals(lines.stream().sorted().toList(), text.options().stream().map(HelpText.Described::longName)
                .sorted().toList());
        List<HelpText.Entry> entries = new ArrayList<>(text.parameters());
        entries.addAll(text.exitCodes());
        entries.addAll(text.examples());
        for (HelpText.Entry entry : entries) {
            assertFalse(entry.text().isBlank(), "says nothing: " + entry);
        }
        assertFalse(text.examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theUsageLineHasTheParametersThatAreExplained(String command) {
        List<String> explained = table(command).text().parameters().stream().map(HelpText.Entry::name).toList();
        List<String> used = Stream.of(table(command).usage().split(" ")).map(word -> word.replaceAll("[\\[\\].]", ""))
                .filter(word -> !word.equals("options") && !word.equals("|") && !word.startsWith("-")).toList();
        assertTrue(explained.containsAll(used), used + " are used, and explained are " + explained);
    }
}
