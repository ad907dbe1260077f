package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.tools.cli.HelpText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command ends with when it cannot do what was asked, beside DCMTK's command of the same name. */
class ExitCodesTest {
    /** Opened by everyone, read by no one. */
    private static final Path UNREADABLE = Path.of("/proc/self/mem");

    @TempDir
    Path folder;

    static List<String> commands() {
        return Commands.NAMES;
    }

    static Stream<String> readers() {
        List<String> others = List.of("tour", "tune", "help", "completion", "echoscu", "storescp");
        return Commands.NAMES.stream().filter(command -> !others.contains(command));
    }

    static Stream<String> needy() {
        return Commands.NAMES.stream()
                .filter(command -> Commands.find(command).orElseThrow().options().needsParameters());
    }

    /** The code of a call, which is DCMTK's too if it has the command. */
    private static int code(String command, String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(words));
        Called ours = Called.with(arguments.toArray(String[]::new));
        assertFalse(ours.error().contains("internal error"), ours.error());
        if (!Commands.isPartOfBitewing(command) && Judge.isInstalled(command)) {
            String theirs = Judge.run(command, (Object[]) words);
            assertTrue(theirs.endsWith("\n" + ours.code()), "DCMTK's " + arguments + ": " + theirs);
        }
        return ours.code();
    }

    /** A call that reads a file. */
    private String[] reading(String command, Path file) {
        String name = file.toString();
        String out = folder.resolve("out").toString();
        return switch (command) {
            case "dcmdump", "dcm2json", "dcm2xml" -> new String[] {name};
            case "view" -> new String[] {"--export", out, name};
            case "dcmodify" -> new String[] {"-nb", "-m", "PatientName=Nobody", name};
            case "storescu" -> new String[] {"localhost", "1", name};
            case "station" -> new String[] {"classify", name};
            default -> new String[] {name, out};
        };
    }

    private static int whenTheInputFails(String command) {
        return switch (command) {
            case "dcm2json", "json2dcm" -> 20;
            case "dcm2xml" -> 5;
            default -> 1;
        };
    }

    @ParameterizedTest
    @MethodSource("needy")
    void noArgumentAtAllAsksForTheHelp(String command) throws IOException {
        assertEquals(0, code(command));
        assertEquals(Called.with(command, "--help").text(), Called.with(command).text());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsWrongAndTheNearestIsNamed(String command) throws IOException {
        assertEquals(1, code(command, "--log-levle", "info", "x", "y", "z"));
        String error = Called.with(command, "--log-levle").error();
        assertTrue(error.contains("error: Unknown option --log-levle; did you mean --log-level?\n"), error);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aWrongValueIsWrongUsage(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of("-ll", "bogus"));
        words.addAll(List.of(reading(command, folder.resolve("missing"))));
        assertEquals(1, code(command, words.toArray(String[]::new)));
        assertEquals(1, code(command, "--log-level"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aMissingFileFails(String command) throws IOException {
        assertEquals(whenTheInputFails(command), code(command, reading(command, folder.resolve("missing"))));
        String error = Called.with(Stream.concat(Stream.of(command),
                Stream.of(reading(command, folder.resolve("missing")))).toArray(String[]::new)).error();
        assertFalse(error.isBlank());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aFileThatCannotBeReadFails(String command) throws IOException {
        assumeTrue(Files.exists(UNREADABLE), "there is no " + UNREADABLE);
        // DCMTK's dump2dcm takes what it cannot read for an empty dump.
        int code = command.equals("dump2dcm") ? Called.with(command, UNREADABLE.toString(),
                folder.resolve("out").toString()).code() : code(command, reading(command, UNREADABLE));
        assertEquals(whenTheInputFails(command), code);
    }

    @Test
    void nobodyAtThePortFails() throws IOException {
        assertEquals(1, code("echoscu", "localhost", "1"));
        assertEquals(1, code("storescp", "-od", folder.resolve("missing").toString(), "0"));
    }

    @Test
    void anUnknownCommandIsWrongAndTheNearestIsNamed() {
        Called near = Called.with("dcmdmup", "x");
        assertEquals(1, near.code());
        assertEquals("bitewing: there is no command dcmdmup; did you mean dcmdump?\n", near.error());
        Called far = Called.with("mri\u001b[31m");
        assertEquals(1, far.code());
        assertEquals("bitewing: there is no command mri?[31m; 'bitewing help' lists them\n", far.error());
    }

    @Test
    void everyCodeIsInTheDocumentation() throws IOException {
        Path page = Path.of("").toAbsolutePath();
        while (!Files.exists(page.resolve("docs/exit-codes.md"))) {
            page = page.getParent();
        }
        String text = Files.readString(page.resolve("docs/exit-codes.md"));
        for (String command : Commands.NAMES) {
            for (HelpText.Entry entry : Commands.find(command).orElseThrow().options().text().exitCodes()) {
                String row = "| `" + command + "` | " + entry.name() + " | " + entry.text() + " |\n";
                assertTrue(text.contains(row), row);
            }
        }
    }
}
